{{/* Not empty when there are copies to read from. */}}
{{- define "redis.replicates" -}}
{{- if eq .Values.architecture "replication" }}true
{{- else }}
{{- with .Values.replication }}
{{- if .enabled }}true{{ end }}
{{- end }}
{{- end }}
{{- end }}
