{{/* Mistakes in values, topic connection. */}}
{{- define "gemini-agent.findings.connection" -}}
{{- include "gemini-agent.rules.resources" (dict "path" "toolbox.resources" "resources" .Values.toolbox.resources) }}
{{- if not (include "gemini-agent.connections.redis.via" .) }}
gemini-agent needs redis: {{ include "gemini-agent.rules.provide"
  (dict "member" (index .Values.global.members "gemini-agent") "name" "redis" "chart" "redis" "bundled" true) }}.
{{- end }}
{{- include "gemini-agent.rules.secret" (dict "root" $ "value" "connections.redis.existingSecret" "name" .Values.connections.redis.existingSecret
  "keys" (list (include "gemini-agent.connections.redis.secretKey" .))) }}
{{- end }}
