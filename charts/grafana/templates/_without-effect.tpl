{{/* Values that are set but have no effect. */}}
{{- define "grafana.withoutEffect" -}}
{{- include "grafana.rules.unused" (dict "off" (not .Values.smtp.host) "need" "without smtp.host set" "below" "smtp" "of" .Values.smtp "shipped"
  (list "port=587" "from=" "username=" "passwordKey=smtp-password")) }}
{{- include "grafana.rules.unused"
  (dict "off" (not .Values.ldap.toml) "need" "without ldap.toml set" "of" (dict "ldap.port" .Values.ldap.port) "shipped" (list "ldap.port=636")) }}
{{- include "grafana.rules.unused" (dict "off" (not .Values.connections.prometheus.host) "need" "without connections.prometheus.host" "below"
  "connections.prometheus" "of" .Values.connections.prometheus "shipped" (list "port=0" "scheme=http" "path=")) }}
{{- include "grafana.rules.unused" (dict "off" (not (include "grafana.connections.prometheus.via" .)) "need"
  "while the connection prometheus leads nowhere" "of" (dict "connections.prometheus.cidrs" .Values.connections.prometheus.cidrs) "shipped"
  (list "connections.prometheus.cidrs=[]")) }}
{{- include "grafana.rules.unused" (dict "off" (not .Values.connections.alertmanager.host) "need" "without connections.alertmanager.host" "below"
  "connections.alertmanager" "of" .Values.connections.alertmanager "shipped" (list "port=0" "scheme=http" "path=")) }}
{{- include "grafana.rules.unused" (dict "off" (not (include "grafana.connections.alertmanager.via" .)) "need"
  "while the connection alertmanager leads nowhere" "of" (dict "connections.alertmanager.cidrs" .Values.connections.alertmanager.cidrs) "shipped"
  (list "connections.alertmanager.cidrs=[]")) }}
{{- include "grafana.rules.unused" (dict "off" (not .Values.connections.jaeger.host) "need" "without connections.jaeger.host" "below"
  "connections.jaeger" "of" .Values.connections.jaeger "shipped" (list "port=0" "scheme=http" "path=")) }}
{{- include "grafana.rules.unused" (dict "off" (not (include "grafana.connections.jaeger.via" .)) "need" "while the connection jaeger leads nowhere"
  "of" (dict "connections.jaeger.cidrs" .Values.connections.jaeger.cidrs) "shipped" (list "connections.jaeger.cidrs=[]")) }}
{{- include "grafana.rules.unused" (dict "off" (not .Values.connections.postgres.host) "need" "without connections.postgres.host" "below"
  "connections.postgres" "of" .Values.connections.postgres "shipped"
  (list "port=5432" "database=" "username=" "existingSecret=" "secretKey=password" "sslMode=prefer" "caKey=ca.crt")) }}
{{- include "grafana.rules.unused" (dict "off" (not (include "grafana.connections.postgres.via" .)) "need"
  "while the connection postgres leads nowhere" "below" "connections.postgres" "of" .Values.connections.postgres "shipped"
  (list "caSecret=" "cidrs=[]" "waitSeconds=300")) }}
{{- include "grafana.rules.unused" (dict "off" (not (gt (int64 .Values.replicaCount) 1)) "need" "without replicaCount>1" "of"
  (dict "connections.redis.host" .Values.connections.redis.host) "shipped" (list "connections.redis.host=")) }}
{{- include "grafana.rules.unused" (dict "off" (not .Values.connections.redis.host) "need" "without connections.redis.host" "below"
  "connections.redis" "of" .Values.connections.redis "shipped"
  (list "port=6379" "username=" "existingSecret=" "secretKey=password" "tls=false" "caKey=ca.crt")) }}
{{- include "grafana.rules.unused" (dict "off" (not (include "grafana.connections.redis.via" .)) "need" "while the connection redis leads nowhere"
  "of" (dict "connections.redis.caSecret" .Values.connections.redis.caSecret "connections.redis.cidrs" .Values.connections.redis.cidrs) "shipped"
  (list "connections.redis.caSecret=" "connections.redis.cidrs=[]")) }}
{{- end }}
