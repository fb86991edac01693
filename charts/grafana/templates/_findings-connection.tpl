{{/* Mistakes in values, topic connection. */}}
{{- define "grafana.findings.connection" -}}
{{- include "grafana.rules.resources" (dict "path" "toolbox.resources" "resources" .Values.toolbox.resources) }}
{{- include "grafana.rules.secret" (dict "root" $ "value" "connections.postgres.existingSecret" "name" .Values.connections.postgres.existingSecret
  "keys" (list (include "grafana.connections.postgres.secretKey" .))) }}
{{- include "grafana.rules.secret" (dict "root" $ "value" "connections.redis.existingSecret" "name" .Values.connections.redis.existingSecret "keys"
  (list (include "grafana.connections.redis.secretKey" .))) }}
{{- end }}
