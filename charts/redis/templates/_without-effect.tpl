{{/* Values without effect, which somebody who set them would wait for. */}}
{{- define "redis.withoutEffect" -}}
{{- if and (not (include "redis.replicates" .))
  (ne (toJson .Values.read | sha256sum) "d55098b01c9953ea2264e903bce679999c02f9d5d2db9d61ed460c855421f87b") }}
read has values, and nothing runs with them as the chart is configured (Read-only replicas; architecture=replication
  starts them): change that, or leave them out.
{{- end }}
{{- end }}
