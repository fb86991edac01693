{{/* Refuses a size above nine tenths of the room that it has; called with name and size, and with of and room. */}}
{{- define "postgres.rules.fits" -}}
{{- if and .size .room }}
{{- if gt (include "postgres.rules.bytes" .size | float64) (mulf 0.9 (include "postgres.rules.bytes" .room | float64)) }}
{{ .name }}={{ toJson .size | trimAll "\"" }} is more than nine tenths of {{ .of }}={{ toJson .room | trimAll "\"" }}: lower the one, or raise the other.
{{- end }}
{{- end }}
{{- end }}

{{/* Changes of an existing claim that Kubernetes refuses; called with namespace, name, the key of its values, persistence, storageClass and spec.
  */}}
{{- define "postgres.rules.claim" -}}
{{- with (lookup "v1" "PersistentVolumeClaim" .namespace .name).spec }}
{{- $other := printf "or name another claim in %s.existingClaim and move the data there." $.key }}
{{- $claim := . }}
{{- $size := .resources.requests.storage }}
{{- if lt (include "postgres.rules.bytes" $.persistence.size | float64) (include "postgres.rules.bytes" $size | float64) }}
{{ $.key }}.size is {{ toJson $.persistence.size | trimAll "\"" }}, and the claim {{ $.name }} has {{ $size }} and never shrinks: set it to {{
  $size }}, {{ $other }}
{{- end }}
{{- range $key, $change := dict
  "storageClass" (list (.storageClassName | default "-") ($.storageClass | default (.storageClassName | default "-")))
  "accessModes" (list (join "," .accessModes) (join "," $.persistence.accessModes)) }}
{{- if ne (first $change) (last $change) }}
{{ $.key }}.{{ $key }} is {{ last $change }}, and the claim {{ $.name }} keeps {{ first $change }}: set it to that, {{ $other }}
{{- end }}
{{- end }}
{{- range $key, $value := omit $.spec "volumeAttributesClassName" }}
{{- $there := pick $claim $key | toJson }}
{{- if and (or $claim.volumeName (ne $key "volumeName")) (ne $there (dict $key $value | toJson)) }}
{{ $.key }}.spec.{{ $key }} is {{ toJson $value }}, and the claim {{ $.name }} keeps {{ $there }}: set it to that or leave it out, {{ $other }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
