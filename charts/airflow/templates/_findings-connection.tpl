{{/* Mistakes in values, topic connection. */}}
{{- define "airflow.findings.connection" -}}
{{- include "airflow.rules.resources" (dict "path" "toolbox.resources" "resources" .Values.toolbox.resources) }}
{{- if not (include "airflow.connections.postgres.via" .) }}
airflow needs postgres:
  {{ include "airflow.rules.provide" (dict "member" (index .Values.global.members "airflow") "name" "postgres" "chart" "postgres" "bundled" true) }}.
{{- end }}
{{- include "airflow.rules.secret" (dict "root" $ "value" "connections.postgres.existingSecret" "name" .Values.connections.postgres.existingSecret
  "keys" (list (include "airflow.connections.postgres.secretKey" .))) }}
{{- include "airflow.rules.secret" (dict "root" $ "value" "connections.redis.existingSecret" "name" .Values.connections.redis.existingSecret "keys"
  (list (include "airflow.connections.redis.secretKey" .))) }}
{{- include "airflow.rules.secret" (dict "root" $ "value" "connections.s3.existingSecret" "name" .Values.connections.s3.existingSecret "keys"
  (list (include "airflow.connections.s3.usernameKey" .) (include "airflow.connections.s3.secretKey" .))) }}
{{- end }}
