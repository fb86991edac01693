{{/* Name of the Secret with the confidential values. */}}
{{- define "minio.secretName" -}}
{{- .Values.secrets.existingSecret | default (include "minio.fullname" .) }}
{{- end }}
