{{/* Mistakes in values, topic chart. */}}
{{- define "gemini-agent.findings.chart" -}}
{{- include "gemini-agent.rules.labels" (dict "path" "labels" "labels" .Values.labels) }}
{{- if and (regexMatch "^[0-9]" .Release.Name) (not .Values.fullnameOverride) }}
the release name {{ .Release.Name }} starts with a digit, and names of Services must not: choose another name, or set fullnameOverride.
{{- end }}
{{- include "gemini-agent.rules.podLabels" (dict "path" "helperPods.podLabels" "labels" .Values.helperPods.podLabels) }}
{{- include "gemini-agent.rules.scheduling" (dict "root" . "prefix" "helperPods." "of" (dict "tolerations" .Values.helperPods.tolerations)) }}
{{- $elsewhere := or .Values.secrets.existingSecret .Values.secrets.externalSecret.enabled }}
{{- range compact (list
  (and .Values.secrets.googleApiKey (or $elsewhere (index .Values.secrets.from "GOOGLE_API_KEY")) | empty | ternary "" "secrets.googleApiKey")
  (and .Values.secrets.databaseUrl (or $elsewhere (index .Values.secrets.from "DATABASE_URL")) | empty | ternary "" "secrets.databaseUrl")
  (and .Values.secrets.sentryDsn (or $elsewhere (index .Values.secrets.from "SENTRY_DSN")) | empty | ternary "" "secrets.sentryDsn")) }}
{{ . }} is set, and secrets.existingSecret, from or externalSecret name another place for it, which alone is read: leave one of the two out.
{{- end }}
{{- $keys := list "GOOGLE_API_KEY" "DATABASE_URL" "SENTRY_DSN" }}
{{- if and .Values.secrets.keys (not .Values.secrets.existingSecret) }}
secrets.keys names keys of an existing Secret: name that in secrets.existingSecret, or leave it empty; secrets.from has keys of several.
{{- end }}
{{- range $key := concat (keys .Values.secrets.keys) (keys .Values.secrets.from) | sortAlpha }}
{{- if not (has $key $keys) }}
secrets.keys or secrets.from has {{ $key }}, which is no key of this chart: it has {{ join ", " $keys }}.
{{- end }}
{{- end }}
{{- range $key, $from := .Values.secrets.from }}
{{- include "gemini-agent.rules.secret"
  (dict "root" $ "value" (printf "secrets.from.%s" $key) "name" $from.secret "keys" (list ($from.key | default $key))) }}
{{- end }}
{{- include "gemini-agent.rules.secret" (dict "root" $ "value" "secrets.existingSecret" "name" .Values.secrets.existingSecret "keys" (compact (list
  (index .Values.secrets.from "GOOGLE_API_KEY" | empty | ternary (include "gemini-agent.secretKey" (dict "root" $ "key" "GOOGLE_API_KEY")) "")))) }}
{{- if .Values.secrets.externalSecret.enabled }}
{{- if not (and .Values.secrets.externalSecret.storeName (or .Values.secrets.externalSecret.remoteKey .Values.secrets.externalSecret.remoteRefs)) }}
secrets.externalSecret needs storeName and remoteKey, or remoteRefs in its place.
{{- end }}
{{- range $key, $ref := .Values.secrets.externalSecret.remoteRefs }}
{{- if not (has $key (list "GOOGLE_API_KEY" "DATABASE_URL" "SENTRY_DSN")) }}
secrets.externalSecret.remoteRefs names {{ $key }}, which the Secret does not hold: its keys are GOOGLE_API_KEY DATABASE_URL SENTRY_DSN.
{{- end }}
{{- end }}
{{- end }}
{{- if and .Values.secrets.externalSecret.enabled
  (include "gemini-agent.rules.lacks" (dict "root" . "kind" "external-secrets.io/v1/ExternalSecret")) }}
secrets.externalSecret needs the External Secrets Operator, and this cluster knows no ExternalSecret: install it, or leave it off.
{{- end }}
{{- if .Values.secrets.externalSecret.enabled }}
{{- with .Values.secrets.externalSecret.remoteRefs }}
{{- if not (or (index . "GOOGLE_API_KEY") (index $.Values.secrets.from "GOOGLE_API_KEY")) }}
secrets.externalSecret.remoteRefs lacks GOOGLE_API_KEY, without which no pod starts: say where it is in the store.
{{- end }}
{{- end }}
{{- else if not (or .Values.secrets.existingSecret (index .Values.secrets.from "GOOGLE_API_KEY") .Values.secrets.googleApiKey) }}
{{- $found := lookup "v1" "Secret" .Release.Namespace (include "gemini-agent.fullname" .) }}
{{- $kept := $found.data | default dict }}
{{- if not (index $kept "GOOGLE_API_KEY") }}
secrets.googleApiKey is missing: set it, provide a Secret with the key GOOGLE_API_KEY and name it in secrets.existingSecret, or set
  secrets.externalSecret.
{{- end }}
{{- end }}
{{- range .Values.extraObjects }}
{{- if has .kind (list "Pod" "PodTemplate" "Deployment" "StatefulSet" "DaemonSet" "ReplicaSet" "ReplicationController" "Job" "CronJob" "List") }}
extraObjects may not hold a {{ .kind }}: pods come only from the chart's own templates.
{{- end }}
{{- with regexFind `\{\{-? *(include|tpl|template|[.$](Values|Release|Chart|Capabilities|Files))[^}]*\}\}`
  (include "gemini-agent.extraObject" (dict "root" $ "object" .)) }}
extraObjects has {{ . }}, and values are text: names of the release, its namespace and the chart alone are replaced.
{{- end }}
{{- end }}
{{- range $key, $_ := .Values.global.commonAnnotations }}
{{- if hasPrefix "helm.sh/" $key }}
global.commonAnnotations may not set {{ $key }}: it would be that of all objects.
{{- end }}
{{- end }}
{{- include "gemini-agent.rules.podLabels" (dict "path" "global.podLabels" "labels" .Values.global.podLabels) }}
{{- if and .Values.global.caBundle.configMap .Values.global.caBundle.secret }}
global.caBundle names a ConfigMap and a Secret: keep one of them.
{{- end }}
{{- $names := list }}
{{- range .Values.global.extraEnv }}
{{- $names = append $names (lower .name) }}
{{- end }}
{{- if and (or (has "http_proxy" $names) (has "https_proxy" $names) (has "all_proxy" $names)) (not (has "no_proxy" $names)) }}
{{- $hosts := list (include "gemini-agent.fullname" .)
  (include "gemini-agent.connections.prometheus.via" . | empty | ternary "" (include "gemini-agent.connections.prometheus.host" .))
  (include "gemini-agent.connections.redis.via" . | empty | ternary "" (include "gemini-agent.connections.redis.host" .))
  (include "gemini-agent.connections.jaeger.via" . | empty | ternary "" (include "gemini-agent.connections.jaeger.host" .)) }}
global.extraEnv names a proxy, and no NO_PROXY: programs would ask it for services of the cluster too; set NO_PROXY, which has at least
  localhost,127.0.0.1,.svc,.cluster.local,{{ $hosts | compact | uniq | join "," }}.
{{- end }}
{{- end }}
