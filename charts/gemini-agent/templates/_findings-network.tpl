{{/* Fields of a Service that its type does not have, ports that collide, and immutable fields that would change; called with the prefix of their
  paths, the values, global.service, namespace and name, and the names and ports of the chart. */}}
{{- define "gemini-agent.rules.service" -}}
{{- $path := print .prefix "service" }}
{{- $type := .service.type }}
{{- if and (eq $type "ClusterIP") (or .service.nodePort .service.externalTrafficPolicy) }}
{{ $path }}.nodePort and externalTrafficPolicy are for clients outside the cluster, and {{
  $path }}.type is ClusterIP: set it to NodePort or LoadBalancer, or leave them out.
{{- end }}
{{- if and (ne $type "LoadBalancer") (or .service.loadBalancerSourceRanges .service.loadBalancerClass) }}
{{ $path }}.loadBalancerSourceRanges and loadBalancerClass are for a load balancer, and {{ $path }}.type is {{
  $type }}: set it to LoadBalancer, or leave them out.
{{- end }}
{{- $families := .service.ipFamilies | default .global.ipFamilies | default list }}
{{- if and (gt (len $families) 1) (has (.service.ipFamilyPolicy | default .global.ipFamilyPolicy | default "") (list "" "SingleStack")) }}
{{ $path }}.ipFamilies has two, and {{ $path }}.ipFamilyPolicy is for one: set it to PreferDualStack or RequireDualStack.
{{- end }}
{{- with (lookup "v1" "Service" .namespace .name).spec }}
{{- range $key, $change := dict
  "ipFamilies" (list (first .ipFamilies) (first $families))
  "spec.clusterIP" (list .clusterIP $.service.spec.clusterIP)
  "loadBalancerClass" (list (ternary (.loadBalancerClass | default "none") "" (eq .type $type)) $.service.loadBalancerClass) }}
{{- if and (first $change) (last $change) (ne (first $change) (last $change)) }}
{{ $path }}.{{ $key }} would change from {{ first $change }} to {{ last $change }}, and Kubernetes lets nobody change that of the Service {{
  $.name }}. Set it back; or, where clients may miss it for a moment: kubectl delete service {{ $.name }} --namespace {{
  $.namespace }}; then the same upgrade again.
{{- end }}
{{- end }}
{{- end }}
{{- $outside := .service.externalTrafficPolicy | default (ternary "Local" "" (ne 0 (len .service.loadBalancerSourceRanges))) }}
{{- range $key, $value := .service.spec }}
{{- if and (eq $key "clusterIP") $.service.ipFamilies (ne (first $.service.ipFamilies) (ternary "IPv6" "IPv4" (contains ":" $value))) }}
{{ $path }}.spec.clusterIP is {{ $value }}, and {{ $path }}.ipFamilies begins with {{ first $.service.ipFamilies }}: name one of that family.
{{- end }}
{{- if and (ne $type "LoadBalancer") (has $key (list "allocateLoadBalancerNodePorts" "healthCheckNodePort" "loadBalancerIP")) }}
{{ $path }}.spec.{{ $key }} is for a load balancer: set {{ $path }}.type to LoadBalancer, or leave it out.
{{- else if and (eq $key "healthCheckNodePort") (ne $outside "Local") }}
{{ $path }}.spec.healthCheckNodePort is for externalTrafficPolicy Local: set that, or leave it out.
{{- end }}
{{- end }}
{{- $names := .names }}
{{- $ports := .ports }}
{{- range .service.extraPorts }}
{{- if or (has .name $names) (has (int64 .port) $ports) }}
{{ $path }}.extraPorts: the Service has {{ .name }} or {{ int64 .port }} already: take another name and port.
{{- end }}
{{- if and .nodePort (eq $type "ClusterIP") }}
{{ $path }}.extraPorts: {{ .name }} has a nodePort, and the Service none: set its type to NodePort, or leave it out.
{{- end }}
{{- $names = append $names .name }}
{{- $ports = append $ports (int64 .port) }}
{{- end }}
{{- end }}

