{{/* Values that are set but have no effect. */}}
{{- define "minio.withoutEffect" -}}
{{- end }}
