{{/* Mistakes in values, topic connection. */}}
{{- define "ollama.findings.connection" -}}
{{- include "ollama.rules.resources" (dict "path" "toolbox.resources" "resources" .Values.toolbox.resources) }}
{{- end }}
