{{/* Environment variables of the connection prometheus. */}}
{{- define "langchain-api.connections.prometheus.env" -}}
- name: PROMETHEUS_URL
  value: {{ include "langchain-api.connections.prometheus.url" . | quote }}
{{- end }}

{{/* Base URL of the connection prometheus. */}}
{{- define "langchain-api.connections.prometheus.url" -}}
{{- $via := include "langchain-api.connections.prometheus.via" . }}
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
{{- $scheme }}://{{ include "langchain-api.connections.prometheus.host" . }}:{{ include "langchain-api.connections.prometheus.port" . }}{{ $path }}
{{- end }}

{{/* What the connection prometheus leads to: value, member, external; empty for nothing. */}}
{{- define "langchain-api.connections.prometheus.via" -}}
{{- if and (eq .Values.rollout.mode "canary") (or .Values.jury.enabled .Values.rollout.canary.argo.enabled) }}
{{- if .Values.connections.prometheus.host }}value
{{- else if .Values.global.members.prometheus.enabled }}member
{{- else if .Values.global.members.prometheus.external.host }}external
{{- end }}
{{- end }}
{{- end }}

{{/* Name of the objects of prometheus in this release. */}}
{{- define "langchain-api.connections.prometheus.fullname" -}}
{{- include "langchain-api.releaseName" (dict "release" .Release.Name "name" "prometheus" "reserve" 5) }}
{{- end }}

