{{/* Mistakes in values, topic chart. */}}
{{- define "ai-system.findings.chart" -}}
{{- include "ai-system.rules.labels" (dict "path" "labels" "labels" .Values.labels) }}
{{- if and (regexMatch "^[0-9]" .Release.Name) (not .Values.fullnameOverride) }}
the release name {{ .Release.Name }} starts with a digit, and names of Services must not: choose another name, or set fullnameOverride.
{{- end }}
{{- $namespaces := list .Release.Namespace (include "ai-system.namespaces.infra" .) (include "ai-system.namespaces.gpu" .)
  (include "ai-system.namespaces.core" .) }}
{{- if lt (len (uniq $namespaces)) (len $namespaces) }}
the namespaces of the release and of its parts must differ, and are {{ join ", " $namespaces }}: set namespaces.<key>.name.
{{- end }}
{{- range $namespaces }}
{{- if gt (len .) 63 }}
the namespace {{ . }} has a name of more than 63 characters: set namespaces.<key>.name, or choose a shorter name for the release.
{{- end }}
{{- end }}
{{- if eq (include "ai-system.connections.jaeger.via" .) "member" }}
{{- range $namespaces }}
{{- if not (has . (prepend $.Values.global.namespaces $.Release.Namespace)) }}
ai-system in the namespace {{ . }} uses jaeger, which lets in nobody from there: add it to global.namespaces.
{{- end }}
{{- end }}
{{- end }}
{{- range $name, $amount := .Values.namespaces.infra.quota.hard }}
{{- $text := toJson $amount | trimAll "\"" }}
{{- if not (or (regexMatch "(cpu|memory|storage)$" $name) (regexMatch "^[0-9]+[kMGTPE]?$" $text)) }}
namespaces.infra.quota.hard.{{ $name }} is {{ $text }}: it is counted in whole numbers.
{{- end }}
{{- end }}
{{- with .Values.namespaces.infra.limitRange }}
{{- include "ai-system.rules.within" (dict "requestsPath" "namespaces.infra.limitRange.defaultRequest" "requests" .defaultRequest "limitsPath"
  "namespaces.infra.limitRange.default" "limits" .default) }}
{{- range $key, $amounts := dict "default" .default "defaultRequest" .defaultRequest }}
{{- include "ai-system.rules.within" (dict "requestsPath" (print "namespaces.infra.limitRange." $key) "requests" $amounts "limitsPath"
  "namespaces.infra.limitRange.max" "limits" $.Values.namespaces.infra.limitRange.max) }}
{{- end }}
{{- end }}
{{- range $name, $amount := .Values.namespaces.gpu.quota.hard }}
{{- $text := toJson $amount | trimAll "\"" }}
{{- if not (or (regexMatch "(cpu|memory|storage)$" $name) (regexMatch "^[0-9]+[kMGTPE]?$" $text)) }}
namespaces.gpu.quota.hard.{{ $name }} is {{ $text }}: it is counted in whole numbers.
{{- end }}
{{- end }}
{{- with .Values.namespaces.gpu.limitRange }}
{{- include "ai-system.rules.within" (dict "requestsPath" "namespaces.gpu.limitRange.defaultRequest" "requests" .defaultRequest "limitsPath"
  "namespaces.gpu.limitRange.default" "limits" .default) }}
{{- range $key, $amounts := dict "default" .default "defaultRequest" .defaultRequest }}
{{- include "ai-system.rules.within" (dict "requestsPath" (print "namespaces.gpu.limitRange." $key) "requests" $amounts "limitsPath"
  "namespaces.gpu.limitRange.max" "limits" $.Values.namespaces.gpu.limitRange.max) }}
{{- end }}
{{- end }}
{{- range $name, $amount := .Values.namespaces.core.quota.hard }}
{{- $text := toJson $amount | trimAll "\"" }}
{{- if not (or (regexMatch "(cpu|memory|storage)$" $name) (regexMatch "^[0-9]+[kMGTPE]?$" $text)) }}
namespaces.core.quota.hard.{{ $name }} is {{ $text }}: it is counted in whole numbers.
{{- end }}
{{- end }}
{{- with .Values.namespaces.core.limitRange }}
{{- include "ai-system.rules.within" (dict "requestsPath" "namespaces.core.limitRange.defaultRequest" "requests" .defaultRequest "limitsPath"
  "namespaces.core.limitRange.default" "limits" .default) }}
{{- range $key, $amounts := dict "default" .default "defaultRequest" .defaultRequest }}
{{- include "ai-system.rules.within" (dict "requestsPath" (print "namespaces.core.limitRange." $key) "requests" $amounts "limitsPath"
  "namespaces.core.limitRange.max" "limits" $.Values.namespaces.core.limitRange.max) }}
{{- end }}
{{- end }}
{{- include "ai-system.rules.podLabels" (dict "path" "helperPods.podLabels" "labels" .Values.helperPods.podLabels) }}
{{- include "ai-system.rules.scheduling" (dict "root" . "prefix" "helperPods." "of" (dict "tolerations" .Values.helperPods.tolerations)) }}
{{- range .Values.extraObjects }}
{{- if has .kind (list "Pod" "PodTemplate" "Deployment" "StatefulSet" "DaemonSet" "ReplicaSet" "ReplicationController" "Job" "CronJob" "List") }}
extraObjects may not hold a {{ .kind }}: pods come only from the chart's own templates.
{{- end }}
{{- with regexFind `\{\{-? *(include|tpl|template|[.$](Values|Release|Chart|Capabilities|Files))[^}]*\}\}`
  (include "ai-system.extraObject" (dict "root" $ "object" .)) }}
extraObjects has {{ . }}, and values are text: names of the release, its namespace and the chart alone are replaced.
{{- end }}
{{- end }}
{{- range $key, $_ := .Values.global.commonAnnotations }}
{{- if hasPrefix "helm.sh/" $key }}
global.commonAnnotations may not set {{ $key }}: it would be that of all objects.
{{- end }}
{{- end }}
{{- include "ai-system.rules.podLabels" (dict "path" "global.podLabels" "labels" .Values.global.podLabels) }}
{{- if and .Values.global.caBundle.configMap .Values.global.caBundle.secret }}
global.caBundle names a ConfigMap and a Secret: keep one of them.
{{- end }}
{{- $names := list }}
{{- range .Values.global.extraEnv }}
{{- $names = append $names (lower .name) }}
{{- end }}
{{- if and (or (has "http_proxy" $names) (has "https_proxy" $names) (has "all_proxy" $names)) (not (has "no_proxy" $names)) }}
{{- $hosts := list (include "ai-system.fullname" .)
  (include "ai-system.connections.jaeger.via" . | empty | ternary "" (include "ai-system.connections.jaeger.host" .)) }}
global.extraEnv names a proxy, and no NO_PROXY: programs would ask it for services of the cluster too; set NO_PROXY, which has at least
  localhost,127.0.0.1,.svc,.cluster.local,{{ $hosts | compact | uniq | join "," }}.
{{- end }}
{{- end }}
