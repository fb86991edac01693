{{/* Container that holds a pod until ollama works; called with the root, seconds and resources. */}}
{{- define "voice-ai.connections.ollama.wait" -}}
{{- with .root -}}
- name: wait-for-ollama
  image: {{ include "voice-ai.toolbox.image" . }}
  imagePullPolicy: {{ .Values.toolbox.image.pullPolicy }}
  command: ["sh", "-c"]
  args:
    - |
      {{- include "voice-ai.scripts.check-http" . | nindent 6 }}
  env:
    - name: SERVICE
      value: ollama
    - name: TIMEOUT
      value: {{ int64 $.timeout | quote }}
    - name: HOST
      value: {{ include "voice-ai.connections.ollama.host" . }}
    - name: PORT
      value: {{ include "voice-ai.connections.ollama.port" . | quote }}
    - name: URL
      value: {{ include "voice-ai.connections.ollama.url" . }}/api/tags
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
    {{- include "voice-ai.toolboxSecurityContext" . | nindent 4 }}
{{- end }}
{{- end }}

{{/* Environment variables of the connection ollama. */}}
{{- define "voice-ai.connections.ollama.env" -}}
- name: OLLAMA_BASE_URL
  value: {{ include "voice-ai.connections.ollama.url" . | quote }}
- name: LLM_BASE_URL
  value: "{{ include "voice-ai.connections.ollama.url" . }}/v1"
{{- end }}

{{/* Base URL of the connection ollama. */}}
{{- define "voice-ai.connections.ollama.url" -}}
{{- $via := include "voice-ai.connections.ollama.via" . }}
{{- $scheme := "http" }}
{{- $path := "" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.ollama.scheme }}
{{- $path = .Values.connections.ollama.path }}
{{- else if eq $via "external" }}
{{- $scheme = .Values.global.members.ollama.external.scheme }}
{{- $path = .Values.global.members.ollama.external.path }}
{{- end }}
{{- $scheme }}://{{ include "voice-ai.connections.ollama.host" . }}:{{ include "voice-ai.connections.ollama.port" . }}{{ $path }}
{{- end }}

{{/* What the connection ollama leads to: value, bundled, member, external; empty for nothing. */}}
{{- define "voice-ai.connections.ollama.via" -}}
{{- if .Values.connections.ollama.host }}value
{{- else if .Values.ollama.enabled }}bundled
{{- else if .Values.global.members.ollama.enabled }}member
{{- else if .Values.global.members.ollama.external.host }}external
{{- end }}
{{- end }}

{{/* Name of ollama in this release, as its labels have it. */}}
{{- define "voice-ai.connections.ollama.name" -}}
{{- if and (eq (include "voice-ai.connections.ollama.via" .) "bundled") (not .Chart.IsRoot) }}{{ include "voice-ai.name" . }}-{{ end }}ollama
{{- end }}

{{/* Name of the objects of ollama in this release. */}}
{{- define "voice-ai.connections.ollama.fullname" -}}
{{- $name := include "voice-ai.connections.ollama.name" . }}
{{- $whole := "" }}
{{- if eq (include "voice-ai.connections.ollama.via" .) "bundled" }}
{{- $name = .Values.ollama.nameOverride | default $name }}
{{- $whole = .Values.ollama.fullnameOverride }}
{{- end }}
{{- $whole | default (include "voice-ai.releaseName" (dict "release" .Release.Name "name" $name "reserve" 5)) }}
{{- end }}

{{/* Host of the connection ollama. */}}
{{- define "voice-ai.connections.ollama.host" -}}
{{- $via := include "voice-ai.connections.ollama.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.ollama.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.ollama.external.host }}
{{- else }}
{{- include "voice-ai.connections.ollama.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection ollama. */}}
{{- define "voice-ai.connections.ollama.port" -}}
{{- $via := include "voice-ai.connections.ollama.via" . }}
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
{{- define "voice-ai.connections.ollama.clientLabel" -}}
{{- $via := include "voice-ai.connections.ollama.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "voice-ai.connections.ollama.fullname" . }}-client
{{- else if $via }}
{{- $host := include "voice-ai.connections.ollama.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to ollama. */}}
{{- define "voice-ai.connections.ollama.egress" -}}
{{- $via := include "voice-ai.connections.ollama.via" . }}
{{- if has $via (list "bundled" "member") }}
- to:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: {{ include "voice-ai.connections.ollama.name" . }}
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
    {{- include "voice-ai.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ include "voice-ai.connections.ollama.port" . }}
      protocol: TCP
    {{- if include "voice-ai.connections.ollama.clientLabel" . }}
    - port: 8900
      protocol: TCP
    {{- end }}
{{- end }}
{{- end }}
