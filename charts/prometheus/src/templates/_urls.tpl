{{/* URL at which people reach it: given, or that of its Ingress; empty for none. */}}
{{- define "prometheus.externalUrl" -}}
{{- .Values.config.externalUrl | default (include "prometheus.main.publicUrl" .) }}
{{- end }}

{{/* Path of that URL, below which it answers; empty for none. */}}
{{- define "prometheus.basePath" -}}
{{- regexReplaceAll "^https?://[^/]*" (include "prometheus.externalUrl" .) "" | trimSuffix "/" }}
{{- end }}
