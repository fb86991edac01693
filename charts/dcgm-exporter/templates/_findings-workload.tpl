{{/* Hooks and labels of a DaemonSet, and update strategies that it does not have, or that replace no pod; called with the prefix of their paths, and
  the values. */}}
{{- define "dcgm-exporter.rules.replacedDaemonSet" -}}
{{- include "dcgm-exporter.rules.lifecycle"
  (dict "path" (print .prefix "lifecycle") "hooks" .of.lifecycle "seconds" .of.terminationGracePeriodSeconds) }}
{{- $path := print .prefix "updateStrategy" }}
{{- if eq .of.updateStrategy.type "Recreate" }}
{{ $path }}.type Recreate is not for a DaemonSet: choose another one.
{{- end }}
{{- $given := .of.updateStrategy.rollingUpdate }}
{{- if and $given (eq .of.updateStrategy.type "RollingUpdate") }}
{{- $surges := not (regexMatch "^(<nil>|0%?)$" (toString $given.maxSurge)) }}
{{- $spares := not (regexMatch "^(<nil>|0%?)$" (toString $given.maxUnavailable)) }}
{{- if not (kindIs "invalid" $given.partition) }}
{{ $path }}.rollingUpdate.partition is for a StatefulSet: remove it.
{{- end }}
{{- if not (or $surges $spares) }}
{{ $path }}.rollingUpdate replaces no pod: set maxSurge or maxUnavailable above 0.
{{- end }}
{{- if and $surges $spares }}
{{ $path }}.rollingUpdate of a DaemonSet takes maxSurge or maxUnavailable: set the other one to 0.
{{- end }}
{{- end }}
{{- include "dcgm-exporter.rules.labels" (dict "path" (print .prefix "workload.labels") "labels" (.of.workload).labels) }}
{{- end }}

{{/* A drain that leaves a pod no time to end before it is killed; called with the prefix of their paths, and the values. */}}
{{- define "dcgm-exporter.rules.drain" -}}
{{- with .of }}
{{- if and .drainSeconds (not .lifecycle.preStop) (ge (int64 .drainSeconds) (int64 .terminationGracePeriodSeconds)) }}
{{ $.prefix }}drainSeconds takes {{ int64 .drainSeconds }} of the {{ int64 .terminationGracePeriodSeconds }} seconds a pod has to end: raise {{
  $.prefix }}terminationGracePeriodSeconds, or lower {{ $.prefix }}drainSeconds.
{{- end }}
{{- end }}
{{- end }}

{{/* Mistakes in values, topic workload. */}}
{{- define "dcgm-exporter.findings.workload" -}}
{{- include "dcgm-exporter.rules.replacedDaemonSet" (dict "prefix" "" "of" .Values) }}
{{- include "dcgm-exporter.rules.drain" (dict "prefix" "" "of" .Values) }}
{{- end }}
