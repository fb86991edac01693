{{/* Mistakes in the values of several members together, one problem per line. */}}
{{- define "ai-platform.problems" -}}
{{- regexReplaceAll "\n  +" (include "ai-platform.findings" .) " " | trim }}
{{- end }}

{{/* Why the chart generates no credentials: new ones would replace existing ones that it cannot see; empty where it does generate them. */}}
{{- define "ai-platform.ungenerated" -}}
{{- if .Values.global.gitops }}global.gitops generates no credentials
{{- else if .Capabilities.APIVersions.Has "v1/Secret" }}
{{- /* Every cluster has both objects; where the namespace of the release does not exist yet, only the second lookup finds one. */}}
{{- if not (or (lookup "v1" "ConfigMap" .Release.Namespace "kube-root-ca.crt") (lookup "v1" "Namespace" "" "kube-system")) }}
{{- print "this rendering sees no object of the cluster, as in Argo CD or with --dry-run=client, and generates no credentials" }}
{{- end }}
{{- end }}
{{- end }}

{{/* Keys of global that no chart reads; whoever wraps this chart may have keys of their own there, though none that is nearly one of these. */}}
{{- define "ai-platform.globalFindings" -}}
{{- $names := list "caBundle" "commonAnnotations" "commonLabels" "extraEnv" "gitops" "gpu" "helperPods" "imagePullSecrets" "imageRegistry" "ingress"
  "listenAddress" "members" "monitoring" "namespaces" "networkPolicy" "nodeSelector" "openshift" "podAnnotations" "podLabels" "priorityClassName"
  "service" "storageClass" "tolerations" }}
{{- $members := .Values.global.members }}
{{- $root := .Chart.IsRoot }}
{{- range $key, $_ := .Values.global }}
{{- if not (has $key $names) }}
{{- $near := "" }}
{{- range $name := $names }}
{{- range $place := until (sub (len $name) 1 | int) }}
{{- $end := trunc (sub (add $place 2) (len $name) | int) $name }}
{{- if and (gt (len $name) 5) (regexMatch (printf "^(?i)%s.{0,3}%s$" (trunc $place $name) $end) $key) }}
{{- $near = $name }}
{{- end }}
{{- end }}
{{- end }}
{{- range $member, $_ := $members }}
{{- if and $root (eq $member $key) }}
{{- $near = printf "members.%s" $member }}
{{- end }}
{{- end }}
{{- if $near }}
global.{{ $key }} is read by no chart: did you mean global.{{ $near }}?
{{- else if $root }}
global.{{ $key }} is read by no chart: global has {{ join ", " $names }}.
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Findings of the umbrella and its members; a line that begins with blanks continues the one before it. */}}
{{- define "ai-platform.findings" -}}
{{- include "ai-platform.globalFindings" . }}
{{- include "ai-platform.memberFindings" (dict "name" "ai-system" "values" (index .Values "ai-system") "member"
  (index .Values.global.members "ai-system") "global" .Values.global "unsaid" (or (not .Values.preflight.offMembers) (has
  (toJson (index .Values "ai-system") | sha256sum)
  (list "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a" "c9a660450446c4dfca16084d6ef15048b1d1fa1a23682287d962e9feb02c8ddc")))) }}
{{- if (index .Values.global.members "ai-system").enabled }}
{{- include "ai-platform.ownFindings" (dict "name" "ai-system" "problems" (include "ai-system.problems" (index .Subcharts "ai-system"))) }}
{{- end }}
{{- include "ai-platform.memberFindings" (dict "name" "alertmanager" "values" .Values.alertmanager "member" .Values.global.members.alertmanager
  "global" .Values.global "unsaid" (or (not .Values.preflight.offMembers) (has (toJson .Values.alertmanager | sha256sum)
  (list "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a" "409054a41f6dd022ca608269a43dbe59c5f736eb93bad066c806412d958bd16e")))) }}
{{- if .Values.global.members.alertmanager.enabled }}
{{- include "ai-platform.externalFindings" (dict "name" "alertmanager" "host" .Values.global.members.alertmanager.external.host) }}
{{- if ne (int64 .Values.alertmanager.service.port) 9093 }}
alertmanager.service.port must stay 9093: the other members look for it there.
{{- end }}
{{- $path := include "alertmanager.basePath" (index .Subcharts "alertmanager") }}
{{- if ne $path .Values.global.members.alertmanager.path }}
alertmanager is served below the path {{ $path | quote }}, and the others look for it below {{ .Values.global.members.alertmanager.path | quote }}:
  set global.members.alertmanager.path to the first.
{{- end }}
{{- include "ai-platform.ownFindings" (dict "name" "alertmanager" "problems" (include "alertmanager.problems" (index .Subcharts "alertmanager"))) }}
{{- end }}
{{- include "ai-platform.memberFindings" (dict "name" "dcgm-exporter" "values" (index .Values "dcgm-exporter") "member"
  (index .Values.global.members "dcgm-exporter") "global" .Values.global "unsaid" (or (not .Values.preflight.offMembers) (has
  (toJson (index .Values "dcgm-exporter") | sha256sum)
  (list "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a" "9aecc345b5240311687fe957459151977e7ca9b1e8f6647691c8f1a0aa1f7201")))) }}
{{- if (index .Values.global.members "dcgm-exporter").enabled }}
{{- include "ai-platform.ownFindings"
  (dict "name" "dcgm-exporter" "problems" (include "dcgm-exporter.problems" (index .Subcharts "dcgm-exporter"))) }}
{{- end }}
{{- include "ai-platform.memberFindings" (dict "name" "jaeger" "values" .Values.jaeger "member" .Values.global.members.jaeger "global" .Values.global
  "unsaid" (or (not .Values.preflight.offMembers) (has (toJson .Values.jaeger | sha256sum)
  (list "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a" "4c72eefeed40544660fe029547d351788fb54cfcec0f407fcb36cb1839ff429a")))) }}
{{- if .Values.global.members.jaeger.enabled }}
{{- include "ai-platform.externalFindings" (dict "name" "jaeger" "host" .Values.global.members.jaeger.external.host) }}
{{- if ne (int64 .Values.jaeger.service.port) 16686 }}
jaeger.service.port must stay 16686: the other members look for it there.
{{- end }}
{{- $path := include "jaeger.basePath" (index .Subcharts "jaeger") }}
{{- if ne $path .Values.global.members.jaeger.path }}
jaeger is served below the path {{ $path | quote }}, and the others look for it below {{ .Values.global.members.jaeger.path | quote }}: set
  global.members.jaeger.path to the first.
{{- end }}
{{- include "ai-platform.ownFindings" (dict "name" "jaeger" "problems" (include "jaeger.problems" (index .Subcharts "jaeger"))) }}
{{- end }}
{{- include "ai-platform.memberFindings" (dict "name" "minio" "values" .Values.minio "member" .Values.global.members.minio "global" .Values.global
  "unsaid" (or (not .Values.preflight.offMembers) (has (toJson .Values.minio | sha256sum)
  (list "9dd554ea70a3be1713e852120ff977ac3237796a45404816a9cf36f961b233db" "299daa8b15cab11d38081fa31fa86519c0248eaf5bd06045015d8cd6f8581be2")))) }}
{{- if .Values.global.members.minio.enabled }}
{{- include "ai-platform.externalFindings" (dict "name" "minio" "host" .Values.global.members.minio.external.host) }}
{{- if ne (int64 .Values.minio.service.port) 9000 }}
minio.service.port must stay 9000: the other members look for it there.
{{- end }}
{{- if ne .Values.minio.tls.enabled .Values.global.members.minio.tls }}
minio and its clients disagree on TLS: set global.members.minio.tls to the same as its own tls.enabled.
{{- end }}
{{- include "ai-platform.ownFindings" (dict "name" "minio" "problems" (include "minio.problems" (index .Subcharts "minio"))) }}
{{- end }}
{{- include "ai-platform.memberFindings" (dict "name" "ollama" "values" .Values.ollama "member" .Values.global.members.ollama "global" .Values.global
  "unsaid" (or (not .Values.preflight.offMembers) (has (toJson .Values.ollama | sha256sum) (list
  "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a" "6c86b98e036e149c3040db3546712cf103ed5d302f2f1fd440c4663e377f9788"
  "f01b987bad1525ed3f1dc3a69193e3408307104484eb01fa903ed55ff571198f" "e4f8ae97c99d21f6d5f859a8ceb601f546e14f7986ed974fb472378ebf464d63"
  "f6e2ba120675673bcc841b6d9a7f4689028ec4d343694e94a9768121811ff1eb" "d165ffacafdec2ebbcb1832f643dae26600dfc1a5797d479eaee3f96755580db")))) }}
{{- if .Values.global.members.ollama.enabled }}
{{- include "ai-platform.externalFindings" (dict "name" "ollama" "host" .Values.global.members.ollama.external.host) }}
{{- if ne (int64 .Values.ollama.service.port) 11434 }}
ollama.service.port must stay 11434: the other members look for it there.
{{- end }}
{{- include "ai-platform.ownFindings" (dict "name" "ollama" "problems" (include "ollama.problems" (index .Subcharts "ollama"))) }}
{{- end }}
{{- include "ai-platform.memberFindings" (dict "name" "postgres" "values" .Values.postgres "member" .Values.global.members.postgres "global"
  .Values.global "unsaid" (or (not .Values.preflight.offMembers) (has (toJson .Values.postgres | sha256sum)
  (list "61fe7cc84d965792767614b8e53c1e9a5f5a7ea36d63d26e0cfce17b307b4da6" "5bb0653befce08a2350e042a9da9af1334b23b2c72bc8bb6afd8f5c7922262d5")))) }}
{{- if .Values.global.members.postgres.enabled }}
{{- include "ai-platform.externalFindings" (dict "name" "postgres" "host" .Values.global.members.postgres.external.host) }}
{{- if ne (int64 .Values.postgres.service.port) 5432 }}
postgres.service.port must stay 5432: the other members look for it there.
{{- end }}
{{- if ne .Values.postgres.tls.enabled .Values.global.members.postgres.tls }}
postgres and its clients disagree on TLS: set global.members.postgres.tls to the same as its own tls.enabled.
{{- end }}
{{- if and .Values.global.members.minio.enabled
  (ne .Values.global.members.postgres.uses.minio (has "member" (list (include "postgres.connections.s3.via" (index $.Subcharts "postgres"))))) }}
