{{/* Handler of the probes of main for which values name none. */}}
{{- define "llm-web.main.health" -}}
httpGet:
  path: {{ .Values.config.basePath }}/
  port: http
{{- end }}
