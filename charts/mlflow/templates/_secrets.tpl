{{/* Name of the Secret with the confidential values. */}}
{{- define "mlflow.secretName" -}}
{{- .Values.secrets.existingSecret | default (include "mlflow.fullname" .) }}
{{- end }}
