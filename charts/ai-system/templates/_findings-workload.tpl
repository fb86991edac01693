{{/* Hooks and labels of a Deployment, and update strategies that it does not have, or that replace no pod; called with the prefix of their paths, and
  the values. */}}
{{- define "ai-system.rules.replacedDeployment" -}}
{{- include "ai-system.rules.lifecycle" (dict "path" (print .prefix "lifecycle") "hooks" .of.lifecycle "seconds" .of.terminationGracePeriodSeconds) }}
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
{{- include "ai-system.rules.labels" (dict "path" (print .prefix "workload.labels") "labels" (.of.workload).labels) }}
{{- end }}

{{/* Hooks and labels of a StatefulSet, and update strategies that it does not have, or that replace no pod; called with the prefix of their paths,
  and the values. */}}
{{- define "ai-system.rules.replacedStatefulSet" -}}
{{- include "ai-system.rules.lifecycle" (dict "path" (print .prefix "lifecycle") "hooks" .of.lifecycle "seconds" .of.terminationGracePeriodSeconds) }}
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
{{- include "ai-system.rules.labels" (dict "path" (print .prefix "workload.labels") "labels" (.of.workload).labels) }}
{{- end }}

{{/* A drain that leaves a pod no time to end before it is killed; called with the prefix of their paths, and the values. */}}
{{- define "ai-system.rules.drain" -}}
{{- with .of }}
{{- if and .drainSeconds (not .lifecycle.preStop) (ge (int64 .drainSeconds) (int64 .terminationGracePeriodSeconds)) }}
{{ $.prefix }}drainSeconds takes {{ int64 .drainSeconds }} of the {{ int64 .terminationGracePeriodSeconds }} seconds a pod has to end: raise {{
  $.prefix }}terminationGracePeriodSeconds, or lower {{ $.prefix }}drainSeconds.
{{- end }}
{{- end }}
{{- end }}

{{/* Autoscalers with an empty range or without a metric; called with the path and the values. */}}
{{- define "ai-system.rules.autoscaling" -}}
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
{{- define "ai-system.rules.keda" -}}
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
{{- if include "ai-system.rules.lacks" (dict "root" .root "kind" "keda.sh/v1alpha1/ScaledObject") }}
{{ .prefix }}keda needs KEDA, and this cluster knows no ScaledObject: install it, or leave it off.
{{- end }}
{{- end }}
{{- end }}

