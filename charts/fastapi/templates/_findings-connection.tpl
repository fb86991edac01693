{{/* Mistakes in values, topic connection. */}}
{{- define "fastapi.findings.connection" -}}
{{- include "fastapi.rules.resources" (dict "path" "toolbox.resources" "resources" .Values.toolbox.resources) }}
{{- include "fastapi.rules.secret" (dict "root" $ "value" "connections.redis.existingSecret" "name" .Values.connections.redis.existingSecret "keys"
  (list (include "fastapi.connections.redis.secretKey" .))) }}
{{- include "fastapi.rules.secret" (dict "root" $ "value" "connections.postgres.existingSecret" "name" .Values.connections.postgres.existingSecret
  "keys" (list (include "fastapi.connections.postgres.secretKey" .))) }}
{{- include "fastapi.rules.secret" (dict "root" $ "value" "connections.s3.existingSecret" "name" .Values.connections.s3.existingSecret "keys"
  (list (include "fastapi.connections.s3.usernameKey" .) (include "fastapi.connections.s3.secretKey" .))) }}
{{- end }}