global.members.postgres.uses.minio must be {{ not .Values.global.members.postgres.uses.minio }}, as the values of postgres say: minio makes users,
  with what is theirs, for those that use it.
{{- end }}
{{- include "ai-platform.ownFindings" (dict "name" "postgres" "problems" (include "postgres.problems" (index .Subcharts "postgres"))) }}
{{- end }}
{{- include "ai-platform.memberFindings" (dict "name" "prometheus" "values" .Values.prometheus "member" .Values.global.members.prometheus "global"
  .Values.global "unsaid" (or (not .Values.preflight.offMembers) (has (toJson .Values.prometheus | sha256sum) (list
  "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a" "cce615ea80216f67f29b40ac4b1a2f88938ba05cc573b750a9bd5761ee042160"
  "8abfd9162176fd82091af8af933a425d921477b4d53eaa61f5897adb8861a139")))) }}
{{- if .Values.global.members.prometheus.enabled }}
{{- include "ai-platform.externalFindings" (dict "name" "prometheus" "host" .Values.global.members.prometheus.external.host) }}
{{- if ne (int64 .Values.prometheus.service.port) 9090 }}
prometheus.service.port must stay 9090: the other members look for it there.
{{- end }}
{{- $path := include "prometheus.basePath" (index .Subcharts "prometheus") }}
{{- if ne $path .Values.global.members.prometheus.path }}
prometheus is served below the path {{ $path | quote }}, and the others look for it below {{ .Values.global.members.prometheus.path | quote }}: set
  global.members.prometheus.path to the first.
{{- end }}
{{- include "ai-platform.ownFindings" (dict "name" "prometheus" "problems" (include "prometheus.problems" (index .Subcharts "prometheus"))) }}
{{- end }}
{{- include "ai-platform.memberFindings" (dict "name" "redis" "values" .Values.redis "member" .Values.global.members.redis "global" .Values.global
  "unsaid" (or (not .Values.preflight.offMembers) (has (toJson .Values.redis | sha256sum)
  (list "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a" "1e4e52fbb965233b2b8256d8852d131454ec8d34a3ab294ba4d9ce2df43116a9")))) }}
{{- if .Values.global.members.redis.enabled }}
{{- include "ai-platform.externalFindings" (dict "name" "redis" "host" .Values.global.members.redis.external.host) }}
{{- if ne (int64 .Values.redis.service.port) 6379 }}
redis.service.port must stay 6379: the other members look for it there.
{{- end }}
{{- if ne .Values.redis.tls.enabled .Values.global.members.redis.tls }}
redis and its clients disagree on TLS: set global.members.redis.tls to the same as its own tls.enabled.
{{- end }}
{{- if and .Values.redis.secrets.existingSecret (ne .Values.redis.secrets.existingSecret (include "ai-platform.redis" .)) }}
redis.secrets.existingSecret must be {{ include "ai-platform.redis" . }}: the other members look for the password there.
{{- end }}
{{- if or .Values.redis.secrets.keys .Values.redis.secrets.from }}
redis.secrets.keys and redis.secrets.from must be empty: the other members look for the password under the key that the chart has, in its Secret.
{{- end }}
{{- include "ai-platform.ownFindings" (dict "name" "redis" "problems" (include "redis.problems" (index .Subcharts "redis"))) }}
{{- end }}
{{- include "ai-platform.memberFindings" (dict "name" "secrets" "values" .Values.secrets "member" .Values.global.members.secrets "global"
  .Values.global "unsaid" (or (not .Values.preflight.offMembers) (has (toJson .Values.secrets | sha256sum)
  (list "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a")))) }}
{{- if .Values.global.members.secrets.enabled }}
{{- include "ai-platform.ownFindings" (dict "name" "secrets" "problems" (include "secrets.problems" (index .Subcharts "secrets"))) }}
{{- end }}
{{- include "ai-platform.memberFindings" (dict "name" "airflow" "values" .Values.airflow "member" .Values.global.members.airflow "global"
  .Values.global "unsaid" (or (not .Values.preflight.offMembers) (has (toJson .Values.airflow | sha256sum)
  (list "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a" "4182f8542842f3ede3c82cd12e9b27b581b2d8f3720cf58a6f5cff19cd030302")))) }}
{{- if .Values.global.members.airflow.enabled }}
{{- include "ai-platform.ownFindings" (dict "name" "airflow" "problems" (include "airflow.problems" (index .Subcharts "airflow"))) }}
{{- end }}
{{- include "ai-platform.memberFindings" (dict "name" "gemini-agent" "values" (index .Values "gemini-agent") "member"
  (index .Values.global.members "gemini-agent") "global" .Values.global "unsaid" (or (not .Values.preflight.offMembers) (has
  (toJson (index .Values "gemini-agent") | sha256sum) (list "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a")))) }}
{{- if (index .Values.global.members "gemini-agent").enabled }}
{{- include "ai-platform.ownFindings" (dict "name" "gemini-agent" "problems" (include "gemini-agent.problems" (index .Subcharts "gemini-agent"))) }}
{{- end }}
{{- include "ai-platform.memberFindings" (dict "name" "grafana" "values" .Values.grafana "member" .Values.global.members.grafana "global"
  .Values.global "unsaid" (or (not .Values.preflight.offMembers) (has (toJson .Values.grafana | sha256sum) (list
  "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a" "bc52046eff6f90cc62e365d18ab1780422c02e97ad6e6fda8116b2796a2f196a"
  "559ddf668a00e2819e0e127fc2815452bc58f76cf422b044c1d0e1161957e503")))) }}
{{- if .Values.global.members.grafana.enabled }}
{{- include "ai-platform.ownFindings" (dict "name" "grafana" "problems" (include "grafana.problems" (index .Subcharts "grafana"))) }}
{{- end }}
{{- include "ai-platform.memberFindings" (dict "name" "langchain-api" "values" (index .Values "langchain-api") "member"
  (index .Values.global.members "langchain-api") "global" .Values.global "unsaid" (or (not .Values.preflight.offMembers) (has
  (toJson (index .Values "langchain-api") | sha256sum)
  (list "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a" "de3aa5fc3a2243ec94c9da6caf50e271657889dbf487201b585101eb9e472694")))) }}
{{- if (index .Values.global.members "langchain-api").enabled }}
{{- include "ai-platform.externalFindings" (dict "name" "langchain-api" "host" (index .Values.global.members "langchain-api").external.host) }}
{{- if ne (int64 (index .Values "langchain-api").service.port) 8000 }}
langchain-api.service.port must stay 8000: the other members look for it there.
{{- end }}
{{- include "ai-platform.ownFindings"
  (dict "name" "langchain-api" "problems" (include "langchain-api.problems" (index .Subcharts "langchain-api"))) }}
{{- end }}
{{- include "ai-platform.memberFindings" (dict "name" "mlflow" "values" .Values.mlflow "member" .Values.global.members.mlflow "global" .Values.global
  "unsaid" (or (not .Values.preflight.offMembers) (has (toJson .Values.mlflow | sha256sum)
  (list "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a" "5c867f1f08e70958367b82140f9464df7d8ebecd7dd6889267a9ed06d9231d09")))) }}
{{- if .Values.global.members.mlflow.enabled }}
{{- include "ai-platform.externalFindings" (dict "name" "mlflow" "host" .Values.global.members.mlflow.external.host) }}
{{- if ne (int64 .Values.mlflow.service.port) 5000 }}
mlflow.service.port must stay 5000: the other members look for it there.
{{- end }}
{{- $path := include "mlflow.basePath" (index .Subcharts "mlflow") }}
{{- if ne $path .Values.global.members.mlflow.path }}
mlflow is served below the path {{ $path | quote }}, and the others look for it below {{ .Values.global.members.mlflow.path | quote }}: set
  global.members.mlflow.path to the first.
{{- end }}
{{- if and .Values.global.members.minio.enabled
  (ne .Values.global.members.mlflow.uses.minio (has "member" (list (include "mlflow.connections.s3.via" (index $.Subcharts "mlflow"))))) }}
