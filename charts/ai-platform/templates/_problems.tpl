{{/* Mistakes in the values of several members together, one problem per line. */}}
{{- define "ai-platform.problems" -}}
{{- regexReplaceAll "\n  +" (include "ai-platform.findings" .) " " | trim }}
{{- end }}

{{/* The same; a line that begins with blanks continues the one before it. */}}
{{- define "ai-platform.findings" -}}
{{- if not (kindIs "invalid" (index .Values "ai-system").enabled) }}
ai-system.enabled decides nothing in an umbrella: set global.members.ai-system.enabled.
{{- end }}
{{- if (index .Values.global.members "ai-system").enabled }}
{{- if or (index .Values "ai-system").fullnameOverride (index .Values "ai-system").nameOverride }}
ai-system.fullnameOverride and ai-system.nameOverride would hide ai-system from the rest of the umbrella: leave them
  empty.
{{- end }}
{{- range include "ai-system.problems" (index .Subcharts "ai-system") | splitList "\n" | compact }}
{{ ternary . (printf "ai-system: %s" .) (hasPrefix "ai-system " .) }}
{{- end }}
{{- end }}
{{- if not (kindIs "invalid" .Values.alertmanager.enabled) }}
alertmanager.enabled decides nothing in an umbrella: set global.members.alertmanager.enabled.
{{- end }}
{{- if .Values.global.members.alertmanager.enabled }}
{{- if or .Values.alertmanager.fullnameOverride .Values.alertmanager.nameOverride }}
alertmanager.fullnameOverride and alertmanager.nameOverride would hide alertmanager from the rest of the umbrella: leave
  them empty.
{{- end }}
{{- if .Values.global.members.alertmanager.external.host }}
global.members.alertmanager.external.host is for a service outside, and the member alertmanager is enabled: leave it
  empty, or disable the member.
{{- end }}
{{- if ne (int64 .Values.alertmanager.service.port) 9093 }}
alertmanager.service.port must stay 9093: the other members look for it there.
{{- end }}
{{- range include "alertmanager.problems" (index .Subcharts "alertmanager") | splitList "\n" | compact }}
{{ ternary . (printf "alertmanager: %s" .) (hasPrefix "alertmanager " .) }}
{{- end }}
{{- end }}
{{- if not (kindIs "invalid" (index .Values "dcgm-exporter").enabled) }}
dcgm-exporter.enabled decides nothing in an umbrella: set global.members.dcgm-exporter.enabled.
{{- end }}
{{- if (index .Values.global.members "dcgm-exporter").enabled }}
{{- if or (index .Values "dcgm-exporter").fullnameOverride (index .Values "dcgm-exporter").nameOverride }}
dcgm-exporter.fullnameOverride and dcgm-exporter.nameOverride would hide dcgm-exporter from the rest of the umbrella:
  leave them empty.
{{- end }}
{{- range include "dcgm-exporter.problems" (index .Subcharts "dcgm-exporter") | splitList "\n" | compact }}
{{ ternary . (printf "dcgm-exporter: %s" .) (hasPrefix "dcgm-exporter " .) }}
{{- end }}
{{- end }}
{{- if not (kindIs "invalid" .Values.jaeger.enabled) }}
jaeger.enabled decides nothing in an umbrella: set global.members.jaeger.enabled.
{{- end }}
{{- if .Values.global.members.jaeger.enabled }}
{{- if or .Values.jaeger.fullnameOverride .Values.jaeger.nameOverride }}
jaeger.fullnameOverride and jaeger.nameOverride would hide jaeger from the rest of the umbrella: leave them empty.
{{- end }}
{{- if .Values.global.members.jaeger.external.host }}
global.members.jaeger.external.host is for a service outside, and the member jaeger is enabled: leave it empty, or
  disable the member.
{{- end }}
{{- if ne (int64 .Values.jaeger.service.port) 16686 }}
jaeger.service.port must stay 16686: the other members look for it there.
{{- end }}
{{- range include "jaeger.problems" (index .Subcharts "jaeger") | splitList "\n" | compact }}
{{ ternary . (printf "jaeger: %s" .) (hasPrefix "jaeger " .) }}
{{- end }}
{{- end }}
{{- if not (kindIs "invalid" .Values.minio.enabled) }}
minio.enabled decides nothing in an umbrella: set global.members.minio.enabled.
{{- end }}
{{- if .Values.global.members.minio.enabled }}
{{- if or .Values.minio.fullnameOverride .Values.minio.nameOverride }}
minio.fullnameOverride and minio.nameOverride would hide minio from the rest of the umbrella: leave them empty.
{{- end }}
{{- if .Values.global.members.minio.external.host }}
global.members.minio.external.host is for a service outside, and the member minio is enabled: leave it empty, or disable
  the member.
{{- end }}
{{- if ne (int64 .Values.minio.service.port) 9000 }}
minio.service.port must stay 9000: the other members look for it there.
{{- end }}
{{- if ne .Values.minio.tls.enabled .Values.global.members.minio.tls }}
minio and its clients disagree on TLS: set global.members.minio.tls to the same as its own tls.enabled.
{{- end }}
{{- range include "minio.problems" (index .Subcharts "minio") | splitList "\n" | compact }}
{{ ternary . (printf "minio: %s" .) (hasPrefix "minio " .) }}
{{- end }}
{{- end }}
{{- if not (kindIs "invalid" .Values.ollama.enabled) }}
ollama.enabled decides nothing in an umbrella: set global.members.ollama.enabled.
{{- end }}
{{- if .Values.global.members.ollama.enabled }}
{{- if or .Values.ollama.fullnameOverride .Values.ollama.nameOverride }}
ollama.fullnameOverride and ollama.nameOverride would hide ollama from the rest of the umbrella: leave them empty.
{{- end }}
{{- if .Values.global.members.ollama.external.host }}
global.members.ollama.external.host is for a service outside, and the member ollama is enabled: leave it empty, or
  disable the member.
{{- end }}
{{- if ne (int64 .Values.ollama.service.port) 11434 }}
ollama.service.port must stay 11434: the other members look for it there.
{{- end }}
{{- range include "ollama.problems" (index .Subcharts "ollama") | splitList "\n" | compact }}
{{ ternary . (printf "ollama: %s" .) (hasPrefix "ollama " .) }}
{{- end }}
{{- end }}
{{- if not (kindIs "invalid" .Values.postgres.enabled) }}
postgres.enabled decides nothing in an umbrella: set global.members.postgres.enabled.
{{- end }}
{{- if .Values.global.members.postgres.enabled }}
{{- if or .Values.postgres.fullnameOverride .Values.postgres.nameOverride }}
postgres.fullnameOverride and postgres.nameOverride would hide postgres from the rest of the umbrella: leave them empty.
{{- end }}
{{- if .Values.global.members.postgres.external.host }}
global.members.postgres.external.host is for a service outside, and the member postgres is enabled: leave it empty, or
  disable the member.
{{- end }}
{{- if ne (int64 .Values.postgres.service.port) 5432 }}
postgres.service.port must stay 5432: the other members look for it there.
{{- end }}
{{- if ne .Values.postgres.tls.enabled .Values.global.members.postgres.tls }}
postgres and its clients disagree on TLS: set global.members.postgres.tls to the same as its own tls.enabled.
{{- end }}
{{- range include "postgres.problems" (index .Subcharts "postgres") | splitList "\n" | compact }}
{{ ternary . (printf "postgres: %s" .) (hasPrefix "postgres " .) }}
{{- end }}
{{- end }}
{{- if not (kindIs "invalid" .Values.prometheus.enabled) }}
prometheus.enabled decides nothing in an umbrella: set global.members.prometheus.enabled.
{{- end }}
{{- if .Values.global.members.prometheus.enabled }}
{{- if or .Values.prometheus.fullnameOverride .Values.prometheus.nameOverride }}
prometheus.fullnameOverride and prometheus.nameOverride would hide prometheus from the rest of the umbrella: leave them
  empty.
{{- end }}
{{- if .Values.global.members.prometheus.external.host }}
global.members.prometheus.external.host is for a service outside, and the member prometheus is enabled: leave it empty,
  or disable the member.
{{- end }}
{{- if ne (int64 .Values.prometheus.service.port) 9090 }}
prometheus.service.port must stay 9090: the other members look for it there.
{{- end }}
{{- range include "prometheus.problems" (index .Subcharts "prometheus") | splitList "\n" | compact }}
{{ ternary . (printf "prometheus: %s" .) (hasPrefix "prometheus " .) }}
{{- end }}
{{- end }}
{{- if not (kindIs "invalid" .Values.redis.enabled) }}
redis.enabled decides nothing in an umbrella: set global.members.redis.enabled.
{{- end }}
{{- if .Values.global.members.redis.enabled }}
{{- if or .Values.redis.fullnameOverride .Values.redis.nameOverride }}
redis.fullnameOverride and redis.nameOverride would hide redis from the rest of the umbrella: leave them empty.
{{- end }}
{{- if .Values.global.members.redis.external.host }}
global.members.redis.external.host is for a service outside, and the member redis is enabled: leave it empty, or disable
  the member.
{{- end }}
{{- if ne (int64 .Values.redis.service.port) 6379 }}
redis.service.port must stay 6379: the other members look for it there.
{{- end }}
{{- if ne .Values.redis.tls.enabled .Values.global.members.redis.tls }}
redis and its clients disagree on TLS: set global.members.redis.tls to the same as its own tls.enabled.
{{- end }}
{{- if and .Values.redis.secrets.existingSecret
  (ne .Values.redis.secrets.existingSecret (include "ai-platform.redis" .)) }}
