{{/* Name of a release of a chart: the release is cut and hashed where the longest object name would not fit. */}}
{{- define "prometheus.releaseName" -}}
{{- $limit := sub (sub 51 (len .name)) .reserve | int }}
{{- if gt (len .release) $limit }}
{{- printf "%s-%s" (.release | trunc (sub $limit 6 | int) | trimSuffix "-") (.release | sha256sum | trunc 5) }}
{{- else }}
{{- .release }}
{{- end }}-{{ .name }}
{{- end }}

{{/* Name of the objects of this chart. */}}
{{- define "prometheus.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride }}
{{- else }}
{{- include "prometheus.releaseName" (dict "release" .Release.Name "name" (.Values.nameOverride | default "prometheus") "reserve" 5) }}
{{- end }}
{{- end }}

{{/* Labels that select pods; they never change. */}}
{{- define "prometheus.selectorLabels" -}}
app.kubernetes.io/name: prometheus
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end }}

{{/* Labels of every object. */}}
{{- define "prometheus.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "prometheus.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.labels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Full reference of an image; the built-in digest holds for the built-in tag. */}}
{{- define "prometheus.imageReference" -}}
{{- $tag := .image.tag | default .tag }}
{{- with .global.imageRegistry | default .image.registry }}{{ . }}/{{ end }}
{{- .image.repository }}:{{ $tag }}
{{- if .image.digest }}@{{ .image.digest }}
{{- else if and .digest (eq $tag .tag) }}@{{ .digest }}
{{- end }}
{{- end }}

