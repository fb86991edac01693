{{/* Name of the Secret with the confidential values. */}}
{{- define "streamlit.secretName" -}}
{{- .Values.secrets.existingSecret | default (include "streamlit.fullname" .) }}
{{- end }}
