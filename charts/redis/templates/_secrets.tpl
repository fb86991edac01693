{{/* Name of the Secret with the confidential values. */}}
{{- define "redis.secretName" -}}
{{- .Values.secrets.existingSecret | default (include "redis.fullname" .) }}
{{- end }}
