{{/* Hooks and labels of a Deployment, and update strategies that it does not have, or that replace no pod; called with the prefix of their paths, and
  the values. */}}
{{- define "grafana.rules.replacedDeployment" -}}
{{- include "grafana.rules.lifecycle" (dict "path" (print .prefix "lifecycle") "hooks" .of.lifecycle "seconds" .of.terminationGracePeriodSeconds) }}
{{- $path := print .prefix "updateStrategy" }}
{{- if eq .of.updateStrategy.type "OnDelete" }}
{{ $path }}.type OnDelete is not for a Deployment: choose another one.
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
{{- end }}
{{- include "grafana.rules.labels" (dict "path" (print .prefix "workload.labels") "labels" (.of.workload).labels) }}
{{- end }}

{{/* A drain that leaves a pod no time to end before it is killed; called with the prefix of their paths, and the values. */}}
{{- define "grafana.rules.drain" -}}
{{- with .of }}
{{- if and .drainSeconds (not .lifecycle.preStop) (ge (int64 .drainSeconds) (int64 .terminationGracePeriodSeconds)) }}
{{ $.prefix }}drainSeconds takes {{ int64 .drainSeconds }} of the {{ int64 .terminationGracePeriodSeconds }} seconds a pod has to end: raise {{
  $.prefix }}terminationGracePeriodSeconds, or lower {{ $.prefix }}drainSeconds.
{{- end }}
{{- end }}
{{- end }}

{{/* Budgets under which no node could be drained; called with their path, the budget, and the smallest number of pods. */}}
{{- define "grafana.rules.disruption" -}}
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

{{/* Mistakes in values, topic workload. */}}
{{- define "grafana.findings.workload" -}}
{{- include "grafana.rules.replacedDeployment" (dict "prefix" "" "of" .Values) }}
{{- include "grafana.rules.drain" (dict "prefix" "" "of" .Values) }}
{{- $replicas := int64 .Values.replicaCount }}
{{- include "grafana.rules.disruption" (dict "path" "podDisruptionBudget" "budget" .Values.podDisruptionBudget "replicas" $replicas) }}
{{- end }}
