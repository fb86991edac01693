{{/* Values that are set but have no effect. */}}
{{- define "gemini-agent.withoutEffect" -}}
{{- include "gemini-agent.rules.unused" (dict "off" (not (eq .Values.rollout.mode "blueGreen")) "need" "without rollout.mode=blueGreen" "of"
  (dict "rollout.blueGreen.serve" .Values.rollout.blueGreen.serve) "shipped" (list "rollout.blueGreen.serve=stable")) }}
{{- include "gemini-agent.rules.unused" (dict "off" (not (eq .Values.rollout.mode "canary")) "need" "without rollout.mode=canary" "of"
  (dict "rollout.canary.weight" .Values.rollout.canary.weight "rollout.canary.argo.enabled" .Values.rollout.canary.argo.enabled) "shipped"
  (list "rollout.canary.weight=0" "rollout.canary.argo.enabled=false")) }}
{{- include "gemini-agent.rules.unused" (dict "off" (not .Values.connections.prometheus.host) "need" "without connections.prometheus.host" "below"
  "connections.prometheus" "of" .Values.connections.prometheus "shipped" (list "port=0" "scheme=http" "path=")) }}
{{- include "gemini-agent.rules.unused" (dict "off" (not (include "gemini-agent.connections.prometheus.via" .)) "need"
  "while the connection prometheus leads nowhere" "of" (dict "connections.prometheus.cidrs" .Values.connections.prometheus.cidrs) "shipped"
  (list "connections.prometheus.cidrs=[]")) }}
{{- include "gemini-agent.rules.unused" (dict "off" (not .Values.connections.redis.host) "need" "without connections.redis.host" "below"
  "connections.redis" "of" .Values.connections.redis "shipped"
  (list "port=6379" "username=" "existingSecret=" "secretKey=password" "urlKey=" "tls=false" "caKey=ca.crt")) }}
{{- include "gemini-agent.rules.unused" (dict "off" (not (include "gemini-agent.connections.redis.via" .)) "need"
  "while the connection redis leads nowhere" "below" "connections.redis" "of" .Values.connections.redis "shipped"
  (list "database=0" "caSecret=" "cidrs=[]" "waitSeconds=300")) }}
{{- include "gemini-agent.rules.unused" (dict "off" (not .Values.connections.jaeger.host) "need" "without connections.jaeger.host" "below"
  "connections.jaeger" "of" .Values.connections.jaeger "shipped" (list "port=0" "scheme=http" "path=")) }}
{{- include "gemini-agent.rules.unused" (dict "off" (not (include "gemini-agent.connections.jaeger.via" .)) "need"
  "while the connection jaeger leads nowhere" "of" (dict "connections.jaeger.cidrs" .Values.connections.jaeger.cidrs) "shipped"
  (list "connections.jaeger.cidrs=[]")) }}
{{- if and .Values.connections.redis.host .Values.redis.enabled (include "gemini-agent.connections.redis.via" .) }}
connections.redis.host is a service outside, and redis.enabled=true installs one that nothing would use: leave one of the two out.
{{- end }}
{{- end }}
