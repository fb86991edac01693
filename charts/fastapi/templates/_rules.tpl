{{/* Pod labels that only the chart may set; called with their path and the labels. */}}
{{- define "fastapi.rules.podLabels" -}}
{{- range $key, $value := .labels }}
{{- if or (hasPrefix "app.kubernetes.io/" $key) (eq $key "track") }}
{{ $.path }} may not set {{ $key }}={{ $value }}: the chart selects pods by that label.
{{- end }}
{{- end }}
{{- end }}

{{/* Images without a tag that the chart knows, and registries in the wrong place; called with key (of the values), image (the values) and
  repositories (the chart's own). */}}
{{- define "fastapi.rules.image" -}}
{{- $registry := .image.registry }}
{{- $repository := .image.repository }}
{{- if and .repositories (not $repository) }}
{{ .key }}.repository is empty: name an image, or leave it out for {{ first .repositories }}.
{{- end }}
{{- if contains "://" $registry }}
{{ .key }}.registry {{ $registry }} has a scheme: leave {{ $registry | splitList "://" | first }}:// out.
{{- end }}
{{- if or (hasPrefix (printf "%s/" $registry) $repository) (and (eq $registry "docker.io") (regexMatch "^([^/]+[.][^/]*|localhost)/" $repository)) }}
{{ .key }}.repository {{ $repository }} begins with a registry, and {{ .key }}.registry is {{ $registry }}: set {{ .key }}.registry={{ $repository
  | splitList "/" | first }} and {{ .key }}.repository={{ $repository | splitList "/" | rest | join "/" }}.
{{- end }}
{{- if not (kindIs "string" .image.tag) }}
{{ .key }}.tag {{ toJson .image.tag }} is a number, and YAML makes 1.1 of 1.10: quote it, or give it with --set-string.
{{- end }}
{{- if and $repository (not (has $repository .repositories)) (not (or .image.tag .image.digest)) }}
{{ .key }}.tag is empty, and this chart knows no tag of the image {{ $repository }}: set {{ .key }}.tag or {{ .key }}.digest.
{{- end }}
{{- end }}

{{/* Whether the cluster lacks a kind; empty where the cluster is not known; called with the root and the kind. */}}
{{- define "fastapi.rules.lacks" -}}
{{- if and (.root.Capabilities.APIVersions.Has "v1/Secret") (not (.root.Capabilities.APIVersions.Has .kind)) }}true{{ end }}
{{- end }}

{{/* Finds values that have no effect; called with off (whether that is so), need (why), of (their block), below (its key) and shipped
  (the shipped values or their digests). */}}
{{- define "fastapi.rules.unused" -}}
{{- range $key, $value := ternary .of dict (not (empty .off)) }}
{{- /* An empty value in a block counts as not set. */}}
{{- $json := regexReplaceAll `"[^"]+":(\{\}|\[\]|""),|,?"[^"]+":(\{\}|\[\]|"")` (toJson $value) "" }}
{{- range $.shipped }}
{{- if and (hasPrefix (printf "%s=" $key) .)
  (not (has . (list (printf "%s=%s" $key (trimAll "\"" $json)) (printf "%s=%s" $key (sha256sum $json | trunc 12))))) }}
{{ with $.below }}{{ . }}.{{ end }}{{ $key }} has no effect {{ $.need }}: change that, or leave it out.
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Labels that the chart sets itself; called with the path of the value and the labels. */}}
{{- define "fastapi.rules.labels" -}}
{{- range $key, $value := .labels }}
{{- if and (or (hasPrefix "app.kubernetes.io/" $key) (hasPrefix "helm.sh/" $key) (eq $key "track")) (ne $key "app.kubernetes.io/part-of") }}
{{ $.path }} may not set {{ $key }}={{ $value }}: the chart sets such labels itself.
{{- end }}
{{- end }}
{{- end }}

{{/* A Secret that the namespace lacks, or a key that the Secret lacks; called with the root, the path of the value, the name and the keys. Nothing is
  refused where the chart cannot see the objects of the cluster. */}}
{{- define "fastapi.rules.secret" -}}
{{- $later := not .name }}
{{- range .root.Values.extraObjects }}
{{- $later = or $later (hasSuffix "Secret" (toString .kind)) }}
{{- end }}
{{- if and (not $later) .root.Chart.IsRoot (.root.Capabilities.APIVersions.Has "v1/Secret") (not (include "fastapi.ungenerated" .root)) }}
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

