{{/* Mistakes in values, topic connection. */}}
{{- define "dcgm-exporter.findings.connection" -}}
{{- include "dcgm-exporter.rules.resources" (dict "path" "toolbox.resources" "resources" .Values.toolbox.resources) }}
{{- end }}
