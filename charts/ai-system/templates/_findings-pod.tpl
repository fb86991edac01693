{{/* A quantity as a number. */}}
{{- define "ai-system.rules.amount" -}}
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
{{- define "ai-system.rules.within" -}}
{{- range $name, $request := .requests }}
{{- range $limited, $limit := $.limits }}
{{- if and (eq $name $limited) (gt (include "ai-system.rules.amount" $request | float64) (include "ai-system.rules.amount" $limit | float64)) }}
{{ $.requestsPath }}.{{ $name }} is {{ toJson $request | trimAll "\"" }}, and {{ $.limitsPath }}.{{ $name }} is {{ toJson $limit
  | trimAll "\"" }}: raise the limit or lower the request.
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Requests above their limits, and implausible amounts; called with their path and the resources. */}}
{{- define "ai-system.rules.resources" -}}
{{- range $name, $request := .resources.requests }}
{{- if not (has $name (list "cpu" "memory" "ephemeral-storage")) }}
{{ $.path }}.requests may not hold {{ $name }}: it takes cpu, memory and ephemeral-storage; any other resource stands in limits, which is its request too.
{{- end }}
{{- end }}
{{- include "ai-system.rules.within"
  (dict "requestsPath" (print .path ".requests") "requests" .resources.requests "limitsPath" (print .path ".limits") "limits" .resources.limits) }}
{{- $requested := dict "name" "requests" "amount" .resources.requests.memory }}
{{- $limited := dict "name" "limits" "amount" .resources.limits.memory }}
{{- range list $requested $limited }}
{{- if lt (include "ai-system.rules.amount" .amount | float64) 1048576.0 }}
{{ $.path }}.{{ .name }}.memory is {{ toJson .amount | trimAll "\"" }}, less than 1Mi: a number alone counts bytes, write for example 512Mi.
{{- end }}
{{- end }}
{{- range $name, $limit := .resources.limits }}
{{- $isOwn := has $name (list "cpu" "memory" "ephemeral-storage") }}
{{- if not (or $isOwn (regexMatch "^[a-z0-9][a-z0-9.-]*/[A-Za-z0-9][A-Za-z0-9._-]*$" $name)) }}
{{ $.path }}.limits.{{ $name }} is no resource: name its domain too, for example nvidia.com/gpu.
{{- end }}
{{- if and (contains "/" $name) (not (hasSuffix ".000000" (include "ai-system.rules.amount" $limit))) }}
{{ $.path }}.limits.{{ $name }} is {{ toJson $limit | trimAll "\"" }}: such a resource is counted in whole numbers.
{{- end }}
{{- end }}
{{- end }}

