{{/* Values without effect, which somebody who set them would wait for. */}}
{{- define "redis.withoutEffect" -}}
{{- if and (not (eq .Values.architecture "replication"))
  (ne (toJson .Values.read | sha256sum) "cdf1c06cc6a16eb6f8fef287d8f37ae98c99c0c6bffaccf59816bed6aa602202") }}
read has values, and nothing runs with them without architecture=replication: change that, or leave them out.
{{- end }}
{{- end }}
