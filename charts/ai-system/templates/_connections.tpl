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

{{/* What the connection jaeger leads to: value, bundled, member, external; empty for nothing. */}}
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
{{- if has $via (list "bundled" "member") }}
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
{{- if has $via (list "bundled" "member") }}
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
