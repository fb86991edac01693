{{/* Number of bytes of a quantity, in the units of Kubernetes or in those of programs. */}}
{{- define "ollama.rules.bytes" -}}
{{- $text := ternary . (printf "%.0f" (float64 .)) (kindIs "string" .) }}
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

{{/* A size that has no room; called with the names and values of both. */}}
{{- define "ollama.rules.fits" -}}
{{- if and .size .room }}
{{- if gt (include "ollama.rules.bytes" .size | float64) (mulf 0.9 (include "ollama.rules.bytes" .room | float64)) }}
{{ .name }}={{ .size }} is more than nine tenths of {{ .of }}={{ .room }}: lower the one, or raise the other.
{{- end }}
{{- end }}
{{- end }}

{{/* What an upgrade would change in the claims of a StatefulSet, which Kubernetes refuses in the middle of it, and the
  commands that do it; called with namespace, name, claim, prefix, persistence and storageClass. */}}
{{- define "ollama.rules.claimTemplates" -}}
{{- $wanted := and .persistence.enabled (not .persistence.existingClaim) }}
{{- with (lookup "apps/v1" "StatefulSet" .namespace .name).spec }}
{{- $here := printf "--namespace %s" $.namespace }}
{{- $claims := list }}
{{- range until (int .replicas) }}
{{- $claims = append $claims (printf "%s-%s-%d" $.claim $.name .) }}
{{- end }}
{{- $claims = join " " $claims }}
{{- $replace := printf
  "kubectl delete statefulset %s --cascade=orphan %s; then the same upgrade again. Its pods run on meanwhile." $.name
  $here }}
{{- $refused := printf "and Kubernetes lets nobody change the claims of the StatefulSet %s." $.name }}
{{- if ne $wanted (not (empty .volumeClaimTemplates)) }}
{{ $.prefix }}persistence would {{ ternary "begin to keep" "no longer keep" $wanted }} data in claims of its own, {{ $refused }}
{{- if not $wanted }} Its pods would not see what is in {{ $claims }}.{{ end }} Set it back; or, where that is wanted: {{ $replace }}
{{- else if $wanted }}
{{- range .volumeClaimTemplates }}
{{- $size := .spec.resources.requests.storage }}
{{- $more := subf (include "ollama.rules.bytes" $.persistence.size | float64)
  (include "ollama.rules.bytes" $size | float64) }}
{{- if gt $more 0.0 }}
{{ $.prefix }}persistence.size would change from {{ $size }} to {{ $.persistence.size }}, {{ $refused }} In this order:
  kubectl patch persistentvolumeclaims {{ $claims }} {{ $here }} --patch '{"spec":{"resources":{"requests":{"storage":"{{ $.persistence.size }}"}}}}';
  {{ $replace }}
{{- else if lt $more 0.0 }}
{{ $.prefix }}persistence.size would change from {{ $size }} to {{
  $.persistence.size }}, and a claim never shrinks: set it back to {{
  $size }}, or install a second release with less and move the data there.
{{- end }}
{{- if ne (.spec.storageClassName | default "") ($.storageClass | default "") }}
{{ $.prefix }}persistence.storageClass would change from {{ .spec.storageClassName | default "the default one" }} to {{
  $.storageClass | default "the default one" }}, {{
  $refused }} Set it back; or, for claims that are still to be made, since others keep their class: {{ $replace }}
{{- end }}
{{- if ne (join "," .spec.accessModes) (join "," $.persistence.accessModes) }}
{{ $.prefix }}persistence.accessModes would change from {{ join "," .spec.accessModes }} to {{ join ","
  $.persistence.accessModes }}, {{
  $refused }} Set them back; or, for claims that are still to be made, since others keep their modes: {{ $replace }}
{{- end }}
{{- if ne (.metadata.annotations | default dict | toJson) ($.persistence.annotations | default dict | toJson) }}
{{- $pairs := list }}
{{- range $key, $value := $.persistence.annotations }}
{{- $pairs = append $pairs (printf "'%s=%s'" $key $value) }}
{{- end }}
{{ $.prefix }}persistence.annotations would change, {{ $refused }} In this order:
{{- if $pairs }} kubectl annotate persistentvolumeclaims {{ $claims }} {{ $here }} --overwrite {{ join " " $pairs }};{{ end }} {{ $replace }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* What an upgrade would change in a claim that is there, which Kubernetes refuses; called with namespace, name, the
  key of its values, persistence and storageClass. */}}
{{- define "ollama.rules.claim" -}}
{{- with (lookup "v1" "PersistentVolumeClaim" .namespace .name).spec }}
{{- $other := printf "or name another claim in %s.existingClaim and move the data there." $.key }}
{{- $size := .resources.requests.storage }}
{{- if lt (include "ollama.rules.bytes" $.persistence.size | float64) (include "ollama.rules.bytes" $size | float64) }}
{{ $.key }}.size is {{ $.persistence.size }}, and the claim {{ $.name }} has {{ $size }} and never shrinks: set it to {{ $size }}, {{ $other }}
{{- end }}
{{- if and $.storageClass .storageClassName (ne $.storageClass .storageClassName) }}
{{ $.key }}.storageClass is {{ $.storageClass }}, and the claim {{ $.name }} keeps its class {{ .storageClassName }}: set it to that, {{ $other }}
{{- end }}
{{- if ne (join "," .accessModes) (join "," $.persistence.accessModes) }}
{{ $.key }}.accessModes are {{ join "," $.persistence.accessModes }}, and the claim {{ $.name }} keeps {{ join ","
  .accessModes }}: set them to that, {{ $other }}
{{- end }}
{{- end }}
{{- end }}
