{{/* Values that are set but have no effect. */}}
{{- define "airflow.withoutEffect" -}}
{{- include "airflow.rules.unused" (dict "off" (not (eq .Values.executor "CeleryExecutor")) "need" "without executor=CeleryExecutor" "of"
  (dict "worker" .Values.worker "flower.enabled" .Values.flower.enabled "connections.redis.host" .Values.connections.redis.host) "shipped"
  (list "worker=b77303e13c7d" "flower.enabled=false" "connections.redis.host=")) }}
{{- include "airflow.rules.unused" (dict "off" (not (eq .Values.executor "KubernetesExecutor")) "need" "without executor=KubernetesExecutor" "of"
  (dict "task" .Values.task) "shipped" (list "task=58f40ea82f96")) }}
{{- include "airflow.rules.unused" (dict "off" (not .Values.metrics.otelHost) "need" "without metrics.otelHost set" "of"
  (dict "metrics.otelPort" .Values.metrics.otelPort) "shipped" (list "metrics.otelPort=4318")) }}
{{- include "airflow.rules.unused" (dict "off" (not .Values.connections.postgres.host) "need" "without connections.postgres.host" "below"
  "connections.postgres" "of" .Values.connections.postgres "shipped"
  (list "port=5432" "database=" "username=" "existingSecret=" "secretKey=password" "sslMode=prefer" "caKey=ca.crt")) }}
{{- include "airflow.rules.unused" (dict "off" (not (include "airflow.connections.postgres.via" .)) "need"
  "while the connection postgres leads nowhere" "below" "connections.postgres" "of" .Values.connections.postgres "shipped"
  (list "caSecret=" "cidrs=[]" "waitSeconds=300")) }}
{{- include "airflow.rules.unused" (dict "off" (not .Values.connections.redis.host) "need" "without connections.redis.host" "below"
  "connections.redis" "of" .Values.connections.redis "shipped"
  (list "port=6379" "username=" "existingSecret=" "secretKey=password" "tls=false" "caKey=ca.crt")) }}
{{- include "airflow.rules.unused" (dict "off" (not (include "airflow.connections.redis.via" .)) "need" "while the connection redis leads nowhere"
  "below" "connections.redis" "of" .Values.connections.redis "shipped" (list "database=0" "caSecret=" "cidrs=[]" "waitSeconds=300")) }}
{{- include "airflow.rules.unused" (dict "off" (not .Values.connections.s3.host) "need" "without connections.s3.host" "below" "connections.s3" "of"
  .Values.connections.s3 "shipped" (list "port=0" "scheme=" "existingSecret=" "usernameKey=username" "secretKey=password" "caKey=ca.crt")) }}
{{- include "airflow.rules.unused" (dict "off" (not (include "airflow.connections.s3.via" .)) "need" "while the connection s3 leads nowhere" "below"
  "connections.s3" "of" .Values.connections.s3 "shipped" (list "bucket=" "region=us-east-1" "caSecret=" "cidrs=[]" "waitSeconds=300")) }}
{{- if and .Values.connections.postgres.host .Values.postgres.enabled (include "airflow.connections.postgres.via" .) }}
connections.postgres.host is a service outside, and postgres.enabled=true installs one that nothing would use: leave one of the two out.
{{- end }}
{{- if and .Values.connections.redis.host .Values.redis.enabled (include "airflow.connections.redis.via" .) }}
connections.redis.host is a service outside, and redis.enabled=true installs one that nothing would use: leave one of the two out.
{{- end }}
{{- if and .Values.connections.s3.host .Values.minio.enabled (include "airflow.connections.s3.via" .) }}
connections.s3.host is a service outside, and minio.enabled=true installs one that nothing would use: leave one of the two out.
{{- end }}
{{- end }}
