{{/* Address at which people reach Grafana; empty where nothing says it. */}}
{{- define "grafana.rootUrl" -}}
{{- .Values.config.rootUrl | default (include "grafana.main.publicUrl" .) }}
{{- end }}

{{/* Path of that address, below which Grafana answers; empty for none. */}}
{{- define "grafana.basePath" -}}
{{- regexReplaceAll "^https?://[^/]*" (include "grafana.rootUrl" .) "" | trimSuffix "/" }}
{{- end }}
