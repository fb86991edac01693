{{/* Mistakes in values, topic connection. */}}
{{- define "streamlit.findings.connection" -}}
{{- include "streamlit.rules.resources" (dict "path" "toolbox.resources" "resources" .Values.toolbox.resources) }}
{{- include "streamlit.rules.secret" (dict "root" $ "value" "connections.redis.existingSecret" "name" .Values.connections.redis.existingSecret "keys"
  (list (include "streamlit.connections.redis.secretKey" .))) }}
{{- end }}
