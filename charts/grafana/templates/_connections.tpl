{{/* Environment variables of the connection prometheus. */}}
{{- define "grafana.connections.prometheus.env" -}}
- name: PROMETHEUS_URL
  value: {{ include "grafana.connections.prometheus.url" . | quote }}
{{- end }}

{{/* Base URL of the connection prometheus. */}}
{{- define "grafana.connections.prometheus.url" -}}
{{- $via := include "grafana.connections.prometheus.via" . }}
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
{{- $scheme }}://{{ include "grafana.connections.prometheus.host" . }}:{{ include "grafana.connections.prometheus.port" . }}{{ $path }}
{{- end }}

{{/* What the connection prometheus leads to: value, member, external; empty for nothing. */}}
{{- define "grafana.connections.prometheus.via" -}}
{{- if .Values.connections.prometheus.host }}value
{{- else if .Values.global.members.prometheus.enabled }}member
{{- else if .Values.global.members.prometheus.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of prometheus in this release. */}}
{{- define "grafana.connections.prometheus.fullname" -}}
{{- include "grafana.releaseName" (dict "release" .Release.Name "name" "prometheus" "reserve" 5) }}
{{- end }}

{{/* Host of the connection prometheus. */}}
{{- define "grafana.connections.prometheus.host" -}}
{{- $via := include "grafana.connections.prometheus.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.prometheus.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.prometheus.external.host }}
{{- else }}
{{- include "grafana.connections.prometheus.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection prometheus. */}}
{{- define "grafana.connections.prometheus.port" -}}
{{- $via := include "grafana.connections.prometheus.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.prometheus.port | default (ternary 443 9090 (eq .Values.connections.prometheus.scheme "https")) }}
{{- else if eq $via "external" }}
{{- .Values.global.members.prometheus.external.port | default (ternary 443 9090 (eq .Values.global.members.prometheus.external.scheme "https")) }}
{{- else }}
{{- 9090 }}
{{- end }}
{{- end }}

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
{{- define "grafana.connections.prometheus.clientLabel" -}}
{{- $via := include "grafana.connections.prometheus.via" . }}
{{- if eq $via "member" }}
{{- include "grafana.connections.prometheus.fullname" . }}-client
{{- else if $via }}
{{- $host := include "grafana.connections.prometheus.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to prometheus. */}}
{{- define "grafana.connections.prometheus.egress" -}}
{{- $via := include "grafana.connections.prometheus.via" . }}
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
    {{- include "grafana.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "grafana.connections.prometheus.port" . }}
      protocol: TCP
    {{- if include "grafana.connections.prometheus.clientLabel" . }}
    - port: 8900
      protocol: TCP
    {{- end }}
{{- end }}
{{- end }}

{{/* Environment variables of the connection alertmanager. */}}
{{- define "grafana.connections.alertmanager.env" -}}
- name: ALERTMANAGER_URL
  value: {{ include "grafana.connections.alertmanager.url" . | quote }}
{{- end }}

{{/* Base URL of the connection alertmanager. */}}
{{- define "grafana.connections.alertmanager.url" -}}
{{- $via := include "grafana.connections.alertmanager.via" . }}
{{- $scheme := "http" }}
{{- $path := "" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.alertmanager.scheme }}
{{- $path = .Values.connections.alertmanager.path }}
{{- else if eq $via "external" }}
{{- $scheme = .Values.global.members.alertmanager.external.scheme }}
{{- $path = .Values.global.members.alertmanager.external.path }}
{{- else if eq $via "member" }}
{{- $path = .Values.global.members.alertmanager.path }}
{{- end }}
{{- $scheme }}://{{ include "grafana.connections.alertmanager.host" . }}:{{ include "grafana.connections.alertmanager.port" . }}{{ $path }}
{{- end }}

{{/* What the connection alertmanager leads to: value, member, external; empty for nothing. */}}
{{- define "grafana.connections.alertmanager.via" -}}
{{- if .Values.connections.alertmanager.host }}value
{{- else if .Values.global.members.alertmanager.enabled }}member
{{- else if .Values.global.members.alertmanager.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of alertmanager in this release. */}}
{{- define "grafana.connections.alertmanager.fullname" -}}
{{- include "grafana.releaseName" (dict "release" .Release.Name "name" "alertmanager" "reserve" 5) }}
{{- end }}

{{/* Host of the connection alertmanager. */}}
{{- define "grafana.connections.alertmanager.host" -}}
{{- $via := include "grafana.connections.alertmanager.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.alertmanager.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.alertmanager.external.host }}
{{- else }}
{{- include "grafana.connections.alertmanager.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection alertmanager. */}}
{{- define "grafana.connections.alertmanager.port" -}}
{{- $via := include "grafana.connections.alertmanager.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.alertmanager.port | default (ternary 443 9093 (eq .Values.connections.alertmanager.scheme "https")) }}
{{- else if eq $via "external" }}
{{- .Values.global.members.alertmanager.external.port | default (ternary 443 9093 (eq .Values.global.members.alertmanager.external.scheme "https")) }}
{{- else }}
{{- 9093 }}
{{- end }}
{{- end }}

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
{{- define "grafana.connections.alertmanager.clientLabel" -}}
{{- $via := include "grafana.connections.alertmanager.via" . }}
{{- if eq $via "member" }}
{{- include "grafana.connections.alertmanager.fullname" . }}-client
{{- else if $via }}
{{- $host := include "grafana.connections.alertmanager.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to alertmanager. */}}
{{- define "grafana.connections.alertmanager.egress" -}}
{{- $via := include "grafana.connections.alertmanager.via" . }}
{{- if eq $via "member" }}
- to:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: alertmanager
          app.kubernetes.io/instance: {{ .Release.Name | quote }}
          app.kubernetes.io/component: main
  ports:
    - port: 9093
      protocol: TCP
    - port: 8900
      protocol: TCP
{{- else if and $via (or .Values.connections.alertmanager.cidrs .Values.networkPolicy.externalCidrs) }}
- to:
    {{- $cidrs := .Values.connections.alertmanager.cidrs | default .Values.networkPolicy.externalCidrs }}
    {{- include "grafana.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "grafana.connections.alertmanager.port" . }}
      protocol: TCP
    {{- if include "grafana.connections.alertmanager.clientLabel" . }}
    - port: 8900
      protocol: TCP
    {{- end }}
{{- end }}
{{- end }}

{{/* Environment variables of the connection jaeger. */}}
{{- define "grafana.connections.jaeger.env" -}}
- name: JAEGER_URL
  value: {{ include "grafana.connections.jaeger.url" . | quote }}
{{- end }}

{{/* Base URL of the connection jaeger. */}}
{{- define "grafana.connections.jaeger.url" -}}
{{- $via := include "grafana.connections.jaeger.via" . }}
{{- $scheme := "http" }}
{{- $path := "" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.jaeger.scheme }}
{{- $path = .Values.connections.jaeger.path }}
{{- else if eq $via "external" }}
{{- $scheme = .Values.global.members.jaeger.external.scheme }}
{{- $path = .Values.global.members.jaeger.external.path }}
{{- else if eq $via "member" }}
{{- $path = .Values.global.members.jaeger.path }}
{{- end }}
{{- $scheme }}://{{ include "grafana.connections.jaeger.host" . }}:{{ include "grafana.connections.jaeger.port" . }}{{ $path }}
{{- end }}

{{/* What the connection jaeger leads to: value, member, external; empty for nothing. */}}
{{- define "grafana.connections.jaeger.via" -}}
{{- if .Values.connections.jaeger.host }}value
{{- else if .Values.global.members.jaeger.enabled }}member
{{- else if .Values.global.members.jaeger.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of jaeger in this release. */}}
{{- define "grafana.connections.jaeger.fullname" -}}
{{- include "grafana.releaseName" (dict "release" .Release.Name "name" "jaeger" "reserve" 5) }}
{{- end }}

{{/* Host of the connection jaeger. */}}
{{- define "grafana.connections.jaeger.host" -}}
{{- $via := include "grafana.connections.jaeger.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.jaeger.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.jaeger.external.host }}
{{- else }}
{{- include "grafana.connections.jaeger.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection jaeger. */}}
{{- define "grafana.connections.jaeger.port" -}}
{{- $via := include "grafana.connections.jaeger.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.jaeger.port | default (ternary 443 16686 (eq .Values.connections.jaeger.scheme "https")) }}
{{- else if eq $via "external" }}
{{- .Values.global.members.jaeger.external.port | default (ternary 443 16686 (eq .Values.global.members.jaeger.external.scheme "https")) }}
{{- else }}
{{- 16686 }}
{{- end }}
{{- end }}

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
{{- define "grafana.connections.jaeger.clientLabel" -}}
{{- $via := include "grafana.connections.jaeger.via" . }}
{{- if eq $via "member" }}
{{- include "grafana.connections.jaeger.fullname" . }}-client
{{- else if $via }}
{{- $host := include "grafana.connections.jaeger.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to jaeger. */}}
{{- define "grafana.connections.jaeger.egress" -}}
{{- $via := include "grafana.connections.jaeger.via" . }}
{{- if eq $via "member" }}
- to:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: jaeger
          app.kubernetes.io/instance: {{ .Release.Name | quote }}
          app.kubernetes.io/component: main
  ports:
    - port: 16686
      protocol: TCP
    - port: 8900
      protocol: TCP
{{- else if and $via (or .Values.connections.jaeger.cidrs .Values.networkPolicy.externalCidrs) }}
- to:
    {{- $cidrs := .Values.connections.jaeger.cidrs | default .Values.networkPolicy.externalCidrs }}
    {{- include "grafana.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "grafana.connections.jaeger.port" . }}
      protocol: TCP
    {{- if include "grafana.connections.jaeger.clientLabel" . }}
    - port: 8900
      protocol: TCP
    {{- end }}
{{- end }}
{{- end }}

{{/* Container that holds a pod until postgres works; called with the root, seconds and resources. */}}
{{- define "grafana.connections.postgres.wait" -}}
{{- with .root -}}
- name: wait-for-postgres
  image: {{ include "grafana.postgresClient.image" . }}
  imagePullPolicy: {{ .Values.postgresClient.image.pullPolicy }}
  command: ["sh", "-c"]
  args:
    - |
      {{- include "grafana.scripts.check-postgres" . | nindent 6 }}
  env:
    - name: SERVICE
      value: postgres
    - name: TIMEOUT
      value: {{ int64 $.timeout | quote }}
    - name: HOST
      value: {{ include "grafana.connections.postgres.host" . }}
    - name: PORT
      value: {{ include "grafana.connections.postgres.port" . | quote }}
    - name: DATABASE
      value: {{ include "grafana.connections.postgres.database" . | quote }}
    - name: PGUSER
      value: {{ include "grafana.connections.postgres.username" . | quote }}
    - name: PGSSLMODE
      value: {{ include "grafana.connections.postgres.sslMode" . }}
    {{- if include "grafana.connections.postgres.caSecret" . }}
    - name: PGSSLROOTCERT
      value: /etc/connections/postgres/ca.crt
    {{- end }}
    {{- if include "grafana.connections.postgres.secretName" . }}
    - name: PGPASSWORD
      valueFrom:
        secretKeyRef:
          name: {{ include "grafana.connections.postgres.secretName" . | quote }}
          key: {{ include "grafana.connections.postgres.secretKey" . | quote }}
    - name: CARRIER
      value: "GF_DATABASE_PASSWORD: take letters and digits"
    - name: REFUSED
      value: " '{\\\\"
    {{- end }}
    {{- with .Values.global.extraEnv }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  resources:
    {{- toYaml $.resources | nindent 4 }}
  {{- if include "grafana.connections.postgres.caSecret" . }}
  volumeMounts:
    - name: ca-postgres
      mountPath: /etc/connections/postgres
      readOnly: true
  {{- end }}
  terminationMessagePolicy: FallbackToLogsOnError
  securityContext:
    {{- include "grafana.toolboxSecurityContext" . | nindent 4 }}
{{- end }}
{{- end }}

{{/* Environment variables of the connection postgres. */}}
{{- define "grafana.connections.postgres.env" -}}
{{- if include "grafana.connections.postgres.secretName" . }}
- name: GF_DATABASE_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ include "grafana.connections.postgres.secretName" . | quote }}
      key: {{ include "grafana.connections.postgres.secretKey" . | quote }}
{{- end }}
- name: GF_DATABASE_HOST
  value: "{{ include "grafana.connections.postgres.host" . }}:{{ include "grafana.connections.postgres.port" . }}"
- name: GF_DATABASE_NAME
  value: {{ include "grafana.connections.postgres.database" . | quote }}
- name: GF_DATABASE_USER
  value: {{ include "grafana.connections.postgres.username" . | quote }}
{{- end }}

{{/* Secret with the password of the connection postgres; empty for none. */}}
{{- define "grafana.connections.postgres.secretName" -}}
{{- $via := include "grafana.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.existingSecret }}
{{- else if eq $via "external" }}
{{- $existing := .Values.global.members.postgres.external.existingSecret }}
{{- with index .Values.global.members.postgres.external.clients "grafana" }}
{{- $existing = .existingSecret | default $existing }}
{{- end }}
{{- $existing }}
{{- else if $via }}
{{- include "grafana.connections.postgres.fullname" . }}-grafana
{{- end }}
{{- end }}

{{/* Key of the password in the Secret of the connection postgres. */}}
{{- define "grafana.connections.postgres.secretKey" -}}
{{- $via := include "grafana.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.secretKey }}
{{- else if eq $via "external" }}
{{- $key := "grafana-password" }}
{{- with index .Values.global.members.postgres.external.clients "grafana" }}
{{- $key = .passwordKey | default $key }}
{{- end }}
{{- $key }}
{{- else }}password
{{- end }}
{{- end }}

{{/* User name of the connection postgres. */}}
{{- define "grafana.connections.postgres.username" -}}
{{- $via := include "grafana.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.username | default "grafana" }}
{{- else }}grafana
{{- end }}
{{- end }}

{{/* Database of the connection postgres. */}}
{{- define "grafana.connections.postgres.database" -}}
{{- if eq (include "grafana.connections.postgres.via" .) "value" }}
{{- .Values.connections.postgres.database | default "grafana" }}
{{- else }}
{{- include "grafana.connections.postgres.username" . }}
{{- end }}
{{- end }}

{{/* SSL mode of the connection postgres. */}}
{{- define "grafana.connections.postgres.sslMode" -}}
{{- $via := include "grafana.connections.postgres.via" . }}
{{- $mode := "prefer" }}
{{- if eq $via "value" }}
{{- $mode = .Values.connections.postgres.sslMode }}
{{- else if eq $via "external" }}
{{- $mode = .Values.global.members.postgres.external.sslMode }}
{{- else if eq $via "member" }}
{{- $mode = ternary "require" "prefer" .Values.global.members.postgres.tls }}
{{- end }}
{{- if and (include "grafana.connections.postgres.caSecret" .) (has $mode (list "allow" "prefer" "require")) }}
{{- $mode = "verify-full" }}
{{- end }}
{{- $mode }}
{{- end }}

{{/* Secret with the CA certificate of the connection postgres; empty for none. */}}
{{- define "grafana.connections.postgres.caSecret" -}}
{{- $via := include "grafana.connections.postgres.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.postgres.caSecret | default .Values.global.members.postgres.caSecret }}
{{- else if $via }}
{{- .Values.connections.postgres.caSecret }}
{{- end }}
{{- end }}

{{/* Volume with the CA certificate of the connection postgres. */}}
{{- define "grafana.connections.postgres.caVolume" -}}
- name: ca-postgres
  secret:
    secretName: {{ include "grafana.connections.postgres.caSecret" . | quote }}
    items:
      - key: {{ .Values.connections.postgres.caKey | quote }}
        path: ca.crt
{{- end }}

{{/* What the connection postgres leads to: value, member, external; empty for nothing. */}}
{{- define "grafana.connections.postgres.via" -}}
{{- if .Values.connections.postgres.host }}value
{{- else if .Values.global.members.postgres.enabled }}member
{{- else if .Values.global.members.postgres.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of postgres in this release. */}}
{{- define "grafana.connections.postgres.fullname" -}}
{{- include "grafana.releaseName" (dict "release" .Release.Name "name" "postgres" "reserve" 13) }}
{{- end }}

{{/* Host of the connection postgres. */}}
{{- define "grafana.connections.postgres.host" -}}
{{- $via := include "grafana.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.postgres.external.host }}
{{- else }}
{{- include "grafana.connections.postgres.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection postgres. */}}
{{- define "grafana.connections.postgres.port" -}}
{{- $via := include "grafana.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.port }}
{{- else if eq $via "external" }}
{{- .Values.global.members.postgres.external.port }}
{{- else }}
{{- 5432 }}
{{- end }}
{{- end }}

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
{{- define "grafana.connections.postgres.clientLabel" -}}
{{- $via := include "grafana.connections.postgres.via" . }}
{{- if eq $via "member" }}
{{- include "grafana.connections.postgres.fullname" . }}-client
{{- else if $via }}
{{- $host := include "grafana.connections.postgres.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to postgres. */}}
{{- define "grafana.connections.postgres.egress" -}}
{{- $via := include "grafana.connections.postgres.via" . }}
{{- if eq $via "member" }}
- to:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: postgres
          app.kubernetes.io/instance: {{ .Release.Name | quote }}
          app.kubernetes.io/component: main
  ports:
    - port: 5432
      protocol: TCP
{{- else if and $via (or .Values.connections.postgres.cidrs .Values.networkPolicy.externalCidrs) }}
- to:
    {{- $cidrs := .Values.connections.postgres.cidrs | default .Values.networkPolicy.externalCidrs }}
    {{- include "grafana.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "grafana.connections.postgres.port" . }}
      protocol: TCP
{{- end }}
{{- end }}

{{/* Environment variables of the connection redis. */}}
{{- define "grafana.connections.redis.env" -}}
{{- if include "grafana.connections.redis.secretName" . }}
- name: GF_UNIFIED_ALERTING_HA_REDIS_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ include "grafana.connections.redis.secretName" . | quote }}
      key: {{ include "grafana.connections.redis.secretKey" . | quote }}
{{- end }}
- name: GF_UNIFIED_ALERTING_HA_REDIS_ADDRESS
  value: "{{ include "grafana.connections.redis.host" . }}:{{ include "grafana.connections.redis.port" . }}"
- name: GF_UNIFIED_ALERTING_HA_REDIS_USERNAME
  value: {{ include "grafana.connections.redis.username" . | quote }}
{{- end }}

{{/* Secret with the password of the connection redis; empty for none. */}}
{{- define "grafana.connections.redis.secretName" -}}
{{- $via := include "grafana.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.existingSecret }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.existingSecret }}
{{- else }}
{{- include "grafana.connections.redis.fullname" . }}
{{- end }}
{{- end }}

{{/* Key of the password in the Secret of the connection redis. */}}
{{- define "grafana.connections.redis.secretKey" -}}
{{- $via := include "grafana.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.secretKey }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.secretKey }}
{{- else }}password
{{- end }}
{{- end }}

{{/* User name of the connection redis; empty for the default user. */}}
{{- define "grafana.connections.redis.username" -}}
{{- $via := include "grafana.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.username }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.username }}
{{- end }}
{{- end }}

{{/* Scheme of the connection redis: rediss for TLS. */}}
{{- define "grafana.connections.redis.scheme" -}}
{{- $via := include "grafana.connections.redis.via" . }}
{{- $tls := false }}
{{- if eq $via "value" }}
{{- $tls = .Values.connections.redis.tls }}
{{- else if eq $via "external" }}
{{- $tls = .Values.global.members.redis.external.tls }}
{{- else if eq $via "member" }}
{{- $tls = .Values.global.members.redis.tls }}
{{- end }}
{{- ternary "rediss" "redis" $tls }}
{{- end }}

{{/* Secret with the CA certificate of the connection redis; empty for none. */}}
{{- define "grafana.connections.redis.caSecret" -}}
{{- $via := include "grafana.connections.redis.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.redis.caSecret | default .Values.global.members.redis.caSecret }}
{{- else if $via }}
{{- .Values.connections.redis.caSecret }}
{{- end }}
{{- end }}

{{/* Volume with the CA certificate of the connection redis. */}}
{{- define "grafana.connections.redis.caVolume" -}}
- name: ca-redis
  secret:
    secretName: {{ include "grafana.connections.redis.caSecret" . | quote }}
    items:
      - key: {{ .Values.connections.redis.caKey | quote }}
        path: ca.crt
{{- end }}

{{/* What the connection redis leads to: value, member, external; empty for nothing. */}}
{{- define "grafana.connections.redis.via" -}}
{{- if gt (int64 .Values.replicaCount) 1 }}
{{- if .Values.connections.redis.host }}value
{{- else if .Values.global.members.redis.enabled }}member
{{- else if .Values.global.members.redis.external.host }}external
{{- end }}
{{- end }}
{{- end }}

{{/* Name of the objects of redis in this release. */}}
{{- define "grafana.connections.redis.fullname" -}}
{{- include "grafana.releaseName" (dict "release" .Release.Name "name" "redis" "reserve" 5) }}
{{- end }}

{{/* Host of the connection redis. */}}
{{- define "grafana.connections.redis.host" -}}
{{- $via := include "grafana.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.host }}
{{- else }}
{{- include "grafana.connections.redis.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection redis. */}}
{{- define "grafana.connections.redis.port" -}}
{{- $via := include "grafana.connections.redis.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.redis.port }}
{{- else if eq $via "external" }}
{{- .Values.global.members.redis.external.port }}
{{- else }}
{{- 6379 }}
{{- end }}
{{- end }}

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
{{- define "grafana.connections.redis.clientLabel" -}}
{{- $via := include "grafana.connections.redis.via" . }}
{{- if eq $via "member" }}
{{- include "grafana.connections.redis.fullname" . }}-client
{{- else if $via }}
{{- $host := include "grafana.connections.redis.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to redis. */}}
{{- define "grafana.connections.redis.egress" -}}
{{- $via := include "grafana.connections.redis.via" . }}
{{- if eq $via "member" }}
- to:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: redis
          app.kubernetes.io/instance: {{ .Release.Name | quote }}
          app.kubernetes.io/component: main
  ports:
    - port: 6379
      protocol: TCP
{{- else if and $via (or .Values.connections.redis.cidrs .Values.networkPolicy.externalCidrs) }}
- to:
    {{- $cidrs := .Values.connections.redis.cidrs | default .Values.networkPolicy.externalCidrs }}
    {{- include "grafana.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "grafana.connections.redis.port" . }}
      protocol: TCP
{{- end }}
{{- end }}