global.members.mlflow.uses.minio must be {{ not .Values.global.members.mlflow.uses.minio }}, as the values of mlflow say: minio makes users, with what
  is theirs, for those that use it.
{{- end }}
{{- include "ai-platform.ownFindings" (dict "name" "mlflow" "problems" (include "mlflow.problems" (index .Subcharts "mlflow"))) }}
{{- end }}
{{- include "ai-platform.memberFindings" (dict "name" "voice-ai" "values" (index .Values "voice-ai") "member"
  (index .Values.global.members "voice-ai") "global" .Values.global "unsaid" (or (not .Values.preflight.offMembers) (has
  (toJson (index .Values "voice-ai") | sha256sum) (list "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
  "2f0885088e11d4b0f22af9d128bd80129557f2e4345643bd5d64f429e1d1c9fe" "07eb2c49f5f28f139ec23f4741e150bd3d585bdfcac9ed99219e708971129b04"
  "06e8e6d66d846343f31c93c6334f5f8d8211867b53a36f9b7ead54dd79a7441e" "455325316960de0b0457b7be1568a3084f1fec21b04b76bf3d8037c25bc2cfc0")))) }}
{{- if (index .Values.global.members "voice-ai").enabled }}
{{- include "ai-platform.ownFindings" (dict "name" "voice-ai" "problems" (include "voice-ai.problems" (index .Subcharts "voice-ai"))) }}
{{- end }}
{{- include "ai-platform.memberFindings" (dict "name" "fastapi" "values" .Values.fastapi "member" .Values.global.members.fastapi "global"
  .Values.global "unsaid" (or (not .Values.preflight.offMembers) (has (toJson .Values.fastapi | sha256sum)
  (list "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a" "b8b95157dbb00ac5f189c43714bbf290b3a2eaff5f031c4079b320fe839a7f4d")))) }}
{{- if .Values.global.members.fastapi.enabled }}
{{- include "ai-platform.ownFindings" (dict "name" "fastapi" "problems" (include "fastapi.problems" (index .Subcharts "fastapi"))) }}
{{- end }}
{{- include "ai-platform.memberFindings" (dict "name" "llm-web" "values" (index .Values "llm-web") "member" (index .Values.global.members "llm-web")
  "global" .Values.global "unsaid" (or (not .Values.preflight.offMembers) (has (toJson (index .Values "llm-web") | sha256sum)
  (list "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a" "bf9f8f19331ee07d1c0aaa474061f49607315db9a2d0f18acb0326cfbdc83aae")))) }}
{{- if (index .Values.global.members "llm-web").enabled }}
{{- include "ai-platform.ownFindings" (dict "name" "llm-web" "problems" (include "llm-web.problems" (index .Subcharts "llm-web"))) }}
{{- end }}
{{- include "ai-platform.memberFindings" (dict "name" "streamlit" "values" .Values.streamlit "member" .Values.global.members.streamlit "global"
  .Values.global "unsaid" (or (not .Values.preflight.offMembers) (has (toJson .Values.streamlit | sha256sum)
  (list "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a" "68764b256a47f42e8cbcc370f19d8c1a56ab270c1430aaff927c7ee5eca1e619")))) }}
{{- if .Values.global.members.streamlit.enabled }}
{{- include "ai-platform.ownFindings" (dict "name" "streamlit" "problems" (include "streamlit.problems" (index .Subcharts "streamlit"))) }}
{{- end }}
{{- if .Values.global.gpu.cards }}
{{- include "ai-platform.cardProblems" (dict "claims" (include "ai-platform.claims" .) "cards" .Values.global.gpu.cards) }}
{{- end }}
{{- end }}

