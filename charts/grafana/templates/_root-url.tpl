{{/* Address at which people reach Grafana; empty where nothing says it. */}}
{{- define "grafana.rootUrl" -}}
{{- $host := "" }}
{{- $scheme := "https" }}
{{- if .Values.ingress.enabled }}
{{- $scheme = ternary "http" "https" (empty .Values.ingress.tls) }}
{{- range .Values.ingress.hosts }}
{{- $host = $host | default .host }}
{{- end }}
{{- else if .Values.httpRoute.enabled }}
{{- range .Values.httpRoute.hostnames }}
{{- $host = $host | default . }}
{{- end }}
{{- end }}
{{- if .Values.config.rootUrl }}
{{- .Values.config.rootUrl }}
{{- else if $host }}
{{- printf "%s://%s/" $scheme $host }}
{{- end }}
{{- end }}