{{/* A seccomp profile of the node needs its name, and no other has one; called with the prefix of the paths, and both. */}}
{{- define "ai-system.rules.seccomp" -}}
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
{{- define "ai-system.rules.scheduling" -}}
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
{{- define "ai-system.rules.gpu" -}}
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
{{- define "ai-system.findings.pod" -}}
{{- if not .Values.image.repository }}
image.repository is empty: name your image, an HTTP server on port 8080 that answers /health and /metrics; COMPONENT says which part it is to be.
{{- end }}
{{- include "ai-system.rules.resources" (dict "path" "resources" "resources" .Values.resources) }}
{{- include "ai-system.rules.seccomp" (dict "prefix" "" "pod" .Values.podSecurityContext "container" .Values.securityContext) }}
{{- include "ai-system.rules.resources" (dict "path" "coordination.resources" "resources" .Values.coordination.resources) }}
{{- include "ai-system.rules.resources" (dict "path" "reasoningSuite.resources" "resources" .Values.reasoningSuite.resources) }}
{{- include "ai-system.rules.resources" (dict "path" "speechGpu.resources" "resources" .Values.speechGpu.resources) }}
{{- include "ai-system.rules.resources" (dict "path" "visionDream.resources" "resources" .Values.visionDream.resources) }}
{{- include "ai-system.rules.resources" (dict "path" "tutoring.resources" "resources" .Values.tutoring.resources) }}
{{- include "ai-system.rules.resources" (dict "path" "learningGpu.resources" "resources" .Values.learningGpu.resources) }}
{{- include "ai-system.rules.resources" (dict "path" "retraining.resources" "resources" .Values.retraining.resources) }}
{{- include "ai-system.rules.resources" (dict "path" "infraCore.resources" "resources" .Values.infraCore.resources) }}
{{- include "ai-system.rules.resources" (dict "path" "memory.resources" "resources" .Values.memory.resources) }}
{{- include "ai-system.rules.resources" (dict "path" "utilityCpu.resources" "resources" .Values.utilityCpu.resources) }}
{{- include "ai-system.rules.labels" (dict "path" "serviceAccount.labels" "labels" .Values.serviceAccount.labels) }}
{{- include "ai-system.rules.probes" (dict "prefix" "" "whole" false "of" .Values) }}
{{- include "ai-system.rules.probes" (dict "prefix" "coordination." "whole" false "of" .Values.coordination) }}
{{- include "ai-system.rules.probes" (dict "prefix" "reasoningSuite." "whole" false "of" .Values.reasoningSuite) }}
{{- include "ai-system.rules.probes" (dict "prefix" "speechGpu." "whole" false "of" .Values.speechGpu) }}
{{- include "ai-system.rules.probes" (dict "prefix" "visionDream." "whole" false "of" .Values.visionDream) }}
{{- include "ai-system.rules.probes" (dict "prefix" "tutoring." "whole" false "of" .Values.tutoring) }}
{{- include "ai-system.rules.probes" (dict "prefix" "infraCore." "whole" false "of" .Values.infraCore) }}
{{- include "ai-system.rules.probes" (dict "prefix" "memory." "whole" false "of" .Values.memory) }}
{{- include "ai-system.rules.probes" (dict "prefix" "utilityCpu." "whole" false "of" .Values.utilityCpu) }}
{{- include "ai-system.rules.scheduling" (dict "root" . "prefix" "" "of" .Values) }}
{{- include "ai-system.rules.scheduling" (dict "root" . "prefix" "coordination." "of" .Values.coordination) }}
{{- include "ai-system.rules.scheduling" (dict "root" . "prefix" "reasoningSuite." "of" .Values.reasoningSuite) }}
{{- include "ai-system.rules.scheduling" (dict "root" . "prefix" "speechGpu." "of" .Values.speechGpu) }}
{{- include "ai-system.rules.scheduling" (dict "root" . "prefix" "visionDream." "of" .Values.visionDream) }}
{{- include "ai-system.rules.scheduling" (dict "root" . "prefix" "tutoring." "of" .Values.tutoring) }}
{{- include "ai-system.rules.scheduling" (dict "root" . "prefix" "learningGpu." "of" .Values.learningGpu) }}
{{- include "ai-system.rules.scheduling" (dict "root" . "prefix" "retraining." "of" .Values.retraining) }}
{{- include "ai-system.rules.scheduling" (dict "root" . "prefix" "infraCore." "of" .Values.infraCore) }}
{{- include "ai-system.rules.scheduling" (dict "root" . "prefix" "memory." "of" .Values.memory) }}
{{- include "ai-system.rules.scheduling" (dict "root" . "prefix" "utilityCpu." "of" .Values.utilityCpu) }}
{{- if .Values.coordination.gpu.enabled }}
{{- include "ai-system.rules.gpu"
  (dict "prefix" "coordination." "of" .Values.coordination "card" (include "ai-system.gpuResource" .Values.coordination.gpu)) }}
{{- end }}
{{- if .Values.reasoningSuite.gpu.enabled }}
{{- include "ai-system.rules.gpu"
  (dict "prefix" "reasoningSuite." "of" .Values.reasoningSuite "card" (include "ai-system.gpuResource" .Values.reasoningSuite.gpu)) }}
{{- end }}
{{- if .Values.speechGpu.gpu.enabled }}
{{- include "ai-system.rules.gpu"
  (dict "prefix" "speechGpu." "of" .Values.speechGpu "card" (include "ai-system.gpuResource" .Values.speechGpu.gpu)) }}
{{- end }}
{{- if .Values.visionDream.gpu.enabled }}
{{- include "ai-system.rules.gpu"
  (dict "prefix" "visionDream." "of" .Values.visionDream "card" (include "ai-system.gpuResource" .Values.visionDream.gpu)) }}
{{- end }}
{{- if .Values.tutoring.gpu.enabled }}
{{- include "ai-system.rules.gpu" (dict "prefix" "tutoring." "of" .Values.tutoring "card" (include "ai-system.gpuResource" .Values.tutoring.gpu)) }}
{{- end }}
{{- if .Values.learningGpu.gpu.enabled }}
{{- include "ai-system.rules.gpu"
  (dict "prefix" "learningGpu." "of" .Values.learningGpu "card" (include "ai-system.gpuResource" .Values.learningGpu.gpu)) }}
{{- end }}
{{- if .Values.retraining.gpu.enabled }}
{{- include "ai-system.rules.gpu"
  (dict "prefix" "retraining." "of" .Values.retraining "card" (include "ai-system.gpuResource" .Values.retraining.gpu)) }}
{{- end }}
{{- if and .Chart.IsRoot .Values.global.gpu.cards }}
{{- include "ai-system.cardProblems" (dict "claims" (include "ai-system.claims" .) "cards" .Values.global.gpu.cards) }}
{{- end }}
{{- include "ai-system.rules.podLabels" (dict "path" "podLabels" "labels" .Values.podLabels) }}
{{- include "ai-system.rules.podLabels" (dict "path" "coordination.podLabels" "labels" .Values.coordination.podLabels) }}
{{- include "ai-system.rules.podLabels" (dict "path" "reasoningSuite.podLabels" "labels" .Values.reasoningSuite.podLabels) }}
{{- include "ai-system.rules.podLabels" (dict "path" "speechGpu.podLabels" "labels" .Values.speechGpu.podLabels) }}
{{- include "ai-system.rules.podLabels" (dict "path" "visionDream.podLabels" "labels" .Values.visionDream.podLabels) }}
{{- include "ai-system.rules.podLabels" (dict "path" "tutoring.podLabels" "labels" .Values.tutoring.podLabels) }}
{{- include "ai-system.rules.podLabels" (dict "path" "learningGpu.podLabels" "labels" .Values.learningGpu.podLabels) }}
{{- include "ai-system.rules.podLabels" (dict "path" "retraining.podLabels" "labels" .Values.retraining.podLabels) }}
{{- include "ai-system.rules.podLabels" (dict "path" "infraCore.podLabels" "labels" .Values.infraCore.podLabels) }}
{{- include "ai-system.rules.podLabels" (dict "path" "memory.podLabels" "labels" .Values.memory.podLabels) }}
{{- include "ai-system.rules.podLabels" (dict "path" "utilityCpu.podLabels" "labels" .Values.utilityCpu.podLabels) }}
{{- include "ai-system.rules.extras" (dict "prefix" "" "of" .Values
  "volumes" (list "authorities" "gateway" "gateway-cache" "gateway-tmp" "shared" "tmp") "paths" (list "/etc/authorities" "/shared" "/tmp")
  "containers" (list "ai-system" "gateway" "wait-for-coordination") "ports" (list "gateway" "gateway-metrics" "http")
  "env" (list "COMPONENT" "HOME" "COORDINATION_URL" "OTEL_EXPORTER_OTLP_ENDPOINT") "settings" (list "LOG_LEVEL=config.logLevel") "common" list) }}
{{- include "ai-system.rules.extras" (dict "prefix" "coordination." "of" .Values.coordination
  "volumes" (list "authorities" "shared" "tmp") "paths" (list "/etc/authorities" "/shared" "/tmp")
  "containers" (list "coordination" "wait-for-infra" "wait-for-memory") "ports" (list "http")
  "env" (list "COMPONENT" "HOME" "INFRA_CORE_URL" "MEMORY_STACK_URL" "REASONING_SUITE_URL" "SPEECH_GPU_URL" "VISION_DREAM_URL" "TUTORING_URL"
    "OTEL_EXPORTER_OTLP_ENDPOINT") "settings" (list "LOG_LEVEL=config.logLevel") "common" .Values.extraEnv) }}
{{- include "ai-system.rules.extras" (dict "prefix" "reasoningSuite." "of" .Values.reasoningSuite
  "volumes" (list "authorities" "shared" "tmp") "paths" (list "/etc/authorities" "/shared" "/tmp")
  "containers" (list "reasoning-suite" "wait-for-memory") "ports" (list "http")
  "env" (list "COMPONENT" "HOME" "MEMORY_STACK_URL" "OTEL_EXPORTER_OTLP_ENDPOINT") "settings" (list "LOG_LEVEL=config.logLevel") "common"
    .Values.extraEnv) }}
{{- include "ai-system.rules.extras" (dict "prefix" "speechGpu." "of" .Values.speechGpu
  "volumes" (list "authorities" "shared" "tmp") "paths" (list "/etc/authorities" "/shared" "/tmp")
  "containers" (list "speech-gpu") "ports" (list "http")
  "env" (list "COMPONENT" "HOME" "OTEL_EXPORTER_OTLP_ENDPOINT") "settings" (list "LOG_LEVEL=config.logLevel") "common" .Values.extraEnv) }}
{{- include "ai-system.rules.extras" (dict "prefix" "visionDream." "of" .Values.visionDream
  "volumes" (list "authorities" "shared" "tmp") "paths" (list "/etc/authorities" "/shared" "/tmp")
  "containers" (list "vision-dream") "ports" (list "http")
  "env" (list "COMPONENT" "HOME" "OTEL_EXPORTER_OTLP_ENDPOINT") "settings" (list "LOG_LEVEL=config.logLevel") "common" .Values.extraEnv) }}
{{- include "ai-system.rules.extras" (dict "prefix" "tutoring." "of" .Values.tutoring
  "volumes" (list "authorities" "shared" "tmp") "paths" (list "/etc/authorities" "/shared" "/tmp")
  "containers" (list "tutoring" "wait-for-memory") "ports" (list "http")
  "env" (list "COMPONENT" "HOME" "MEMORY_STACK_URL" "OTEL_EXPORTER_OTLP_ENDPOINT") "settings" (list "LOG_LEVEL=config.logLevel") "common"
    .Values.extraEnv) }}
{{- include "ai-system.rules.extras" (dict "prefix" "learningGpu." "of" .Values.learningGpu
  "volumes" (list "authorities" "shared" "tmp") "paths" (list "/etc/authorities" "/shared" "/tmp")
  "containers" (list "learning-gpu" "wait-for-memory") "ports" (list)
  "env" (list "COMPONENT" "HOME" "MEMORY_STACK_URL" "OTEL_EXPORTER_OTLP_ENDPOINT") "settings" (list "LOG_LEVEL=config.logLevel") "common"
    .Values.extraEnv) }}
{{- include "ai-system.rules.extras" (dict "prefix" "retraining." "of" .Values.retraining
  "volumes" (list "authorities" "shared" "tmp") "paths" (list "/etc/authorities" "/shared" "/tmp")
  "containers" (list "retraining" "wait-for-memory") "ports" (list)
  "env" (list "COMPONENT" "HOME" "MEMORY_STACK_URL" "OTEL_EXPORTER_OTLP_ENDPOINT") "settings" (list "LOG_LEVEL=config.logLevel") "common"
    .Values.extraEnv) }}
{{- include "ai-system.rules.extras" (dict "prefix" "infraCore." "of" .Values.infraCore
  "volumes" (list "authorities" "data" "shared" "tmp") "paths" (list "/data" "/etc/authorities" "/shared" "/tmp")
  "containers" (list "infra-core") "ports" (list "http")
  "env" (list "COMPONENT" "HOME" "OTEL_EXPORTER_OTLP_ENDPOINT") "settings" (list "LOG_LEVEL=config.logLevel") "common" .Values.extraEnv) }}
{{- include "ai-system.rules.extras" (dict "prefix" "memory." "of" .Values.memory
  "volumes" (list "authorities" "data" "shared" "tmp") "paths" (list "/data" "/etc/authorities" "/shared" "/tmp")
  "containers" (list "memory") "ports" (list "http")
  "env" (list "COMPONENT" "HOME" "OTEL_EXPORTER_OTLP_ENDPOINT") "settings" (list "LOG_LEVEL=config.logLevel") "common" .Values.extraEnv) }}
{{- include "ai-system.rules.extras" (dict "prefix" "utilityCpu." "of" .Values.utilityCpu
  "volumes" (list "authorities" "shared" "tmp") "paths" (list "/etc/authorities" "/shared" "/tmp")
  "containers" (list "utility-cpu" "wait-for-memory") "ports" (list "http")
  "env" (list "COMPONENT" "HOME" "MEMORY_STACK_URL" "OTEL_EXPORTER_OTLP_ENDPOINT") "settings" (list "LOG_LEVEL=config.logLevel") "common"
    .Values.extraEnv) }}
{{- end }}
