{{/* URL at which people reach it: given, or that of its Ingress; empty for none. */}}
{{- define "alertmanager.externalUrl" -}}
{{- .Values.config.externalUrl | default (include "alertmanager.main.publicUrl" .) }}
{{- end }}

{{/* Path of that URL, below which it answers; empty for none. */}}
{{- define "alertmanager.basePath" -}}
{{- regexReplaceAll "^https?://[^/]*" (include "alertmanager.externalUrl" .) "" | trimSuffix "/" }}
{{- end }}
