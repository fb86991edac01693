{{/* Labels that the chart sets itself; called with the path of the value and the labels. */}}
{{- define "llm-web.rules.labels" -}}
{{- range $key, $value := .labels }}
{{- if and (or (hasPrefix "app.kubernetes.io/" $key) (hasPrefix "helm.sh/" $key) (eq $key "track")) (ne $key "app.kubernetes.io/part-of") }}
{{ $.path }} may not set {{ $key }}={{ $value }}: the chart sets such labels itself.
{{- end }}
{{- end }}
{{- end }}

{{/* A quantity as a number. */}}
{{- define "llm-web.rules.amount" -}}
{{- $text := ternary . (toJson .) (kindIs "string" .) }}
{{- $unit := regexFind "[A-Za-z]+$" $text }}
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
{{- define "llm-web.rules.within" -}}
{{- range $name, $request := .requests }}
{{- range $limited, $limit := $.limits }}
{{- if and (eq $name $limited) (gt (include "llm-web.rules.amount" $request | float64) (include "llm-web.rules.amount" $limit | float64)) }}
{{ $.requestsPath }}.{{ $name }} is {{ toJson $request | trimAll "\"" }}, and {{ $.limitsPath }}.{{ $name }} is {{ toJson $limit
  | trimAll "\"" }}: raise the limit or lower the request.
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Requests above their limits, and amounts that cannot be meant; called with their path and the resources. */}}
{{- define "llm-web.rules.resources" -}}
{{- range $name, $request := .resources.requests }}
{{- if not (has $name (list "cpu" "memory" "ephemeral-storage")) }}
{{ $.path }}.requests may not hold {{ $name }}: it takes cpu, memory and ephemeral-storage; any other resource stands in limits, which is its request too.
{{- end }}
{{- end }}
{{- include "llm-web.rules.within"
  (dict "requestsPath" (print .path ".requests") "requests" .resources.requests "limitsPath" (print .path ".limits") "limits" .resources.limits) }}
{{- $requested := dict "name" "requests" "amount" .resources.requests.memory }}
{{- $limited := dict "name" "limits" "amount" .resources.limits.memory }}
{{- range list $requested $limited }}
{{- if lt (include "llm-web.rules.amount" .amount | float64) 1048576.0 }}
{{ $.path }}.{{ .name }}.memory is {{ toJson .amount | trimAll "\"" }}, less than 1Mi: a number alone counts bytes, write for example 512Mi.
{{- end }}
{{- end }}
{{- range $name, $limit := .resources.limits }}
{{- $isOwn := has $name (list "cpu" "memory" "ephemeral-storage") }}
{{- if not (or $isOwn (regexMatch "^[a-z0-9][a-z0-9.-]*/[A-Za-z0-9][A-Za-z0-9._-]*$" $name)) }}
{{ $.path }}.limits.{{ $name }} is no resource: name its domain too, for example nvidia.com/gpu.
{{- end }}
{{- $amount := include "llm-web.rules.amount" $limit }}
{{- if and (contains "/" $name) (not (hasSuffix ".000000" $amount)) }}
{{ $.path }}.limits.{{ $name }} is {{ toJson $limit | trimAll "\"" }}: such a resource is counted in whole numbers.
{{- end }}
{{- end }}
{{- end }}

{{/* A seccomp profile of the node needs its name, and no other has one; called with what stands before the names of the contexts, and both. */}}
{{- define "llm-web.rules.seccomp" -}}
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

{{/* What a Service of its type does not have, ports that meet, and what nobody may change of one that is there; called with what stands before its
  name, the values, those of global, namespace and name, and the ports of the chart. */}}
{{- define "llm-web.rules.service" -}}
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
{{ $path }}.ipFamilies has two, and service.ipFamilyPolicy is for one: set it to PreferDualStack or RequireDualStack.
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

