{{/* Handler of the probes of main for which values name none. */}}
{{- define "alertmanager.main.health" -}}
httpGet:
  path: {{ include "alertmanager.basePath" . }}/-/ready
  port: http
{{- end }}

{{/* Handler of its livenessProbe where values name none. */}}
{{- define "alertmanager.main.alive" -}}
httpGet:
  path: {{ include "alertmanager.basePath" . }}/-/healthy
  port: http
{{- end }}
