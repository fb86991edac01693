{{/* Base URL of the connection prometheus. */}}
{{- define "fastapi.connections.prometheus.url" -}}
{{- $via := include "fastapi.connections.prometheus.via" . }}
{{- $scheme := "http" }}
{{- $path := "" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.prometheus.scheme }}
{{- $path = .Values.connections.prometheus.path }}
{{- else if eq $via "external" }}
{{- $scheme = .Values.global.members.prometheus.external.scheme }}
{{- $path = .Values.global.members.prometheus.external.path }}
{{- end }}
{{- $scheme }}://{{ include "fastapi.connections.prometheus.host" . }}:{{ include "fastapi.connections.prometheus.port" . }}{{ $path }}
{{- end }}

{{/* Where the connection prometheus leads: value, bundled, member, external, or nowhere. */}}
{{- define "fastapi.connections.prometheus.via" -}}
{{- if not (and (eq .Values.rollout.mode "canary") (or .Values.jury.enabled .Values.rollout.canary.argo.enabled)) }}
{{- else if .Values.connections.prometheus.host }}value
{{- else if .Values.global.members.prometheus.enabled }}member
{{- else if .Values.global.members.prometheus.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of prometheus in this release. */}}
{{- define "fastapi.connections.prometheus.fullname" -}}
{{- include "fastapi.releaseName" (dict "release" .Release.Name "name" "prometheus" "reserve" 5) }}
{{- end }}

