{{/* Container that holds a pod until postgres works; called with the root, seconds and resources. */}}
{{- define "airflow.connections.postgres.wait" -}}
{{- with .root -}}
- name: wait-for-postgres
  image: {{ include "airflow.postgresClient.image" . }}
  imagePullPolicy: {{ .Values.postgresClient.image.pullPolicy }}
  command: ["sh", "-c"]
  args:
    - |
      {{- include "airflow.scripts.check-postgres" . | nindent 6 }}
  env:
    - name: SERVICE
      value: postgres
    - name: TIMEOUT
      value: {{ int64 $.timeout | quote }}
    - name: HOST
      value: {{ include "airflow.connections.postgres.host" . }}
    - name: PORT
      value: {{ include "airflow.connections.postgres.port" . | quote }}
    - name: DATABASE
      value: {{ include "airflow.connections.postgres.database" . | quote }}
    - name: PGUSER
      value: {{ include "airflow.connections.postgres.username" . | quote }}
    - name: PGSSLMODE
      value: {{ include "airflow.connections.postgres.sslMode" . }}
    {{- if include "airflow.connections.postgres.caSecret" . }}
    - name: PGSSLROOTCERT
      value: /etc/connections/postgres/ca.crt
    {{- end }}
    {{- if include "airflow.connections.postgres.secretName" . }}
    - name: PGPASSWORD
      valueFrom:
        secretKeyRef:
          name: {{ include "airflow.connections.postgres.secretName" . | quote }}
          key: {{ include "airflow.connections.postgres.secretKey" . | quote }}
    {{- end }}
    {{- with .Values.global.extraEnv }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  resources:
    {{- toYaml $.resources | nindent 4 }}
  {{- if include "airflow.connections.postgres.caSecret" . }}
  volumeMounts:
    - name: ca-postgres
      mountPath: /etc/connections/postgres
      readOnly: true
  {{- end }}
  terminationMessagePolicy: FallbackToLogsOnError
  securityContext:
    {{- include "airflow.toolboxSecurityContext" . | nindent 4 }}
{{- end }}
{{- end }}

{{/* Environment variables of the connection postgres. */}}
{{- define "airflow.connections.postgres.env" -}}
{{- if include "airflow.connections.postgres.secretName" . }}
- name: PGPASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ include "airflow.connections.postgres.secretName" . | quote }}
      key: {{ include "airflow.connections.postgres.secretKey" . | quote }}
{{- end }}
- name: PGHOST
  value: {{ include "airflow.connections.postgres.host" . | quote }}
- name: PGPORT
  value: {{ include "airflow.connections.postgres.port" . | quote }}
- name: PGUSER
  value: {{ include "airflow.connections.postgres.username" . | quote }}
- name: PGDATABASE
  value: {{ include "airflow.connections.postgres.database" . | quote }}
- name: PGSSLMODE
  value: {{ include "airflow.connections.postgres.sslMode" . | quote }}
{{- end }}

