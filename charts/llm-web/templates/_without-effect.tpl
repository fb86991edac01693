{{/* Values that are set but have no effect. */}}
{{- define "llm-web.withoutEffect" -}}
{{- include "llm-web.rules.unused" (dict "off" (not (eq .Values.rollout.mode "blueGreen")) "need" "without rollout.mode=blueGreen" "of"
  (dict "rollout.blueGreen.serve" .Values.rollout.blueGreen.serve) "shipped" (list "rollout.blueGreen.serve=stable")) }}
{{- include "llm-web.rules.unused" (dict "off" (not (eq .Values.rollout.mode "canary")) "need" "without rollout.mode=canary" "of"
  (dict "rollout.canary.weight" .Values.rollout.canary.weight "rollout.canary.argo.enabled" .Values.rollout.canary.argo.enabled) "shipped"
  (list "rollout.canary.weight=0" "rollout.canary.argo.enabled=false")) }}
{{- include "llm-web.rules.unused" (dict "off" (not .Values.connections.api.host) "need" "without connections.api.host" "below" "connections.api" "of"
  .Values.connections.api "shipped" (list "port=0" "scheme=http" "path=")) }}
{{- include "llm-web.rules.unused" (dict "off" (not (include "llm-web.connections.api.via" .)) "need" "while the connection api leads nowhere" "of"
  (dict "connections.api.cidrs" .Values.connections.api.cidrs "connections.api.waitSeconds" .Values.connections.api.waitSeconds) "shipped"
  (list "connections.api.cidrs=[]" "connections.api.waitSeconds=600")) }}
{{- if and .Values.connections.api.host (index .Values "langchain-api").enabled (include "llm-web.connections.api.via" .) }}
connections.api.host is a service outside, and langchain-api.enabled=true installs one that nothing would use: leave one of the two out.
{{- end }}
{{- end }}
