{{/* Values of a connection that nothing takes; called with its name, the way it goes, and keys with other values than the shipped ones. */}}
{{- define "streamlit.rules.connection" -}}
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
{{- define "streamlit.withoutEffect" -}}
{{- include "streamlit.rules.connection" (dict "name" "prometheus" "host" .Values.connections.prometheus.host "via"
  (include "streamlit.connections.prometheus.via" .) "need" "" "chart" "prometheus" "bundled" false "changed" (list (ternary "port" ""
  (ne (toString .Values.connections.prometheus.port) "0")) (ternary "scheme" "" (ne (toString .Values.connections.prometheus.scheme) "http"))
  (ternary "path" "" (ne (toString .Values.connections.prometheus.path) "")))) }}
{{- include "streamlit.rules.connection" (dict "name" "redis" "host" .Values.connections.redis.host "via"
  (include "streamlit.connections.redis.via" .) "need" "" "chart" "redis" "bundled" .Values.redis.enabled "changed" (list (ternary "port" ""
  (ne (toString .Values.connections.redis.port) "6379")) (ternary "username" "" (ne (toString .Values.connections.redis.username) ""))
  (ternary "existingSecret" "" (ne (toString .Values.connections.redis.existingSecret) "")) (ternary "secretKey" ""
  (ne (toString .Values.connections.redis.secretKey) "password")) (ternary "urlKey" "" (ne (toString .Values.connections.redis.urlKey) ""))
  (ternary "tls" "" (ne (toString .Values.connections.redis.tls) "false")) (ternary "caKey" ""
  (ne (toString .Values.connections.redis.caKey) "ca.crt")))) }}
{{- include "streamlit.rules.connection" (dict "name" "mlflow" "host" .Values.connections.mlflow.host "via"
  (include "streamlit.connections.mlflow.via" .) "need" "" "chart" "mlflow" "bundled" false "changed" (list (ternary "port" ""
  (ne (toString .Values.connections.mlflow.port) "0")) (ternary "scheme" "" (ne (toString .Values.connections.mlflow.scheme) "http")) (ternary "path"
  "" (ne (toString .Values.connections.mlflow.path) "")) (ternary "caKey" "" (ne (toString .Values.connections.mlflow.caKey) "ca.crt")))) }}
{{- include "streamlit.rules.connection" (dict "name" "jaeger" "host" .Values.connections.jaeger.host "via"
  (include "streamlit.connections.jaeger.via" .) "need" "" "chart" "jaeger" "bundled" false "changed" (list (ternary "port" ""
  (ne (toString .Values.connections.jaeger.port) "0")) (ternary "scheme" "" (ne (toString .Values.connections.jaeger.scheme) "http")) (ternary "path"
  "" (ne (toString .Values.connections.jaeger.path) "")) (ternary "caKey" "" (ne (toString .Values.connections.jaeger.caKey) "ca.crt")))) }}
{{- end }}