{{/* Secret with the password of the connection postgres; empty for none. */}}
{{- define "airflow.connections.postgres.secretName" -}}
{{- $via := include "airflow.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.existingSecret }}
{{- else if eq $via "external" }}
{{- $existing := .Values.global.members.postgres.external.existingSecret }}
{{- with index .Values.global.members.postgres.external.clients "airflow" }}
{{- $existing = .existingSecret | default $existing }}
{{- end }}
{{- $existing }}
{{- else if $via }}
{{- $existing := "" }}
{{- if eq $via "bundled" }}
{{- $existing = .Values.postgres.clients.airflow.existingSecret }}
{{- end }}
{{- $existing | default (printf "%s-airflow" (include "airflow.connections.postgres.fullname" .)) }}
{{- end }}
{{- end }}

{{/* Key of the password in the Secret of the connection postgres. */}}
{{- define "airflow.connections.postgres.secretKey" -}}
{{- $via := include "airflow.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.secretKey }}
{{- else if eq $via "external" }}
{{- $key := "airflow-password" }}
{{- with index .Values.global.members.postgres.external.clients "airflow" }}
{{- $key = .passwordKey | default $key }}
{{- end }}
{{- $key }}
{{- else if eq $via "bundled" }}
{{- .Values.postgres.clients.airflow.passwordKey | default "password" }}
{{- else }}password
{{- end }}
{{- end }}

{{/* User name of the connection postgres. */}}
{{- define "airflow.connections.postgres.username" -}}
{{- $via := include "airflow.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.username | default "airflow" }}
{{- else if eq $via "bundled" }}
{{- .Values.postgres.clients.airflow.username | default "airflow" }}
{{- else }}airflow
{{- end }}
{{- end }}

{{/* Database of the connection postgres. */}}
{{- define "airflow.connections.postgres.database" -}}
{{- if eq (include "airflow.connections.postgres.via" .) "value" }}
{{- .Values.connections.postgres.database | default "airflow" }}
{{- else if eq (include "airflow.connections.postgres.via" .) "bundled" }}
{{- .Values.postgres.clients.airflow.database | default (include "airflow.connections.postgres.username" .) }}
{{- else }}
{{- include "airflow.connections.postgres.username" . }}
{{- end }}
{{- end }}

{{/* SSL mode of the connection postgres. */}}
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

{{/* Secret with the CA certificate of the connection postgres; empty for none. */}}
{{- define "airflow.connections.postgres.caSecret" -}}
{{- $via := include "airflow.connections.postgres.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.postgres.caSecret | default .Values.global.members.postgres.caSecret }}
{{- else if $via }}
{{- .Values.connections.postgres.caSecret }}
{{- end }}
{{- end }}

{{/* Volume with the CA certificate of the connection postgres. */}}
{{- define "airflow.connections.postgres.caVolume" -}}
- name: ca-postgres
  secret:
    secretName: {{ include "airflow.connections.postgres.caSecret" . | quote }}
    items:
      - key: {{ .Values.connections.postgres.caKey | quote }}
        path: ca.crt
{{- end }}

{{/* What the connection postgres leads to: value, bundled, member, external; empty for nothing. */}}
{{- define "airflow.connections.postgres.via" -}}
{{- if .Values.connections.postgres.host }}value
{{- else if .Values.postgres.enabled }}bundled
{{- else if .Values.global.members.postgres.enabled }}member
{{- else if .Values.global.members.postgres.external.host }}external
{{- end }}
{{- end }}

{{/* Name of postgres in this release, as its labels have it. */}}
{{- define "airflow.connections.postgres.name" -}}
{{- if and (eq (include "airflow.connections.postgres.via" .) "bundled") (not .Chart.IsRoot) }}{{ include "airflow.name" . }}-{{ end }}postgres
{{- end }}

{{/* Name of the objects of postgres in this release. */}}
{{- define "airflow.connections.postgres.fullname" -}}
{{- $name := include "airflow.connections.postgres.name" . }}
{{- $whole := "" }}
{{- if eq (include "airflow.connections.postgres.via" .) "bundled" }}
{{- $name = .Values.postgres.nameOverride | default $name }}
{{- $whole = .Values.postgres.fullnameOverride }}
{{- end }}
{{- $whole | default (include "airflow.releaseName" (dict "release" .Release.Name "name" $name "reserve" 13)) }}
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

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
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

{{/* Egress to postgres. */}}
{{- define "airflow.connections.postgres.egress" -}}
{{- $via := include "airflow.connections.postgres.via" . }}
{{- if has $via (list "bundled" "member") }}
- to:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: {{ include "airflow.connections.postgres.name" . }}
          app.kubernetes.io/instance: {{ .Release.Name | quote }}
          app.kubernetes.io/component: main
  ports:
    - port: 5432
      protocol: TCP
{{- else if and $via (or .Values.connections.postgres.cidrs .Values.networkPolicy.externalCidrs) }}
- to:
    {{- $cidrs := .Values.connections.postgres.cidrs | default .Values.networkPolicy.externalCidrs }}
    {{- include "airflow.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "airflow.connections.postgres.port" . }}
      protocol: TCP
{{- end }}
{{- end }}

{{/* Container that holds a pod until redis works; called with the root, seconds and resources. */}}
{{- define "airflow.connections.redis.wait" -}}
{{- with .root -}}
- name: wait-for-redis
  image: {{ include "airflow.toolbox.image" . }}
  imagePullPolicy: {{ .Values.toolbox.image.pullPolicy }}
  command: ["sh", "-c"]
  args:
    - |
      {{- include "airflow.scripts.check-redis" . | nindent 6 }}
  env:
    - name: SERVICE
      value: redis
    - name: TIMEOUT
      value: {{ int64 $.timeout | quote }}
    - name: HOST
      value: {{ include "airflow.connections.redis.host" . }}
    - name: PORT
      value: {{ include "airflow.connections.redis.port" . | quote }}
    - name: SCHEME
      value: {{ include "airflow.connections.redis.scheme" . }}
    {{- if include "airflow.connections.redis.secretName" . }}
    - name: USERNAME
      value: {{ include "airflow.connections.redis.username" . | quote }}
    - name: PASSWORD
      valueFrom:
        secretKeyRef:
          name: {{ include "airflow.connections.redis.secretName" . | quote }}
          key: {{ include "airflow.connections.redis.secretKey" . | quote }}
    {{- end }}
    {{- with .Values.global.extraEnv }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  resources:
    {{- toYaml $.resources | nindent 4 }}
  {{- if include "airflow.connections.redis.caSecret" . }}
  volumeMounts:
    - name: ca-redis
      mountPath: /etc/connections/redis
      readOnly: true
  {{- end }}
  terminationMessagePolicy: FallbackToLogsOnError
  securityContext:
    {{- include "airflow.toolboxSecurityContext" . | nindent 4 }}
{{- end }}
{{- end }}

{{/* Environment variables of the connection redis. */}}
{{- define "airflow.connections.redis.env" -}}
{{- if include "airflow.connections.redis.secretName" . }}
- name: BROKER_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ include "airflow.connections.redis.secretName" . | quote }}
      key: {{ include "airflow.connections.redis.secretKey" . | quote }}
{{- end }}
- name: BROKER_ADDRESS
  value: {{ include "airflow.connections.redis.address" . | quote }}
- name: BROKER_USERNAME
  value: {{ include "airflow.connections.redis.username" . | quote }}
{{- end }}

{{/* Secret with the password of the connection redis; empty for none. */}}
{{- define "airflow.connections.redis.secretName" -}}
{{- $via := include "airflow.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.existingSecret }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.existingSecret }}
{{- else if eq $via "bundled" }}
{{- with .Values.redis.secrets.from.password }}
{{- .secret }}
{{- else }}
{{- .Values.redis.secrets.existingSecret | default (include "airflow.connections.redis.fullname" .) }}
{{- end }}
{{- else }}
{{- include "airflow.connections.redis.fullname" . }}
{{- end }}
{{- end }}

{{/* Key of the password in the Secret of the connection redis. */}}
{{- define "airflow.connections.redis.secretKey" -}}
{{- $via := include "airflow.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.secretKey }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.secretKey }}
{{- else if eq $via "bundled" }}
{{- with .Values.redis.secrets.from.password }}
{{- .key | default "password" }}
{{- else }}
{{- .Values.redis.secrets.keys.password | default "password" }}
{{- end }}
{{- else }}password
{{- end }}
{{- end }}

{{/* User name of the connection redis; empty for the default user. */}}
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

{{/* URL of the connection redis without user and password. */}}
{{- define "airflow.connections.redis.address" -}}
{{- include "airflow.connections.redis.scheme" . }}://{{ include "airflow.connections.redis.host" . }}:{{ include "airflow.connections.redis.port"
  . }}/{{ int64 .Values.connections.redis.database }}
{{- if and (include "airflow.connections.redis.caSecret" .)
  (eq (include "airflow.connections.redis.scheme" .) "rediss") }}?ssl_ca_certs=/etc/connections/redis/ca.crt{{ end }}
{{- end }}

{{/* Secret with the CA certificate of the connection redis; empty for none. */}}
{{- define "airflow.connections.redis.caSecret" -}}
{{- $via := include "airflow.connections.redis.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.redis.caSecret | default .Values.global.members.redis.caSecret }}
{{- else if $via }}
{{- .Values.connections.redis.caSecret }}
{{- end }}
{{- end }}

{{/* Volume with the CA certificate of the connection redis. */}}
{{- define "airflow.connections.redis.caVolume" -}}
- name: ca-redis
  secret:
    secretName: {{ include "airflow.connections.redis.caSecret" . | quote }}
    items:
      - key: {{ .Values.connections.redis.caKey | quote }}
        path: ca.crt
{{- end }}

{{/* What the connection redis leads to: value, bundled, member, external; empty for nothing. */}}
{{- define "airflow.connections.redis.via" -}}
{{- if eq .Values.executor "CeleryExecutor" }}
{{- if .Values.connections.redis.host }}value
{{- else if .Values.redis.enabled }}bundled
{{- else if .Values.global.members.redis.enabled }}member
{{- else if .Values.global.members.redis.external.host }}external
{{- end }}
{{- end }}
{{- end }}

{{/* Name of redis in this release, as its labels have it. */}}
{{- define "airflow.connections.redis.name" -}}
{{- if and (eq (include "airflow.connections.redis.via" .) "bundled") (not .Chart.IsRoot) }}{{ include "airflow.name" . }}-{{ end }}redis
{{- end }}

{{/* Name of the objects of redis in this release. */}}
{{- define "airflow.connections.redis.fullname" -}}
{{- $name := include "airflow.connections.redis.name" . }}
{{- $whole := "" }}
{{- if eq (include "airflow.connections.redis.via" .) "bundled" }}
{{- $name = .Values.redis.nameOverride | default $name }}
{{- $whole = .Values.redis.fullnameOverride }}
{{- end }}
{{- $whole | default (include "airflow.releaseName" (dict "release" .Release.Name "name" $name "reserve" 5)) }}
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

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
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

{{/* Egress to redis. */}}
{{- define "airflow.connections.redis.egress" -}}
{{- $via := include "airflow.connections.redis.via" . }}
{{- if has $via (list "bundled" "member") }}
- to:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: {{ include "airflow.connections.redis.name" . }}
          app.kubernetes.io/instance: {{ .Release.Name | quote }}
          app.kubernetes.io/component: main
  ports:
    - port: 6379
      protocol: TCP
{{- else if and $via (or .Values.connections.redis.cidrs .Values.networkPolicy.externalCidrs) }}
- to:
    {{- $cidrs := .Values.connections.redis.cidrs | default .Values.networkPolicy.externalCidrs }}
    {{- include "airflow.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "airflow.connections.redis.port" . }}
      protocol: TCP
{{- end }}
{{- end }}

{{/* Container that holds a pod until s3 works; called with the root, seconds and resources. */}}
{{- define "airflow.connections.s3.wait" -}}
{{- with .root -}}
- name: wait-for-s3
  image: {{ include "airflow.s3Client.image" . }}
  imagePullPolicy: {{ .Values.s3Client.image.pullPolicy }}
  command: ["sh", "-c"]
  args:
    - |
      {{- include "airflow.scripts.check-s3" . | nindent 6 }}
  env:
    - name: SERVICE
      value: minio
    - name: TIMEOUT
      value: {{ int64 $.timeout | quote }}
    - name: HOST
      value: {{ include "airflow.connections.s3.host" . }}
    - name: PORT
      value: {{ include "airflow.connections.s3.port" . | quote }}
    - name: URL
      value: {{ include "airflow.connections.s3.url" . }}
    - name: BUCKET
      value: {{ include "airflow.connections.s3.bucket" . | quote }}
    - name: REGION
      value: {{ include "airflow.connections.s3.region" . | quote }}
    {{- if include "airflow.connections.s3.caSecret" . }}
    - name: CA
      value: /etc/connections/s3/ca.crt
    {{- end }}
    {{- if include "airflow.connections.s3.secretName" . }}
    - name: ACCESS_KEY
      valueFrom:
        secretKeyRef:
          name: {{ include "airflow.connections.s3.secretName" . | quote }}
          key: {{ include "airflow.connections.s3.usernameKey" . | quote }}
    - name: SECRET_KEY
      valueFrom:
        secretKeyRef:
          name: {{ include "airflow.connections.s3.secretName" . | quote }}
          key: {{ include "airflow.connections.s3.secretKey" . | quote }}
    - name: CARRIER
      value: "AIRFLOW_CONN_S3_LOGS: take letters and digits"
    - name: REFUSED
      value: "\"\\\\"
    {{- end }}
    {{- with .Values.global.extraEnv }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  resources:
    {{- toYaml $.resources | nindent 4 }}
  {{- if include "airflow.connections.s3.caSecret" . }}
  volumeMounts:
    - name: ca-s3
      mountPath: /etc/connections/s3
      readOnly: true
  {{- end }}
  terminationMessagePolicy: FallbackToLogsOnError
  securityContext:
    {{- include "airflow.toolboxSecurityContext" . | nindent 4 }}
{{- end }}
{{- end }}

{{/* Environment variables of the connection s3. */}}
{{- define "airflow.connections.s3.env" -}}
{{- $s3SecretName := include "airflow.connections.s3.secretName" . -}}
{{- if $s3SecretName }}
- name: S3_USERNAME
  valueFrom:
    secretKeyRef:
      name: {{ $s3SecretName | quote }}
      key: {{ include "airflow.connections.s3.usernameKey" . | quote }}
- name: S3_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ $s3SecretName | quote }}
      key: {{ include "airflow.connections.s3.secretKey" . | quote }}
{{- end }}
- name: AIRFLOW__LOGGING__REMOTE_BASE_LOG_FOLDER
  value: "s3://{{ include "airflow.connections.s3.bucket" . }}/logs"
- name: AIRFLOW_CONN_S3_LOGS
  value: "{\"conn_type\":\"aws\",\"login\":\"{{ if $s3SecretName }}$(S3_USERNAME){{ end }}\",\"password\":\"{{ if $s3SecretName }}$(S3_PASSWORD){{
    end }}\",\"extra\":{\"endpoint_url\":\"{{ include "airflow.connections.s3.url" . }}\",\"region_name\":\"{{ include "airflow.connections.s3.region"
    . }}\"}}"
{{- end }}

{{/* Secret with the access key of the connection s3; empty for none. */}}
{{- define "airflow.connections.s3.secretName" -}}
{{- $via := include "airflow.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.existingSecret }}
{{- else if eq $via "external" }}
{{- $existing := .Values.global.members.minio.external.existingSecret }}
{{- with index .Values.global.members.minio.external.clients "airflow" }}
{{- $existing = .existingSecret | default $existing }}
{{- end }}
{{- $existing }}
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
{{- else if eq $via "external" }}
{{- $key := "airflow-username" }}
{{- with index .Values.global.members.minio.external.clients "airflow" }}
{{- $key = .usernameKey | default $key }}
{{- end }}
{{- $key }}
{{- else }}username
{{- end }}
{{- end }}

{{/* Key of the secret access key. */}}
{{- define "airflow.connections.s3.secretKey" -}}
{{- $via := include "airflow.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.secretKey }}
{{- else if eq $via "external" }}
{{- $key := "airflow-password" }}
{{- with index .Values.global.members.minio.external.clients "airflow" }}
{{- $key = .passwordKey | default $key }}
{{- end }}
{{- $key }}
{{- else if eq $via "bundled" }}
{{- .Values.minio.clients.airflow.passwordKey | default "password" }}
{{- else }}password
{{- end }}
{{- end }}

{{/* Scheme of the connection s3: https for a name outside the cluster, where values do not say it. */}}
{{- define "airflow.connections.s3.scheme" -}}
{{- $via := include "airflow.connections.s3.via" . }}
{{- $outside := and (regexMatch "[a-z]$" (include "airflow.connections.s3.host" .)) (eq (include "airflow.connections.s3.clientLabel" .) "") }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.scheme | default (ternary "https" "http" $outside) }}
{{- else if eq $via "external" }}
{{- .Values.global.members.minio.external.scheme | default (ternary "https" "http" $outside) }}
{{- else if eq $via "bundled" }}
{{- ternary "https" "http" .Values.minio.tls.enabled }}
{{- else if eq $via "member" }}
{{- ternary "https" "http" .Values.global.members.minio.tls }}
{{- else }}http
{{- end }}
{{- end }}

{{/* URL of the store of the connection s3. */}}
{{- define "airflow.connections.s3.url" -}}
{{ include "airflow.connections.s3.scheme" . }}://{{ include "airflow.connections.s3.host" . }}:{{ include "airflow.connections.s3.port" . }}
{{- end }}

{{/* Bucket of the connection s3. */}}
{{- define "airflow.connections.s3.bucket" -}}
{{- .Values.connections.s3.bucket | default "airflow" }}
{{- end }}

{{/* Region for which requests of the connection s3 are signed. */}}
{{- define "airflow.connections.s3.region" -}}
{{- if eq (include "airflow.connections.s3.via" .) "external" }}
{{- .Values.global.members.minio.external.region }}
{{- else }}
{{- .Values.connections.s3.region }}
{{- end }}
{{- end }}

{{/* Secret with the CA certificate of the connection s3; empty for none. */}}
{{- define "airflow.connections.s3.caSecret" -}}
{{- $via := include "airflow.connections.s3.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.s3.caSecret | default .Values.global.members.minio.caSecret }}
{{- else if $via }}
{{- .Values.connections.s3.caSecret }}
{{- end }}
{{- end }}

{{/* Volume with the CA certificate of the connection s3. */}}
{{- define "airflow.connections.s3.caVolume" -}}
- name: ca-s3
  secret:
    secretName: {{ include "airflow.connections.s3.caSecret" . | quote }}
    items:
      - key: {{ .Values.connections.s3.caKey | quote }}
        path: ca.crt
{{- end }}

{{/* What the connection s3 leads to: value, bundled, member, external; empty for nothing. */}}
{{- define "airflow.connections.s3.via" -}}
{{- if .Values.connections.s3.host }}value
{{- else if .Values.minio.enabled }}bundled
{{- else if .Values.global.members.minio.enabled }}member
{{- else if .Values.global.members.minio.external.host }}external
{{- end }}
{{- end }}

{{/* Name of minio in this release, as its labels have it. */}}
{{- define "airflow.connections.s3.name" -}}
{{- if and (eq (include "airflow.connections.s3.via" .) "bundled") (not .Chart.IsRoot) }}{{ include "airflow.name" . }}-{{ end }}minio
{{- end }}

{{/* Name of the objects of minio in this release. */}}
{{- define "airflow.connections.s3.fullname" -}}
{{- $name := include "airflow.connections.s3.name" . }}
{{- $whole := "" }}
{{- if eq (include "airflow.connections.s3.via" .) "bundled" }}
{{- $name = .Values.minio.nameOverride | default $name }}
{{- $whole = .Values.minio.fullnameOverride }}
{{- end }}
{{- $whole | default (include "airflow.releaseName" (dict "release" .Release.Name "name" $name "reserve" 10)) }}
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
{{- .Values.connections.s3.port | default (ternary 443 9000 (eq (include "airflow.connections.s3.scheme" .) "https")) }}
{{- else if eq $via "external" }}
{{- .Values.global.members.minio.external.port | default (ternary 443 9000 (eq (include "airflow.connections.s3.scheme" .) "https")) }}
{{- else if eq $via "bundled" }}
{{- .Values.minio.service.port }}
{{- else }}
{{- 9000 }}
{{- end }}
{{- end }}

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
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

{{/* Egress to s3. */}}
{{- define "airflow.connections.s3.egress" -}}
{{- $via := include "airflow.connections.s3.via" . }}
{{- if has $via (list "bundled" "member") }}
- to:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: {{ include "airflow.connections.s3.name" . }}
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
    {{- include "airflow.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "airflow.connections.s3.port" . }}
      protocol: TCP
    {{- if include "airflow.connections.s3.clientLabel" . }}
    - port: 8900
      protocol: TCP
    {{- end }}
{{- end }}
{{- end }}

{{/* Init containers of several pods: connections. */}}
{{- define "airflow.initContainers.connections" -}}
{{- if and (include "airflow.connections.postgres.via" .) (gt (int64 .Values.connections.postgres.waitSeconds) 0) }}
{{- include "airflow.connections.postgres.wait"
  (dict "root" . "timeout" .Values.connections.postgres.waitSeconds "resources" .Values.toolbox.resources) | nindent 0 }}
{{- end }}
{{- if and (include "airflow.connections.redis.via" .) (gt (int64 .Values.connections.redis.waitSeconds) 0) }}
{{- include "airflow.connections.redis.wait" (dict "root" . "timeout" .Values.connections.redis.waitSeconds "resources" .Values.toolbox.resources)
  | nindent 0 }}
{{- end }}
{{- if and (include "airflow.connections.s3.via" .) (gt (int64 .Values.connections.s3.waitSeconds) 0) }}
{{- include "airflow.connections.s3.wait" (dict "root" . "timeout" .Values.connections.s3.waitSeconds "resources" .Values.toolbox.resources)
  | nindent 0 }}
{{- end }}
{{- end }}

{{/* Environment variables of several containers: connections. */}}
{{- define "airflow.environment.connections" -}}
{{- if include "airflow.connections.postgres.via" . }}
{{- include "airflow.connections.postgres.env" . | trim | nindent 0 }}
{{- end }}
{{- if include "airflow.connections.s3.via" . }}
{{- include "airflow.connections.s3.env" . | trim | nindent 0 }}
{{- end }}
- name: AIRFLOW__METRICS__STATSD_HOST
  value: {{ include "airflow.fullname" . }}-statsd
- name: AIRFLOW__METRICS__STATSD_PORT
  value: {{ .Values.statsd.service.port | quote }}
{{- if include "airflow.connections.postgres.caSecret" . }}
- name: PGSSLROOTCERT
  value: /etc/connections/postgres/ca.crt
{{- end }}
{{- if include "airflow.connections.s3.caSecret" . }}
- name: AWS_CA_BUNDLE
  value: /etc/connections/s3/ca.crt
{{- end }}
{{- end }}

{{/* Volume mounts of several containers: connections. */}}
{{- define "airflow.volumeMounts.connections" -}}
{{- if include "airflow.connections.postgres.caSecret" . }}
- name: ca-postgres
  mountPath: /etc/connections/postgres
  readOnly: true
{{- end }}
{{- if include "airflow.connections.s3.caSecret" . }}
- name: ca-s3
  mountPath: /etc/connections/s3
  readOnly: true
{{- end }}
{{- end }}

{{/* Volumes of several pods: connections. */}}
{{- define "airflow.volumes.connections" -}}
{{- if include "airflow.connections.postgres.caSecret" . }}
{{- include "airflow.connections.postgres.caVolume" . | nindent 0 }}
{{- end }}
{{- if include "airflow.connections.redis.caSecret" . }}
{{- include "airflow.connections.redis.caVolume" . | nindent 0 }}
{{- end }}
{{- if include "airflow.connections.s3.caSecret" . }}
{{- include "airflow.connections.s3.caVolume" . | nindent 0 }}
{{- end }}
{{- end }}

{{/* Egress rules of several pods: connections. */}}
{{- define "airflow.egress.connections" -}}
{{- with include "airflow.connections.postgres.egress" . }}
{{- trim . | nindent 0 }}
{{- end }}
{{- with include "airflow.connections.redis.egress" . }}
{{- trim . | nindent 0 }}
{{- end }}
{{- with include "airflow.connections.s3.egress" . }}
{{- trim . | nindent 0 }}
{{- end }}
- to:
    - podSelector:
        matchLabels:
          {{- include "airflow.selectorLabels" . | nindent 10 }}
          app.kubernetes.io/component: main
  ports:
    - port: 8080
      protocol: TCP
{{- if .Values.metrics.statsd }}
- to:
    - podSelector:
        matchLabels:
          {{- include "airflow.selectorLabels" . | nindent 10 }}
          app.kubernetes.io/component: statsd
  ports:
    - port: 9125
      protocol: UDP
{{- end }}
{{- end }}