{{/* Additions to a pod whose names are taken or that the API refuses; called with a prefix, the values, the names that are taken, and extraEnv of all
  workloads. */}}
{{- define "fastapi.rules.extras" -}}
{{- $volumes := .volumes }}
{{- range .of.volumes }}
{{- if has .name $volumes }}
{{ $.prefix }}volumes may not hold {{ .name }}: the pod has a volume of that name already.
{{- end }}
{{- $volumes = append $volumes .name }}
{{- end }}
{{- include "fastapi.rules.mounts" (dict "path" (print .prefix "volumeMounts") "mounts" .of.volumeMounts "volumes" $volumes "paths" .paths) }}
{{- include "fastapi.rules.env" (dict "path" (print .prefix "extraEnv") "env" .of.extraEnv "names" .env "settings" .settings) }}
{{- include "fastapi.rules.env" (dict "path" "extraEnv" "env" .common "names" .env "settings" .settings) }}
{{- include "fastapi.rules.envFrom" (dict "path" (print .prefix "extraEnvFrom") "envFrom" .of.extraEnvFrom) }}
{{- $first := dict "path" "extraInitContainers" "init" true "containers" .of.extraInitContainers }}
{{- $last := dict "path" "extraLateInitContainers" "init" true "containers" .of.extraLateInitContainers }}
{{- $beside := dict "path" "extraContainers" "init" false "containers" .of.extraContainers }}
{{- $names := .containers }}
{{- $ports := .ports }}
{{- range list $first $last $beside }}
{{- include "fastapi.rules.containers"
  (dict "path" (print $.prefix .path) "init" .init "containers" .containers "volumes" $volumes "names" $names "ports" $ports) }}
{{- range .containers }}
{{- $names = append $names .name }}
{{- range .ports }}
{{- $ports = append $ports .name }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Variables that are set twice; called with the path of the list, the list, the names that the chart sets, and those that values set, as
  NAME=value. */}}
{{- define "fastapi.rules.env" -}}
{{- $seen := list }}
{{- range .env }}
{{- $remedy := ternary "the chart sets it itself" "" (has .name $.names) }}
{{- $own := printf "%s=" .name }}
{{- range $.settings }}
{{- if hasPrefix $own . }}
{{- $remedy = printf "set %s" (trimPrefix $own .) }}
{{- end }}
{{- end }}
{{- if $remedy }}
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
{{- define "fastapi.rules.envFrom" -}}
{{- range .envFrom }}
{{- if and .secretRef .configMapRef }}
{{ $.path }}: an entry names the Secret {{ .secretRef.name }} and the ConfigMap {{ .configMapRef.name }}: make two of it.
{{- else if not (or .secretRef .configMapRef) }}
{{ $.path }}: an entry names neither secretRef nor configMapRef.
{{- end }}
{{- end }}
{{- end }}

{{/* Mounts of missing volumes, and mounts at a path that is taken; called with the path of the list, the list, all volumes and the paths taken. */}}
{{- define "fastapi.rules.mounts" -}}
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

{{/* Probes that the API refuses; called with the prefix of their paths, whether they are whole, and the values. */}}
{{- define "fastapi.rules.probes" -}}
{{- $startup := dict "name" "startupProbe" "probe" .of.startupProbe }}
{{- $liveness := dict "name" "livenessProbe" "probe" .of.livenessProbe }}
{{- $readiness := dict "name" "readinessProbe" "probe" .of.readinessProbe }}
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

{{/* Hooks of a container; called with the prefix of their paths, the two, and the seconds a pod has to end. */}}
{{- define "fastapi.rules.lifecycle" -}}
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
{{- define "fastapi.rules.containers" -}}
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
{{- include "fastapi.rules.env" (dict "path" (printf "%s: env" $path) "env" .env "names" list "settings" list) }}
{{- include "fastapi.rules.envFrom" (dict "path" (printf "%s: envFrom" $path) "envFrom" .envFrom) }}
{{- include "fastapi.rules.mounts" (dict "path" (printf "%s: volumeMounts" $path) "mounts" .volumeMounts "volumes" $.volumes "paths" list) }}
{{- include "fastapi.rules.resources" (dict "path" (printf "%s: resources" $path) "resources" .resources) }}
{{- include "fastapi.rules.probes" (dict "prefix" (printf "%s: " $path) "whole" true "of" .) }}
{{- with .lifecycle }}
{{- include "fastapi.rules.lifecycle" (dict "path" (printf "%s: lifecycle" $path) "hooks" . "seconds" 86401) }}
{{- end }}
{{- if and $.init (not .restartPolicy) (or .startupProbe .livenessProbe .readinessProbe .lifecycle) }}
{{ $path }}: an init container that ends has no probes and no lifecycle: set restartPolicy to Always, or remove them.
{{- end }}
{{- if and (not $.init) .restartPolicy }}
{{ $path }}: restartPolicy is for init containers: move it to extraInitContainers, or remove it.
{{- end }}
{{- end }}
{{- end }}
