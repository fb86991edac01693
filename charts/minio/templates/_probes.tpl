{{/* What the probes of main ask where values do not say. */}}
{{- define "minio.main.health" -}}
httpGet:
  path: {{ ternary "/health" "/minio/health/ready" (eq .Values.engine "rustfs") }}
  port: s3
  {{- if .Values.tls.enabled }}
  scheme: HTTPS
  {{- end }}
{{- end }}
