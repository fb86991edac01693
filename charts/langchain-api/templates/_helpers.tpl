{{/* Name of a release of a chart: the release is cut and hashed where the longest object name would not fit. */}}
{{- define "langchain-api.releaseName" -}}
{{- $limit := sub (sub 51 (len .name)) .reserve | int }}
{{- if gt (len .release) $limit }}
{{- printf "%s-%s" (.release | trunc (sub $limit 6 | int) | trimSuffix "-") (.release | sha256sum | trunc 5) }}
{{- else }}
{{- .release }}
{{- end }}-{{ .name }}
{{- end }}

{{/* Name of the objects of this chart. */}}
{{- define "langchain-api.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride }}
{{- else }}
{{- include "langchain-api.releaseName" (dict "release" .Release.Name "name" (.Values.nameOverride | default "langchain-api") "reserve" 5) }}
{{- end }}
{{- end }}

{{/* Labels that select pods; they never change. */}}
{{- define "langchain-api.selectorLabels" -}}
app.kubernetes.io/name: langchain-api
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end }}

{{/* Labels of every object. */}}
{{- define "langchain-api.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "langchain-api.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.labels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Full reference of an image; the built-in digest holds for the built-in tag. */}}
{{- define "langchain-api.imageReference" -}}
{{- $tag := .image.tag | default .tag }}
{{- with .global.imageRegistry | default .image.registry }}{{ . }}/{{ end }}
{{- .image.repository }}:{{ $tag }}
{{- if .image.digest }}@{{ .image.digest }}
{{- else if and .digest (eq $tag .tag) }}@{{ .digest }}
{{- end }}
{{- end }}

