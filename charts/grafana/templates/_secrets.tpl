{{/* Name of the Secret with the confidential values. */}}
{{- define "grafana.secretName" -}}
{{- .Values.secrets.existingSecret | default (include "grafana.fullname" .) }}
{{- end }}
