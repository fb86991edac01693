{{/* Values that nothing takes; called with whether that is so and why, their block, its key, and the shipped values or their digests. */}}
{{- define "redis.rules.unused" -}}
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
{{- define "redis.withoutEffect" -}}
{{- include "redis.rules.unused" (dict "off" (not (eq .Values.architecture "replication")) "need" "without architecture=replication" "of"
  (dict "read" .Values.read) "shipped" (list "read=cdf1c06cc6a1")) }}
{{- include "redis.rules.unused" (dict "off" (not .Values.auth.users) "need" "without auth.users set" "of"
  (dict "auth.usersSecret" .Values.auth.usersSecret) "shipped" (list "auth.usersSecret=")) }}
{{- include "redis.rules.unused" (dict "off" (not (eq .Values.service.sessionAffinity "ClientIP")) "need" "without service.sessionAffinity=ClientIP"
  "of" (dict "service.sessionAffinityTimeoutSeconds" .Values.service.sessionAffinityTimeoutSeconds) "shipped"
  (list "service.sessionAffinityTimeoutSeconds=10800")) }}
{{- include "redis.rules.unused" (dict "off" (not (eq .Values.read.service.sessionAffinity "ClientIP")) "need"
  "without read.service.sessionAffinity=ClientIP" "of"
  (dict "read.service.sessionAffinityTimeoutSeconds" .Values.read.service.sessionAffinityTimeoutSeconds) "shipped"
  (list "read.service.sessionAffinityTimeoutSeconds=10800")) }}
{{- end }}
