{{/* Values of a connection that nothing takes; called with its name, the way it goes, and keys with other values than the shipped ones. */}}
{{- define "ai-system.rules.connection" -}}
{{- if and .host .need (not .via) }}
connections.{{ .name }}.host is set, and nothing uses the connection {{ .need }}: change that, or leave it empty.
{{- else if and .host .via .bundled }}
connections.{{ .name }}.host is a service outside, and {{ .chart }}.enabled=true installs one that nothing would use: leave one of the two out.
{{- end }}
{{- if not .host }}
{{- range .changed | compact }}
connections.{{ $.name }}.{{ . }} describes a service outside, and connections.{{ $.name }}.host is empty: set the host, or leave {{ . }} out.
{{- end }}
{{- end }}
{{- end }}

{{/* Values without effect, which somebody who set them would wait for. */}}
{{- define "ai-system.withoutEffect" -}}
{{- include "ai-system.rules.connection" (dict "name" "jaeger" "host" .Values.connections.jaeger.host "via"
  (include "ai-system.connections.jaeger.via" .) "need" "" "chart" "jaeger" "bundled" false "changed" (list (ternary "port" ""
  (ne (toString .Values.connections.jaeger.port) "0")) (ternary "scheme" "" (ne (toString .Values.connections.jaeger.scheme) "http")) (ternary "path"
  "" (ne (toString .Values.connections.jaeger.path) "")))) }}
{{- end }}
