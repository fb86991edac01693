{{/* Name of a release of a chart: the release is cut and hashed where the longest object name would not fit. */}}
{{- define "mlflow.releaseName" -}}
{{- $limit := sub (sub 51 (len .name)) .reserve | int }}
{{- if gt (len .release) $limit }}
{{- printf "%s-%s" (.release | trunc (sub $limit 6 | int) | trimSuffix "-") (.release | sha256sum | trunc 5) }}
{{- else }}
{{- .release }}
{{- end }}-{{ .name }}
{{- end }}

{{/* Name of the objects of this chart. */}}
{{- define "mlflow.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride }}
{{- else }}
{{- include "mlflow.releaseName" (dict "release" .Release.Name "name" (.Values.nameOverride | default "mlflow") "reserve" 11) }}
{{- end }}
{{- end }}

{{/* Labels that select pods; they never change. */}}
{{- define "mlflow.selectorLabels" -}}
app.kubernetes.io/name: mlflow
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end }}

{{/* Labels of every object. */}}
{{- define "mlflow.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "mlflow.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.labels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Full reference of an image; the built-in digest holds for the built-in tag. */}}
{{- define "mlflow.imageReference" -}}
{{- $tag := .image.tag | default .tag }}
{{- with .global.imageRegistry | default .image.registry }}{{ . }}/{{ end }}
{{- .image.repository }}:{{ $tag }}
{{- if .image.digest }}@{{ .image.digest }}
{{- else if and .digest (eq $tag .tag) }}@{{ .digest }}
{{- end }}
{{- end }}

