{{/* What the probes of main ask where values do not say. */}}
{{- define "streamlit.main.health" -}}
httpGet:
  path: {{ .Values.config.baseUrlPath }}/_stcore/health
  port: http
{{- end }}
