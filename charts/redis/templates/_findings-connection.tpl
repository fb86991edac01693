{{/* Mistakes in values, topic connection. */}}
{{- define "redis.findings.connection" -}}
{{- include "redis.rules.resources" (dict "path" "toolbox.resources" "resources" .Values.toolbox.resources) }}
{{- end }}
