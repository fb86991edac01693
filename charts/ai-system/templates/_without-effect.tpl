{{/* Values that nothing takes; called with whether that is so and why, their block, its key, and the shipped values or their digests. */}}
{{- define "ai-system.rules.unused" -}}
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
{{- define "ai-system.withoutEffect" -}}
{{- include "ai-system.rules.unused" (dict "off" (not .Values.connections.jaeger.host) "need" "without connections.jaeger.host" "below"
  "connections.jaeger" "of" (omit .Values.connections.jaeger) "shipped" (list "port=0" "scheme=http" "path=")) }}
{{- include "ai-system.rules.unused" (dict "off" (not (include "ai-system.connections.jaeger.via" .)) "need"
  "while the connection jaeger leads nowhere" "of" (dict "connections.jaeger.cidrs" .Values.connections.jaeger.cidrs) "shipped"
  (list "connections.jaeger.cidrs=[]")) }}
{{- end }}
