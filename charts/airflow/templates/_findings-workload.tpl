{{/* Hooks and labels of a Deployment, and update strategies that it does not have, or that replace no pod; called with the prefix of their paths, and
  the values. */}}
{{- define "airflow.rules.replacedDeployment" -}}
{{- include "airflow.rules.lifecycle" (dict "path" (print .prefix "lifecycle") "hooks" .of.lifecycle "seconds" .of.terminationGracePeriodSeconds) }}
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
{{- include "airflow.rules.labels" (dict "path" (print .prefix "workload.labels") "labels" (.of.workload).labels) }}
{{- end }}

{{/* Hooks and labels of a StatefulSet, and update strategies that it does not have, or that replace no pod; called with the prefix of their paths,
  and the values. */}}
{{- define "airflow.rules.replacedStatefulSet" -}}
{{- include "airflow.rules.lifecycle" (dict "path" (print .prefix "lifecycle") "hooks" .of.lifecycle "seconds" .of.terminationGracePeriodSeconds) }}
{{- $path := print .prefix "updateStrategy" }}
{{- if eq .of.updateStrategy.type "Recreate" }}
{{ $path }}.type Recreate is not for a StatefulSet: choose another one.
{{- end }}
{{- $given := .of.updateStrategy.rollingUpdate }}
{{- if and $given (eq .of.updateStrategy.type "RollingUpdate") }}
{{- if not (kindIs "invalid" $given.maxSurge) }}
{{ $path }}.rollingUpdate.maxSurge is not for a StatefulSet: remove it.
{{- end }}
{{- if regexMatch "^0%?$" (toString $given.maxUnavailable) }}
{{ $path }}.rollingUpdate.maxUnavailable is {{ $given.maxUnavailable }}, and no pod would be replaced: raise it.
{{- end }}
{{- end }}
{{- include "airflow.rules.labels" (dict "path" (print .prefix "workload.labels") "labels" (.of.workload).labels) }}
{{- end }}

{{/* A drain that leaves a pod no time to end before it is killed; called with the prefix of their paths, and the values. */}}
{{- define "airflow.rules.drain" -}}
{{- with .of }}
{{- if and .drainSeconds (not .lifecycle.preStop) (ge (int64 .drainSeconds) (int64 .terminationGracePeriodSeconds)) }}
{{ $.prefix }}drainSeconds takes {{ int64 .drainSeconds }} of the {{ int64 .terminationGracePeriodSeconds }} seconds a pod has to end: raise {{
  $.prefix }}terminationGracePeriodSeconds, or lower {{ $.prefix }}drainSeconds.
{{- end }}
{{- end }}
{{- end }}

{{/* Autoscalers with an empty range or without a metric; called with the path and the values. */}}
{{- define "airflow.rules.autoscaling" -}}
{{- if .scaling.enabled }}
{{- if gt (int64 .scaling.minReplicas) (int64 .scaling.maxReplicas) }}
{{ .path }}.minReplicas is greater than {{ .path }}.maxReplicas: lower the one or raise the other.
{{- end }}
{{- if not (or .scaling.targetCPUUtilizationPercentage .scaling.targetMemoryUtilizationPercentage .scaling.metrics) }}
{{ .path }} has nothing to scale by: set a target for CPU or memory, or a metric.
{{- end }}
{{- end }}
{{- end }}

{{/* Empty ranges, missing triggers, a second autoscaler, and a cluster without KEDA; called with the root, the prefix of their paths, the values,
  whether autoscaling is on, and the triggers. */}}
{{- define "airflow.rules.keda" -}}
{{- if .keda.enabled }}
{{- if gt (int64 .keda.minReplicas) (int64 .keda.maxReplicas) }}
{{ .prefix }}keda.minReplicas is greater than {{ .prefix }}keda.maxReplicas: lower the one or raise the other.
{{- end }}
{{- if .autoscaling }}
{{ .prefix }}keda and {{ .prefix }}autoscaling both set the number of pods: keep one.
{{- end }}
{{- if not .triggers }}
{{ .prefix }}keda has nothing to scale by: set {{ .prefix }}keda.triggers.
{{- end }}
{{- if include "airflow.rules.lacks" (dict "root" .root "kind" "keda.sh/v1alpha1/ScaledObject") }}
{{ .prefix }}keda needs KEDA, and this cluster knows no ScaledObject: install it, or leave it off.
{{- end }}
{{- end }}
{{- end }}

