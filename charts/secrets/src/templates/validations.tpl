{{- $operator := list }}
{{- $objects := list }}
{{- range $name, $secret := .Values.secrets }}
{{- $object := $secret.name | default (printf "%s-%s" (include "secrets.fullname" $) $name) }}
{{- $origin := include "secrets.origin" (dict "secret" $secret "generator" $.Values.generator "root" $.Chart.IsRoot) }}
{{- if $origin }}
{{- if has $object $objects }}
{{- $problems = append $problems (printf "secrets.%s: another entry is named %s too: give each a name of its own." $name $object) }}
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
{{- $problems = append $problems (printf "secrets.%s.data.%s needs exactly one of value, constant, generate and remoteKey: it has %s." $name $key (join " and " $ways | default "none")) }}
{{- end }}
{{- if or (and (eq $origin "store") (not $entry.remoteKey) (not $entry.constant)) (and (eq $origin "generator") $entry.value) }}
{{- $foreign = append $foreign $key }}
{{- end }}
{{- if and $entry.generate (lt (int $entry.generate) 16) }}
{{- $problems = append $problems (printf "secrets.%s.data.%s.generate is too short for a password: 16 or more." $name $key) }}
{{- end }}
{{- if and $entry.generate (not $entry.value) }}
{{- $wanted = append $wanted $key }}
{{- end }}
{{- end }}
{{- if $foreign }}
{{- $problems = append $problems (printf "secrets.%s is made by the External Secrets Operator, which cannot add %s from elsewhere: move it to an entry of its own." $name (join ", " $foreign)) }}
{{- end }}
{{- if and (eq $origin "generator") $secret.namespaces }}
{{- $problems = append $problems (printf "secrets.%s.namespaces would each get passwords of their own: generate with helm, or read the keys from a store." $name) }}
{{- end }}
{{- if and (eq $origin "kept") $wanted $.Values.global.gitops }}
{{- $problems = append $problems (printf "global.gitops generates no credentials: give %s of secrets.%s, the Secret %s, a value or a remoteKey, or set generator=external-secrets." (join ", " $wanted) $name $object) }}
{{- end }}
{{- if and (eq $origin "store") (not (include "secrets.storeName" $)) }}
{{- $problems = append $problems (printf "secrets.%s is read from a store: name it in store.name, or write store.spec." $name) }}
{{- end }}
{{- end }}
{{- range $name, $secret := .Values.pullSecrets }}
{{- $object := $secret.name | default (printf "%s-%s" (include "secrets.fullname" $) $name) }}
{{- if has $object $objects }}
{{- $problems = append $problems (printf "pullSecrets.%s: another entry is named %s too: give each a name of its own." $name $object) }}
{{- end }}
{{- $objects = append $objects $object }}
{{- end }}
{{- if .Values.store.spec }}
{{- $operator = append $operator "store.spec" }}
{{- end }}
{{- if and $operator (.Capabilities.APIVersions.Has "v1/Secret") (not (.Capabilities.APIVersions.Has "external-secrets.io/v1/ExternalSecret")) }}
{{- $problems = append $problems (printf "%s needs the External Secrets Operator, and this cluster knows no ExternalSecret: install it first." (join ", " $operator)) }}
{{- end }}
