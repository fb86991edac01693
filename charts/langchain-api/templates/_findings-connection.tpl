{{/* Mistakes in values, topic connection. */}}
{{- define "langchain-api.findings.connection" -}}
{{- include "langchain-api.rules.resources" (dict "path" "toolbox.resources" "resources" .Values.toolbox.resources) }}
{{- if not (include "langchain-api.connections.ollama.via" .) }}
langchain-api needs ollama: {{ include "langchain-api.rules.provide"
  (dict "member" (index .Values.global.members "langchain-api") "name" "ollama" "chart" "ollama" "bundled" true) }}.
{{- end }}
{{- include "langchain-api.rules.secret" (dict "root" $ "value" "connections.redis.existingSecret" "name" .Values.connections.redis.existingSecret
  "keys" (list (include "langchain-api.connections.redis.secretKey" .))) }}
{{- end }}
