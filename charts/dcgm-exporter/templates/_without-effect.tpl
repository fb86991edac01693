{{/* Values that are set but have no effect. */}}
{{- define "dcgm-exporter.withoutEffect" -}}
{{- end }}
