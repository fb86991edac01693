{{/* Size at which the oldest samples go, in the unit of Prometheus, whose MB is 1024 x 1024 bytes. */}}
{{- define "prometheus.retentionSize" -}}
{{- $claim := include "prometheus.rules.bytes" .Values.persistence.size | float64 }}
{{- .Values.config.retention.size | default (printf "%dMB" (divf (mulf $claim 0.8) 1048576 | int64)) }}
{{- end }}
