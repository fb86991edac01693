{{/* Values without effect, which somebody who set them would wait for. */}}
{{- define "ollama.withoutEffect" -}}
{{- end }}
