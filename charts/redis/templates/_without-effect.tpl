{{/* Values without effect, which somebody who set them would wait for. */}}
{{- define "redis.withoutEffect" -}}
{{- if and (not (include "redis.replicates" .))
  (ne (toJson .Values.read | sha256sum) "267e7d6ece2415cd63af8fedd7197dc4d493aa9f0f56d21c593a421c216eeb38") }}
read has values, and nothing runs with them as the chart is configured (Read-only replicas; architecture=replication starts them): change
  that, or leave them out.
{{- end }}
{{- end }}
