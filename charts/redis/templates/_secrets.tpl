{{/* Secret that holds a confidential value; called with the root and the key that the chart has. */}}
{{- define "redis.secretName" -}}
{{- $found := .root.Values.secrets.existingSecret | default (include "redis.fullname" .root) }}
{{- range $key, $from := .root.Values.secrets.from }}
{{- $found = ternary $from.secret $found (eq $key $.key) }}
{{- end }}
{{- $found }}
{{- end }}

{{/* Key of a confidential value in that Secret; called with the root and the key that the chart has. */}}
{{- define "redis.secretKey" -}}
{{- $found := .key }}
{{- range $key, $name := .root.Values.secrets.keys }}
{{- $found = ternary $name $found (eq $key $.key) }}
{{- end }}
{{- range $key, $from := .root.Values.secrets.from }}
{{- $found = ternary ($from.key | default $key) $found (eq $key $.key) }}
{{- end }}
{{- $found }}
{{- end }}
