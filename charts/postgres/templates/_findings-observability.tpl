{{/* Labels, and kinds that the cluster lacks; called with the root, the prefix of their paths, the values, and auto
  (whether the operator is told without a switch). */}}
{{- define "postgres.rules.monitoring" -}}
{{- range $key, $labels := dict "dashboards" .of.dashboards.labels "prometheusRule" .of.prometheusRule.labels "rules" .of.rules.labels
  "serviceMonitor" .of.serviceMonitor.labels }}
{{- include "postgres.rules.labels" (dict "path" (printf "%smonitoring.%s.labels" $.prefix $key) "labels" $labels) }}
{{- end }}
{{- if and (or .of.serviceMonitor.enabled .auto)
  (include "postgres.rules.lacks" (dict "root" .root "kind" "monitoring.coreos.com/v1/ServiceMonitor")) }}
{{ .prefix }}monitoring.serviceMonitor needs the Prometheus Operator, and this cluster knows no ServiceMonitor: install the operator, or leave it off.
{{- end }}
{{- if and (or .of.prometheusRule.enabled .auto)
  (include "postgres.rules.lacks" (dict "root" .root "kind" "monitoring.coreos.com/v1/PrometheusRule")) }}
{{ .prefix }}monitoring.prometheusRule needs the Prometheus Operator, and this cluster knows no PrometheusRule: install the operator, or leave it off.
{{- end }}
{{- end }}

{{/* Annotations that the chart sets itself; called with their path, them, and what sets them (by). */}}
{{- define "postgres.rules.scrapeAnnotations" -}}
{{- range $key, $_ := .annotations }}
{{- if has $key (list "prometheus.io/scrape" "prometheus.io/port" "prometheus.io/path" "prometheus.io/scheme") }}
{{ $.path }} may not set {{ $key }}: {{ $.by }} sets it while Prometheus scrapes by annotations.
{{- end }}
{{- end }}
{{- end }}

{{/* Mistakes in values, topic observability. */}}
{{- define "postgres.findings.observability" -}}
{{- include "postgres.rules.monitoring" (dict "root" . "prefix" "" "of" .Values.monitoring "auto"
  (and .Values.monitoring.auto .Values.global.monitoring.operator .Values.exporter.enabled)) }}
{{- if and .Values.exporter.enabled (or .Values.monitoring.annotations.enabled (include "postgres.main.scraped" .)) }}
{{- include "postgres.rules.scrapeAnnotations" (dict "path" "service.annotations" "annotations" .Values.service.annotations "by" "monitoring") }}
{{- end }}
{{- if and (or .Values.monitoring.serviceMonitor.enabled .Values.monitoring.annotations.enabled) (not .Values.exporter.enabled) }}
monitoring.serviceMonitor needs the metrics of the sidecar exporter: set exporter.enabled=true.
{{- end }}
{{- end }}
