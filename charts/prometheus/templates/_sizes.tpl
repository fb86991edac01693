{{/* Refuses a size above nine tenths of the room that it has; called with name and size, and with of and room. */}}
{{- define "prometheus.rules.fits" -}}
{{- if and .size .room }}
{{- if gt (include "prometheus.rules.bytes" .size | float64) (mulf 0.9 (include "prometheus.rules.bytes" .room | float64)) }}
{{ .name }}={{ toJson .size | trimAll "\"" }} is more than nine tenths of {{ .of }}={{ toJson .room | trimAll "\"" }}: lower the one, or raise the other.
{{- end }}
{{- end }}
{{- end }}
