{{/* Values of a connection that nothing takes; called with its name, the way it goes, and keys with other values than the shipped ones. */}}
{{- define "mlflow.rules.connection" -}}
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
{{- define "mlflow.withoutEffect" -}}
{{- include "mlflow.rules.connection" (dict "name" "postgres" "host" .Values.connections.postgres.host "via"
  (include "mlflow.connections.postgres.via" .) "need" "" "chart" "postgres" "bundled" .Values.postgres.enabled "changed" (list (ternary "port" ""
  (ne (toString .Values.connections.postgres.port) "5432")) (ternary "database" "" (ne (toString .Values.connections.postgres.database) ""))
  (ternary "username" "" (ne (toString .Values.connections.postgres.username) "")) (ternary "existingSecret" ""
  (ne (toString .Values.connections.postgres.existingSecret) "")) (ternary "secretKey" ""
  (ne (toString .Values.connections.postgres.secretKey) "password")) (ternary "sslMode" ""
  (ne (toString .Values.connections.postgres.sslMode) "prefer")) (ternary "caKey" "" (ne (toString .Values.connections.postgres.caKey) "ca.crt")))) }}
{{- include "mlflow.rules.connection" (dict "name" "s3" "host" .Values.connections.s3.host "via" (include "mlflow.connections.s3.via" .) "need" ""
  "chart" "minio" "bundled" .Values.minio.enabled "changed" (list (ternary "port" "" (ne (toString .Values.connections.s3.port) "0"))
  (ternary "scheme" "" (ne (toString .Values.connections.s3.scheme) "")) (ternary "existingSecret" ""
  (ne (toString .Values.connections.s3.existingSecret) "")) (ternary "usernameKey" "" (ne (toString .Values.connections.s3.usernameKey) "username"))
  (ternary "secretKey" "" (ne (toString .Values.connections.s3.secretKey) "password")) (ternary "caKey" ""
  (ne (toString .Values.connections.s3.caKey) "ca.crt")))) }}
{{- end }}
