{{/* Values that nothing takes; called with whether that is so and why, their block, its key, and the shipped values or their digests. */}}
{{- define "jaeger.rules.unused" -}}
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
{{- define "jaeger.withoutEffect" -}}
{{- include "jaeger.rules.unused" (dict "off" (not .Values.persistence.enabled) "need" "without persistence.enabled set" "of"
  (dict "config.keep" .Values.config.keep) "shipped" (list "config.keep=72h")) }}
{{- include "jaeger.rules.unused" (dict "off" (not (not .Values.persistence.enabled)) "need" "without persistence.enabled unset" "of"
  (dict "config.memoryTraces" .Values.config.memoryTraces) "shipped" (list "config.memoryTraces=50000")) }}
{{- include "jaeger.rules.unused" (dict "off" (not .Values.gateway.rateLimit.requestsPerSecond) "need"
  "without gateway.rateLimit.requestsPerSecond set" "of"
  (dict "gateway.rateLimit.burst" .Values.gateway.rateLimit.burst "gateway.rateLimit.per" .Values.gateway.rateLimit.per) "shipped"
  (list "gateway.rateLimit.burst=20" "gateway.rateLimit.per=client")) }}
{{- include "jaeger.rules.unused" (dict "off" (not (eq .Values.service.sessionAffinity "ClientIP")) "need" "without service.sessionAffinity=ClientIP"
  "of" (dict "service.sessionAffinityTimeoutSeconds" .Values.service.sessionAffinityTimeoutSeconds) "shipped"
  (list "service.sessionAffinityTimeoutSeconds=10800")) }}
{{- include "jaeger.rules.unused" (dict "off" (not .Values.ingress.rateLimit.requestsPerSecond) "need"
  "without ingress.rateLimit.requestsPerSecond set" "of" (dict "ingress.rateLimit.burstMultiplier" .Values.ingress.rateLimit.burstMultiplier)
  "shipped" (list "ingress.rateLimit.burstMultiplier=5")) }}
{{- end }}
