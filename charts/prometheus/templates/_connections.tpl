{{/* Environment variables of the connection alertmanager. */}}
{{- define "prometheus.connections.alertmanager.env" -}}
- name: ALERTMANAGER_URL
  value: {{ include "prometheus.connections.alertmanager.url" . | quote }}
{{- end }}

{{/* Base URL of the connection alertmanager. */}}
{{- define "prometheus.connections.alertmanager.url" -}}
{{- $via := include "prometheus.connections.alertmanager.via" . }}
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
{{- $scheme }}://{{ include "prometheus.connections.alertmanager.host" . }}:{{ include "prometheus.connections.alertmanager.port" . }}{{ $path }}
{{- end }}

{{/* What the connection alertmanager leads to: value, member, external; empty for nothing. */}}
{{- define "prometheus.connections.alertmanager.via" -}}
{{- if .Values.connections.alertmanager.host }}value
{{- else if .Values.global.members.alertmanager.enabled }}member
{{- else if .Values.global.members.alertmanager.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of alertmanager in this release. */}}
{{- define "prometheus.connections.alertmanager.fullname" -}}
{{- include "prometheus.releaseName" (dict "release" .Release.Name "name" "alertmanager" "reserve" 5) }}
{{- end }}

{{/* Host of the connection alertmanager. */}}
{{- define "prometheus.connections.alertmanager.host" -}}
{{- $via := include "prometheus.connections.alertmanager.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.alertmanager.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.alertmanager.external.host }}
{{- else }}
{{- include "prometheus.connections.alertmanager.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection alertmanager. */}}
{{- define "prometheus.connections.alertmanager.port" -}}
{{- $via := include "prometheus.connections.alertmanager.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.alertmanager.port | default (ternary 443 9093 (eq .Values.connections.alertmanager.scheme "https")) }}
{{- else if eq $via "external" }}
{{- .Values.global.members.alertmanager.external.port | default (ternary 443 9093 (eq .Values.global.members.alertmanager.external.scheme "https")) }}
{{- else }}
{{- 9093 }}
{{- end }}
{{- end }}

{{/* Label by which the provider admits the pods; empty for a host outside the cluster. */}}
{{- define "prometheus.connections.alertmanager.clientLabel" -}}
{{- $via := include "prometheus.connections.alertmanager.via" . }}
{{- if eq $via "member" }}
{{- include "prometheus.connections.alertmanager.fullname" . }}-client
{{- else if $via }}
{{- $host := include "prometheus.connections.alertmanager.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to alertmanager. */}}
{{- define "prometheus.connections.alertmanager.egress" -}}
{{- $via := include "prometheus.connections.alertmanager.via" . }}
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
    {{- include "prometheus.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "prometheus.connections.alertmanager.port" . }}
      protocol: TCP
    {{- if include "prometheus.connections.alertmanager.clientLabel" . }}
    - port: 8900
      protocol: TCP
    {{- end }}
{{- end }}
{{- end }}
