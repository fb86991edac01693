{{/* Name of a release of a chart: the release is cut and hashed where the longest object name would not fit. */}}
{{- define "voice-ai.releaseName" -}}
{{- $limit := sub (sub 51 (len .name)) .reserve | int }}
{{- if gt (len .release) $limit }}
{{- printf "%s-%s" (.release | trunc (sub $limit 6 | int) | trimSuffix "-") (.release | sha256sum | trunc 5) }}
{{- else }}
{{- .release }}
{{- end }}-{{ .name }}
{{- end }}

{{/* Name of the objects of this chart. */}}
{{- define "voice-ai.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride }}
{{- else }}
{{- include "voice-ai.releaseName" (dict "release" .Release.Name "name" (.Values.nameOverride | default "voice-ai") "reserve" 8) }}
{{- end }}
{{- end }}

{{/* Labels that select pods; they never change. */}}
{{- define "voice-ai.selectorLabels" -}}
app.kubernetes.io/name: voice-ai
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end }}

{{/* Labels of every object. */}}
{{- define "voice-ai.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "voice-ai.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.labels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Full reference of an image; the built-in digest holds for the built-in tag. */}}
{{- define "voice-ai.imageReference" -}}
{{- $tag := .image.tag | default .tag }}
{{- with .global.imageRegistry | default .image.registry }}{{ . }}/{{ end }}
{{- .image.repository }}:{{ $tag }}
{{- if .image.digest }}@{{ .image.digest }}
{{- else if and .digest (eq $tag .tag) }}@{{ .digest }}
{{- end }}
{{- end }}