redis.secrets.existingSecret must be {{ include "ai-platform.redis" . }}: the other members look for the password there.
{{- end }}
{{- range include "redis.problems" (index .Subcharts "redis") | splitList "\n" | compact }}
{{ ternary . (printf "redis: %s" .) (hasPrefix "redis " .) }}
{{- end }}
{{- end }}
{{- if not (kindIs "invalid" .Values.secrets.enabled) }}
secrets.enabled decides nothing in an umbrella: set global.members.secrets.enabled.
{{- end }}
{{- if .Values.global.members.secrets.enabled }}
{{- if or .Values.secrets.fullnameOverride .Values.secrets.nameOverride }}
secrets.fullnameOverride and secrets.nameOverride would hide secrets from the rest of the umbrella: leave them empty.
{{- end }}
{{- range include "secrets.problems" (index .Subcharts "secrets") | splitList "\n" | compact }}
{{ ternary . (printf "secrets: %s" .) (hasPrefix "secrets " .) }}
{{- end }}
{{- end }}
{{- if not (kindIs "invalid" .Values.airflow.enabled) }}
airflow.enabled decides nothing in an umbrella: set global.members.airflow.enabled.
{{- end }}
{{- if .Values.global.members.airflow.enabled }}
{{- if or .Values.airflow.fullnameOverride .Values.airflow.nameOverride }}
airflow.fullnameOverride and airflow.nameOverride would hide airflow from the rest of the umbrella: leave them empty.
{{- end }}
{{- range include "airflow.problems" (index .Subcharts "airflow") | splitList "\n" | compact }}
{{ ternary . (printf "airflow: %s" .) (hasPrefix "airflow " .) }}
{{- end }}
{{- end }}
{{- if not (kindIs "invalid" (index .Values "gemini-agent").enabled) }}
gemini-agent.enabled decides nothing in an umbrella: set global.members.gemini-agent.enabled.
{{- end }}
{{- if (index .Values.global.members "gemini-agent").enabled }}
{{- if or (index .Values "gemini-agent").fullnameOverride (index .Values "gemini-agent").nameOverride }}
gemini-agent.fullnameOverride and gemini-agent.nameOverride would hide gemini-agent from the rest of the umbrella: leave
  them empty.
{{- end }}
{{- range include "gemini-agent.problems" (index .Subcharts "gemini-agent") | splitList "\n" | compact }}
{{ ternary . (printf "gemini-agent: %s" .) (hasPrefix "gemini-agent " .) }}
{{- end }}
{{- end }}
{{- if not (kindIs "invalid" .Values.grafana.enabled) }}
grafana.enabled decides nothing in an umbrella: set global.members.grafana.enabled.
{{- end }}
{{- if .Values.global.members.grafana.enabled }}
{{- if or .Values.grafana.fullnameOverride .Values.grafana.nameOverride }}
grafana.fullnameOverride and grafana.nameOverride would hide grafana from the rest of the umbrella: leave them empty.
{{- end }}
{{- range include "grafana.problems" (index .Subcharts "grafana") | splitList "\n" | compact }}
{{ ternary . (printf "grafana: %s" .) (hasPrefix "grafana " .) }}
{{- end }}
{{- end }}
{{- if not (kindIs "invalid" (index .Values "langchain-api").enabled) }}
langchain-api.enabled decides nothing in an umbrella: set global.members.langchain-api.enabled.
{{- end }}
{{- if (index .Values.global.members "langchain-api").enabled }}
{{- if or (index .Values "langchain-api").fullnameOverride (index .Values "langchain-api").nameOverride }}
langchain-api.fullnameOverride and langchain-api.nameOverride would hide langchain-api from the rest of the umbrella:
  leave them empty.
{{- end }}
{{- if (index .Values.global.members "langchain-api").external.host }}
global.members.langchain-api.external.host is for a service outside, and the member langchain-api is enabled: leave it
  empty, or disable the member.
{{- end }}
{{- if ne (int64 (index .Values "langchain-api").service.port) 8000 }}
langchain-api.service.port must stay 8000: the other members look for it there.
{{- end }}
{{- range include "langchain-api.problems" (index .Subcharts "langchain-api") | splitList "\n" | compact }}
{{ ternary . (printf "langchain-api: %s" .) (hasPrefix "langchain-api " .) }}
{{- end }}
{{- end }}
{{- if not (kindIs "invalid" .Values.mlflow.enabled) }}
mlflow.enabled decides nothing in an umbrella: set global.members.mlflow.enabled.
{{- end }}
{{- if .Values.global.members.mlflow.enabled }}
{{- if or .Values.mlflow.fullnameOverride .Values.mlflow.nameOverride }}
mlflow.fullnameOverride and mlflow.nameOverride would hide mlflow from the rest of the umbrella: leave them empty.
{{- end }}
{{- if .Values.global.members.mlflow.external.host }}
global.members.mlflow.external.host is for a service outside, and the member mlflow is enabled: leave it empty, or
  disable the member.
{{- end }}
{{- if ne (int64 .Values.mlflow.service.port) 5000 }}
mlflow.service.port must stay 5000: the other members look for it there.
{{- end }}
{{- range include "mlflow.problems" (index .Subcharts "mlflow") | splitList "\n" | compact }}
{{ ternary . (printf "mlflow: %s" .) (hasPrefix "mlflow " .) }}
{{- end }}
{{- end }}
{{- if not (kindIs "invalid" (index .Values "voice-ai").enabled) }}
voice-ai.enabled decides nothing in an umbrella: set global.members.voice-ai.enabled.
{{- end }}
{{- if (index .Values.global.members "voice-ai").enabled }}
{{- if or (index .Values "voice-ai").fullnameOverride (index .Values "voice-ai").nameOverride }}
voice-ai.fullnameOverride and voice-ai.nameOverride would hide voice-ai from the rest of the umbrella: leave them empty.
{{- end }}
{{- range include "voice-ai.problems" (index .Subcharts "voice-ai") | splitList "\n" | compact }}
{{ ternary . (printf "voice-ai: %s" .) (hasPrefix "voice-ai " .) }}
{{- end }}
{{- end }}
{{- if not (kindIs "invalid" .Values.fastapi.enabled) }}
fastapi.enabled decides nothing in an umbrella: set global.members.fastapi.enabled.
{{- end }}
{{- if .Values.global.members.fastapi.enabled }}
{{- if or .Values.fastapi.fullnameOverride .Values.fastapi.nameOverride }}
fastapi.fullnameOverride and fastapi.nameOverride would hide fastapi from the rest of the umbrella: leave them empty.
{{- end }}
{{- range include "fastapi.problems" (index .Subcharts "fastapi") | splitList "\n" | compact }}
{{ ternary . (printf "fastapi: %s" .) (hasPrefix "fastapi " .) }}
{{- end }}
{{- end }}
{{- if not (kindIs "invalid" (index .Values "llm-web").enabled) }}
llm-web.enabled decides nothing in an umbrella: set global.members.llm-web.enabled.
{{- end }}
{{- if (index .Values.global.members "llm-web").enabled }}
{{- if or (index .Values "llm-web").fullnameOverride (index .Values "llm-web").nameOverride }}
llm-web.fullnameOverride and llm-web.nameOverride would hide llm-web from the rest of the umbrella: leave them empty.
{{- end }}
{{- range include "llm-web.problems" (index .Subcharts "llm-web") | splitList "\n" | compact }}
{{ ternary . (printf "llm-web: %s" .) (hasPrefix "llm-web " .) }}
{{- end }}
{{- end }}
{{- if not (kindIs "invalid" .Values.streamlit.enabled) }}
streamlit.enabled decides nothing in an umbrella: set global.members.streamlit.enabled.
{{- end }}
{{- if .Values.global.members.streamlit.enabled }}
{{- if or .Values.streamlit.fullnameOverride .Values.streamlit.nameOverride }}
streamlit.fullnameOverride and streamlit.nameOverride would hide streamlit from the rest of the umbrella: leave them
  empty.
{{- end }}
{{- range include "streamlit.problems" (index .Subcharts "streamlit") | splitList "\n" | compact }}
{{ ternary . (printf "streamlit: %s" .) (hasPrefix "streamlit " .) }}
{{- end }}
{{- end }}
{{- if .Values.global.gpu.cards }}
{{- include "ai-platform.cardProblems"
  (dict "claims" (include "ai-platform.claims" .) "cards" .Values.global.gpu.cards) }}
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

