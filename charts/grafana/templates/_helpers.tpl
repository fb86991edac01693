{{/* Name of a release of a chart: the release is cut and hashed where the longest object name would not fit. */}}
{{- define "grafana.releaseName" -}}
{{- $limit := sub (sub 51 (len .name)) .reserve | int }}
{{- if gt (len .release) $limit }}
{{- printf "%s-%s" (.release | trunc (sub $limit 6 | int) | trimSuffix "-") (.release | sha256sum | trunc 5) }}
{{- else }}
{{- .release }}
{{- end }}-{{ .name }}
{{- end }}

{{/* Name of the objects of this chart. */}}
{{- define "grafana.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride }}
{{- else }}
{{- include "grafana.releaseName" (dict "release" .Release.Name "name" (.Values.nameOverride | default "grafana") "reserve" 5) }}
{{- end }}
{{- end }}

{{/* Labels that select pods; they never change. */}}
{{- define "grafana.selectorLabels" -}}
app.kubernetes.io/name: grafana
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end }}

{{/* Labels of every object. */}}
{{- define "grafana.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "grafana.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.labels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Full reference of an image; the built-in digest holds for the built-in tag. */}}
{{- define "grafana.imageReference" -}}
{{- $tag := .image.tag | default .tag }}
{{- with .global.imageRegistry | default .image.registry }}{{ . }}/{{ end }}
{{- .image.repository }}:{{ $tag }}
{{- if .image.digest }}@{{ .image.digest }}
{{- else if and .digest (eq $tag .tag) }}@{{ .digest }}
{{- end }}
{{- end }}

