{{/* Values of a connection that nothing takes; called with its name, the way it goes, and keys with other values than the shipped ones. */}}
{{- define "postgres.rules.connection" -}}
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
{{- define "postgres.withoutEffect" -}}
{{- if and (not (eq .Values.mode "external"))
  (ne (toJson .Values.external | sha256sum) "5d73d5baa42a29684a75800ed2b7fca2551d67e082b49dc083123aa5a916ea60") }}
external has values, and nothing runs with them without mode=external: change that, or leave them out.
{{- end }}
{{- if and (not (eq .Values.mode "standalone"))
  (ne (toJson .Values.snapshot | sha256sum) "c6dfd22e507fe7a6cf3fae566f1e02b78973cee694858b34a613549cd95a731c") }}
snapshot has values, and nothing runs with them without mode=standalone: change that, or leave them out.
{{- end }}
{{- if and (not (eq .Values.mode "cloudnative-pg"))
  (ne (toJson .Values.cloudnativePg | sha256sum) "4591d5f9dd75c1f64c4e86c91d5c92b7969a7b41a392a91c24b7da0d42f11599") }}
cloudnativePg has values, and nothing runs with them without mode=cloudnative-pg: change that, or leave them out.
{{- end }}
{{- include "postgres.rules.connection" (dict "name" "s3" "host" .Values.connections.s3.host "via" (include "postgres.connections.s3.via" .) "need" ""
  "chart" "minio" "bundled" false "changed" (list (ternary "port" "" (ne (toString .Values.connections.s3.port) "0")) (ternary "scheme" ""
  (ne (toString .Values.connections.s3.scheme) "")) (ternary "existingSecret" "" (ne (toString .Values.connections.s3.existingSecret) ""))
  (ternary "usernameKey" "" (ne (toString .Values.connections.s3.usernameKey) "username")) (ternary "secretKey" ""
  (ne (toString .Values.connections.s3.secretKey) "password")) (ternary "caKey" "" (ne (toString .Values.connections.s3.caKey) "ca.crt")))) }}
{{- end }}
