{{/* A quantity as a number. */}}
{{- define "dcgm-exporter.rules.amount" -}}
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
{{- define "dcgm-exporter.rules.within" -}}
{{- range $name, $request := .requests }}
{{- range $limited, $limit := $.limits }}
{{- if and (eq $name $limited)
  (gt (include "dcgm-exporter.rules.amount" $request | float64) (include "dcgm-exporter.rules.amount" $limit | float64)) }}
{{ $.requestsPath }}.{{ $name }} is {{ toJson $request | trimAll "\"" }}, and {{ $.limitsPath }}.{{ $name }} is {{ toJson $limit
  | trimAll "\"" }}: raise the limit or lower the request.
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Requests above their limits, and implausible amounts; called with their path and the resources. */}}
{{- define "dcgm-exporter.rules.resources" -}}
{{- range $name, $request := .resources.requests }}
{{- if not (has $name (list "cpu" "memory" "ephemeral-storage")) }}
{{ $.path }}.requests may not hold {{ $name }}: it takes cpu, memory and ephemeral-storage; any other resource stands in limits, which is its request too.
{{- end }}
{{- end }}
{{- include "dcgm-exporter.rules.within"
  (dict "requestsPath" (print .path ".requests") "requests" .resources.requests "limitsPath" (print .path ".limits") "limits" .resources.limits) }}
{{- $requested := dict "name" "requests" "amount" .resources.requests.memory }}
{{- $limited := dict "name" "limits" "amount" .resources.limits.memory }}
{{- range list $requested $limited }}
{{- if lt (include "dcgm-exporter.rules.amount" .amount | float64) 1048576.0 }}
{{ $.path }}.{{ .name }}.memory is {{ toJson .amount | trimAll "\"" }}, less than 1Mi: a number alone counts bytes, write for example 512Mi.
{{- end }}
{{- end }}
{{- range $name, $limit := .resources.limits }}
{{- $isOwn := has $name (list "cpu" "memory" "ephemeral-storage") }}
{{- if not (or $isOwn (regexMatch "^[a-z0-9][a-z0-9.-]*/[A-Za-z0-9][A-Za-z0-9._-]*$" $name)) }}
{{ $.path }}.limits.{{ $name }} is no resource: name its domain too, for example nvidia.com/gpu.
{{- end }}
{{- if and (contains "/" $name) (not (hasSuffix ".000000" (include "dcgm-exporter.rules.amount" $limit))) }}
{{ $.path }}.limits.{{ $name }} is {{ toJson $limit | trimAll "\"" }}: such a resource is counted in whole numbers.
{{- end }}
{{- end }}
{{- end }}

{{/* A seccomp profile of the node needs its name, and no other has one; called with the prefix of the paths, and both. */}}
{{- define "dcgm-exporter.rules.seccomp" -}}
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
{{- define "dcgm-exporter.rules.scheduling" -}}
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

{{/* Mistakes in values, topic pod. */}}
{{- define "dcgm-exporter.findings.pod" -}}
{{- include "dcgm-exporter.rules.resources" (dict "path" "resources" "resources" .Values.resources) }}
{{- include "dcgm-exporter.rules.seccomp" (dict "prefix" "" "pod" .Values.podSecurityContext "container" .Values.securityContext) }}
{{- include "dcgm-exporter.rules.labels" (dict "path" "serviceAccount.labels" "labels" .Values.serviceAccount.labels) }}
{{- include "dcgm-exporter.rules.probes" (dict "prefix" "" "whole" false "of" .Values) }}
{{- include "dcgm-exporter.rules.scheduling" (dict "root" . "prefix" "" "of" .Values) }}
{{- if or .Values.podMapping.enabled .Values.profiling.enabled }}
{{- if or .Values.securityContext.runAsUser .Values.securityContext.runAsGroup }}
securityContext.runAsUser and runAsGroup have no effect while podMapping.enabled or profiling.enabled asks for user 0: leave them out, or turn that
  off.
{{- end }}
{{- end }}
{{- include "dcgm-exporter.rules.podLabels" (dict "path" "podLabels" "labels" .Values.podLabels) }}
{{- include "dcgm-exporter.rules.extras" (dict "prefix" "" "of" .Values
  "volumes" (list "authorities" "driver" "files" "pod-resources" "tmp") "paths" (list "/etc/authorities" "/etc/dcgm-exporter/counters.csv"
    "/home/kubernetes/bin/nvidia" "/tmp" "/var/lib/kubelet/pod-resources")
  "containers" (list "dcgm-exporter") "ports" (list "metrics")
  "env" (list "DCGM_EXPORTER_LISTEN" "DCGM_EXPORTER_COLLECTORS" "NODE_NAME" "DCGM_EXPORTER_KUBERNETES" "KUBERNETES_VIRTUAL_GPUS" "LD_LIBRARY_PATH")
    "settings" (list "DCGM_EXPORTER_INTERVAL=config.interval" "DCGM_EXPORTER_DEVICES_STR=config.devices" "DCGM_EXPORTER_DEBUG=config.debug"
    "GOMEMLIMIT=config.goMemoryLimit") "common" list) }}
{{- end }}