{{/* Cards of global.gpu.cards that are too small for what pods claim; a line that begins with blanks continues the one
  before it. */}}
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
  and MPS gives each of {{ $shares }} clients no more than {{ div (mul $memory $cards) $shares }} MiB of the
    {{ $product }}:
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
the pods want {{ $wanted }} of {{ $resource }}{{ ternary "" (printf " on nodes with %s" $product) (eq $product "-") }}
  while they are replaced, and the nodes of the cluster have {{ $there }}: see kubectl describe nodes.
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problem with a Secret that a value names: it does not exist, or lacks keys. */}}
{{- define "ai-platform.secretProblem" -}}
{{- $secret := lookup "v1" "Secret" .namespace .name }}
{{- $missing := list }}
{{- range $key := .keys }}
{{- $there := false }}
{{- with $secret.data }}
{{- $there = index . $key }}
{{- end }}
{{- if not $there }}
{{- $missing = append $missing $key }}
{{- end }}
{{- end }}
{{- if not $secret }}
{{- printf "%s names the Secret %s, and the namespace %s has none: create it%s, or list it in preflight.laterSecrets."
  .value .name .namespace (ternary (printf " with the key %s" (join ", " .keys)) "" (gt (len .keys) 0)) }}
{{- else if $missing }}
{{- printf "%s names the Secret %s, and that lacks the key %s." .value .name (join ", " $missing) }}
{{- end }}
{{- end }}