{{/* Values of a member that only the umbrella may set; called with its name, its values, its entry in global.members, global,
  and whether values of a disabled member are allowed. */}}
{{- define "ai-platform.memberFindings" -}}
{{- if not (kindIs "invalid" .values.enabled) }}
{{ .name }}.enabled decides nothing in an umbrella: set global.members.{{ .name }}.enabled.
{{- end }}
{{- if not (or .member.enabled .unsaid) }}
{{ .name }} has values, and the member is off: set global.members.{{ .name }}.enabled=true, leave them out, or set preflight.offMembers=false where
  one file serves several releases.
{{- end }}
{{- if and .member.enabled (ne (toJson (omit .values.global "members")) (toJson (omit .global "members"))) }}
{{ .name }}.global has values that would be lost or reach {{ .name }} alone: set them in global, which is for all members.
{{- end }}
{{- if and .member.enabled (or .values.fullnameOverride .values.nameOverride) }}
{{ .name }}.fullnameOverride and {{ .name }}.nameOverride would hide {{ .name }} from the rest of the umbrella: leave them empty.
{{- end }}
{{- end }}

{{/* A service outside in place of a member that is enabled; called with the name of the member and the host. */}}
{{- define "ai-platform.externalFindings" -}}
{{- if .host }}
global.members.{{ .name }}.external.host is for a service outside, and the member {{ .name }} is enabled: leave it empty, or disable the member.
{{- end }}
{{- end }}

{{/* What a member says of its own values, under its name; called with both. */}}
{{- define "ai-platform.ownFindings" -}}
{{- range .problems | splitList "\n" | compact }}
{{ ternary . (printf "%s: %s" $.name .) (or (hasPrefix (printf "%s " $.name) .) (hasPrefix "global." .)) }}
{{- end }}
{{- end }}

{{/* Problem with the class of an Ingress: it does not exist, or there is no default one. */}}
{{- define "ai-platform.ingressClassProblem" -}}
{{- $classes := list }}
{{- range (lookup "networking.k8s.io/v1" "IngressClass" "" "").items }}
{{- $classes = append $classes .metadata.name }}
{{- end }}
{{- if and .name (not (has .name $classes)) }}
{{- printf
  "%s.ingress.className or global.ingress.className names the ingress class %s, which does not exist in this cluster: see kubectl get ingressclasses."
  .value .name }}
{{- else if not $classes }}
{{- printf "%s.ingress needs an ingress controller, and this cluster has no ingress class: install one, or name its class." .value }}
{{- end }}
{{- end }}

{{/* Largest claim of the pods of all members on graphics cards, one workload per line. */}}
{{- define "ai-platform.claims" -}}
{{- $claims := list }}
{{- if (index .Values.global.members "ai-system").enabled }}
{{- $claims = append $claims (include "ai-system.claims" (index .Subcharts "ai-system")) }}
{{- end }}
{{- if .Values.global.members.ollama.enabled }}
{{- $claims = append $claims (include "ollama.claims" (index .Subcharts "ollama")) }}
{{- end }}
{{- if (index .Values.global.members "voice-ai").enabled }}
{{- $claims = append $claims (include "voice-ai.claims" (index .Subcharts "voice-ai")) }}
{{- end }}
{{- join "\n" (compact $claims) }}
{{- end }}

