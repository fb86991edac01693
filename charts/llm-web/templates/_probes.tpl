{{/* What the probes of main ask where values do not say. */}}
{{- define "llm-web.main.health" -}}
httpGet:
  path: {{ .Values.config.basePath }}/
  port: http
{{- end }}