{{/* Image of the application. */}}
{{- define "grafana.image" -}}
{{- $tag := "13.2.3" }}
{{- $digest := "sha256:b28bae15e219c998fb0e0424ed724930cc61b1f61fb404d47c862f9a23f9e572" }}
{{- include "grafana.imageReference" (dict "image" .Values.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the sidecar dashboardLoader. */}}
{{- define "grafana.dashboardLoader.image" -}}
{{- $tag := "2.11.2" }}
{{- $digest := "sha256:2912be006f62f9ea080194cf6d3afcd90daead8d101d0ba686a137a849f6a4f6" }}
{{- include "grafana.imageReference" (dict "image" .Values.dashboardLoader.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the toolbox. */}}
{{- define "grafana.toolbox.image" -}}
{{- $tag := "1.38.0" }}
{{- $digest := "sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e" }}
{{- include "grafana.imageReference" (dict "image" .Values.toolbox.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of postgresClient. */}}
{{- define "grafana.postgresClient.image" -}}
{{- $tag := "18.6" }}
{{- $digest := "sha256:74935e72241653ca55e0414067e6d8763aceb8a810eb51b452253ec3dcfc4336" }}
{{- include "grafana.imageReference" (dict "image" .Values.postgresClient.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Name of the account of the pods. */}}
{{- define "grafana.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- .Values.serviceAccount.name | default (include "grafana.fullname" .) }}
{{- else }}
{{- .Values.serviceAccount.name | default "default" }}
{{- end }}
{{- end }}
{{/* Name of the Secret with the confidential values. */}}
{{- define "grafana.secretName" -}}
{{- .Values.secrets.existingSecret | default (include "grafana.fullname" .) }}
{{- end }}
{{/* Base URL of the connection prometheus. */}}
{{- define "grafana.connections.prometheus.url" -}}
{{- $via := include "grafana.connections.prometheus.via" . }}
{{- $scheme := "http" }}
{{- $path := "" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.prometheus.scheme }}
{{- $path = .Values.connections.prometheus.path }}
{{- else if eq $via "external" }}
{{- $scheme = .Values.global.members.prometheus.external.scheme }}
{{- $path = .Values.global.members.prometheus.external.path }}
{{- end }}
{{- $scheme }}://{{ include "grafana.connections.prometheus.host" . }}:{{ include "grafana.connections.prometheus.port" . }}{{ $path }}
{{- end }}
{{/* Base URL of the connection alertmanager. */}}
{{- define "grafana.connections.alertmanager.url" -}}
{{- $via := include "grafana.connections.alertmanager.via" . }}
{{- $scheme := "http" }}
{{- $path := "" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.alertmanager.scheme }}
{{- $path = .Values.connections.alertmanager.path }}
{{- else if eq $via "external" }}
{{- $scheme = .Values.global.members.alertmanager.external.scheme }}
{{- $path = .Values.global.members.alertmanager.external.path }}
{{- end }}
{{- $scheme }}://{{ include "grafana.connections.alertmanager.host" . }}:{{ include "grafana.connections.alertmanager.port" . }}{{ $path }}
{{- end }}
{{/* Base URL of the connection jaeger. */}}
{{- define "grafana.connections.jaeger.url" -}}
{{- $via := include "grafana.connections.jaeger.via" . }}
{{- $scheme := "http" }}
{{- $path := "" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.jaeger.scheme }}
{{- $path = .Values.connections.jaeger.path }}
{{- else if eq $via "external" }}
{{- $scheme = .Values.global.members.jaeger.external.scheme }}
{{- $path = .Values.global.members.jaeger.external.path }}
{{- end }}
{{- $scheme }}://{{ include "grafana.connections.jaeger.host" . }}:{{ include "grafana.connections.jaeger.port" . }}{{ $path }}
{{- end }}
{{/* Secret with the password of the connection postgres; empty for none. */}}
{{- define "grafana.connections.postgres.secretName" -}}
{{- $via := include "grafana.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.existingSecret }}
{{- else if eq $via "external" }}
{{- .Values.global.members.postgres.external.existingSecret }}
{{- else if $via }}
{{- include "grafana.connections.postgres.fullname" . }}-grafana
{{- end }}
{{- end }}

{{/* Key of that password. */}}
{{- define "grafana.connections.postgres.secretKey" -}}
{{- $via := include "grafana.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.secretKey }}
{{- else if eq $via "external" }}grafana-password
{{- else }}password
{{- end }}
{{- end }}

{{/* User of the connection postgres. */}}
{{- define "grafana.connections.postgres.username" -}}
{{- if eq (include "grafana.connections.postgres.via" .) "value" }}
{{- .Values.connections.postgres.username | default "grafana" }}
{{- else }}grafana
{{- end }}
{{- end }}

{{/* Database of the connection postgres. */}}
{{- define "grafana.connections.postgres.database" -}}
{{- if eq (include "grafana.connections.postgres.via" .) "value" }}
{{- .Values.connections.postgres.database | default "grafana" }}
{{- else }}grafana
{{- end }}
{{- end }}

{{/* How the connection postgres uses TLS. */}}
{{- define "grafana.connections.postgres.sslMode" -}}
{{- $via := include "grafana.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.sslMode }}
{{- else if eq $via "external" }}
{{- .Values.global.members.postgres.external.sslMode }}
{{- else if eq $via "member" }}
{{- ternary "require" "prefer" .Values.global.members.postgres.tls }}
{{- else }}prefer
{{- end }}
{{- end }}
{{/* Files of the workload main. */}}
{{- define "grafana.main.files" -}}
grafana.ini: |
  ; Settings of config.ini; the others come from the environment.
  {{- range $section, $settings := .Values.config.ini }}
  [{{ $section }}]
  {{- range $key, $value := $settings }}
  {{ $key }} = {{ $value }}
  {{- end }}
  {{- end }}
datasources.yaml: |
  apiVersion: 1
  prune: true
  {{- $prometheus := include "grafana.connections.prometheus.via" . }}
  {{- $alertmanager := include "grafana.connections.alertmanager.via" . }}
  {{- /* global.members.jaeger.external says where traces go, not where they are looked at. */}}
  {{- $jaeger := has (include "grafana.connections.jaeger.via" .) (list "value" "member") }}
  {{- if or $prometheus $alertmanager $jaeger .Values.extraDatasources }}
  datasources:
    {{- if $prometheus }}
    - name: Prometheus
      uid: prometheus
      type: prometheus
      access: proxy
      url: $PROMETHEUS_URL
      isDefault: true
      jsonData:
        httpMethod: POST
        timeInterval: {{ .Values.config.scrapeInterval }}
        {{- if $alertmanager }}
        alertmanagerUid: alertmanager
        {{- end }}
    {{- end }}
    {{- if $alertmanager }}
    - name: Alertmanager
      uid: alertmanager
      type: alertmanager
      access: proxy
      url: $ALERTMANAGER_URL
      jsonData:
        implementation: prometheus
        handleGrafanaManagedAlerts: false
    {{- end }}
    {{- if $jaeger }}
    - name: Jaeger
      uid: jaeger
      type: jaeger
      access: proxy
      url: $JAEGER_URL
      jsonData:
        nodeGraph:
          enabled: true
    {{- end }}
    {{- with .Values.extraDatasources }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
dashboards.yaml: |
  {{- .Files.Get "files/dashboards.yaml" | nindent 2 }}
{{- end }}
{{/* What the controller of the Ingress of main must know, in its own words. */}}
{{- define "grafana.main.ingressAnnotations" -}}
{{- $name := include "grafana.fullname" . }}
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
{{- define "grafana.main.ingressPorts" -}}
{{- $ports := list }}
{{- range .Values.ingress.hosts }}
{{- range .paths }}
{{- $ports = append $ports (.port | default "http") }}
{{- end }}
{{- end }}
{{- join " " $ports }}
{{- end }}
{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "grafana.main.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "grafana.fullname" . }}"
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload main; empty for no. */}}
{{- define "grafana.main.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace shows the workload main; empty for no. */}}
{{- define "grafana.main.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $charted }}true
{{- end }}
{{- end }}
{{/* Where the connection prometheus leads: value, bundled, member, external, or nowhere. */}}
{{- define "grafana.connections.prometheus.via" -}}
{{- if .Values.connections.prometheus.host }}value
{{- else if .Values.global.members.prometheus.enabled }}member
{{- else if .Values.global.members.prometheus.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of prometheus in this release. */}}
{{- define "grafana.connections.prometheus.fullname" -}}
{{- include "grafana.releaseName" (dict "release" .Release.Name "name" "prometheus" "reserve" 5) }}
{{- end }}

{{/* Host of the connection prometheus. */}}
{{- define "grafana.connections.prometheus.host" -}}
{{- $via := include "grafana.connections.prometheus.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.prometheus.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.prometheus.external.host }}
{{- else }}
{{- include "grafana.connections.prometheus.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection prometheus. */}}
{{- define "grafana.connections.prometheus.port" -}}
{{- $via := include "grafana.connections.prometheus.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.prometheus.port }}
{{- else if eq $via "external" }}
{{- .Values.global.members.prometheus.external.port }}
{{- else }}
{{- 9090 }}
{{- end }}
{{- end }}

{{/* Label that lets pods in at the other end; empty for a host outside the cluster. */}}
{{- define "grafana.connections.prometheus.clientLabel" -}}
{{- $via := include "grafana.connections.prometheus.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "grafana.connections.prometheus.fullname" . }}-client
{{- else if $via }}
{{- $host := include "grafana.connections.prometheus.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}
{{/* Where the connection alertmanager leads: value, bundled, member, external, or nowhere. */}}
{{- define "grafana.connections.alertmanager.via" -}}
{{- if .Values.connections.alertmanager.host }}value
{{- else if .Values.global.members.alertmanager.enabled }}member
{{- else if .Values.global.members.alertmanager.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of alertmanager in this release. */}}
{{- define "grafana.connections.alertmanager.fullname" -}}
{{- include "grafana.releaseName" (dict "release" .Release.Name "name" "alertmanager" "reserve" 5) }}
{{- end }}

{{/* Host of the connection alertmanager. */}}
{{- define "grafana.connections.alertmanager.host" -}}
{{- $via := include "grafana.connections.alertmanager.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.alertmanager.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.alertmanager.external.host }}
{{- else }}
{{- include "grafana.connections.alertmanager.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection alertmanager. */}}
{{- define "grafana.connections.alertmanager.port" -}}
{{- $via := include "grafana.connections.alertmanager.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.alertmanager.port }}
{{- else if eq $via "external" }}
{{- .Values.global.members.alertmanager.external.port }}
{{- else }}
{{- 9093 }}
{{- end }}
{{- end }}

{{/* Label that lets pods in at the other end; empty for a host outside the cluster. */}}
{{- define "grafana.connections.alertmanager.clientLabel" -}}
{{- $via := include "grafana.connections.alertmanager.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "grafana.connections.alertmanager.fullname" . }}-client
{{- else if $via }}
{{- $host := include "grafana.connections.alertmanager.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}
{{/* Where the connection jaeger leads: value, bundled, member, external, or nowhere. */}}
{{- define "grafana.connections.jaeger.via" -}}
{{- if .Values.connections.jaeger.host }}value
{{- else if .Values.global.members.jaeger.enabled }}member
{{- else if .Values.global.members.jaeger.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of jaeger in this release. */}}
{{- define "grafana.connections.jaeger.fullname" -}}
{{- include "grafana.releaseName" (dict "release" .Release.Name "name" "jaeger" "reserve" 5) }}
{{- end }}

{{/* Host of the connection jaeger. */}}
{{- define "grafana.connections.jaeger.host" -}}
{{- $via := include "grafana.connections.jaeger.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.jaeger.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.jaeger.external.host }}
{{- else }}
{{- include "grafana.connections.jaeger.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection jaeger. */}}
{{- define "grafana.connections.jaeger.port" -}}
{{- $via := include "grafana.connections.jaeger.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.jaeger.port }}
{{- else if eq $via "external" }}
{{- .Values.global.members.jaeger.external.port }}
{{- else }}
{{- 16686 }}
{{- end }}
{{- end }}

{{/* Label that lets pods in at the other end; empty for a host outside the cluster. */}}
{{- define "grafana.connections.jaeger.clientLabel" -}}
{{- $via := include "grafana.connections.jaeger.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "grafana.connections.jaeger.fullname" . }}-client
{{- else if $via }}
{{- $host := include "grafana.connections.jaeger.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}
{{/* Where the connection postgres leads: value, bundled, member, external, or nowhere. */}}
{{- define "grafana.connections.postgres.via" -}}
{{- if .Values.connections.postgres.host }}value
{{- else if .Values.global.members.postgres.enabled }}member
{{- else if .Values.global.members.postgres.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of postgres in this release. */}}
{{- define "grafana.connections.postgres.fullname" -}}
{{- include "grafana.releaseName" (dict "release" .Release.Name "name" "postgres" "reserve" 13) }}
{{- end }}

{{/* Host of the connection postgres. */}}
{{- define "grafana.connections.postgres.host" -}}
{{- $via := include "grafana.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.postgres.external.host }}
{{- else }}
{{- include "grafana.connections.postgres.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection postgres. */}}
{{- define "grafana.connections.postgres.port" -}}
{{- $via := include "grafana.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.port }}
{{- else if eq $via "external" }}
{{- .Values.global.members.postgres.external.port }}
{{- else }}
{{- 5432 }}
{{- end }}
{{- end }}

{{/* Label that lets pods in at the other end; empty for a host outside the cluster. */}}
{{- define "grafana.connections.postgres.clientLabel" -}}
{{- $via := include "grafana.connections.postgres.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "grafana.connections.postgres.fullname" . }}-client
{{- else if $via }}
{{- $host := include "grafana.connections.postgres.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}
{{/* Containers of the operator; their security context is ours. */}}
{{- define "grafana.extraContainers" -}}
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
