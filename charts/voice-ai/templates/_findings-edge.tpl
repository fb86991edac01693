{{/* Mistakes in values, topic edge. */}}
{{- define "voice-ai.findings.edge" -}}
{{- if .Values.ingress.enabled }}
{{- include "voice-ai.rules.labels" (dict "path" "ingress.labels" "labels" .Values.ingress.labels) }}
{{- if not .Values.global.ingress.domain }}
{{- range .Values.ingress.hosts }}
{{- if not .host }}
ingress.hosts names no host, and without one the Ingress answers under every name: set ingress.hosts[0].host, to * if that is meant, or
  global.ingress.domain.
{{- end }}
{{- end }}
{{- end }}
{{- if and .Values.global.ingress.tls.issuer .Values.global.ingress.tls.secretName }}
global.ingress.tls has an issuer, which makes a certificate for each Ingress, and the Secret of one for all: leave one of them empty.
{{- end }}
{{- $preset := include "voice-ai.main.ingressPreset" . }}
{{- range splitList " " (include "voice-ai.main.ingressPorts" .) }}
{{- if not (has . (list "http")) }}
ingress.hosts names the port {{ . }}, which the Service does not have: its ports are http.
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
{{- $annotations := include "voice-ai.ingressAnnotations"
  (dict "global" .Values.global "ingress" .Values.ingress "preset" $preset "name" (include "voice-ai.fullname" .) "namespace" .Release.Namespace) }}
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
  (include "voice-ai.rules.lacks" (dict "root" . "kind" "traefik.io/v1alpha1/Middleware")) }}
ingress.preset traefik needs Traefik's own kinds for body size, timeouts, rate limit and security headers, and this cluster knows no Middleware:
  install them, or leave those four empty.
{{- end }}
{{- end }}
{{- if .Values.livekit.ingress.enabled }}
{{- include "voice-ai.rules.labels" (dict "path" "livekit.ingress.labels" "labels" .Values.livekit.ingress.labels) }}
{{- if not .Values.global.ingress.domain }}
{{- range .Values.livekit.ingress.hosts }}
{{- if not .host }}
livekit.ingress.hosts names no host, and without one the Ingress answers under every name: set livekit.ingress.hosts[0].host, to * if that is meant,
  or global.ingress.domain.
{{- end }}
{{- end }}
{{- end }}
{{- if and .Values.global.ingress.tls.issuer .Values.global.ingress.tls.secretName }}
global.ingress.tls has an issuer, which makes a certificate for each Ingress, and the Secret of one for all: leave one of them empty.
{{- end }}
{{- $preset := include "voice-ai.livekit.ingressPreset" . }}
{{- range splitList " " (include "voice-ai.livekit.ingressPorts" .) }}
{{- if not (has . (list "http" "metrics" "rtc-tcp" "rtc-udp" "turn-udp" "turn-tls")) }}
livekit.ingress.hosts names the port {{ . }}, which the Service does not have: its ports are http, metrics, rtc-tcp, rtc-udp, turn-udp, turn-tls.
{{- end }}
{{- end }}
{{- $class := .Values.livekit.ingress.className | default .Values.global.ingress.className }}
{{- $from := toJson .Values.global.ingress.from }}
{{- with .Values.livekit.ingress.from }}
{{- $from = toJson . }}
{{- end }}
{{- range $ours, $other := dict "nginx" "traefik" "traefik" "nginx" }}
{{- if and (contains $ours $class) (or (eq $preset $other) (contains $other $from)) }}
livekit.ingress.className is {{ $class }}, and livekit.ingress.preset or livekit.ingress.from is made for {{ $other }}: let them name one controller.
{{- end }}
{{- end }}
{{- $words := or .Values.livekit.ingress.bodySize .Values.livekit.ingress.timeouts.connectSeconds .Values.livekit.ingress.timeouts.readSeconds
  .Values.livekit.ingress.rateLimit.requestsPerSecond .Values.livekit.ingress.sticky.enabled .Values.livekit.ingress.middlewares
  .Values.livekit.ingress.securityHeaders.enabled }}
{{- if and $words (not $preset) }}
livekit.ingress.preset is empty, and each controller has its own annotations for body size, timeouts, rate limit, sticky sessions and security
  headers: set it to nginx or traefik, or to none and write the controller's annotations yourself.
{{- end }}
{{- if and .Values.livekit.ingress.middlewares (eq $preset "nginx") }}
livekit.ingress.middlewares are Traefik's, and livekit.ingress.preset is nginx: leave them empty.
{{- end }}
{{- if and .Values.livekit.ingress.securityHeaders.enabled (eq $preset "nginx") }}
livekit.ingress.securityHeaders work with Traefik only: turn them off, and set custom headers in the configuration of ingress-nginx.
{{- end }}
{{- $annotations := include "voice-ai.ingressAnnotations" (dict "global" .Values.global "ingress" .Values.livekit.ingress "preset" $preset "name"
  (printf "%s-livekit" (include "voice-ai.fullname" .)) "namespace" .Release.Namespace) }}
{{- range $key, $value := .Values.livekit.ingress.annotations }}
{{- if contains (printf "\n%s:" $key) $annotations }}
livekit.ingress.annotations may not set {{ $key }}: livekit.ingress.preset sets it; change the value it comes from.
{{- end }}
{{- end }}
{{- if eq $preset "traefik" }}
{{- range $key, $value := .Values.livekit.service.annotations }}
{{- if or (and $.Values.livekit.ingress.sticky.enabled (hasPrefix "traefik.ingress.kubernetes.io/service.sticky" $key)) (and
  (or $.Values.livekit.ingress.timeouts.connectSeconds $.Values.livekit.ingress.timeouts.readSeconds)
  (eq $key "traefik.ingress.kubernetes.io/service.serverstransport")) }}
