{{/* What the probes of main ask where values do not say. */}}
{{- define "grafana.main.health" -}}
httpGet:
  path: {{ include "grafana.basePath" . }}/api/health
  port: http
{{- end }}
