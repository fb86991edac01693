{{/* Values that are set but have no effect. */}}
{{- define "voice-ai.withoutEffect" -}}
{{- include "voice-ai.rules.unused" (dict "off" (not (eq .Values.rollout.mode "blueGreen")) "need" "without rollout.mode=blueGreen" "of"
  (dict "rollout.blueGreen.serve" .Values.rollout.blueGreen.serve) "shipped" (list "rollout.blueGreen.serve=stable")) }}
{{- include "voice-ai.rules.unused" (dict "off" (not (eq .Values.rollout.mode "canary")) "need" "without rollout.mode=canary" "of"
  (dict "rollout.canary.weight" .Values.rollout.canary.weight "rollout.canary.argo.enabled" .Values.rollout.canary.argo.enabled) "shipped"
  (list "rollout.canary.weight=0" "rollout.canary.argo.enabled=false")) }}
{{- include "voice-ai.rules.unused" (dict "off" (not .Values.connections.ollama.host) "need" "without connections.ollama.host" "below"
  "connections.ollama" "of" .Values.connections.ollama "shipped" (list "port=0" "scheme=http" "path=")) }}
{{- include "voice-ai.rules.unused" (dict "off" (not (include "voice-ai.connections.ollama.via" .)) "need" "while the connection ollama leads nowhere"
  "of" (dict "connections.ollama.cidrs" .Values.connections.ollama.cidrs "connections.ollama.waitSeconds" .Values.connections.ollama.waitSeconds)
  "shipped" (list "connections.ollama.cidrs=[]" "connections.ollama.waitSeconds=600")) }}
{{- if and .Values.connections.ollama.host .Values.ollama.enabled (include "voice-ai.connections.ollama.via" .) }}
connections.ollama.host is a service outside, and ollama.enabled=true installs one that nothing would use: leave one of the two out.
{{- end }}
{{- end }}
