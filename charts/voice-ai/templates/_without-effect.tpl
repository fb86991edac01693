{{/* Values that nothing takes; called with whether that is so and why, their block, its key, and the shipped values or their digests. */}}
{{- define "voice-ai.rules.unused" -}}
{{- range $key, $value := ternary .of dict (not (empty .off)) }}
{{- $json := toJson $value }}
{{- range $.shipped }}
{{- if and (hasPrefix (printf "%s=" $key) .)
  (not (has . (list (printf "%s=%s" $key (trimAll "\"" $json)) (printf "%s=%s" $key (sha256sum $json | trunc 12))))) }}
{{ with $.below }}{{ . }}.{{ end }}{{ $key }} has no effect {{ $.need }}: change that, or leave it out.
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Values without effect, which somebody who set them would wait for. */}}
{{- define "voice-ai.withoutEffect" -}}
{{- include "voice-ai.rules.unused" (dict "off" (not (eq .Values.livekit.service.sessionAffinity "ClientIP")) "need"
  "without livekit.service.sessionAffinity=ClientIP" "of"
  (dict "livekit.service.sessionAffinityTimeoutSeconds" .Values.livekit.service.sessionAffinityTimeoutSeconds) "shipped"
  (list "livekit.service.sessionAffinityTimeoutSeconds=10800")) }}
{{- include "voice-ai.rules.unused" (dict "off" (not .Values.livekit.ingress.rateLimit.requestsPerSecond) "need"
  "without livekit.ingress.rateLimit.requestsPerSecond set" "of"
  (dict "livekit.ingress.rateLimit.burstMultiplier" .Values.livekit.ingress.rateLimit.burstMultiplier) "shipped"
  (list "livekit.ingress.rateLimit.burstMultiplier=5")) }}
{{- include "voice-ai.rules.unused" (dict "off" (not .Values.livekit.gateway.rateLimit.requestsPerSecond) "need"
  "without livekit.gateway.rateLimit.requestsPerSecond set" "of"
  (dict "livekit.gateway.rateLimit.burst" .Values.livekit.gateway.rateLimit.burst "livekit.gateway.rateLimit.per" .Values.livekit.gateway.rateLimit.per)
  "shipped" (list "livekit.gateway.rateLimit.burst=20" "livekit.gateway.rateLimit.per=client")) }}
{{- include "voice-ai.rules.unused" (dict "off" (not .Values.gateway.rateLimit.requestsPerSecond) "need"
  "without gateway.rateLimit.requestsPerSecond set" "of"
  (dict "gateway.rateLimit.burst" .Values.gateway.rateLimit.burst "gateway.rateLimit.per" .Values.gateway.rateLimit.per) "shipped"
  (list "gateway.rateLimit.burst=20" "gateway.rateLimit.per=client")) }}
{{- include "voice-ai.rules.unused" (dict "off" (not (eq .Values.service.sessionAffinity "ClientIP")) "need"
  "without service.sessionAffinity=ClientIP" "of" (dict "service.sessionAffinityTimeoutSeconds" .Values.service.sessionAffinityTimeoutSeconds)
  "shipped" (list "service.sessionAffinityTimeoutSeconds=10800")) }}
{{- include "voice-ai.rules.unused" (dict "off" (not .Values.ingress.rateLimit.requestsPerSecond) "need"
  "without ingress.rateLimit.requestsPerSecond set" "of" (dict "ingress.rateLimit.burstMultiplier" .Values.ingress.rateLimit.burstMultiplier)
  "shipped" (list "ingress.rateLimit.burstMultiplier=5")) }}
{{- include "voice-ai.rules.unused" (dict "off" (not (or (eq .Values.rollout.mode "blueGreen") (eq .Values.rollout.mode "canary"))) "need"
  "without rollout.mode=blueGreen or rollout.mode=canary" "of" (dict "rollout.candidate" .Values.rollout.candidate) "shipped"
  (list "rollout.candidate=a89aa7538171")) }}
{{- include "voice-ai.rules.unused" (dict "off" (not (eq .Values.rollout.mode "blueGreen")) "need" "without rollout.mode=blueGreen" "of"
  (dict "rollout.blueGreen.serve" .Values.rollout.blueGreen.serve) "shipped" (list "rollout.blueGreen.serve=stable")) }}
{{- include "voice-ai.rules.unused" (dict "off" (not (eq .Values.rollout.mode "canary")) "need" "without rollout.mode=canary" "of"
  (dict "rollout.canary.weight" .Values.rollout.canary.weight "rollout.canary.entryPoints" .Values.rollout.canary.entryPoints
  "rollout.canary.argo.enabled" .Values.rollout.canary.argo.enabled) "shipped"
  (list "rollout.canary.weight=0" "rollout.canary.entryPoints=[]" "rollout.canary.argo.enabled=false")) }}
{{- include "voice-ai.rules.unused" (dict "off" (not .Values.connections.ollama.host) "need" "without connections.ollama.host" "below"
  "connections.ollama" "of" (omit .Values.connections.ollama) "shipped" (list "port=0" "scheme=http" "path=")) }}
{{- include "voice-ai.rules.unused" (dict "off" (not (include "voice-ai.connections.ollama.via" .)) "need" "while the connection ollama leads nowhere"
  "of" (dict "connections.ollama.cidrs" .Values.connections.ollama.cidrs "connections.ollama.waitSeconds" .Values.connections.ollama.waitSeconds)
  "shipped" (list "connections.ollama.cidrs=[]" "connections.ollama.waitSeconds=600")) }}
{{- if and .Values.connections.ollama.host .Values.ollama.enabled (include "voice-ai.connections.ollama.via" .) }}
connections.ollama.host is a service outside, and ollama.enabled=true installs one that nothing would use: leave one of the two out.
{{- end }}
{{- end }}