livekit.service.annotations may not set {{ $key }}: livekit.ingress.preset sets it; change the value it comes from.
{{- end }}
{{- end }}
{{- end }}
{{- if and (eq $preset "traefik") (or .Values.livekit.ingress.bodySize .Values.livekit.ingress.timeouts.connectSeconds
  .Values.livekit.ingress.timeouts.readSeconds .Values.livekit.ingress.rateLimit.requestsPerSecond .Values.livekit.ingress.securityHeaders.enabled)
  (include "voice-ai.rules.lacks" (dict "root" . "kind" "traefik.io/v1alpha1/Middleware")) }}
livekit.ingress.preset traefik needs Traefik's own kinds for body size, timeouts, rate limit and security headers, and this cluster knows no
  Middleware: install them, or leave those four empty.
{{- end }}
{{- end }}
{{- if and .Values.httpRoute.enabled (not .Values.httpRoute.parentRefs) }}
httpRoute.parentRefs is empty: name the Gateway the route belongs to.
{{- end }}
{{- if and .Values.httpRoute.enabled (include "voice-ai.rules.lacks" (dict "root" . "kind" "gateway.networking.k8s.io/v1/HTTPRoute")) }}
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
{{- if and .Values.livekit.httpRoute.enabled (not .Values.livekit.httpRoute.parentRefs) }}
livekit.httpRoute.parentRefs is empty: name the Gateway the route belongs to.
{{- end }}
{{- if and .Values.livekit.httpRoute.enabled (include "voice-ai.rules.lacks" (dict "root" . "kind" "gateway.networking.k8s.io/v1/HTTPRoute")) }}
livekit.httpRoute needs the Gateway API, and this cluster knows no HTTPRoute: install it, or leave livekit.httpRoute off.
{{- end }}
{{- $kinds := list }}
{{- range .Values.livekit.httpRoute.filters }}
{{- if has .type $kinds }}
livekit.httpRoute.filters has {{ .type }} twice: make one of them.
{{- end }}
{{- $kinds = append $kinds .type }}
{{- with (.urlRewrite | default dict).path }}
{{- if eq .type "ReplacePrefixMatch" }}
{{- $prefixes := 0 }}
{{- range $.Values.livekit.httpRoute.matches }}
{{- $prefixes = ternary (add1 $prefixes) 9 (eq (.path | default dict).type "PathPrefix") }}
{{- end }}
{{- if ne (int64 $prefixes) 1 }}
livekit.httpRoute.filters replaces a prefix, and livekit.httpRoute.matches has to name that one alone: one match, by PathPrefix.
{{- end }}
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
{{- $ungenerated := include "voice-ai.ungenerated" . }}
{{- $elsewhere := or .Values.gateway.apiKeys.existingSecret .Values.gateway.apiKeys.externalSecret.enabled }}
{{- range $name, $client := .Values.gateway.apiKeys.clients }}
{{- if and $client.key $elsewhere }}
gateway.apiKeys.clients.{{ $name }}.key is set, and existingSecret or externalSecret beside it name another place for all keys, which alone is read:
  leave one of the two out.
{{- else if and $ungenerated (not (or $client.key $elsewhere)) }}
{{ $ungenerated }}: provide a Secret with the key {{ $name }} and name it in gateway.apiKeys.existingSecret, for example
  {{ include "voice-ai.main.gatewaySecret" $ }}.
{{- end }}
{{- end }}
{{- include "voice-ai.rules.secret"
  (dict "root" . "value" "gateway.apiKeys.existingSecret" "name" .Values.gateway.apiKeys.existingSecret "keys" list) }}
{{- if .Values.gateway.apiKeys.externalSecret.enabled }}
{{- if not (and .Values.gateway.apiKeys.externalSecret.storeName .Values.gateway.apiKeys.externalSecret.remoteKey) }}
gateway.apiKeys.externalSecret needs storeName and remoteKey.
{{- end }}
{{- if include "voice-ai.rules.lacks" (dict "root" . "kind" "external-secrets.io/v1/ExternalSecret") }}
gateway.apiKeys.externalSecret needs the External Secrets Operator, and this cluster knows no ExternalSecret: install it, or leave it off.
{{- end }}
{{- end }}
{{- end }}
{{- if and (or .Values.gateway.metrics.serviceMonitor (and .Values.gateway.metrics.auto .Values.global.monitoring.operator))
  (include "voice-ai.rules.lacks" (dict "root" . "kind" "monitoring.coreos.com/v1/ServiceMonitor")) }}
