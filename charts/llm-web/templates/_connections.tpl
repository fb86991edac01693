{{/* Container that holds a pod until api works; called with the root, seconds and resources. */}}
{{- define "llm-web.connections.api.wait" -}}
{{- with .root -}}
- name: wait-for-api
  image: {{ include "llm-web.toolbox.image" . }}
  imagePullPolicy: {{ .Values.toolbox.image.pullPolicy }}
  command: ["sh", "-c"]
  args:
    - |
      {{- include "llm-web.scripts.check-http" . | nindent 6 }}
  env:
    - name: SERVICE
      value: langchain-api
    - name: TIMEOUT
      value: {{ int64 $.timeout | quote }}
    - name: HOST
      value: {{ include "llm-web.connections.api.host" . }}
    - name: PORT
      value: {{ include "llm-web.connections.api.port" . | quote }}
    - name: URL
      value: {{ include "llm-web.connections.api.url" . }}/health
    - name: EXPECT
      value: ""
    {{- with .Values.global.extraEnv }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  resources:
    {{- toYaml $.resources | nindent 4 }}
  terminationMessagePolicy: FallbackToLogsOnError
  securityContext:
    {{- include "llm-web.toolboxSecurityContext" . | nindent 4 }}
{{- end }}
{{- end }}

{{/* Environment variables of the connection api. */}}
{{- define "llm-web.connections.api.env" -}}
- name: API_URL
  value: {{ include "llm-web.connections.api.url" . | quote }}
{{- end }}

{{/* Base URL of the connection api. */}}
{{- define "llm-web.connections.api.url" -}}
{{- $via := include "llm-web.connections.api.via" . }}
{{- $scheme := "http" }}
{{- $path := "" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.api.scheme }}
{{- $path = .Values.connections.api.path }}
{{- else if eq $via "external" }}
{{- $scheme = (index .Values.global.members "langchain-api").external.scheme }}
{{- $path = (index .Values.global.members "langchain-api").external.path }}
{{- end }}
{{- $scheme }}://{{ include "llm-web.connections.api.host" . }}:{{ include "llm-web.connections.api.port" . }}{{ $path }}
{{- end }}

{{/* What the connection api leads to: value, bundled, member, external; empty for nothing. */}}
{{- define "llm-web.connections.api.via" -}}
{{- if .Values.connections.api.host }}value
{{- else if (index .Values "langchain-api").enabled }}bundled
{{- else if (index .Values.global.members "langchain-api").enabled }}member
{{- else if (index .Values.global.members "langchain-api").external.host }}external
{{- end }}
{{- end }}

{{/* Name of langchain-api in this release, as its labels have it. */}}
{{- define "llm-web.connections.api.name" -}}
{{- if and (eq (include "llm-web.connections.api.via" .) "bundled") (not .Chart.IsRoot) }}{{ include "llm-web.name" . }}-{{ end }}langchain-api
{{- end }}

{{/* Name of the objects of langchain-api in this release. */}}
{{- define "llm-web.connections.api.fullname" -}}
{{- $name := include "llm-web.connections.api.name" . }}
{{- $whole := "" }}
{{- if eq (include "llm-web.connections.api.via" .) "bundled" }}
{{- $name = (index .Values "langchain-api").nameOverride | default $name }}
{{- $whole = (index .Values "langchain-api").fullnameOverride }}
{{- end }}
{{- $whole | default (include "llm-web.releaseName" (dict "release" .Release.Name "name" $name "reserve" 5)) }}
{{- end }}

{{/* Host of the connection api. */}}
{{- define "llm-web.connections.api.host" -}}
{{- $via := include "llm-web.connections.api.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.api.host }}
{{- else if eq $via "external" }}
{{- (index .Values.global.members "langchain-api").external.host }}
{{- else }}
{{- include "llm-web.connections.api.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection api. */}}
{{- define "llm-web.connections.api.port" -}}
{{- $via := include "llm-web.connections.api.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.api.port | default (ternary 443 8000 (eq .Values.connections.api.scheme "https")) }}
{{- else if eq $via "external" }}
{{- (index .Values.global.members "langchain-api").external.port | default
  (ternary 443 8000 (eq (index .Values.global.members "langchain-api").external.scheme "https")) }}
{{- else if eq $via "bundled" }}
{{- (index .Values "langchain-api" "service" "port") }}
{{- else }}
{{- 8000 }}
{{- end }}
{{- end }}

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
{{- define "llm-web.connections.api.clientLabel" -}}
{{- $via := include "llm-web.connections.api.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "llm-web.connections.api.fullname" . }}-client
{{- else if $via }}
{{- $host := include "llm-web.connections.api.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to api. */}}
{{- define "llm-web.connections.api.egress" -}}
{{- $via := include "llm-web.connections.api.via" . }}
{{- if has $via (list "bundled" "member") }}
- to:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: {{ include "llm-web.connections.api.name" . }}
          app.kubernetes.io/instance: {{ .Release.Name | quote }}
          app.kubernetes.io/component: main
  ports:
    - port: 8000
      protocol: TCP
    - port: 8900
      protocol: TCP
{{- else if and $via (or .Values.connections.api.cidrs .Values.networkPolicy.externalCidrs) }}
- to:
    {{- $cidrs := .Values.connections.api.cidrs | default .Values.networkPolicy.externalCidrs }}
    {{- include "llm-web.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "llm-web.connections.api.port" . }}
      protocol: TCP
    {{- if include "llm-web.connections.api.clientLabel" . }}
    - port: 8900
      protocol: TCP
    {{- end }}
{{- end }}
{{- end }}
