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
{{- if and (not (eq .Values.mode "standalone"))
  (ne (toJson .Values.tls | sha256sum) "0113a53ee3e5437d319b193835bf24432e854654edbf4f719008c837b4459e41") }}
tls has values, and nothing runs with them without mode=standalone: change that, or leave them out.
{{- end }}
{{- if and (not (or (eq .Values.mode "standalone") (eq .Values.mode "cloudnative-pg")))
  (ne (toJson .Values.config | sha256sum) "b0a15a2d84aeb532ca2518028eb5eb07c127744a9382d741b9c5f3c5ee3eb22e") }}
config has values, and nothing runs with them without mode=standalone or mode=cloudnative-pg: change that, or leave them out.
{{- end }}
{{- if and (not (or (eq .Values.mode "standalone") (eq .Values.mode "cloudnative-pg")))
  (ne (toJson .Values.extraConfig | sha256sum) "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a") }}
extraConfig has values, and nothing runs with them without mode=standalone or mode=cloudnative-pg: change that, or leave them out.
{{- end }}
{{- if and (not (eq .Values.mode "standalone"))
  (ne (toJson .Values.exporter | sha256sum) "a74973c9faf6c8ecd82b22ed38df6b650ced702c444d62a6456d5e27a9da669b") }}
exporter has values, and nothing runs with them without mode=standalone: change that, or leave them out.
{{- end }}
{{- if and (not (eq .Values.mode "standalone"))
  (ne (toJson .Values.service | sha256sum) "00b6fb543ecd25c572e488943ee8e730796743b67397ebbcce0f270407bc7d55") }}
service has values, and nothing runs with them without mode=standalone: change that, or leave them out.
{{- end }}
{{- if and (not (or (eq .Values.mode "standalone") (eq .Values.mode "cloudnative-pg")))
  (ne (toJson .Values.extraHba | sha256sum) "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945") }}
extraHba has values, and nothing runs with them without mode=standalone or mode=cloudnative-pg: change that, or leave them out.
{{- end }}
{{- if and (not (or (eq .Values.mode "standalone") (eq .Values.mode "cloudnative-pg")))
  (ne (toJson .Values.initdb | sha256sum) "9aa94a346e8bd1b3a1ba2b29706cffeded5fd6bcbfcbc4554b6cab9fd4d7d12f") }}
initdb has values, and nothing runs with them without mode=standalone or mode=cloudnative-pg: change that, or leave them out.
{{- end }}
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
