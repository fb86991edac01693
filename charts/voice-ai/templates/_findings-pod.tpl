{{/* A quantity as a number. */}}
{{- define "voice-ai.rules.amount" -}}
{{- $text := ternary . (toJson .) (kindIs "string" .) }}
{{- $unit := ternary (trimAll "0123456789." $text) "" (kindIs "string" .) }}
{{- $amount := trimSuffix $unit $text | float64 }}
{{- if eq $unit "m" }}
{{- $amount = divf $amount 1000 }}
{{- else if $unit }}
{{- range until (splitList (trunc 1 $unit | upper) "KMGTPE" | first | len | add1 | int) }}
{{- $amount = mulf $amount (ternary 1024 1000 (hasSuffix "i" $unit)) }}
{{- end }}
{{- end }}
{{- printf "%f" $amount }}
{{- end }}

{{/* Amounts above others of the same resource; called with the paths and values of both. */}}
{{- define "voice-ai.rules.within" -}}
{{- range $name, $request := .requests }}
{{- range $limited, $limit := $.limits }}
{{- if and (eq $name $limited) (gt (include "voice-ai.rules.amount" $request | float64) (include "voice-ai.rules.amount" $limit | float64)) }}
{{ $.requestsPath }}.{{ $name }} is {{ toJson $request | trimAll "\"" }}, and {{ $.limitsPath }}.{{ $name }} is {{ toJson $limit
  | trimAll "\"" }}: raise the limit or lower the request.
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Requests above their limits, and implausible amounts; called with their path and the resources. */}}
{{- define "voice-ai.rules.resources" -}}
{{- range $name, $request := .resources.requests }}
{{- if not (has $name (list "cpu" "memory" "ephemeral-storage")) }}
{{ $.path }}.requests may not hold {{ $name }}: it takes cpu, memory and ephemeral-storage; any other resource stands in limits, which is its request too.
{{- end }}
{{- end }}
{{- include "voice-ai.rules.within"
  (dict "requestsPath" (print .path ".requests") "requests" .resources.requests "limitsPath" (print .path ".limits") "limits" .resources.limits) }}
{{- $requested := dict "name" "requests" "amount" .resources.requests.memory }}
{{- $limited := dict "name" "limits" "amount" .resources.limits.memory }}
{{- range list $requested $limited }}
{{- if lt (include "voice-ai.rules.amount" .amount | float64) 1048576.0 }}
{{ $.path }}.{{ .name }}.memory is {{ toJson .amount | trimAll "\"" }}, less than 1Mi: a number alone counts bytes, write for example 512Mi.
{{- end }}
{{- end }}
{{- range $name, $limit := .resources.limits }}
{{- $isOwn := has $name (list "cpu" "memory" "ephemeral-storage") }}
{{- if not (or $isOwn (regexMatch "^[a-z0-9][a-z0-9.-]*/[A-Za-z0-9][A-Za-z0-9._-]*$" $name)) }}
{{ $.path }}.limits.{{ $name }} is no resource: name its domain too, for example nvidia.com/gpu.
{{- end }}
{{- if and (contains "/" $name) (not (hasSuffix ".000000" (include "voice-ai.rules.amount" $limit))) }}
{{ $.path }}.limits.{{ $name }} is {{ toJson $limit | trimAll "\"" }}: such a resource is counted in whole numbers.
{{- end }}
{{- end }}
{{- end }}

