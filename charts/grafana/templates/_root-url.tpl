{{/* Address at which people reach Grafana; empty where nothing says it. */}}
{{- define "grafana.rootUrl" -}}
{{- .Values.config.rootUrl | default (include "grafana.main.publicUrl" .) }}
{{- end }}
