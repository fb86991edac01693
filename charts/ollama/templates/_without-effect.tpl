{{/* Values that are set but have no effect. */}}
{{- define "ollama.withoutEffect" -}}
{{- end }}
