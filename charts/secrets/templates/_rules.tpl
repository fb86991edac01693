{{/* Labels that the chart sets itself; called with the path of the value and the labels. */}}
{{- define "secrets.rules.labels" -}}
{{- range $key, $value := .labels }}
{{- if and (or (hasPrefix "app.kubernetes.io/" $key) (hasPrefix "helm.sh/" $key)) (ne $key "app.kubernetes.io/part-of") }}
{{ $.path }} may not set {{ $key }}={{ $value }}: the chart sets labels of that prefix itself.
{{- end }}
{{- end }}
{{- end }}