{{/* Host of the connection prometheus. */}}
{{- define "langchain-api.connections.prometheus.host" -}}
{{- $via := include "langchain-api.connections.prometheus.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.prometheus.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.prometheus.external.host }}
{{- else }}
{{- include "langchain-api.connections.prometheus.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection prometheus. */}}
{{- define "langchain-api.connections.prometheus.port" -}}
{{- $via := include "langchain-api.connections.prometheus.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.prometheus.port | default (ternary 443 9090 (eq .Values.connections.prometheus.scheme "https")) }}
{{- else if eq $via "external" }}
{{- .Values.global.members.prometheus.external.port | default (ternary 443 9090 (eq .Values.global.members.prometheus.external.scheme "https")) }}
{{- else }}
{{- 9090 }}
{{- end }}
{{- end }}

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
{{- define "langchain-api.connections.prometheus.clientLabel" -}}
{{- $via := include "langchain-api.connections.prometheus.via" . }}
{{- if eq $via "member" }}
{{- include "langchain-api.connections.prometheus.fullname" . }}-client
{{- else if $via }}
{{- $host := include "langchain-api.connections.prometheus.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to prometheus. */}}
{{- define "langchain-api.connections.prometheus.egress" -}}
{{- $via := include "langchain-api.connections.prometheus.via" . }}
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
    {{- include "langchain-api.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "langchain-api.connections.prometheus.port" . }}
      protocol: TCP
    {{- if include "langchain-api.connections.prometheus.clientLabel" . }}
    - port: 8900
      protocol: TCP
    {{- end }}
{{- end }}
{{- end }}

{{/* Container that holds a pod until ollama works; called with the root, seconds and resources. */}}
{{- define "langchain-api.connections.ollama.wait" -}}
{{- with .root -}}
- name: wait-for-ollama
  image: {{ include "langchain-api.toolbox.image" . }}
  imagePullPolicy: {{ .Values.toolbox.image.pullPolicy }}
  command: ["sh", "-c"]
  args:
    - |
      {{- include "langchain-api.scripts.check-http" . | nindent 6 }}
  env:
    - name: SERVICE
      value: ollama
    - name: TIMEOUT
      value: {{ int64 $.timeout | quote }}
    - name: HOST
      value: {{ include "langchain-api.connections.ollama.host" . }}
    - name: PORT
      value: {{ include "langchain-api.connections.ollama.port" . | quote }}
    - name: URL
      value: {{ include "langchain-api.connections.ollama.url" . }}/api/tags
    - name: EXPECT
      value: {{ ternary (printf "\"name\":\"%s\"" .Values.config.model) (printf "\"name\":\"%s:latest\"" .Values.config.model)
        (regexMatch ":[^/]+$" .Values.config.model) | quote }}
    {{- with .Values.global.extraEnv }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  resources:
    {{- toYaml $.resources | nindent 4 }}
  terminationMessagePolicy: FallbackToLogsOnError
  securityContext:
    {{- include "langchain-api.toolboxSecurityContext" . | nindent 4 }}
{{- end }}
{{- end }}

{{/* Environment variables of the connection ollama. */}}
{{- define "langchain-api.connections.ollama.env" -}}
- name: OLLAMA_BASE_URL
  value: {{ include "langchain-api.connections.ollama.url" . | quote }}
{{- end }}

{{/* Base URL of the connection ollama. */}}
{{- define "langchain-api.connections.ollama.url" -}}
{{- $via := include "langchain-api.connections.ollama.via" . }}
{{- $scheme := "http" }}
{{- $path := "" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.ollama.scheme }}
{{- $path = .Values.connections.ollama.path }}
{{- else if eq $via "external" }}
{{- $scheme = .Values.global.members.ollama.external.scheme }}
{{- $path = .Values.global.members.ollama.external.path }}
{{- end }}
{{- $scheme }}://{{ include "langchain-api.connections.ollama.host" . }}:{{ include "langchain-api.connections.ollama.port" . }}{{ $path }}
{{- end }}

{{/* What the connection ollama leads to: value, bundled, member, external; empty for nothing. */}}
{{- define "langchain-api.connections.ollama.via" -}}
{{- if .Values.connections.ollama.host }}value
{{- else if .Values.ollama.enabled }}bundled
{{- else if .Values.global.members.ollama.enabled }}member
{{- else if .Values.global.members.ollama.external.host }}external
{{- end }}
{{- end }}

{{/* Name of ollama in this release, as its labels have it. */}}
{{- define "langchain-api.connections.ollama.name" -}}
{{- if and (eq (include "langchain-api.connections.ollama.via" .) "bundled") (not .Chart.IsRoot) }}{{ include "langchain-api.name" . }}-{{ end }}ollama
{{- end }}

{{/* Name of the objects of ollama in this release. */}}
{{- define "langchain-api.connections.ollama.fullname" -}}
{{- $name := include "langchain-api.connections.ollama.name" . }}
{{- $whole := "" }}
{{- if eq (include "langchain-api.connections.ollama.via" .) "bundled" }}
{{- $name = .Values.ollama.nameOverride | default $name }}
{{- $whole = .Values.ollama.fullnameOverride }}
{{- end }}
{{- $whole | default (include "langchain-api.releaseName" (dict "release" .Release.Name "name" $name "reserve" 5)) }}
{{- end }}

{{/* Host of the connection ollama. */}}
{{- define "langchain-api.connections.ollama.host" -}}
{{- $via := include "langchain-api.connections.ollama.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.ollama.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.ollama.external.host }}
{{- else }}
{{- include "langchain-api.connections.ollama.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection ollama. */}}
{{- define "langchain-api.connections.ollama.port" -}}
{{- $via := include "langchain-api.connections.ollama.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.ollama.port | default (ternary 443 11434 (eq .Values.connections.ollama.scheme "https")) }}
{{- else if eq $via "external" }}
{{- .Values.global.members.ollama.external.port | default (ternary 443 11434 (eq .Values.global.members.ollama.external.scheme "https")) }}
{{- else if eq $via "bundled" }}
{{- .Values.ollama.service.port }}
{{- else }}
{{- 11434 }}
{{- end }}
{{- end }}

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
{{- define "langchain-api.connections.ollama.clientLabel" -}}
{{- $via := include "langchain-api.connections.ollama.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "langchain-api.connections.ollama.fullname" . }}-client
{{- else if $via }}
{{- $host := include "langchain-api.connections.ollama.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to ollama. */}}
{{- define "langchain-api.connections.ollama.egress" -}}
{{- $via := include "langchain-api.connections.ollama.via" . }}
{{- if has $via (list "bundled" "member") }}
- to:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: {{ include "langchain-api.connections.ollama.name" . }}
          app.kubernetes.io/instance: {{ .Release.Name | quote }}
          app.kubernetes.io/component: main
  ports:
    - port: 11434
      protocol: TCP
    - port: 8900
      protocol: TCP
{{- else if and $via (or .Values.connections.ollama.cidrs .Values.networkPolicy.externalCidrs) }}
- to:
    {{- $cidrs := .Values.connections.ollama.cidrs | default .Values.networkPolicy.externalCidrs }}
    {{- include "langchain-api.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "langchain-api.connections.ollama.port" . }}
      protocol: TCP
    {{- if include "langchain-api.connections.ollama.clientLabel" . }}
    - port: 8900
      protocol: TCP
    {{- end }}
{{- end }}
{{- end }}

{{/* Container that holds a pod until redis works; called with the root, seconds and resources. */}}
{{- define "langchain-api.connections.redis.wait" -}}
{{- with .root -}}
- name: wait-for-redis
  image: {{ include "langchain-api.toolbox.image" . }}
  imagePullPolicy: {{ .Values.toolbox.image.pullPolicy }}
  command: ["sh", "-c"]
  args:
    - |
      {{- include "langchain-api.scripts.check-redis" . | nindent 6 }}
  env:
    - name: SERVICE
      value: redis
    - name: TIMEOUT
      value: {{ int64 $.timeout | quote }}
    - name: HOST
      value: {{ include "langchain-api.connections.redis.host" . }}
    - name: PORT
      value: {{ include "langchain-api.connections.redis.port" . | quote }}
    - name: SCHEME
      value: {{ include "langchain-api.connections.redis.scheme" . }}
    {{- if include "langchain-api.connections.redis.secretName" . }}
    - name: USERNAME
      value: {{ include "langchain-api.connections.redis.username" . | quote }}
    - name: PASSWORD
      valueFrom:
        secretKeyRef:
          name: {{ include "langchain-api.connections.redis.secretName" . | quote }}
          key: {{ include "langchain-api.connections.redis.secretKey" . | quote }}
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
  {{- if include "langchain-api.connections.redis.caSecret" . }}
  volumeMounts:
    - name: ca-redis
      mountPath: /etc/connections/redis
      readOnly: true
  {{- end }}
  terminationMessagePolicy: FallbackToLogsOnError
  securityContext:
    {{- include "langchain-api.toolboxSecurityContext" . | nindent 4 }}
{{- end }}
{{- end }}

{{/* Environment variables of the connection redis. */}}
{{- define "langchain-api.connections.redis.env" -}}
{{- if include "langchain-api.connections.redis.secretName" . }}
- name: REDIS_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ include "langchain-api.connections.redis.secretName" . | quote }}
      key: {{ include "langchain-api.connections.redis.secretKey" . | quote }}
{{- end }}
- name: REDIS_URL
  {{- if and (eq (include "langchain-api.connections.redis.via" .) "value") .Values.connections.redis.existingSecret
    .Values.connections.redis.urlKey }}
  valueFrom:
    secretKeyRef:
      name: {{ .Values.connections.redis.existingSecret | quote }}
      key: {{ .Values.connections.redis.urlKey | quote }}
  {{- else }}
  value: {{ include "langchain-api.connections.redis.url" . | quote }}
  {{- end }}
{{- end }}

{{/* Secret with the password of the connection redis; empty for none. */}}
{{- define "langchain-api.connections.redis.secretName" -}}
{{- $via := include "langchain-api.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.existingSecret }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.existingSecret }}
{{- else if eq $via "bundled" }}
{{- with .Values.redis.secrets.from.password }}
{{- .secret }}
{{- else }}
{{- .Values.redis.secrets.existingSecret | default (include "langchain-api.connections.redis.fullname" .) }}
{{- end }}
{{- else }}
{{- include "langchain-api.connections.redis.fullname" . }}
{{- end }}
{{- end }}

{{/* Key of the password in the Secret of the connection redis. */}}
{{- define "langchain-api.connections.redis.secretKey" -}}
{{- $via := include "langchain-api.connections.redis.via" . }}
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
{{- define "langchain-api.connections.redis.username" -}}
{{- $via := include "langchain-api.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.username }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.username }}
{{- end }}
{{- end }}

{{/* Scheme of the connection redis: rediss for TLS. */}}
{{- define "langchain-api.connections.redis.scheme" -}}
{{- $via := include "langchain-api.connections.redis.via" . }}
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
{{- define "langchain-api.connections.redis.address" -}}
{{- include "langchain-api.connections.redis.scheme" . }}://{{ include "langchain-api.connections.redis.host" . }}:{{
  include "langchain-api.connections.redis.port" . }}/{{ int64 .Values.connections.redis.database }}
{{- if and (include "langchain-api.connections.redis.caSecret" .)
  (eq (include "langchain-api.connections.redis.scheme" .) "rediss") }}?ssl_ca_certs=/etc/connections/redis/ca.crt{{ end }}
{{- end }}

{{/* URL of the connection redis; Kubernetes expands the password. */}}
{{- define "langchain-api.connections.redis.url" -}}
{{- $login := "" }}
{{- if include "langchain-api.connections.redis.secretName" . }}
{{- $login = printf "%s:$(REDIS_PASSWORD)@" (include "langchain-api.connections.redis.username" . | urlquery | replace "+" "%20") }}
{{- end }}
{{- include "langchain-api.connections.redis.address" . | replace "://" (printf "://%s" $login) }}
{{- end }}

{{/* Secret with the CA certificate of the connection redis; empty for none. */}}
{{- define "langchain-api.connections.redis.caSecret" -}}
{{- $via := include "langchain-api.connections.redis.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.redis.caSecret | default .Values.global.members.redis.caSecret }}
{{- else if $via }}
{{- .Values.connections.redis.caSecret }}
{{- end }}
{{- end }}

{{/* Volume with the CA certificate of the connection redis. */}}
{{- define "langchain-api.connections.redis.caVolume" -}}
- name: ca-redis
  secret:
    secretName: {{ include "langchain-api.connections.redis.caSecret" . | quote }}
    items:
      - key: {{ .Values.connections.redis.caKey | quote }}
        path: ca.crt
{{- end }}

{{/* What the connection redis leads to: value, bundled, member, external; empty for nothing. */}}
{{- define "langchain-api.connections.redis.via" -}}
{{- if .Values.connections.redis.host }}value
{{- else if .Values.redis.enabled }}bundled
{{- else if .Values.global.members.redis.enabled }}member
{{- else if .Values.global.members.redis.external.host }}external
{{- end }}
{{- end }}

{{/* Name of redis in this release, as its labels have it. */}}
{{- define "langchain-api.connections.redis.name" -}}
{{- if and (eq (include "langchain-api.connections.redis.via" .) "bundled") (not .Chart.IsRoot) }}{{ include "langchain-api.name" . }}-{{ end }}redis
{{- end }}

{{/* Name of the objects of redis in this release. */}}
{{- define "langchain-api.connections.redis.fullname" -}}
{{- $name := include "langchain-api.connections.redis.name" . }}
{{- $whole := "" }}
{{- if eq (include "langchain-api.connections.redis.via" .) "bundled" }}
{{- $name = .Values.redis.nameOverride | default $name }}
{{- $whole = .Values.redis.fullnameOverride }}
{{- end }}
{{- $whole | default (include "langchain-api.releaseName" (dict "release" .Release.Name "name" $name "reserve" 5)) }}
{{- end }}

{{/* Host of the connection redis. */}}
{{- define "langchain-api.connections.redis.host" -}}
{{- $via := include "langchain-api.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.host }}
{{- else }}
{{- include "langchain-api.connections.redis.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection redis. */}}
{{- define "langchain-api.connections.redis.port" -}}
{{- $via := include "langchain-api.connections.redis.via" . }}
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
{{- define "langchain-api.connections.redis.clientLabel" -}}
{{- $via := include "langchain-api.connections.redis.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "langchain-api.connections.redis.fullname" . }}-client
{{- else if $via }}
{{- $host := include "langchain-api.connections.redis.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to redis. */}}
{{- define "langchain-api.connections.redis.egress" -}}
{{- $via := include "langchain-api.connections.redis.via" . }}
{{- if has $via (list "bundled" "member") }}
- to:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: {{ include "langchain-api.connections.redis.name" . }}
          app.kubernetes.io/instance: {{ .Release.Name | quote }}
          app.kubernetes.io/component: main
  ports:
    - port: 6379
      protocol: TCP
{{- else if and $via (or .Values.connections.redis.cidrs .Values.networkPolicy.externalCidrs) }}
- to:
    {{- $cidrs := .Values.connections.redis.cidrs | default .Values.networkPolicy.externalCidrs }}
    {{- include "langchain-api.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "langchain-api.connections.redis.port" . }}
      protocol: TCP
{{- end }}
{{- end }}

{{/* Environment variables of the connection jaeger. */}}
{{- define "langchain-api.connections.jaeger.env" -}}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ include "langchain-api.connections.jaeger.url" . | quote }}
{{- end }}

{{/* Base URL of the connection jaeger. */}}
{{- define "langchain-api.connections.jaeger.url" -}}
{{- $via := include "langchain-api.connections.jaeger.via" . }}
{{- $scheme := "http" }}
{{- $path := "" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.jaeger.scheme }}
{{- $path = .Values.connections.jaeger.path }}
{{- else if eq $via "external" }}
{{- $scheme = .Values.global.members.jaeger.external.scheme }}
{{- $path = .Values.global.members.jaeger.external.path }}
{{- end }}
{{- $scheme }}://{{ include "langchain-api.connections.jaeger.host" . }}:{{ include "langchain-api.connections.jaeger.port" . }}{{ $path }}
{{- end }}

{{/* Secret with the CA certificate of the connection jaeger; empty for none. */}}
{{- define "langchain-api.connections.jaeger.caSecret" -}}
{{- $via := include "langchain-api.connections.jaeger.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.jaeger.caSecret | default .Values.global.members.jaeger.caSecret }}
{{- else if $via }}
{{- .Values.connections.jaeger.caSecret }}
{{- end }}
{{- end }}

{{/* Volume with the CA certificate of the connection jaeger. */}}
{{- define "langchain-api.connections.jaeger.caVolume" -}}
- name: ca-jaeger
  secret:
    secretName: {{ include "langchain-api.connections.jaeger.caSecret" . | quote }}
    items:
      - key: {{ .Values.connections.jaeger.caKey | quote }}
        path: ca.crt
{{- end }}

{{/* What the connection jaeger leads to: value, member, external; empty for nothing. */}}
{{- define "langchain-api.connections.jaeger.via" -}}
{{- if .Values.connections.jaeger.host }}value
{{- else if .Values.global.members.jaeger.enabled }}member
{{- else if .Values.global.members.jaeger.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of jaeger in this release. */}}
{{- define "langchain-api.connections.jaeger.fullname" -}}
{{- include "langchain-api.releaseName" (dict "release" .Release.Name "name" "jaeger" "reserve" 5) }}
{{- end }}

{{/* Host of the connection jaeger. */}}
{{- define "langchain-api.connections.jaeger.host" -}}
{{- $via := include "langchain-api.connections.jaeger.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.jaeger.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.jaeger.external.host }}
{{- else }}
{{- include "langchain-api.connections.jaeger.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection jaeger. */}}
{{- define "langchain-api.connections.jaeger.port" -}}
{{- $via := include "langchain-api.connections.jaeger.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.jaeger.port | default (ternary 443 4318 (eq .Values.connections.jaeger.scheme "https")) }}
{{- else if eq $via "external" }}
{{- .Values.global.members.jaeger.external.port | default (ternary 443 4318 (eq .Values.global.members.jaeger.external.scheme "https")) }}
{{- else }}
{{- 4318 }}
{{- end }}
{{- end }}

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
{{- define "langchain-api.connections.jaeger.clientLabel" -}}
{{- $via := include "langchain-api.connections.jaeger.via" . }}
{{- if eq $via "member" }}
{{- include "langchain-api.connections.jaeger.fullname" . }}-client
{{- else if $via }}
{{- $host := include "langchain-api.connections.jaeger.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to jaeger. */}}
{{- define "langchain-api.connections.jaeger.egress" -}}
{{- $via := include "langchain-api.connections.jaeger.via" . }}
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
    {{- include "langchain-api.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "langchain-api.connections.jaeger.port" . }}
      protocol: TCP
{{- end }}
{{- end }}
