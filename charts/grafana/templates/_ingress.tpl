{{/* Name suffixes of the chart's own Middlewares for Traefik, in the order in which requests pass them; called with the values of the Ingress. */}}
{{- define "grafana.ingressMiddlewares" -}}
{{- $parts := list }}
{{- if .rateLimit.requestsPerSecond }}
{{- $parts = append $parts "rate-limit" }}
{{- end }}
{{- if .bodySize }}
{{- $parts = append $parts "body-size" }}
{{- end }}
{{- if .securityHeaders.enabled }}
{{- $parts = append $parts "headers" }}
{{- end }}
{{- join " " $parts }}
{{- end }}

{{/* Annotations of an Ingress for its controller, and for cert-manager; called with global, its values, preset, name and namespace. */}}
{{- define "grafana.ingressAnnotations" -}}
{{- if and .global.ingress.tls.issuer (not .ingress.tls) (not (contains "cert-manager.io/" (toYaml .ingress.annotations))) }}
cert-manager.io/cluster-issuer: {{ .global.ingress.tls.issuer | quote }}
{{- end }}
{{- if eq .preset "nginx" }}
{{- with .ingress.bodySize }}
nginx.ingress.kubernetes.io/proxy-body-size: {{ trimSuffix "i" . | lower }}
{{- end }}
{{- with .ingress.timeouts.connectSeconds }}
nginx.ingress.kubernetes.io/proxy-connect-timeout: {{ int64 . | quote }}
{{- end }}
{{- /* By default ingress-nginx closes a connection after a minute of silence, less than a model may need to answer. */}}
{{- $seconds := int64 (.ingress.timeouts.readSeconds | default 3600) }}
nginx.ingress.kubernetes.io/proxy-read-timeout: {{ $seconds | quote }}
nginx.ingress.kubernetes.io/proxy-send-timeout: {{ $seconds | quote }}
{{- with .ingress.rateLimit.requestsPerSecond }}
nginx.ingress.kubernetes.io/limit-rps: {{ int64 . | quote }}
nginx.ingress.kubernetes.io/limit-burst-multiplier: {{ int64 $.ingress.rateLimit.burstMultiplier | quote }}
{{- end }}
{{- if .ingress.sticky.enabled }}
nginx.ingress.kubernetes.io/affinity: cookie
nginx.ingress.kubernetes.io/affinity-mode: persistent
nginx.ingress.kubernetes.io/session-cookie-change-on-failure: "true"
nginx.ingress.kubernetes.io/session-cookie-name: {{ .ingress.sticky.cookie | default .name | quote }}
nginx.ingress.kubernetes.io/session-cookie-samesite: Lax
{{- with .ingress.sticky.maxAgeSeconds }}
nginx.ingress.kubernetes.io/session-cookie-max-age: {{ int64 . | quote }}
{{- end }}
{{- end }}
{{- else if eq .preset "traefik" }}
{{- $middlewares := .ingress.middlewares }}
{{- $own := printf "%s-%s" .namespace .name }}
{{- range splitList " " (include "grafana.ingressMiddlewares" .ingress) | compact }}
{{- $middlewares = append $middlewares (printf "%s-%s@kubernetescrd" $own .) }}
{{- end }}
{{- with $middlewares }}
traefik.ingress.kubernetes.io/router.middlewares: {{ join "," . | quote }}
{{- end }}
{{- end }}
{{- end }}

{{/* Host of the Ingress of main where it names none; empty without global.ingress.domain. */}}
{{- define "grafana.main.ingressHost" -}}
{{- with .Values.global.ingress.domain }}grafana.{{ . }}{{ end }}
{{- end }}

{{/* Controller that the Ingress of main has annotations for. */}}
{{- define "grafana.main.ingressPreset" -}}
{{- .Values.ingress.preset | default .Values.global.ingress.preset }}
{{- end }}

{{/* Certificates of the Ingress of main; empty for none. */}}
{{- define "grafana.main.ingressTls" -}}
{{- with .Values.ingress.tls }}
{{- toYaml . }}
{{- else }}
{{- if or .Values.global.ingress.tls.issuer .Values.global.ingress.tls.secretName }}
{{- $secret := .Values.global.ingress.tls.secretName | default (printf "%s-tls" (include "grafana.fullname" .)) }}
{{- $default := include "grafana.main.ingressHost" . }}
{{- $hosts := list }}
{{- range .Values.ingress.hosts }}
{{- $hosts = append $hosts (.host | default $default) }}
{{- end }}
{{- with without $hosts "*" }}
- secretName: {{ $secret | quote }}
  hosts:
    {{- toYaml . | nindent 4 }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Where people outside find main: the first host with a name, and its path; empty for nowhere. */}}
{{- define "grafana.main.publicUrl" -}}
{{- $url := "" }}
{{- if .Values.ingress.enabled }}
{{- $scheme := ternary "https" "http" (ne "" (include "grafana.main.ingressTls" .)) }}
{{- $default := include "grafana.main.ingressHost" . }}
{{- range .Values.ingress.hosts }}
{{- $host := .host | default $default }}
{{- range .paths }}
{{- if and (not $url) $host (not (hasPrefix "*" $host)) (has .port (list "" nil "http")) }}
{{- $url = printf "%s://%s%s" $scheme $host (ternary "/" .path (eq .pathType "ImplementationSpecific")) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and (not $url) .Values.httpRoute.enabled }}
{{- $path := "" }}
{{- range .Values.httpRoute.matches }}
{{- $match := .path | default dict }}
{{- $path = ternary $match.value $path (and (not $path) (eq $match.type "PathPrefix")) }}
{{- end }}
{{- if or (not $path) (regexMatch "urlRewrite[^{]*{[^{]*path" (toJson .Values.httpRoute.filters)) }}
{{- $path = "/" }}
{{- end }}
{{- range .Values.httpRoute.hostnames }}
{{- if and (not $url) (not (hasPrefix "*" .)) }}
{{- $url = printf "https://%s%s" . $path }}
{{- end }}
{{- end }}
{{- end }}
{{- $url }}
{{- end }}

{{/* Names of the ports that the Ingress of main routes to. */}}
{{- define "grafana.main.ingressPorts" -}}
{{- $ports := list }}
{{- range .Values.ingress.hosts }}
{{- range .paths }}
{{- $ports = append $ports (.port | default "http") }}
{{- end }}
{{- end }}
{{- join " " $ports }}
{{- end }}
