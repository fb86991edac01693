{{/* Name of the Secret with the confidential values. */}}
{{- define "airflow.secretName" -}}
{{- .Values.secrets.existingSecret | default (include "airflow.fullname" .) }}
{{- end }}