{{/* Cards of global.gpu.cards that are too small for what pods claim; a line that begins with blanks continues the one before it. */}}
{{- define "ai-platform.cardProblems" -}}
{{- $claims := splitList "\n" .claims | compact }}
{{- $several := gt (len .cards) 1 }}
{{- range $claims }}
{{- $words := splitList " " . }}
{{- if and $several (eq (index $words 2) "-") }}
{{ index $words 0 }} takes any card, and global.gpu.cards has several: set its gpu.product.
{{- end }}
{{- end }}
{{- range .cards }}
{{- $cards := int64 (.count | default 1) }}
{{- $shares := mul $cards (int64 (.shares | default 1)) }}
{{- $memory := include "ai-platform.mebibytes" .memory | int64 }}
{{- $free := mul $cards (sub $memory (include "ai-platform.mebibytes" (.reserved | default "") | int64)) }}
{{- $product := .product }}
{{- $wanted := 0 }}
{{- $taken := 0 }}
{{- $takers := list }}
{{- range $claims }}
{{- $words := splitList " " . }}
{{- $each := int64 (index $words 6) }}
{{- if has (index $words 2) (ternary (list $product) (list $product "-") $several) }}
{{- $pods := int64 (index $words 4) }}
{{- $wanted = add $wanted (mul $pods (int64 (index $words 5))) }}
{{- $taken = add $taken (mul $pods $each) }}
{{- $takers = append $takers (printf "%s %d × %d MiB" (index $words 0) $pods $each) }}
{{- if and (eq (index $words 3) "mps") (gt (mul $each $shares) (mul $memory $cards)) }}
{{ index $words 0 }} wants {{ $each }} MiB,
  and MPS gives each of {{ $shares }} clients no more than {{ div (mul $memory $cards) $shares }} MiB of the {{ $product }}:
  lower gpu.memory, or have fewer shares.
{{- end }}
{{- end }}
{{- end }}
{{- if gt $wanted $shares }}
{{ $product }}: the pods want {{ $wanted }} shares while they are replaced ({{ join ", " $takers }}),
  and global.gpu.cards has {{ $shares }}: have the device plugin count the card more often, or run fewer pods.
{{- end }}
{{- if gt $taken $free }}
{{ $product }}: the pods want {{ $taken }} MiB while they are replaced ({{ join ", " $takers }}),
  and {{ $free }} MiB are free: lower gpu.memory, choose smaller models, or run fewer pods.
{{- end }}
{{- end }}
{{- end }}

{{/* Number of MiB of a quantity in Mi or Gi; 0 for none. */}}
{{- define "ai-platform.mebibytes" -}}
{{- $amount := . | trimSuffix "Gi" | trimSuffix "Mi" | int64 }}
{{- ternary (mul $amount 1024) $amount (hasSuffix "Gi" .) }}
{{- end }}

{{/* Graphics cards that pods claim and the nodes of the cluster lack, one problem per line. */}}
{{- define "ai-platform.nodeProblems" -}}
{{- $nodes := .nodes }}
{{- $claims := splitList "\n" .claims | compact }}
{{- $seen := list }}
{{- range $claims }}
{{- $words := splitList " " . }}
{{- $resource := index $words 1 }}
{{- $product := index $words 2 }}
{{- $kind := printf "%s %s" $resource $product }}
{{- if not (has $kind $seen) }}
{{- $seen = append $seen $kind }}
{{- $wanted := 0 }}
{{- range $claims }}
{{- $others := splitList " " . }}
{{- if eq $kind (printf "%s %s" (index $others 1) (index $others 2)) }}
{{- $wanted = add $wanted (mul (int64 (index $others 4)) (int64 (index $others 5))) }}
{{- end }}
{{- end }}
{{- $there := 0 }}
{{- range $node := $nodes }}
{{- $models := list "-" }}
{{- range $label := list "nvidia.com/gpu.product" "amd.com/gpu.product-name" "gpu.intel.com/product" }}
{{- $models = append $models (index $node.metadata.labels $label | default "" | trimSuffix "-SHARED") }}
{{- end }}
{{- if has $product $models }}
{{- $there = add $there (index .status.allocatable $resource | default 0 | int64) }}
{{- end }}
{{- end }}
{{- if gt $wanted $there }}
the pods want {{ $wanted }} of {{ $resource }}{{ ternary "" (printf " on nodes with %s" $product) (eq $product "-") }} while they are replaced, and
  the nodes of the cluster have {{ $there }}: see kubectl describe nodes.
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Asks the cluster for what preflight.cluster looks at: where that is forbidden, Helm names this template. */}}
{{- define "ai-platform needs rights to list nodes, storage classes and ingress classes, or preflight.cluster=false" -}}
{{- $asked := list (lookup "v1" "Node" "" "") (lookup "storage.k8s.io/v1" "StorageClass" "" "") }}
{{- $asked = append $asked (lookup "networking.k8s.io/v1" "IngressClass" "" "") }}
{{- end }}

{{/* Problem with a Secret that a value names: it does not exist, or lacks keys. */}}
{{- define "ai-platform.secretProblem" -}}
{{- $secret := lookup "v1" "Secret" .namespace .name }}
{{- $missing := list }}
{{- $broken := list }}
{{- range $key := .keys }}
{{- $there := "" }}
{{- with $secret.data }}
{{- $there = index . $key | default "" }}
{{- end }}
{{- if not $there }}
{{- $missing = append $missing $key }}
{{- else if regexMatch "[[:cntrl:]]$" (b64dec $there) }}
{{- $broken = append $broken $key }}
{{- end }}
{{- end }}
{{- if not $secret }}
{{- printf "%s names the Secret %s, and the namespace %s has none: create it%s, or list it in preflight.laterSecrets." .value .name .namespace
  (ternary (printf " with the key %s" (join ", " .keys)) "" (gt (len .keys) 0)) }}
{{- else if $missing }}
{{- printf "%s names the Secret %s, and that lacks the key %s." .value .name (join ", " $missing) }}
{{- else if $broken }}
{{- printf
  "%s names the Secret %s, whose key %s ends in a line break, which not all programs cut off: write it anew, for example with printf instead of echo."
  .value .name (join ", " $broken) }}
{{- end }}
{{- end }}

