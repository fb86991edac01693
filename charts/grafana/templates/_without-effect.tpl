{{/* Values of a connection that nothing takes; called with its name, the way it goes, and keys with other values than the shipped ones. */}}
{{- define "grafana.rules.connection" -}}
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
{{- define "grafana.withoutEffect" -}}
{{- include "grafana.rules.connection" (dict "name" "prometheus" "host" .Values.connections.prometheus.host "via"
  (include "grafana.connections.prometheus.via" .) "need" "" "chart" "prometheus" "bundled" false "changed" (list (ternary "port" ""
  (ne (toString .Values.connections.prometheus.port) "0")) (ternary "scheme" "" (ne (toString .Values.connections.prometheus.scheme) "http"))
  (ternary "path" "" (ne (toString .Values.connections.prometheus.path) "")))) }}
{{- include "grafana.rules.connection" (dict "name" "alertmanager" "host" .Values.connections.alertmanager.host "via"
  (include "grafana.connections.alertmanager.via" .) "need" "" "chart" "alertmanager" "bundled" false "changed" (list (ternary "port" ""
  (ne (toString .Values.connections.alertmanager.port) "0")) (ternary "scheme" "" (ne (toString .Values.connections.alertmanager.scheme) "http"))
  (ternary "path" "" (ne (toString .Values.connections.alertmanager.path) "")))) }}
{{- include "grafana.rules.connection" (dict "name" "jaeger" "host" .Values.connections.jaeger.host "via" (include "grafana.connections.jaeger.via" .)
  "need" "" "chart" "jaeger" "bundled" false "changed" (list (ternary "port" "" (ne (toString .Values.connections.jaeger.port) "0")) (ternary "scheme"
  "" (ne (toString .Values.connections.jaeger.scheme) "http")) (ternary "path" "" (ne (toString .Values.connections.jaeger.path) "")))) }}
{{- include "grafana.rules.connection" (dict "name" "postgres" "host" .Values.connections.postgres.host "via"
  (include "grafana.connections.postgres.via" .) "need" "" "chart" "postgres" "bundled" false "changed" (list (ternary "port" ""
  (ne (toString .Values.connections.postgres.port) "5432")) (ternary "database" "" (ne (toString .Values.connections.postgres.database) ""))
  (ternary "username" "" (ne (toString .Values.connections.postgres.username) "")) (ternary "existingSecret" ""
  (ne (toString .Values.connections.postgres.existingSecret) "")) (ternary "secretKey" ""
  (ne (toString .Values.connections.postgres.secretKey) "password")) (ternary "sslMode" ""
  (ne (toString .Values.connections.postgres.sslMode) "prefer")) (ternary "caKey" "" (ne (toString .Values.connections.postgres.caKey) "ca.crt")))) }}
{{- include "grafana.rules.connection" (dict "name" "redis" "host" .Values.connections.redis.host "via" (include "grafana.connections.redis.via" .)
  "need" "without replicaCount>1" "chart" "redis" "bundled" false "changed" (list (ternary "port" ""
  (ne (toString .Values.connections.redis.port) "6379")) (ternary "username" "" (ne (toString .Values.connections.redis.username) ""))
  (ternary "existingSecret" "" (ne (toString .Values.connections.redis.existingSecret) "")) (ternary "secretKey" ""
  (ne (toString .Values.connections.redis.secretKey) "password")) (ternary "tls" "" (ne (toString .Values.connections.redis.tls) "false"))
  (ternary "caKey" "" (ne (toString .Values.connections.redis.caKey) "ca.crt")))) }}
{{- end }}
