{{/* Handler of the probes of main for which values name none. */}}
{{- define "minio.main.health" -}}
httpGet:
  path: {{ ternary "/health" "/minio/health/ready" (eq .Values.engine "rustfs") }}
  port: s3
  {{- if .Values.tls.enabled }}
  scheme: HTTPS
  {{- end }}
{{- end }}
