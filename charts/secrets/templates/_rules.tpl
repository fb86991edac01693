{{/* Whether the cluster lacks a kind; empty where the cluster is not known; called with the root and the kind. */}}
{{- define "secrets.rules.lacks" -}}
{{- if and (.root.Capabilities.APIVersions.Has "v1/Secret") (not (.root.Capabilities.APIVersions.Has .kind)) }}true{{ end }}
{{- end }}

{{/* Labels that the chart sets itself; called with the path of the value and the labels. */}}
{{- define "secrets.rules.labels" -}}
{{- range $key, $value := .labels }}
{{- if and (or (hasPrefix "app.kubernetes.io/" $key) (hasPrefix "helm.sh/" $key) (eq $key "track")) (ne $key "app.kubernetes.io/part-of") }}
{{ $.path }} may not set {{ $key }}={{ $value }}: the chart sets such labels itself.
{{- end }}
{{- end }}
{{- end }}
