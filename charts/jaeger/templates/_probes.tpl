{{/* What the probes of main ask where values do not say. */}}
{{- define "jaeger.main.health" -}}
httpGet:
  path: {{ include "jaeger.basePath" . }}/
  port: http
{{- end }}
