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

{{/* Secret with the authority of the connection postgres; empty for none. */}}
{{- define "mlflow.connections.postgres.caSecret" -}}
{{- $via := include "mlflow.connections.postgres.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.postgres.caSecret | default .Values.global.members.postgres.caSecret }}
{{- else if $via }}
{{- .Values.connections.postgres.caSecret }}
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

{{/* Secret with the authority of the connection s3; empty for none. */}}
{{- define "mlflow.connections.s3.caSecret" -}}
{{- $via := include "mlflow.connections.s3.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.s3.caSecret | default .Values.global.members.minio.caSecret }}
{{- else if $via }}
{{- .Values.connections.s3.caSecret }}
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
