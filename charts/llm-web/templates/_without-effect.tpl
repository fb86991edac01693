{{/* Values of a connection that nothing takes; called with its name, the way it goes, and keys with other values than the shipped ones. */}}
{{- define "llm-web.rules.connection" -}}
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
{{- define "llm-web.withoutEffect" -}}
{{- include "llm-web.rules.connection" (dict "name" "api" "host" .Values.connections.api.host "via" (include "llm-web.connections.api.via" .) "need"
  "" "chart" "langchain-api" "bundled" (index .Values "langchain-api").enabled "changed" (list (ternary "port" ""
  (ne (toString .Values.connections.api.port) "0")) (ternary "scheme" "" (ne (toString .Values.connections.api.scheme) "http")) (ternary "path" ""
  (ne (toString .Values.connections.api.path) "")))) }}
{{- end }}