gateway.metrics.serviceMonitor needs the Prometheus Operator, and this cluster knows no ServiceMonitor: install the operator, or leave it off.
{{- end }}
{{- end }}
{{- include "voice-ai.rules.resources" (dict "path" "gateway.resources" "resources" .Values.gateway.resources) }}
{{- with .Values.livekit.gateway.apiKeys }}
{{- if and (or .enabled .clients .existingSecret .externalSecret.enabled) (not (and .enabled $.Values.livekit.gateway.enabled)) }}
livekit.gateway.apiKeys is set, and nobody is asked for a key: set livekit.gateway.enabled=true and livekit.gateway.apiKeys.enabled=true, or leave it
  out.
{{- end }}
{{- end }}
{{- if .Values.livekit.gateway.enabled }}
{{- if .Values.livekit.gateway.apiKeys.enabled }}
{{- if eq (lower .Values.livekit.gateway.apiKeys.header) "authorization" }}
livekit.gateway.apiKeys.header: Authorization: Bearer always works; name another header beside it.
{{- end }}
{{- if not
  (or .Values.livekit.gateway.apiKeys.existingSecret .Values.livekit.gateway.apiKeys.externalSecret.enabled .Values.livekit.gateway.apiKeys.clients) }}
livekit.gateway.apiKeys.enabled needs livekit.gateway.apiKeys.clients, or an existingSecret with a key for each client.
{{- end }}
{{- $ungenerated := include "voice-ai.ungenerated" . }}
{{- $elsewhere := or .Values.livekit.gateway.apiKeys.existingSecret .Values.livekit.gateway.apiKeys.externalSecret.enabled }}
{{- range $name, $client := .Values.livekit.gateway.apiKeys.clients }}
{{- if and $client.key $elsewhere }}
livekit.gateway.apiKeys.clients.{{ $name }}.key is set, and existingSecret or externalSecret beside it name another place for all keys, which alone is
  read: leave one of the two out.
{{- else if and $ungenerated (not (or $client.key $elsewhere)) }}
{{ $ungenerated }}: provide a Secret with the key {{ $name }} and name it in livekit.gateway.apiKeys.existingSecret, for example
  {{ include "voice-ai.livekit.gatewaySecret" $ }}.
{{- end }}
{{- end }}
{{- include "voice-ai.rules.secret"
  (dict "root" . "value" "livekit.gateway.apiKeys.existingSecret" "name" .Values.livekit.gateway.apiKeys.existingSecret "keys" list) }}
{{- if .Values.livekit.gateway.apiKeys.externalSecret.enabled }}
{{- if not (and .Values.livekit.gateway.apiKeys.externalSecret.storeName .Values.livekit.gateway.apiKeys.externalSecret.remoteKey) }}
livekit.gateway.apiKeys.externalSecret needs storeName and remoteKey.
{{- end }}
{{- if include "voice-ai.rules.lacks" (dict "root" . "kind" "external-secrets.io/v1/ExternalSecret") }}
livekit.gateway.apiKeys.externalSecret needs the External Secrets Operator, and this cluster knows no ExternalSecret: install it, or leave it off.
{{- end }}
{{- end }}
{{- end }}
{{- if and (or .Values.livekit.gateway.metrics.serviceMonitor (and .Values.livekit.gateway.metrics.auto .Values.global.monitoring.operator))
  (include "voice-ai.rules.lacks" (dict "root" . "kind" "monitoring.coreos.com/v1/ServiceMonitor")) }}
livekit.gateway.metrics.serviceMonitor needs the Prometheus Operator, and this cluster knows no ServiceMonitor: install the operator, or leave it off.
{{- end }}
{{- end }}
{{- include "voice-ai.rules.resources" (dict "path" "livekit.gateway.resources" "resources" .Values.livekit.gateway.resources) }}
{{- end }}
