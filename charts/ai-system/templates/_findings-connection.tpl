{{/* Mistakes in values, topic connection. */}}
{{- define "ai-system.findings.connection" -}}
{{- include "ai-system.rules.resources" (dict "path" "toolbox.resources" "resources" .Values.toolbox.resources) }}
{{- end }}