{{/* Budgets under which no node could be drained; called with their path, the budget, and the smallest number of pods. */}}
{{- define "airflow.rules.disruption" -}}
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
{{- define "airflow.findings.workload" -}}
{{- range $name, $_ := .Values.worker.groups }}
{{- $name = printf "-worker-%s" $name }}
{{- if has $name (list "-worker-stable" "" "-scheduler" "-dag-processor" "-triggerer" "-worker" "-flower" "-task" "-statsd" "-migrations"
  "-create-user" "-cleanup" "-test") }}
worker.groups: the name of {{ $name | trimPrefix "-worker-" }} is taken by other pods of the chart: choose another one.
{{- else if gt (len (include "airflow.fullname" $) | add (len $name)) 52 }}
worker.groups: {{ include "airflow.fullname" $ }}{{ $name }} is longer than the 52 characters that such a name may have: choose a shorter one for the
  group or the release.
{{- end }}
{{- end }}
{{- include "airflow.rules.replacedDeployment" (dict "prefix" "" "of" .Values) }}
{{- include "airflow.rules.replacedStatefulSet" (dict "prefix" "scheduler." "of" .Values.scheduler) }}
{{- include "airflow.rules.replacedDeployment" (dict "prefix" "dagProcessor." "of" .Values.dagProcessor) }}
{{- include "airflow.rules.replacedStatefulSet" (dict "prefix" "triggerer." "of" .Values.triggerer) }}
{{- include "airflow.rules.replacedDeployment" (dict "prefix" "flower." "of" .Values.flower) }}
{{- include "airflow.rules.replacedDeployment" (dict "prefix" "statsd." "of" .Values.statsd) }}
{{- include "airflow.rules.drain" (dict "prefix" "" "of" .Values) }}
{{- include "airflow.rules.drain" (dict "prefix" "scheduler." "of" .Values.scheduler) }}
{{- include "airflow.rules.drain" (dict "prefix" "triggerer." "of" .Values.triggerer) }}
{{- include "airflow.rules.drain" (dict "prefix" "flower." "of" .Values.flower) }}
{{- include "airflow.rules.autoscaling" (dict "path" "autoscaling" "scaling" .Values.autoscaling) }}
{{- $replicas := int64 .Values.replicaCount }}
{{- $replicas = ternary (int64 $.Values.autoscaling.minReplicas) $replicas $.Values.autoscaling.enabled }}
{{- include "airflow.rules.disruption" (dict "path" "podDisruptionBudget" "budget" .Values.podDisruptionBudget "replicas" $replicas) }}
{{- $replicas := int64 .Values.scheduler.replicaCount }}
{{- include "airflow.rules.disruption"
  (dict "path" "scheduler.podDisruptionBudget" "budget" .Values.scheduler.podDisruptionBudget "replicas" $replicas) }}
{{- $replicas := int64 .Values.dagProcessor.replicaCount }}
{{- include "airflow.rules.disruption"
  (dict "path" "dagProcessor.podDisruptionBudget" "budget" .Values.dagProcessor.podDisruptionBudget "replicas" $replicas) }}
{{- $replicas := int64 .Values.triggerer.replicaCount }}
{{- include "airflow.rules.disruption"
  (dict "path" "triggerer.podDisruptionBudget" "budget" .Values.triggerer.podDisruptionBudget "replicas" $replicas) }}
{{- $replicas := int64 .Values.flower.replicaCount }}
{{- include "airflow.rules.disruption" (dict "path" "flower.podDisruptionBudget" "budget" .Values.flower.podDisruptionBudget "replicas" $replicas) }}
{{- $replicas := int64 .Values.statsd.replicaCount }}
{{- include "airflow.rules.disruption" (dict "path" "statsd.podDisruptionBudget" "budget" .Values.statsd.podDisruptionBudget "replicas" $replicas) }}
{{- end }}
