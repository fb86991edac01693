{{/* Name of the Secret with the confidential values. */}}
{{- define "postgres.secretName" -}}
{{- .Values.secrets.existingSecret | default (include "postgres.fullname" .) }}
{{- end }}
