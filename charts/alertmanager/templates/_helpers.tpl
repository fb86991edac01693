{{/* Name of a release of a chart: the release is cut and hashed where the longest object name would not fit. */}}
{{- define "alertmanager.releaseName" -}}
{{- $limit := sub (sub 51 (len .name)) .reserve | int }}
{{- if gt (len .release) $limit }}
{{- printf "%s-%s" (.release | trunc (sub $limit 6 | int) | trimSuffix "-") (.release | sha256sum | trunc 5) }}
{{- else }}
{{- .release }}
{{- end }}-{{ .name }}
{{- end }}

{{/* Name of the objects of this chart. */}}
{{- define "alertmanager.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride }}
{{- else }}
{{- include "alertmanager.releaseName" (dict "release" .Release.Name "name" (.Values.nameOverride | default "alertmanager") "reserve" 5) }}
{{- end }}
{{- end }}

{{/* Labels that select pods; they never change. */}}
{{- define "alertmanager.selectorLabels" -}}
app.kubernetes.io/name: alertmanager
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end }}

{{/* Labels of every object. */}}
{{- define "alertmanager.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "alertmanager.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.labels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Full reference of an image; the built-in digest holds for the built-in tag. */}}
{{- define "alertmanager.imageReference" -}}
{{- $tag := .image.tag | default .tag }}
{{- with .global.imageRegistry | default .image.registry }}{{ . }}/{{ end }}
{{- .image.repository }}:{{ $tag }}
{{- if .image.digest }}@{{ .image.digest }}
{{- else if and .digest (eq $tag .tag) }}@{{ .digest }}
{{- end }}
{{- end }}

{{/* Image of the application. */}}
{{- define "alertmanager.image" -}}
{{- $tag := "v0.34.1" }}
{{- $digest := "sha256:e9733bafb1bdef9b00e25a21f8f99dc26a22224bf16641ad754d1649f4c3357a" }}
{{- include "alertmanager.imageReference" (dict "image" .Values.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the toolbox. */}}
{{- define "alertmanager.toolbox.image" -}}
{{- $tag := "1.38.0" }}
{{- $digest := "sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e" }}
{{- include "alertmanager.imageReference" (dict "image" .Values.toolbox.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Name of the account of the pods. */}}
{{- define "alertmanager.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- .Values.serviceAccount.name | default (include "alertmanager.fullname" .) }}
{{- else }}
{{- .Values.serviceAccount.name | default "default" }}
{{- end }}
{{- end }}
{{/* Files of the workload main. */}}
{{- define "alertmanager.main.files" -}}
alertmanager.yml: |
  global:
    resolve_timeout: {{ .Values.config.resolveTimeout }}
    {{- if .Values.smtp.host }}
    smtp_smarthost: {{ printf "%s:%d" .Values.smtp.host (int64 .Values.smtp.port) | quote }}
    smtp_from: {{ .Values.smtp.from | quote }}
    smtp_require_tls: {{ .Values.smtp.requireTls }}
    {{- with .Values.smtp.username }}
    smtp_auth_username: {{ . | quote }}
    smtp_auth_password_file: /run/credentials/{{ $.Values.smtp.passwordKey }}
    {{- end }}
    {{- end }}
  route:
    receiver: {{ .Values.config.route.receiver | quote }}
    {{- with .Values.config.route.groupBy }}
    group_by:
      {{- toYaml . | nindent 6 }}
    {{- end }}
    group_wait: {{ .Values.config.route.groupWait }}
    group_interval: {{ .Values.config.route.groupInterval }}
    repeat_interval: {{ .Values.config.route.repeatInterval }}
    {{- with .Values.config.route.routes }}
    routes:
      {{- toYaml . | nindent 6 }}
    {{- end }}
  {{- with .Values.config.inhibitRules }}
  inhibit_rules:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.config.timeIntervals }}
  time_intervals:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  receivers:
    - name: none
    {{- range $name, $receiver := .Values.receivers }}
    - name: {{ $name | quote }}
      {{- with $receiver.slack }}
      slack_configs:
        {{- range . }}
        - api_url_file: /run/credentials/{{ .urlKey }}
          channel: {{ .channel | quote }}
          {{- with .title }}
          title: {{ . | quote }}
          {{- end }}
          {{- with .text }}
          text: {{ . | quote }}
          {{- end }}
          {{- if kindIs "bool" .sendResolved }}
          send_resolved: {{ .sendResolved }}
          {{- end }}
        {{- end }}
      {{- end }}
      {{- with $receiver.email }}
      email_configs:
        {{- range . }}
        - to: {{ .to | quote }}
          {{- if kindIs "bool" .sendResolved }}
          send_resolved: {{ .sendResolved }}
          {{- end }}
        {{- end }}
      {{- end }}
      {{- with $receiver.webhook }}
      webhook_configs:
        {{- range . }}
        {{- if .urlKey }}
        - url_file: /run/credentials/{{ .urlKey }}
        {{- else }}
        - url: {{ .url | quote }}
        {{- end }}
          {{- with .tokenKey }}
          http_config:
            authorization:
              credentials_file: /run/credentials/{{ . }}
          {{- end }}
          {{- if kindIs "bool" .sendResolved }}
          send_resolved: {{ .sendResolved }}
          {{- end }}
        {{- end }}
      {{- end }}
      {{- with $receiver.pagerduty }}
      pagerduty_configs:
        {{- range . }}
        - routing_key_file: /run/credentials/{{ .routingKeyKey }}
          {{- with .severity }}
          severity: {{ . | quote }}
          {{- end }}
          {{- if kindIs "bool" .sendResolved }}
          send_resolved: {{ .sendResolved }}
          {{- end }}
        {{- end }}
      {{- end }}
    {{- end }}
    {{- with .Values.extraReceivers }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
{{- end }}
{{/* What the controller of the Ingress of main must know, in its own words. */}}
{{- define "alertmanager.main.ingressAnnotations" -}}
{{- $name := include "alertmanager.fullname" . }}
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
{{- define "alertmanager.main.ingressPorts" -}}
{{- $ports := list }}
{{- range .Values.ingress.hosts }}
{{- range .paths }}
{{- $ports = append $ports (.port | default "http") }}
{{- end }}
{{- end }}
{{- join " " $ports }}
{{- end }}
{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "alertmanager.main.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "alertmanager.fullname" . }}"
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload main; empty for no. */}}
{{- define "alertmanager.main.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace shows the workload main; empty for no. */}}
{{- define "alertmanager.main.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $charted }}true
{{- end }}
{{- end }}
{{/* Containers of the operator; their security context is ours. */}}
{{- define "alertmanager.extraContainers" -}}
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
