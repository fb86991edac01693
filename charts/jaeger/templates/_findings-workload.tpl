{{/* Hooks and labels of a StatefulSet, and update strategies that it does not have, or that replace no pod; called with the prefix of their paths,
  and the values. */}}
{{- define "jaeger.rules.replacedStatefulSet" -}}
{{- include "jaeger.rules.lifecycle" (dict "path" (print .prefix "lifecycle") "hooks" .of.lifecycle "seconds" .of.terminationGracePeriodSeconds) }}
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
{{- include "jaeger.rules.labels" (dict "path" (print .prefix "workload.labels") "labels" (.of.workload).labels) }}
{{- end }}

{{/* Budgets under which no node could be drained; called with their path, the budget, and the smallest number of pods. */}}
{{- define "jaeger.rules.disruption" -}}
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
{{- define "jaeger.findings.workload" -}}
{{- include "jaeger.rules.replacedStatefulSet" (dict "prefix" "" "of" .Values) }}
{{- $replicas := int64 .Values.replicaCount }}
{{- include "jaeger.rules.disruption" (dict "path" "podDisruptionBudget" "budget" .Values.podDisruptionBudget "replicas" $replicas) }}
{{- end }}