{{/* Image of the application. */}}
{{- define "prometheus.image" -}}
{{- $tag := "v3.15.0" }}
{{- $digest := "sha256:efd719c99d83b060d9daefdcf00360461adf279f45ef5391f8d111892118753e" }}
{{- include "prometheus.imageReference" (dict "image" .Values.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the sidecar ruleLoader. */}}
{{- define "prometheus.ruleLoader.image" -}}
{{- $tag := "2.11.2" }}
{{- $digest := "sha256:2912be006f62f9ea080194cf6d3afcd90daead8d101d0ba686a137a849f6a4f6" }}
{{- include "prometheus.imageReference" (dict "image" .Values.ruleLoader.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the toolbox. */}}
{{- define "prometheus.toolbox.image" -}}
{{- $tag := "1.38.0" }}
{{- $digest := "sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e" }}
{{- include "prometheus.imageReference" (dict "image" .Values.toolbox.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Name of the account of the pods. */}}
{{- define "prometheus.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- .Values.serviceAccount.name | default (include "prometheus.fullname" .) }}
{{- else }}
{{- .Values.serviceAccount.name | default "default" }}
{{- end }}
{{- end }}
{{/* Files of the workload main. */}}
{{- define "prometheus.main.files" -}}
prometheus.yml: |
  global:
    scrape_interval: {{ .Values.config.scrapeInterval }}
    scrape_timeout: {{ .Values.config.scrapeTimeout }}
    evaluation_interval: {{ .Values.config.evaluationInterval }}
    {{- with .Values.config.externalLabels }}
    external_labels:
      {{- toYaml . | nindent 6 }}
    {{- end }}
  storage:
    tsdb:
      retention:
        time: {{ .Values.config.retention.time }}
        size: {{ .Values.config.retention.size }}
  rule_files:
    - /rules/*.rules.yml
  {{- if include "prometheus.connections.alertmanager.via" . }}
  alerting:
    alertmanagers:
      - static_configs:
          - targets:
              - {{ include "prometheus.connections.alertmanager.host" . }}:{{ include "prometheus.connections.alertmanager.port" . }}
  {{- end }}
  scrape_configs:
    - job_name: services
      kubernetes_sd_configs:
        - role: endpointslice
          namespaces:
            own_namespace: true
            {{- with .Values.config.namespaces }}
            names:
              {{- toYaml . | nindent 14 }}
            {{- end }}
      tls_config:
        insecure_skip_verify: {{ not .Values.config.verifyCertificates }}
      relabel_configs:
        - action: keep
          source_labels: [__meta_kubernetes_service_annotation_prometheus_io_scrape]
          regex: "true"
        {{- with .Values.config.releases }}
        - action: keep
          source_labels: [__meta_kubernetes_service_label_app_kubernetes_io_instance]
          regex: {{ join "|" . | quote }}
        {{- end }}
        # Of the ports of a Service only the annotated one; each where none is.
        - source_labels: [__meta_kubernetes_service_annotation_prometheus_io_port, __meta_kubernetes_endpointslice_port]
          regex: ;(.+)
          target_label: __meta_kubernetes_service_annotation_prometheus_io_port
        - action: keepequal
          source_labels: [__meta_kubernetes_service_annotation_prometheus_io_port]
          target_label: __meta_kubernetes_endpointslice_port
        - source_labels: [__meta_kubernetes_service_annotation_prometheus_io_scheme]
          regex: (https?)
          target_label: __scheme__
        - source_labels: [__meta_kubernetes_service_annotation_prometheus_io_path]
          regex: (.+)
          target_label: __metrics_path__
        - source_labels: [__meta_kubernetes_namespace]
          target_label: namespace
        - source_labels: [__meta_kubernetes_service_name]
          target_label: service
        - source_labels: [__meta_kubernetes_service_name]
          target_label: job
        - source_labels: [__meta_kubernetes_endpointslice_port_name]
          target_label: endpoint
        - source_labels: [__meta_kubernetes_pod_name]
          target_label: pod
        - source_labels: [__meta_kubernetes_pod_node_name]
          target_label: node
    {{- with .Values.extraScrapeConfigs }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- with .Values.remoteWrite }}
  remote_write:
    {{- range . }}
    - url: {{ .url | quote }}
      {{- with .name }}
      name: {{ . | quote }}
      {{- end }}
      {{- if .username }}
      basic_auth:
        username: {{ .username | quote }}
        password_file: /run/credentials/{{ .passwordKey }}
      {{- else if .tokenKey }}
      authorization:
        credentials_file: /run/credentials/{{ .tokenKey }}
      {{- end }}
      {{- with .headers }}
      headers:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with .relabelConfigs }}
      write_relabel_configs:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with .queueConfig }}
      queue_config:
        {{- toYaml . | nindent 8 }}
      {{- end }}
    {{- end }}
  {{- end }}
{{- end }}
{{/* What the controller of the Ingress of main must know, in its own words. */}}
{{- define "prometheus.main.ingressAnnotations" -}}
{{- $name := include "prometheus.fullname" . }}
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
{{- define "prometheus.main.ingressPorts" -}}
{{- $ports := list }}
{{- range .Values.ingress.hosts }}
{{- range .paths }}
{{- $ports = append $ports (.port | default "http") }}
{{- end }}
{{- end }}
{{- join " " $ports }}
{{- end }}
{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "prometheus.main.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "prometheus.fullname" . }}"
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload main; empty for no. */}}
{{- define "prometheus.main.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace shows the workload main; empty for no. */}}
{{- define "prometheus.main.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $charted }}true
{{- end }}
{{- end }}
{{/* Where the connection alertmanager leads: value, bundled, member, external, or nowhere. */}}
{{- define "prometheus.connections.alertmanager.via" -}}
{{- if .Values.connections.alertmanager.host }}value
{{- else if .Values.global.members.alertmanager.enabled }}member
{{- else if .Values.global.members.alertmanager.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of alertmanager in this release. */}}
{{- define "prometheus.connections.alertmanager.fullname" -}}
{{- include "prometheus.releaseName" (dict "release" .Release.Name "name" "alertmanager" "reserve" 5) }}
{{- end }}

{{/* Host of the connection alertmanager. */}}
{{- define "prometheus.connections.alertmanager.host" -}}
{{- $via := include "prometheus.connections.alertmanager.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.alertmanager.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.alertmanager.external.host }}
{{- else }}
{{- include "prometheus.connections.alertmanager.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection alertmanager. */}}
{{- define "prometheus.connections.alertmanager.port" -}}
{{- $via := include "prometheus.connections.alertmanager.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.alertmanager.port }}
{{- else if eq $via "external" }}
{{- .Values.global.members.alertmanager.external.port }}
{{- else }}
{{- 9093 }}
{{- end }}
{{- end }}

{{/* Label that lets pods in at the other end; empty for a host outside the cluster. */}}
{{- define "prometheus.connections.alertmanager.clientLabel" -}}
{{- $via := include "prometheus.connections.alertmanager.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "prometheus.connections.alertmanager.fullname" . }}-client
{{- else if $via }}
{{- $host := include "prometheus.connections.alertmanager.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}
{{/* Containers of the operator; their security context is ours. */}}
{{- define "prometheus.extraContainers" -}}
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