{{/* Image of the application. */}}
{{- define "voice-ai.image" -}}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "voice-ai.imageReference" (dict "image" .Values.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the workload agent. */}}
{{- define "voice-ai.agent.image" -}}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "voice-ai.imageReference" (dict "image" .Values.agent.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the workload livekit. */}}
{{- define "voice-ai.livekit.image" -}}
{{- $tag := "v1.13.7" }}
{{- $digest := "sha256:6fd3b7088874c4d119160dd688798dfec852bc014786d392caad15f6f63912a3" }}
{{- include "voice-ai.imageReference" (dict "image" .Values.livekit.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the workload whisper. */}}
{{- define "voice-ai.whisper.image" -}}
{{- $tag := "0.8.3-cpu" }}
{{- $digest := "sha256:21e3df06d842fb7802ab470dd77c25f0e8c0d22950e8d8c6ae886e851af53ef8" }}
{{- if .Values.whisper.gpu.enabled }}
{{- $tag = "0.8.3-cuda" }}
{{- $digest = "sha256:9abc6968a883e77ead9286c38a6ccf3139dcad518b783deeebb7be2ced50e972" }}
{{- end }}
{{- include "voice-ai.imageReference" (dict "image" .Values.whisper.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the workload kokoro. */}}
{{- define "voice-ai.kokoro.image" -}}
{{- $tag := "v0.9.0" }}
{{- $digest := "sha256:7f9a256919eff7a84e9a77b757de0f3fe95c48fcf4fbe1e008deacbc7d9f2985" }}
{{- $repository := .Values.kokoro.image.repository }}
{{- if and .Values.kokoro.gpu.enabled (eq .Values.kokoro.gpu.vendor "nvidia") }}
{{- $tag = "v0.9.0" }}
{{- $digest = "sha256:9ba150465c6b8f5d6b1c62b54de83eb9aa0a1444aad8a1a9c8948eed60564b76" }}
{{- if eq $repository "remsky/kokoro-fastapi-cpu" }}
{{- $repository = "remsky/kokoro-fastapi-gpu" }}
{{- end }}
{{- end }}
{{- if and .Values.kokoro.gpu.enabled (eq .Values.kokoro.gpu.vendor "nvidia") (eq .Values.kokoro.cuda "12.8") }}
{{- $tag = "v0.9.0-cu128" }}
{{- $digest = "" }}
{{- if eq $repository "remsky/kokoro-fastapi-cpu" }}
{{- $repository = "remsky/kokoro-fastapi-gpu" }}
{{- end }}
{{- end }}
{{- if and .Values.kokoro.gpu.enabled (eq .Values.kokoro.gpu.vendor "amd") }}
{{- $tag = "v0.9.0" }}
{{- $digest = "" }}
{{- if eq $repository "remsky/kokoro-fastapi-cpu" }}
{{- $repository = "remsky/kokoro-fastapi-rocm" }}
{{- end }}
{{- end }}
{{- $image := dict "registry" .Values.kokoro.image.registry "repository" $repository "tag" .Values.kokoro.image.tag "digest" .Values.kokoro.image.digest }}
{{- include "voice-ai.imageReference" (dict "image" $image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the toolbox. */}}
{{- define "voice-ai.toolbox.image" -}}
{{- $tag := "1.38.0" }}
{{- $digest := "sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e" }}
{{- include "voice-ai.imageReference" (dict "image" .Values.toolbox.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Name of the account of the pods. */}}
{{- define "voice-ai.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- .Values.serviceAccount.name | default (include "voice-ai.fullname" .) }}
{{- else }}
{{- .Values.serviceAccount.name | default "default" }}
{{- end }}
{{- end }}
{{/* Name of the Secret with the confidential values. */}}
{{- define "voice-ai.secretName" -}}
{{- .Values.secrets.existingSecret | default (include "voice-ai.fullname" .) }}
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
{{/* Files of the workload livekit. */}}
{{- define "voice-ai.livekit.files" -}}
livekit.yaml: |
  port: 7880
  prometheus_port: 6789
  logging:
    level: {{ .Values.livekit.logLevel }}
    json: true
  rtc:
    udp_port: {{ int64 .Values.livekit.rtc.udpPort }}
    tcp_port: {{ int64 .Values.livekit.rtc.tcpPort }}
    use_external_ip: {{ .Values.livekit.rtc.useExternalIp }}
  room:
    auto_create: {{ .Values.livekit.room.autoCreate }}
    empty_timeout: {{ int64 .Values.livekit.room.emptyTimeoutSeconds }}
    departure_timeout: {{ int64 .Values.livekit.room.departureTimeoutSeconds }}
    max_participants: {{ int64 .Values.livekit.room.maxParticipants }}
  {{- if .Values.livekit.turn.enabled }}
  turn:
    enabled: true
    domain: {{ .Values.livekit.turn.domain | quote }}
    udp_port: {{ int64 .Values.livekit.turn.udpPort }}
    tls_port: {{ int64 .Values.livekit.turn.tlsPort }}
    external_tls: {{ .Values.livekit.turn.externalTls }}
    {{- if .Values.livekit.turn.tlsSecret }}
    cert_file: /run/turn/tls.crt
    key_file: /run/turn/tls.key
    {{- end }}
  {{- end }}
{{- end }}
{{/* What the controller of the Ingress of main must know, in its own words. */}}
{{- define "voice-ai.main.ingressAnnotations" -}}
{{- $name := include "voice-ai.fullname" . }}
{{- if eq .Values.ingress.preset "nginx" }}
{{- with .Values.ingress.bodySize }}
nginx.ingress.kubernetes.io/proxy-body-size: {{ trimSuffix "i" . | lower }}
{{- end }}
{{- with .Values.ingress.timeouts.connectSeconds }}
nginx.ingress.kubernetes.io/proxy-connect-timeout: {{ int64 . | quote }}
{{- end }}
{{- with .Values.ingress.timeouts.readSeconds }}
nginx.ingress.kubernetes.io/proxy-read-timeout: {{ int64 . | quote }}
nginx.ingress.kubernetes.io/proxy-send-timeout: {{ int64 . | quote }}
{{- end }}
{{- with .Values.ingress.rateLimit.requestsPerSecond }}
nginx.ingress.kubernetes.io/limit-rps: {{ int64 . | quote }}
nginx.ingress.kubernetes.io/limit-burst-multiplier: {{ int64 $.Values.ingress.rateLimit.burstMultiplier | quote }}
{{- end }}
{{- if .Values.ingress.sticky.enabled }}
nginx.ingress.kubernetes.io/affinity: cookie
nginx.ingress.kubernetes.io/affinity-mode: persistent
nginx.ingress.kubernetes.io/session-cookie-change-on-failure: "true"
nginx.ingress.kubernetes.io/session-cookie-name: {{ .Values.ingress.sticky.cookie | default $name | quote }}
nginx.ingress.kubernetes.io/session-cookie-samesite: Lax
{{- with .Values.ingress.sticky.maxAgeSeconds }}
nginx.ingress.kubernetes.io/session-cookie-max-age: {{ int64 . | quote }}
{{- end }}
{{- end }}
{{- else if eq .Values.ingress.preset "traefik" }}
{{- $middlewares := .Values.ingress.middlewares }}
{{- if .Values.ingress.rateLimit.requestsPerSecond }}
{{- $middlewares = append $middlewares (printf "%s-%s-rate-limit@kubernetescrd" .Release.Namespace $name) }}
{{- end }}
{{- if .Values.ingress.bodySize }}
{{- $middlewares = append $middlewares (printf "%s-%s-body-size@kubernetescrd" .Release.Namespace $name) }}
{{- end }}
{{- if .Values.ingress.securityHeaders.enabled }}
{{- $middlewares = append $middlewares (printf "%s-%s-headers@kubernetescrd" .Release.Namespace $name) }}
{{- end }}
{{- with $middlewares }}
traefik.ingress.kubernetes.io/router.middlewares: {{ join "," . | quote }}
{{- end }}
{{- end }}
{{- end }}

{{/* Names of the ports that the Ingress of main leads to. */}}
{{- define "voice-ai.main.ingressPorts" -}}
{{- $ports := list }}
{{- range .Values.ingress.hosts }}
{{- range .paths }}
{{- $ports = append $ports (.port | default "http") }}
{{- end }}
{{- end }}
{{- join " " $ports }}
{{- end }}
{{/* What the controller of the Ingress of livekit must know, in its own words. */}}
{{- define "voice-ai.livekit.ingressAnnotations" -}}
{{- $name := printf "%s-livekit" (include "voice-ai.fullname" .) }}
{{- if eq .Values.livekit.ingress.preset "nginx" }}
{{- with .Values.livekit.ingress.bodySize }}
nginx.ingress.kubernetes.io/proxy-body-size: {{ trimSuffix "i" . | lower }}
{{- end }}
{{- with .Values.livekit.ingress.timeouts.connectSeconds }}
nginx.ingress.kubernetes.io/proxy-connect-timeout: {{ int64 . | quote }}
{{- end }}
{{- with .Values.livekit.ingress.timeouts.readSeconds }}
nginx.ingress.kubernetes.io/proxy-read-timeout: {{ int64 . | quote }}
nginx.ingress.kubernetes.io/proxy-send-timeout: {{ int64 . | quote }}
{{- end }}
{{- with .Values.livekit.ingress.rateLimit.requestsPerSecond }}
nginx.ingress.kubernetes.io/limit-rps: {{ int64 . | quote }}
nginx.ingress.kubernetes.io/limit-burst-multiplier: {{ int64 $.Values.livekit.ingress.rateLimit.burstMultiplier | quote }}
{{- end }}
{{- if .Values.livekit.ingress.sticky.enabled }}
nginx.ingress.kubernetes.io/affinity: cookie
nginx.ingress.kubernetes.io/affinity-mode: persistent
nginx.ingress.kubernetes.io/session-cookie-change-on-failure: "true"
nginx.ingress.kubernetes.io/session-cookie-name: {{ .Values.livekit.ingress.sticky.cookie | default $name | quote }}
nginx.ingress.kubernetes.io/session-cookie-samesite: Lax
{{- with .Values.livekit.ingress.sticky.maxAgeSeconds }}
nginx.ingress.kubernetes.io/session-cookie-max-age: {{ int64 . | quote }}
{{- end }}
{{- end }}
{{- else if eq .Values.livekit.ingress.preset "traefik" }}
{{- $middlewares := .Values.livekit.ingress.middlewares }}
{{- if .Values.livekit.ingress.rateLimit.requestsPerSecond }}
{{- $middlewares = append $middlewares (printf "%s-%s-rate-limit@kubernetescrd" .Release.Namespace $name) }}
{{- end }}
{{- if .Values.livekit.ingress.bodySize }}
{{- $middlewares = append $middlewares (printf "%s-%s-body-size@kubernetescrd" .Release.Namespace $name) }}
{{- end }}
{{- if .Values.livekit.ingress.securityHeaders.enabled }}
{{- $middlewares = append $middlewares (printf "%s-%s-headers@kubernetescrd" .Release.Namespace $name) }}
{{- end }}
{{- with $middlewares }}
traefik.ingress.kubernetes.io/router.middlewares: {{ join "," . | quote }}
{{- end }}
{{- end }}
{{- end }}

{{/* Names of the ports that the Ingress of livekit leads to. */}}
{{- define "voice-ai.livekit.ingressPorts" -}}
{{- $ports := list }}
{{- range .Values.livekit.ingress.hosts }}
{{- range .paths }}
{{- $ports = append $ports (.port | default "http") }}
{{- end }}
{{- end }}
{{- join " " $ports }}
{{- end }}
{{/* Resource of the graphics card: the value, else the vendor's. */}}
{{- define "voice-ai.agent.gpuResource" -}}
{{- if .Values.agent.gpu.resourceName }}
{{- .Values.agent.gpu.resourceName }}
{{- else if eq .Values.agent.gpu.vendor "amd" }}amd.com/gpu
{{- else if eq .Values.agent.gpu.vendor "intel" }}gpu.intel.com/i915
{{- else }}nvidia.com/gpu
{{- end }}
{{- end }}
{{/* Resource of the graphics card: the value, else the vendor's. */}}
{{- define "voice-ai.whisper.gpuResource" -}}
{{- if .Values.whisper.gpu.resourceName }}
{{- .Values.whisper.gpu.resourceName }}
{{- else if eq .Values.whisper.gpu.vendor "amd" }}amd.com/gpu
{{- else if eq .Values.whisper.gpu.vendor "intel" }}gpu.intel.com/i915
{{- else }}nvidia.com/gpu
{{- end }}
{{- end }}
{{/* Resource of the graphics card: the value, else the vendor's. */}}
{{- define "voice-ai.kokoro.gpuResource" -}}
{{- if .Values.kokoro.gpu.resourceName }}
{{- .Values.kokoro.gpu.resourceName }}
{{- else if eq .Values.kokoro.gpu.vendor "amd" }}amd.com/gpu
{{- else if eq .Values.kokoro.gpu.vendor "intel" }}gpu.intel.com/i915
{{- else }}nvidia.com/gpu
{{- end }}
{{- end }}
{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "voice-ai.livekit.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "voice-ai.fullname" . }}-livekit"
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload livekit; empty for no. */}}
{{- define "voice-ai.livekit.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.livekit.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace shows the workload livekit; empty for no. */}}
{{- define "voice-ai.livekit.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.livekit.monitoring.auto $charted }}true
{{- end }}
{{- end }}
{{/* Where the connection ollama leads: value, bundled, member, external, or nowhere. */}}
{{- define "voice-ai.connections.ollama.via" -}}
{{- if .Values.connections.ollama.host }}value
{{- else if .Values.ollama.enabled }}bundled
{{- else if .Values.global.members.ollama.enabled }}member
{{- else if .Values.global.members.ollama.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of ollama in this release. */}}
{{- define "voice-ai.connections.ollama.fullname" -}}
{{- $name := "ollama" }}
{{- if eq (include "voice-ai.connections.ollama.via" .) "bundled" }}
{{- $name = .Values.ollama.nameOverride | default $name }}
{{- end }}
{{- if and (eq (include "voice-ai.connections.ollama.via" .) "bundled") .Values.ollama.fullnameOverride }}
{{- .Values.ollama.fullnameOverride }}
{{- else }}
{{- include "voice-ai.releaseName" (dict "release" .Release.Name "name" $name "reserve" 5) }}
{{- end }}
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
{{- .Values.connections.ollama.port }}
{{- else if eq $via "external" }}
{{- .Values.global.members.ollama.external.port }}
{{- else if eq $via "bundled" }}
{{- .Values.ollama.service.port }}
{{- else }}
{{- 11434 }}
{{- end }}
{{- end }}

{{/* Label that lets pods in at the other end; empty for a host outside the cluster. */}}
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
{{/* Containers of the operator; their security context is ours. */}}
{{- define "voice-ai.extraContainers" -}}
{{- range . }}
- name: {{ .name | quote }}
  image: {{ .image | quote }}
  {{- with .command }}
  command:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .args }}
  args:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .env }}
  env:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .ports }}
  ports:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .livenessProbe }}
  livenessProbe:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .readinessProbe }}
  readinessProbe:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  resources:
    {{- toYaml .resources | nindent 4 }}
  securityContext:
    runAsNonRoot: true
    allowPrivilegeEscalation: false
    readOnlyRootFilesystem: true
    capabilities:
      drop: [ALL]
  {{- with .volumeMounts }}
  volumeMounts:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}
