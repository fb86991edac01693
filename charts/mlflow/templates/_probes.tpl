{{/* Handler of the probes of main for which values name none. */}}
{{- define "mlflow.main.health" -}}
httpGet:
  path: {{ .Values.config.staticPrefix }}/health
  port: http
{{- end }}
