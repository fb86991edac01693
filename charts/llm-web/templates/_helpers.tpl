{{/* Name of a release of a chart: the release is cut and hashed where the longest object name would not fit. */}}
{{- define "llm-web.releaseName" -}}
{{- $limit := sub (sub 51 (len .name)) .reserve | int }}
{{- if gt (len .release) $limit }}
{{- printf "%s-%s" (.release | trunc (sub $limit 6 | int) | trimSuffix "-") (.release | sha256sum | trunc 5) }}
{{- else }}
{{- .release }}
{{- end }}-{{ .name }}
{{- end }}

{{/* Name of the objects of this chart. */}}
{{- define "llm-web.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride }}
{{- else }}
{{- include "llm-web.releaseName" (dict "release" .Release.Name "name" (.Values.nameOverride | default "llm-web") "reserve" 5) }}
{{- end }}
{{- end }}

{{/* Labels that select pods; they never change. */}}
{{- define "llm-web.selectorLabels" -}}
app.kubernetes.io/name: llm-web
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end }}

{{/* Labels of every object. */}}
{{- define "llm-web.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "llm-web.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.labels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Full reference of an image; the built-in digest holds for the built-in tag. */}}
{{- define "llm-web.imageReference" -}}
{{- $tag := .image.tag | default .tag }}
{{- with .global.imageRegistry | default .image.registry }}{{ . }}/{{ end }}
{{- .image.repository }}:{{ $tag }}
{{- if .image.digest }}@{{ .image.digest }}
{{- else if and .digest (eq $tag .tag) }}@{{ .digest }}
{{- end }}
{{- end }}

{{/* Image of the application. */}}
{{- define "llm-web.image" -}}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "llm-web.imageReference" (dict "image" .Values.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the toolbox. */}}
{{- define "llm-web.toolbox.image" -}}
{{- $tag := "1.38.0" }}
{{- $digest := "sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e" }}
{{- include "llm-web.imageReference" (dict "image" .Values.toolbox.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Name of the account of the pods. */}}
{{- define "llm-web.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- .Values.serviceAccount.name | default (include "llm-web.fullname" .) }}
{{- else }}
{{- .Values.serviceAccount.name | default "default" }}
{{- end }}
{{- end }}
{{/* Base URL of the connection api. */}}
{{- define "llm-web.connections.api.url" -}}
{{- $via := include "llm-web.connections.api.via" . }}
{{- $scheme := "http" }}
{{- $path := "" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.api.scheme }}
{{- $path = .Values.connections.api.path }}
{{- else if eq $via "external" }}
{{- $scheme = (index .Values.global.members "langchain-api").external.scheme }}
{{- $path = (index .Values.global.members "langchain-api").external.path }}
{{- end }}
{{- $scheme }}://{{ include "llm-web.connections.api.host" . }}:{{ include "llm-web.connections.api.port" . }}{{ $path }}
{{- end }}
{{/* What the controller of the Ingress of main must know, in its own words. */}}
{{- define "llm-web.main.ingressAnnotations" -}}
{{- $name := include "llm-web.fullname" . }}
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
{{- define "llm-web.main.ingressPorts" -}}
{{- $ports := list }}
{{- range .Values.ingress.hosts }}
{{- range .paths }}
{{- $ports = append $ports (.port | default "http") }}
{{- end }}
{{- end }}
{{- join " " $ports }}
{{- end }}
{{/* Where the connection api leads: value, bundled, member, external, or nowhere. */}}
{{- define "llm-web.connections.api.via" -}}
{{- if .Values.connections.api.host }}value
{{- else if (index .Values "langchain-api").enabled }}bundled
{{- else if (index .Values.global.members "langchain-api").enabled }}member
{{- else if (index .Values.global.members "langchain-api").external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of langchain-api in this release. */}}
{{- define "llm-web.connections.api.fullname" -}}
{{- $name := "langchain-api" }}
{{- if eq (include "llm-web.connections.api.via" .) "bundled" }}
{{- $name = (index .Values "langchain-api").nameOverride | default $name }}
{{- end }}
{{- if and (eq (include "llm-web.connections.api.via" .) "bundled") (index .Values "langchain-api").fullnameOverride }}
{{- (index .Values "langchain-api").fullnameOverride }}
{{- else }}
{{- include "llm-web.releaseName" (dict "release" .Release.Name "name" $name "reserve" 5) }}
{{- end }}
{{- end }}

{{/* Host of the connection api. */}}
{{- define "llm-web.connections.api.host" -}}
{{- $via := include "llm-web.connections.api.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.api.host }}
{{- else if eq $via "external" }}
{{- (index .Values.global.members "langchain-api").external.host }}
{{- else }}
{{- include "llm-web.connections.api.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection api. */}}
{{- define "llm-web.connections.api.port" -}}
{{- $via := include "llm-web.connections.api.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.api.port }}
{{- else if eq $via "external" }}
{{- (index .Values.global.members "langchain-api").external.port }}
{{- else if eq $via "bundled" }}
{{- (index .Values "langchain-api" "service" "port") }}
{{- else }}
{{- 8000 }}
{{- end }}
{{- end }}

{{/* Label that lets pods in at the other end; empty for a host outside the cluster. */}}
{{- define "llm-web.connections.api.clientLabel" -}}
{{- $via := include "llm-web.connections.api.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "llm-web.connections.api.fullname" . }}-client
{{- else if $via }}
{{- $host := include "llm-web.connections.api.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}
{{/* Containers of the operator; their security context is ours. */}}
{{- define "llm-web.extraContainers" -}}
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
