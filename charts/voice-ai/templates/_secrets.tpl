{{/* Name of the Secret with the confidential values. */}}
{{- define "voice-ai.secretName" -}}
{{- .Values.secrets.existingSecret | default (include "voice-ai.fullname" .) }}
{{- end }}
