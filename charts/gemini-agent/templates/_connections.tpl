{{/* Environment variables of the connection prometheus. */}}
{{- define "gemini-agent.connections.prometheus.env" -}}
- name: PROMETHEUS_URL
  value: {{ include "gemini-agent.connections.prometheus.url" . | quote }}
{{- end }}

{{/* Base URL of the connection prometheus. */}}
{{- define "gemini-agent.connections.prometheus.url" -}}
{{- $via := include "gemini-agent.connections.prometheus.via" . }}
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
{{- $scheme }}://{{ include "gemini-agent.connections.prometheus.host" . }}:{{ include "gemini-agent.connections.prometheus.port" . }}{{ $path }}
{{- end }}

{{/* What the connection prometheus leads to: value, member, external; empty for nothing. */}}
{{- define "gemini-agent.connections.prometheus.via" -}}
{{- if and (eq .Values.rollout.mode "canary") (or .Values.jury.enabled .Values.rollout.canary.argo.enabled) }}
{{- if .Values.connections.prometheus.host }}value
{{- else if .Values.global.members.prometheus.enabled }}member
{{- else if .Values.global.members.prometheus.external.host }}external
{{- end }}
{{- end }}
{{- end }}

{{/* Name of the objects of prometheus in this release. */}}
{{- define "gemini-agent.connections.prometheus.fullname" -}}
{{- include "gemini-agent.releaseName" (dict "release" .Release.Name "name" "prometheus" "reserve" 5) }}
{{- end }}

