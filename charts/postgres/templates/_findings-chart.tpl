{{/* Mistakes in values, topic chart. */}}
{{- define "postgres.findings.chart" -}}
{{- include "postgres.rules.labels" (dict "path" "labels" "labels" .Values.labels) }}
{{- if and (regexMatch "^[0-9]" .Release.Name) (not .Values.fullnameOverride) }}
the release name {{ .Release.Name }} starts with a digit, and names of Services must not: choose another name, or set fullnameOverride.
{{- end }}
{{- include "postgres.rules.podLabels" (dict "path" "helperPods.podLabels" "labels" .Values.helperPods.podLabels) }}
{{- include "postgres.rules.scheduling" (dict "root" . "prefix" "helperPods." "of" (dict "tolerations" .Values.helperPods.tolerations)) }}
{{- if and (include "postgres.ungenerated" .) (not (or .Values.secrets.existingSecret .Values.secrets.externalSecret.enabled)) }}
{{- with compact (list (or .Values.auth.password (index .Values.secrets.from "password") | empty | ternary "password" "")) }}
{{ include "postgres.ungenerated" $ }}: provide a Secret with the key {{ join ", " . }} and name it in secrets.existingSecret, for example
  {{ include "postgres.fullname" $ }}.
{{- end }}
{{- end }}
{{- $elsewhere := or .Values.secrets.existingSecret .Values.secrets.externalSecret.enabled }}
{{- range compact (list (and .Values.auth.password (or $elsewhere (index .Values.secrets.from "password")) | empty | ternary "" "auth.password")) }}
{{ . }} is set, and secrets.existingSecret, from or externalSecret name another place for it, which alone is read: leave one of the two out.
{{- end }}
{{- $keys := list "password" "username" }}
{{- if and .Values.secrets.keys (not .Values.secrets.existingSecret) }}
secrets.keys names keys of an existing Secret: name that in secrets.existingSecret, or leave it empty; secrets.from has keys of several.
{{- end }}
{{- range $key := concat (keys .Values.secrets.keys) (keys .Values.secrets.from) | sortAlpha }}
{{- if not (has $key $keys) }}
secrets.keys or secrets.from has {{ $key }}, which is no key of this chart: it has {{ join ", " $keys }}.
{{- end }}
{{- end }}
{{- range $key, $from := .Values.secrets.from }}
{{- include "postgres.rules.secret"
  (dict "root" $ "value" (printf "secrets.from.%s" $key) "name" $from.secret "keys" (list ($from.key | default $key))) }}
{{- end }}
{{- include "postgres.rules.secret" (dict "root" $ "value" "secrets.existingSecret" "name" .Values.secrets.existingSecret "keys"
  (compact (list (index .Values.secrets.from "password" | empty | ternary (include "postgres.secretKey" (dict "root" $ "key" "password")) "")))) }}
{{- if .Values.secrets.externalSecret.enabled }}
{{- if not (and .Values.secrets.externalSecret.storeName (or .Values.secrets.externalSecret.remoteKey .Values.secrets.externalSecret.remoteRefs)) }}
secrets.externalSecret needs storeName and remoteKey, or remoteRefs in its place.
{{- end }}
{{- range $key, $ref := .Values.secrets.externalSecret.remoteRefs }}
{{- if not (has $key (list "password")) }}
secrets.externalSecret.remoteRefs names {{ $key }}, which the Secret does not hold: its keys are password.
{{- end }}
{{- end }}
{{- end }}
{{- if and .Values.secrets.externalSecret.enabled (include "postgres.rules.lacks" (dict "root" . "kind" "external-secrets.io/v1/ExternalSecret")) }}
secrets.externalSecret needs the External Secrets Operator, and this cluster knows no ExternalSecret: install it, or leave it off.
{{- end }}
{{- range .Values.extraObjects }}
{{- if has .kind (list "Pod" "PodTemplate" "Deployment" "StatefulSet" "DaemonSet" "ReplicaSet" "ReplicationController" "Job" "CronJob" "List") }}
extraObjects may not hold a {{ .kind }}: pods come only from the chart's own templates.
{{- end }}
{{- with regexFind `\{\{-? *(include|tpl|template|[.$](Values|Release|Chart|Capabilities|Files))[^}]*\}\}`
  (include "postgres.extraObject" (dict "root" $ "object" .)) }}
extraObjects has {{ . }}, and values are text: names of the release, its namespace and the chart alone are replaced.
{{- end }}
{{- end }}
{{- range $key, $_ := .Values.global.commonAnnotations }}
{{- if hasPrefix "helm.sh/" $key }}
global.commonAnnotations may not set {{ $key }}: it would be that of all objects.
{{- end }}
{{- end }}
{{- include "postgres.rules.podLabels" (dict "path" "global.podLabels" "labels" .Values.global.podLabels) }}
{{- if and .Values.global.caBundle.configMap .Values.global.caBundle.secret }}
global.caBundle names a ConfigMap and a Secret: keep one of them.
{{- end }}
{{- $names := list }}
{{- range .Values.global.extraEnv }}
{{- $names = append $names (lower .name) }}
{{- end }}
{{- if and (or (has "http_proxy" $names) (has "https_proxy" $names) (has "all_proxy" $names)) (not (has "no_proxy" $names)) }}
{{- $hosts := list (include "postgres.fullname" .)
  (include "postgres.connections.s3.via" . | empty | ternary "" (include "postgres.connections.s3.host" .)) }}
global.extraEnv names a proxy, and no NO_PROXY: programs would ask it for services of the cluster too; set NO_PROXY, which has at least
  localhost,127.0.0.1,.svc,.cluster.local,{{ $hosts | compact | uniq | join "," }}.
{{- end }}
{{- end }}
