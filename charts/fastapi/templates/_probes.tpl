{{/* Handler of the probes of main for which values name none. */}}
{{- define "fastapi.main.health" -}}
httpGet:
  path: {{ .Values.config.healthPath }}
  port: http
{{- end }}
