{{/* Values that are set but have no effect. */}}
{{- define "jaeger.withoutEffect" -}}
{{- end }}
