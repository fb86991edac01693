{{/* Environment variables of the connection prometheus. */}}
{{- define "fastapi.connections.prometheus.env" -}}
- name: PROMETHEUS_URL
  value: {{ include "fastapi.connections.prometheus.url" . | quote }}
{{- end }}

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
{{- else if eq $via "member" }}
{{- $path = .Values.global.members.prometheus.path }}
{{- end }}
{{- $scheme }}://{{ include "fastapi.connections.prometheus.host" . }}:{{ include "fastapi.connections.prometheus.port" . }}{{ $path }}
{{- end }}

{{/* What the connection prometheus leads to: value, member, external; empty for nothing. */}}
{{- define "fastapi.connections.prometheus.via" -}}
{{- if and (eq .Values.rollout.mode "canary") (or .Values.jury.enabled .Values.rollout.canary.argo.enabled) }}
{{- if .Values.connections.prometheus.host }}value
{{- else if .Values.global.members.prometheus.enabled }}member
{{- else if .Values.global.members.prometheus.external.host }}external
{{- end }}
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
{{- .Values.connections.prometheus.port | default (ternary 443 9090 (eq .Values.connections.prometheus.scheme "https")) }}
{{- else if eq $via "external" }}
{{- .Values.global.members.prometheus.external.port | default (ternary 443 9090 (eq .Values.global.members.prometheus.external.scheme "https")) }}
{{- else }}
{{- 9090 }}
{{- end }}
{{- end }}

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
{{- define "fastapi.connections.prometheus.clientLabel" -}}
{{- $via := include "fastapi.connections.prometheus.via" . }}
{{- if eq $via "member" }}
{{- include "fastapi.connections.prometheus.fullname" . }}-client
{{- else if $via }}
{{- $host := include "fastapi.connections.prometheus.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to prometheus. */}}
{{- define "fastapi.connections.prometheus.egress" -}}
{{- $via := include "fastapi.connections.prometheus.via" . }}
{{- if eq $via "member" }}
- to:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: prometheus
          app.kubernetes.io/instance: {{ .Release.Name | quote }}
          app.kubernetes.io/component: main
  ports:
    - port: 9090
      protocol: TCP
    - port: 8900
      protocol: TCP
{{- else if and $via (or .Values.connections.prometheus.cidrs .Values.networkPolicy.externalCidrs) }}
- to:
    {{- $cidrs := .Values.connections.prometheus.cidrs | default .Values.networkPolicy.externalCidrs }}
    {{- include "fastapi.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "fastapi.connections.prometheus.port" . }}
      protocol: TCP
    {{- if include "fastapi.connections.prometheus.clientLabel" . }}
    - port: 8900
      protocol: TCP
    {{- end }}
{{- end }}
{{- end }}

{{/* Container that holds a pod until redis works; called with the root, seconds and resources. */}}
{{- define "fastapi.connections.redis.wait" -}}
{{- with .root -}}
- name: wait-for-redis
  image: {{ include "fastapi.toolbox.image" . }}
  imagePullPolicy: {{ .Values.toolbox.image.pullPolicy }}
  command: ["sh", "-c"]
  args:
    - |
      {{- include "fastapi.scripts.check-redis" . | nindent 6 }}
  env:
    - name: SERVICE
      value: redis
    - name: TIMEOUT
      value: {{ int64 $.timeout | quote }}
    - name: HOST
      value: {{ include "fastapi.connections.redis.host" . }}
    - name: PORT
      value: {{ include "fastapi.connections.redis.port" . | quote }}
    - name: SCHEME
      value: {{ include "fastapi.connections.redis.scheme" . }}
    {{- if include "fastapi.connections.redis.secretName" . }}
    - name: USERNAME
      value: {{ include "fastapi.connections.redis.username" . | quote }}
    - name: PASSWORD
      valueFrom:
        secretKeyRef:
          name: {{ include "fastapi.connections.redis.secretName" . | quote }}
          key: {{ include "fastapi.connections.redis.secretKey" . | quote }}
    {{- if not .Values.connections.redis.urlKey }}
    - name: CARRIER
      value: "REDIS_URL: take letters and digits, or name a key with the whole URL in connections.redis.urlKey"
    - name: REFUSED
      value: "!A-Za-z0-9._~!$&'()*+,;=-"
    {{- end }}
    {{- end }}
    {{- with .Values.global.extraEnv }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  resources:
    {{- toYaml $.resources | nindent 4 }}
  {{- if include "fastapi.connections.redis.caSecret" . }}
  volumeMounts:
    - name: ca-redis
      mountPath: /etc/connections/redis
      readOnly: true
  {{- end }}
  terminationMessagePolicy: FallbackToLogsOnError
  securityContext:
    {{- include "fastapi.toolboxSecurityContext" . | nindent 4 }}
{{- end }}
{{- end }}

{{/* Environment variables of the connection redis. */}}
{{- define "fastapi.connections.redis.env" -}}
{{- if include "fastapi.connections.redis.secretName" . }}
- name: REDIS_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ include "fastapi.connections.redis.secretName" . | quote }}
      key: {{ include "fastapi.connections.redis.secretKey" . | quote }}
{{- end }}
- name: REDIS_URL
  {{- if and (eq (include "fastapi.connections.redis.via" .) "value") .Values.connections.redis.existingSecret .Values.connections.redis.urlKey }}
  valueFrom:
    secretKeyRef:
      name: {{ .Values.connections.redis.existingSecret | quote }}
      key: {{ .Values.connections.redis.urlKey | quote }}
  {{- else }}
  value: {{ include "fastapi.connections.redis.url" . | quote }}
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
{{- with .Values.redis.secrets.from.password }}
{{- .secret }}
{{- else }}
{{- .Values.redis.secrets.existingSecret | default (include "fastapi.connections.redis.fullname" .) }}
{{- end }}
{{- else }}
{{- include "fastapi.connections.redis.fullname" . }}
{{- end }}
{{- end }}

{{/* Key of the password in the Secret of the connection redis. */}}
{{- define "fastapi.connections.redis.secretKey" -}}
{{- $via := include "fastapi.connections.redis.via" . }}
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

{{/* URL of the connection redis without user and password. */}}
{{- define "fastapi.connections.redis.address" -}}
{{- include "fastapi.connections.redis.scheme" . }}://{{ include "fastapi.connections.redis.host" . }}:{{ include "fastapi.connections.redis.port"
  . }}/{{ int64 .Values.connections.redis.database }}
{{- if and (include "fastapi.connections.redis.caSecret" .)
  (eq (include "fastapi.connections.redis.scheme" .) "rediss") }}?ssl_ca_certs=/etc/connections/redis/ca.crt{{ end }}
{{- end }}

{{/* URL of the connection redis; Kubernetes expands the password. */}}
{{- define "fastapi.connections.redis.url" -}}
{{- $login := "" }}
{{- if include "fastapi.connections.redis.secretName" . }}
{{- $login = printf "%s:$(REDIS_PASSWORD)@" (include "fastapi.connections.redis.username" . | urlquery | replace "+" "%20") }}
{{- end }}
{{- include "fastapi.connections.redis.address" . | replace "://" (printf "://%s" $login) }}
{{- end }}

{{/* Secret with the CA certificate of the connection redis; empty for none. */}}
{{- define "fastapi.connections.redis.caSecret" -}}
{{- $via := include "fastapi.connections.redis.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.redis.caSecret | default .Values.global.members.redis.caSecret }}
{{- else if $via }}
{{- .Values.connections.redis.caSecret }}
{{- end }}
{{- end }}

{{/* Volume with the CA certificate of the connection redis. */}}
{{- define "fastapi.connections.redis.caVolume" -}}
- name: ca-redis
  secret:
    secretName: {{ include "fastapi.connections.redis.caSecret" . | quote }}
    items:
      - key: {{ .Values.connections.redis.caKey | quote }}
        path: ca.crt
{{- end }}

{{/* What the connection redis leads to: value, bundled, member, external; empty for nothing. */}}
{{- define "fastapi.connections.redis.via" -}}
{{- if .Values.connections.redis.host }}value
{{- else if .Values.redis.enabled }}bundled
{{- else if .Values.global.members.redis.enabled }}member
{{- else if .Values.global.members.redis.external.host }}external
{{- end }}
{{- end }}

{{/* Name of redis in this release, as its labels have it. */}}
{{- define "fastapi.connections.redis.name" -}}
{{- if and (eq (include "fastapi.connections.redis.via" .) "bundled") (not .Chart.IsRoot) }}{{ include "fastapi.name" . }}-{{ end }}redis
{{- end }}

{{/* Name of the objects of redis in this release. */}}
{{- define "fastapi.connections.redis.fullname" -}}
{{- $name := include "fastapi.connections.redis.name" . }}
{{- $whole := "" }}
{{- if eq (include "fastapi.connections.redis.via" .) "bundled" }}
{{- $name = .Values.redis.nameOverride | default $name }}
{{- $whole = .Values.redis.fullnameOverride }}
{{- end }}
{{- $whole | default (include "fastapi.releaseName" (dict "release" .Release.Name "name" $name "reserve" 5)) }}
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

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
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

{{/* Egress to redis. */}}
{{- define "fastapi.connections.redis.egress" -}}
{{- $via := include "fastapi.connections.redis.via" . }}
{{- if has $via (list "bundled" "member") }}
- to:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: {{ include "fastapi.connections.redis.name" . }}
          app.kubernetes.io/instance: {{ .Release.Name | quote }}
          app.kubernetes.io/component: main
  ports:
    - port: 6379
      protocol: TCP
{{- else if and $via (or .Values.connections.redis.cidrs .Values.networkPolicy.externalCidrs) }}
- to:
    {{- $cidrs := .Values.connections.redis.cidrs | default .Values.networkPolicy.externalCidrs }}
    {{- include "fastapi.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "fastapi.connections.redis.port" . }}
      protocol: TCP
{{- end }}
{{- end }}

{{/* Container that holds a pod until postgres works; called with the root, seconds and resources. */}}
{{- define "fastapi.connections.postgres.wait" -}}
{{- with .root -}}
- name: wait-for-postgres
  image: {{ include "fastapi.postgresClient.image" . }}
  imagePullPolicy: {{ .Values.postgresClient.image.pullPolicy }}
  command: ["sh", "-c"]
  args:
    - |
      {{- include "fastapi.scripts.check-postgres" . | nindent 6 }}
  env:
    - name: SERVICE
      value: postgres
    - name: TIMEOUT
      value: {{ int64 $.timeout | quote }}
    - name: HOST
      value: {{ include "fastapi.connections.postgres.host" . }}
    - name: PORT
      value: {{ include "fastapi.connections.postgres.port" . | quote }}
    - name: DATABASE
      value: {{ include "fastapi.connections.postgres.database" . | quote }}
    - name: PGUSER
      value: {{ include "fastapi.connections.postgres.username" . | quote }}
    - name: PGSSLMODE
      value: {{ include "fastapi.connections.postgres.sslMode" . }}
    {{- if include "fastapi.connections.postgres.caSecret" . }}
    - name: PGSSLROOTCERT
      value: /etc/connections/postgres/ca.crt
    {{- end }}
    {{- if include "fastapi.connections.postgres.secretName" . }}
    - name: PGPASSWORD
      valueFrom:
        secretKeyRef:
          name: {{ include "fastapi.connections.postgres.secretName" . | quote }}
          key: {{ include "fastapi.connections.postgres.secretKey" . | quote }}
    {{- if not .Values.connections.postgres.urlKey }}
    - name: CARRIER
      value: "DATABASE_URL: take letters and digits, or name a key with the whole URL in connections.postgres.urlKey"
    - name: REFUSED
      value: "!A-Za-z0-9._~!$&'()*+,;=-"
    {{- end }}
    {{- end }}
    {{- with .Values.global.extraEnv }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  resources:
    {{- toYaml $.resources | nindent 4 }}
  {{- if include "fastapi.connections.postgres.caSecret" . }}
  volumeMounts:
    - name: ca-postgres
      mountPath: /etc/connections/postgres
      readOnly: true
  {{- end }}
  terminationMessagePolicy: FallbackToLogsOnError
  securityContext:
    {{- include "fastapi.toolboxSecurityContext" . | nindent 4 }}
{{- end }}
{{- end }}

{{/* Environment variables of the connection postgres. */}}
{{- define "fastapi.connections.postgres.env" -}}
{{- if include "fastapi.connections.postgres.secretName" . }}
- name: POSTGRES_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ include "fastapi.connections.postgres.secretName" . | quote }}
      key: {{ include "fastapi.connections.postgres.secretKey" . | quote }}
{{- end }}
- name: DATABASE_URL
  {{- if and (eq (include "fastapi.connections.postgres.via" .) "value") .Values.connections.postgres.existingSecret
    .Values.connections.postgres.urlKey }}
  valueFrom:
    secretKeyRef:
      name: {{ .Values.connections.postgres.existingSecret | quote }}
      key: {{ .Values.connections.postgres.urlKey | quote }}
  {{- else }}
  value: {{ include "fastapi.connections.postgres.url" . | quote }}
  {{- end }}
{{- end }}

{{/* Secret with the password of the connection postgres; empty for none. */}}
{{- define "fastapi.connections.postgres.secretName" -}}
{{- $via := include "fastapi.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.existingSecret }}
{{- else if eq $via "external" }}
{{- $existing := .Values.global.members.postgres.external.existingSecret }}
{{- with index .Values.global.members.postgres.external.clients "fastapi" }}
{{- $existing = .existingSecret | default $existing }}
{{- end }}
{{- $existing }}
{{- else if $via }}
{{- $existing := "" }}
{{- if eq $via "bundled" }}
{{- $existing = .Values.postgres.clients.fastapi.existingSecret }}
{{- end }}
{{- $existing | default (printf "%s-fastapi" (include "fastapi.connections.postgres.fullname" .)) }}
{{- end }}
{{- end }}

{{/* Key of the password in the Secret of the connection postgres. */}}
{{- define "fastapi.connections.postgres.secretKey" -}}
{{- $via := include "fastapi.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.secretKey }}
{{- else if eq $via "external" }}
{{- $key := "fastapi-password" }}
{{- with index .Values.global.members.postgres.external.clients "fastapi" }}
{{- $key = .passwordKey | default $key }}
{{- end }}
{{- $key }}
{{- else if eq $via "bundled" }}
{{- .Values.postgres.clients.fastapi.passwordKey | default "password" }}
{{- else }}password
{{- end }}
{{- end }}

{{/* User name of the connection postgres. */}}
{{- define "fastapi.connections.postgres.username" -}}
{{- $via := include "fastapi.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.username | default "fastapi" }}
{{- else if eq $via "bundled" }}
{{- .Values.postgres.clients.fastapi.username | default "fastapi" }}
{{- else }}fastapi
{{- end }}
{{- end }}

{{/* Database of the connection postgres. */}}
{{- define "fastapi.connections.postgres.database" -}}
{{- if eq (include "fastapi.connections.postgres.via" .) "value" }}
{{- .Values.connections.postgres.database | default "fastapi" }}
{{- else if eq (include "fastapi.connections.postgres.via" .) "bundled" }}
{{- .Values.postgres.clients.fastapi.database | default (include "fastapi.connections.postgres.username" .) }}
{{- else }}
{{- include "fastapi.connections.postgres.username" . }}
{{- end }}
{{- end }}

{{/* SSL mode of the connection postgres. */}}
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

{{/* User and password as in a URL; Kubernetes expands the password. */}}
{{- define "fastapi.connections.postgres.credentials" -}}
{{- include "fastapi.connections.postgres.username" . | urlquery | replace "+" "%20" }}
{{- if include "fastapi.connections.postgres.secretName" . }}:$(POSTGRES_PASSWORD){{ end }}
{{- end }}

{{/* URL of the connection postgres. */}}
{{- define "fastapi.connections.postgres.url" -}}
postgresql://{{ include "fastapi.connections.postgres.credentials" . }}@{{ include "fastapi.connections.postgres.host" . }}:{{
  include "fastapi.connections.postgres.port" . }}/{{ include "fastapi.connections.postgres.database" . | urlquery | replace "+" "%20" }}?sslmode={{
  include "fastapi.connections.postgres.sslMode" . }}
{{- if include "fastapi.connections.postgres.caSecret" . }}&sslrootcert=/etc/connections/postgres/ca.crt{{ end }}
{{- end }}

{{/* Secret with the CA certificate of the connection postgres; empty for none. */}}
{{- define "fastapi.connections.postgres.caSecret" -}}
{{- $via := include "fastapi.connections.postgres.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.postgres.caSecret | default .Values.global.members.postgres.caSecret }}
{{- else if $via }}
{{- .Values.connections.postgres.caSecret }}
{{- end }}
{{- end }}

{{/* Volume with the CA certificate of the connection postgres. */}}
{{- define "fastapi.connections.postgres.caVolume" -}}
- name: ca-postgres
  secret:
    secretName: {{ include "fastapi.connections.postgres.caSecret" . | quote }}
    items:
      - key: {{ .Values.connections.postgres.caKey | quote }}
        path: ca.crt
{{- end }}

{{/* What the connection postgres leads to: value, bundled, member, external; empty for nothing. */}}
{{- define "fastapi.connections.postgres.via" -}}
{{- if .Values.connections.postgres.host }}value
{{- else if .Values.postgres.enabled }}bundled
{{- else if .Values.global.members.postgres.enabled }}member
{{- else if .Values.global.members.postgres.external.host }}external
{{- end }}
{{- end }}

{{/* Name of postgres in this release, as its labels have it. */}}
{{- define "fastapi.connections.postgres.name" -}}
{{- if and (eq (include "fastapi.connections.postgres.via" .) "bundled") (not .Chart.IsRoot) }}{{ include "fastapi.name" . }}-{{ end }}postgres
{{- end }}

{{/* Name of the objects of postgres in this release. */}}
{{- define "fastapi.connections.postgres.fullname" -}}
{{- $name := include "fastapi.connections.postgres.name" . }}
{{- $whole := "" }}
{{- if eq (include "fastapi.connections.postgres.via" .) "bundled" }}
{{- $name = .Values.postgres.nameOverride | default $name }}
{{- $whole = .Values.postgres.fullnameOverride }}
{{- end }}
{{- $whole | default (include "fastapi.releaseName" (dict "release" .Release.Name "name" $name "reserve" 13)) }}
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

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
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

{{/* Egress to postgres. */}}
{{- define "fastapi.connections.postgres.egress" -}}
{{- $via := include "fastapi.connections.postgres.via" . }}
{{- if has $via (list "bundled" "member") }}
- to:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: {{ include "fastapi.connections.postgres.name" . }}
          app.kubernetes.io/instance: {{ .Release.Name | quote }}
          app.kubernetes.io/component: main
  ports:
    - port: 5432
      protocol: TCP
{{- else if and $via (or .Values.connections.postgres.cidrs .Values.networkPolicy.externalCidrs) }}
- to:
    {{- $cidrs := .Values.connections.postgres.cidrs | default .Values.networkPolicy.externalCidrs }}
    {{- include "fastapi.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "fastapi.connections.postgres.port" . }}
      protocol: TCP
{{- end }}
{{- end }}

{{/* Container that holds a pod until s3 works; called with the root, seconds and resources. */}}
{{- define "fastapi.connections.s3.wait" -}}
{{- with .root -}}
- name: wait-for-s3
  image: {{ include "fastapi.s3Client.image" . }}
  imagePullPolicy: {{ .Values.s3Client.image.pullPolicy }}
  command: ["sh", "-c"]
  args:
    - |
      {{- include "fastapi.scripts.check-s3" . | nindent 6 }}
  env:
    - name: SERVICE
      value: minio
    - name: TIMEOUT
      value: {{ int64 $.timeout | quote }}
    - name: HOST
      value: {{ include "fastapi.connections.s3.host" . }}
    - name: PORT
      value: {{ include "fastapi.connections.s3.port" . | quote }}
    - name: URL
      value: {{ include "fastapi.connections.s3.url" . }}
    - name: BUCKET
      value: {{ include "fastapi.connections.s3.bucket" . | quote }}
    - name: REGION
      value: {{ include "fastapi.connections.s3.region" . | quote }}
    {{- if include "fastapi.connections.s3.caSecret" . }}
    - name: CA
      value: /etc/connections/s3/ca.crt
    {{- end }}
    {{- if include "fastapi.connections.s3.secretName" . }}
    - name: ACCESS_KEY
      valueFrom:
        secretKeyRef:
          name: {{ include "fastapi.connections.s3.secretName" . | quote }}
          key: {{ include "fastapi.connections.s3.usernameKey" . | quote }}
    - name: SECRET_KEY
      valueFrom:
        secretKeyRef:
          name: {{ include "fastapi.connections.s3.secretName" . | quote }}
          key: {{ include "fastapi.connections.s3.secretKey" . | quote }}
    {{- end }}
    {{- with .Values.global.extraEnv }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  resources:
    {{- toYaml $.resources | nindent 4 }}
  {{- if include "fastapi.connections.s3.caSecret" . }}
  volumeMounts:
    - name: ca-s3
      mountPath: /etc/connections/s3
      readOnly: true
  {{- end }}
  terminationMessagePolicy: FallbackToLogsOnError
  securityContext:
    {{- include "fastapi.toolboxSecurityContext" . | nindent 4 }}
{{- end }}
{{- end }}

{{/* Environment variables of the connection s3. */}}
{{- define "fastapi.connections.s3.env" -}}
{{- $s3SecretName := include "fastapi.connections.s3.secretName" . -}}
{{- if $s3SecretName }}
- name: AWS_ACCESS_KEY_ID
  valueFrom:
    secretKeyRef:
      name: {{ $s3SecretName | quote }}
      key: {{ include "fastapi.connections.s3.usernameKey" . | quote }}
- name: AWS_SECRET_ACCESS_KEY
  valueFrom:
    secretKeyRef:
      name: {{ $s3SecretName | quote }}
      key: {{ include "fastapi.connections.s3.secretKey" . | quote }}
{{- end }}
- name: AWS_ENDPOINT_URL_S3
  value: {{ include "fastapi.connections.s3.url" . | quote }}
- name: AWS_REGION
  value: {{ include "fastapi.connections.s3.region" . | quote }}
- name: S3_BUCKET
  value: {{ include "fastapi.connections.s3.bucket" . | quote }}
{{- end }}

{{/* Secret with the access key of the connection s3; empty for none. */}}
{{- define "fastapi.connections.s3.secretName" -}}
{{- $via := include "fastapi.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.existingSecret }}
{{- else if eq $via "external" }}
{{- $existing := .Values.global.members.minio.external.existingSecret }}
{{- with index .Values.global.members.minio.external.clients "fastapi" }}
{{- $existing = .existingSecret | default $existing }}
{{- end }}
{{- $existing }}
{{- else if $via }}
{{- include "fastapi.connections.s3.fullname" . }}-fastapi
{{- end }}
{{- end }}

{{/* Key of the access key id. */}}
{{- define "fastapi.connections.s3.usernameKey" -}}
{{- $via := include "fastapi.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.usernameKey }}
{{- else if eq $via "external" }}
{{- $key := "fastapi-username" }}
{{- with index .Values.global.members.minio.external.clients "fastapi" }}
{{- $key = .usernameKey | default $key }}
{{- end }}
{{- $key }}
{{- else }}username
{{- end }}
{{- end }}

{{/* Key of the secret access key. */}}
{{- define "fastapi.connections.s3.secretKey" -}}
{{- $via := include "fastapi.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.secretKey }}
{{- else if eq $via "external" }}
{{- $key := "fastapi-password" }}
{{- with index .Values.global.members.minio.external.clients "fastapi" }}
{{- $key = .passwordKey | default $key }}
{{- end }}
{{- $key }}
{{- else }}password
{{- end }}
{{- end }}

{{/* Scheme of the connection s3: https for a name outside the cluster, where values do not say it. */}}
{{- define "fastapi.connections.s3.scheme" -}}
{{- $via := include "fastapi.connections.s3.via" . }}
{{- $outside := and (regexMatch "[a-z]$" (include "fastapi.connections.s3.host" .)) (eq (include "fastapi.connections.s3.clientLabel" .) "") }}
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
{{- define "fastapi.connections.s3.url" -}}
{{ include "fastapi.connections.s3.scheme" . }}://{{ include "fastapi.connections.s3.host" . }}:{{ include "fastapi.connections.s3.port" . }}
{{- end }}

{{/* Bucket of the connection s3. */}}
{{- define "fastapi.connections.s3.bucket" -}}
{{- .Values.connections.s3.bucket | default "fastapi" }}
{{- end }}

{{/* Region for which requests of the connection s3 are signed. */}}
{{- define "fastapi.connections.s3.region" -}}
{{- if eq (include "fastapi.connections.s3.via" .) "external" }}
{{- .Values.global.members.minio.external.region }}
{{- else }}
{{- .Values.connections.s3.region }}
{{- end }}
{{- end }}

{{/* Secret with the CA certificate of the connection s3; empty for none. */}}
{{- define "fastapi.connections.s3.caSecret" -}}
{{- $via := include "fastapi.connections.s3.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.s3.caSecret | default .Values.global.members.minio.caSecret }}
{{- else if $via }}
{{- .Values.connections.s3.caSecret }}
{{- end }}
{{- end }}

{{/* Volume with the CA certificate of the connection s3. */}}
{{- define "fastapi.connections.s3.caVolume" -}}
- name: ca-s3
  secret:
    secretName: {{ include "fastapi.connections.s3.caSecret" . | quote }}
    items:
      - key: {{ .Values.connections.s3.caKey | quote }}
        path: ca.crt
{{- end }}

{{/* What the connection s3 leads to: value, member, external; empty for nothing. */}}
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
{{- .Values.connections.s3.port | default (ternary 443 9000 (eq (include "fastapi.connections.s3.scheme" .) "https")) }}
{{- else if eq $via "external" }}
{{- .Values.global.members.minio.external.port | default (ternary 443 9000 (eq (include "fastapi.connections.s3.scheme" .) "https")) }}
{{- else }}
{{- 9000 }}
{{- end }}
{{- end }}

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
{{- define "fastapi.connections.s3.clientLabel" -}}
{{- $via := include "fastapi.connections.s3.via" . }}
{{- if eq $via "member" }}
{{- include "fastapi.connections.s3.fullname" . }}-client
{{- else if $via }}
{{- $host := include "fastapi.connections.s3.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to s3. */}}
{{- define "fastapi.connections.s3.egress" -}}
{{- $via := include "fastapi.connections.s3.via" . }}
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
    {{- include "fastapi.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "fastapi.connections.s3.port" . }}
      protocol: TCP
    {{- if include "fastapi.connections.s3.clientLabel" . }}
    - port: 8900
      protocol: TCP
    {{- end }}
{{- end }}
{{- end }}

{{/* Container that holds a pod until mlflow works; called with the root, seconds and resources. */}}
{{- define "fastapi.connections.mlflow.wait" -}}
{{- with .root -}}
- name: wait-for-mlflow
  image: {{ include "fastapi.toolbox.image" . }}
  imagePullPolicy: {{ .Values.toolbox.image.pullPolicy }}
  command: ["sh", "-c"]
  args:
    - |
      {{- include "fastapi.scripts.check-http" . | nindent 6 }}
  env:
    - name: SERVICE
      value: mlflow
    - name: TIMEOUT
      value: {{ int64 $.timeout | quote }}
    - name: HOST
      value: {{ include "fastapi.connections.mlflow.host" . }}
    - name: PORT
      value: {{ include "fastapi.connections.mlflow.port" . | quote }}
    - name: URL
      value: {{ include "fastapi.connections.mlflow.url" . }}/
    - name: EXPECT
      value: ""
    {{- with .Values.global.extraEnv }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  resources:
    {{- toYaml $.resources | nindent 4 }}
  {{- if include "fastapi.connections.mlflow.caSecret" . }}
  volumeMounts:
    - name: ca-mlflow
      mountPath: /etc/connections/mlflow
      readOnly: true
  {{- end }}
  terminationMessagePolicy: FallbackToLogsOnError
  securityContext:
    {{- include "fastapi.toolboxSecurityContext" . | nindent 4 }}
{{- end }}
{{- end }}

{{/* Environment variables of the connection mlflow. */}}
{{- define "fastapi.connections.mlflow.env" -}}
- name: MLFLOW_TRACKING_URI
  value: {{ include "fastapi.connections.mlflow.url" . | quote }}
- name: MLFLOW_ENABLE_PROXY_MULTIPART_DOWNLOAD
  value: "false"
- name: MLFLOW_ENABLE_PROXY_MULTIPART_UPLOAD
  value: "false"
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
{{- else if eq $via "member" }}
{{- $path = .Values.global.members.mlflow.path }}
{{- end }}
{{- $scheme }}://{{ include "fastapi.connections.mlflow.host" . }}:{{ include "fastapi.connections.mlflow.port" . }}{{ $path }}
{{- end }}

{{/* Secret with the CA certificate of the connection mlflow; empty for none. */}}
{{- define "fastapi.connections.mlflow.caSecret" -}}
{{- $via := include "fastapi.connections.mlflow.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.mlflow.caSecret | default .Values.global.members.mlflow.caSecret }}
{{- else if $via }}
{{- .Values.connections.mlflow.caSecret }}
{{- end }}
{{- end }}

{{/* Volume with the CA certificate of the connection mlflow. */}}
{{- define "fastapi.connections.mlflow.caVolume" -}}
- name: ca-mlflow
  secret:
    secretName: {{ include "fastapi.connections.mlflow.caSecret" . | quote }}
    items:
      - key: {{ .Values.connections.mlflow.caKey | quote }}
        path: ca.crt
{{- end }}

{{/* What the connection mlflow leads to: value, member, external; empty for nothing. */}}
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
{{- .Values.connections.mlflow.port | default (ternary 443 5000 (eq .Values.connections.mlflow.scheme "https")) }}
{{- else if eq $via "external" }}
{{- .Values.global.members.mlflow.external.port | default (ternary 443 5000 (eq .Values.global.members.mlflow.external.scheme "https")) }}
{{- else }}
{{- 5000 }}
{{- end }}
{{- end }}

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
{{- define "fastapi.connections.mlflow.clientLabel" -}}
{{- $via := include "fastapi.connections.mlflow.via" . }}
{{- if eq $via "member" }}
{{- include "fastapi.connections.mlflow.fullname" . }}-client
{{- else if $via }}
{{- $host := include "fastapi.connections.mlflow.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to mlflow. */}}
{{- define "fastapi.connections.mlflow.egress" -}}
{{- $via := include "fastapi.connections.mlflow.via" . }}
{{- if eq $via "member" }}
- to:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: mlflow
          app.kubernetes.io/instance: {{ .Release.Name | quote }}
          app.kubernetes.io/component: main
  ports:
    - port: 5000
      protocol: TCP
    - port: 8900
      protocol: TCP
{{- else if and $via (or .Values.connections.mlflow.cidrs .Values.networkPolicy.externalCidrs) }}
- to:
    {{- $cidrs := .Values.connections.mlflow.cidrs | default .Values.networkPolicy.externalCidrs }}
    {{- include "fastapi.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "fastapi.connections.mlflow.port" . }}
      protocol: TCP
    {{- if include "fastapi.connections.mlflow.clientLabel" . }}
    - port: 8900
      protocol: TCP
    {{- end }}
{{- end }}
{{- end }}

{{/* Environment variables of the connection jaeger. */}}
{{- define "fastapi.connections.jaeger.env" -}}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ include "fastapi.connections.jaeger.url" . | quote }}
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

{{/* Secret with the CA certificate of the connection jaeger; empty for none. */}}
{{- define "fastapi.connections.jaeger.caSecret" -}}
{{- $via := include "fastapi.connections.jaeger.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.jaeger.caSecret | default .Values.global.members.jaeger.caSecret }}
{{- else if $via }}
{{- .Values.connections.jaeger.caSecret }}
{{- end }}
{{- end }}

{{/* Volume with the CA certificate of the connection jaeger. */}}
{{- define "fastapi.connections.jaeger.caVolume" -}}
- name: ca-jaeger
  secret:
    secretName: {{ include "fastapi.connections.jaeger.caSecret" . | quote }}
    items:
      - key: {{ .Values.connections.jaeger.caKey | quote }}
        path: ca.crt
{{- end }}

{{/* What the connection jaeger leads to: value, member, external; empty for nothing. */}}
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
{{- .Values.connections.jaeger.port | default (ternary 443 4318 (eq .Values.connections.jaeger.scheme "https")) }}
{{- else if eq $via "external" }}
{{- .Values.global.members.jaeger.external.port | default (ternary 443 4318 (eq .Values.global.members.jaeger.external.scheme "https")) }}
{{- else }}
{{- 4318 }}
{{- end }}
{{- end }}

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
{{- define "fastapi.connections.jaeger.clientLabel" -}}
{{- $via := include "fastapi.connections.jaeger.via" . }}
{{- if eq $via "member" }}
{{- include "fastapi.connections.jaeger.fullname" . }}-client
{{- else if $via }}
{{- $host := include "fastapi.connections.jaeger.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to jaeger. */}}
{{- define "fastapi.connections.jaeger.egress" -}}
{{- $via := include "fastapi.connections.jaeger.via" . }}
{{- if eq $via "member" }}
- to:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: jaeger
          app.kubernetes.io/instance: {{ .Release.Name | quote }}
          app.kubernetes.io/component: main
  ports:
    - port: 4318
      protocol: TCP
{{- else if and $via (or .Values.connections.jaeger.cidrs .Values.networkPolicy.externalCidrs) }}
- to:
    {{- $cidrs := .Values.connections.jaeger.cidrs | default .Values.networkPolicy.externalCidrs }}
    {{- include "fastapi.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "fastapi.connections.jaeger.port" . }}
      protocol: TCP
{{- end }}
{{- end }}

{{/* Volume mounts of several containers: connections. */}}
{{- define "fastapi.volumeMounts.connections" -}}
{{- if include "fastapi.connections.redis.caSecret" . }}
- name: ca-redis
  mountPath: /etc/connections/redis
  readOnly: true
{{- end }}
{{- if include "fastapi.connections.postgres.caSecret" . }}
- name: ca-postgres
  mountPath: /etc/connections/postgres
  readOnly: true
{{- end }}
{{- end }}
