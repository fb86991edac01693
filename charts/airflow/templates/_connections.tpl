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
{{- else }}
{{- include "airflow.connections.postgres.username" . }}
{{- end }}
{{- end }}

{{/* How the connection postgres uses TLS. */}}
{{- define "airflow.connections.postgres.sslMode" -}}
{{- $via := include "airflow.connections.postgres.via" . }}
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
{{- if and (include "airflow.connections.postgres.caSecret" .) (has $mode (list "allow" "prefer" "require")) }}
{{- $mode = "verify-full" }}
{{- end }}
{{- $mode }}
{{- end }}

{{/* Secret with the authority of the connection postgres; empty for none. */}}
{{- define "airflow.connections.postgres.caSecret" -}}
{{- $via := include "airflow.connections.postgres.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.postgres.caSecret | default .Values.global.members.postgres.caSecret }}
{{- else if $via }}
{{- .Values.connections.postgres.caSecret }}
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
{{- if and (include "airflow.connections.redis.caSecret" .) (eq (include "airflow.connections.redis.scheme" .) "rediss") }}?ssl_ca_certs=/etc/connections/redis/ca.crt{{ end }}
{{- end }}

{{/* Secret with the authority of the connection redis; empty for none. */}}
{{- define "airflow.connections.redis.caSecret" -}}
{{- $via := include "airflow.connections.redis.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.redis.caSecret | default .Values.global.members.redis.caSecret }}
{{- else if $via }}
{{- .Values.connections.redis.caSecret }}
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

{{/* Secret with the authority of the connection s3; empty for none. */}}
{{- define "airflow.connections.s3.caSecret" -}}
{{- $via := include "airflow.connections.s3.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.s3.caSecret | default .Values.global.members.minio.caSecret }}
{{- else if $via }}
{{- .Values.connections.s3.caSecret }}
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
