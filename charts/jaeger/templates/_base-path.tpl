{{/* Path below which the pages are: given, or that of the first host of its Ingress; empty for none. */}}
{{- define "jaeger.basePath" -}}
{{- .Values.config.basePath | default (regexReplaceAll "^https?://[^/]*" (include "jaeger.main.publicUrl" .) "") | trimSuffix "/" }}
{{- end }}
