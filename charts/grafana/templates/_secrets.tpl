{{/* Name of the Secret with the confidential values. */}}
{{- define "grafana.secretName" -}}
{{- .Values.secrets.existingSecret | default (include "grafana.fullname" .) }}
{{- end }}

{{/* Key of a confidential value in that Secret; called with the root and the key that the chart has. */}}
{{- define "grafana.secretKey" -}}
{{- $found := .key }}
{{- range $key, $name := .root.Values.secrets.keys }}
{{- if eq $key $.key }}
{{- $found = $name }}
{{- end }}
{{- end }}
{{- $found }}
{{- end }}