{{/* Image of the application. */}}
{{- define "langchain-api.image" -}}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "langchain-api.imageReference" (dict "image" .Values.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the toolbox. */}}
{{- define "langchain-api.toolbox.image" -}}
{{- $tag := "1.38.0" }}
{{- $digest := "sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e" }}
{{- include "langchain-api.imageReference" (dict "image" .Values.toolbox.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Name of the account of the pods. */}}
{{- define "langchain-api.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- .Values.serviceAccount.name | default (include "langchain-api.fullname" .) }}
{{- else }}
{{- .Values.serviceAccount.name | default "default" }}
{{- end }}
{{- end }}
{{/* Name of the Secret with the confidential values. */}}
{{- define "langchain-api.secretName" -}}
{{- .Values.secrets.existingSecret | default (include "langchain-api.fullname" .) }}
{{- end }}
{{/* Base URL of the connection ollama. */}}
{{- define "langchain-api.connections.ollama.url" -}}
{{- $via := include "langchain-api.connections.ollama.via" . }}
{{- $scheme := "http" }}
{{- $path := "" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.ollama.scheme }}
{{- $path = .Values.connections.ollama.path }}
{{- else if eq $via "external" }}
{{- $scheme = .Values.global.members.ollama.external.scheme }}
{{- $path = .Values.global.members.ollama.external.path }}
{{- end }}
{{- $scheme }}://{{ include "langchain-api.connections.ollama.host" . }}:{{ include "langchain-api.connections.ollama.port" . }}{{ $path }}
{{- end }}
{{/* Secret with the password of the connection redis; empty for none. */}}
{{- define "langchain-api.connections.redis.secretName" -}}
{{- $via := include "langchain-api.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.existingSecret }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.existingSecret }}
{{- else if eq $via "bundled" }}
{{- .Values.redis.secrets.existingSecret | default (include "langchain-api.connections.redis.fullname" .) }}
{{- else }}
{{- include "langchain-api.connections.redis.fullname" . }}
{{- end }}
{{- end }}

{{/* Key of that password. */}}
{{- define "langchain-api.connections.redis.secretKey" -}}
{{- $via := include "langchain-api.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.secretKey }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.secretKey }}
{{- else }}password
{{- end }}
{{- end }}

{{/* User of the connection redis; empty for the default one. */}}
{{- define "langchain-api.connections.redis.username" -}}
{{- $via := include "langchain-api.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.username }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.username }}
{{- end }}
{{- end }}

{{/* Scheme of the connection redis: rediss for TLS. */}}
{{- define "langchain-api.connections.redis.scheme" -}}
{{- $via := include "langchain-api.connections.redis.via" . }}
{{- $tls := false }}
{{- if eq $via "value" }}
{{- $tls = .Values.connections.redis.tls }}
{{- else if eq $via "external" }}
{{- $tls = .Values.global.members.redis.external.tls }}
{{- else if eq $via "bundled" }}
{{- $tls = .Values.redis.tls.enabled }}
{{- else if eq $via "member" }}
{{- $tls = .Values.global.members.redis.tls }}
{{- end }}
{{- ternary "rediss" "redis" $tls }}
{{- end }}

{{/* URL of the connection redis; Kubernetes puts the password in. */}}
{{- define "langchain-api.connections.redis.url" -}}
{{- include "langchain-api.connections.redis.scheme" . }}://
{{- if include "langchain-api.connections.redis.secretName" . }}{{ include "langchain-api.connections.redis.username" . }}:$(REDIS_PASSWORD)@{{ end }}
{{- include "langchain-api.connections.redis.host" . }}:{{ include "langchain-api.connections.redis.port" . }}/{{ int64 .Values.connections.redis.database }}
{{- end }}
{{/* Base URL of the connection jaeger. */}}
{{- define "langchain-api.connections.jaeger.url" -}}
{{- $via := include "langchain-api.connections.jaeger.via" . }}
{{- $scheme := "http" }}
{{- $path := "" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.jaeger.scheme }}
{{- $path = .Values.connections.jaeger.path }}
{{- else if eq $via "external" }}
{{- $scheme = .Values.global.members.jaeger.external.scheme }}
{{- $path = .Values.global.members.jaeger.external.path }}
{{- end }}
{{- $scheme }}://{{ include "langchain-api.connections.jaeger.host" . }}:{{ include "langchain-api.connections.jaeger.port" . }}{{ $path }}
{{- end }}
{{/* What the controller of the Ingress of main must know, in its own words. */}}
{{- define "langchain-api.main.ingressAnnotations" -}}
{{- $name := include "langchain-api.fullname" . }}
{{- if eq .Values.ingress.preset "nginx" }}
{{- with .Values.ingress.bodySize }}
nginx.ingress.kubernetes.io/proxy-body-size: {{ trimSuffix "i" . | lower }}
{{- end }}
{{- with .Values.ingress.timeouts.connectSeconds }}
nginx.ingress.kubernetes.io/proxy-connect-timeout: {{ int64 . | quote }}
{{- end }}
{{- with .Values.ingress.timeouts.readSeconds }}
nginx.ingress.kubernetes.io/proxy-read-timeout: {{ int64 . | quote }}
nginx.ingress.kubernetes.io/proxy-send-timeout: {{ int64 . | quote }}
{{- end }}
{{- with .Values.ingress.rateLimit.requestsPerSecond }}
nginx.ingress.kubernetes.io/limit-rps: {{ int64 . | quote }}
nginx.ingress.kubernetes.io/limit-burst-multiplier: {{ int64 $.Values.ingress.rateLimit.burstMultiplier | quote }}
{{- end }}
{{- if .Values.ingress.sticky.enabled }}
nginx.ingress.kubernetes.io/affinity: cookie
nginx.ingress.kubernetes.io/affinity-mode: persistent
nginx.ingress.kubernetes.io/session-cookie-change-on-failure: "true"
nginx.ingress.kubernetes.io/session-cookie-name: {{ .Values.ingress.sticky.cookie | default $name | quote }}
nginx.ingress.kubernetes.io/session-cookie-samesite: Lax
{{- with .Values.ingress.sticky.maxAgeSeconds }}
nginx.ingress.kubernetes.io/session-cookie-max-age: {{ int64 . | quote }}
{{- end }}
{{- end }}
{{- else if eq .Values.ingress.preset "traefik" }}
{{- $middlewares := .Values.ingress.middlewares }}
{{- if .Values.ingress.rateLimit.requestsPerSecond }}
{{- $middlewares = append $middlewares (printf "%s-%s-rate-limit@kubernetescrd" .Release.Namespace $name) }}
{{- end }}
{{- if .Values.ingress.bodySize }}
{{- $middlewares = append $middlewares (printf "%s-%s-body-size@kubernetescrd" .Release.Namespace $name) }}
{{- end }}
{{- if .Values.ingress.securityHeaders.enabled }}
{{- $middlewares = append $middlewares (printf "%s-%s-headers@kubernetescrd" .Release.Namespace $name) }}
{{- end }}
{{- with $middlewares }}
traefik.ingress.kubernetes.io/router.middlewares: {{ join "," . | quote }}
{{- end }}
{{- end }}
{{- end }}

{{/* Names of the ports that the Ingress of main leads to. */}}
{{- define "langchain-api.main.ingressPorts" -}}
{{- $ports := list }}
{{- range .Values.ingress.hosts }}
{{- range .paths }}
{{- $ports = append $ports (.port | default "http") }}
{{- end }}
{{- end }}
{{- join " " $ports }}
{{- end }}
{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "langchain-api.main.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "langchain-api.fullname" . }}"
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload main; empty for no. */}}
{{- define "langchain-api.main.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace shows the workload main; empty for no. */}}
{{- define "langchain-api.main.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $charted }}true
{{- end }}
{{- end }}
{{/* Where the connection ollama leads: value, bundled, member, external, or nowhere. */}}
{{- define "langchain-api.connections.ollama.via" -}}
{{- if .Values.connections.ollama.host }}value
{{- else if .Values.ollama.enabled }}bundled
{{- else if .Values.global.members.ollama.enabled }}member
{{- else if .Values.global.members.ollama.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of ollama in this release. */}}
{{- define "langchain-api.connections.ollama.fullname" -}}
{{- $name := "ollama" }}
{{- if eq (include "langchain-api.connections.ollama.via" .) "bundled" }}
{{- $name = .Values.ollama.nameOverride | default $name }}
{{- end }}
{{- if and (eq (include "langchain-api.connections.ollama.via" .) "bundled") .Values.ollama.fullnameOverride }}
{{- .Values.ollama.fullnameOverride }}
{{- else }}
{{- include "langchain-api.releaseName" (dict "release" .Release.Name "name" $name "reserve" 5) }}
{{- end }}
{{- end }}

{{/* Host of the connection ollama. */}}
{{- define "langchain-api.connections.ollama.host" -}}
{{- $via := include "langchain-api.connections.ollama.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.ollama.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.ollama.external.host }}
{{- else }}
{{- include "langchain-api.connections.ollama.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection ollama. */}}
{{- define "langchain-api.connections.ollama.port" -}}
{{- $via := include "langchain-api.connections.ollama.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.ollama.port }}
{{- else if eq $via "external" }}
{{- .Values.global.members.ollama.external.port }}
{{- else if eq $via "bundled" }}
{{- .Values.ollama.service.port }}
{{- else }}
{{- 11434 }}
{{- end }}
{{- end }}

{{/* Label that lets pods in at the other end; empty for a host outside the cluster. */}}
{{- define "langchain-api.connections.ollama.clientLabel" -}}
{{- $via := include "langchain-api.connections.ollama.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "langchain-api.connections.ollama.fullname" . }}-client
{{- else if $via }}
{{- $host := include "langchain-api.connections.ollama.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}
{{/* Where the connection redis leads: value, bundled, member, external, or nowhere. */}}
{{- define "langchain-api.connections.redis.via" -}}
{{- if .Values.connections.redis.host }}value
{{- else if .Values.redis.enabled }}bundled
{{- else if .Values.global.members.redis.enabled }}member
{{- else if .Values.global.members.redis.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of redis in this release. */}}
{{- define "langchain-api.connections.redis.fullname" -}}
{{- $name := "redis" }}
{{- if eq (include "langchain-api.connections.redis.via" .) "bundled" }}
{{- $name = .Values.redis.nameOverride | default $name }}
{{- end }}
{{- if and (eq (include "langchain-api.connections.redis.via" .) "bundled") .Values.redis.fullnameOverride }}
{{- .Values.redis.fullnameOverride }}
{{- else }}
{{- include "langchain-api.releaseName" (dict "release" .Release.Name "name" $name "reserve" 5) }}
{{- end }}
{{- end }}

{{/* Host of the connection redis. */}}
{{- define "langchain-api.connections.redis.host" -}}
{{- $via := include "langchain-api.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.host }}
{{- else }}
{{- include "langchain-api.connections.redis.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection redis. */}}
{{- define "langchain-api.connections.redis.port" -}}
{{- $via := include "langchain-api.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.port }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.port }}
{{- else if eq $via "bundled" }}
{{- .Values.redis.service.port }}
{{- else }}
{{- 6379 }}
{{- end }}
{{- end }}

{{/* Label that lets pods in at the other end; empty for a host outside the cluster. */}}
{{- define "langchain-api.connections.redis.clientLabel" -}}
{{- $via := include "langchain-api.connections.redis.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "langchain-api.connections.redis.fullname" . }}-client
{{- else if $via }}
{{- $host := include "langchain-api.connections.redis.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}
{{/* Where the connection jaeger leads: value, bundled, member, external, or nowhere. */}}
{{- define "langchain-api.connections.jaeger.via" -}}
{{- if .Values.connections.jaeger.host }}value
{{- else if .Values.global.members.jaeger.enabled }}member
{{- else if .Values.global.members.jaeger.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of jaeger in this release. */}}
{{- define "langchain-api.connections.jaeger.fullname" -}}
{{- include "langchain-api.releaseName" (dict "release" .Release.Name "name" "jaeger" "reserve" 5) }}
{{- end }}

{{/* Host of the connection jaeger. */}}
{{- define "langchain-api.connections.jaeger.host" -}}
{{- $via := include "langchain-api.connections.jaeger.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.jaeger.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.jaeger.external.host }}
{{- else }}
{{- include "langchain-api.connections.jaeger.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection jaeger. */}}
{{- define "langchain-api.connections.jaeger.port" -}}
{{- $via := include "langchain-api.connections.jaeger.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.jaeger.port }}
{{- else if eq $via "external" }}
{{- .Values.global.members.jaeger.external.port }}
{{- else }}
{{- 4318 }}
{{- end }}
{{- end }}

{{/* Label that lets pods in at the other end; empty for a host outside the cluster. */}}
{{- define "langchain-api.connections.jaeger.clientLabel" -}}
{{- $via := include "langchain-api.connections.jaeger.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "langchain-api.connections.jaeger.fullname" . }}-client
{{- else if $via }}
{{- $host := include "langchain-api.connections.jaeger.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}
{{/* Containers of the operator; their security context is ours. */}}
{{- define "langchain-api.extraContainers" -}}
{{- range . }}
- name: {{ .name | quote }}
  image: {{ .image | quote }}
  {{- with .command }}
  command:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .args }}
  args:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .env }}
  env:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .ports }}
  ports:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .livenessProbe }}
  livenessProbe:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .readinessProbe }}
  readinessProbe:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  resources:
    {{- toYaml .resources | nindent 4 }}
  securityContext:
    runAsNonRoot: true
    allowPrivilegeEscalation: false
    readOnlyRootFilesystem: true
    capabilities:
      drop: [ALL]
  {{- with .volumeMounts }}
  volumeMounts:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}
