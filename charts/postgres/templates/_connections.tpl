{{/* Environment variables of the connection s3. */}}
{{- define "postgres.connections.s3.env" -}}
{{- $s3SecretName := include "postgres.connections.s3.secretName" . -}}
{{- if $s3SecretName }}
- name: RCLONE_CONFIG_STORE_ACCESS_KEY_ID
  valueFrom:
    secretKeyRef:
      name: {{ $s3SecretName | quote }}
      key: {{ include "postgres.connections.s3.usernameKey" . | quote }}
- name: RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY
  valueFrom:
    secretKeyRef:
      name: {{ $s3SecretName | quote }}
      key: {{ include "postgres.connections.s3.secretKey" . | quote }}
{{- end }}
- name: RCLONE_CONFIG_STORE_ENDPOINT
  value: {{ include "postgres.connections.s3.url" . | quote }}
- name: RCLONE_CONFIG_STORE_REGION
  value: {{ include "postgres.connections.s3.region" . | quote }}
- name: BUCKET
  value: {{ include "postgres.connections.s3.bucket" . | quote }}
{{- end }}

{{/* Secret with the access key of the connection s3; empty for none. */}}
{{- define "postgres.connections.s3.secretName" -}}
{{- $via := include "postgres.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.existingSecret }}
{{- else if eq $via "external" }}
{{- $existing := .Values.global.members.minio.external.existingSecret }}
{{- with index .Values.global.members.minio.external.clients "postgres" }}
{{- $existing = .existingSecret | default $existing }}
{{- end }}
{{- $existing }}
{{- else if $via }}
{{- include "postgres.connections.s3.fullname" . }}-postgres
{{- end }}
{{- end }}

{{/* Key of the access key id. */}}
{{- define "postgres.connections.s3.usernameKey" -}}
{{- $via := include "postgres.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.usernameKey }}
{{- else if eq $via "external" }}
{{- $key := "postgres-username" }}
{{- with index .Values.global.members.minio.external.clients "postgres" }}
{{- $key = .usernameKey | default $key }}
{{- end }}
{{- $key }}
{{- else }}username
{{- end }}
{{- end }}

{{/* Key of the secret access key. */}}
{{- define "postgres.connections.s3.secretKey" -}}
{{- $via := include "postgres.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.secretKey }}
{{- else if eq $via "external" }}
{{- $key := "postgres-password" }}
{{- with index .Values.global.members.minio.external.clients "postgres" }}
{{- $key = .passwordKey | default $key }}
{{- end }}
{{- $key }}
{{- else }}password
{{- end }}
{{- end }}

{{/* Scheme of the connection s3: https for a name outside the cluster, where values do not say it. */}}
{{- define "postgres.connections.s3.scheme" -}}
{{- $via := include "postgres.connections.s3.via" . }}
{{- $outside := and (regexMatch "[a-z]$" (include "postgres.connections.s3.host" .)) (eq (include "postgres.connections.s3.clientLabel" .) "") }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.scheme | default (ternary "https" "http" $outside) }}
{{- else if eq $via "external" }}
{{- .Values.global.members.minio.external.scheme | default (ternary "https" "http" $outside) }}
{{- else if eq $via "member" }}
{{- ternary "https" "http" .Values.global.members.minio.tls }}
{{- else }}http
{{- end }}
{{- end }}

{{/* URL of the store of the connection s3. */}}
{{- define "postgres.connections.s3.url" -}}
{{ include "postgres.connections.s3.scheme" . }}://{{ include "postgres.connections.s3.host" . }}:{{ include "postgres.connections.s3.port" . }}
{{- end }}

{{/* Bucket of the connection s3. */}}
{{- define "postgres.connections.s3.bucket" -}}
{{- .Values.connections.s3.bucket | default "postgres-backup" }}
{{- end }}

{{/* Region for which requests of the connection s3 are signed. */}}
{{- define "postgres.connections.s3.region" -}}
{{- if eq (include "postgres.connections.s3.via" .) "external" }}
{{- .Values.global.members.minio.external.region }}
{{- else }}
{{- .Values.connections.s3.region }}
{{- end }}
{{- end }}

{{/* Secret with the CA certificate of the connection s3; empty for none. */}}
{{- define "postgres.connections.s3.caSecret" -}}
{{- $via := include "postgres.connections.s3.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.s3.caSecret | default .Values.global.members.minio.caSecret }}
{{- else if $via }}
{{- .Values.connections.s3.caSecret }}
{{- end }}
{{- end }}

{{/* Volume with the CA certificate of the connection s3. */}}
{{- define "postgres.connections.s3.caVolume" -}}
- name: ca-s3
  secret:
    secretName: {{ include "postgres.connections.s3.caSecret" . | quote }}
    items:
      - key: {{ .Values.connections.s3.caKey | quote }}
        path: ca.crt
{{- end }}

{{/* What the connection s3 leads to: value, member, external; empty for nothing. */}}
{{- define "postgres.connections.s3.via" -}}
{{- if and (eq .Values.backup.destination "s3") (or .Values.backup.enabled .Values.restore.id) }}
{{- if .Values.connections.s3.host }}value
{{- else if .Values.global.members.minio.enabled }}member
{{- else if .Values.global.members.minio.external.host }}external
{{- end }}
{{- end }}
{{- end }}

{{/* Name of the objects of minio in this release. */}}
{{- define "postgres.connections.s3.fullname" -}}
{{- include "postgres.releaseName" (dict "release" .Release.Name "name" "minio" "reserve" 10) }}
{{- end }}

{{/* Host of the connection s3. */}}
{{- define "postgres.connections.s3.host" -}}
{{- $via := include "postgres.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.minio.external.host }}
{{- else }}
{{- include "postgres.connections.s3.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection s3. */}}
{{- define "postgres.connections.s3.port" -}}
{{- $via := include "postgres.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.port | default (ternary 443 9000 (eq (include "postgres.connections.s3.scheme" .) "https")) }}
{{- else if eq $via "external" }}
{{- .Values.global.members.minio.external.port | default (ternary 443 9000 (eq (include "postgres.connections.s3.scheme" .) "https")) }}
{{- else }}
{{- 9000 }}
{{- end }}
{{- end }}

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
{{- define "postgres.connections.s3.clientLabel" -}}
{{- $via := include "postgres.connections.s3.via" . }}
{{- if eq $via "member" }}
{{- include "postgres.connections.s3.fullname" . }}-client
{{- else if $via }}
{{- $host := include "postgres.connections.s3.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to s3. */}}
{{- define "postgres.connections.s3.egress" -}}
{{- $via := include "postgres.connections.s3.via" . }}
{{- if eq $via "member" }}
- to:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: minio
          app.kubernetes.io/instance: {{ .Release.Name | quote }}
          app.kubernetes.io/component: main
  ports:
    - port: 9000
      protocol: TCP
    - port: 8900
      protocol: TCP
{{- else if and $via (or .Values.connections.s3.cidrs .Values.networkPolicy.externalCidrs) }}
- to:
    {{- $cidrs := .Values.connections.s3.cidrs | default .Values.networkPolicy.externalCidrs }}
    {{- include "postgres.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "postgres.connections.s3.port" . }}
      protocol: TCP
    {{- if include "postgres.connections.s3.clientLabel" . }}
    - port: 8900
      protocol: TCP
    {{- end }}
{{- end }}
{{- end }}

{{/* Environment variables of several containers: connections. */}}
{{- define "postgres.environment.connections" -}}
{{- if include "postgres.secretName" (dict "root" . "key" "password") }}
- name: PGPASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ include "postgres.secretName" (dict "root" . "key" "password") | quote }}
      key: {{ include "postgres.secretKey" (dict "root" . "key" "password") | quote }}
{{- end }}
{{- if include "postgres.connections.s3.via" . }}
{{- include "postgres.connections.s3.env" . | trim | nindent 0 }}
{{- end }}
{{- if include "postgres.connections.s3.caSecret" . }}
- name: RCLONE_CA_CERT
  value: /etc/connections/s3/ca.crt
{{- end }}
{{- end }}

{{/* Egress rules of several pods: connections. */}}
{{- define "postgres.egress.connections" -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "postgres.selectorLabels" . | nindent 10 }}
          app.kubernetes.io/component: main
  ports:
    - port: 5432
      protocol: TCP
{{- end }}
