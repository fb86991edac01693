{{/* Handler of the probes of main for which values name none. */}}
{{- define "prometheus.main.health" -}}
httpGet:
  path: {{ include "prometheus.basePath" . }}/-/ready
  port: http
{{- end }}

{{/* Handler of its livenessProbe where values name none. */}}
{{- define "prometheus.main.alive" -}}
httpGet:
  path: {{ include "prometheus.basePath" . }}/-/healthy
  port: http
{{- end }}