{{/* Budgets under which no node could be drained; called with their path, the budget, and the smallest number of pods. */}}
{{- define "ai-system.rules.disruption" -}}
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
{{- define "ai-system.findings.workload" -}}
{{- include "ai-system.rules.replacedDeployment" (dict "prefix" "" "of" .Values) }}
{{- include "ai-system.rules.replacedDeployment" (dict "prefix" "coordination." "of" .Values.coordination) }}
{{- include "ai-system.rules.replacedDeployment" (dict "prefix" "reasoningSuite." "of" .Values.reasoningSuite) }}
{{- include "ai-system.rules.replacedDeployment" (dict "prefix" "speechGpu." "of" .Values.speechGpu) }}
{{- include "ai-system.rules.replacedDeployment" (dict "prefix" "visionDream." "of" .Values.visionDream) }}
{{- include "ai-system.rules.replacedDeployment" (dict "prefix" "tutoring." "of" .Values.tutoring) }}
{{- include "ai-system.rules.replacedStatefulSet" (dict "prefix" "infraCore." "of" .Values.infraCore) }}
{{- include "ai-system.rules.replacedStatefulSet" (dict "prefix" "memory." "of" .Values.memory) }}
{{- include "ai-system.rules.replacedDeployment" (dict "prefix" "utilityCpu." "of" .Values.utilityCpu) }}
{{- include "ai-system.rules.labels" (dict "path" "learningGpu.workload.labels" "labels" (.Values.learningGpu.workload).labels) }}
{{- include "ai-system.rules.labels" (dict "path" "retraining.workload.labels" "labels" (.Values.retraining.workload).labels) }}
{{- include "ai-system.rules.drain" (dict "prefix" "" "of" .Values) }}
{{- include "ai-system.rules.drain" (dict "prefix" "coordination." "of" .Values.coordination) }}
{{- include "ai-system.rules.drain" (dict "prefix" "reasoningSuite." "of" .Values.reasoningSuite) }}
{{- include "ai-system.rules.drain" (dict "prefix" "speechGpu." "of" .Values.speechGpu) }}
{{- include "ai-system.rules.drain" (dict "prefix" "visionDream." "of" .Values.visionDream) }}
{{- include "ai-system.rules.drain" (dict "prefix" "tutoring." "of" .Values.tutoring) }}
{{- include "ai-system.rules.drain" (dict "prefix" "infraCore." "of" .Values.infraCore) }}
{{- include "ai-system.rules.drain" (dict "prefix" "memory." "of" .Values.memory) }}
{{- include "ai-system.rules.drain" (dict "prefix" "utilityCpu." "of" .Values.utilityCpu) }}
{{- include "ai-system.rules.autoscaling" (dict "path" "autoscaling" "scaling" .Values.autoscaling) }}
{{- include "ai-system.rules.autoscaling" (dict "path" "coordination.autoscaling" "scaling" .Values.coordination.autoscaling) }}
{{- include "ai-system.rules.autoscaling" (dict "path" "reasoningSuite.autoscaling" "scaling" .Values.reasoningSuite.autoscaling) }}
{{- include "ai-system.rules.autoscaling" (dict "path" "speechGpu.autoscaling" "scaling" .Values.speechGpu.autoscaling) }}
{{- include "ai-system.rules.autoscaling" (dict "path" "visionDream.autoscaling" "scaling" .Values.visionDream.autoscaling) }}
{{- include "ai-system.rules.autoscaling" (dict "path" "tutoring.autoscaling" "scaling" .Values.tutoring.autoscaling) }}
{{- include "ai-system.rules.autoscaling" (dict "path" "utilityCpu.autoscaling" "scaling" .Values.utilityCpu.autoscaling) }}
{{- include "ai-system.rules.keda"
  (dict "root" . "prefix" "coordination." "keda" .Values.coordination.keda "autoscaling" .Values.coordination.autoscaling.enabled "triggers" true) }}
{{- include "ai-system.rules.keda" (dict "root" . "prefix" "reasoningSuite." "keda" .Values.reasoningSuite.keda "autoscaling"
  .Values.reasoningSuite.autoscaling.enabled "triggers" true) }}
{{- include "ai-system.rules.keda"
  (dict "root" . "prefix" "speechGpu." "keda" .Values.speechGpu.keda "autoscaling" .Values.speechGpu.autoscaling.enabled "triggers" true) }}
{{- include "ai-system.rules.keda"
  (dict "root" . "prefix" "visionDream." "keda" .Values.visionDream.keda "autoscaling" .Values.visionDream.autoscaling.enabled "triggers" true) }}
{{- include "ai-system.rules.keda"
  (dict "root" . "prefix" "tutoring." "keda" .Values.tutoring.keda "autoscaling" .Values.tutoring.autoscaling.enabled "triggers" true) }}
{{- $replicas := int64 .Values.replicaCount }}
{{- $replicas = ternary (int64 $.Values.autoscaling.minReplicas) $replicas $.Values.autoscaling.enabled }}
{{- include "ai-system.rules.disruption" (dict "path" "podDisruptionBudget" "budget" .Values.podDisruptionBudget "replicas" $replicas) }}
{{- $replicas := int64 .Values.coordination.replicaCount }}
{{- $replicas = ternary (int64 $.Values.coordination.autoscaling.minReplicas) $replicas $.Values.coordination.autoscaling.enabled }}
{{- $replicas = ternary (int64 $.Values.coordination.keda.minReplicas) $replicas $.Values.coordination.keda.enabled }}
{{- include "ai-system.rules.disruption"
  (dict "path" "coordination.podDisruptionBudget" "budget" .Values.coordination.podDisruptionBudget "replicas" $replicas) }}
{{- $replicas := int64 .Values.reasoningSuite.replicaCount }}
{{- $replicas = ternary (int64 $.Values.reasoningSuite.autoscaling.minReplicas) $replicas $.Values.reasoningSuite.autoscaling.enabled }}
{{- $replicas = ternary (int64 $.Values.reasoningSuite.keda.minReplicas) $replicas $.Values.reasoningSuite.keda.enabled }}
{{- include "ai-system.rules.disruption"
  (dict "path" "reasoningSuite.podDisruptionBudget" "budget" .Values.reasoningSuite.podDisruptionBudget "replicas" $replicas) }}
{{- $replicas := int64 .Values.speechGpu.replicaCount }}
{{- $replicas = ternary (int64 $.Values.speechGpu.autoscaling.minReplicas) $replicas $.Values.speechGpu.autoscaling.enabled }}
{{- $replicas = ternary (int64 $.Values.speechGpu.keda.minReplicas) $replicas $.Values.speechGpu.keda.enabled }}
{{- include "ai-system.rules.disruption"
  (dict "path" "speechGpu.podDisruptionBudget" "budget" .Values.speechGpu.podDisruptionBudget "replicas" $replicas) }}
{{- $replicas := int64 .Values.visionDream.replicaCount }}
{{- $replicas = ternary (int64 $.Values.visionDream.autoscaling.minReplicas) $replicas $.Values.visionDream.autoscaling.enabled }}
{{- $replicas = ternary (int64 $.Values.visionDream.keda.minReplicas) $replicas $.Values.visionDream.keda.enabled }}
{{- include "ai-system.rules.disruption"
  (dict "path" "visionDream.podDisruptionBudget" "budget" .Values.visionDream.podDisruptionBudget "replicas" $replicas) }}
{{- $replicas := int64 .Values.tutoring.replicaCount }}
{{- $replicas = ternary (int64 $.Values.tutoring.autoscaling.minReplicas) $replicas $.Values.tutoring.autoscaling.enabled }}
{{- $replicas = ternary (int64 $.Values.tutoring.keda.minReplicas) $replicas $.Values.tutoring.keda.enabled }}
{{- include "ai-system.rules.disruption"
  (dict "path" "tutoring.podDisruptionBudget" "budget" .Values.tutoring.podDisruptionBudget "replicas" $replicas) }}
{{- $replicas := int64 .Values.infraCore.replicaCount }}
{{- include "ai-system.rules.disruption"
  (dict "path" "infraCore.podDisruptionBudget" "budget" .Values.infraCore.podDisruptionBudget "replicas" $replicas) }}
{{- $replicas := int64 .Values.memory.replicaCount }}
{{- include "ai-system.rules.disruption"
  (dict "path" "memory.podDisruptionBudget" "budget" .Values.memory.podDisruptionBudget "replicas" $replicas) }}
{{- $replicas := int64 .Values.utilityCpu.replicaCount }}
{{- $replicas = ternary (int64 $.Values.utilityCpu.autoscaling.minReplicas) $replicas $.Values.utilityCpu.autoscaling.enabled }}
{{- include "ai-system.rules.disruption"
  (dict "path" "utilityCpu.podDisruptionBudget" "budget" .Values.utilityCpu.podDisruptionBudget "replicas" $replicas) }}
{{- end }}