{{/* Host of the connection prometheus. */}}
{{- define "fastapi.connections.prometheus.host" -}}
{{- $via := include "fastapi.connections.prometheus.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.prometheus.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.prometheus.external.host }}
{{- else }}
{{- include "fastapi.connections.prometheus.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection prometheus. */}}
{{- define "fastapi.connections.prometheus.port" -}}
{{- $via := include "fastapi.connections.prometheus.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.prometheus.port }}
{{- else if eq $via "external" }}
{{- .Values.global.members.prometheus.external.port }}
{{- else }}
{{- 9090 }}
{{- end }}
{{- end }}

{{/* Label that lets pods in at the other end; empty for a host outside the cluster. */}}
{{- define "fastapi.connections.prometheus.clientLabel" -}}
{{- $via := include "fastapi.connections.prometheus.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "fastapi.connections.prometheus.fullname" . }}-client
{{- else if $via }}
{{- $host := include "fastapi.connections.prometheus.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Secret with the password of the connection redis; empty for none. */}}
{{- define "fastapi.connections.redis.secretName" -}}
{{- $via := include "fastapi.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.existingSecret }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.existingSecret }}
{{- else if eq $via "bundled" }}
{{- .Values.redis.secrets.existingSecret | default (include "fastapi.connections.redis.fullname" .) }}
{{- else }}
{{- include "fastapi.connections.redis.fullname" . }}
{{- end }}
{{- end }}

{{/* Key of that password. */}}
{{- define "fastapi.connections.redis.secretKey" -}}
{{- $via := include "fastapi.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.secretKey }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.secretKey }}
{{- else }}password
{{- end }}
{{- end }}

{{/* User of the connection redis; empty for the default one. */}}
{{- define "fastapi.connections.redis.username" -}}
{{- $via := include "fastapi.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.username }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.username }}
{{- end }}
{{- end }}

{{/* Scheme of the connection redis: rediss for TLS. */}}
{{- define "fastapi.connections.redis.scheme" -}}
{{- $via := include "fastapi.connections.redis.via" . }}
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
{{- define "fastapi.connections.redis.url" -}}
{{- include "fastapi.connections.redis.scheme" . }}://
{{- if include "fastapi.connections.redis.secretName" . }}{{ include "fastapi.connections.redis.username" . }}:$(REDIS_PASSWORD)@{{ end }}
{{- include "fastapi.connections.redis.host" . }}:{{ include "fastapi.connections.redis.port" . }}/{{ int64 .Values.connections.redis.database }}
{{- if and (include "fastapi.connections.redis.caSecret" .) (eq (include "fastapi.connections.redis.scheme" .) "rediss") }}?ssl_ca_certs=/etc/connections/redis/ca.crt{{ end }}
{{- end }}

{{/* Secret with the authority of the connection redis; empty for none. */}}
{{- define "fastapi.connections.redis.caSecret" -}}
{{- $via := include "fastapi.connections.redis.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.redis.caSecret | default .Values.global.members.redis.caSecret }}
{{- else if $via }}
{{- .Values.connections.redis.caSecret }}
{{- end }}
{{- end }}

{{/* Where the connection redis leads: value, bundled, member, external, or nowhere. */}}
{{- define "fastapi.connections.redis.via" -}}
{{- if .Values.connections.redis.host }}value
{{- else if .Values.redis.enabled }}bundled
{{- else if .Values.global.members.redis.enabled }}member
{{- else if .Values.global.members.redis.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of redis in this release. */}}
{{- define "fastapi.connections.redis.fullname" -}}
{{- $name := "redis" }}
{{- if eq (include "fastapi.connections.redis.via" .) "bundled" }}
{{- $name = .Values.redis.nameOverride | default $name }}
{{- end }}
{{- if and (eq (include "fastapi.connections.redis.via" .) "bundled") .Values.redis.fullnameOverride }}
{{- .Values.redis.fullnameOverride }}
{{- else }}
{{- include "fastapi.releaseName" (dict "release" .Release.Name "name" $name "reserve" 5) }}
{{- end }}
{{- end }}

{{/* Host of the connection redis. */}}
{{- define "fastapi.connections.redis.host" -}}
{{- $via := include "fastapi.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.host }}
{{- else }}
{{- include "fastapi.connections.redis.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection redis. */}}
{{- define "fastapi.connections.redis.port" -}}
{{- $via := include "fastapi.connections.redis.via" . }}
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
{{- define "fastapi.connections.redis.clientLabel" -}}
{{- $via := include "fastapi.connections.redis.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "fastapi.connections.redis.fullname" . }}-client
{{- else if $via }}
{{- $host := include "fastapi.connections.redis.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Secret with the password of the connection postgres; empty for none. */}}
{{- define "fastapi.connections.postgres.secretName" -}}
{{- $via := include "fastapi.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.existingSecret }}
{{- else if eq $via "external" }}
{{- .Values.global.members.postgres.external.existingSecret }}
{{- else if $via }}
{{- $existing := "" }}
{{- if eq $via "bundled" }}
{{- $existing = .Values.postgres.clients.fastapi.existingSecret }}
{{- end }}
{{- $existing | default (printf "%s-fastapi" (include "fastapi.connections.postgres.fullname" .)) }}
{{- end }}
{{- end }}

{{/* Key of that password. */}}
{{- define "fastapi.connections.postgres.secretKey" -}}
{{- $via := include "fastapi.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.secretKey }}
{{- else if eq $via "external" }}fastapi-password
{{- else if eq $via "bundled" }}
{{- .Values.postgres.clients.fastapi.passwordKey | default "password" }}
{{- else }}password
{{- end }}
{{- end }}

{{/* User of the connection postgres. */}}
{{- define "fastapi.connections.postgres.username" -}}
{{- if eq (include "fastapi.connections.postgres.via" .) "value" }}
{{- .Values.connections.postgres.username | default "fastapi" }}
{{- else if eq (include "fastapi.connections.postgres.via" .) "bundled" }}
{{- .Values.postgres.clients.fastapi.username | default "fastapi" }}
{{- else }}fastapi
{{- end }}
{{- end }}

{{/* Database of the connection postgres. */}}
{{- define "fastapi.connections.postgres.database" -}}
{{- if eq (include "fastapi.connections.postgres.via" .) "value" }}
{{- .Values.connections.postgres.database | default "fastapi" }}
{{- else }}
{{- include "fastapi.connections.postgres.username" . }}
{{- end }}
{{- end }}

{{/* How the connection postgres uses TLS. */}}
{{- define "fastapi.connections.postgres.sslMode" -}}
{{- $via := include "fastapi.connections.postgres.via" . }}
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
{{- if and (include "fastapi.connections.postgres.caSecret" .) (has $mode (list "allow" "prefer" "require")) }}
{{- $mode = "verify-full" }}
{{- end }}
{{- $mode }}
{{- end }}

{{/* User and password as they stand in a URL; Kubernetes puts the password in. */}}
{{- define "fastapi.connections.postgres.credentials" -}}
{{- include "fastapi.connections.postgres.username" . }}
{{- if include "fastapi.connections.postgres.secretName" . }}:$(POSTGRES_PASSWORD){{ end }}
{{- end }}

{{/* URL of the connection postgres. */}}
{{- define "fastapi.connections.postgres.url" -}}
postgresql://{{ include "fastapi.connections.postgres.credentials" . }}@{{ include "fastapi.connections.postgres.host" . }}:{{ include "fastapi.connections.postgres.port" . }}/{{ include "fastapi.connections.postgres.database" . }}?sslmode={{ include "fastapi.connections.postgres.sslMode" . }}
{{- if include "fastapi.connections.postgres.caSecret" . }}&sslrootcert=/etc/connections/postgres/ca.crt{{ end }}
{{- end }}

{{/* Secret with the authority of the connection postgres; empty for none. */}}
{{- define "fastapi.connections.postgres.caSecret" -}}
{{- $via := include "fastapi.connections.postgres.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.postgres.caSecret | default .Values.global.members.postgres.caSecret }}
{{- else if $via }}
{{- .Values.connections.postgres.caSecret }}
{{- end }}
{{- end }}

{{/* Where the connection postgres leads: value, bundled, member, external, or nowhere. */}}
{{- define "fastapi.connections.postgres.via" -}}
{{- if .Values.connections.postgres.host }}value
{{- else if .Values.postgres.enabled }}bundled
{{- else if .Values.global.members.postgres.enabled }}member
{{- else if .Values.global.members.postgres.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of postgres in this release. */}}
{{- define "fastapi.connections.postgres.fullname" -}}
{{- $name := "postgres" }}
{{- if eq (include "fastapi.connections.postgres.via" .) "bundled" }}
{{- $name = .Values.postgres.nameOverride | default $name }}
{{- end }}
{{- if and (eq (include "fastapi.connections.postgres.via" .) "bundled") .Values.postgres.fullnameOverride }}
{{- .Values.postgres.fullnameOverride }}
{{- else }}
{{- include "fastapi.releaseName" (dict "release" .Release.Name "name" $name "reserve" 13) }}
{{- end }}
{{- end }}

{{/* Host of the connection postgres. */}}
{{- define "fastapi.connections.postgres.host" -}}
{{- $via := include "fastapi.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.postgres.external.host }}
{{- else }}
{{- include "fastapi.connections.postgres.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection postgres. */}}
{{- define "fastapi.connections.postgres.port" -}}
{{- $via := include "fastapi.connections.postgres.via" . }}
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
{{- define "fastapi.connections.postgres.clientLabel" -}}
{{- $via := include "fastapi.connections.postgres.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "fastapi.connections.postgres.fullname" . }}-client
{{- else if $via }}
{{- $host := include "fastapi.connections.postgres.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Secret with the access key of the connection s3; empty for none. */}}
{{- define "fastapi.connections.s3.secretName" -}}
{{- $via := include "fastapi.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.existingSecret }}
{{- else if eq $via "external" }}
{{- .Values.global.members.minio.external.existingSecret }}
{{- else if $via }}
{{- include "fastapi.connections.s3.fullname" . }}-fastapi
{{- end }}
{{- end }}

{{/* Key of the access key id. */}}
{{- define "fastapi.connections.s3.usernameKey" -}}
{{- $via := include "fastapi.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.usernameKey }}
{{- else if eq $via "external" }}fastapi-username
{{- else }}username
{{- end }}
{{- end }}

{{/* Key of the secret access key. */}}
{{- define "fastapi.connections.s3.secretKey" -}}
{{- $via := include "fastapi.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.secretKey }}
{{- else if eq $via "external" }}fastapi-password
{{- else }}password
{{- end }}
{{- end }}

{{/* URL of the store of the connection s3. */}}
{{- define "fastapi.connections.s3.url" -}}
{{- $via := include "fastapi.connections.s3.via" . }}
{{- $scheme := "http" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.s3.scheme }}
{{- else if eq $via "external" }}
{{- $scheme = .Values.global.members.minio.external.scheme }}
{{- else if eq $via "member" }}
{{- $scheme = ternary "https" "http" .Values.global.members.minio.tls }}
{{- end }}
{{- $scheme }}://{{ include "fastapi.connections.s3.host" . }}:{{ include "fastapi.connections.s3.port" . }}
{{- end }}

{{/* Bucket of the connection s3. */}}
{{- define "fastapi.connections.s3.bucket" -}}
{{- .Values.connections.s3.bucket | default "fastapi" }}
{{- end }}

{{/* Region that requests of the connection s3 are signed for. */}}
{{- define "fastapi.connections.s3.region" -}}
{{- $via := include "fastapi.connections.s3.via" . }}
{{- if eq $via "external" }}
{{- .Values.global.members.minio.external.region }}
{{- else }}
{{- .Values.connections.s3.region }}
{{- end }}
{{- end }}

{{/* Secret with the authority of the connection s3; empty for none. */}}
{{- define "fastapi.connections.s3.caSecret" -}}
{{- $via := include "fastapi.connections.s3.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.s3.caSecret | default .Values.global.members.minio.caSecret }}
{{- else if $via }}
{{- .Values.connections.s3.caSecret }}
{{- end }}
{{- end }}

{{/* Where the connection s3 leads: value, bundled, member, external, or nowhere. */}}
{{- define "fastapi.connections.s3.via" -}}
{{- if .Values.connections.s3.host }}value
{{- else if .Values.global.members.minio.enabled }}member
{{- else if .Values.global.members.minio.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of minio in this release. */}}
{{- define "fastapi.connections.s3.fullname" -}}
{{- include "fastapi.releaseName" (dict "release" .Release.Name "name" "minio" "reserve" 10) }}
{{- end }}

{{/* Host of the connection s3. */}}
{{- define "fastapi.connections.s3.host" -}}
{{- $via := include "fastapi.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.minio.external.host }}
{{- else }}
{{- include "fastapi.connections.s3.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection s3. */}}
{{- define "fastapi.connections.s3.port" -}}
{{- $via := include "fastapi.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.port }}
{{- else if eq $via "external" }}
{{- .Values.global.members.minio.external.port }}
{{- else }}
{{- 9000 }}
{{- end }}
{{- end }}

{{/* Label that lets pods in at the other end; empty for a host outside the cluster. */}}
{{- define "fastapi.connections.s3.clientLabel" -}}
{{- $via := include "fastapi.connections.s3.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "fastapi.connections.s3.fullname" . }}-client
{{- else if $via }}
{{- $host := include "fastapi.connections.s3.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Base URL of the connection mlflow. */}}
{{- define "fastapi.connections.mlflow.url" -}}
{{- $via := include "fastapi.connections.mlflow.via" . }}
{{- $scheme := "http" }}
{{- $path := "" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.mlflow.scheme }}
{{- $path = .Values.connections.mlflow.path }}
{{- else if eq $via "external" }}
{{- $scheme = .Values.global.members.mlflow.external.scheme }}
{{- $path = .Values.global.members.mlflow.external.path }}
{{- end }}
{{- $scheme }}://{{ include "fastapi.connections.mlflow.host" . }}:{{ include "fastapi.connections.mlflow.port" . }}{{ $path }}
{{- end }}

{{/* Secret with the authority of the connection mlflow; empty for none. */}}
{{- define "fastapi.connections.mlflow.caSecret" -}}
{{- $via := include "fastapi.connections.mlflow.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.mlflow.caSecret | default .Values.global.members.mlflow.caSecret }}
{{- else if $via }}
{{- .Values.connections.mlflow.caSecret }}
{{- end }}
{{- end }}

{{/* Where the connection mlflow leads: value, bundled, member, external, or nowhere. */}}
{{- define "fastapi.connections.mlflow.via" -}}
{{- if .Values.connections.mlflow.host }}value
{{- else if .Values.global.members.mlflow.enabled }}member
{{- else if .Values.global.members.mlflow.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of mlflow in this release. */}}
{{- define "fastapi.connections.mlflow.fullname" -}}
{{- include "fastapi.releaseName" (dict "release" .Release.Name "name" "mlflow" "reserve" 11) }}
{{- end }}

{{/* Host of the connection mlflow. */}}
{{- define "fastapi.connections.mlflow.host" -}}
{{- $via := include "fastapi.connections.mlflow.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.mlflow.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.mlflow.external.host }}
{{- else }}
{{- include "fastapi.connections.mlflow.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection mlflow. */}}
{{- define "fastapi.connections.mlflow.port" -}}
{{- $via := include "fastapi.connections.mlflow.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.mlflow.port }}
{{- else if eq $via "external" }}
{{- .Values.global.members.mlflow.external.port }}
{{- else }}
{{- 5000 }}
{{- end }}
{{- end }}

{{/* Label that lets pods in at the other end; empty for a host outside the cluster. */}}
{{- define "fastapi.connections.mlflow.clientLabel" -}}
{{- $via := include "fastapi.connections.mlflow.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "fastapi.connections.mlflow.fullname" . }}-client
{{- else if $via }}
{{- $host := include "fastapi.connections.mlflow.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Base URL of the connection jaeger. */}}
{{- define "fastapi.connections.jaeger.url" -}}
{{- $via := include "fastapi.connections.jaeger.via" . }}
{{- $scheme := "http" }}
{{- $path := "" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.jaeger.scheme }}
{{- $path = .Values.connections.jaeger.path }}
{{- else if eq $via "external" }}
{{- $scheme = .Values.global.members.jaeger.external.scheme }}
{{- $path = .Values.global.members.jaeger.external.path }}
{{- end }}
{{- $scheme }}://{{ include "fastapi.connections.jaeger.host" . }}:{{ include "fastapi.connections.jaeger.port" . }}{{ $path }}
{{- end }}

{{/* Secret with the authority of the connection jaeger; empty for none. */}}
{{- define "fastapi.connections.jaeger.caSecret" -}}
{{- $via := include "fastapi.connections.jaeger.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.jaeger.caSecret | default .Values.global.members.jaeger.caSecret }}
{{- else if $via }}
{{- .Values.connections.jaeger.caSecret }}
{{- end }}
{{- end }}

{{/* Where the connection jaeger leads: value, bundled, member, external, or nowhere. */}}
{{- define "fastapi.connections.jaeger.via" -}}
{{- if .Values.connections.jaeger.host }}value
{{- else if .Values.global.members.jaeger.enabled }}member
{{- else if .Values.global.members.jaeger.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of jaeger in this release. */}}
{{- define "fastapi.connections.jaeger.fullname" -}}
{{- include "fastapi.releaseName" (dict "release" .Release.Name "name" "jaeger" "reserve" 5) }}
{{- end }}

{{/* Host of the connection jaeger. */}}
{{- define "fastapi.connections.jaeger.host" -}}
{{- $via := include "fastapi.connections.jaeger.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.jaeger.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.jaeger.external.host }}
{{- else }}
{{- include "fastapi.connections.jaeger.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection jaeger. */}}
{{- define "fastapi.connections.jaeger.port" -}}
{{- $via := include "fastapi.connections.jaeger.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.jaeger.port }}
{{- else if eq $via "external" }}
{{- .Values.global.members.jaeger.external.port }}
{{- else }}
{{- 4318 }}
{{- end }}
{{- end }}

{{/* Label that lets pods in at the other end; empty for a host outside the cluster. */}}
{{- define "fastapi.connections.jaeger.clientLabel" -}}
{{- $via := include "fastapi.connections.jaeger.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "fastapi.connections.jaeger.fullname" . }}-client
{{- else if $via }}
{{- $host := include "fastapi.connections.jaeger.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}
