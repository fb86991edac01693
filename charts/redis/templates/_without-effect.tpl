{{/* Values without effect, which somebody who set them would wait for. */}}
{{- define "redis.withoutEffect" -}}
{{- if and (not (include "redis.replicates" .))
  (ne (toJson .Values.read | sha256sum) "40791f783a576d6b4a7c1e2bb3c2e3dd70bff9a1ee696a11c169fff9d0725cf4") }}
read has values, and nothing runs with them as the chart is configured (Read-only replicas; architecture=replication starts them): change
  that, or leave them out.
{{- end }}
{{- end }}
