{{/* Container that holds a pod until postgres works; called with the root, seconds and resources. */}}
{{- define "mlflow.connections.postgres.wait" -}}
{{- with .root -}}
- name: wait-for-postgres
  image: {{ include "mlflow.postgresClient.image" . }}
  imagePullPolicy: {{ .Values.postgresClient.image.pullPolicy }}
  command: ["sh", "-c"]
  args:
    - |
      {{- include "mlflow.scripts.check-postgres" . | nindent 6 }}
  env:
    - name: SERVICE
      value: postgres
    - name: TIMEOUT
      value: {{ int64 $.timeout | quote }}
    - name: HOST
      value: {{ include "mlflow.connections.postgres.host" . }}
    - name: PORT
      value: {{ include "mlflow.connections.postgres.port" . | quote }}
    - name: DATABASE
      value: {{ include "mlflow.connections.postgres.database" . | quote }}
    - name: PGUSER
      value: {{ include "mlflow.connections.postgres.username" . | quote }}
    - name: PGSSLMODE
      value: {{ include "mlflow.connections.postgres.sslMode" . }}
    {{- if include "mlflow.connections.postgres.caSecret" . }}
    - name: PGSSLROOTCERT
      value: /etc/connections/postgres/ca.crt
    {{- end }}
    {{- if include "mlflow.connections.postgres.secretName" . }}
    - name: PGPASSWORD
      valueFrom:
        secretKeyRef:
          name: {{ include "mlflow.connections.postgres.secretName" . | quote }}
          key: {{ include "mlflow.connections.postgres.secretKey" . | quote }}
    {{- end }}
    {{- with .Values.global.extraEnv }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  resources:
    {{- toYaml $.resources | nindent 4 }}
  {{- if include "mlflow.connections.postgres.caSecret" . }}
  volumeMounts:
    - name: ca-postgres
      mountPath: /etc/connections/postgres
      readOnly: true
  {{- end }}
  terminationMessagePolicy: FallbackToLogsOnError
  securityContext:
    {{- include "mlflow.toolboxSecurityContext" . | nindent 4 }}
{{- end }}
{{- end }}

{{/* Environment variables of the connection postgres. */}}
{{- define "mlflow.connections.postgres.env" -}}
{{- if include "mlflow.connections.postgres.secretName" . }}
- name: PGPASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ include "mlflow.connections.postgres.secretName" . | quote }}
      key: {{ include "mlflow.connections.postgres.secretKey" . | quote }}
{{- end }}
- name: PGHOST
  value: {{ include "mlflow.connections.postgres.host" . | quote }}
- name: PGPORT
  value: {{ include "mlflow.connections.postgres.port" . | quote }}
- name: PGUSER
  value: {{ include "mlflow.connections.postgres.username" . | quote }}
- name: PGDATABASE
  value: {{ include "mlflow.connections.postgres.database" . | quote }}
- name: PGSSLMODE
  value: {{ include "mlflow.connections.postgres.sslMode" . | quote }}
{{- end }}