{{/* A Secret that the namespace lacks, or a key of it; called with the root, the path of the value, the name and the keys. What is not seen is not
  refused. */}}
{{- define "llm-web.rules.secret" -}}
{{- $later := not .name }}
{{- range .root.Values.extraObjects }}
{{- $later = or $later (hasSuffix "Secret" (toString .kind)) }}
{{- end }}
{{- if and (not $later) .root.Chart.IsRoot (.root.Capabilities.APIVersions.Has "v1/Secret") (not (include "llm-web.ungenerated" .root)) }}
{{- $namespace := .root.Release.Namespace }}
{{- $secret := lookup "v1" "Secret" $namespace .name }}
{{- if not $secret }}
{{ .value }} names the Secret {{ .name }}, and the namespace {{ $namespace }} has none: create it{{ with .keys }} with the key {{ join ", " . }}{{
  end }}, or set global.gitops=true where something makes it later.
{{- else }}
{{- range $key := .keys }}
{{- $there := "" }}
{{- with $secret.data }}
{{- $there = index . $key | default "" }}
{{- end }}
{{- if not $there }}
{{ $.value }} names the Secret {{ $.name }} in the namespace {{ $namespace }}, and that lacks the key {{ $key }}.
{{- else if regexMatch "[[:cntrl:]]$" (b64dec $there) }}
{{ $.value }} names the Secret {{ $.name }}, whose key {{
  $key }} ends in a line break, which not all programs cut off: write it anew, for example with printf instead of echo.
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Strategies that a kind does not have, or that replace no pod; called with what stands before the name, the kind, and the strategy. */}}
{{- define "llm-web.rules.updateStrategy" -}}
{{- $path := print .prefix "updateStrategy" }}
{{- $other := ternary "OnDelete" "Recreate" (eq .kind "Deployment") }}
{{- if eq .strategy.type $other }}
{{ $path }}.type {{ $other }} is not for a {{ .kind }}: choose another one.
{{- end }}
{{- $given := .strategy.rollingUpdate }}
{{- if and $given (eq .strategy.type "RollingUpdate") }}
{{- $surges := not (regexMatch "^(<nil>|0%?)$" (toString $given.maxSurge)) }}
{{- $spares := not (regexMatch "^(<nil>|0%?)$" (toString $given.maxUnavailable)) }}
{{- if eq .kind "StatefulSet" }}
{{- if not (kindIs "invalid" $given.maxSurge) }}
{{ $path }}.rollingUpdate.maxSurge is not for a StatefulSet: remove it.
{{- end }}
{{- if regexMatch "^0%?$" (toString $given.maxUnavailable) }}
{{ $path }}.rollingUpdate.maxUnavailable is {{ $given.maxUnavailable }}, and no pod would be replaced: raise it.
{{- end }}
{{- else }}
{{- if not (kindIs "invalid" $given.partition) }}
{{ $path }}.rollingUpdate.partition is for a StatefulSet: remove it.
{{- end }}
{{- if not (or $surges $spares) }}
{{ $path }}.rollingUpdate replaces no pod: set maxSurge or maxUnavailable above 0.
{{- end }}
{{- if and $surges $spares (eq .kind "DaemonSet") }}
{{ $path }}.rollingUpdate of a DaemonSet takes maxSurge or maxUnavailable: set the other one to 0.
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Pods that would serve on until they are killed; called with what stands before the names, the two values, and the hook that stands instead. */}}
{{- define "llm-web.rules.drain" -}}
{{- if and .drain (not .hook) (ge (int64 .drain) (int64 .seconds)) }}
{{ .prefix }}drainSeconds takes {{ int64 .drain }} of the {{ int64 .seconds }} seconds a pod has to end: raise {{
  .prefix }}terminationGracePeriodSeconds, or lower drainSeconds.
{{- end }}
{{- end }}

