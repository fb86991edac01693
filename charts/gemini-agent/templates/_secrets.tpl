{{/* Name of the Secret with the confidential values. */}}
{{- define "gemini-agent.secretName" -}}
{{- .Values.secrets.existingSecret | default (include "gemini-agent.fullname" .) }}
{{- end }}
