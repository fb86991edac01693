{{/* What the probes of main ask where values do not say. */}}
{{- define "prometheus.main.health" -}}
httpGet:
  path: {{ include "prometheus.basePath" . }}/-/ready
  port: http
{{- end }}

{{/* What its livenessProbe asks. */}}
{{- define "prometheus.main.alive" -}}
httpGet:
  path: {{ include "prometheus.basePath" . }}/-/healthy
  port: http
{{- end }}