{{/* Host of the connection prometheus. */}}
{{- define "gemini-agent.connections.prometheus.host" -}}
{{- $via := include "gemini-agent.connections.prometheus.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.prometheus.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.prometheus.external.host }}
{{- else }}
{{- include "gemini-agent.connections.prometheus.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection prometheus. */}}
{{- define "gemini-agent.connections.prometheus.port" -}}
{{- $via := include "gemini-agent.connections.prometheus.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.prometheus.port | default (ternary 443 9090 (eq .Values.connections.prometheus.scheme "https")) }}
{{- else if eq $via "external" }}
{{- .Values.global.members.prometheus.external.port | default (ternary 443 9090 (eq .Values.global.members.prometheus.external.scheme "https")) }}
{{- else }}
{{- 9090 }}
{{- end }}
{{- end }}

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
{{- define "gemini-agent.connections.prometheus.clientLabel" -}}
{{- $via := include "gemini-agent.connections.prometheus.via" . }}
{{- if eq $via "member" }}
{{- include "gemini-agent.connections.prometheus.fullname" . }}-client
{{- else if $via }}
{{- $host := include "gemini-agent.connections.prometheus.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to prometheus. */}}
{{- define "gemini-agent.connections.prometheus.egress" -}}
{{- $via := include "gemini-agent.connections.prometheus.via" . }}
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
    {{- include "gemini-agent.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "gemini-agent.connections.prometheus.port" . }}
      protocol: TCP
    {{- if include "gemini-agent.connections.prometheus.clientLabel" . }}
    - port: 8900
      protocol: TCP
    {{- end }}
{{- end }}
{{- end }}

{{/* Container that holds a pod until redis works; called with the root, seconds and resources. */}}
{{- define "gemini-agent.connections.redis.wait" -}}
{{- with .root -}}
- name: wait-for-redis
  image: {{ include "gemini-agent.toolbox.image" . }}
  imagePullPolicy: {{ .Values.toolbox.image.pullPolicy }}
  command: ["sh", "-c"]
  args:
    - |
      {{- include "gemini-agent.scripts.check-redis" . | nindent 6 }}
  env:
    - name: SERVICE
      value: redis
    - name: TIMEOUT
      value: {{ int64 $.timeout | quote }}
    - name: HOST
      value: {{ include "gemini-agent.connections.redis.host" . }}
    - name: PORT
      value: {{ include "gemini-agent.connections.redis.port" . | quote }}
    - name: SCHEME
      value: {{ include "gemini-agent.connections.redis.scheme" . }}
    {{- if include "gemini-agent.connections.redis.secretName" . }}
    - name: USERNAME
      value: {{ include "gemini-agent.connections.redis.username" . | quote }}
    - name: PASSWORD
      valueFrom:
        secretKeyRef:
          name: {{ include "gemini-agent.connections.redis.secretName" . | quote }}
          key: {{ include "gemini-agent.connections.redis.secretKey" . | quote }}
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
  {{- if include "gemini-agent.connections.redis.caSecret" . }}
  volumeMounts:
    - name: ca-redis
      mountPath: /etc/connections/redis
      readOnly: true
  {{- end }}
  terminationMessagePolicy: FallbackToLogsOnError
  securityContext:
    {{- include "gemini-agent.toolboxSecurityContext" . | nindent 4 }}
{{- end }}
{{- end }}

{{/* Environment variables of the connection redis. */}}
{{- define "gemini-agent.connections.redis.env" -}}
{{- if include "gemini-agent.connections.redis.secretName" . }}
- name: REDIS_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ include "gemini-agent.connections.redis.secretName" . | quote }}
      key: {{ include "gemini-agent.connections.redis.secretKey" . | quote }}
{{- end }}
- name: REDIS_HOST
  value: {{ include "gemini-agent.connections.redis.host" . | quote }}
- name: REDIS_PORT
  value: {{ include "gemini-agent.connections.redis.port" . | quote }}
- name: REDIS_URL
  {{- if and (eq (include "gemini-agent.connections.redis.via" .) "value") .Values.connections.redis.existingSecret
    .Values.connections.redis.urlKey }}
  valueFrom:
    secretKeyRef:
      name: {{ .Values.connections.redis.existingSecret | quote }}
      key: {{ .Values.connections.redis.urlKey | quote }}
  {{- else }}
  value: {{ include "gemini-agent.connections.redis.url" . | quote }}
  {{- end }}
{{- end }}

{{/* Secret with the password of the connection redis; empty for none. */}}
{{- define "gemini-agent.connections.redis.secretName" -}}
{{- $via := include "gemini-agent.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.existingSecret }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.existingSecret }}
{{- else if eq $via "bundled" }}
{{- with .Values.redis.secrets.from.password }}
{{- .secret }}
{{- else }}
{{- .Values.redis.secrets.existingSecret | default (include "gemini-agent.connections.redis.fullname" .) }}
{{- end }}
{{- else }}
{{- include "gemini-agent.connections.redis.fullname" . }}
{{- end }}
{{- end }}

{{/* Key of the password in the Secret of the connection redis. */}}
{{- define "gemini-agent.connections.redis.secretKey" -}}
{{- $via := include "gemini-agent.connections.redis.via" . }}
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
{{- define "gemini-agent.connections.redis.username" -}}
{{- $via := include "gemini-agent.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.username }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.username }}
{{- end }}
{{- end }}

{{/* Scheme of the connection redis: rediss for TLS. */}}
{{- define "gemini-agent.connections.redis.scheme" -}}
{{- $via := include "gemini-agent.connections.redis.via" . }}
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
{{- define "gemini-agent.connections.redis.address" -}}
{{- include "gemini-agent.connections.redis.scheme" . }}://{{ include "gemini-agent.connections.redis.host" . }}:{{
  include "gemini-agent.connections.redis.port" . }}/{{ int64 .Values.connections.redis.database }}
{{- if and (include "gemini-agent.connections.redis.caSecret" .)
  (eq (include "gemini-agent.connections.redis.scheme" .) "rediss") }}?ssl_ca_certs=/etc/connections/redis/ca.crt{{ end }}
{{- end }}

{{/* URL of the connection redis; Kubernetes expands the password. */}}
{{- define "gemini-agent.connections.redis.url" -}}
{{- $login := "" }}
{{- if include "gemini-agent.connections.redis.secretName" . }}
{{- $login = printf "%s:$(REDIS_PASSWORD)@" (include "gemini-agent.connections.redis.username" . | urlquery | replace "+" "%20") }}
{{- end }}
{{- include "gemini-agent.connections.redis.address" . | replace "://" (printf "://%s" $login) }}
{{- end }}

{{/* Secret with the CA certificate of the connection redis; empty for none. */}}
{{- define "gemini-agent.connections.redis.caSecret" -}}
{{- $via := include "gemini-agent.connections.redis.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.redis.caSecret | default .Values.global.members.redis.caSecret }}
{{- else if $via }}
{{- .Values.connections.redis.caSecret }}
{{- end }}
{{- end }}

{{/* Volume with the CA certificate of the connection redis. */}}
{{- define "gemini-agent.connections.redis.caVolume" -}}
- name: ca-redis
  secret:
    secretName: {{ include "gemini-agent.connections.redis.caSecret" . | quote }}
    items:
      - key: {{ .Values.connections.redis.caKey | quote }}
        path: ca.crt
{{- end }}

{{/* What the connection redis leads to: value, bundled, member, external; empty for nothing. */}}
{{- define "gemini-agent.connections.redis.via" -}}
{{- if .Values.connections.redis.host }}value
{{- else if .Values.redis.enabled }}bundled
{{- else if .Values.global.members.redis.enabled }}member
{{- else if .Values.global.members.redis.external.host }}external
{{- end }}
{{- end }}

{{/* Name of redis in this release, as its labels have it. */}}
{{- define "gemini-agent.connections.redis.name" -}}
{{- if and (eq (include "gemini-agent.connections.redis.via" .) "bundled") (not .Chart.IsRoot) }}{{ include "gemini-agent.name" . }}-{{ end }}redis
{{- end }}

{{/* Name of the objects of redis in this release. */}}
{{- define "gemini-agent.connections.redis.fullname" -}}
{{- $name := include "gemini-agent.connections.redis.name" . }}
{{- $whole := "" }}
{{- if eq (include "gemini-agent.connections.redis.via" .) "bundled" }}
{{- $name = .Values.redis.nameOverride | default $name }}
{{- $whole = .Values.redis.fullnameOverride }}
{{- end }}
{{- $whole | default (include "gemini-agent.releaseName" (dict "release" .Release.Name "name" $name "reserve" 5)) }}
{{- end }}

{{/* Host of the connection redis. */}}
{{- define "gemini-agent.connections.redis.host" -}}
{{- $via := include "gemini-agent.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.host }}
{{- else }}
{{- include "gemini-agent.connections.redis.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection redis. */}}
{{- define "gemini-agent.connections.redis.port" -}}
{{- $via := include "gemini-agent.connections.redis.via" . }}
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
{{- define "gemini-agent.connections.redis.clientLabel" -}}
{{- $via := include "gemini-agent.connections.redis.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "gemini-agent.connections.redis.fullname" . }}-client
{{- else if $via }}
{{- $host := include "gemini-agent.connections.redis.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to redis. */}}
{{- define "gemini-agent.connections.redis.egress" -}}
{{- $via := include "gemini-agent.connections.redis.via" . }}
{{- if has $via (list "bundled" "member") }}
- to:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: {{ include "gemini-agent.connections.redis.name" . }}
          app.kubernetes.io/instance: {{ .Release.Name | quote }}
          app.kubernetes.io/component: main
  ports:
    - port: 6379
      protocol: TCP
{{- else if and $via (or .Values.connections.redis.cidrs .Values.networkPolicy.externalCidrs) }}
- to:
    {{- $cidrs := .Values.connections.redis.cidrs | default .Values.networkPolicy.externalCidrs }}
    {{- include "gemini-agent.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "gemini-agent.connections.redis.port" . }}
      protocol: TCP
{{- end }}
{{- end }}

{{/* Environment variables of the connection jaeger. */}}
{{- define "gemini-agent.connections.jaeger.env" -}}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ include "gemini-agent.connections.jaeger.url" . | quote }}
{{- end }}

{{/* Base URL of the connection jaeger. */}}
{{- define "gemini-agent.connections.jaeger.url" -}}
{{- $via := include "gemini-agent.connections.jaeger.via" . }}
{{- $scheme := "http" }}
{{- $path := "" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.jaeger.scheme }}
{{- $path = .Values.connections.jaeger.path }}
{{- else if eq $via "external" }}
{{- $scheme = .Values.global.members.jaeger.external.scheme }}
{{- $path = .Values.global.members.jaeger.external.path }}
{{- end }}
{{- $scheme }}://{{ include "gemini-agent.connections.jaeger.host" . }}:{{ include "gemini-agent.connections.jaeger.port" . }}{{ $path }}
{{- end }}

{{/* What the connection jaeger leads to: value, member, external; empty for nothing. */}}
{{- define "gemini-agent.connections.jaeger.via" -}}
{{- if .Values.connections.jaeger.host }}value
{{- else if .Values.global.members.jaeger.enabled }}member
{{- else if .Values.global.members.jaeger.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of jaeger in this release. */}}
{{- define "gemini-agent.connections.jaeger.fullname" -}}
{{- include "gemini-agent.releaseName" (dict "release" .Release.Name "name" "jaeger" "reserve" 5) }}
{{- end }}

{{/* Host of the connection jaeger. */}}
{{- define "gemini-agent.connections.jaeger.host" -}}
{{- $via := include "gemini-agent.connections.jaeger.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.jaeger.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.jaeger.external.host }}
{{- else }}
{{- include "gemini-agent.connections.jaeger.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection jaeger. */}}
{{- define "gemini-agent.connections.jaeger.port" -}}
{{- $via := include "gemini-agent.connections.jaeger.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.jaeger.port | default (ternary 443 4318 (eq .Values.connections.jaeger.scheme "https")) }}
{{- else if eq $via "external" }}
{{- .Values.global.members.jaeger.external.port | default (ternary 443 4318 (eq .Values.global.members.jaeger.external.scheme "https")) }}
{{- else }}
{{- 4318 }}
{{- end }}
{{- end }}

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
{{- define "gemini-agent.connections.jaeger.clientLabel" -}}
{{- $via := include "gemini-agent.connections.jaeger.via" . }}
{{- if eq $via "member" }}
{{- include "gemini-agent.connections.jaeger.fullname" . }}-client
{{- else if $via }}
{{- $host := include "gemini-agent.connections.jaeger.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to jaeger. */}}
{{- define "gemini-agent.connections.jaeger.egress" -}}
{{- $via := include "gemini-agent.connections.jaeger.via" . }}
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
    {{- include "gemini-agent.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "gemini-agent.connections.jaeger.port" . }}
      protocol: TCP
{{- end }}
{{- end }}
