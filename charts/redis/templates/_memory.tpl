{{/* Memory for data: as given, or three quarters of the limit. */}}
{{- define "redis.maxMemory" -}}
{{- $limit := include "redis.rules.bytes" .Values.resources.limits.memory | float64 }}
{{- .Values.config.maxMemory | default (printf "%dmb" (divf (mulf $limit 0.75) 1048576 | int64)) }}
{{- end }}
