{{/* Values that nothing takes; called with whether that is so and why, their block, its key, and the shipped values or their digests. */}}
{{- define "minio.rules.unused" -}}
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
{{- define "minio.withoutEffect" -}}
{{- include "minio.rules.unused" (dict "off" (not .Values.gateway.rateLimit.requestsPerSecond) "need"
  "without gateway.rateLimit.requestsPerSecond set" "of"
  (dict "gateway.rateLimit.burst" .Values.gateway.rateLimit.burst "gateway.rateLimit.per" .Values.gateway.rateLimit.per) "shipped"
  (list "gateway.rateLimit.burst=20" "gateway.rateLimit.per=client")) }}
{{- include "minio.rules.unused" (dict "off" (not (eq .Values.service.sessionAffinity "ClientIP")) "need" "without service.sessionAffinity=ClientIP"
  "of" (dict "service.sessionAffinityTimeoutSeconds" .Values.service.sessionAffinityTimeoutSeconds) "shipped"
  (list "service.sessionAffinityTimeoutSeconds=10800")) }}
{{- include "minio.rules.unused" (dict "off" (not .Values.ingress.rateLimit.requestsPerSecond) "need"
  "without ingress.rateLimit.requestsPerSecond set" "of" (dict "ingress.rateLimit.burstMultiplier" .Values.ingress.rateLimit.burstMultiplier)
  "shipped" (list "ingress.rateLimit.burstMultiplier=5")) }}
{{- end }}
