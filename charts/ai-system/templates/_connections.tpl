{{/* Environment variables of the connection jaeger. */}}
{{- define "ai-system.connections.jaeger.env" -}}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ include "ai-system.connections.jaeger.url" . | quote }}
{{- end }}

{{/* Base URL of the connection jaeger. */}}
{{- define "ai-system.connections.jaeger.url" -}}
{{- $via := include "ai-system.connections.jaeger.via" . }}
{{- $scheme := "http" }}
{{- $path := "" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.jaeger.scheme }}
{{- $path = .Values.connections.jaeger.path }}
{{- else if eq $via "external" }}
{{- $scheme = .Values.global.members.jaeger.external.scheme }}
{{- $path = .Values.global.members.jaeger.external.path }}
{{- end }}
{{- $scheme }}://{{ include "ai-system.connections.jaeger.host" . }}:{{ include "ai-system.connections.jaeger.port" . }}{{ $path }}
{{- end }}

{{/* What the connection jaeger leads to: value, member, external; empty for nothing. */}}
{{- define "ai-system.connections.jaeger.via" -}}
{{- if .Values.connections.jaeger.host }}value
{{- else if .Values.global.members.jaeger.enabled }}member
{{- else if .Values.global.members.jaeger.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of jaeger in this release. */}}
{{- define "ai-system.connections.jaeger.fullname" -}}
{{- include "ai-system.releaseName" (dict "release" .Release.Name "name" "jaeger" "reserve" 5) }}
{{- end }}

{{/* Host of the connection jaeger. */}}
{{- define "ai-system.connections.jaeger.host" -}}
{{- $via := include "ai-system.connections.jaeger.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.jaeger.host }}{{ if not (contains "." .Values.connections.jaeger.host) }}.{{ .Release.Namespace }}.svc{{ end }}
{{- else if eq $via "external" }}
{{- .Values.global.members.jaeger.external.host }}{{ if not (contains "." .Values.global.members.jaeger.external.host) }}.{{ .Release.Namespace }}.svc{{ end }}
{{- else }}
{{- include "ai-system.connections.jaeger.fullname" . }}.{{ .Release.Namespace }}.svc
{{- end }}
{{- end }}

{{/* Port of the connection jaeger. */}}
{{- define "ai-system.connections.jaeger.port" -}}
{{- $via := include "ai-system.connections.jaeger.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.jaeger.port | default (ternary 443 4318 (eq .Values.connections.jaeger.scheme "https")) }}
{{- else if eq $via "external" }}
{{- .Values.global.members.jaeger.external.port | default (ternary 443 4318 (eq .Values.global.members.jaeger.external.scheme "https")) }}
{{- else }}
{{- 4318 }}
{{- end }}
{{- end }}

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
{{- define "ai-system.connections.jaeger.clientLabel" -}}
{{- $via := include "ai-system.connections.jaeger.via" . }}
{{- if eq $via "member" }}
{{- include "ai-system.connections.jaeger.fullname" . }}-client
{{- else if $via }}
{{- $host := include "ai-system.connections.jaeger.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to jaeger. */}}
{{- define "ai-system.connections.jaeger.egress" -}}
{{- $via := include "ai-system.connections.jaeger.via" . }}
{{- if eq $via "member" }}
- to:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: jaeger
          app.kubernetes.io/instance: {{ .Release.Name | quote }}
          app.kubernetes.io/component: main
      namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ .Release.Namespace | quote }}
  ports:
    - port: 4318
      protocol: TCP
{{- else if and $via (or .Values.connections.jaeger.cidrs .Values.networkPolicy.externalCidrs) }}
- to:
    {{- $cidrs := .Values.connections.jaeger.cidrs | default .Values.networkPolicy.externalCidrs }}
    {{- include "ai-system.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "ai-system.connections.jaeger.port" . }}
      protocol: TCP
{{- end }}
{{- end }}

{{/* Init containers of several pods: connections. */}}
{{- define "ai-system.initContainers.connections" -}}
- name: wait-for-memory
  image: {{ include "ai-system.toolbox.image" . }}
  imagePullPolicy: {{ .Values.toolbox.image.pullPolicy }}
  command: ["sh", "-c"]
  args:
    - |
      {{- include "ai-system.scripts.check-http" . | nindent 6 }}
  env:
    - name: SERVICE
      value: ai-system
    - name: TIMEOUT
      value: "600"
    - name: HOST
      value: {{ include "ai-system.fullname" . }}-memory.{{ include "ai-system.namespaces.core" . }}.svc
    - name: PORT
      value: {{ .Values.memory.service.port | quote }}
    - name: URL
      value: http://{{ include "ai-system.fullname" . }}-memory.{{ include "ai-system.namespaces.core" . }}.svc:{{ .Values.memory.service.port }}/health
    - name: EXPECT
      value: ""
    {{- with .Values.global.extraEnv }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  resources:
    {{- toYaml .Values.toolbox.resources | nindent 4 }}
  terminationMessagePolicy: FallbackToLogsOnError
  securityContext:
    {{- include "ai-system.toolboxSecurityContext" . | nindent 4 }}
{{- end }}

{{/* Egress rules of several pods: connections. */}}
{{- define "ai-system.egress.connections" -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "ai-system.selectorLabels" . | nindent 10 }}
          app.kubernetes.io/component: memory
      namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ include "ai-system.namespaces.core" . | quote }}
  ports:
    - port: 8080
      protocol: TCP
{{- with include "ai-system.connections.jaeger.egress" . }}
{{- trim . | nindent 0 }}
{{- end }}
{{- end }}
