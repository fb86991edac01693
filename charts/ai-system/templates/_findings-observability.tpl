{{/* Labels, kinds that the cluster lacks, and annotations that the chart sets itself; called with the root, the prefix of their paths, the values,
  auto (whether there are metrics to scrape automatically) and scraped (whether Prometheus scrapes them by annotations). */}}
{{- define "ai-system.rules.monitoring" -}}
{{- $of := .of.monitoring }}
{{- range $key, $labels := dict "dashboards" $of.dashboards.labels "prometheusRule" $of.prometheusRule.labels "rules" $of.rules.labels
  "serviceMonitor" $of.serviceMonitor.labels }}
{{- include "ai-system.rules.labels" (dict "path" (printf "%smonitoring.%s.labels" $.prefix $key) "labels" $labels) }}
{{- end }}
{{- $auto := and $of.auto .root.Values.global.monitoring.operator .auto }}
{{- if and (or $of.serviceMonitor.enabled $auto)
  (include "ai-system.rules.lacks" (dict "root" .root "kind" "monitoring.coreos.com/v1/ServiceMonitor")) }}
{{ .prefix }}monitoring.serviceMonitor needs the Prometheus Operator, and this cluster knows no ServiceMonitor: install the operator, or leave it off.
{{- end }}
{{- if and (or $of.prometheusRule.enabled $auto)
  (include "ai-system.rules.lacks" (dict "root" .root "kind" "monitoring.coreos.com/v1/PrometheusRule")) }}
{{ .prefix }}monitoring.prometheusRule needs the Prometheus Operator, and this cluster knows no PrometheusRule: install the operator, or leave it off.
{{- end }}
{{- range $key, $value := .of.service.annotations }}
{{- if and (or $of.annotations.enabled $.scraped)
  (has $key (list "prometheus.io/scrape" "prometheus.io/port" "prometheus.io/path" "prometheus.io/scheme")) }}
{{ $.prefix }}service.annotations may not set {{ $key }}: {{ $.prefix }}monitoring sets it while Prometheus scrapes by annotations.
{{- end }}
{{- end }}
{{- end }}

{{/* Mistakes in values, topic observability. */}}
{{- define "ai-system.findings.observability" -}}
{{- include "ai-system.rules.monitoring" (dict "root" . "prefix" "" "of" .Values "auto" true "scraped" (include "ai-system.main.scraped" .)) }}
{{- include "ai-system.rules.monitoring"
  (dict "root" . "prefix" "coordination." "of" .Values.coordination "auto" true "scraped" (include "ai-system.coordination.scraped" .)) }}
{{- include "ai-system.rules.monitoring"
  (dict "root" . "prefix" "reasoningSuite." "of" .Values.reasoningSuite "auto" true "scraped" (include "ai-system.reasoningSuite.scraped" .)) }}
{{- include "ai-system.rules.monitoring"
  (dict "root" . "prefix" "speechGpu." "of" .Values.speechGpu "auto" true "scraped" (include "ai-system.speechGpu.scraped" .)) }}
{{- include "ai-system.rules.monitoring"
  (dict "root" . "prefix" "visionDream." "of" .Values.visionDream "auto" true "scraped" (include "ai-system.visionDream.scraped" .)) }}
{{- include "ai-system.rules.monitoring"
  (dict "root" . "prefix" "tutoring." "of" .Values.tutoring "auto" true "scraped" (include "ai-system.tutoring.scraped" .)) }}
{{- include "ai-system.rules.monitoring"
  (dict "root" . "prefix" "infraCore." "of" .Values.infraCore "auto" true "scraped" (include "ai-system.infraCore.scraped" .)) }}
{{- include "ai-system.rules.monitoring"
  (dict "root" . "prefix" "memory." "of" .Values.memory "auto" true "scraped" (include "ai-system.memory.scraped" .)) }}
{{- include "ai-system.rules.monitoring"
  (dict "root" . "prefix" "utilityCpu." "of" .Values.utilityCpu "auto" true "scraped" (include "ai-system.utilityCpu.scraped" .)) }}
{{- end }}