{{/* Entries that are no network, or whose address is not the first of its network, which the API refuses; called with the path of the list and
  the list, for exceptions also with the network that they are excluded from. */}}
{{- define "gemini-agent.rules.networks" -}}
{{- range .networks }}
{{- $address := splitList "/" . | first }}
{{- $prefix := splitList "/" . | last | int64 }}
{{- $groups := splitList "." $address }}
{{- $width := 8 }}
{{- $base := "" }}
{{- $isNetwork := true }}
{{- if contains ":" $address }}
{{- $width = 16 }}
{{- $base = "0x" }}
{{- $ends := splitList "::" $address }}
{{- $groups = splitList ":" (first $ends) }}
{{- if contains "::" $address }}
{{- $groups = compact $groups }}
{{- $tail := compact (splitList ":" (last $ends)) }}
{{- range until (max 1 (sub 8 (add (len $groups) (len $tail))) | int) }}
{{- $groups = append $groups "0" }}
{{- end }}
{{- $groups = concat $groups $tail }}
{{- end }}
{{- $isNetwork = not (or (ne (len $groups) 8) (gt (len $ends) 2) (regexMatch "[^:/]{5}|^:[^:]|[^:]:/|:::" .)) }}
{{- end }}
{{- if not $isNetwork }}
{{ $.path }} has {{ . }}, which is no network: write an address with eight groups, or :: in place of zeros, and a prefix, such as fd00::/8.
{{- else }}
{{- $inside := 0 }}
{{- range $position, $group := $groups }}
{{- if trimAll "0" $group }}
{{- $free := sub $width (max 0 (min $width (sub $prefix (mul $width $position)))) }}
{{- $size := 1 }}
{{- range until (int $free) }}
{{- $size = mul $size 2 }}
{{- end }}
{{- $inside = add $inside (mod (int64 (printf "%s%s" $base $group)) $size) }}
{{- end }}
{{- end }}
{{- if $inside }}
{{ $.path }} has {{ . }}, which is no network but an address in one: write its first address, or the prefix {{ ternary "/128" "/32" (contains ":" .) }}.
{{- else if and $.of (ne (contains ":" .) (contains ":" $.of)) }}
{{ $.path }} leaves {{ . }} out of {{ $.of }}, which is a network of the other family.
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* A rule of a policy whose networks or ports the API refuses; called with the path of its list, the peers and the ports. */}}
{{- define "gemini-agent.rules.traffic" -}}
{{- range .peers }}
{{- with .ipBlock }}
{{- include "gemini-agent.rules.networks" (dict "path" $.path "networks" (list .cidr)) }}
{{- include "gemini-agent.rules.networks" (dict "path" $.path "networks" .except "of" .cidr) }}
{{- end }}
{{- end }}
{{- range .ports }}
{{- if and .endPort (or (not (kindIs "float64" .port)) (lt (int64 .endPort) (int64 .port))) }}
{{ $.path }}: endPort {{ int64 .endPort }} needs a port that is a number and not above it.
{{- end }}
{{- end }}
{{- end }}

{{/* Mistakes in values, topic network. */}}
{{- define "gemini-agent.findings.network" -}}
{{- include "gemini-agent.rules.labels" (dict "path" "service.labels" "labels" .Values.service.labels) }}
{{- include "gemini-agent.rules.service" (dict "prefix" "" "service" .Values.service "global" .Values.global.service "namespace" .Release.Namespace
  "name" (include "gemini-agent.fullname" .) "names" (list "gateway" "gateway-metrics" "http") "ports" (list (int64 .Values.service.port))) }}
{{- range $path, $networks := dict "database.cidrs" .Values.database.cidrs "networkPolicy.externalCidrs" .Values.networkPolicy.externalCidrs
  "networkPolicy.exceptCidrs" .Values.networkPolicy.exceptCidrs "gateway.trustedProxies" .Values.gateway.trustedProxies "global.ingress.from.cidrs"
  .Values.global.ingress.from.cidrs "service.loadBalancerSourceRanges" .Values.service.loadBalancerSourceRanges "ingress.from.cidrs"
  .Values.ingress.from.cidrs "httpRoute.from.cidrs" .Values.httpRoute.from.cidrs "connections.prometheus.cidrs" .Values.connections.prometheus.cidrs
  "connections.redis.cidrs" .Values.connections.redis.cidrs "connections.jaeger.cidrs" .Values.connections.jaeger.cidrs }}
{{- include "gemini-agent.rules.networks" (dict "path" $path "networks" $networks) }}
{{- end }}
{{- range .Values.networkPolicy.extraIngress }}
{{- include "gemini-agent.rules.traffic" (dict "path" "networkPolicy.extraIngress" "peers" .from "ports" .ports) }}
{{- end }}
{{- range .Values.networkPolicy.extraEgress }}
{{- include "gemini-agent.rules.traffic" (dict "path" "networkPolicy.extraEgress" "peers" .to "ports" .ports) }}
{{- end }}
{{- end }}