{{/* Problem with the storage class of a volume: it does not exist, or there is no default one. */}}
{{- define "ai-platform.storageClassProblem" -}}
{{- if .name }}
{{- if not (lookup "storage.k8s.io/v1" "StorageClass" "" .name) }}
{{- printf "%s names the storage class %s, which this cluster has not: see kubectl get storageclasses." .value .name }}
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
{{- with .Values.infraCore.persistence }}
{{- if and .enabled (not .existingClaim) }}
{{ include "ai-platform.storageClassProblem"
  (dict "name" (.storageClass | default $.Values.global.storageClass) "value" "ai-system.infraCore.persistence") }}
{{- end }}
{{- end }}
{{- with .Values.memory.persistence }}
{{- if and .enabled (not .existingClaim) }}
{{ include "ai-platform.storageClassProblem"
  (dict "name" (.storageClass | default $.Values.global.storageClass) "value" "ai-system.memory.persistence") }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of alertmanager in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.alertmanager" -}}
{{- if .preflight.cluster }}
{{- with .Values.persistence }}
{{- if and .enabled (not .existingClaim) }}
{{ include "ai-platform.storageClassProblem"
  (dict "name" (.storageClass | default $.Values.global.storageClass) "value" "alertmanager.persistence") }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of dcgm-exporter in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.dcgm-exporter" -}}
{{- if .preflight.cluster }}
{{- if .Values.podMapping.enabled }}
{{ include "ai-platform.podSecurityProblem"
  (dict "namespace" .Release.Namespace "value" "dcgm-exporter.podMapping.enabled") }}
{{- end }}
{{- if .Values.profiling.enabled }}
{{ include "ai-platform.podSecurityProblem"
  (dict "namespace" .Release.Namespace "value" "dcgm-exporter.profiling.enabled") }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of jaeger in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.jaeger" -}}
{{- if .preflight.cluster }}
{{- with .Values.persistence }}
{{- if and .enabled (not .existingClaim) }}
{{ include "ai-platform.storageClassProblem"
  (dict "name" (.storageClass | default $.Values.global.storageClass) "value" "jaeger.persistence") }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of minio in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.minio" -}}
{{- with .Values.secrets.existingSecret }}
{{- if not (has . $.preflight.laterSecrets) }}
{{ include "ai-platform.secretProblem" (dict "namespace" $.Release.Namespace "name" . "keys"
  (list "username" "password") "value" "minio.secrets.existingSecret") }}
{{- end }}
{{- end }}
{{- if .preflight.cluster }}
{{- with .Values.persistence }}
{{- if and .enabled (not .existingClaim) }}
{{ include "ai-platform.storageClassProblem"
  (dict "name" (.storageClass | default $.Values.global.storageClass) "value" "minio.persistence") }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of ollama in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.ollama" -}}
{{- if .preflight.cluster }}
{{- with .Values.persistence }}
{{- if and .enabled (not .existingClaim) }}
{{ include "ai-platform.storageClassProblem"
  (dict "name" (.storageClass | default $.Values.global.storageClass) "value" "ollama.persistence") }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of postgres in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.postgres" -}}
{{- with .Values.secrets.existingSecret }}
{{- if not (has . $.preflight.laterSecrets) }}
{{ include "ai-platform.secretProblem"
  (dict "namespace" $.Release.Namespace "name" . "keys" (list "password") "value" "postgres.secrets.existingSecret") }}
{{- end }}
{{- end }}
{{- if .preflight.cluster }}
{{- with .Values.persistence }}
{{- if and .enabled (not .existingClaim) }}
{{ include "ai-platform.storageClassProblem"
  (dict "name" (.storageClass | default $.Values.global.storageClass) "value" "postgres.persistence") }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of prometheus in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.prometheus" -}}
{{- if .preflight.cluster }}
{{- with .Values.persistence }}
{{- if and .enabled (not .existingClaim) }}
{{ include "ai-platform.storageClassProblem"
  (dict "name" (.storageClass | default $.Values.global.storageClass) "value" "prometheus.persistence") }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of redis in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.redis" -}}
{{- with .Values.secrets.existingSecret }}
{{- if not (has . $.preflight.laterSecrets) }}
{{ include "ai-platform.secretProblem"
  (dict "namespace" $.Release.Namespace "name" . "keys" (list "password") "value" "redis.secrets.existingSecret") }}
{{- end }}
{{- end }}
{{- if .preflight.cluster }}
{{- with .Values.persistence }}
{{- if and .enabled (not .existingClaim) }}
{{ include "ai-platform.storageClassProblem"
  (dict "name" (.storageClass | default $.Values.global.storageClass) "value" "redis.persistence") }}
{{- end }}
{{- end }}
{{- with .Values.read.persistence }}
{{- if and .enabled (not .existingClaim) }}
{{ include "ai-platform.storageClassProblem"
  (dict "name" (.storageClass | default $.Values.global.storageClass) "value" "redis.read.persistence") }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of secrets in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.secrets" -}}
{{- end }}

{{/* Problems of airflow in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.airflow" -}}
{{- with .Values.secrets.existingSecret }}
{{- if not (has . $.preflight.laterSecrets) }}
{{ include "ai-platform.secretProblem" (dict "namespace" $.Release.Namespace "name" . "keys"
  (list "fernet-key" "api-secret-key" "webserver-secret-key" "jwt-secret" "admin-password") "value"
  "airflow.secrets.existingSecret") }}
{{- end }}
{{- end }}
{{- $via := include "airflow.connections.postgres.via" . }}
{{- if has $via (list "value" "external") }}
{{- $name := include "airflow.connections.postgres.secretName" . }}
{{- if and $name (not (has $name .preflight.laterSecrets)) }}
{{ include "ai-platform.secretProblem" (dict "namespace" .Release.Namespace "name" $name "keys"
  (list (include "airflow.connections.postgres.secretKey" .)) "value" (ternary
  "airflow.connections.postgres.existingSecret" "global.members.postgres.external.existingSecret" (eq $via "value"))) }}
{{- end }}
{{- end }}
{{- $via := include "airflow.connections.redis.via" . }}
{{- if has $via (list "value" "external") }}
{{- $name := include "airflow.connections.redis.secretName" . }}
{{- if and $name (not (has $name .preflight.laterSecrets)) }}
{{ include "ai-platform.secretProblem" (dict "namespace" .Release.Namespace "name" $name "keys"
  (list (include "airflow.connections.redis.secretKey" .)) "value" (ternary "airflow.connections.redis.existingSecret"
  "global.members.redis.external.existingSecret" (eq $via "value"))) }}
{{- end }}
{{- end }}
{{- $via := include "airflow.connections.s3.via" . }}
{{- if has $via (list "value" "external") }}
{{- $name := include "airflow.connections.s3.secretName" . }}
{{- if and $name (not (has $name .preflight.laterSecrets)) }}
{{ include "ai-platform.secretProblem" (dict "namespace" .Release.Namespace "name" $name "keys"
  (list (include "airflow.connections.s3.usernameKey" .) (include "airflow.connections.s3.secretKey" .)) "value"
  (ternary "airflow.connections.s3.existingSecret" "global.members.minio.external.existingSecret" (eq $via "value"))) }}
{{- end }}
{{- end }}
{{- if .preflight.cluster }}
{{- with .Values.scheduler.persistence }}
{{- if and .enabled (not .existingClaim) }}
{{ include "ai-platform.storageClassProblem"
  (dict "name" (.storageClass | default $.Values.global.storageClass) "value" "airflow.scheduler.persistence") }}
{{- end }}
{{- end }}
{{- with .Values.worker.persistence }}
{{- if and .enabled (not .existingClaim) }}
{{ include "ai-platform.storageClassProblem"
  (dict "name" (.storageClass | default $.Values.global.storageClass) "value" "airflow.worker.persistence") }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of gemini-agent in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.gemini-agent" -}}
{{- with .Values.secrets.existingSecret }}
{{- if not (has . $.preflight.laterSecrets) }}
{{ include "ai-platform.secretProblem" (dict "namespace" $.Release.Namespace "name" . "keys" (list "GOOGLE_API_KEY")
  "value" "gemini-agent.secrets.existingSecret") }}
{{- end }}
{{- end }}
{{- $via := include "gemini-agent.connections.redis.via" . }}
{{- if has $via (list "value" "external") }}
{{- $name := include "gemini-agent.connections.redis.secretName" . }}
{{- if and $name (not (has $name .preflight.laterSecrets)) }}
{{ include "ai-platform.secretProblem" (dict "namespace" .Release.Namespace "name" $name "keys"
  (list (include "gemini-agent.connections.redis.secretKey" .)) "value" (ternary
  "gemini-agent.connections.redis.existingSecret" "global.members.redis.external.existingSecret" (eq $via "value"))) }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of grafana in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.grafana" -}}
{{- with .Values.secrets.existingSecret }}
{{- if not (has . $.preflight.laterSecrets) }}
{{ include "ai-platform.secretProblem" (dict "namespace" $.Release.Namespace "name" . "keys"
  (list "admin-password" "secret-key") "value" "grafana.secrets.existingSecret") }}
{{- end }}
{{- end }}
{{- $via := include "grafana.connections.postgres.via" . }}
{{- if has $via (list "value" "external") }}
{{- $name := include "grafana.connections.postgres.secretName" . }}
{{- if and $name (not (has $name .preflight.laterSecrets)) }}
{{ include "ai-platform.secretProblem" (dict "namespace" .Release.Namespace "name" $name "keys"
  (list (include "grafana.connections.postgres.secretKey" .)) "value" (ternary
  "grafana.connections.postgres.existingSecret" "global.members.postgres.external.existingSecret" (eq $via "value"))) }}
{{- end }}
{{- end }}
{{- if .preflight.cluster }}
{{- with .Values.persistence }}
{{- if and .enabled (not .existingClaim) }}
{{ include "ai-platform.storageClassProblem"
  (dict "name" (.storageClass | default $.Values.global.storageClass) "value" "grafana.persistence") }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of langchain-api in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.langchain-api" -}}
{{- with .Values.secrets.existingSecret }}
{{- if not (has . $.preflight.laterSecrets) }}
{{ include "ai-platform.secretProblem"
  (dict "namespace" $.Release.Namespace "name" . "keys" (list) "value" "langchain-api.secrets.existingSecret") }}
{{- end }}
{{- end }}
{{- $via := include "langchain-api.connections.redis.via" . }}
{{- if has $via (list "value" "external") }}
{{- $name := include "langchain-api.connections.redis.secretName" . }}
{{- if and $name (not (has $name .preflight.laterSecrets)) }}
{{ include "ai-platform.secretProblem" (dict "namespace" .Release.Namespace "name" $name "keys"
  (list (include "langchain-api.connections.redis.secretKey" .)) "value" (ternary
  "langchain-api.connections.redis.existingSecret" "global.members.redis.external.existingSecret" (eq $via "value"))) }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of mlflow in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.mlflow" -}}
{{- with .Values.secrets.existingSecret }}
{{- if not (has . $.preflight.laterSecrets) }}
{{ include "ai-platform.secretProblem" (dict "namespace" $.Release.Namespace "name" . "keys"
  (list "admin-password" "flask-secret-key" "encryption-passphrase") "value" "mlflow.secrets.existingSecret") }}
{{- end }}
{{- end }}
{{- $via := include "mlflow.connections.postgres.via" . }}
{{- if has $via (list "value" "external") }}
{{- $name := include "mlflow.connections.postgres.secretName" . }}
{{- if and $name (not (has $name .preflight.laterSecrets)) }}
{{ include "ai-platform.secretProblem" (dict "namespace" .Release.Namespace "name" $name "keys"
  (list (include "mlflow.connections.postgres.secretKey" .)) "value" (ternary
  "mlflow.connections.postgres.existingSecret" "global.members.postgres.external.existingSecret" (eq $via "value"))) }}
{{- end }}
{{- end }}
{{- $via := include "mlflow.connections.s3.via" . }}
{{- if has $via (list "value" "external") }}
{{- $name := include "mlflow.connections.s3.secretName" . }}
{{- if and $name (not (has $name .preflight.laterSecrets)) }}
{{ include "ai-platform.secretProblem" (dict "namespace" .Release.Namespace "name" $name "keys"
  (list (include "mlflow.connections.s3.usernameKey" .) (include "mlflow.connections.s3.secretKey" .)) "value"
  (ternary "mlflow.connections.s3.existingSecret" "global.members.minio.external.existingSecret" (eq $via "value"))) }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of voice-ai in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.voice-ai" -}}
{{- with .Values.secrets.existingSecret }}
{{- if not (has . $.preflight.laterSecrets) }}
{{ include "ai-platform.secretProblem" (dict "namespace" $.Release.Namespace "name" . "keys"
  (list "api-key" "api-secret") "value" "voice-ai.secrets.existingSecret") }}
{{- end }}
{{- end }}
{{- if .preflight.cluster }}
{{- with .Values.whisper.persistence }}
{{- if and .enabled (not .existingClaim) }}
{{ include "ai-platform.storageClassProblem"
  (dict "name" (.storageClass | default $.Values.global.storageClass) "value" "voice-ai.whisper.persistence") }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of fastapi in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.fastapi" -}}
{{- $via := include "fastapi.connections.redis.via" . }}
{{- if has $via (list "value" "external") }}
{{- $name := include "fastapi.connections.redis.secretName" . }}
{{- if and $name (not (has $name .preflight.laterSecrets)) }}
{{ include "ai-platform.secretProblem" (dict "namespace" .Release.Namespace "name" $name "keys"
  (list (include "fastapi.connections.redis.secretKey" .)) "value" (ternary "fastapi.connections.redis.existingSecret"
  "global.members.redis.external.existingSecret" (eq $via "value"))) }}
{{- end }}
{{- end }}
{{- $via := include "fastapi.connections.postgres.via" . }}
{{- if has $via (list "value" "external") }}
{{- $name := include "fastapi.connections.postgres.secretName" . }}
{{- if and $name (not (has $name .preflight.laterSecrets)) }}
{{ include "ai-platform.secretProblem" (dict "namespace" .Release.Namespace "name" $name "keys"
  (list (include "fastapi.connections.postgres.secretKey" .)) "value" (ternary
  "fastapi.connections.postgres.existingSecret" "global.members.postgres.external.existingSecret" (eq $via "value"))) }}
{{- end }}
{{- end }}
{{- $via := include "fastapi.connections.s3.via" . }}
{{- if has $via (list "value" "external") }}
{{- $name := include "fastapi.connections.s3.secretName" . }}
{{- if and $name (not (has $name .preflight.laterSecrets)) }}
{{ include "ai-platform.secretProblem" (dict "namespace" .Release.Namespace "name" $name "keys"
  (list (include "fastapi.connections.s3.usernameKey" .) (include "fastapi.connections.s3.secretKey" .)) "value"
  (ternary "fastapi.connections.s3.existingSecret" "global.members.minio.external.existingSecret" (eq $via "value"))) }}
{{- end }}
{{- end }}
{{- end }}

{{/* Problems of llm-web in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.llm-web" -}}
{{- end }}

{{/* Problems of streamlit in the cluster, in the scope of the member. */}}
{{- define "ai-platform.preflight.streamlit" -}}
{{- with .Values.secrets.existingSecret }}
{{- if not (has . $.preflight.laterSecrets) }}
{{ include "ai-platform.secretProblem" (dict "namespace" $.Release.Namespace "name" . "keys" (list "cookie-secret")
  "value" "streamlit.secrets.existingSecret") }}
{{- end }}
{{- end }}
{{- $via := include "streamlit.connections.redis.via" . }}
{{- if has $via (list "value" "external") }}
{{- $name := include "streamlit.connections.redis.secretName" . }}
{{- if and $name (not (has $name .preflight.laterSecrets)) }}
{{ include "ai-platform.secretProblem" (dict "namespace" .Release.Namespace "name" $name "keys"
  (list (include "streamlit.connections.redis.secretKey" .)) "value" (ternary
  "streamlit.connections.redis.existingSecret" "global.members.redis.external.existingSecret" (eq $via "value"))) }}
{{- end }}
{{- end }}
{{- end }}