{{/* Secret with the password of the connection postgres; empty for none. */}}
{{- define "mlflow.connections.postgres.secretName" -}}
{{- $via := include "mlflow.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.existingSecret }}
{{- else if eq $via "external" }}
{{- $existing := .Values.global.members.postgres.external.existingSecret }}
{{- with index .Values.global.members.postgres.external.clients "mlflow" }}
{{- $existing = .existingSecret | default $existing }}
{{- end }}
{{- $existing }}
{{- else if $via }}
{{- $existing := "" }}
{{- if eq $via "bundled" }}
{{- $existing = .Values.postgres.clients.mlflow.existingSecret }}
{{- end }}
{{- $existing | default (printf "%s-mlflow" (include "mlflow.connections.postgres.fullname" .)) }}
{{- end }}
{{- end }}

{{/* Key of the password in the Secret of the connection postgres. */}}
{{- define "mlflow.connections.postgres.secretKey" -}}
{{- $via := include "mlflow.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.secretKey }}
{{- else if eq $via "external" }}
{{- $key := "mlflow-password" }}
{{- with index .Values.global.members.postgres.external.clients "mlflow" }}
{{- $key = .passwordKey | default $key }}
{{- end }}
{{- $key }}
{{- else if eq $via "bundled" }}
{{- .Values.postgres.clients.mlflow.passwordKey | default "password" }}
{{- else }}password
{{- end }}
{{- end }}

{{/* User name of the connection postgres. */}}
{{- define "mlflow.connections.postgres.username" -}}
{{- $via := include "mlflow.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.username | default "mlflow" }}
{{- else if eq $via "bundled" }}
{{- .Values.postgres.clients.mlflow.username | default "mlflow" }}
{{- else }}mlflow
{{- end }}
{{- end }}

{{/* Database of the connection postgres. */}}
{{- define "mlflow.connections.postgres.database" -}}
{{- if eq (include "mlflow.connections.postgres.via" .) "value" }}
{{- .Values.connections.postgres.database | default "mlflow" }}
{{- else if eq (include "mlflow.connections.postgres.via" .) "bundled" }}
{{- .Values.postgres.clients.mlflow.database | default (include "mlflow.connections.postgres.username" .) }}
{{- else }}
{{- include "mlflow.connections.postgres.username" . }}
{{- end }}
{{- end }}

{{/* SSL mode of the connection postgres. */}}
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

{{/* Secret with the CA certificate of the connection postgres; empty for none. */}}
{{- define "mlflow.connections.postgres.caSecret" -}}
{{- $via := include "mlflow.connections.postgres.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.postgres.caSecret | default .Values.global.members.postgres.caSecret }}
{{- else if $via }}
{{- .Values.connections.postgres.caSecret }}
{{- end }}
{{- end }}

{{/* Volume with the CA certificate of the connection postgres. */}}
{{- define "mlflow.connections.postgres.caVolume" -}}
- name: ca-postgres
  secret:
    secretName: {{ include "mlflow.connections.postgres.caSecret" . | quote }}
    items:
      - key: {{ .Values.connections.postgres.caKey | quote }}
        path: ca.crt
{{- end }}

{{/* What the connection postgres leads to: value, bundled, member, external; empty for nothing. */}}
{{- define "mlflow.connections.postgres.via" -}}
{{- if .Values.connections.postgres.host }}value
{{- else if .Values.postgres.enabled }}bundled
{{- else if .Values.global.members.postgres.enabled }}member
{{- else if .Values.global.members.postgres.external.host }}external
{{- end }}
{{- end }}

{{/* Name of postgres in this release, as its labels have it. */}}
{{- define "mlflow.connections.postgres.name" -}}
{{- if and (eq (include "mlflow.connections.postgres.via" .) "bundled") (not .Chart.IsRoot) }}{{ include "mlflow.name" . }}-{{ end }}postgres
{{- end }}

{{/* Name of the objects of postgres in this release. */}}
{{- define "mlflow.connections.postgres.fullname" -}}
{{- $name := include "mlflow.connections.postgres.name" . }}
{{- $whole := "" }}
{{- if eq (include "mlflow.connections.postgres.via" .) "bundled" }}
{{- $name = .Values.postgres.nameOverride | default $name }}
{{- $whole = .Values.postgres.fullnameOverride }}
{{- end }}
{{- $whole | default (include "mlflow.releaseName" (dict "release" .Release.Name "name" $name "reserve" 13)) }}
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

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
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

{{/* Egress to postgres. */}}
{{- define "mlflow.connections.postgres.egress" -}}
{{- $via := include "mlflow.connections.postgres.via" . }}
{{- if has $via (list "bundled" "member") }}
- to:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: {{ include "mlflow.connections.postgres.name" . }}
          app.kubernetes.io/instance: {{ .Release.Name | quote }}
          app.kubernetes.io/component: main
  ports:
    - port: 5432
      protocol: TCP
{{- else if and $via (or .Values.connections.postgres.cidrs .Values.networkPolicy.externalCidrs) }}
- to:
    {{- $cidrs := .Values.connections.postgres.cidrs | default .Values.networkPolicy.externalCidrs }}
    {{- include "mlflow.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "mlflow.connections.postgres.port" . }}
      protocol: TCP
{{- end }}
{{- end }}

{{/* Container that holds a pod until s3 works; called with the root, seconds and resources. */}}
{{- define "mlflow.connections.s3.wait" -}}
{{- with .root -}}
- name: wait-for-s3
  image: {{ include "mlflow.s3Client.image" . }}
  imagePullPolicy: {{ .Values.s3Client.image.pullPolicy }}
  command: ["sh", "-c"]
  args:
    - |
      {{- include "mlflow.scripts.check-s3" . | nindent 6 }}
  env:
    - name: SERVICE
      value: minio
    - name: TIMEOUT
      value: {{ int64 $.timeout | quote }}
    - name: HOST
      value: {{ include "mlflow.connections.s3.host" . }}
    - name: PORT
      value: {{ include "mlflow.connections.s3.port" . | quote }}
    - name: URL
      value: {{ include "mlflow.connections.s3.url" . }}
    - name: BUCKET
      value: {{ include "mlflow.connections.s3.bucket" . | quote }}
    - name: REGION
      value: {{ include "mlflow.connections.s3.region" . | quote }}
    {{- if include "mlflow.connections.s3.caSecret" . }}
    - name: CA
      value: /etc/connections/s3/ca.crt
    {{- end }}
    {{- if include "mlflow.connections.s3.secretName" . }}
    - name: ACCESS_KEY
      valueFrom:
        secretKeyRef:
          name: {{ include "mlflow.connections.s3.secretName" . | quote }}
          key: {{ include "mlflow.connections.s3.usernameKey" . | quote }}
    - name: SECRET_KEY
      valueFrom:
        secretKeyRef:
          name: {{ include "mlflow.connections.s3.secretName" . | quote }}
          key: {{ include "mlflow.connections.s3.secretKey" . | quote }}
    {{- end }}
    {{- with .Values.global.extraEnv }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  resources:
    {{- toYaml $.resources | nindent 4 }}
  {{- if include "mlflow.connections.s3.caSecret" . }}
  volumeMounts:
    - name: ca-s3
      mountPath: /etc/connections/s3
      readOnly: true
  {{- end }}
  terminationMessagePolicy: FallbackToLogsOnError
  securityContext:
    {{- include "mlflow.toolboxSecurityContext" . | nindent 4 }}
{{- end }}
{{- end }}

{{/* Environment variables of the connection s3. */}}
{{- define "mlflow.connections.s3.env" -}}
{{- $s3SecretName := include "mlflow.connections.s3.secretName" . -}}
{{- if $s3SecretName }}
- name: AWS_ACCESS_KEY_ID
  valueFrom:
    secretKeyRef:
      name: {{ $s3SecretName | quote }}
      key: {{ include "mlflow.connections.s3.usernameKey" . | quote }}
- name: AWS_SECRET_ACCESS_KEY
  valueFrom:
    secretKeyRef:
      name: {{ $s3SecretName | quote }}
      key: {{ include "mlflow.connections.s3.secretKey" . | quote }}
{{- end }}
- name: MLFLOW_S3_ENDPOINT_URL
  value: {{ include "mlflow.connections.s3.url" . | quote }}
- name: AWS_DEFAULT_REGION
  value: {{ include "mlflow.connections.s3.region" . | quote }}
{{- end }}

{{/* Secret with the access key of the connection s3; empty for none. */}}
{{- define "mlflow.connections.s3.secretName" -}}
{{- $via := include "mlflow.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.existingSecret }}
{{- else if eq $via "external" }}
{{- $existing := .Values.global.members.minio.external.existingSecret }}
{{- with index .Values.global.members.minio.external.clients "mlflow" }}
{{- $existing = .existingSecret | default $existing }}
{{- end }}
{{- $existing }}
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
{{- else if eq $via "external" }}
{{- $key := "mlflow-username" }}
{{- with index .Values.global.members.minio.external.clients "mlflow" }}
{{- $key = .usernameKey | default $key }}
{{- end }}
{{- $key }}
{{- else }}username
{{- end }}
{{- end }}

{{/* Key of the secret access key. */}}
{{- define "mlflow.connections.s3.secretKey" -}}
{{- $via := include "mlflow.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.secretKey }}
{{- else if eq $via "external" }}
{{- $key := "mlflow-password" }}
{{- with index .Values.global.members.minio.external.clients "mlflow" }}
{{- $key = .passwordKey | default $key }}
{{- end }}
{{- $key }}
{{- else if eq $via "bundled" }}
{{- .Values.minio.clients.mlflow.passwordKey | default "password" }}
{{- else }}password
{{- end }}
{{- end }}

{{/* Scheme of the connection s3: https for a name outside the cluster, where values do not say it. */}}
{{- define "mlflow.connections.s3.scheme" -}}
{{- $via := include "mlflow.connections.s3.via" . }}
{{- $outside := and (regexMatch "[a-z]$" (include "mlflow.connections.s3.host" .)) (eq (include "mlflow.connections.s3.clientLabel" .) "") }}
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
{{- define "mlflow.connections.s3.url" -}}
{{ include "mlflow.connections.s3.scheme" . }}://{{ include "mlflow.connections.s3.host" . }}:{{ include "mlflow.connections.s3.port" . }}
{{- end }}

{{/* Bucket of the connection s3. */}}
{{- define "mlflow.connections.s3.bucket" -}}
{{- .Values.connections.s3.bucket | default "mlflow" }}
{{- end }}

{{/* Region for which requests of the connection s3 are signed. */}}
{{- define "mlflow.connections.s3.region" -}}
{{- if eq (include "mlflow.connections.s3.via" .) "external" }}
{{- .Values.global.members.minio.external.region }}
{{- else }}
{{- .Values.connections.s3.region }}
{{- end }}
{{- end }}

{{/* Secret with the CA certificate of the connection s3; empty for none. */}}
{{- define "mlflow.connections.s3.caSecret" -}}
{{- $via := include "mlflow.connections.s3.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.s3.caSecret | default .Values.global.members.minio.caSecret }}
{{- else if $via }}
{{- .Values.connections.s3.caSecret }}
{{- end }}
{{- end }}

{{/* Volume with the CA certificate of the connection s3. */}}
{{- define "mlflow.connections.s3.caVolume" -}}
- name: ca-s3
  secret:
    secretName: {{ include "mlflow.connections.s3.caSecret" . | quote }}
    items:
      - key: {{ .Values.connections.s3.caKey | quote }}
        path: ca.crt
{{- end }}

{{/* What the connection s3 leads to: value, bundled, member, external; empty for nothing. */}}
{{- define "mlflow.connections.s3.via" -}}
{{- if not .Values.artifacts.destination }}
{{- if .Values.connections.s3.host }}value
{{- else if .Values.minio.enabled }}bundled
{{- else if .Values.global.members.minio.enabled }}member
{{- else if .Values.global.members.minio.external.host }}external
{{- end }}
{{- end }}
{{- end }}

{{/* Name of minio in this release, as its labels have it. */}}
{{- define "mlflow.connections.s3.name" -}}
{{- if and (eq (include "mlflow.connections.s3.via" .) "bundled") (not .Chart.IsRoot) }}{{ include "mlflow.name" . }}-{{ end }}minio
{{- end }}

{{/* Name of the objects of minio in this release. */}}
{{- define "mlflow.connections.s3.fullname" -}}
{{- $name := include "mlflow.connections.s3.name" . }}
{{- $whole := "" }}
{{- if eq (include "mlflow.connections.s3.via" .) "bundled" }}
{{- $name = .Values.minio.nameOverride | default $name }}
{{- $whole = .Values.minio.fullnameOverride }}
{{- end }}
{{- $whole | default (include "mlflow.releaseName" (dict "release" .Release.Name "name" $name "reserve" 10)) }}
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
{{- .Values.connections.s3.port | default (ternary 443 9000 (eq (include "mlflow.connections.s3.scheme" .) "https")) }}
{{- else if eq $via "external" }}
{{- .Values.global.members.minio.external.port | default (ternary 443 9000 (eq (include "mlflow.connections.s3.scheme" .) "https")) }}
{{- else if eq $via "bundled" }}
{{- .Values.minio.service.port }}
{{- else }}
{{- 9000 }}
{{- end }}
{{- end }}

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
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

{{/* Egress to s3. */}}
{{- define "mlflow.connections.s3.egress" -}}
{{- $via := include "mlflow.connections.s3.via" . }}
{{- if has $via (list "bundled" "member") }}
- to:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: {{ include "mlflow.connections.s3.name" . }}
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
    {{- include "mlflow.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "mlflow.connections.s3.port" . }}
      protocol: TCP
    {{- if include "mlflow.connections.s3.clientLabel" . }}
    - port: 8900
      protocol: TCP
    {{- end }}
{{- end }}
{{- end }}

{{/* Environment variables of several containers: connections. */}}
{{- define "mlflow.environment.connections" -}}
{{- if include "mlflow.connections.postgres.via" . }}
{{- include "mlflow.connections.postgres.env" . | trim | nindent 0 }}
{{- end }}
{{- if include "mlflow.connections.s3.via" . }}
{{- include "mlflow.connections.s3.env" . | trim | nindent 0 }}
{{- end }}
{{- if include "mlflow.connections.postgres.caSecret" . }}
- name: PGSSLROOTCERT
  value: /etc/connections/postgres/ca.crt
{{- end }}
{{- if include "mlflow.connections.s3.caSecret" . }}
- name: AWS_CA_BUNDLE
  value: /etc/connections/s3/ca.crt
{{- end }}
{{- end }}

{{/* Volume mounts of several containers: connections. */}}
{{- define "mlflow.volumeMounts.connections" -}}
{{- if include "mlflow.connections.postgres.caSecret" . }}
- name: ca-postgres
  mountPath: /etc/connections/postgres
  readOnly: true
{{- end }}
{{- if include "mlflow.connections.s3.caSecret" . }}
- name: ca-s3
  mountPath: /etc/connections/s3
  readOnly: true
{{- end }}
{{- end }}
