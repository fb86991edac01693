{{/* Environment variables of the connection prometheus. */}}
{{- define "streamlit.connections.prometheus.env" -}}
- name: PROMETHEUS_URL
  value: {{ include "streamlit.connections.prometheus.url" . | quote }}
{{- end }}

{{/* Base URL of the connection prometheus. */}}
{{- define "streamlit.connections.prometheus.url" -}}
{{- $via := include "streamlit.connections.prometheus.via" . }}
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
{{- $scheme }}://{{ include "streamlit.connections.prometheus.host" . }}:{{ include "streamlit.connections.prometheus.port" . }}{{ $path }}
{{- end }}

{{/* What the connection prometheus leads to: value, member, external; empty for nothing. */}}
{{- define "streamlit.connections.prometheus.via" -}}
{{- if and (eq .Values.rollout.mode "canary") (or .Values.jury.enabled .Values.rollout.canary.argo.enabled) }}
{{- if .Values.connections.prometheus.host }}value
{{- else if .Values.global.members.prometheus.enabled }}member
{{- else if .Values.global.members.prometheus.external.host }}external
{{- end }}
{{- end }}
{{- end }}

{{/* Name of the objects of prometheus in this release. */}}
{{- define "streamlit.connections.prometheus.fullname" -}}
{{- include "streamlit.releaseName" (dict "release" .Release.Name "name" "prometheus" "reserve" 5) }}
{{- end }}

