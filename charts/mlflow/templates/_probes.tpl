{{/* What the probes of main ask where values do not say. */}}
{{- define "mlflow.main.health" -}}
httpGet:
  path: {{ .Values.config.staticPrefix }}/health
  port: http
{{- end }}
