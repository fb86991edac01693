{{/* Values without effect, which somebody who set them would wait for. */}}
{{- define "redis.withoutEffect" -}}
{{- if and (not (include "redis.replicates" .))
  (ne (toJson .Values.read | sha256sum) "5c7572f73912e7b96cd112899b1642682ebb767680846484721ebe8139fb97fa") }}
read has values, and nothing runs with them as the chart is configured (Read-only replicas; architecture=replication
  starts them): change that, or leave them out.
{{- end }}
{{- end }}
