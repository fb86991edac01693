{{/* Mistakes in values, topic chart. */}}
{{- define "secrets.findings.chart" -}}
{{- include "secrets.rules.labels" (dict "path" "labels" "labels" .Values.labels) }}
{{- if and (regexMatch "^[0-9]" .Release.Name) (not .Values.fullnameOverride) }}
the release name {{ .Release.Name }} starts with a digit, and names of Services must not: choose another name, or set fullnameOverride.
{{- end }}
{{- range .Values.extraObjects }}
{{- if has .kind (list "Pod" "PodTemplate" "Deployment" "StatefulSet" "DaemonSet" "ReplicaSet" "ReplicationController" "Job" "CronJob" "List") }}
extraObjects may not hold a {{ .kind }}: pods come only from the chart's own templates.
{{- end }}
{{- with regexFind `\{\{-? *(include|tpl|template|[.$](Values|Release|Chart|Capabilities|Files))[^}]*\}\}`
  (include "secrets.extraObject" (dict "root" $ "object" .)) }}
extraObjects has {{ . }}, and values are text: names of the release, its namespace and the chart alone are replaced.
{{- end }}
{{- end }}
{{- range $key, $_ := .Values.global.commonAnnotations }}
{{- if hasPrefix "helm.sh/" $key }}
global.commonAnnotations may not set {{ $key }}: it would be that of all objects.
{{- end }}
{{- end }}
{{- if and .Values.global.caBundle.configMap .Values.global.caBundle.secret }}
global.caBundle names a ConfigMap and a Secret: keep one of them.
{{- end }}
{{- end }}
