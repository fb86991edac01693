{{/* Labels that the chart sets itself; called with the path of the value and the labels. */}}
{{- define "secrets.rules.labels" -}}
{{- range $key, $value := .labels }}
{{- if and (or (hasPrefix "app.kubernetes.io/" $key) (hasPrefix "helm.sh/" $key) (eq $key "track")) (ne $key "app.kubernetes.io/part-of") }}
{{ $.path }} may not set {{ $key }}={{ $value }}: the chart sets such labels itself.
{{- end }}
{{- end }}
{{- end }}
