{{/* Values without effect, which somebody who set them would wait for. */}}
{{- define "redis.withoutEffect" -}}
{{- if and (not (include "redis.replicates" .))
  (ne (toJson .Values.read | sha256sum) "084733492a74de6e949dfaaa51e66d69d12d648352b4b4deae8c3ceb26c87ac6") }}
read has values, and nothing runs with them as the chart is configured (Read-only replicas; architecture=replication starts them): change
  that, or leave them out.
{{- end }}
{{- end }}
