{{/* Values that nothing takes; called with whether that is so and why, their block, its key, and the shipped values or their digests. */}}
{{- define "prometheus.rules.unused" -}}
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
{{- define "prometheus.withoutEffect" -}}
{{- include "prometheus.rules.unused" (dict "off" (not .Values.connections.alertmanager.host) "need" "without connections.alertmanager.host" "below"
  "connections.alertmanager" "of" (omit .Values.connections.alertmanager) "shipped" (list "port=0" "scheme=http" "path=")) }}
{{- include "prometheus.rules.unused" (dict "off" (not (include "prometheus.connections.alertmanager.via" .)) "need"
  "while the connection alertmanager leads nowhere" "of" (dict "connections.alertmanager.cidrs" .Values.connections.alertmanager.cidrs) "shipped"
  (list "connections.alertmanager.cidrs=[]")) }}
{{- end }}
