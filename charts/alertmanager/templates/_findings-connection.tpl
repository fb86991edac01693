{{/* Mistakes in values, topic connection. */}}
{{- define "alertmanager.findings.connection" -}}
{{- include "alertmanager.rules.resources" (dict "path" "toolbox.resources" "resources" .Values.toolbox.resources) }}
{{- end }}
