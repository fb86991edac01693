{{/* What replication.enabled means for architecture. */}}
{{- define "redis.moved.replication.enabled" -}}
{{- ternary "replication" "standalone" .Values.replication.enabled }}
{{- end }}
