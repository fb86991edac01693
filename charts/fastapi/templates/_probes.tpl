{{/* What the probes of main ask where values do not say. */}}
{{- define "fastapi.main.health" -}}
httpGet:
  path: {{ .Values.config.healthPath }}
  port: http
{{- end }}