{{/* Places of a pod that the API refuses, and servers for names that it could not ask; called with what stands before their names, the values, and
  whether a NetworkPolicy knows no servers but those of the cluster. */}}
{{- define "llm-web.rules.scheduling" -}}
{{- range .tolerations }}
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
{{- range .topologySpreadConstraints }}
{{- $spread := printf "%s with %s" .topologyKey .whenUnsatisfiable }}
{{- if has $spread $seen }}
{{ $.prefix }}topologySpreadConstraints has {{ $spread }} twice: keep one.
{{- end }}
{{- $seen = append $seen $spread }}
{{- if and .minDomains (ne .whenUnsatisfiable "DoNotSchedule") }}
{{ $.prefix }}topologySpreadConstraints: minDomains of {{ .topologyKey }} needs whenUnsatisfiable DoNotSchedule.
{{- end }}
{{- end }}
{{- with .pod }}
{{- $policy := .dnsPolicy | default "" }}
{{- if and (eq $policy "None") (not (.dnsConfig | default dict).nameservers) }}
{{ $.prefix }}pod.dnsPolicy None needs servers: name them in {{ $.prefix }}pod.dnsConfig.nameservers.
{{- end }}
{{- if and (eq $policy "Default") $.closed }}
{{ $.prefix }}pod.dnsPolicy Default asks the servers of the node, and the NetworkPolicy knows those of the cluster:
  name them in global.networkPolicy.dns.peers.
{{- end }}
{{- end }}
{{- end }}

{{/* Budgets that no node could be drained with; called with their path, the budget, and the smallest number of pods. */}}
{{- define "llm-web.rules.disruption" -}}
{{- if .budget.enabled }}
{{- with .budget.minAvailable }}
{{- $needed := toString . | trimSuffix "%" | float64 | int64 }}
{{- if hasSuffix "%" (toString .) }}
{{- $needed = div (add 99 (mul $needed $.replicas)) 100 }}
{{- end }}
{{- if ge $needed $.replicas }}
{{ $.path }}.minAvailable {{ . }} reaches the smallest number of pods ({{ $.replicas }}): no node could ever be drained. Lower it, or run more pods.
{{- end }}
{{- else }}
{{- $most := toString .budget.maxUnavailable }}
{{- if not $most }}
{{ .path }} needs maxUnavailable or minAvailable: set one of them, or enabled=false.
{{- else if regexMatch "^0%?$" $most }}
{{ .path }}.maxUnavailable is {{ $most }}: no node could ever be drained. Raise it, or set enabled=false.
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Networks whose address is not their first, which the API refuses; called with the path of the list and the list. */}}
{{- define "llm-web.rules.networks" -}}
{{- range .networks }}
{{- $address := splitList "/" . | first }}
{{- $prefix := splitList "/" . | last | int64 }}
{{- $groups := splitList "." $address }}
{{- $width := 8 }}
{{- $base := "" }}
{{- if contains ":" $address }}
{{- $width = 16 }}
{{- $base = "0x" }}
{{- $ends := splitList "::" $address }}
{{- $groups = splitList ":" (first $ends) }}
{{- if contains "::" $address }}
{{- $tail := splitList ":" (last $ends) }}
{{- range until (sub 8 (add (len $groups) (len $tail)) | int) }}
{{- $groups = append $groups "0" }}
{{- end }}
{{- $groups = concat $groups $tail }}
{{- end }}
{{- end }}
{{- $inside := 0 }}
{{- range $position, $group := $groups }}
{{- $free := sub $width (max 0 (min $width (sub $prefix (mul $width $position)))) }}
{{- $size := 1 }}
{{- range until (int $free) }}
{{- $size = mul $size 2 }}
{{- end }}
{{- $inside = add $inside (mod (int64 (printf "%s%s" $base ($group | default "0"))) $size) }}
{{- end }}
{{- if $inside }}
{{ $.path }} has {{ . }}, which is no network but an address in one: write its first address, or the prefix {{ ternary "/128" "/32" (contains ":" .) }}.
{{- end }}
{{- end }}
{{- end }}

{{/* A rule of a policy whose networks or ports the API refuses; called with the path of its list, the peers and the ports. */}}
{{- define "llm-web.rules.traffic" -}}
{{- range .peers }}
{{- with .ipBlock }}
{{- include "llm-web.rules.networks" (dict "path" $.path "networks" (prepend (.except | default list) .cidr)) }}
{{- end }}
{{- end }}
{{- range .ports }}
{{- if and .endPort (or (not (kindIs "float64" .port)) (lt (int64 .endPort) (int64 .port))) }}
{{ $.path }}: endPort {{ int64 .endPort }} needs a port that is a number and not above it.
{{- end }}
{{- end }}
{{- end }}

