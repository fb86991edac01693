{{/* Values that are set but have no effect. */}}
{{- define "langchain-api.withoutEffect" -}}
{{- include "langchain-api.rules.unused" (dict "off" (not (eq .Values.rollout.mode "blueGreen")) "need" "without rollout.mode=blueGreen" "of"
  (dict "rollout.blueGreen.serve" .Values.rollout.blueGreen.serve) "shipped" (list "rollout.blueGreen.serve=stable")) }}
{{- include "langchain-api.rules.unused" (dict "off" (not (eq .Values.rollout.mode "canary")) "need" "without rollout.mode=canary" "of"
  (dict "rollout.canary.weight" .Values.rollout.canary.weight "rollout.canary.argo.enabled" .Values.rollout.canary.argo.enabled) "shipped"
  (list "rollout.canary.weight=0" "rollout.canary.argo.enabled=false")) }}
{{- include "langchain-api.rules.unused" (dict "off" (not .Values.connections.prometheus.host) "need" "without connections.prometheus.host" "below"
  "connections.prometheus" "of" .Values.connections.prometheus "shipped" (list "port=0" "scheme=http" "path=")) }}
{{- include "langchain-api.rules.unused" (dict "off" (not (include "langchain-api.connections.prometheus.via" .)) "need"
  "while the connection prometheus leads nowhere" "of" (dict "connections.prometheus.cidrs" .Values.connections.prometheus.cidrs) "shipped"
  (list "connections.prometheus.cidrs=[]")) }}
{{- include "langchain-api.rules.unused" (dict "off" (not .Values.connections.ollama.host) "need" "without connections.ollama.host" "below"
  "connections.ollama" "of" .Values.connections.ollama "shipped" (list "port=0" "scheme=http" "path=")) }}
{{- include "langchain-api.rules.unused" (dict "off" (not (include "langchain-api.connections.ollama.via" .)) "need"
  "while the connection ollama leads nowhere" "of"
  (dict "connections.ollama.cidrs" .Values.connections.ollama.cidrs "connections.ollama.waitSeconds" .Values.connections.ollama.waitSeconds) "shipped"
  (list "connections.ollama.cidrs=[]" "connections.ollama.waitSeconds=600")) }}
{{- include "langchain-api.rules.unused" (dict "off" (not .Values.connections.redis.host) "need" "without connections.redis.host" "below"
  "connections.redis" "of" .Values.connections.redis "shipped"
  (list "port=6379" "username=" "existingSecret=" "secretKey=password" "urlKey=" "tls=false" "caKey=ca.crt")) }}
{{- include "langchain-api.rules.unused" (dict "off" (not (include "langchain-api.connections.redis.via" .)) "need"
  "while the connection redis leads nowhere" "below" "connections.redis" "of" .Values.connections.redis "shipped"
  (list "database=0" "caSecret=" "cidrs=[]" "waitSeconds=300")) }}
{{- include "langchain-api.rules.unused" (dict "off" (not .Values.connections.jaeger.host) "need" "without connections.jaeger.host" "below"
  "connections.jaeger" "of" .Values.connections.jaeger "shipped" (list "port=0" "scheme=http" "path=" "caKey=ca.crt")) }}
{{- include "langchain-api.rules.unused" (dict "off" (not (include "langchain-api.connections.jaeger.via" .)) "need"
  "while the connection jaeger leads nowhere" "of"
  (dict "connections.jaeger.caSecret" .Values.connections.jaeger.caSecret "connections.jaeger.cidrs" .Values.connections.jaeger.cidrs) "shipped"
  (list "connections.jaeger.caSecret=" "connections.jaeger.cidrs=[]")) }}
{{- if and .Values.connections.ollama.host .Values.ollama.enabled (include "langchain-api.connections.ollama.via" .) }}
connections.ollama.host is a service outside, and ollama.enabled=true installs one that nothing would use: leave one of the two out.
{{- end }}
{{- if and .Values.connections.redis.host .Values.redis.enabled (include "langchain-api.connections.redis.via" .) }}
connections.redis.host is a service outside, and redis.enabled=true installs one that nothing would use: leave one of the two out.
{{- end }}
{{- end }}
