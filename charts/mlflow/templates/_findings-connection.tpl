{{/* Mistakes in values, topic connection. */}}
{{- define "mlflow.findings.connection" -}}
{{- include "mlflow.rules.resources" (dict "path" "toolbox.resources" "resources" .Values.toolbox.resources) }}
{{- if not (include "mlflow.connections.postgres.via" .) }}
mlflow needs postgres:
  {{ include "mlflow.rules.provide" (dict "member" (index .Values.global.members "mlflow") "name" "postgres" "chart" "postgres" "bundled" true) }}.
{{- end }}
{{- include "mlflow.rules.secret" (dict "root" $ "value" "connections.postgres.existingSecret" "name" .Values.connections.postgres.existingSecret
  "keys" (list (include "mlflow.connections.postgres.secretKey" .))) }}
{{- if and (not .Values.artifacts.destination) (not (include "mlflow.connections.s3.via" .)) }}
mlflow needs minio:
  {{ include "mlflow.rules.provide" (dict "member" (index .Values.global.members "mlflow") "name" "s3" "chart" "minio" "bundled" true) }}.
{{- end }}
{{- include "mlflow.rules.secret" (dict "root" $ "value" "connections.s3.existingSecret" "name" .Values.connections.s3.existingSecret "keys"
  (list (include "mlflow.connections.s3.usernameKey" .) (include "mlflow.connections.s3.secretKey" .))) }}
{{- end }}
