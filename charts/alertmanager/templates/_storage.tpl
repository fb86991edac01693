{{/* Number of bytes of a quantity, in the units of Kubernetes or in those of programs. */}}
{{- define "alertmanager.rules.bytes" -}}
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
{{- define "alertmanager.rules.fits" -}}
{{- if and .size .room }}
{{- if gt (include "alertmanager.rules.bytes" .size | float64)
  (mulf 0.9 (include "alertmanager.rules.bytes" .room | float64)) }}
{{ .name }}={{ .size }} is more than nine tenths of {{ .of }}={{ .room }}: lower the one, or raise the other.
{{- end }}
{{- end }}
{{- end }}
