{{/* Spec of a claim; called with its values and the global ones. */}}
{{- define "postgres.claimSpec" -}}
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
{{- define "postgres.rules.bytes" -}}
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

{{/* Changes in the claims of a StatefulSet that Kubernetes would refuse in the middle of an upgrade, and the commands that make them; called with
  namespace, name, claim, the key of its values, persistence and storageClass. */}}
{{- define "postgres.rules.claimTemplates" -}}
{{- $wantedSize := toJson .persistence.size | trimAll "\"" }}
{{- $wanted := and .persistence.enabled (not .persistence.existingClaim) }}
{{- with (lookup "apps/v1" "StatefulSet" .namespace .name).spec }}
{{- $here := printf "--namespace %s" $.namespace }}
{{- $claims := list }}
{{- range until (int .replicas) }}
{{- $claims = append $claims (printf "%s-%s-%d" $.claim $.name .) }}
{{- end }}
{{- $claims = join " " $claims }}
{{- $replace := printf "kubectl delete statefulset %s --cascade=orphan %s; then the same upgrade again. Its pods run on meanwhile." $.name $here }}
{{- $refused := printf "and Kubernetes lets nobody change the claims of the StatefulSet %s." $.name }}
{{- if ne $wanted (not (empty .volumeClaimTemplates)) }}
{{ $.key }} would {{ ternary "begin to keep" "no longer keep" $wanted }} data in claims of its own, {{ $refused }}
{{- if not $wanted }} Its pods would not see what is in {{ $claims }}.{{ end }} Set it back; or, where that is wanted: {{ $replace }}
{{- else if $wanted }}
{{- range .volumeClaimTemplates }}
{{- $size := .spec.resources.requests.storage }}
{{- $more := subf (include "postgres.rules.bytes" $.persistence.size | float64) (include "postgres.rules.bytes" $size | float64) }}
{{- if gt $more 0.0 }}
{{ $.key }}.size would change from {{ $size }} to {{ $wantedSize }}, {{ $refused }} In this order:
  kubectl patch persistentvolumeclaims {{ $claims }} {{ $here }} --patch '{"spec":{"resources":{"requests":{"storage":"{{ $wantedSize }}"}}}}';
  {{ $replace }}
{{- else if lt $more 0.0 }}
{{ $.key }}.size would change from {{ $size }} to {{ $wantedSize }}, and a claim never shrinks: set it back to {{
  $size }}, or install a second release with less and move the data there.
{{- end }}
{{- $annotations := list }}
{{- range $key, $value := $.persistence.annotations }}
{{- $annotations = append $annotations (printf "'%s=%s'" $key $value) }}
{{- end }}
{{- $class := ternary "the default one" (.spec.storageClassName | default "-") (kindIs "invalid" .spec.storageClassName) }}
{{- $labels := omit .metadata.labels "app.kubernetes.io/name" "app.kubernetes.io/instance" "app.kubernetes.io/component" "track" }}
{{- $spec := pick .spec "dataSource" "dataSourceRef" "selector" "volumeAttributesClassName" "volumeName" }}
{{- range $key, $change := dict
  "storageClass" (list $class ($.storageClass | default "the default one"))
  "accessModes" (list (join "," .spec.accessModes) (join "," $.persistence.accessModes))
  "labels" (list (toJson $labels) ($.persistence.labels | toJson))
  "spec" (list (toJson $spec) ($.persistence.spec | toJson))
  "annotations" (list (.metadata.annotations | default dict | toJson) ($.persistence.annotations | default dict | toJson)) }}
{{- if ne (first $change) (last $change) }}
{{ $.key }}.{{ $key }} would change from {{ first $change }} to {{ last $change }}, {{ $refused }} Set it back; or, since claims that are there keep theirs:
{{- if and $annotations (eq $key "annotations") }} kubectl annotate persistentvolumeclaims {{ $claims }} {{ $here }} --overwrite {{ join " "
  $annotations }};{{ end }} {{ $replace }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
