{{/* Values that are set but have no effect. */}}
{{- define "fastapi.withoutEffect" -}}
{{- include "fastapi.rules.unused" (dict "off" (not (eq .Values.rollout.mode "blueGreen")) "need" "without rollout.mode=blueGreen" "of"
  (dict "rollout.blueGreen.serve" .Values.rollout.blueGreen.serve) "shipped" (list "rollout.blueGreen.serve=stable")) }}
{{- include "fastapi.rules.unused" (dict "off" (not (eq .Values.rollout.mode "canary")) "need" "without rollout.mode=canary" "of"
  (dict "rollout.canary.weight" .Values.rollout.canary.weight "rollout.canary.argo.enabled" .Values.rollout.canary.argo.enabled) "shipped"
  (list "rollout.canary.weight=0" "rollout.canary.argo.enabled=false")) }}
{{- include "fastapi.rules.unused" (dict "off" (not .Values.connections.prometheus.host) "need" "without connections.prometheus.host" "below"
  "connections.prometheus" "of" .Values.connections.prometheus "shipped" (list "port=0" "scheme=http" "path=")) }}
{{- include "fastapi.rules.unused" (dict "off" (not (include "fastapi.connections.prometheus.via" .)) "need"
  "while the connection prometheus leads nowhere" "of" (dict "connections.prometheus.cidrs" .Values.connections.prometheus.cidrs) "shipped"
  (list "connections.prometheus.cidrs=[]")) }}
{{- include "fastapi.rules.unused" (dict "off" (not .Values.connections.redis.host) "need" "without connections.redis.host" "below"
  "connections.redis" "of" .Values.connections.redis "shipped"
  (list "port=6379" "username=" "existingSecret=" "secretKey=password" "urlKey=" "tls=false" "caKey=ca.crt")) }}
{{- include "fastapi.rules.unused" (dict "off" (not (include "fastapi.connections.redis.via" .)) "need" "while the connection redis leads nowhere"
  "below" "connections.redis" "of" .Values.connections.redis "shipped" (list "database=0" "caSecret=" "cidrs=[]" "waitSeconds=300")) }}
{{- include "fastapi.rules.unused" (dict "off" (not .Values.connections.postgres.host) "need" "without connections.postgres.host" "below"
  "connections.postgres" "of" .Values.connections.postgres "shipped"
  (list "port=5432" "database=" "username=" "existingSecret=" "secretKey=password" "urlKey=" "sslMode=prefer" "caKey=ca.crt")) }}
{{- include "fastapi.rules.unused" (dict "off" (not (include "fastapi.connections.postgres.via" .)) "need"
  "while the connection postgres leads nowhere" "below" "connections.postgres" "of" .Values.connections.postgres "shipped"
  (list "caSecret=" "cidrs=[]" "waitSeconds=300")) }}
{{- include "fastapi.rules.unused" (dict "off" (not .Values.connections.s3.host) "need" "without connections.s3.host" "below" "connections.s3" "of"
  .Values.connections.s3 "shipped" (list "port=0" "scheme=" "existingSecret=" "usernameKey=username" "secretKey=password" "caKey=ca.crt")) }}
{{- include "fastapi.rules.unused" (dict "off" (not (include "fastapi.connections.s3.via" .)) "need" "while the connection s3 leads nowhere" "below"
  "connections.s3" "of" .Values.connections.s3 "shipped" (list "bucket=" "region=us-east-1" "caSecret=" "cidrs=[]" "waitSeconds=300")) }}
{{- include "fastapi.rules.unused" (dict "off" (not .Values.connections.mlflow.host) "need" "without connections.mlflow.host" "below"
  "connections.mlflow" "of" .Values.connections.mlflow "shipped" (list "port=0" "scheme=http" "path=" "caKey=ca.crt")) }}
{{- include "fastapi.rules.unused" (dict "off" (not (include "fastapi.connections.mlflow.via" .)) "need" "while the connection mlflow leads nowhere"
  "below" "connections.mlflow" "of" .Values.connections.mlflow "shipped" (list "caSecret=" "cidrs=[]" "waitSeconds=600")) }}
{{- include "fastapi.rules.unused" (dict "off" (not .Values.connections.jaeger.host) "need" "without connections.jaeger.host" "below"
  "connections.jaeger" "of" .Values.connections.jaeger "shipped" (list "port=0" "scheme=http" "path=" "caKey=ca.crt")) }}
{{- include "fastapi.rules.unused" (dict "off" (not (include "fastapi.connections.jaeger.via" .)) "need" "while the connection jaeger leads nowhere"
  "of" (dict "connections.jaeger.caSecret" .Values.connections.jaeger.caSecret "connections.jaeger.cidrs" .Values.connections.jaeger.cidrs) "shipped"
  (list "connections.jaeger.caSecret=" "connections.jaeger.cidrs=[]")) }}
{{- if and .Values.connections.redis.host .Values.redis.enabled (include "fastapi.connections.redis.via" .) }}
connections.redis.host is a service outside, and redis.enabled=true installs one that nothing would use: leave one of the two out.
{{- end }}
{{- if and .Values.connections.postgres.host .Values.postgres.enabled (include "fastapi.connections.postgres.via" .) }}
connections.postgres.host is a service outside, and postgres.enabled=true installs one that nothing would use: leave one of the two out.
{{- end }}
{{- end }}
