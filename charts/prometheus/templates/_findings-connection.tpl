{{/* Mistakes in values, topic connection. */}}
{{- define "prometheus.findings.connection" -}}
{{- include "prometheus.rules.resources" (dict "path" "toolbox.resources" "resources" .Values.toolbox.resources) }}
{{- end }}
