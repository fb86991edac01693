{{/* Mistakes in values, topic chart. */}}
{{- define "prometheus.findings.chart" -}}
{{- include "prometheus.rules.labels" (dict "path" "labels" "labels" .Values.labels) }}
{{- if and (regexMatch "^[0-9]" .Release.Name) (not .Values.fullnameOverride) }}
the release name {{ .Release.Name }} starts with a digit, and names of Services must not: choose another name, or set fullnameOverride.
{{- end }}
{{- include "prometheus.rules.podLabels" (dict "path" "helperPods.podLabels" "labels" .Values.helperPods.podLabels) }}
{{- include "prometheus.rules.scheduling" (dict "root" . "prefix" "helperPods." "of" (dict "tolerations" .Values.helperPods.tolerations)) }}
{{- range .Values.extraObjects }}
{{- if has .kind (list "Pod" "PodTemplate" "Deployment" "StatefulSet" "DaemonSet" "ReplicaSet" "ReplicationController" "Job" "CronJob" "List") }}
extraObjects may not hold a {{ .kind }}: pods come only from the chart's own templates.
{{- end }}
{{- with regexFind `\{\{-? *(include|tpl|template|[.$](Values|Release|Chart|Capabilities|Files))[^}]*\}\}`
  (include "prometheus.extraObject" (dict "root" $ "object" .)) }}
extraObjects has {{ . }}, and values are text: names of the release, its namespace and the chart alone are replaced.
{{- end }}
{{- end }}
{{- range $key, $_ := .Values.global.commonAnnotations }}
{{- if hasPrefix "helm.sh/" $key }}
global.commonAnnotations may not set {{ $key }}: it would be that of all objects.
{{- end }}
{{- end }}
{{- include "prometheus.rules.podLabels" (dict "path" "global.podLabels" "labels" .Values.global.podLabels) }}
{{- if and .Values.global.caBundle.configMap .Values.global.caBundle.secret }}
global.caBundle names a ConfigMap and a Secret: keep one of them.
{{- end }}
{{- $names := list }}
{{- range .Values.global.extraEnv }}
{{- $names = append $names (lower .name) }}
{{- end }}
{{- if and (or (has "http_proxy" $names) (has "https_proxy" $names) (has "all_proxy" $names)) (not (has "no_proxy" $names)) }}
{{- $hosts := list (include "prometheus.fullname" .)
  (include "prometheus.connections.alertmanager.via" . | empty | ternary "" (include "prometheus.connections.alertmanager.host" .)) }}
global.extraEnv names a proxy, and no NO_PROXY: programs would ask it for services of the cluster too; set NO_PROXY, which has at least
  localhost,127.0.0.1,.svc,.cluster.local,{{ $hosts | compact | uniq | join "," }}.
{{- end }}
{{- end }}
