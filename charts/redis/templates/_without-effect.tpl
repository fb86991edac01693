{{/* Values without effect, which somebody who set them would wait for. */}}
{{- define "redis.withoutEffect" -}}
{{- if and (not (include "redis.replicates" .))
  (ne (toJson .Values.read | sha256sum) "57b887eda16224e6d0ddbd0f49ae7d7afafa437ebd3cc2fb98b474a17677d695") }}
read has values, and nothing runs with them as the chart is configured (Read-only replicas; architecture=replication
  starts them): change that, or leave them out.
{{- end }}
{{- end }}
