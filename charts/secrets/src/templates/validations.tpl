{{- $ungenerated := include "secrets.ungenerated" . }}
{{- $operator := list }}
{{- $objects := list }}
{{- range $name, $secret := .Values.secrets }}
{{- $object := $secret.name | default (printf "%s-%s" (include "secrets.fullname" $) $name) }}
{{- $origin := include "secrets.origin" (dict "secret" $secret "generator" $.Values.generator "root" $.Chart.IsRoot) }}
{{- if $origin }}
{{- if has $object $objects }}
secrets.{{ $name }}: another entry is named {{ $object }} too: give each a name of its own.
{{- end }}
{{- $objects = append $objects $object }}
{{- end }}
{{- if has $origin (list "store" "generator") }}
{{- $operator = append $operator (printf "secrets.%s" $name) }}
{{- end }}
{{- $foreign := list }}
{{- $wanted := list }}
{{- range $key, $entry := $secret.data }}
{{- $ways := list }}
{{- if $entry.value }}{{ $ways = append $ways "value" }}{{ end }}
{{- if $entry.constant }}{{ $ways = append $ways "constant" }}{{ end }}
{{- if $entry.generate }}{{ $ways = append $ways "generate" }}{{ end }}
{{- if $entry.remoteKey }}{{ $ways = append $ways "remoteKey" }}{{ end }}
{{- if and (ne (len $ways) 1) (ne (join " " $ways) "value generate") }}
secrets.{{ $name }}.data.{{ $key }} needs exactly one of value, constant, generate and remoteKey: it has {{ join " and " $ways | default "none" }}.
{{- end }}
{{- if or (and (eq $origin "store") (not $entry.remoteKey) (not $entry.constant)) (and (eq $origin "generator") $entry.value) }}
{{- $foreign = append $foreign $key }}
{{- end }}
{{- if and $entry.generate (lt (int $entry.generate) 16) }}
secrets.{{ $name }}.data.{{ $key }}.generate is too short for a password: 16 or more.
{{- end }}
{{- if and $entry.generate (not $entry.value) }}
{{- $wanted = append $wanted $key }}
{{- end }}
{{- end }}
{{- if $foreign }}
secrets.{{ $name }} is made by the External Secrets Operator, which cannot add {{ join ", " $foreign }} from elsewhere: move it to an entry of its own.
{{- end }}
{{- if and (eq $origin "generator") $secret.namespaces }}
secrets.{{ $name }}.namespaces would each get passwords of their own: generate with helm, or read the keys from a store.
{{- end }}
{{- if and (eq $origin "kept") $wanted $ungenerated }}
{{ $ungenerated }}: give {{ join ", " $wanted }} of secrets.{{ $name }}, the Secret {{ $object }}, a value or a remoteKey, or set generator=external-secrets.
{{- end }}
{{- if and (eq $origin "store") (not (include "secrets.storeName" $)) }}
secrets.{{ $name }} is read from a store: name it in store.name, or write store.spec.
{{- end }}
{{- end }}
{{- range $name, $secret := .Values.pullSecrets }}
{{- $object := $secret.name | default (printf "%s-%s" (include "secrets.fullname" $) $name) }}
{{- if has $object $objects }}
pullSecrets.{{ $name }}: another entry is named {{ $object }} too: give each a name of its own.
{{- end }}
{{- $objects = append $objects $object }}
{{- end }}
{{- if .Values.store.spec }}
{{- $operator = append $operator "store.spec" }}
{{- end }}
{{- if and $operator (include "secrets.rules.lacks" (dict "root" . "kind" "external-secrets.io/v1/ExternalSecret")) }}
{{ join ", " $operator }} needs the External Secrets Operator, and this cluster knows no ExternalSecret: install it first.
{{- end }}
