{{/* Values of a connection that nothing takes; called with its name, the way it goes, and keys with other values than the shipped ones. */}}
{{- define "airflow.rules.connection" -}}
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
{{- define "airflow.withoutEffect" -}}
{{- if and (not (eq .Values.executor "CeleryExecutor"))
  (ne (toJson .Values.worker | sha256sum) "7401bfee6e61add501c3d7ec699d5351355909283c27ce2065a6dd14ca114880") }}
worker has values, and nothing runs with them without executor=CeleryExecutor: change that, or leave them out.
{{- end }}
{{- if and (not (eq .Values.executor "KubernetesExecutor"))
  (ne (toJson .Values.task | sha256sum) "c4610f07c349d20bc0c6685533e5fc25d9f2c0eb0cdec2d740185319ecf0fcb8") }}
task has values, and nothing runs with them without executor=KubernetesExecutor: change that, or leave them out.
{{- end }}
{{- if and .Values.flower.enabled (not (eq .Values.executor "CeleryExecutor")) }}
flower.enabled has no effect without executor=CeleryExecutor: change that, or leave it false.
{{- end }}
{{- include "airflow.rules.connection" (dict "name" "postgres" "host" .Values.connections.postgres.host "via"
  (include "airflow.connections.postgres.via" .) "need" "" "chart" "postgres" "bundled" .Values.postgres.enabled "changed" (list (ternary "port" ""
  (ne (toString .Values.connections.postgres.port) "5432")) (ternary "database" "" (ne (toString .Values.connections.postgres.database) ""))
  (ternary "username" "" (ne (toString .Values.connections.postgres.username) "")) (ternary "existingSecret" ""
  (ne (toString .Values.connections.postgres.existingSecret) "")) (ternary "secretKey" ""
  (ne (toString .Values.connections.postgres.secretKey) "password")) (ternary "sslMode" ""
  (ne (toString .Values.connections.postgres.sslMode) "prefer")) (ternary "caKey" "" (ne (toString .Values.connections.postgres.caKey) "ca.crt")))) }}
{{- include "airflow.rules.connection" (dict "name" "redis" "host" .Values.connections.redis.host "via" (include "airflow.connections.redis.via" .)
  "need" "without executor=CeleryExecutor" "chart" "redis" "bundled" .Values.redis.enabled "changed" (list (ternary "port" ""
  (ne (toString .Values.connections.redis.port) "6379")) (ternary "username" "" (ne (toString .Values.connections.redis.username) ""))
  (ternary "existingSecret" "" (ne (toString .Values.connections.redis.existingSecret) "")) (ternary "secretKey" ""
  (ne (toString .Values.connections.redis.secretKey) "password")) (ternary "tls" "" (ne (toString .Values.connections.redis.tls) "false"))
  (ternary "caKey" "" (ne (toString .Values.connections.redis.caKey) "ca.crt")))) }}
{{- include "airflow.rules.connection" (dict "name" "s3" "host" .Values.connections.s3.host "via" (include "airflow.connections.s3.via" .) "need" ""
  "chart" "minio" "bundled" .Values.minio.enabled "changed" (list (ternary "port" "" (ne (toString .Values.connections.s3.port) "0"))
  (ternary "scheme" "" (ne (toString .Values.connections.s3.scheme) "")) (ternary "existingSecret" ""
  (ne (toString .Values.connections.s3.existingSecret) "")) (ternary "usernameKey" "" (ne (toString .Values.connections.s3.usernameKey) "username"))
  (ternary "secretKey" "" (ne (toString .Values.connections.s3.secretKey) "password")) (ternary "caKey" ""
  (ne (toString .Values.connections.s3.caKey) "ca.crt")))) }}
{{- end }}
