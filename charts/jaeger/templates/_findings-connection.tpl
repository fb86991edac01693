{{/* Mistakes in values, topic connection. */}}
{{- define "jaeger.findings.connection" -}}
{{- include "jaeger.rules.resources" (dict "path" "toolbox.resources" "resources" .Values.toolbox.resources) }}
{{- end }}
