{{/* Values that are set but have no effect. */}}
{{- define "mlflow.withoutEffect" -}}
{{- include "mlflow.rules.unused" (dict "off" (not .Values.connections.postgres.host) "need" "without connections.postgres.host" "below"
  "connections.postgres" "of" .Values.connections.postgres "shipped"
  (list "port=5432" "database=" "username=" "existingSecret=" "secretKey=password" "sslMode=prefer" "caKey=ca.crt")) }}
{{- include "mlflow.rules.unused" (dict "off" (not (include "mlflow.connections.postgres.via" .)) "need" "while the connection postgres leads nowhere"
  "below" "connections.postgres" "of" .Values.connections.postgres "shipped" (list "caSecret=" "cidrs=[]" "waitSeconds=300")) }}
{{- include "mlflow.rules.unused" (dict "off" (not .Values.connections.s3.host) "need" "without connections.s3.host" "below" "connections.s3" "of"
  .Values.connections.s3 "shipped" (list "port=0" "scheme=" "existingSecret=" "usernameKey=username" "secretKey=password" "caKey=ca.crt")) }}
{{- include "mlflow.rules.unused" (dict "off" (not (include "mlflow.connections.s3.via" .)) "need" "while the connection s3 leads nowhere" "below"
  "connections.s3" "of" .Values.connections.s3 "shipped" (list "bucket=" "region=us-east-1" "caSecret=" "cidrs=[]" "waitSeconds=300")) }}
{{- if and .Values.connections.postgres.host .Values.postgres.enabled (include "mlflow.connections.postgres.via" .) }}
connections.postgres.host is a service outside, and postgres.enabled=true installs one that nothing would use: leave one of the two out.
{{- end }}
{{- if and .Values.connections.s3.host .Values.minio.enabled (include "mlflow.connections.s3.via" .) }}
connections.s3.host is a service outside, and minio.enabled=true installs one that nothing would use: leave one of the two out.
{{- end }}
{{- end }}
