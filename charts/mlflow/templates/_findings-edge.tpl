{{/* Mistakes in values, topic edge. */}}
{{- define "mlflow.findings.edge" -}}
{{- if .Values.ingress.enabled }}
{{- include "mlflow.rules.labels" (dict "path" "ingress.labels" "labels" .Values.ingress.labels) }}
{{- if not .Values.global.ingress.domain }}
{{- range .Values.ingress.hosts }}
{{- if not .host }}
ingress.hosts names no host, and without one the Ingress answers under every name: set ingress.hosts[0].host, to * if that is meant, or
  global.ingress.domain.
{{- end }}
{{- end }}
{{- end }}
{{- $below := .Values.config.staticPrefix | trimSuffix "/" }}
{{- $rewritten := regexMatch "rewrite-target|middlewares" (toJson .Values.ingress.annotations) }}
{{- range .Values.ingress.hosts }}
{{- range .paths }}
{{- $path := trimSuffix "/" .path }}
{{- if not (or $rewritten (has $path (list "" $below)) (and $below (hasPrefix (printf "%s/" $below) $path))) }}
ingress.hosts has the path {{ .path }}, and the application answers at {{ $below | default "/" }}: set config.staticPrefix={{ $path }}, or the path to
  {{ $below | default "/" }}.
{{- end }}
{{- end }}
{{- end }}
{{- if and .Values.global.ingress.tls.issuer .Values.global.ingress.tls.secretName }}
global.ingress.tls has an issuer, which makes a certificate for each Ingress, and the Secret of one for all: leave one of them empty.
{{- end }}
{{- $preset := include "mlflow.main.ingressPreset" . }}
{{- range splitList " " (include "mlflow.main.ingressPorts" .) }}
{{- if not (has . (list "http" "metrics")) }}
ingress.hosts names the port {{ . }}, which the Service does not have: its ports are http, metrics.
{{- end }}
{{- end }}
{{- $class := .Values.ingress.className | default .Values.global.ingress.className }}
{{- $from := toJson .Values.global.ingress.from }}
{{- with .Values.ingress.from }}
{{- $from = toJson . }}
{{- end }}
{{- range $ours, $other := dict "nginx" "traefik" "traefik" "nginx" }}
{{- if and (contains $ours $class) (or (eq $preset $other) (contains $other $from)) }}
ingress.className is {{ $class }}, and ingress.preset or ingress.from is made for {{ $other }}: let them name one controller.
{{- end }}
{{- end }}
{{- $words := or .Values.ingress.bodySize .Values.ingress.timeouts.connectSeconds .Values.ingress.timeouts.readSeconds
  .Values.ingress.rateLimit.requestsPerSecond .Values.ingress.sticky.enabled .Values.ingress.middlewares .Values.ingress.securityHeaders.enabled }}
{{- if and $words (not $preset) }}
ingress.preset is empty, and each controller has its own annotations for body size, timeouts, rate limit, sticky sessions and security headers: set it
  to nginx or traefik, or to none and write the controller's annotations yourself.
{{- end }}
{{- if and .Values.ingress.middlewares (eq $preset "nginx") }}
ingress.middlewares are Traefik's, and ingress.preset is nginx: leave them empty.
{{- end }}
{{- if and .Values.ingress.securityHeaders.enabled (eq $preset "nginx") }}
ingress.securityHeaders work with Traefik only: turn them off, and set custom headers in the configuration of ingress-nginx.
{{- end }}
{{- $annotations := include "mlflow.ingressAnnotations"
  (dict "global" .Values.global "ingress" .Values.ingress "preset" $preset "name" (include "mlflow.fullname" .) "namespace" .Release.Namespace) }}
{{- range $key, $value := .Values.ingress.annotations }}
{{- if contains (printf "\n%s:" $key) $annotations }}
ingress.annotations may not set {{ $key }}: ingress.preset sets it; change the value it comes from.
{{- end }}
{{- end }}
{{- if eq $preset "traefik" }}
{{- range $key, $value := .Values.service.annotations }}
{{- if or (and $.Values.ingress.sticky.enabled (hasPrefix "traefik.ingress.kubernetes.io/service.sticky" $key)) (and
  (or $.Values.ingress.timeouts.connectSeconds $.Values.ingress.timeouts.readSeconds)
  (eq $key "traefik.ingress.kubernetes.io/service.serverstransport")) }}
service.annotations may not set {{ $key }}: ingress.preset sets it; change the value it comes from.
{{- end }}
{{- end }}
{{- end }}
{{- if and (eq $preset "traefik") (or .Values.ingress.bodySize .Values.ingress.timeouts.connectSeconds .Values.ingress.timeouts.readSeconds
  .Values.ingress.rateLimit.requestsPerSecond .Values.ingress.securityHeaders.enabled)
  (include "mlflow.rules.lacks" (dict "root" . "kind" "traefik.io/v1alpha1/Middleware")) }}
