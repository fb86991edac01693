{{/* Values that are set but have no effect. */}}
{{- define "secrets.withoutEffect" -}}
{{- end }}