{{/* Image of the application. */}}
{{- define "mlflow.image" -}}
{{- $tag := "v3.15.2-full" }}
{{- $digest := "sha256:2c9c50ca72e314cb1b8b301ceaa43882629ad91873d7271f3be92796930c3647" }}
{{- include "mlflow.imageReference" (dict "image" .Values.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the toolbox. */}}
{{- define "mlflow.toolbox.image" -}}
{{- $tag := "1.38.0" }}
{{- $digest := "sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e" }}
{{- include "mlflow.imageReference" (dict "image" .Values.toolbox.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of postgresClient. */}}
{{- define "mlflow.postgresClient.image" -}}
{{- $tag := "18.6" }}
{{- $digest := "sha256:74935e72241653ca55e0414067e6d8763aceb8a810eb51b452253ec3dcfc4336" }}
{{- include "mlflow.imageReference" (dict "image" .Values.postgresClient.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of s3Client. */}}
{{- define "mlflow.s3Client.image" -}}
{{- $tag := "8.22.0" }}
{{- $digest := "sha256:58adaa4e8dca9c988bae2aba4ab3434a0bb2da16bbe3f92dec39ec7785166777" }}
{{- include "mlflow.imageReference" (dict "image" .Values.s3Client.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of gateway. */}}
{{- define "mlflow.gateway.image" -}}
{{- $tag := "1.30.5-alpine" }}
{{- $digest := "sha256:15c994d10d6d78658721c3bcafff14cb281fba2a4bdf9d5ba92c416a472516e3" }}
{{- include "mlflow.imageReference" (dict "image" .Values.gateway.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Name of the account of the pods. */}}
{{- define "mlflow.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- .Values.serviceAccount.name | default (include "mlflow.fullname" .) }}
{{- else }}
{{- .Values.serviceAccount.name | default "default" }}
{{- end }}
{{- end }}

{{/* Cloud that gives the pods an identity in a way that the chart must help with, as the values or the annotations of the account say; empty for none. */}}
{{- define "mlflow.workloadIdentity" -}}
{{- if .Values.serviceAccount.workloadIdentity }}
{{- .Values.serviceAccount.workloadIdentity }}
{{- else if index .Values.serviceAccount.annotations "iam.gke.io/gcp-service-account" }}gke
{{- else if index .Values.serviceAccount.annotations "azure.workload.identity/client-id" }}aks
{{- end }}
{{- end }}

{{/* Egress to what answers on the node for that identity. */}}
{{- define "mlflow.identityEgress" -}}
{{- $cloud := include "mlflow.workloadIdentity" . }}
{{- if eq $cloud "gke" }}
- to:
    - ipBlock:
        cidr: 169.254.169.252/32
    - ipBlock:
        cidr: 169.254.169.254/32
  ports:
    - port: 80
      protocol: TCP
    - port: 988
      protocol: TCP
{{- else if eq $cloud "eks" }}
- to:
    - ipBlock:
        cidr: 169.254.170.23/32
  ports:
    - port: 80
      protocol: TCP
{{- end }}
{{- end }}
{{/* Name of the Secret with the confidential values. */}}
{{- define "mlflow.secretName" -}}
{{- .Values.secrets.existingSecret | default (include "mlflow.fullname" .) }}
{{- end }}
{{/* Secret with the password of the connection postgres; empty for none. */}}
{{- define "mlflow.connections.postgres.secretName" -}}
{{- $via := include "mlflow.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.existingSecret }}
{{- else if eq $via "external" }}
{{- .Values.global.members.postgres.external.existingSecret }}
{{- else if $via }}
{{- $existing := "" }}
{{- if eq $via "bundled" }}
{{- $existing = .Values.postgres.clients.mlflow.existingSecret }}
{{- end }}
{{- $existing | default (printf "%s-mlflow" (include "mlflow.connections.postgres.fullname" .)) }}
{{- end }}
{{- end }}

{{/* Key of that password. */}}
{{- define "mlflow.connections.postgres.secretKey" -}}
{{- $via := include "mlflow.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.secretKey }}
{{- else if eq $via "external" }}mlflow-password
{{- else if eq $via "bundled" }}
{{- .Values.postgres.clients.mlflow.passwordKey | default "password" }}
{{- else }}password
{{- end }}
{{- end }}

{{/* User of the connection postgres. */}}
{{- define "mlflow.connections.postgres.username" -}}
{{- if eq (include "mlflow.connections.postgres.via" .) "value" }}
{{- .Values.connections.postgres.username | default "mlflow" }}
{{- else if eq (include "mlflow.connections.postgres.via" .) "bundled" }}
{{- .Values.postgres.clients.mlflow.username | default "mlflow" }}
{{- else }}mlflow
{{- end }}
{{- end }}

{{/* Database of the connection postgres. */}}
{{- define "mlflow.connections.postgres.database" -}}
{{- if eq (include "mlflow.connections.postgres.via" .) "value" }}
{{- .Values.connections.postgres.database | default "mlflow" }}
{{- else }}
{{- include "mlflow.connections.postgres.username" . }}
{{- end }}
{{- end }}

{{/* How the connection postgres uses TLS. */}}
{{- define "mlflow.connections.postgres.sslMode" -}}
{{- $via := include "mlflow.connections.postgres.via" . }}
{{- $mode := "prefer" }}
{{- if eq $via "value" }}
{{- $mode = .Values.connections.postgres.sslMode }}
{{- else if eq $via "external" }}
{{- $mode = .Values.global.members.postgres.external.sslMode }}
{{- else if eq $via "bundled" }}
{{- $mode = ternary "require" "prefer" .Values.postgres.tls.enabled }}
{{- else if eq $via "member" }}
{{- $mode = ternary "require" "prefer" .Values.global.members.postgres.tls }}
{{- end }}
{{- if and (include "mlflow.connections.postgres.caSecret" .) (has $mode (list "allow" "prefer" "require")) }}
{{- $mode = "verify-full" }}
{{- end }}
{{- $mode }}
{{- end }}
{{/* Secret with the access key of the connection s3; empty for none. */}}
{{- define "mlflow.connections.s3.secretName" -}}
{{- $via := include "mlflow.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.existingSecret }}
{{- else if eq $via "external" }}
{{- .Values.global.members.minio.external.existingSecret }}
{{- else if $via }}
{{- $existing := "" }}
{{- if eq $via "bundled" }}
{{- $existing = .Values.minio.clients.mlflow.existingSecret }}
{{- end }}
{{- $existing | default (printf "%s-mlflow" (include "mlflow.connections.s3.fullname" .)) }}
{{- end }}
{{- end }}

{{/* Key of the access key id. */}}
{{- define "mlflow.connections.s3.usernameKey" -}}
{{- $via := include "mlflow.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.usernameKey }}
{{- else if eq $via "external" }}mlflow-username
{{- else }}username
{{- end }}
{{- end }}

{{/* Key of the secret access key. */}}
{{- define "mlflow.connections.s3.secretKey" -}}
{{- $via := include "mlflow.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.secretKey }}
{{- else if eq $via "external" }}mlflow-password
{{- else if eq $via "bundled" }}
{{- .Values.minio.clients.mlflow.passwordKey | default "password" }}
{{- else }}password
{{- end }}
{{- end }}

{{/* URL of the store of the connection s3. */}}
{{- define "mlflow.connections.s3.url" -}}
{{- $via := include "mlflow.connections.s3.via" . }}
{{- $scheme := "http" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.s3.scheme }}
{{- else if eq $via "external" }}
{{- $scheme = .Values.global.members.minio.external.scheme }}
{{- else if eq $via "bundled" }}
{{- $scheme = ternary "https" "http" .Values.minio.tls.enabled }}
{{- else if eq $via "member" }}
{{- $scheme = ternary "https" "http" .Values.global.members.minio.tls }}
{{- end }}
{{- $scheme }}://{{ include "mlflow.connections.s3.host" . }}:{{ include "mlflow.connections.s3.port" . }}
{{- end }}

{{/* Bucket of the connection s3. */}}
{{- define "mlflow.connections.s3.bucket" -}}
{{- .Values.connections.s3.bucket | default "mlflow" }}
{{- end }}

{{/* Region that requests of the connection s3 are signed for. */}}
{{- define "mlflow.connections.s3.region" -}}
{{- $via := include "mlflow.connections.s3.via" . }}
{{- if eq $via "external" }}
{{- .Values.global.members.minio.external.region }}
{{- else }}
{{- .Values.connections.s3.region }}
{{- end }}
{{- end }}
{{/* Secret with the authority of the connection postgres; empty for none. */}}
{{- define "mlflow.connections.postgres.caSecret" -}}
{{- $via := include "mlflow.connections.postgres.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.postgres.caSecret | default .Values.global.members.postgres.caSecret }}
{{- else if $via }}
{{- .Values.connections.postgres.caSecret }}
{{- end }}
{{- end }}
{{/* Secret with the authority of the connection s3; empty for none. */}}
{{- define "mlflow.connections.s3.caSecret" -}}
{{- $via := include "mlflow.connections.s3.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.s3.caSecret | default .Values.global.members.minio.caSecret }}
{{- else if $via }}
{{- .Values.connections.s3.caSecret }}
{{- end }}
{{- end }}
{{/* Files of the workload main. */}}
{{- define "mlflow.main.files" -}}
metrics.py: |
  {{- .Files.Get "files/metrics.py" | nindent 2 }}
{{- end }}
{{/* What the controller of the Ingress of main must know, in its own words. */}}
{{- define "mlflow.main.ingressAnnotations" -}}
{{- $name := include "mlflow.fullname" . }}
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
{{- define "mlflow.main.ingressPorts" -}}
{{- $ports := list }}
{{- range .Values.ingress.hosts }}
{{- range .paths }}
{{- $ports = append $ports (.port | default "http") }}
{{- end }}
{{- end }}
{{- join " " $ports }}
{{- end }}
{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "mlflow.main.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "mlflow.fullname" . }}"
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload main; empty for no. */}}
{{- define "mlflow.main.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace shows the workload main; empty for no. */}}
{{- define "mlflow.main.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $charted }}true
{{- end }}
{{- end }}
{{/* Where the connection postgres leads: value, bundled, member, external, or nowhere. */}}
{{- define "mlflow.connections.postgres.via" -}}
{{- if .Values.connections.postgres.host }}value
{{- else if .Values.postgres.enabled }}bundled
{{- else if .Values.global.members.postgres.enabled }}member
{{- else if .Values.global.members.postgres.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of postgres in this release. */}}
{{- define "mlflow.connections.postgres.fullname" -}}
{{- $name := "postgres" }}
{{- if eq (include "mlflow.connections.postgres.via" .) "bundled" }}
{{- $name = .Values.postgres.nameOverride | default $name }}
{{- end }}
{{- if and (eq (include "mlflow.connections.postgres.via" .) "bundled") .Values.postgres.fullnameOverride }}
{{- .Values.postgres.fullnameOverride }}
{{- else }}
{{- include "mlflow.releaseName" (dict "release" .Release.Name "name" $name "reserve" 13) }}
{{- end }}
{{- end }}

{{/* Host of the connection postgres. */}}
{{- define "mlflow.connections.postgres.host" -}}
{{- $via := include "mlflow.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.postgres.external.host }}
{{- else }}
{{- include "mlflow.connections.postgres.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection postgres. */}}
{{- define "mlflow.connections.postgres.port" -}}
{{- $via := include "mlflow.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.port }}
{{- else if eq $via "external" }}
{{- .Values.global.members.postgres.external.port }}
{{- else if eq $via "bundled" }}
{{- .Values.postgres.service.port }}
{{- else }}
{{- 5432 }}
{{- end }}
{{- end }}

{{/* Label that lets pods in at the other end; empty for a host outside the cluster. */}}
{{- define "mlflow.connections.postgres.clientLabel" -}}
{{- $via := include "mlflow.connections.postgres.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "mlflow.connections.postgres.fullname" . }}-client
{{- else if $via }}
{{- $host := include "mlflow.connections.postgres.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}
{{/* Where the connection s3 leads: value, bundled, member, external, or nowhere. */}}
{{- define "mlflow.connections.s3.via" -}}
{{- if not (not .Values.artifacts.destination) }}
{{- else if .Values.connections.s3.host }}value
{{- else if .Values.minio.enabled }}bundled
{{- else if .Values.global.members.minio.enabled }}member
{{- else if .Values.global.members.minio.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of minio in this release. */}}
{{- define "mlflow.connections.s3.fullname" -}}
{{- $name := "minio" }}
{{- if eq (include "mlflow.connections.s3.via" .) "bundled" }}
{{- $name = .Values.minio.nameOverride | default $name }}
{{- end }}
{{- if and (eq (include "mlflow.connections.s3.via" .) "bundled") .Values.minio.fullnameOverride }}
{{- .Values.minio.fullnameOverride }}
{{- else }}
{{- include "mlflow.releaseName" (dict "release" .Release.Name "name" $name "reserve" 10) }}
{{- end }}
{{- end }}

{{/* Host of the connection s3. */}}
{{- define "mlflow.connections.s3.host" -}}
{{- $via := include "mlflow.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.minio.external.host }}
{{- else }}
{{- include "mlflow.connections.s3.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection s3. */}}
{{- define "mlflow.connections.s3.port" -}}
{{- $via := include "mlflow.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.port }}
{{- else if eq $via "external" }}
{{- .Values.global.members.minio.external.port }}
{{- else if eq $via "bundled" }}
{{- .Values.minio.service.port }}
{{- else }}
{{- 9000 }}
{{- end }}
{{- end }}

{{/* Label that lets pods in at the other end; empty for a host outside the cluster. */}}
{{- define "mlflow.connections.s3.clientLabel" -}}
{{- $via := include "mlflow.connections.s3.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "mlflow.connections.s3.fullname" . }}-client
{{- else if $via }}
{{- $host := include "mlflow.connections.s3.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}
{{/* Name of the Secret with the API keys of main. */}}
{{- define "mlflow.main.gatewaySecret" -}}
{{- .Values.gateway.apiKeys.existingSecret | default (printf "%s-api-keys" (include "mlflow.fullname" .)) }}
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the gateway of main; empty for no. */}}
{{- define "mlflow.main.gatewayScraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if or .Values.gateway.metrics.annotations (and .Values.gateway.metrics.auto $scraped) }}true
{{- end }}
{{- end }}

{{/* Configuration of the gateway of main. */}}
{{- define "mlflow.main.gatewayConfig" -}}
pid /tmp/nginx.pid;
error_log stderr warn;
worker_processes 1;

events {
  worker_connections 4096;
}

http {
  server_tokens off;
  client_body_temp_path /tmp/body;
  proxy_temp_path /tmp/proxy;
  fastcgi_temp_path /tmp/fastcgi;
  uwsgi_temp_path /tmp/uwsgi;
  scgi_temp_path /tmp/scgi;
  {{- range .Values.gateway.trustedProxies }}
  set_real_ip_from {{ . }};
  {{- end }}
  {{- if .Values.gateway.trustedProxies }}
  real_ip_header X-Forwarded-For;
  real_ip_recursive on;
  {{- end }}

  # What needs no key and knows no limit: the path that checks look at, and exemptPaths. Compared as it was sent.
  map "$request_method $request_uri" $gateway_exempt {
    default "";
    "~^(GET|HEAD) \Q{{ .Values.config.staticPrefix }}/health\E(\?|$)" 1;
    {{- range .Values.gateway.apiKeys.exemptPaths }}
    {{- if hasSuffix "*" . }}
    "~^[A-Z]+ \Q{{ trimSuffix "*" . }}\E(?!.*(\.\.|(?i:%2e|%2f|%5c)))" 1;
    {{- else }}
    "~^[A-Z]+ \Q{{ . }}\E(\?|$)" 1;
    {{- end }}
    {{- end }}
  }
  {{- if .Values.gateway.apiKeys.enabled }}
  {{- $header := .Values.gateway.apiKeys.header | lower | replace "-" "_" }}

  map $http_authorization $gateway_bearer {
    default "";
    "~*^Bearer +(?<token>[^ ]+)$" $token;
  }
  map $http_{{ $header }} $gateway_key {
    default $http_{{ $header }};
    "" $gateway_bearer;
  }
  map $gateway_key $gateway_client {
    default "";
    include /tmp/keys.conf;
  }
  map $gateway_key $gateway_refusal {
    default "The API key is not known.";
    "" "An API key is missing: send it as {{ .Values.gateway.apiKeys.header }}, or as Authorization: Bearer.";
  }
  # Browsers ask without a key whether they may send one.
  map "$request_method $http_access_control_request_method" $gateway_preflight {
    default "";
    "~^OPTIONS [A-Z]" 1;
  }
  map "$gateway_client$gateway_exempt$gateway_preflight" $gateway_refused {
    default "";
    "" 1;
  }
  # A key in Authorization was for the gateway; anything else there is the application's.
  map "$http_{{ $header }}|$gateway_client" $gateway_authorization {
    default $http_authorization;
    "~^\|." "";
  }
  {{- else }}

  map $host $gateway_client {
    default "";
  }
  map $host $gateway_authorization {
    default $http_authorization;
  }
  {{- end }}

  map $http_upgrade $gateway_connection {
    default upgrade;
    "" close;
  }
  map $http_x_forwarded_proto $gateway_proto {
    default $http_x_forwarded_proto;
    "" $scheme;
  }
  map $http_x_forwarded_for $gateway_for {
    default "$http_x_forwarded_for, $realip_remote_addr";
    "" $realip_remote_addr;
  }
  map $http_x_request_id $gateway_request_id {
    default $http_x_request_id;
    "" $request_id;
  }
  {{- if .Values.gateway.rateLimit.requestsPerSecond }}

  {{- if eq .Values.gateway.rateLimit.per "client" }}
  map $gateway_client $gateway_caller {
    default $gateway_client;
    "" $binary_remote_addr;
  }
  {{- else }}
  map $host $gateway_caller {
    default $binary_remote_addr;
  }
  {{- end }}
  map $gateway_exempt $gateway_limited {
    default "";
    "" $gateway_caller;
  }
  limit_req_zone $gateway_limited zone=callers:2m rate={{ int64 .Values.gateway.rateLimit.requestsPerSecond }}r/s;
  limit_req_status 429;
  limit_req_log_level info;
  {{- end }}
  {{- if .Values.gateway.cache.enabled }}

  map "$request_method $request_uri" $gateway_cache_path {
    default "";
    {{- range .Values.gateway.cache.paths }}
    "~^(GET|HEAD) \Q{{ . }}\E" 1;
    {{- end }}
  }
  map $http_accept $gateway_streams {
    default "";
    "~*text/event-stream" 1;
  }
  # Whose answers are one person's, one part, or no HTTP any more.
  map "$http_upgrade$http_range{{ if not .Values.gateway.cache.credentials }}$gateway_authorization$http_cookie{{ end }}" $gateway_personal {
    default 1;
    "" "";
  }
  map "$gateway_cache_path:$gateway_exempt$gateway_streams$gateway_personal" $gateway_cacheable {
    default "";
    "1:" 1;
  }
  map $upstream_http_content_type $gateway_uncached {
    default "";
    "~*(event-stream|ndjson|x-mixed-replace)" 1;
  }
  proxy_cache_path /var/cache/gateway levels=1:2 keys_zone=answers:2m max_size={{ trimSuffix "i" .Values.gateway.cache.size | lower }} inactive={{ int64 .Values.gateway.cache.seconds }}s use_temp_path=off;
  {{- end }}

  log_format gateway escape=json 'request\t$gateway_client\t$status\t$request_time\t$bytes_sent\t$upstream_cache_status\t'
    '{"time":"$time_iso8601","client":"$gateway_client","address":"$remote_addr","method":"$request_method","host":"$host","path":"$uri",'
    '"status":$status,"bytes":$bytes_sent,"seconds":$request_time,"upstream_seconds":"$upstream_response_time",'
    '"cache":"$upstream_cache_status","request_id":"$gateway_request_id","user_agent":"$http_user_agent"}';

  server {
    listen 8900;
    include /tmp/listen-8900.conf;
    access_log /tmp/requests gateway;

    underscores_in_headers on;
    large_client_header_buffers 4 32k;
    client_max_body_size 0;
    client_body_timeout {{ int64 .Values.gateway.timeouts.readSeconds }}s;
    send_timeout {{ int64 .Values.gateway.timeouts.readSeconds }}s;
    {{- if .Values.gateway.rateLimit.requestsPerSecond }}
    limit_req zone=callers{{ if .Values.gateway.rateLimit.burst }} burst={{ int64 .Values.gateway.rateLimit.burst }} nodelay{{ end }};
    {{- end }}

    proxy_http_version 1.1;
    proxy_request_buffering off;
    proxy_buffering off;
    proxy_buffer_size 32k;
    proxy_buffers 8 32k;
    proxy_max_temp_file_size 0;
    proxy_redirect off;
    proxy_connect_timeout {{ int64 .Values.gateway.timeouts.connectSeconds }}s;
    proxy_read_timeout {{ int64 .Values.gateway.timeouts.readSeconds }}s;
    proxy_send_timeout {{ int64 .Values.gateway.timeouts.readSeconds }}s;
    proxy_set_header Host $http_host;
    proxy_set_header Connection $gateway_connection;
    proxy_set_header Upgrade $http_upgrade;
    proxy_set_header Authorization $gateway_authorization;
    {{- if .Values.gateway.apiKeys.enabled }}
    proxy_set_header {{ .Values.gateway.apiKeys.header }} "";
    {{- end }}
    proxy_set_header X-Gateway-Client $gateway_client;
    proxy_set_header X-Forwarded-For $gateway_for;
    proxy_set_header X-Forwarded-Proto $gateway_proto;
    proxy_set_header X-Request-ID $gateway_request_id;

    recursive_error_pages on;
    error_page 401 @refused;
    error_page 418 = @cached;
    error_page 429 @limited;
    error_page 502 @away;
    error_page 504 @late;

    location / {
      {{- if .Values.gateway.apiKeys.enabled }}
      if ($gateway_refused) {
        return 401;
      }
      {{- end }}
      {{- if .Values.gateway.cache.enabled }}
      if ($gateway_cacheable) {
        return 418;
      }
      {{- end }}
      proxy_pass http://127.0.0.1:5000;
    }
    {{- if .Values.gateway.cache.enabled }}
    location @cached {
      proxy_pass http://127.0.0.1:5000;
      proxy_buffering on;
      proxy_cache answers;
      proxy_cache_key "$gateway_client $http_host $request_uri{{ if .Values.gateway.cache.credentials }} $gateway_authorization $http_cookie{{ end }}";
      proxy_cache_valid 200 {{ int64 .Values.gateway.cache.seconds }}s;
      proxy_cache_lock on;
      proxy_no_cache $gateway_uncached;
      add_header X-Cache $upstream_cache_status always;
    }
    {{- end }}
    {{- if .Values.gateway.apiKeys.enabled }}
    location @refused {
      default_type application/json;
      add_header WWW-Authenticate Bearer always;
      return 401 '{"error":"unauthorized","message":"$gateway_refusal"}';
    }
    {{- end }}
    {{- if .Values.gateway.rateLimit.requestsPerSecond }}
    location @limited {
      default_type application/json;
      add_header Retry-After 1 always;
      return 429 '{"error":"too_many_requests","message":"More than {{ int64 .Values.gateway.rateLimit.requestsPerSecond }} requests per second; try again."}';
    }
    {{- end }}
    location @away {
      default_type application/json;
      return 502 '{"error":"bad_gateway","message":"The application does not answer."}';
    }
    location @late {
      default_type application/json;
      return 504 '{"error":"gateway_timeout","message":"The application did not answer in time."}';
    }
  }

  server {
    listen 8901;
    include /tmp/listen-8901.conf;
    access_log off;
    location = /metrics {
      default_type "text/plain; version=0.0.4";
      # Not yet there in the first moments.
      log_not_found off;
      alias /tmp/metrics/metrics;
    }
    location = /healthz {
      return 204;
    }
    location / {
      return 404;
    }
  }
}
{{- end }}

{{/* Whether anybody looks at the metrics of the gateway of main. */}}
{{- define "mlflow.main.gatewayWatched" -}}
{{- if or .Values.gateway.metrics.serviceMonitor .Values.gateway.metrics.annotations (and .Values.gateway.metrics.auto .Values.global.monitoring.operator) (include "mlflow.main.gatewayScraped" .) }}true{{ end }}
{{- end }}
{{/* Containers of the operator; their security context is ours. */}}
{{- define "mlflow.extraContainers" -}}
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
