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

{{/* Image of gateway. */}}
{{- define "voice-ai.gateway.image" -}}
{{- $tag := "1.30.5-alpine" }}
{{- $digest := "sha256:15c994d10d6d78658721c3bcafff14cb281fba2a4bdf9d5ba92c416a472516e3" }}
{{- include "voice-ai.imageReference" (dict "image" .Values.gateway.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Name of the account of the pods. */}}
{{- define "voice-ai.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- .Values.serviceAccount.name | default (include "voice-ai.fullname" .) }}
{{- else }}
{{- .Values.serviceAccount.name | default "default" }}
{{- end }}
{{- end }}

{{/* Cloud that gives the pods an identity in a way that the chart must help with, as the values or the annotations of the account say; empty for none. */}}
{{- define "voice-ai.workloadIdentity" -}}
{{- if .Values.serviceAccount.workloadIdentity }}
{{- .Values.serviceAccount.workloadIdentity }}
{{- else if index .Values.serviceAccount.annotations "iam.gke.io/gcp-service-account" }}gke
{{- else if index .Values.serviceAccount.annotations "azure.workload.identity/client-id" }}aks
{{- end }}
{{- end }}

{{/* Egress to what answers on the node for that identity. */}}
{{- define "voice-ai.identityEgress" -}}
{{- $cloud := include "voice-ai.workloadIdentity" . }}
{{- if eq $cloud "gke" }}
- to:
    - ipBlock:
        cidr: 169.254.169.252/32
    - ipBlock:
        cidr: 169.254.169.254/32
  ports:
    - port: 80
      protocol: TCP
    - port: 988
      protocol: TCP
{{- else if eq $cloud "eks" }}
- to:
    - ipBlock:
        cidr: 169.254.170.23/32
  ports:
    - port: 80
      protocol: TCP
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
{{/* Track of the second Deployment of main; empty without one. */}}
{{- define "voice-ai.main.candidate" -}}
{{- if eq .Values.rollout.mode "blueGreen" }}green{{ else if and (eq .Values.rollout.mode "canary") (not .Values.rollout.canary.argo.enabled) }}canary{{ end }}
{{- end }}

{{/* Whose pods serve while Argo Rollouts brings new versions of main, deployment or rollout; empty without it. */}}
{{- define "voice-ai.main.argo" -}}
{{- if and (eq .Values.rollout.mode "canary") .Values.rollout.canary.argo.enabled }}{{ .Values.rollout.canary.argo.serve }}{{ end }}
{{- end }}

{{/* Whether the pods of main are those of another object than its Deployment; empty for no. */}}
{{- define "voice-ai.main.emptied" -}}
{{- if eq (include "voice-ai.main.argo" .) "rollout" }}true{{ end }}
{{- end }}

{{/* What an autoscaler of main scales instead of its Deployment; empty for that. */}}
{{- define "voice-ai.main.scaleTarget" -}}
{{- if include "voice-ai.main.argo" . -}}
apiVersion: argoproj.io/v1alpha1
kind: Rollout
name: {{ include "voice-ai.fullname" . }}
{{- end }}
{{- end }}

{{/* What follows the name of main in that of the Service which the edge leads to. */}}
{{- define "voice-ai.main.edgeSuffix" -}}
{{- if include "voice-ai.main.emptied" . }}-argo-stable{{ end }}
{{- end }}

{{/* What follows it in that of the Service which gets a share of the requests; empty without one. */}}
{{- define "voice-ai.main.canaryService" -}}
{{- if include "voice-ai.main.emptied" . }}-argo-canary{{ else if eq (include "voice-ai.main.candidate" .) "canary" }}-canary{{ end }}
{{- end }}

{{/* Tracks of main, a Deployment each. */}}
{{- define "voice-ai.main.tracks" -}}
stable{{ with include "voice-ai.main.candidate" . }} {{ . }}{{ end }}
{{- end }}

{{/* Track the Service of main leads to. */}}
{{- define "voice-ai.main.servedTrack" -}}
{{- if eq .Values.rollout.mode "blueGreen" }}{{ .Values.rollout.blueGreen.serve }}{{ else }}stable{{ end }}
{{- end }}

{{/* Image of the second Deployment of main; that of the stable one unless its own is set. */}}
{{- define "voice-ai.main.trackImage" -}}
{{- if or .Values.rollout.candidate.image.repository .Values.rollout.candidate.image.tag .Values.rollout.candidate.image.digest }}
{{- $repository := .Values.rollout.candidate.image.repository | default .Values.image.repository }}
{{- $tag := .Values.rollout.candidate.image.tag | default .Values.image.tag }}
{{- $image := dict "registry" .Values.image.registry "repository" $repository "tag" $tag "digest" .Values.rollout.candidate.image.digest }}
{{- include "voice-ai.imageReference" (dict "image" $image "global" .Values.global "tag" "1.0.0" "digest" "") }}
{{- else }}
{{- include "voice-ai.image" . }}
{{- end }}
{{- end }}
{{/* Resource of the card as its maker names it; nodes are tainted and labelled by that name. */}}
{{- define "voice-ai.agent.gpuTaint" -}}
{{- if eq .Values.agent.gpu.vendor "amd" }}amd.com/gpu
{{- else if eq .Values.agent.gpu.vendor "intel" }}gpu.intel.com/i915
{{- else }}nvidia.com/gpu
{{- end }}
{{- end }}

{{/* Resource to ask for: the value, the MIG profile's, else the vendor's. */}}
{{- define "voice-ai.agent.gpuResource" -}}
{{- if .Values.agent.gpu.resourceName }}
{{- .Values.agent.gpu.resourceName }}
{{- else if eq .Values.agent.gpu.sharing "mig" }}nvidia.com/mig-{{ .Values.agent.gpu.profile }}
{{- else }}
{{- include "voice-ai.agent.gpuTaint" . }}
{{- end }}
{{- end }}

{{/* Label of nodes with the model of their card. */}}
{{- define "voice-ai.agent.gpuProductLabel" -}}
{{- if eq .Values.agent.gpu.vendor "amd" }}amd.com/gpu.product-name
{{- else if eq .Values.agent.gpu.vendor "intel" }}gpu.intel.com/product
{{- else }}nvidia.com/gpu.product
{{- end }}
{{- end }}

{{/* Whether old pods must end first: a new one would wait for ever for the card that the old one has. */}}
{{- define "voice-ai.agent.gpuRecreates" -}}
{{- $own := and .Values.agent.gpu.enabled (eq .Values.agent.gpu.sharing "exclusive") (eq .Values.agent.gpu.fallback "fail") }}
{{- with .Values.agent.updateStrategy.rollingUpdate }}
{{- and $own (eq (toString .maxUnavailable) "0") }}
{{- end }}
{{- end }}
{{/* Resource of the card as its maker names it; nodes are tainted and labelled by that name. */}}
{{- define "voice-ai.whisper.gpuTaint" -}}
{{- if eq .Values.whisper.gpu.vendor "amd" }}amd.com/gpu
{{- else if eq .Values.whisper.gpu.vendor "intel" }}gpu.intel.com/i915
{{- else }}nvidia.com/gpu
{{- end }}
{{- end }}

{{/* Resource to ask for: the value, the MIG profile's, else the vendor's. */}}
{{- define "voice-ai.whisper.gpuResource" -}}
{{- if .Values.whisper.gpu.resourceName }}
{{- .Values.whisper.gpu.resourceName }}
{{- else if eq .Values.whisper.gpu.sharing "mig" }}nvidia.com/mig-{{ .Values.whisper.gpu.profile }}
{{- else }}
{{- include "voice-ai.whisper.gpuTaint" . }}
{{- end }}
{{- end }}

{{/* Label of nodes with the model of their card. */}}
{{- define "voice-ai.whisper.gpuProductLabel" -}}
{{- if eq .Values.whisper.gpu.vendor "amd" }}amd.com/gpu.product-name
{{- else if eq .Values.whisper.gpu.vendor "intel" }}gpu.intel.com/product
{{- else }}nvidia.com/gpu.product
{{- end }}
{{- end }}
{{/* Resource of the card as its maker names it; nodes are tainted and labelled by that name. */}}
{{- define "voice-ai.kokoro.gpuTaint" -}}
{{- if eq .Values.kokoro.gpu.vendor "amd" }}amd.com/gpu
{{- else if eq .Values.kokoro.gpu.vendor "intel" }}gpu.intel.com/i915
{{- else }}nvidia.com/gpu
{{- end }}
{{- end }}

{{/* Resource to ask for: the value, the MIG profile's, else the vendor's. */}}
{{- define "voice-ai.kokoro.gpuResource" -}}
{{- if .Values.kokoro.gpu.resourceName }}
{{- .Values.kokoro.gpu.resourceName }}
{{- else if eq .Values.kokoro.gpu.sharing "mig" }}nvidia.com/mig-{{ .Values.kokoro.gpu.profile }}
{{- else }}
{{- include "voice-ai.kokoro.gpuTaint" . }}
{{- end }}
{{- end }}

{{/* Label of nodes with the model of their card. */}}
{{- define "voice-ai.kokoro.gpuProductLabel" -}}
{{- if eq .Values.kokoro.gpu.vendor "amd" }}amd.com/gpu.product-name
{{- else if eq .Values.kokoro.gpu.vendor "intel" }}gpu.intel.com/product
{{- else }}nvidia.com/gpu.product
{{- end }}
{{- end }}

{{/* Whether old pods must end first: a new one would wait for ever for the card that the old one has. */}}
{{- define "voice-ai.kokoro.gpuRecreates" -}}
{{- $own := and .Values.kokoro.gpu.enabled (eq .Values.kokoro.gpu.sharing "exclusive") (eq .Values.kokoro.gpu.fallback "fail") }}
{{- with .Values.kokoro.updateStrategy.rollingUpdate }}
{{- and $own (eq (toString .maxUnavailable) "0") }}
{{- end }}
{{- end }}
{{/* What the pods take of the cards at most, a workload in a line: name, resource, product, sharing, pods, cards or shares of each, MiB of each. */}}
{{- define "voice-ai.claims" -}}
{{- $claims := list }}
{{- if and .Values.agent.gpu.enabled (eq .Values.agent.gpu.fallback "fail") }}
{{- $most := int64 .Values.agent.replicaCount }}
{{- if $.Values.agent.autoscaling.enabled }}
{{- $most = int64 $.Values.agent.autoscaling.maxReplicas }}
{{- end }}
{{- if and (eq .Values.agent.updateStrategy.type "RollingUpdate") (ne (include "voice-ai.agent.gpuRecreates" .) "true") }}
{{- with .Values.agent.updateStrategy.rollingUpdate }}
{{- $surge := toString .maxSurge }}
{{- if hasSuffix "%" $surge }}
{{- $most = add $most (div (add 99 (mul $most (trimSuffix "%" $surge | int64))) 100) }}
{{- else }}
{{- $most = add $most (int64 $surge) }}
{{- end }}
{{- end }}
{{- end }}
{{- $claims = append $claims (printf "voice-ai-agent %s %s %s %d %d %s" (include "voice-ai.agent.gpuResource" .) (.Values.agent.gpu.product | default "-") .Values.agent.gpu.sharing $most (int64 .Values.agent.gpu.count) (include "voice-ai.mebibytes" .Values.agent.gpu.memory)) }}
{{- end }}
{{- if and .Values.whisper.gpu.enabled (eq .Values.whisper.gpu.fallback "fail") }}
{{- $most := int64 .Values.whisper.replicaCount }}
{{- $claims = append $claims (printf "voice-ai-whisper %s %s %s %d %d %s" (include "voice-ai.whisper.gpuResource" .) (.Values.whisper.gpu.product | default "-") .Values.whisper.gpu.sharing $most (int64 .Values.whisper.gpu.count) (include "voice-ai.mebibytes" .Values.whisper.gpu.memory)) }}
{{- end }}
{{- if and .Values.kokoro.gpu.enabled (eq .Values.kokoro.gpu.fallback "fail") }}
{{- $most := int64 .Values.kokoro.replicaCount }}
{{- if and (eq .Values.kokoro.updateStrategy.type "RollingUpdate") (ne (include "voice-ai.kokoro.gpuRecreates" .) "true") }}
{{- with .Values.kokoro.updateStrategy.rollingUpdate }}
{{- $surge := toString .maxSurge }}
{{- if hasSuffix "%" $surge }}
{{- $most = add $most (div (add 99 (mul $most (trimSuffix "%" $surge | int64))) 100) }}
{{- else }}
{{- $most = add $most (int64 $surge) }}
{{- end }}
{{- end }}
{{- end }}
{{- $claims = append $claims (printf "voice-ai-kokoro %s %s %s %d %d %s" (include "voice-ai.kokoro.gpuResource" .) (.Values.kokoro.gpu.product | default "-") .Values.kokoro.gpu.sharing $most (int64 .Values.kokoro.gpu.count) (include "voice-ai.mebibytes" .Values.kokoro.gpu.memory)) }}
{{- end }}
{{- join "\n" $claims }}
{{- end }}

{{/* Which cards of global.gpu.cards are too small for what pods claim, one problem in a line. */}}
{{- define "voice-ai.cardProblems" -}}
{{- $problems := list }}
{{- $claims := splitList "\n" .claims | compact }}
{{- $several := gt (len .cards) 1 }}
{{- range $claims }}
{{- $words := splitList " " . }}
{{- if and $several (eq (index $words 2) "-") }}
{{- $problems = append $problems (printf "%s takes any card, and global.gpu.cards has several: set its gpu.product." (index $words 0)) }}
{{- end }}
{{- end }}
{{- range .cards }}
{{- $cards := int64 (.count | default 1) }}
{{- $shares := mul $cards (int64 (.shares | default 1)) }}
{{- $memory := include "voice-ai.mebibytes" .memory | int64 }}
{{- $free := mul $cards (sub $memory (include "voice-ai.mebibytes" (.reserved | default "") | int64)) }}
{{- $product := .product }}
{{- $wanted := 0 }}
{{- $taken := 0 }}
{{- $takers := list }}
{{- range $claims }}
{{- $words := splitList " " . }}
{{- $each := int64 (index $words 6) }}
{{- if has (index $words 2) (ternary (list $product) (list $product "-") $several) }}
{{- $pods := int64 (index $words 4) }}
{{- $wanted = add $wanted (mul $pods (int64 (index $words 5))) }}
{{- $taken = add $taken (mul $pods $each) }}
{{- $takers = append $takers (printf "%s %d × %d MiB" (index $words 0) $pods $each) }}
{{- if and (eq (index $words 3) "mps") (gt (mul $each $shares) (mul $memory $cards)) }}
{{- $problems = append $problems (printf "%s wants %d MiB, and MPS gives each of %d clients no more than %d MiB of the %s: lower gpu.memory, or have fewer shares." (index $words 0) $each $shares (div (mul $memory $cards) $shares) $product) }}
{{- end }}
{{- end }}
{{- end }}
{{- if gt $wanted $shares }}
{{- $problems = append $problems (printf "%s: the pods want %d shares while they are replaced (%s), and global.gpu.cards has %d: have the device plugin count the card more often, or run fewer pods." $product $wanted (join ", " $takers) $shares) }}
{{- end }}
{{- if gt $taken $free }}
{{- $problems = append $problems (printf "%s: the pods want %d MiB while they are replaced (%s), and %d MiB are free: lower gpu.memory, choose smaller models, or run fewer pods." $product $taken (join ", " $takers) $free) }}
{{- end }}
{{- end }}
{{- join "\n" $problems }}
{{- end }}

{{/* An amount in Mi or Gi as a number of MiB; 0 for none. */}}
{{- define "voice-ai.mebibytes" -}}
{{- $amount := . | trimSuffix "Gi" | trimSuffix "Mi" | int64 }}
{{- ternary (mul $amount 1024) $amount (hasSuffix "Gi" .) }}
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
{{/* Name of the Secret with the API keys of main. */}}
{{- define "voice-ai.main.gatewaySecret" -}}
{{- .Values.gateway.apiKeys.existingSecret | default (printf "%s-api-keys" (include "voice-ai.fullname" .)) }}
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the gateway of main; empty for no. */}}
{{- define "voice-ai.main.gatewayScraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if or .Values.gateway.metrics.annotations (and .Values.gateway.metrics.auto $scraped) }}true
{{- end }}
{{- end }}

{{/* Configuration of the gateway of main. */}}
{{- define "voice-ai.main.gatewayConfig" -}}
pid /tmp/nginx.pid;
error_log stderr warn;
worker_processes 1;

events {
  worker_connections 4096;
}

http {
  server_tokens off;
  client_body_temp_path /tmp/body;
  proxy_temp_path /tmp/proxy;
  fastcgi_temp_path /tmp/fastcgi;
  uwsgi_temp_path /tmp/uwsgi;
  scgi_temp_path /tmp/scgi;
  {{- range .Values.gateway.trustedProxies }}
  set_real_ip_from {{ . }};
  {{- end }}
  {{- if .Values.gateway.trustedProxies }}
  real_ip_header X-Forwarded-For;
  real_ip_recursive on;
  {{- end }}

  # What needs no key and knows no limit: the path that checks look at, and exemptPaths. Compared as it was sent.
  map "$request_method $request_uri" $gateway_exempt {
    default "";
    "~^(GET|HEAD) \Q/\E(\?|$)" 1;
    {{- range .Values.gateway.apiKeys.exemptPaths }}
    {{- if hasSuffix "*" . }}
    "~^[A-Z]+ \Q{{ trimSuffix "*" . }}\E(?!.*(\.\.|(?i:%2e|%2f|%5c)))" 1;
    {{- else }}
    "~^[A-Z]+ \Q{{ . }}\E(\?|$)" 1;
    {{- end }}
    {{- end }}
  }
  {{- if .Values.gateway.apiKeys.enabled }}
  {{- $header := .Values.gateway.apiKeys.header | lower | replace "-" "_" }}

  map $http_authorization $gateway_bearer {
    default "";
    "~*^Bearer +(?<token>[^ ]+)$" $token;
  }
  map $http_{{ $header }} $gateway_key {
    default $http_{{ $header }};
    "" $gateway_bearer;
  }
  map $gateway_key $gateway_client {
    default "";
    include /tmp/keys.conf;
  }
  map $gateway_key $gateway_refusal {
    default "The API key is not known.";
    "" "An API key is missing: send it as {{ .Values.gateway.apiKeys.header }}, or as Authorization: Bearer.";
  }
  # Browsers ask without a key whether they may send one.
  map "$request_method $http_access_control_request_method" $gateway_preflight {
    default "";
    "~^OPTIONS [A-Z]" 1;
  }
  map "$gateway_client$gateway_exempt$gateway_preflight" $gateway_refused {
    default "";
    "" 1;
  }
  # A key in Authorization was for the gateway; anything else there is the application's.
  map "$http_{{ $header }}|$gateway_client" $gateway_authorization {
    default $http_authorization;
    "~^\|." "";
  }
  {{- else }}

  map $host $gateway_client {
    default "";
  }
  map $host $gateway_authorization {
    default $http_authorization;
  }
  {{- end }}

  map $http_upgrade $gateway_connection {
    default upgrade;
    "" close;
  }
  map $http_x_forwarded_proto $gateway_proto {
    default $http_x_forwarded_proto;
    "" $scheme;
  }
  map $http_x_forwarded_for $gateway_for {
    default "$http_x_forwarded_for, $realip_remote_addr";
    "" $realip_remote_addr;
  }
  map $http_x_request_id $gateway_request_id {
    default $http_x_request_id;
    "" $request_id;
  }
  {{- if .Values.gateway.rateLimit.requestsPerSecond }}

  {{- if eq .Values.gateway.rateLimit.per "client" }}
  map $gateway_client $gateway_caller {
    default $gateway_client;
    "" $binary_remote_addr;
  }
  {{- else }}
  map $host $gateway_caller {
    default $binary_remote_addr;
  }
  {{- end }}
  map $gateway_exempt $gateway_limited {
    default "";
    "" $gateway_caller;
  }
  limit_req_zone $gateway_limited zone=callers:2m rate={{ int64 .Values.gateway.rateLimit.requestsPerSecond }}r/s;
  limit_req_status 429;
  limit_req_log_level info;
  {{- end }}
  {{- if .Values.gateway.cache.enabled }}

  map "$request_method $request_uri" $gateway_cache_path {
    default "";
    {{- range .Values.gateway.cache.paths }}
    "~^(GET|HEAD) \Q{{ . }}\E" 1;
    {{- end }}
  }
  map $http_accept $gateway_streams {
    default "";
    "~*text/event-stream" 1;
  }
  # Whose answers are one person's, one part, or no HTTP any more.
  map "$http_upgrade$http_range{{ if not .Values.gateway.cache.credentials }}$gateway_authorization$http_cookie{{ end }}" $gateway_personal {
    default 1;
    "" "";
  }
  map "$gateway_cache_path:$gateway_exempt$gateway_streams$gateway_personal" $gateway_cacheable {
    default "";
    "1:" 1;
  }
  map $upstream_http_content_type $gateway_uncached {
    default "";
    "~*(event-stream|ndjson|x-mixed-replace)" 1;
  }
  proxy_cache_path /var/cache/gateway levels=1:2 keys_zone=answers:2m max_size={{ trimSuffix "i" .Values.gateway.cache.size | lower }} inactive={{ int64 .Values.gateway.cache.seconds }}s use_temp_path=off;
  {{- end }}

  log_format gateway escape=json 'request\t$gateway_client\t$status\t$request_time\t$bytes_sent\t$upstream_cache_status\t'
    '{"time":"$time_iso8601","client":"$gateway_client","address":"$remote_addr","method":"$request_method","host":"$host","path":"$uri",'
    '"status":$status,"bytes":$bytes_sent,"seconds":$request_time,"upstream_seconds":"$upstream_response_time",'
    '"cache":"$upstream_cache_status","request_id":"$gateway_request_id","user_agent":"$http_user_agent"}';

  server {
    listen 8900;
    include /tmp/listen-8900.conf;
    access_log /tmp/requests gateway;

    underscores_in_headers on;
    large_client_header_buffers 4 32k;
    client_max_body_size 0;
    client_body_timeout {{ int64 .Values.gateway.timeouts.readSeconds }}s;
    send_timeout {{ int64 .Values.gateway.timeouts.readSeconds }}s;
    {{- if .Values.gateway.rateLimit.requestsPerSecond }}
    limit_req zone=callers{{ if .Values.gateway.rateLimit.burst }} burst={{ int64 .Values.gateway.rateLimit.burst }} nodelay{{ end }};
    {{- end }}

    proxy_http_version 1.1;
    proxy_request_buffering off;
    proxy_buffering off;
    proxy_buffer_size 32k;
    proxy_buffers 8 32k;
    proxy_max_temp_file_size 0;
    proxy_redirect off;
    proxy_connect_timeout {{ int64 .Values.gateway.timeouts.connectSeconds }}s;
    proxy_read_timeout {{ int64 .Values.gateway.timeouts.readSeconds }}s;
    proxy_send_timeout {{ int64 .Values.gateway.timeouts.readSeconds }}s;
    proxy_set_header Host $http_host;
    proxy_set_header Connection $gateway_connection;
    proxy_set_header Upgrade $http_upgrade;
    proxy_set_header Authorization $gateway_authorization;
    {{- if .Values.gateway.apiKeys.enabled }}
    proxy_set_header {{ .Values.gateway.apiKeys.header }} "";
    {{- end }}
    proxy_set_header X-Gateway-Client $gateway_client;
    proxy_set_header X-Forwarded-For $gateway_for;
    proxy_set_header X-Forwarded-Proto $gateway_proto;
    proxy_set_header X-Request-ID $gateway_request_id;

    recursive_error_pages on;
    error_page 401 @refused;
    error_page 418 = @cached;
    error_page 429 @limited;
    error_page 502 @away;
    error_page 504 @late;

    location / {
      {{- if .Values.gateway.apiKeys.enabled }}
      if ($gateway_refused) {
        return 401;
      }
      {{- end }}
      {{- if .Values.gateway.cache.enabled }}
      if ($gateway_cacheable) {
        return 418;
      }
      {{- end }}
      proxy_pass http://127.0.0.1:3000;
    }
    {{- if .Values.gateway.cache.enabled }}
    location @cached {
      proxy_pass http://127.0.0.1:3000;
      proxy_buffering on;
      proxy_cache answers;
      proxy_cache_key "$gateway_client $http_host $request_uri{{ if .Values.gateway.cache.credentials }} $gateway_authorization $http_cookie{{ end }}";
      proxy_cache_valid 200 {{ int64 .Values.gateway.cache.seconds }}s;
      proxy_cache_lock on;
      proxy_no_cache $gateway_uncached;
      add_header X-Cache $upstream_cache_status always;
    }
    {{- end }}
    {{- if .Values.gateway.apiKeys.enabled }}
    location @refused {
      default_type application/json;
      add_header WWW-Authenticate Bearer always;
      return 401 '{"error":"unauthorized","message":"$gateway_refusal"}';
    }
    {{- end }}
    {{- if .Values.gateway.rateLimit.requestsPerSecond }}
    location @limited {
      default_type application/json;
      add_header Retry-After 1 always;
      return 429 '{"error":"too_many_requests","message":"More than {{ int64 .Values.gateway.rateLimit.requestsPerSecond }} requests per second; try again."}';
    }
    {{- end }}
    location @away {
      default_type application/json;
      return 502 '{"error":"bad_gateway","message":"The application does not answer."}';
    }
    location @late {
      default_type application/json;
      return 504 '{"error":"gateway_timeout","message":"The application did not answer in time."}';
    }
  }

  server {
    listen 8901;
    include /tmp/listen-8901.conf;
    access_log off;
    location = /metrics {
      default_type "text/plain; version=0.0.4";
      # Not yet there in the first moments.
      log_not_found off;
      alias /tmp/metrics/metrics;
    }
    location = /healthz {
      return 204;
    }
    location / {
      return 404;
    }
  }
}
{{- end }}

{{/* Whether anybody looks at the metrics of the gateway of main. */}}
{{- define "voice-ai.main.gatewayWatched" -}}
{{- if or .Values.gateway.metrics.serviceMonitor .Values.gateway.metrics.annotations (and .Values.gateway.metrics.auto .Values.global.monitoring.operator) (include "voice-ai.main.gatewayScraped" .) }}true{{ end }}
{{- end }}
{{/* Name of the Secret with the API keys of livekit. */}}
{{- define "voice-ai.livekit.gatewaySecret" -}}
{{- .Values.livekit.gateway.apiKeys.existingSecret | default (printf "%s-livekit-api-keys" (include "voice-ai.fullname" .)) }}
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the gateway of livekit; empty for no. */}}
{{- define "voice-ai.livekit.gatewayScraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if or .Values.livekit.gateway.metrics.annotations (and .Values.livekit.gateway.metrics.auto $scraped) }}true
{{- end }}
{{- end }}

{{/* Configuration of the gateway of livekit. */}}
{{- define "voice-ai.livekit.gatewayConfig" -}}
pid /tmp/nginx.pid;
error_log stderr warn;
worker_processes 1;

events {
  worker_connections 4096;
}

http {
  server_tokens off;
  client_body_temp_path /tmp/body;
  proxy_temp_path /tmp/proxy;
  fastcgi_temp_path /tmp/fastcgi;
  uwsgi_temp_path /tmp/uwsgi;
  scgi_temp_path /tmp/scgi;
  {{- range .Values.livekit.gateway.trustedProxies }}
  set_real_ip_from {{ . }};
  {{- end }}
  {{- if .Values.livekit.gateway.trustedProxies }}
  real_ip_header X-Forwarded-For;
  real_ip_recursive on;
  {{- end }}

  # What needs no key and knows no limit: the path that checks look at, and exemptPaths. Compared as it was sent.
  map "$request_method $request_uri" $gateway_exempt {
    default "";
    "~^(GET|HEAD) \Q/\E(\?|$)" 1;
    {{- range .Values.livekit.gateway.apiKeys.exemptPaths }}
    {{- if hasSuffix "*" . }}
    "~^[A-Z]+ \Q{{ trimSuffix "*" . }}\E(?!.*(\.\.|(?i:%2e|%2f|%5c)))" 1;
    {{- else }}
    "~^[A-Z]+ \Q{{ . }}\E(\?|$)" 1;
    {{- end }}
    {{- end }}
  }
  {{- if .Values.livekit.gateway.apiKeys.enabled }}
  {{- $header := .Values.livekit.gateway.apiKeys.header | lower | replace "-" "_" }}

  map $http_authorization $gateway_bearer {
    default "";
    "~*^Bearer +(?<token>[^ ]+)$" $token;
  }
  map $http_{{ $header }} $gateway_key {
    default $http_{{ $header }};
    "" $gateway_bearer;
  }
  map $gateway_key $gateway_client {
    default "";
    include /tmp/keys.conf;
  }
  map $gateway_key $gateway_refusal {
    default "The API key is not known.";
    "" "An API key is missing: send it as {{ .Values.livekit.gateway.apiKeys.header }}, or as Authorization: Bearer.";
  }
  # Browsers ask without a key whether they may send one.
  map "$request_method $http_access_control_request_method" $gateway_preflight {
    default "";
    "~^OPTIONS [A-Z]" 1;
  }
  map "$gateway_client$gateway_exempt$gateway_preflight" $gateway_refused {
    default "";
    "" 1;
  }
  # A key in Authorization was for the gateway; anything else there is the application's.
  map "$http_{{ $header }}|$gateway_client" $gateway_authorization {
    default $http_authorization;
    "~^\|." "";
  }
  {{- else }}

  map $host $gateway_client {
    default "";
  }
  map $host $gateway_authorization {
    default $http_authorization;
  }
  {{- end }}

  map $http_upgrade $gateway_connection {
    default upgrade;
    "" close;
  }
  map $http_x_forwarded_proto $gateway_proto {
    default $http_x_forwarded_proto;
    "" $scheme;
  }
  map $http_x_forwarded_for $gateway_for {
    default "$http_x_forwarded_for, $realip_remote_addr";
    "" $realip_remote_addr;
  }
  map $http_x_request_id $gateway_request_id {
    default $http_x_request_id;
    "" $request_id;
  }
  {{- if .Values.livekit.gateway.rateLimit.requestsPerSecond }}

  {{- if eq .Values.livekit.gateway.rateLimit.per "client" }}
  map $gateway_client $gateway_caller {
    default $gateway_client;
    "" $binary_remote_addr;
  }
  {{- else }}
  map $host $gateway_caller {
    default $binary_remote_addr;
  }
  {{- end }}
  map $gateway_exempt $gateway_limited {
    default "";
    "" $gateway_caller;
  }
  limit_req_zone $gateway_limited zone=callers:2m rate={{ int64 .Values.livekit.gateway.rateLimit.requestsPerSecond }}r/s;
  limit_req_status 429;
  limit_req_log_level info;
  {{- end }}
  {{- if .Values.livekit.gateway.cache.enabled }}

  map "$request_method $request_uri" $gateway_cache_path {
    default "";
    {{- range .Values.livekit.gateway.cache.paths }}
    "~^(GET|HEAD) \Q{{ . }}\E" 1;
    {{- end }}
  }
  map $http_accept $gateway_streams {
    default "";
    "~*text/event-stream" 1;
  }
  # Whose answers are one person's, one part, or no HTTP any more.
  map "$http_upgrade$http_range{{ if not .Values.livekit.gateway.cache.credentials }}$gateway_authorization$http_cookie{{ end }}" $gateway_personal {
    default 1;
    "" "";
  }
  map "$gateway_cache_path:$gateway_exempt$gateway_streams$gateway_personal" $gateway_cacheable {
    default "";
    "1:" 1;
  }
  map $upstream_http_content_type $gateway_uncached {
    default "";
    "~*(event-stream|ndjson|x-mixed-replace)" 1;
  }
  proxy_cache_path /var/cache/gateway levels=1:2 keys_zone=answers:2m max_size={{ trimSuffix "i" .Values.livekit.gateway.cache.size | lower }} inactive={{ int64 .Values.livekit.gateway.cache.seconds }}s use_temp_path=off;
  {{- end }}

  log_format gateway escape=json 'request\t$gateway_client\t$status\t$request_time\t$bytes_sent\t$upstream_cache_status\t'
    '{"time":"$time_iso8601","client":"$gateway_client","address":"$remote_addr","method":"$request_method","host":"$host","path":"$uri",'
    '"status":$status,"bytes":$bytes_sent,"seconds":$request_time,"upstream_seconds":"$upstream_response_time",'
    '"cache":"$upstream_cache_status","request_id":"$gateway_request_id","user_agent":"$http_user_agent"}';

  server {
    listen 8900;
    include /tmp/listen-8900.conf;
    access_log /tmp/requests gateway;

    underscores_in_headers on;
    large_client_header_buffers 4 32k;
    client_max_body_size 0;
    client_body_timeout {{ int64 .Values.livekit.gateway.timeouts.readSeconds }}s;
    send_timeout {{ int64 .Values.livekit.gateway.timeouts.readSeconds }}s;
    {{- if .Values.livekit.gateway.rateLimit.requestsPerSecond }}
    limit_req zone=callers{{ if .Values.livekit.gateway.rateLimit.burst }} burst={{ int64 .Values.livekit.gateway.rateLimit.burst }} nodelay{{ end }};
    {{- end }}

    proxy_http_version 1.1;
    proxy_request_buffering off;
    proxy_buffering off;
    proxy_buffer_size 32k;
    proxy_buffers 8 32k;
    proxy_max_temp_file_size 0;
    proxy_redirect off;
    proxy_connect_timeout {{ int64 .Values.livekit.gateway.timeouts.connectSeconds }}s;
    proxy_read_timeout {{ int64 .Values.livekit.gateway.timeouts.readSeconds }}s;
    proxy_send_timeout {{ int64 .Values.livekit.gateway.timeouts.readSeconds }}s;
    proxy_set_header Host $http_host;
    proxy_set_header Connection $gateway_connection;
    proxy_set_header Upgrade $http_upgrade;
    proxy_set_header Authorization $gateway_authorization;
    {{- if .Values.livekit.gateway.apiKeys.enabled }}
    proxy_set_header {{ .Values.livekit.gateway.apiKeys.header }} "";
    {{- end }}
    proxy_set_header X-Gateway-Client $gateway_client;
    proxy_set_header X-Forwarded-For $gateway_for;
    proxy_set_header X-Forwarded-Proto $gateway_proto;
    proxy_set_header X-Request-ID $gateway_request_id;

    recursive_error_pages on;
    error_page 401 @refused;
    error_page 418 = @cached;
    error_page 429 @limited;
    error_page 502 @away;
    error_page 504 @late;

    location / {
      {{- if .Values.livekit.gateway.apiKeys.enabled }}
      if ($gateway_refused) {
        return 401;
      }
      {{- end }}
      {{- if .Values.livekit.gateway.cache.enabled }}
      if ($gateway_cacheable) {
        return 418;
      }
      {{- end }}
      proxy_pass http://127.0.0.1:7880;
    }
    {{- if .Values.livekit.gateway.cache.enabled }}
    location @cached {
      proxy_pass http://127.0.0.1:7880;
      proxy_buffering on;
      proxy_cache answers;
      proxy_cache_key "$gateway_client $http_host $request_uri{{ if .Values.livekit.gateway.cache.credentials }} $gateway_authorization $http_cookie{{ end }}";
      proxy_cache_valid 200 {{ int64 .Values.livekit.gateway.cache.seconds }}s;
      proxy_cache_lock on;
      proxy_no_cache $gateway_uncached;
      add_header X-Cache $upstream_cache_status always;
    }
    {{- end }}
    {{- if .Values.livekit.gateway.apiKeys.enabled }}
    location @refused {
      default_type application/json;
      add_header WWW-Authenticate Bearer always;
      return 401 '{"error":"unauthorized","message":"$gateway_refusal"}';
    }
    {{- end }}
    {{- if .Values.livekit.gateway.rateLimit.requestsPerSecond }}
    location @limited {
      default_type application/json;
      add_header Retry-After 1 always;
      return 429 '{"error":"too_many_requests","message":"More than {{ int64 .Values.livekit.gateway.rateLimit.requestsPerSecond }} requests per second; try again."}';
    }
    {{- end }}
    location @away {
      default_type application/json;
      return 502 '{"error":"bad_gateway","message":"The application does not answer."}';
    }
    location @late {
      default_type application/json;
      return 504 '{"error":"gateway_timeout","message":"The application did not answer in time."}';
    }
  }

  server {
    listen 8901;
    include /tmp/listen-8901.conf;
    access_log off;
    location = /metrics {
      default_type "text/plain; version=0.0.4";
      # Not yet there in the first moments.
      log_not_found off;
      alias /tmp/metrics/metrics;
    }
    location = /healthz {
      return 204;
    }
    location / {
      return 404;
    }
  }
}
{{- end }}

{{/* Whether anybody looks at the metrics of the gateway of livekit. */}}
{{- define "voice-ai.livekit.gatewayWatched" -}}
{{- if or .Values.livekit.gateway.metrics.serviceMonitor .Values.livekit.gateway.metrics.annotations (and .Values.livekit.gateway.metrics.auto .Values.global.monitoring.operator) (include "voice-ai.livekit.gatewayScraped" .) }}true{{ end }}
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
