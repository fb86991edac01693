{{/* Handler of the probes of main for which values name none. */}}
{{- define "jaeger.main.health" -}}
httpGet:
  path: {{ include "jaeger.basePath" . }}/
  port: http
{{- end }}