{{/* Problem with a Secret that a connection or a chart names, unless it comes later; called with the scope of the member, where the connection leads,
  and what messages name. */}}
{{- define "ai-platform.credentialProblem" -}}
{{- if and (has .via (list "value" "external")) .name (not (has .name .root.preflight.laterSecrets)) }}
{{- include "ai-platform.secretProblem"
  (dict "namespace" .root.Release.Namespace "name" .name "keys" .keys "value" (ternary .external .value (eq .via "external"))) }}
{{- end }}
{{- end }}

{{/* Problem with the storage class of a volume: it does not exist, or there is no default one. */}}
{{- define "ai-platform.storageClassProblem" -}}
{{- if .name }}
{{- if not (or (eq .name "-") (lookup "storage.k8s.io/v1" "StorageClass" "" .name)) }}
{{- printf "%s names the storage class %s, which does not exist in this cluster: see kubectl get storageclasses." .value .name }}
{{- end }}
{{- else }}
{{- $default := false }}
{{- range (lookup "storage.k8s.io/v1" "StorageClass" "" "").items }}
{{- with .metadata.annotations }}
{{- $default = or $default (eq (index . "storageclass.kubernetes.io/is-default-class" | default "") "true") }}
{{- end }}
{{- end }}
{{- if not $default }}
{{- printf "%s needs a storage class, and this cluster has no default one: name one in global.storageClass." .value }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problem with the storage class of a volume that a chart makes; called with the scope of the member, the values of the volume and their name. */}}
{{- define "ai-platform.volumeProblem" -}}
{{- if and .volume.enabled (not .volume.existingClaim) }}
{{- include "ai-platform.storageClassProblem" (dict "name" (.volume.storageClass | default .root.Values.global.storageClass) "value" .value) }}
{{- end }}
{{- end }}

