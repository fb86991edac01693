{{/* Hooks and labels of a Deployment, and update strategies that it does not have, or that replace no pod; called with the prefix of their paths, and
  the values. */}}
{{- define "voice-ai.rules.replacedDeployment" -}}
{{- include "voice-ai.rules.lifecycle" (dict "path" (print .prefix "lifecycle") "hooks" .of.lifecycle "seconds" .of.terminationGracePeriodSeconds) }}
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
{{- include "voice-ai.rules.labels" (dict "path" (print .prefix "workload.labels") "labels" (.of.workload).labels) }}
{{- end }}

{{/* Hooks and labels of a StatefulSet, and update strategies that it does not have, or that replace no pod; called with the prefix of their paths,
  and the values. */}}
{{- define "voice-ai.rules.replacedStatefulSet" -}}
{{- include "voice-ai.rules.lifecycle" (dict "path" (print .prefix "lifecycle") "hooks" .of.lifecycle "seconds" .of.terminationGracePeriodSeconds) }}
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
{{- include "voice-ai.rules.labels" (dict "path" (print .prefix "workload.labels") "labels" (.of.workload).labels) }}
{{- end }}

{{/* A drain that leaves a pod no time to end before it is killed; called with the prefix of their paths, and the values. */}}
{{- define "voice-ai.rules.drain" -}}
{{- with .of }}
{{- if and .drainSeconds (not .lifecycle.preStop) (ge (int64 .drainSeconds) (int64 .terminationGracePeriodSeconds)) }}
{{ $.prefix }}drainSeconds takes {{ int64 .drainSeconds }} of the {{ int64 .terminationGracePeriodSeconds }} seconds a pod has to end: raise {{
  $.prefix }}terminationGracePeriodSeconds, or lower {{ $.prefix }}drainSeconds.
{{- end }}
{{- end }}
{{- end }}

{{/* Autoscalers with an empty range or without a metric; called with the path and the values. */}}
{{- define "voice-ai.rules.autoscaling" -}}
{{- if .scaling.enabled }}
{{- if gt (int64 .scaling.minReplicas) (int64 .scaling.maxReplicas) }}
{{ .path }}.minReplicas is greater than {{ .path }}.maxReplicas: lower the one or raise the other.
{{- end }}
{{- if not (or .scaling.targetCPUUtilizationPercentage .scaling.targetMemoryUtilizationPercentage .scaling.metrics) }}
{{ .path }} has nothing to scale by: set a target for CPU or memory, or a metric.
{{- end }}
{{- end }}
{{- end }}

{{/* Budgets under which no node could be drained; called with their path, the budget, and the smallest number of pods. */}}
{{- define "voice-ai.rules.disruption" -}}
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
{{- define "voice-ai.findings.workload" -}}
{{- include "voice-ai.rules.replacedDeployment" (dict "prefix" "" "of" .Values) }}
{{- include "voice-ai.rules.replacedDeployment" (dict "prefix" "agent." "of" .Values.agent) }}
{{- include "voice-ai.rules.replacedDeployment" (dict "prefix" "livekit." "of" .Values.livekit) }}
{{- include "voice-ai.rules.replacedStatefulSet" (dict "prefix" "whisper." "of" .Values.whisper) }}
{{- include "voice-ai.rules.replacedDeployment" (dict "prefix" "kokoro." "of" .Values.kokoro) }}
{{- include "voice-ai.rules.drain" (dict "prefix" "" "of" .Values) }}
{{- include "voice-ai.rules.drain" (dict "prefix" "whisper." "of" .Values.whisper) }}
{{- include "voice-ai.rules.drain" (dict "prefix" "kokoro." "of" .Values.kokoro) }}
{{- include "voice-ai.rules.autoscaling" (dict "path" "autoscaling" "scaling" .Values.autoscaling) }}
{{- include "voice-ai.rules.autoscaling" (dict "path" "agent.autoscaling" "scaling" .Values.agent.autoscaling) }}
{{- $replicas := int64 .Values.replicaCount }}
{{- $replicas = ternary (int64 $.Values.autoscaling.minReplicas) $replicas $.Values.autoscaling.enabled }}
{{- include "voice-ai.rules.disruption" (dict "path" "podDisruptionBudget" "budget" .Values.podDisruptionBudget "replicas" $replicas) }}
{{- $replicas := int64 .Values.agent.replicaCount }}
{{- $replicas = ternary (int64 $.Values.agent.autoscaling.minReplicas) $replicas $.Values.agent.autoscaling.enabled }}
{{- include "voice-ai.rules.disruption" (dict "path" "agent.podDisruptionBudget" "budget" .Values.agent.podDisruptionBudget "replicas" $replicas) }}
{{- $replicas := int64 .Values.livekit.replicaCount }}
{{- include "voice-ai.rules.disruption"
  (dict "path" "livekit.podDisruptionBudget" "budget" .Values.livekit.podDisruptionBudget "replicas" $replicas) }}
{{- $replicas := int64 .Values.whisper.replicaCount }}
{{- include "voice-ai.rules.disruption"
  (dict "path" "whisper.podDisruptionBudget" "budget" .Values.whisper.podDisruptionBudget "replicas" $replicas) }}
{{- $replicas := int64 .Values.kokoro.replicaCount }}
{{- include "voice-ai.rules.disruption" (dict "path" "kokoro.podDisruptionBudget" "budget" .Values.kokoro.podDisruptionBudget "replicas" $replicas) }}
{{- end }}
