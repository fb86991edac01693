{{/* Name of a release of a chart: the release is cut and hashed where the longest object name would not fit. */}}
{{- define "airflow.releaseName" -}}
{{- $limit := sub (sub 51 (len .name)) .reserve | int }}
{{- if gt (len .release) $limit }}
{{- printf "%s-%s" (.release | trunc (sub $limit 6 | int) | trimSuffix "-") (.release | sha256sum | trunc 5) }}
{{- else }}
{{- .release }}
{{- end }}-{{ .name }}
{{- end }}

{{/* Name of the objects of this chart. */}}
{{- define "airflow.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride }}
{{- else }}
{{- include "airflow.releaseName" (dict "release" .Release.Name "name" (.Values.nameOverride | default "airflow") "reserve" 14) }}
{{- end }}
{{- end }}

{{/* Labels that select pods; they never change. */}}
{{- define "airflow.selectorLabels" -}}
app.kubernetes.io/name: airflow
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end }}

{{/* Labels of every object. */}}
{{- define "airflow.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "airflow.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.labels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Full reference of an image; the built-in digest holds for the built-in tag. */}}
{{- define "airflow.imageReference" -}}
{{- $tag := .image.tag | default .tag }}
{{- with .global.imageRegistry | default .image.registry }}{{ . }}/{{ end }}
{{- .image.repository }}:{{ $tag }}
{{- if .image.digest }}@{{ .image.digest }}
{{- else if and .digest (eq $tag .tag) }}@{{ .digest }}
{{- end }}
{{- end }}