{{/* Additions to a pod that are taken or refused; called with a prefix, the values, what is taken, and extraEnv of all workloads. */}}
{{- define "llm-web.rules.extras" -}}
{{- $volumes := .volumes }}
{{- range .of.volumes }}
{{- if has .name $volumes }}
{{ $.prefix }}volumes may not hold {{ .name }}: the pod has a volume of that name already.
{{- end }}
{{- $volumes = append $volumes .name }}
{{- end }}
{{- include "llm-web.rules.mounts" (dict "path" (print .prefix "volumeMounts") "mounts" .of.volumeMounts "volumes" $volumes "paths" .paths) }}
{{- include "llm-web.rules.env" (dict "path" (print .prefix "extraEnv") "env" .of.extraEnv "names" .env "settings" .settings) }}
{{- include "llm-web.rules.env" (dict "path" "extraEnv" "env" .common "names" .env "settings" .settings) }}
{{- include "llm-web.rules.envFrom" (dict "path" (print .prefix "extraEnvFrom") "envFrom" .of.extraEnvFrom) }}
{{- $first := dict "path" "extraInitContainers" "init" true "containers" .of.extraInitContainers }}
{{- $last := dict "path" "extraLateInitContainers" "init" true "containers" .of.extraLateInitContainers }}
{{- $beside := dict "path" "extraContainers" "init" false "containers" .of.extraContainers }}
{{- $names := .containers }}
{{- $ports := .ports }}
{{- range list $first $last $beside }}
{{- include "llm-web.rules.containers"
  (dict "path" (print $.prefix .path) "init" .init "containers" .containers "volumes" $volumes "names" $names "ports" $ports) }}
{{- range .containers }}
{{- $names = append $names .name }}
{{- range .ports }}
{{- $ports = append $ports .name }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Variables that are set twice; called with the path of the list, the list, the names that the chart sets, and
  the values that set some of them, as NAME=value. */}}
{{- define "llm-web.rules.env" -}}
{{- $seen := list }}
{{- range .env }}
{{- if has .name $.names }}
{{- $remedy := "the chart sets it itself" }}
{{- $own := printf "%s=" .name }}
{{- range $.settings }}
{{- if hasPrefix $own . }}
{{- $remedy = printf "set %s" (trimPrefix $own .) }}
{{- end }}
{{- end }}
{{ $.path }} may not set {{ .name }}: {{ $remedy }}.
{{- else if has .name $seen }}
{{ $.path }} sets {{ .name }} twice: keep one.
{{- end }}
{{- $seen = append $seen .name }}
{{- if and .value .valueFrom }}
{{ $.path }}: {{ .name }} has value and valueFrom: keep one.
{{- end }}
{{- end }}
{{- end }}

{{/* Sources of variables; called with the path of the list and the list. */}}
{{- define "llm-web.rules.envFrom" -}}
{{- range .envFrom }}
{{- if and .secretRef .configMapRef }}
{{ $.path }}: an entry names the Secret {{ .secretRef.name }} and the ConfigMap {{ .configMapRef.name }}: make two of it.
{{- else if not (or .secretRef .configMapRef) }}
{{ $.path }}: an entry names neither secretRef nor configMapRef.
{{- end }}
{{- end }}
{{- end }}

{{/* Mounts of what is not there, or where something is; called with the path of the list, the list, all volumes, the paths taken. */}}
{{- define "llm-web.rules.mounts" -}}
{{- $paths := .paths }}
{{- range .mounts }}
{{- if not (has .name $.volumes) }}
{{ $.path }} mounts {{ .name }}, and the pod has no volume of that name: add it to volumes.
{{- end }}
{{- if has .mountPath $paths }}
{{ $.path }} mounts {{ .name }} at {{ .mountPath }}, where something is mounted already: take another path.
{{- end }}
{{- $paths = append $paths .mountPath }}
{{- end }}
{{- end }}

