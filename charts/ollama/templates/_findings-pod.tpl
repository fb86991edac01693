{{/* A quantity as a number. */}}
{{- define "ollama.rules.amount" -}}
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
{{- define "ollama.rules.within" -}}
{{- range $name, $request := .requests }}
{{- range $limited, $limit := $.limits }}
{{- if and (eq $name $limited) (gt (include "ollama.rules.amount" $request | float64) (include "ollama.rules.amount" $limit | float64)) }}
{{ $.requestsPath }}.{{ $name }} is {{ toJson $request | trimAll "\"" }}, and {{ $.limitsPath }}.{{ $name }} is {{ toJson $limit
  | trimAll "\"" }}: raise the limit or lower the request.
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Requests above their limits, and implausible amounts; called with their path and the resources. */}}
{{- define "ollama.rules.resources" -}}
{{- range $name, $request := .resources.requests }}
{{- if not (has $name (list "cpu" "memory" "ephemeral-storage")) }}
{{ $.path }}.requests may not hold {{ $name }}: it takes cpu, memory and ephemeral-storage; any other resource stands in limits, which is its request too.
{{- end }}
{{- end }}
{{- include "ollama.rules.within"
  (dict "requestsPath" (print .path ".requests") "requests" .resources.requests "limitsPath" (print .path ".limits") "limits" .resources.limits) }}
{{- $requested := dict "name" "requests" "amount" .resources.requests.memory }}
{{- $limited := dict "name" "limits" "amount" .resources.limits.memory }}
{{- range list $requested $limited }}
{{- if lt (include "ollama.rules.amount" .amount | float64) 1048576.0 }}
{{ $.path }}.{{ .name }}.memory is {{ toJson .amount | trimAll "\"" }}, less than 1Mi: a number alone counts bytes, write for example 512Mi.
{{- end }}
{{- end }}
{{- range $name, $limit := .resources.limits }}
{{- $isOwn := has $name (list "cpu" "memory" "ephemeral-storage") }}
{{- if not (or $isOwn (regexMatch "^[a-z0-9][a-z0-9.-]*/[A-Za-z0-9][A-Za-z0-9._-]*$" $name)) }}
{{ $.path }}.limits.{{ $name }} is no resource: name its domain too, for example nvidia.com/gpu.
{{- end }}
{{- if and (contains "/" $name) (not (hasSuffix ".000000" (include "ollama.rules.amount" $limit))) }}
{{ $.path }}.limits.{{ $name }} is {{ toJson $limit | trimAll "\"" }}: such a resource is counted in whole numbers.
{{- end }}
{{- end }}
{{- end }}

{{/* A seccomp profile of the node needs its name, and no other has one; called with the prefix of the paths, and both. */}}
{{- define "ollama.rules.seccomp" -}}
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
{{- define "ollama.rules.scheduling" -}}
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
{{- define "ollama.rules.gpu" -}}
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
{{- define "ollama.findings.pod" -}}
{{- include "ollama.rules.resources" (dict "path" "resources" "resources" .Values.resources) }}
{{- include "ollama.rules.seccomp" (dict "prefix" "" "pod" .Values.podSecurityContext "container" .Values.securityContext) }}
{{- include "ollama.rules.resources" (dict "path" "pull.resources" "resources" .Values.pull.resources) }}
{{- include "ollama.rules.labels" (dict "path" "serviceAccount.labels" "labels" .Values.serviceAccount.labels) }}
{{- include "ollama.rules.probes" (dict "prefix" "" "whole" false "of" .Values) }}
{{- include "ollama.rules.scheduling" (dict "root" . "prefix" "" "of" .Values) }}
{{- if .Values.gpu.enabled }}
{{- include "ollama.rules.gpu" (dict "prefix" "" "of" .Values "card" (include "ollama.gpuResource" .Values.gpu)) }}
{{- end }}
{{- if and .Chart.IsRoot .Values.global.gpu.cards }}
{{- include "ollama.cardProblems" (dict "claims" (include "ollama.claims" .) "cards" .Values.global.gpu.cards) }}
{{- end }}
{{- include "ollama.rules.podLabels" (dict "path" "podLabels" "labels" .Values.podLabels) }}
{{- include "ollama.rules.extras" (dict "prefix" "" "of" .Values
  "volumes" (list "authorities" "gateway" "gateway-cache" "gateway-tmp" "list" "models" "tmp") "paths" (list "/data" "/etc/authorities" "/etc/models"
    "/tmp")
  "containers" (list "gateway" "keep-models" "ollama") "ports" (list "gateway" "gateway-metrics" "http")
  "env" (list "HOME" "OLLAMA_HOST" "OLLAMA_MODELS" "OLLAMA_NO_CLOUD") "settings" (list "OLLAMA_KEEP_ALIVE=config.keepAlive"
    "OLLAMA_NUM_PARALLEL=config.parallel" "OLLAMA_MAX_LOADED_MODELS=config.maxLoadedModels" "OLLAMA_MAX_QUEUE=config.maxQueue"
    "OLLAMA_CONTEXT_LENGTH=config.contextLength" "OLLAMA_FLASH_ATTENTION=config.flashAttention" "OLLAMA_KV_CACHE_TYPE=config.kvCacheType"
    "OLLAMA_ORIGINS=config.origins" "OLLAMA_DEBUG=config.debug") "common" list) }}
{{- include "ollama.rules.extras" (dict "prefix" "pull." "of" .Values.pull
  "volumes" (list "authorities" "list" "tmp") "paths" (list "/etc/authorities" "/etc/models" "/tmp")
  "containers" (list "pull" "wait-for-server") "ports" (list)
  "env" (list "INSECURE" "SILENCE" "MODELS" "CLEAN" "CREATED" "BASE_URL" "HOST" "PORT") "settings" (list) "common" .Values.extraEnv) }}
{{- end }}