{{/* Host of the connection prometheus. */}}
{{- define "streamlit.connections.prometheus.host" -}}
{{- $via := include "streamlit.connections.prometheus.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.prometheus.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.prometheus.external.host }}
{{- else }}
{{- include "streamlit.connections.prometheus.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection prometheus. */}}
{{- define "streamlit.connections.prometheus.port" -}}
{{- $via := include "streamlit.connections.prometheus.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.prometheus.port | default (ternary 443 9090 (eq .Values.connections.prometheus.scheme "https")) }}
{{- else if eq $via "external" }}
{{- .Values.global.members.prometheus.external.port | default (ternary 443 9090 (eq .Values.global.members.prometheus.external.scheme "https")) }}
{{- else }}
{{- 9090 }}
{{- end }}
{{- end }}

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
{{- define "streamlit.connections.prometheus.clientLabel" -}}
{{- $via := include "streamlit.connections.prometheus.via" . }}
{{- if eq $via "member" }}
{{- include "streamlit.connections.prometheus.fullname" . }}-client
{{- else if $via }}
{{- $host := include "streamlit.connections.prometheus.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to prometheus. */}}
{{- define "streamlit.connections.prometheus.egress" -}}
{{- $via := include "streamlit.connections.prometheus.via" . }}
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
    {{- include "streamlit.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "streamlit.connections.prometheus.port" . }}
      protocol: TCP
    {{- if include "streamlit.connections.prometheus.clientLabel" . }}
    - port: 8900
      protocol: TCP
    {{- end }}
{{- end }}
{{- end }}

{{/* Container that holds a pod until redis works; called with the root, seconds and resources. */}}
{{- define "streamlit.connections.redis.wait" -}}
{{- with .root -}}
- name: wait-for-redis
  image: {{ include "streamlit.toolbox.image" . }}
  imagePullPolicy: {{ .Values.toolbox.image.pullPolicy }}
  command: ["sh", "-c"]
  args:
    - |
      {{- include "streamlit.scripts.check-redis" . | nindent 6 }}
  env:
    - name: SERVICE
      value: redis
    - name: TIMEOUT
      value: {{ int64 $.timeout | quote }}
    - name: HOST
      value: {{ include "streamlit.connections.redis.host" . }}
    - name: PORT
      value: {{ include "streamlit.connections.redis.port" . | quote }}
    - name: SCHEME
      value: {{ include "streamlit.connections.redis.scheme" . }}
    {{- if include "streamlit.connections.redis.secretName" . }}
    - name: USERNAME
      value: {{ include "streamlit.connections.redis.username" . | quote }}
    - name: PASSWORD
      valueFrom:
        secretKeyRef:
          name: {{ include "streamlit.connections.redis.secretName" . | quote }}
          key: {{ include "streamlit.connections.redis.secretKey" . | quote }}
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
  {{- if include "streamlit.connections.redis.caSecret" . }}
  volumeMounts:
    - name: ca-redis
      mountPath: /etc/connections/redis
      readOnly: true
  {{- end }}
  terminationMessagePolicy: FallbackToLogsOnError
  securityContext:
    {{- include "streamlit.toolboxSecurityContext" . | nindent 4 }}
{{- end }}
{{- end }}

{{/* Environment variables of the connection redis. */}}
{{- define "streamlit.connections.redis.env" -}}
{{- if include "streamlit.connections.redis.secretName" . }}
- name: REDIS_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ include "streamlit.connections.redis.secretName" . | quote }}
      key: {{ include "streamlit.connections.redis.secretKey" . | quote }}
{{- end }}
- name: REDIS_URL
  {{- if and (eq (include "streamlit.connections.redis.via" .) "value") .Values.connections.redis.existingSecret .Values.connections.redis.urlKey }}
  valueFrom:
    secretKeyRef:
      name: {{ .Values.connections.redis.existingSecret | quote }}
      key: {{ .Values.connections.redis.urlKey | quote }}
  {{- else }}
  value: {{ include "streamlit.connections.redis.url" . | quote }}
  {{- end }}
{{- end }}

{{/* Secret with the password of the connection redis; empty for none. */}}
{{- define "streamlit.connections.redis.secretName" -}}
{{- $via := include "streamlit.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.existingSecret }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.existingSecret }}
{{- else if eq $via "bundled" }}
{{- with .Values.redis.secrets.from.password }}
{{- .secret }}
{{- else }}
{{- .Values.redis.secrets.existingSecret | default (include "streamlit.connections.redis.fullname" .) }}
{{- end }}
{{- else }}
{{- include "streamlit.connections.redis.fullname" . }}
{{- end }}
{{- end }}

{{/* Key of the password in the Secret of the connection redis. */}}
{{- define "streamlit.connections.redis.secretKey" -}}
{{- $via := include "streamlit.connections.redis.via" . }}
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
{{- define "streamlit.connections.redis.username" -}}
{{- $via := include "streamlit.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.username }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.username }}
{{- end }}
{{- end }}

{{/* Scheme of the connection redis: rediss for TLS. */}}
{{- define "streamlit.connections.redis.scheme" -}}
{{- $via := include "streamlit.connections.redis.via" . }}
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
{{- define "streamlit.connections.redis.address" -}}
{{- include "streamlit.connections.redis.scheme" . }}://{{ include "streamlit.connections.redis.host" . }}:{{
  include "streamlit.connections.redis.port" . }}/{{ int64 .Values.connections.redis.database }}
{{- if and (include "streamlit.connections.redis.caSecret" .)
  (eq (include "streamlit.connections.redis.scheme" .) "rediss") }}?ssl_ca_certs=/etc/connections/redis/ca.crt{{ end }}
{{- end }}

{{/* URL of the connection redis; Kubernetes expands the password. */}}
{{- define "streamlit.connections.redis.url" -}}
{{- $login := "" }}
{{- if include "streamlit.connections.redis.secretName" . }}
{{- $login = printf "%s:$(REDIS_PASSWORD)@" (include "streamlit.connections.redis.username" . | urlquery | replace "+" "%20") }}
{{- end }}
{{- include "streamlit.connections.redis.address" . | replace "://" (printf "://%s" $login) }}
{{- end }}

{{/* Secret with the CA certificate of the connection redis; empty for none. */}}
{{- define "streamlit.connections.redis.caSecret" -}}
{{- $via := include "streamlit.connections.redis.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.redis.caSecret | default .Values.global.members.redis.caSecret }}
{{- else if $via }}
{{- .Values.connections.redis.caSecret }}
{{- end }}
{{- end }}

{{/* Volume with the CA certificate of the connection redis. */}}
{{- define "streamlit.connections.redis.caVolume" -}}
- name: ca-redis
  secret:
    secretName: {{ include "streamlit.connections.redis.caSecret" . | quote }}
    items:
      - key: {{ .Values.connections.redis.caKey | quote }}
        path: ca.crt
{{- end }}

{{/* What the connection redis leads to: value, bundled, member, external; empty for nothing. */}}
{{- define "streamlit.connections.redis.via" -}}
{{- if .Values.connections.redis.host }}value
{{- else if .Values.redis.enabled }}bundled
{{- else if .Values.global.members.redis.enabled }}member
{{- else if .Values.global.members.redis.external.host }}external
{{- end }}
{{- end }}

{{/* Name of redis in this release, as its labels have it. */}}
{{- define "streamlit.connections.redis.name" -}}
{{- if and (eq (include "streamlit.connections.redis.via" .) "bundled") (not .Chart.IsRoot) }}{{ include "streamlit.name" . }}-{{ end }}redis
{{- end }}

{{/* Name of the objects of redis in this release. */}}
{{- define "streamlit.connections.redis.fullname" -}}
{{- $name := include "streamlit.connections.redis.name" . }}
{{- $whole := "" }}
{{- if eq (include "streamlit.connections.redis.via" .) "bundled" }}
{{- $name = .Values.redis.nameOverride | default $name }}
{{- $whole = .Values.redis.fullnameOverride }}
{{- end }}
{{- $whole | default (include "streamlit.releaseName" (dict "release" .Release.Name "name" $name "reserve" 5)) }}
{{- end }}

{{/* Host of the connection redis. */}}
{{- define "streamlit.connections.redis.host" -}}
{{- $via := include "streamlit.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.host }}
{{- else }}
{{- include "streamlit.connections.redis.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection redis. */}}
{{- define "streamlit.connections.redis.port" -}}
{{- $via := include "streamlit.connections.redis.via" . }}
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
{{- define "streamlit.connections.redis.clientLabel" -}}
{{- $via := include "streamlit.connections.redis.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "streamlit.connections.redis.fullname" . }}-client
{{- else if $via }}
{{- $host := include "streamlit.connections.redis.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to redis. */}}
{{- define "streamlit.connections.redis.egress" -}}
{{- $via := include "streamlit.connections.redis.via" . }}
{{- if has $via (list "bundled" "member") }}
- to:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: {{ include "streamlit.connections.redis.name" . }}
          app.kubernetes.io/instance: {{ .Release.Name | quote }}
          app.kubernetes.io/component: main
  ports:
    - port: 6379
      protocol: TCP
{{- else if and $via (or .Values.connections.redis.cidrs .Values.networkPolicy.externalCidrs) }}
- to:
    {{- $cidrs := .Values.connections.redis.cidrs | default .Values.networkPolicy.externalCidrs }}
    {{- include "streamlit.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "streamlit.connections.redis.port" . }}
      protocol: TCP
{{- end }}
{{- end }}

{{/* Container that holds a pod until mlflow works; called with the root, seconds and resources. */}}
{{- define "streamlit.connections.mlflow.wait" -}}
{{- with .root -}}
- name: wait-for-mlflow
  image: {{ include "streamlit.toolbox.image" . }}
  imagePullPolicy: {{ .Values.toolbox.image.pullPolicy }}
  command: ["sh", "-c"]
  args:
    - |
      {{- include "streamlit.scripts.check-http" . | nindent 6 }}
  env:
    - name: SERVICE
      value: mlflow
    - name: TIMEOUT
      value: {{ int64 $.timeout | quote }}
    - name: HOST
      value: {{ include "streamlit.connections.mlflow.host" . }}
    - name: PORT
      value: {{ include "streamlit.connections.mlflow.port" . | quote }}
    - name: URL
      value: {{ include "streamlit.connections.mlflow.url" . }}/
    - name: EXPECT
      value: ""
    {{- with .Values.global.extraEnv }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  resources:
    {{- toYaml $.resources | nindent 4 }}
  {{- if include "streamlit.connections.mlflow.caSecret" . }}
  volumeMounts:
    - name: ca-mlflow
      mountPath: /etc/connections/mlflow
      readOnly: true
  {{- end }}
  terminationMessagePolicy: FallbackToLogsOnError
  securityContext:
    {{- include "streamlit.toolboxSecurityContext" . | nindent 4 }}
{{- end }}
{{- end }}

{{/* Environment variables of the connection mlflow. */}}
{{- define "streamlit.connections.mlflow.env" -}}
- name: MLFLOW_TRACKING_URI
  value: {{ include "streamlit.connections.mlflow.url" . | quote }}
- name: MLFLOW_ENABLE_PROXY_MULTIPART_DOWNLOAD
  value: "false"
- name: MLFLOW_ENABLE_PROXY_MULTIPART_UPLOAD
  value: "false"
{{- end }}

{{/* Base URL of the connection mlflow. */}}
{{- define "streamlit.connections.mlflow.url" -}}
{{- $via := include "streamlit.connections.mlflow.via" . }}
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
{{- $scheme }}://{{ include "streamlit.connections.mlflow.host" . }}:{{ include "streamlit.connections.mlflow.port" . }}{{ $path }}
{{- end }}

{{/* Secret with the CA certificate of the connection mlflow; empty for none. */}}
{{- define "streamlit.connections.mlflow.caSecret" -}}
{{- $via := include "streamlit.connections.mlflow.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.mlflow.caSecret | default .Values.global.members.mlflow.caSecret }}
{{- else if $via }}
{{- .Values.connections.mlflow.caSecret }}
{{- end }}
{{- end }}

{{/* Volume with the CA certificate of the connection mlflow. */}}
{{- define "streamlit.connections.mlflow.caVolume" -}}
- name: ca-mlflow
  secret:
    secretName: {{ include "streamlit.connections.mlflow.caSecret" . | quote }}
    items:
      - key: {{ .Values.connections.mlflow.caKey | quote }}
        path: ca.crt
{{- end }}

{{/* What the connection mlflow leads to: value, member, external; empty for nothing. */}}
{{- define "streamlit.connections.mlflow.via" -}}
{{- if .Values.connections.mlflow.host }}value
{{- else if .Values.global.members.mlflow.enabled }}member
{{- else if .Values.global.members.mlflow.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of mlflow in this release. */}}
{{- define "streamlit.connections.mlflow.fullname" -}}
{{- include "streamlit.releaseName" (dict "release" .Release.Name "name" "mlflow" "reserve" 11) }}
{{- end }}

{{/* Host of the connection mlflow. */}}
{{- define "streamlit.connections.mlflow.host" -}}
{{- $via := include "streamlit.connections.mlflow.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.mlflow.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.mlflow.external.host }}
{{- else }}
{{- include "streamlit.connections.mlflow.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection mlflow. */}}
{{- define "streamlit.connections.mlflow.port" -}}
{{- $via := include "streamlit.connections.mlflow.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.mlflow.port | default (ternary 443 5000 (eq .Values.connections.mlflow.scheme "https")) }}
{{- else if eq $via "external" }}
{{- .Values.global.members.mlflow.external.port | default (ternary 443 5000 (eq .Values.global.members.mlflow.external.scheme "https")) }}
{{- else }}
{{- 5000 }}
{{- end }}
{{- end }}

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
{{- define "streamlit.connections.mlflow.clientLabel" -}}
{{- $via := include "streamlit.connections.mlflow.via" . }}
{{- if eq $via "member" }}
{{- include "streamlit.connections.mlflow.fullname" . }}-client
{{- else if $via }}
{{- $host := include "streamlit.connections.mlflow.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to mlflow. */}}
{{- define "streamlit.connections.mlflow.egress" -}}
{{- $via := include "streamlit.connections.mlflow.via" . }}
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
    {{- include "streamlit.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "streamlit.connections.mlflow.port" . }}
      protocol: TCP
    {{- if include "streamlit.connections.mlflow.clientLabel" . }}
    - port: 8900
      protocol: TCP
    {{- end }}
{{- end }}
{{- end }}

{{/* Environment variables of the connection jaeger. */}}
{{- define "streamlit.connections.jaeger.env" -}}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ include "streamlit.connections.jaeger.url" . | quote }}
{{- end }}

{{/* Base URL of the connection jaeger. */}}
{{- define "streamlit.connections.jaeger.url" -}}
{{- $via := include "streamlit.connections.jaeger.via" . }}
{{- $scheme := "http" }}
{{- $path := "" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.jaeger.scheme }}
{{- $path = .Values.connections.jaeger.path }}
{{- else if eq $via "external" }}
{{- $scheme = .Values.global.members.jaeger.external.scheme }}
{{- $path = .Values.global.members.jaeger.external.path }}
{{- end }}
{{- $scheme }}://{{ include "streamlit.connections.jaeger.host" . }}:{{ include "streamlit.connections.jaeger.port" . }}{{ $path }}
{{- end }}

{{/* Secret with the CA certificate of the connection jaeger; empty for none. */}}
{{- define "streamlit.connections.jaeger.caSecret" -}}
{{- $via := include "streamlit.connections.jaeger.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.jaeger.caSecret | default .Values.global.members.jaeger.caSecret }}
{{- else if $via }}
{{- .Values.connections.jaeger.caSecret }}
{{- end }}
{{- end }}

{{/* Volume with the CA certificate of the connection jaeger. */}}
{{- define "streamlit.connections.jaeger.caVolume" -}}
- name: ca-jaeger
  secret:
    secretName: {{ include "streamlit.connections.jaeger.caSecret" . | quote }}
    items:
      - key: {{ .Values.connections.jaeger.caKey | quote }}
        path: ca.crt
{{- end }}

{{/* What the connection jaeger leads to: value, member, external; empty for nothing. */}}
{{- define "streamlit.connections.jaeger.via" -}}
{{- if .Values.connections.jaeger.host }}value
{{- else if .Values.global.members.jaeger.enabled }}member
{{- else if .Values.global.members.jaeger.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of jaeger in this release. */}}
{{- define "streamlit.connections.jaeger.fullname" -}}
{{- include "streamlit.releaseName" (dict "release" .Release.Name "name" "jaeger" "reserve" 5) }}
{{- end }}

{{/* Host of the connection jaeger. */}}
{{- define "streamlit.connections.jaeger.host" -}}
{{- $via := include "streamlit.connections.jaeger.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.jaeger.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.jaeger.external.host }}
{{- else }}
{{- include "streamlit.connections.jaeger.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection jaeger. */}}
{{- define "streamlit.connections.jaeger.port" -}}
{{- $via := include "streamlit.connections.jaeger.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.jaeger.port | default (ternary 443 4318 (eq .Values.connections.jaeger.scheme "https")) }}
{{- else if eq $via "external" }}
{{- .Values.global.members.jaeger.external.port | default (ternary 443 4318 (eq .Values.global.members.jaeger.external.scheme "https")) }}
{{- else }}
{{- 4318 }}
{{- end }}
{{- end }}

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
{{- define "streamlit.connections.jaeger.clientLabel" -}}
{{- $via := include "streamlit.connections.jaeger.via" . }}
{{- if eq $via "member" }}
{{- include "streamlit.connections.jaeger.fullname" . }}-client
{{- else if $via }}
{{- $host := include "streamlit.connections.jaeger.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to jaeger. */}}
{{- define "streamlit.connections.jaeger.egress" -}}
{{- $via := include "streamlit.connections.jaeger.via" . }}
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
    {{- include "streamlit.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "streamlit.connections.jaeger.port" . }}
      protocol: TCP
{{- end }}
{{- end }}
