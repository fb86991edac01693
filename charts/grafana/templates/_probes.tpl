{{/* Handler of the probes of main for which values name none. */}}
{{- define "grafana.main.health" -}}
httpGet:
  path: {{ include "grafana.basePath" . }}/api/health
  port: http
{{- end }}