{{/* A seccomp profile of the node needs its name, and no other has one; called with the prefix of the paths, and both. */}}
{{- define "voice-ai.rules.seccomp" -}}
{{- $pod := dict "path" "podSecurityContext" "profile" .pod.seccompProfile }}
{{- $container := dict "path" "securityContext" "profile" .container.seccompProfile }}
{{- range list $pod $container }}
{{- $path := printf "%s%s.seccompProfile" $.prefix .path }}
{{- with .profile }}
{{- if and (eq .type "Localhost") (not .localhostProfile) }}
{{ $path }}.type is Localhost: name the profile of the node in localhostProfile.
{{- end }}
{{- if and (ne .type "Localhost") .localhostProfile }}
{{ $path }}.localhostProfile is {{ .localhostProfile }}, and type is {{ .type }}: set type to Localhost.
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Scheduling of a pod that the API refuses, and DNS servers that the pod could not query; called with the root, the prefix of their paths, and the
  values. */}}
{{- define "voice-ai.rules.scheduling" -}}
{{- range .of.tolerations }}
{{- $taint := .key | default "all taints" }}
{{- $exists := eq (.operator | default "Equal") "Exists" }}
{{- if not (or .key $exists) }}
{{ $.prefix }}tolerations: one without a key tolerates all taints, and needs operator Exists.
{{- end }}
{{- if and $exists .value }}
{{ $.prefix }}tolerations: operator Exists of {{ $taint }} takes no value: remove it, or set the operator to Equal.
{{- end }}
{{- if and (not (kindIs "invalid" .tolerationSeconds)) (ne (.effect | default "") "NoExecute") }}
{{ $.prefix }}tolerations: tolerationSeconds of {{ $taint }} needs effect NoExecute.
{{- end }}
{{- end }}
{{- $seen := list }}
{{- range .of.topologySpreadConstraints }}
{{- $spread := printf "%s with %s" .topologyKey .whenUnsatisfiable }}
{{- if has $spread $seen }}
{{ $.prefix }}topologySpreadConstraints has {{ $spread }} twice: keep one.
{{- end }}
{{- $seen = append $seen $spread }}
{{- if and .minDomains (ne .whenUnsatisfiable "DoNotSchedule") }}
{{ $.prefix }}topologySpreadConstraints: minDomains of {{ .topologyKey }} needs whenUnsatisfiable DoNotSchedule.
{{- end }}
{{- end }}
{{- $policies := and .root.Values.networkPolicy.enabled .root.Values.global.networkPolicy.enabled }}
{{- with .of.pod }}
{{- $policy := .dnsPolicy | default "" }}
{{- if and (eq $policy "None") (not (.dnsConfig | default dict).nameservers) }}
{{ $.prefix }}pod.dnsPolicy None needs servers: name them in {{ $.prefix }}pod.dnsConfig.nameservers.
{{- end }}
{{- if and (eq $policy "Default") $policies (not $.root.Values.global.networkPolicy.dns.peers) }}
{{ $.prefix }}pod.dnsPolicy Default asks the servers of the node, and the NetworkPolicy knows those of the cluster:
  name them in global.networkPolicy.dns.peers.
{{- end }}
{{- end }}
{{- end }}

{{/* Sharing modes that do not fit the card, and limits that the chart sets itself; called with the prefix of their paths, the values, and the
  resource of the card. */}}
{{- define "voice-ai.rules.gpu" -}}
{{- if and (eq .of.gpu.sharing "mig") (not (or .of.gpu.profile .of.gpu.resourceName)) }}
{{ .prefix }}gpu.sharing is mig, and no instance is named: set {{ .prefix }}gpu.profile, for example 1g.10gb.
{{- end }}
{{- if and .of.gpu.profile (ne .of.gpu.sharing "mig") }}
{{ .prefix }}gpu.profile names a MIG instance: set {{ .prefix }}gpu.sharing to mig, or leave it empty.
{{- end }}
{{- if and (has .of.gpu.sharing (list "mig" "mps")) (ne .of.gpu.vendor "nvidia") }}
{{ .prefix }}gpu.sharing {{ .of.gpu.sharing }} is for cards of NVIDIA: choose exclusive or timeSlicing.
{{- end }}
{{- if and (has .of.gpu.sharing (list "timeSlicing" "mps")) (gt (int64 .of.gpu.count) 1) }}
{{ .prefix }}gpu.count is more than one share of a card, which gives no more of it: set it to 1.
{{- end }}
{{- range $name, $limit := .of.resources.limits }}
{{- if eq $name $.card }}
{{ $.prefix }}resources.limits may not hold {{ $name }}: {{ $.prefix }}gpu.enabled sets it, with {{ $.prefix }}gpu.count.
{{- end }}
{{- end }}
{{- end }}

