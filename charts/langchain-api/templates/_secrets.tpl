{{/* Name of the Secret with the confidential values. */}}
{{- define "langchain-api.secretName" -}}
{{- .Values.secrets.existingSecret | default (include "langchain-api.fullname" .) }}
{{- end }}
