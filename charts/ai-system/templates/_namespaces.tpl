{{/* Name of the namespace infra. */}}
{{- define "ai-system.namespaces.infra" -}}
{{- .Values.namespaces.infra.name | default (printf "%s-infra" .Release.Name) }}
{{- end }}

{{/* Name of the namespace gpu. */}}
{{- define "ai-system.namespaces.gpu" -}}
{{- .Values.namespaces.gpu.name | default (printf "%s-gpu" .Release.Name) }}
{{- end }}

{{/* Name of the namespace core. */}}
{{- define "ai-system.namespaces.core" -}}
{{- .Values.namespaces.core.name | default (printf "%s-core" .Release.Name) }}
{{- end }}
