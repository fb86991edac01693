{{/* Handler of the probes of main for which values name none. */}}
{{- define "streamlit.main.health" -}}
httpGet:
  path: {{ .Values.config.baseUrlPath }}/_stcore/health
  port: http
{{- end }}