{{/* Image of the application. */}}
{{- define "airflow.image" -}}
{{- $tag := "3.3.2-python3.12" }}
{{- $digest := "sha256:9df9c8be4096b9cc626bd7cb1f2b8c712eef66c59c615f8c7e6200871ca10bd1" }}
{{- if eq .Values.image.tag "2.7.1" }}
{{- $tag = "2.7.1" }}
{{- $digest = "sha256:627435cb2fd0f32fcf4edb3f27039bf151926bbf13c7ff4c9a3e5bcf13aef632" }}
{{- end }}
{{- include "airflow.imageReference" (dict "image" .Values.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the workload statsd. */}}
{{- define "airflow.statsd.image" -}}
{{- $tag := "v0.30.0" }}
{{- $digest := "sha256:378cb79c4ac7d6941e5ed71b1f3cd6f4707cf42c72c104ffe81fa4d9026ef659" }}
{{- include "airflow.imageReference" (dict "image" .Values.statsd.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the toolbox. */}}
{{- define "airflow.toolbox.image" -}}
{{- $tag := "1.38.0" }}
{{- $digest := "sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e" }}
{{- include "airflow.imageReference" (dict "image" .Values.toolbox.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of postgresClient. */}}
{{- define "airflow.postgresClient.image" -}}
{{- $tag := "18.6" }}
{{- $digest := "sha256:74935e72241653ca55e0414067e6d8763aceb8a810eb51b452253ec3dcfc4336" }}
{{- include "airflow.imageReference" (dict "image" .Values.postgresClient.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of s3Client. */}}
{{- define "airflow.s3Client.image" -}}
{{- $tag := "8.22.0" }}
{{- $digest := "sha256:58adaa4e8dca9c988bae2aba4ab3434a0bb2da16bbe3f92dec39ec7785166777" }}
{{- include "airflow.imageReference" (dict "image" .Values.s3Client.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of gitSync. */}}
{{- define "airflow.gitSync.image" -}}
{{- $tag := "v4.7.1" }}
{{- $digest := "sha256:c5e1976da735bf0b53979f079a07475d77174c51863cd084e928ff6074480717" }}
{{- include "airflow.imageReference" (dict "image" .Values.gitSync.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Name of the account of the pods. */}}
{{- define "airflow.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- .Values.serviceAccount.name | default (include "airflow.fullname" .) }}
{{- else }}
{{- .Values.serviceAccount.name | default "default" }}
{{- end }}
{{- end }}
{{/* Name of the Secret with the confidential values. */}}
{{- define "airflow.secretName" -}}
{{- .Values.secrets.existingSecret | default (include "airflow.fullname" .) }}
{{- end }}
{{/* Secret with the password of the connection postgres; empty for none. */}}
{{- define "airflow.connections.postgres.secretName" -}}
{{- $via := include "airflow.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.existingSecret }}
{{- else if eq $via "external" }}
{{- .Values.global.members.postgres.external.existingSecret }}
{{- else if $via }}
{{- $existing := "" }}
{{- if eq $via "bundled" }}
{{- $existing = .Values.postgres.clients.airflow.existingSecret }}
{{- end }}
{{- $existing | default (printf "%s-airflow" (include "airflow.connections.postgres.fullname" .)) }}
{{- end }}
{{- end }}

{{/* Key of that password. */}}
{{- define "airflow.connections.postgres.secretKey" -}}
{{- $via := include "airflow.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.secretKey }}
{{- else if eq $via "external" }}airflow-password
{{- else if eq $via "bundled" }}
{{- .Values.postgres.clients.airflow.passwordKey | default "password" }}
{{- else }}password
{{- end }}
{{- end }}

{{/* User of the connection postgres. */}}
{{- define "airflow.connections.postgres.username" -}}
{{- if eq (include "airflow.connections.postgres.via" .) "value" }}
{{- .Values.connections.postgres.username | default "airflow" }}
{{- else if eq (include "airflow.connections.postgres.via" .) "bundled" }}
{{- .Values.postgres.clients.airflow.username | default "airflow" }}
{{- else }}airflow
{{- end }}
{{- end }}

{{/* Database of the connection postgres. */}}
{{- define "airflow.connections.postgres.database" -}}
{{- if eq (include "airflow.connections.postgres.via" .) "value" }}
{{- .Values.connections.postgres.database | default "airflow" }}
{{- else if eq (include "airflow.connections.postgres.via" .) "bundled" }}
{{- .Values.postgres.clients.airflow.username | default "airflow" }}
{{- else }}airflow
{{- end }}
{{- end }}

{{/* How the connection postgres uses TLS. */}}
{{- define "airflow.connections.postgres.sslMode" -}}
{{- $via := include "airflow.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.sslMode }}
{{- else if eq $via "external" }}
{{- .Values.global.members.postgres.external.sslMode }}
{{- else if eq $via "bundled" }}
{{- ternary "require" "prefer" .Values.postgres.tls.enabled }}
{{- else if eq $via "member" }}
{{- ternary "require" "prefer" .Values.global.members.postgres.tls }}
{{- else }}prefer
{{- end }}
{{- end }}
{{/* Secret with the password of the connection redis; empty for none. */}}
{{- define "airflow.connections.redis.secretName" -}}
{{- $via := include "airflow.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.existingSecret }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.existingSecret }}
{{- else if eq $via "bundled" }}
{{- .Values.redis.secrets.existingSecret | default (include "airflow.connections.redis.fullname" .) }}
{{- else }}
{{- include "airflow.connections.redis.fullname" . }}
{{- end }}
{{- end }}

{{/* Key of that password. */}}
{{- define "airflow.connections.redis.secretKey" -}}
{{- $via := include "airflow.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.secretKey }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.secretKey }}
{{- else }}password
{{- end }}
{{- end }}

{{/* User of the connection redis; empty for the default one. */}}
{{- define "airflow.connections.redis.username" -}}
{{- $via := include "airflow.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.username }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.username }}
{{- end }}
{{- end }}

{{/* Scheme of the connection redis: rediss for TLS. */}}
{{- define "airflow.connections.redis.scheme" -}}
{{- $via := include "airflow.connections.redis.via" . }}
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
{{- define "airflow.connections.redis.url" -}}
{{- include "airflow.connections.redis.scheme" . }}://
{{- if include "airflow.connections.redis.secretName" . }}{{ include "airflow.connections.redis.username" . }}:$(REDIS_PASSWORD)@{{ end }}
{{- include "airflow.connections.redis.host" . }}:{{ include "airflow.connections.redis.port" . }}/{{ int64 .Values.connections.redis.database }}
{{- end }}
{{/* Secret with the access key of the connection s3; empty for none. */}}
{{- define "airflow.connections.s3.secretName" -}}
{{- $via := include "airflow.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.existingSecret }}
{{- else if eq $via "external" }}
{{- .Values.global.members.minio.external.existingSecret }}
{{- else if $via }}
{{- $existing := "" }}
{{- if eq $via "bundled" }}
{{- $existing = .Values.minio.clients.airflow.existingSecret }}
{{- end }}
{{- $existing | default (printf "%s-airflow" (include "airflow.connections.s3.fullname" .)) }}
{{- end }}
{{- end }}

{{/* Key of the access key id. */}}
{{- define "airflow.connections.s3.usernameKey" -}}
{{- $via := include "airflow.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.usernameKey }}
{{- else if eq $via "external" }}airflow-username
{{- else }}username
{{- end }}
{{- end }}

{{/* Key of the secret access key. */}}
{{- define "airflow.connections.s3.secretKey" -}}
{{- $via := include "airflow.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.secretKey }}
{{- else if eq $via "external" }}airflow-password
{{- else if eq $via "bundled" }}
{{- .Values.minio.clients.airflow.passwordKey | default "password" }}
{{- else }}password
{{- end }}
{{- end }}

{{/* URL of the store of the connection s3. */}}
{{- define "airflow.connections.s3.url" -}}
{{- $via := include "airflow.connections.s3.via" . }}
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
{{- $scheme }}://{{ include "airflow.connections.s3.host" . }}:{{ include "airflow.connections.s3.port" . }}
{{- end }}

{{/* Bucket of the connection s3. */}}
{{- define "airflow.connections.s3.bucket" -}}
{{- .Values.connections.s3.bucket | default "airflow" }}
{{- end }}

{{/* Region that requests of the connection s3 are signed for. */}}
{{- define "airflow.connections.s3.region" -}}
{{- $via := include "airflow.connections.s3.via" . }}
{{- if eq $via "external" }}
{{- .Values.global.members.minio.external.region }}
{{- else }}
{{- .Values.connections.s3.region }}
{{- end }}
{{- end }}
{{/* Files of the workload main. */}}
{{- define "airflow.main.files" -}}
airflow.cfg: |
  {{- range $section, $options := .Values.config }}
  [{{ $section }}]
  {{- range $option, $value := $options }}
  {{ $option }} = {{ if kindIs "string" $value }}{{ $value | replace "%" "%%" }}{{ else }}{{ toJson $value }}{{ end }}
  {{- end }}
  {{ end }}
webserver_config.py: |
  {{- if .Values.webserverConfig }}
  {{- .Values.webserverConfig | nindent 2 }}
  {{- else }}
  from flask_appbuilder.const import AUTH_DB

  AUTH_TYPE = AUTH_DB
  WTF_CSRF_ENABLED = True
  {{- end }}
migrated.py: |
  {{- .Files.Get "files/migrated.py" | nindent 2 }}
alive.py: |
  {{- .Files.Get "files/alive.py" | nindent 2 }}
{{- end }}
{{/* Files of the workload scheduler. */}}
{{- define "airflow.scheduler.files" -}}
airflow.cfg: |
  {{- range $section, $options := .Values.config }}
  [{{ $section }}]
  {{- range $option, $value := $options }}
  {{ $option }} = {{ if kindIs "string" $value }}{{ $value | replace "%" "%%" }}{{ else }}{{ toJson $value }}{{ end }}
  {{- end }}
  {{ end }}
webserver_config.py: |
  {{- if .Values.webserverConfig }}
  {{- .Values.webserverConfig | nindent 2 }}
  {{- else }}
  from flask_appbuilder.const import AUTH_DB

  AUTH_TYPE = AUTH_DB
  WTF_CSRF_ENABLED = True
  {{- end }}
migrated.py: |
  {{- .Files.Get "files/migrated.py" | nindent 2 }}
alive.py: |
  {{- .Files.Get "files/alive.py" | nindent 2 }}
{{- end }}
{{/* Files of the workload dagProcessor. */}}
{{- define "airflow.dagProcessor.files" -}}
airflow.cfg: |
  {{- range $section, $options := .Values.config }}
  [{{ $section }}]
  {{- range $option, $value := $options }}
  {{ $option }} = {{ if kindIs "string" $value }}{{ $value | replace "%" "%%" }}{{ else }}{{ toJson $value }}{{ end }}
  {{- end }}
  {{ end }}
webserver_config.py: |
  {{- if .Values.webserverConfig }}
  {{- .Values.webserverConfig | nindent 2 }}
  {{- else }}
  from flask_appbuilder.const import AUTH_DB

  AUTH_TYPE = AUTH_DB
  WTF_CSRF_ENABLED = True
  {{- end }}
migrated.py: |
  {{- .Files.Get "files/migrated.py" | nindent 2 }}
alive.py: |
  {{- .Files.Get "files/alive.py" | nindent 2 }}
{{- end }}
{{/* Files of the workload triggerer. */}}
{{- define "airflow.triggerer.files" -}}
airflow.cfg: |
  {{- range $section, $options := .Values.config }}
  [{{ $section }}]
  {{- range $option, $value := $options }}
  {{ $option }} = {{ if kindIs "string" $value }}{{ $value | replace "%" "%%" }}{{ else }}{{ toJson $value }}{{ end }}
  {{- end }}
  {{ end }}
webserver_config.py: |
  {{- if .Values.webserverConfig }}
  {{- .Values.webserverConfig | nindent 2 }}
  {{- else }}
  from flask_appbuilder.const import AUTH_DB

  AUTH_TYPE = AUTH_DB
  WTF_CSRF_ENABLED = True
  {{- end }}
migrated.py: |
  {{- .Files.Get "files/migrated.py" | nindent 2 }}
alive.py: |
  {{- .Files.Get "files/alive.py" | nindent 2 }}
{{- end }}
{{/* Files of the workload worker. */}}
{{- define "airflow.worker.files" -}}
airflow.cfg: |
  {{- range $section, $options := .Values.config }}
  [{{ $section }}]
  {{- range $option, $value := $options }}
  {{ $option }} = {{ if kindIs "string" $value }}{{ $value | replace "%" "%%" }}{{ else }}{{ toJson $value }}{{ end }}
  {{- end }}
  {{ end }}
webserver_config.py: |
  {{- if .Values.webserverConfig }}
  {{- .Values.webserverConfig | nindent 2 }}
  {{- else }}
  from flask_appbuilder.const import AUTH_DB

  AUTH_TYPE = AUTH_DB
  WTF_CSRF_ENABLED = True
  {{- end }}
migrated.py: |
  {{- .Files.Get "files/migrated.py" | nindent 2 }}
alive.py: |
  {{- .Files.Get "files/alive.py" | nindent 2 }}
{{- end }}
{{/* Files of the workload task. */}}
{{- define "airflow.task.files" -}}
airflow.cfg: |
  {{- range $section, $options := .Values.config }}
  [{{ $section }}]
  {{- range $option, $value := $options }}
  {{ $option }} = {{ if kindIs "string" $value }}{{ $value | replace "%" "%%" }}{{ else }}{{ toJson $value }}{{ end }}
  {{- end }}
  {{ end }}
webserver_config.py: |
  {{- if .Values.webserverConfig }}
  {{- .Values.webserverConfig | nindent 2 }}
  {{- else }}
  from flask_appbuilder.const import AUTH_DB

  AUTH_TYPE = AUTH_DB
  WTF_CSRF_ENABLED = True
  {{- end }}
{{- end }}
{{/* Files of the workload statsd. */}}
{{- define "airflow.statsd.files" -}}
mapping.yaml: |
  {{- .Files.Get "files/mapping.yaml" | nindent 2 }}
{{- end }}
{{/* Files of the workload migrations. */}}
{{- define "airflow.migrations.files" -}}
airflow.cfg: |
  {{- range $section, $options := .Values.config }}
  [{{ $section }}]
  {{- range $option, $value := $options }}
  {{ $option }} = {{ if kindIs "string" $value }}{{ $value | replace "%" "%%" }}{{ else }}{{ toJson $value }}{{ end }}
  {{- end }}
  {{ end }}
webserver_config.py: |
  {{- if .Values.webserverConfig }}
  {{- .Values.webserverConfig | nindent 2 }}
  {{- else }}
  from flask_appbuilder.const import AUTH_DB

  AUTH_TYPE = AUTH_DB
  WTF_CSRF_ENABLED = True
  {{- end }}
migrated.py: |
  {{- .Files.Get "files/migrated.py" | nindent 2 }}
alive.py: |
  {{- .Files.Get "files/alive.py" | nindent 2 }}
{{- end }}
{{/* Files of the workload createUser. */}}
{{- define "airflow.createUser.files" -}}
airflow.cfg: |
  {{- range $section, $options := .Values.config }}
  [{{ $section }}]
  {{- range $option, $value := $options }}
  {{ $option }} = {{ if kindIs "string" $value }}{{ $value | replace "%" "%%" }}{{ else }}{{ toJson $value }}{{ end }}
  {{- end }}
  {{ end }}
webserver_config.py: |
  {{- if .Values.webserverConfig }}
  {{- .Values.webserverConfig | nindent 2 }}
  {{- else }}
  from flask_appbuilder.const import AUTH_DB

  AUTH_TYPE = AUTH_DB
  WTF_CSRF_ENABLED = True
  {{- end }}
migrated.py: |
  {{- .Files.Get "files/migrated.py" | nindent 2 }}
alive.py: |
  {{- .Files.Get "files/alive.py" | nindent 2 }}
{{- end }}
{{/* Files of the workload cleanup. */}}
{{- define "airflow.cleanup.files" -}}
airflow.cfg: |
  {{- range $section, $options := .Values.config }}
  [{{ $section }}]
  {{- range $option, $value := $options }}
  {{ $option }} = {{ if kindIs "string" $value }}{{ $value | replace "%" "%%" }}{{ else }}{{ toJson $value }}{{ end }}
  {{- end }}
  {{ end }}
webserver_config.py: |
  {{- if .Values.webserverConfig }}
  {{- .Values.webserverConfig | nindent 2 }}
  {{- else }}
  from flask_appbuilder.const import AUTH_DB

  AUTH_TYPE = AUTH_DB
  WTF_CSRF_ENABLED = True
  {{- end }}
migrated.py: |
  {{- .Files.Get "files/migrated.py" | nindent 2 }}
alive.py: |
  {{- .Files.Get "files/alive.py" | nindent 2 }}
{{- end }}
{{/* Port of the git server. */}}
{{- define "airflow.gitSync.port" -}}
{{- int64 .Values.gitSync.port | default (ternary 443 (ternary 80 22 (hasPrefix "http://" .Values.gitSync.repository)) (hasPrefix "https://" .Values.gitSync.repository)) }}
{{- end }}
{{/* What the controller of the Ingress of main must know, in its own words. */}}
{{- define "airflow.main.ingressAnnotations" -}}
{{- $name := include "airflow.fullname" . }}
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
{{- define "airflow.main.ingressPorts" -}}
{{- $ports := list }}
{{- range .Values.ingress.hosts }}
{{- range .paths }}
{{- $ports = append $ports (.port | default "http") }}
{{- end }}
{{- end }}
{{- join " " $ports }}
{{- end }}
{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "airflow.statsd.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "airflow.fullname" . }}-statsd"
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload statsd; empty for no. */}}
{{- define "airflow.statsd.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.statsd.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace shows the workload statsd; empty for no. */}}
{{- define "airflow.statsd.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.statsd.monitoring.auto $charted }}true
{{- end }}
{{- end }}
{{/* Where the connection postgres leads: value, bundled, member, external, or nowhere. */}}
{{- define "airflow.connections.postgres.via" -}}
{{- if .Values.connections.postgres.host }}value
{{- else if .Values.postgres.enabled }}bundled
{{- else if .Values.global.members.postgres.enabled }}member
{{- else if .Values.global.members.postgres.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of postgres in this release. */}}
{{- define "airflow.connections.postgres.fullname" -}}
{{- $name := "postgres" }}
{{- if eq (include "airflow.connections.postgres.via" .) "bundled" }}
{{- $name = .Values.postgres.nameOverride | default $name }}
{{- end }}
{{- if and (eq (include "airflow.connections.postgres.via" .) "bundled") .Values.postgres.fullnameOverride }}
{{- .Values.postgres.fullnameOverride }}
{{- else }}
{{- include "airflow.releaseName" (dict "release" .Release.Name "name" $name "reserve" 13) }}
{{- end }}
{{- end }}

{{/* Host of the connection postgres. */}}
{{- define "airflow.connections.postgres.host" -}}
{{- $via := include "airflow.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.postgres.external.host }}
{{- else }}
{{- include "airflow.connections.postgres.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection postgres. */}}
{{- define "airflow.connections.postgres.port" -}}
{{- $via := include "airflow.connections.postgres.via" . }}
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
{{- define "airflow.connections.postgres.clientLabel" -}}
{{- $via := include "airflow.connections.postgres.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "airflow.connections.postgres.fullname" . }}-client
{{- else if $via }}
{{- $host := include "airflow.connections.postgres.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}
{{/* Where the connection redis leads: value, bundled, member, external, or nowhere. */}}
{{- define "airflow.connections.redis.via" -}}
{{- if not (eq .Values.executor "CeleryExecutor") }}
{{- else if .Values.connections.redis.host }}value
{{- else if .Values.redis.enabled }}bundled
{{- else if .Values.global.members.redis.enabled }}member
{{- else if .Values.global.members.redis.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of redis in this release. */}}
{{- define "airflow.connections.redis.fullname" -}}
{{- $name := "redis" }}
{{- if eq (include "airflow.connections.redis.via" .) "bundled" }}
{{- $name = .Values.redis.nameOverride | default $name }}
{{- end }}
{{- if and (eq (include "airflow.connections.redis.via" .) "bundled") .Values.redis.fullnameOverride }}
{{- .Values.redis.fullnameOverride }}
{{- else }}
{{- include "airflow.releaseName" (dict "release" .Release.Name "name" $name "reserve" 5) }}
{{- end }}
{{- end }}

{{/* Host of the connection redis. */}}
{{- define "airflow.connections.redis.host" -}}
{{- $via := include "airflow.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.host }}
{{- else }}
{{- include "airflow.connections.redis.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection redis. */}}
{{- define "airflow.connections.redis.port" -}}
{{- $via := include "airflow.connections.redis.via" . }}
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
{{- define "airflow.connections.redis.clientLabel" -}}
{{- $via := include "airflow.connections.redis.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "airflow.connections.redis.fullname" . }}-client
{{- else if $via }}
{{- $host := include "airflow.connections.redis.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}
{{/* Where the connection s3 leads: value, bundled, member, external, or nowhere. */}}
{{- define "airflow.connections.s3.via" -}}
{{- if .Values.connections.s3.host }}value
{{- else if .Values.minio.enabled }}bundled
{{- else if .Values.global.members.minio.enabled }}member
{{- else if .Values.global.members.minio.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of minio in this release. */}}
{{- define "airflow.connections.s3.fullname" -}}
{{- $name := "minio" }}
{{- if eq (include "airflow.connections.s3.via" .) "bundled" }}
{{- $name = .Values.minio.nameOverride | default $name }}
{{- end }}
{{- if and (eq (include "airflow.connections.s3.via" .) "bundled") .Values.minio.fullnameOverride }}
{{- .Values.minio.fullnameOverride }}
{{- else }}
{{- include "airflow.releaseName" (dict "release" .Release.Name "name" $name "reserve" 10) }}
{{- end }}
{{- end }}

{{/* Host of the connection s3. */}}
{{- define "airflow.connections.s3.host" -}}
{{- $via := include "airflow.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.minio.external.host }}
{{- else }}
{{- include "airflow.connections.s3.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection s3. */}}
{{- define "airflow.connections.s3.port" -}}
{{- $via := include "airflow.connections.s3.via" . }}
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
{{- define "airflow.connections.s3.clientLabel" -}}
{{- $via := include "airflow.connections.s3.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "airflow.connections.s3.fullname" . }}-client
{{- else if $via }}
{{- $host := include "airflow.connections.s3.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}
{{/* Containers of the operator; their security context is ours. */}}
{{- define "airflow.extraContainers" -}}
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