{{/* Mistakes in values, topic pod. */}}
{{- define "voice-ai.findings.pod" -}}
{{- if not .Values.image.repository }}
image.repository is empty: name your image, a web server on port 3000 that answers / and makes tokens for LiveKit with LIVEKIT_API_KEY and
  LIVEKIT_API_SECRET.
{{- end }}
{{- include "voice-ai.rules.resources" (dict "path" "resources" "resources" .Values.resources) }}
{{- include "voice-ai.rules.seccomp" (dict "prefix" "" "pod" .Values.podSecurityContext "container" .Values.securityContext) }}
{{- if not .Values.agent.image.repository }}
agent.image.repository is empty: name your image, a LiveKit agent that answers / on port 8081, stops taking calls on SIGTERM and finishes those it
  has.
{{- end }}
{{- include "voice-ai.rules.resources" (dict "path" "agent.resources" "resources" .Values.agent.resources) }}
{{- include "voice-ai.rules.seccomp" (dict "prefix" "agent." "pod" .Values.agent.podSecurityContext "container" .Values.agent.securityContext) }}
{{- include "voice-ai.rules.resources" (dict "path" "livekit.resources" "resources" .Values.livekit.resources) }}
{{- include "voice-ai.rules.resources" (dict "path" "whisper.resources" "resources" .Values.whisper.resources) }}
{{- include "voice-ai.rules.resources" (dict "path" "kokoro.resources" "resources" .Values.kokoro.resources) }}
{{- include "voice-ai.rules.seccomp" (dict "prefix" "kokoro." "pod" .Values.kokoro.podSecurityContext "container" .Values.kokoro.securityContext) }}
{{- include "voice-ai.rules.labels" (dict "path" "serviceAccount.labels" "labels" .Values.serviceAccount.labels) }}
{{- include "voice-ai.rules.probes" (dict "prefix" "" "whole" false "of" .Values) }}
{{- include "voice-ai.rules.probes" (dict "prefix" "agent." "whole" false "of" .Values.agent) }}
{{- include "voice-ai.rules.probes" (dict "prefix" "livekit." "whole" false "of" .Values.livekit) }}
{{- include "voice-ai.rules.probes" (dict "prefix" "whisper." "whole" false "of" .Values.whisper) }}
{{- include "voice-ai.rules.probes" (dict "prefix" "kokoro." "whole" false "of" .Values.kokoro) }}
{{- include "voice-ai.rules.scheduling" (dict "root" . "prefix" "" "of" .Values) }}
{{- include "voice-ai.rules.scheduling" (dict "root" . "prefix" "agent." "of" .Values.agent) }}
{{- include "voice-ai.rules.scheduling" (dict "root" . "prefix" "livekit." "of" .Values.livekit) }}
{{- include "voice-ai.rules.scheduling" (dict "root" . "prefix" "whisper." "of" .Values.whisper) }}
{{- include "voice-ai.rules.scheduling" (dict "root" . "prefix" "kokoro." "of" .Values.kokoro) }}
{{- if .Values.agent.gpu.enabled }}
{{- include "voice-ai.rules.gpu" (dict "prefix" "agent." "of" .Values.agent "card" (include "voice-ai.gpuResource" .Values.agent.gpu)) }}
{{- end }}
{{- if .Values.whisper.gpu.enabled }}
{{- include "voice-ai.rules.gpu" (dict "prefix" "whisper." "of" .Values.whisper "card" (include "voice-ai.gpuResource" .Values.whisper.gpu)) }}
{{- end }}
{{- if .Values.kokoro.gpu.enabled }}
{{- include "voice-ai.rules.gpu" (dict "prefix" "kokoro." "of" .Values.kokoro "card" (include "voice-ai.gpuResource" .Values.kokoro.gpu)) }}
{{- end }}
{{- if and .Chart.IsRoot .Values.global.gpu.cards }}
{{- include "voice-ai.cardProblems" (dict "claims" (include "voice-ai.claims" .) "cards" .Values.global.gpu.cards) }}
{{- end }}
{{- include "voice-ai.rules.podLabels" (dict "path" "podLabels" "labels" .Values.podLabels) }}
{{- include "voice-ai.rules.podLabels" (dict "path" "agent.podLabels" "labels" .Values.agent.podLabels) }}
{{- include "voice-ai.rules.podLabels" (dict "path" "livekit.podLabels" "labels" .Values.livekit.podLabels) }}
{{- include "voice-ai.rules.podLabels" (dict "path" "whisper.podLabels" "labels" .Values.whisper.podLabels) }}
{{- include "voice-ai.rules.podLabels" (dict "path" "kokoro.podLabels" "labels" .Values.kokoro.podLabels) }}
{{- include "voice-ai.rules.extras" (dict "prefix" "" "of" .Values
  "volumes" (list "authorities" "cache" "gateway" "gateway-cache" "gateway-tmp" "tmp") "paths" (list "/app/.next/cache" "/etc/authorities" "/tmp")
  "containers" (list "gateway" "voice-ai") "ports" (list "gateway" "gateway-metrics" "http")
  "env" (list "HOME" "PORT" "HOSTNAME" "LIVEKIT_URL" "NEXT_PUBLIC_LIVEKIT_URL") "settings" (list "LIVEKIT_API_KEY=secrets.livekitApiKey"
    "LIVEKIT_API_SECRET=secrets.livekitApiSecret") "common" list) }}
{{- include "voice-ai.rules.extras" (dict "prefix" "agent." "of" .Values.agent
  "volumes" (list "authorities" "tmp") "paths" (list "/etc/authorities" "/tmp")
  "containers" (list "agent" "wait-for-kokoro" "wait-for-livekit" "wait-for-ollama" "wait-for-whisper") "ports" (list "health")
  "env" (list "PYTHONDONTWRITEBYTECODE" "PYTHONUNBUFFERED" "UV_CACHE_DIR" "LLM_MODEL" "STT_MODEL" "TTS_VOICE" "LIVEKIT_URL" "STT_BASE_URL"
    "TTS_BASE_URL" "OLLAMA_BASE_URL" "LLM_BASE_URL") "settings" (list "LIVEKIT_API_KEY=secrets.livekitApiKey"
    "LIVEKIT_API_SECRET=secrets.livekitApiSecret") "common" .Values.extraEnv) }}
{{- include "voice-ai.rules.extras" (dict "prefix" "livekit." "of" .Values.livekit
  "volumes" (list "authorities" "files" "gateway" "gateway-cache" "gateway-tmp" "tmp" "turn-tls") "paths" (list "/etc/authorities"
    "/etc/livekit/livekit.yaml" "/run/turn" "/tmp")
  "containers" (list "gateway" "livekit") "ports" (list "gateway" "gateway-metrics" "http" "metrics" "rtc-tcp" "rtc-udp" "turn-tls" "turn-udp")
  "env" (list "HOST_IP" "NODE_IP" "LIVEKIT_KEYS") "settings" (list "LIVEKIT_API_KEY=secrets.livekitApiKey"
    "LIVEKIT_API_SECRET=secrets.livekitApiSecret") "common" .Values.extraEnv) }}
{{- include "voice-ai.rules.extras" (dict "prefix" "whisper." "of" .Values.whisper
  "volumes" (list "authorities" "models" "tmp") "paths" (list "/etc/authorities" "/home/ubuntu/.cache/huggingface" "/tmp")
  "containers" (list "whisper") "ports" (list "http")
  "env" (list "PYTHONDONTWRITEBYTECODE" "PYTHONUNBUFFERED" "ENABLE_UI" "PRELOAD_MODELS" "STT_MODEL_TTL" "WHISPER__INFERENCE_DEVICE"
    "WHISPER__COMPUTE_TYPE" "WHISPER__CPU_THREADS" "HF_HUB_OFFLINE" "LOG_LEVEL") "settings" (list) "common" .Values.extraEnv) }}
{{- include "voice-ai.rules.extras" (dict "prefix" "kokoro." "of" .Values.kokoro
  "volumes" (list "authorities" "temp-files" "tmp") "paths" (list "/app/api/temp_files" "/etc/authorities" "/tmp")
  "containers" (list "kokoro") "ports" (list "http")
  "env" (list "PYTHONDONTWRITEBYTECODE" "PYTHONUNBUFFERED" "HOME" "UV_CACHE_DIR" "DOWNLOAD_MODEL" "HF_HUB_OFFLINE" "HOST" "PORT") "settings" (list)
    "common" .Values.extraEnv) }}
{{- end }}