{{/* Probes that the API refuses; called with what stands before their names, and the three. */}}
{{- define "llm-web.rules.probes" -}}
{{- $startup := dict "name" "startupProbe" "probe" .startup }}
{{- $liveness := dict "name" "livenessProbe" "probe" .liveness }}
{{- $readiness := dict "name" "readinessProbe" "probe" .readiness }}
{{- range list $startup $liveness $readiness }}
{{- $name := .name }}
{{- with .probe }}
{{- if and $.whole (not (kindIs "invalid" .enabled)) }}
{{ $.prefix }}{{ $name }}.enabled is for the probes of the chart: leave it out, or the whole probe.
{{- end }}
{{- if or (and .httpGet (or .tcpSocket .exec .grpc)) (and .tcpSocket (or .exec .grpc)) (and .exec .grpc) }}
{{ $.prefix }}{{ $name }} has two handlers: keep one and set the other to null.
{{- end }}
{{- if and $.whole (not (or .httpGet .tcpSocket .exec .grpc)) }}
{{ $.prefix }}{{ $name }} asks nothing: give it httpGet, tcpSocket, exec or grpc.
{{- end }}
{{- if and (ne $name "readinessProbe") (gt (int64 (.successThreshold | default 1)) 1) }}
{{ $.prefix }}{{ $name }}.successThreshold is {{ int64 .successThreshold }}: only a readinessProbe can have more than 1.
{{- end }}
{{- if and (eq $name "readinessProbe") .terminationGracePeriodSeconds }}
{{ $.prefix }}{{ $name }}.terminationGracePeriodSeconds: a readinessProbe ends no container, leave it out.
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Hooks of a container; called with what stands before their names, the two, and the seconds a pod has to end. */}}
{{- define "llm-web.rules.lifecycle" -}}
{{- range list (dict "name" "postStart" "hook" .hooks.postStart) (dict "name" "preStop" "hook" .hooks.preStop) }}
{{- $name := .name }}
{{- with .hook }}
{{- if or (and .exec (or .httpGet .sleep)) (and .httpGet .sleep) }}
{{ $.path }}.{{ $name }} has two handlers: keep one and set the other to null.
{{- end }}
{{- with .sleep }}
{{- if ge (int64 .seconds) (int64 $.seconds) }}
{{ $.path }}.{{ $name }}.sleep takes {{ int64 .seconds }} of the {{ int64
  $.seconds }} seconds a pod has to end: raise terminationGracePeriodSeconds, or sleep less.
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Further containers; called with the path of the list, the list, whether they are init containers, all volumes, and names and ports that are
  taken. */}}
{{- define "llm-web.rules.containers" -}}
{{- $names := .names }}
{{- $ports := .ports }}
{{- range .containers }}
{{- $path := printf "%s %s" $.path .name }}
{{- if has .name $names }}
{{ $.path }} may not hold {{ .name }}: the pod has a container of that name already.
{{- end }}
{{- $names = append $names .name }}
{{- range .ports }}
{{- if and .name (has .name $ports) }}
{{ $path }}: the pod has a port {{ .name }} already, name it differently.
{{- end }}
{{- $ports = append $ports .name }}
{{- end }}
{{- include "llm-web.rules.env" (dict "path" (printf "%s: env" $path) "env" .env "names" list "settings" list) }}
{{- include "llm-web.rules.envFrom" (dict "path" (printf "%s: envFrom" $path) "envFrom" .envFrom) }}
{{- include "llm-web.rules.mounts" (dict "path" (printf "%s: volumeMounts" $path) "mounts" .volumeMounts "volumes" $.volumes "paths" list) }}
{{- include "llm-web.rules.resources" (dict "path" (printf "%s: resources" $path) "resources" .resources) }}
{{- include "llm-web.rules.probes"
  (dict "prefix" (printf "%s: " $path) "whole" true "startup" .startupProbe "liveness" .livenessProbe "readiness" .readinessProbe) }}
{{- with .lifecycle }}
{{- include "llm-web.rules.lifecycle" (dict "path" (printf "%s: lifecycle" $path) "hooks" . "seconds" 86401) }}
{{- end }}
{{- if and $.init (not .restartPolicy) (or .startupProbe .livenessProbe .readinessProbe .lifecycle) }}
{{ $path }}: an init container that ends has no probes and no lifecycle: set restartPolicy to Always, or remove them.
{{- end }}
{{- if and (not $.init) .restartPolicy }}
{{ $path }}: restartPolicy is for init containers: move it to extraInitContainers, or remove it.
{{- end }}
{{- end }}
{{- end }}