{{/* Problem with a claim that should grow but whose storage class does not allow it; called with the class, the value, and both sizes. */}}
{{- define "ai-platform.growthProblem" -}}
{{- with .class }}
{{- $class := lookup "storage.k8s.io/v1" "StorageClass" "" . }}
{{- if and $class (not $class.allowVolumeExpansion) }}
{{- printf "%s.size would change from %s to %s, and no claim of the storage class %s grows: set it back, or move the data to one in %s.existingClaim."
  $.value $.from (toJson $.to | trimAll "\"") . $.value }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problem with a namespace whose pods need more than Pod Security restricted allows. */}}
{{- define "ai-platform.podSecurityProblem" -}}
{{- with (lookup "v1" "Namespace" "" .namespace).metadata }}
{{- $level := index .labels "pod-security.kubernetes.io/enforce" | default "privileged" }}
{{- if ne $level "privileged" }}
{{- $needs := printf "%s needs a namespace with pod-security.kubernetes.io/enforce=privileged" $.value }}
{{- $way := "leave it false, or install that chart as a release of its own in a namespace that allows it" }}
{{- printf "%s, and %s has %s: %s." $needs $.namespace $level $way }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of ai-system in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.ai-system" -}}
{{- if .preflight.cluster }}
{{ include "ai-platform.volumeProblem" (dict "root" . "volume" .Values.infraCore.persistence "value" "ai-system.infraCore.persistence") }}
{{ include "ai-platform.volumeProblem" (dict "root" . "volume" .Values.memory.persistence "value" "ai-system.memory.persistence") }}
{{- if .Values.ingress.enabled }}
{{ include "ai-platform.ingressClassProblem"
  (dict "name" (.Values.ingress.className | default .Values.global.ingress.className) "value" "ai-system") }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of alertmanager in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.alertmanager" -}}
{{- if .preflight.cluster }}
{{ include "ai-platform.volumeProblem" (dict "root" . "volume" .Values.persistence "value" "alertmanager.persistence") }}
{{- if .Values.ingress.enabled }}
{{ include "ai-platform.ingressClassProblem"
  (dict "name" (.Values.ingress.className | default .Values.global.ingress.className) "value" "alertmanager") }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of dcgm-exporter in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.dcgm-exporter" -}}
{{- if .preflight.cluster }}
{{- if .Values.podMapping.enabled }}
{{ include "ai-platform.podSecurityProblem" (dict "namespace" .Release.Namespace "value" "dcgm-exporter.podMapping.enabled") }}
{{- end }}
{{- if .Values.gke.enabled }}
{{ include "ai-platform.podSecurityProblem" (dict "namespace" .Release.Namespace "value" "dcgm-exporter.gke.enabled") }}
{{- end }}
{{- if .Values.profiling.enabled }}
{{ include "ai-platform.podSecurityProblem" (dict "namespace" .Release.Namespace "value" "dcgm-exporter.profiling.enabled") }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of jaeger in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.jaeger" -}}
{{- if .preflight.cluster }}
{{ include "ai-platform.volumeProblem" (dict "root" . "volume" .Values.persistence "value" "jaeger.persistence") }}
{{- if .Values.ingress.enabled }}
{{ include "ai-platform.ingressClassProblem" (dict "name" (.Values.ingress.className | default .Values.global.ingress.className) "value" "jaeger") }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of minio in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.minio" -}}
{{ include "ai-platform.credentialProblem" (dict "root" . "via" "value" "name" .Values.secrets.existingSecret "keys"
  (list (include "minio.secretKey" (dict "root" . "key" "username")) (include "minio.secretKey" (dict "root" . "key" "password"))) "value"
  "minio.secrets.existingSecret" "external" "") }}
{{- if .preflight.cluster }}
{{ include "ai-platform.volumeProblem" (dict "root" . "volume" .Values.persistence "value" "minio.persistence") }}
{{- if .Values.ingress.enabled }}
{{ include "ai-platform.ingressClassProblem" (dict "name" (.Values.ingress.className | default .Values.global.ingress.className) "value" "minio") }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of ollama in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.ollama" -}}
{{- if .preflight.cluster }}
{{ include "ai-platform.volumeProblem" (dict "root" . "volume" .Values.persistence "value" "ollama.persistence") }}
{{- if .Values.ingress.enabled }}
{{ include "ai-platform.ingressClassProblem" (dict "name" (.Values.ingress.className | default .Values.global.ingress.className) "value" "ollama") }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of postgres in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.postgres" -}}
{{ include "ai-platform.credentialProblem" (dict "root" . "via" "value" "name" .Values.secrets.existingSecret "keys"
  (list (include "postgres.secretKey" (dict "root" . "key" "password"))) "value" "postgres.secrets.existingSecret" "external" "") }}
{{- if .preflight.cluster }}
{{ include "ai-platform.volumeProblem" (dict "root" . "volume" .Values.persistence "value" "postgres.persistence") }}
{{- end }}
{{- end }}

{{/* Problems of prometheus in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.prometheus" -}}
{{- if .preflight.cluster }}
{{ include "ai-platform.volumeProblem" (dict "root" . "volume" .Values.persistence "value" "prometheus.persistence") }}
{{- if .Values.ingress.enabled }}
{{ include "ai-platform.ingressClassProblem"
  (dict "name" (.Values.ingress.className | default .Values.global.ingress.className) "value" "prometheus") }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of redis in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.redis" -}}
{{ include "ai-platform.credentialProblem" (dict "root" . "via" "value" "name" .Values.secrets.existingSecret "keys"
  (list (include "redis.secretKey" (dict "root" . "key" "password"))) "value" "redis.secrets.existingSecret" "external" "") }}
{{- if .preflight.cluster }}
{{ include "ai-platform.volumeProblem" (dict "root" . "volume" .Values.persistence "value" "redis.persistence") }}
{{ include "ai-platform.volumeProblem" (dict "root" . "volume" .Values.read.persistence "value" "redis.read.persistence") }}
{{- end }}
{{- end }}

{{/* Problems of secrets in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.secrets" -}}
{{- end }}

{{/* Problems of airflow in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.airflow" -}}
{{ include "ai-platform.credentialProblem" (dict "root" . "via" "value" "name" .Values.secrets.existingSecret "keys" (list
  (include "airflow.secretKey" (dict "root" . "key" "fernet-key")) (include "airflow.secretKey" (dict "root" . "key" "api-secret-key"))
  (include "airflow.secretKey" (dict "root" . "key" "webserver-secret-key")) (include "airflow.secretKey" (dict "root" . "key" "jwt-secret"))
  (include "airflow.secretKey" (dict "root" . "key" "admin-password"))) "value" "airflow.secrets.existingSecret" "external" "") }}
{{ include "ai-platform.credentialProblem" (dict "root" . "via" (include "airflow.connections.postgres.via" .) "name"
  (include "airflow.connections.postgres.secretName" .) "keys" (list (include "airflow.connections.postgres.secretKey" .)) "value"
  "airflow.connections.postgres.existingSecret" "external" "global.members.postgres.external.existingSecret") }}
{{ include "ai-platform.credentialProblem" (dict "root" . "via" (include "airflow.connections.redis.via" .) "name"
  (include "airflow.connections.redis.secretName" .) "keys" (list (include "airflow.connections.redis.secretKey" .)) "value"
  "airflow.connections.redis.existingSecret" "external" "global.members.redis.external.existingSecret") }}
{{ include "ai-platform.credentialProblem" (dict "root" . "via" (include "airflow.connections.s3.via" .) "name"
  (include "airflow.connections.s3.secretName" .) "keys"
  (list (include "airflow.connections.s3.usernameKey" .) (include "airflow.connections.s3.secretKey" .)) "value"
  "airflow.connections.s3.existingSecret" "external" "global.members.minio.external.existingSecret") }}
{{- if .preflight.cluster }}
{{ include "ai-platform.volumeProblem" (dict "root" . "volume" .Values.scheduler.persistence "value" "airflow.scheduler.persistence") }}
{{ include "ai-platform.volumeProblem" (dict "root" . "volume" .Values.worker.persistence "value" "airflow.worker.persistence") }}
{{- if .Values.ingress.enabled }}
{{ include "ai-platform.ingressClassProblem" (dict "name" (.Values.ingress.className | default .Values.global.ingress.className) "value" "airflow") }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of gemini-agent in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.gemini-agent" -}}
{{ include "ai-platform.credentialProblem" (dict "root" . "via" "value" "name" .Values.secrets.existingSecret "keys"
  (list (include "gemini-agent.secretKey" (dict "root" . "key" "GOOGLE_API_KEY"))) "value" "gemini-agent.secrets.existingSecret" "external" "") }}
{{ include "ai-platform.credentialProblem" (dict "root" . "via" (include "gemini-agent.connections.redis.via" .) "name"
  (include "gemini-agent.connections.redis.secretName" .) "keys" (list (include "gemini-agent.connections.redis.secretKey" .)) "value"
  "gemini-agent.connections.redis.existingSecret" "external" "global.members.redis.external.existingSecret") }}
{{- if .preflight.cluster }}
{{- if .Values.ingress.enabled }}
{{ include "ai-platform.ingressClassProblem"
  (dict "name" (.Values.ingress.className | default .Values.global.ingress.className) "value" "gemini-agent") }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of grafana in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.grafana" -}}
{{ include "ai-platform.credentialProblem" (dict "root" . "via" "value" "name" .Values.secrets.existingSecret "keys"
  (list (include "grafana.secretKey" (dict "root" . "key" "admin-password")) (include "grafana.secretKey" (dict "root" . "key" "secret-key"))) "value"
  "grafana.secrets.existingSecret" "external" "") }}
{{ include "ai-platform.credentialProblem" (dict "root" . "via" (include "grafana.connections.postgres.via" .) "name"
  (include "grafana.connections.postgres.secretName" .) "keys" (list (include "grafana.connections.postgres.secretKey" .)) "value"
  "grafana.connections.postgres.existingSecret" "external" "global.members.postgres.external.existingSecret") }}
{{- if .preflight.cluster }}
{{ include "ai-platform.volumeProblem" (dict "root" . "volume" .Values.persistence "value" "grafana.persistence") }}
{{- with (lookup "v1" "PersistentVolumeClaim" .Release.Namespace (include "grafana.fullname" .)).spec }}
{{- if gt (include "grafana.rules.bytes" $.Values.persistence.size | float64) (include "grafana.rules.bytes" .resources.requests.storage | float64) }}
{{ include "ai-platform.growthProblem"
  (dict "class" .storageClassName "value" "grafana.persistence" "from" .resources.requests.storage "to" $.Values.persistence.size) }}
{{- end }}
{{- end }}
{{- if .Values.ingress.enabled }}
{{ include "ai-platform.ingressClassProblem" (dict "name" (.Values.ingress.className | default .Values.global.ingress.className) "value" "grafana") }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of langchain-api in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.langchain-api" -}}
{{ include "ai-platform.credentialProblem"
  (dict "root" . "via" "value" "name" .Values.secrets.existingSecret "keys" (list) "value" "langchain-api.secrets.existingSecret" "external" "") }}
{{ include "ai-platform.credentialProblem" (dict "root" . "via" (include "langchain-api.connections.redis.via" .) "name"
  (include "langchain-api.connections.redis.secretName" .) "keys" (list (include "langchain-api.connections.redis.secretKey" .)) "value"
  "langchain-api.connections.redis.existingSecret" "external" "global.members.redis.external.existingSecret") }}
{{- if .preflight.cluster }}
{{- if .Values.ingress.enabled }}
{{ include "ai-platform.ingressClassProblem"
  (dict "name" (.Values.ingress.className | default .Values.global.ingress.className) "value" "langchain-api") }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of mlflow in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.mlflow" -}}
{{ include "ai-platform.credentialProblem" (dict "root" . "via" "value" "name" .Values.secrets.existingSecret "keys" (list (include "mlflow.secretKey"
  (dict "root" . "key" "admin-password")) (include "mlflow.secretKey" (dict "root" . "key" "flask-secret-key")) (include "mlflow.secretKey"
  (dict "root" . "key" "encryption-passphrase"))) "value" "mlflow.secrets.existingSecret" "external" "") }}
{{ include "ai-platform.credentialProblem" (dict "root" . "via" (include "mlflow.connections.postgres.via" .) "name"
  (include "mlflow.connections.postgres.secretName" .) "keys" (list (include "mlflow.connections.postgres.secretKey" .)) "value"
  "mlflow.connections.postgres.existingSecret" "external" "global.members.postgres.external.existingSecret") }}
{{ include "ai-platform.credentialProblem" (dict "root" . "via" (include "mlflow.connections.s3.via" .) "name"
  (include "mlflow.connections.s3.secretName" .) "keys"
  (list (include "mlflow.connections.s3.usernameKey" .) (include "mlflow.connections.s3.secretKey" .)) "value" "mlflow.connections.s3.existingSecret"
  "external" "global.members.minio.external.existingSecret") }}
{{- if .preflight.cluster }}
{{- if .Values.ingress.enabled }}
{{ include "ai-platform.ingressClassProblem" (dict "name" (.Values.ingress.className | default .Values.global.ingress.className) "value" "mlflow") }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of voice-ai in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.voice-ai" -}}
{{ include "ai-platform.credentialProblem" (dict "root" . "via" "value" "name" .Values.secrets.existingSecret "keys"
  (list (include "voice-ai.secretKey" (dict "root" . "key" "api-key")) (include "voice-ai.secretKey" (dict "root" . "key" "api-secret"))) "value"
  "voice-ai.secrets.existingSecret" "external" "") }}
{{- if .preflight.cluster }}
{{ include "ai-platform.volumeProblem" (dict "root" . "volume" .Values.whisper.persistence "value" "voice-ai.whisper.persistence") }}
{{- if .Values.ingress.enabled }}
{{ include "ai-platform.ingressClassProblem"
  (dict "name" (.Values.ingress.className | default .Values.global.ingress.className) "value" "voice-ai") }}
{{- end }}
{{- if .Values.livekit.ingress.enabled }}
{{ include "ai-platform.ingressClassProblem"
  (dict "name" (.Values.livekit.ingress.className | default .Values.global.ingress.className) "value" "voice-ai.livekit") }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of fastapi in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.fastapi" -}}
{{ include "ai-platform.credentialProblem" (dict "root" . "via" (include "fastapi.connections.redis.via" .) "name"
  (include "fastapi.connections.redis.secretName" .) "keys" (list (include "fastapi.connections.redis.secretKey" .)) "value"
  "fastapi.connections.redis.existingSecret" "external" "global.members.redis.external.existingSecret") }}
{{ include "ai-platform.credentialProblem" (dict "root" . "via" (include "fastapi.connections.postgres.via" .) "name"
  (include "fastapi.connections.postgres.secretName" .) "keys" (list (include "fastapi.connections.postgres.secretKey" .)) "value"
  "fastapi.connections.postgres.existingSecret" "external" "global.members.postgres.external.existingSecret") }}
{{ include "ai-platform.credentialProblem" (dict "root" . "via" (include "fastapi.connections.s3.via" .) "name"
  (include "fastapi.connections.s3.secretName" .) "keys"
  (list (include "fastapi.connections.s3.usernameKey" .) (include "fastapi.connections.s3.secretKey" .)) "value"
  "fastapi.connections.s3.existingSecret" "external" "global.members.minio.external.existingSecret") }}
{{- if .preflight.cluster }}
{{- if .Values.ingress.enabled }}
{{ include "ai-platform.ingressClassProblem" (dict "name" (.Values.ingress.className | default .Values.global.ingress.className) "value" "fastapi") }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of llm-web in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.llm-web" -}}
{{- if .preflight.cluster }}
{{- if .Values.ingress.enabled }}
{{ include "ai-platform.ingressClassProblem" (dict "name" (.Values.ingress.className | default .Values.global.ingress.className) "value" "llm-web") }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of streamlit in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.streamlit" -}}
{{ include "ai-platform.credentialProblem" (dict "root" . "via" "value" "name" .Values.secrets.existingSecret "keys"
  (list (include "streamlit.secretKey" (dict "root" . "key" "cookie-secret"))) "value" "streamlit.secrets.existingSecret" "external" "") }}
{{ include "ai-platform.credentialProblem" (dict "root" . "via" (include "streamlit.connections.redis.via" .) "name"
  (include "streamlit.connections.redis.secretName" .) "keys" (list (include "streamlit.connections.redis.secretKey" .)) "value"
  "streamlit.connections.redis.existingSecret" "external" "global.members.redis.external.existingSecret") }}
{{- if .preflight.cluster }}
{{- if .Values.ingress.enabled }}
{{ include "ai-platform.ingressClassProblem"
  (dict "name" (.Values.ingress.className | default .Values.global.ingress.className) "value" "streamlit") }}
{{- end }}
{{- end }}
{{- end }}
