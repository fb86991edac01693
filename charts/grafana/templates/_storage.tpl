{{/* Spec of a claim; called with its values and the global ones. */}}
{{- define "grafana.claimSpec" -}}
accessModes:
  {{- toYaml .claim.accessModes | nindent 2 }}
{{- with .claim.storageClass | default .global.storageClass }}
storageClassName: {{ ternary "" . (eq . "-") | quote }}
{{- end }}
{{- with .claim.spec }}
{{- toYaml . | nindent 0 }}
{{- end }}
resources:
  requests:
    storage: {{ toJson .claim.size }}
{{- end }}

{{/* Number of bytes of a quantity, in the units of Kubernetes or in those of programs. */}}
{{- define "grafana.rules.bytes" -}}
{{- $text := ternary . (toJson .) (kindIs "string" .) }}
{{- $unit := regexFind "[A-Za-z]*$" $text }}
{{- $step := ternary 1024 1000 (regexMatch "[ibB]$" $unit) }}
{{- $factor := ternary 0.001 1.0 (eq $unit "m") }}
{{- $power := 1.0 }}
{{- range list "k" "m" "g" "t" "p" "e" }}
{{- $power = mulf $power $step }}
{{- if and (eq . ($unit | lower | trunc 1)) (ne $unit "m") }}
{{- $factor = $power }}
{{- end }}
{{- end }}
{{- mulf (regexFind "^[0-9.]+" $text | float64) $factor }}
{{- end }}

{{/* Changes of an existing claim that Kubernetes refuses; called with namespace, name, the key of its values, persistence, storageClass and spec.
  */}}
{{- define "grafana.rules.claim" -}}
{{- with (lookup "v1" "PersistentVolumeClaim" .namespace .name).spec }}
{{- $other := printf "or name another claim in %s.existingClaim and move the data there." $.key }}
{{- $claim := . }}
{{- $size := .resources.requests.storage }}
{{- if lt (include "grafana.rules.bytes" $.persistence.size | float64) (include "grafana.rules.bytes" $size | float64) }}
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
