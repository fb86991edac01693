{{/* Values without effect, which somebody who set them would wait for. */}}
{{- define "redis.withoutEffect" -}}
{{- if and (not (include "redis.replicates" .))
  (ne (toJson .Values.read | sha256sum) "f9974b20bb88c82fb3fb9c7aefb08c88e564dfaa71addfd75f4044b363cab4fb") }}
read has values, and nothing runs with them as the chart is configured (Read-only replicas; architecture=replication
  starts them): change that, or leave them out.
{{- end }}
{{- end }}