ingress.preset traefik needs Traefik's own kinds for body size, timeouts, rate limit and security headers, and this cluster knows no Middleware:
  install them, or leave those four empty.
{{- end }}
{{- end }}
{{- if and .Values.httpRoute.enabled (not .Values.httpRoute.parentRefs) }}
httpRoute.parentRefs is empty: name the Gateway the route belongs to.
{{- end }}
{{- if and .Values.httpRoute.enabled (include "mlflow.rules.lacks" (dict "root" . "kind" "gateway.networking.k8s.io/v1/HTTPRoute")) }}
httpRoute needs the Gateway API, and this cluster knows no HTTPRoute: install it, or leave httpRoute off.
{{- end }}
{{- $kinds := list }}
{{- range .Values.httpRoute.filters }}
{{- if has .type $kinds }}
httpRoute.filters has {{ .type }} twice: make one of them.
{{- end }}
{{- $kinds = append $kinds .type }}
{{- with (.urlRewrite | default dict).path }}
{{- if eq .type "ReplacePrefixMatch" }}
{{- $prefixes := 0 }}
{{- range $.Values.httpRoute.matches }}
{{- $prefixes = ternary (add1 $prefixes) 9 (eq (.path | default dict).type "PathPrefix") }}
{{- end }}
{{- if ne (int64 $prefixes) 1 }}
httpRoute.filters replaces a prefix, and httpRoute.matches has to name that one alone: one match, by PathPrefix.
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and .Values.httpRoute.enabled (not (regexMatch "urlRewrite[^{]*{[^{]*path" (toJson .Values.httpRoute.filters))) }}
{{- $below := .Values.config.staticPrefix | trimSuffix "/" }}
{{- range .Values.httpRoute.matches }}
{{- $path := (.path | default dict).value | default "" | trimSuffix "/" }}
{{- if not
  (or (eq (.path | default dict).type "RegularExpression") (has $path (list "" $below)) (and $below (hasPrefix (printf "%s/" $below) $path))) }}
httpRoute.matches has the path {{ $path }}, and the application answers at {{ $below | default "/" }}: set config.staticPrefix={{ $path }}, or the
  path to {{ $below | default "/" }}.
{{- end }}
{{- end }}
{{- end }}
{{- with .Values.gateway.apiKeys }}
{{- if and (or .enabled .clients .existingSecret .externalSecret.enabled) (not (and .enabled $.Values.gateway.enabled)) }}
gateway.apiKeys is set, and nobody is asked for a key: set gateway.enabled=true and gateway.apiKeys.enabled=true, or leave it out.
{{- end }}
{{- end }}
{{- if .Values.gateway.enabled }}
{{- if .Values.gateway.apiKeys.enabled }}
{{- if eq (lower .Values.gateway.apiKeys.header) "authorization" }}
gateway.apiKeys.header: Authorization: Bearer always works; name another header beside it.
{{- end }}
{{- if not (or .Values.gateway.apiKeys.existingSecret .Values.gateway.apiKeys.externalSecret.enabled .Values.gateway.apiKeys.clients) }}
gateway.apiKeys.enabled needs gateway.apiKeys.clients, or an existingSecret with a key for each client.
{{- end }}
{{- $ungenerated := include "mlflow.ungenerated" . }}
{{- $elsewhere := or .Values.gateway.apiKeys.existingSecret .Values.gateway.apiKeys.externalSecret.enabled }}
{{- range $name, $client := .Values.gateway.apiKeys.clients }}
{{- if and $client.key $elsewhere }}
gateway.apiKeys.clients.{{ $name }}.key is set, and existingSecret or externalSecret beside it name another place for all keys, which alone is read:
  leave one of the two out.
{{- else if and $ungenerated (not (or $client.key $elsewhere)) }}
{{ $ungenerated }}: provide a Secret with the key {{ $name }} and name it in gateway.apiKeys.existingSecret, for example
  {{ include "mlflow.main.gatewaySecret" $ }}.
{{- end }}
{{- end }}
{{- include "mlflow.rules.secret"
  (dict "root" . "value" "gateway.apiKeys.existingSecret" "name" .Values.gateway.apiKeys.existingSecret "keys" list) }}
{{- if .Values.gateway.apiKeys.externalSecret.enabled }}
{{- if not (and .Values.gateway.apiKeys.externalSecret.storeName .Values.gateway.apiKeys.externalSecret.remoteKey) }}
gateway.apiKeys.externalSecret needs storeName and remoteKey.
{{- end }}
{{- if include "mlflow.rules.lacks" (dict "root" . "kind" "external-secrets.io/v1/ExternalSecret") }}
gateway.apiKeys.externalSecret needs the External Secrets Operator, and this cluster knows no ExternalSecret: install it, or leave it off.
{{- end }}
{{- end }}
{{- end }}
{{- if and (or .Values.gateway.metrics.serviceMonitor (and .Values.gateway.metrics.auto .Values.global.monitoring.operator))
  (include "mlflow.rules.lacks" (dict "root" . "kind" "monitoring.coreos.com/v1/ServiceMonitor")) }}
gateway.metrics.serviceMonitor needs the Prometheus Operator, and this cluster knows no ServiceMonitor: install the operator, or leave it off.
{{- end }}
{{- end }}
{{- include "mlflow.rules.resources" (dict "path" "gateway.resources" "resources" .Values.gateway.resources) }}
{{- end }}
