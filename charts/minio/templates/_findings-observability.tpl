{{/* Labels, and kinds that the cluster lacks; called with the root, the prefix of their paths, the values, and auto
  (whether the operator is told without a switch). */}}
{{- define "minio.rules.monitoring" -}}
{{- range $key, $labels := dict "dashboards" .of.dashboards.labels "prometheusRule" .of.prometheusRule.labels "rules" .of.rules.labels
  "serviceMonitor" .of.serviceMonitor.labels }}
{{- include "minio.rules.labels" (dict "path" (printf "%smonitoring.%s.labels" $.prefix $key) "labels" $labels) }}
{{- end }}
{{- if and (or .of.serviceMonitor.enabled .auto) (include "minio.rules.lacks" (dict "root" .root "kind" "monitoring.coreos.com/v1/ServiceMonitor")) }}
{{ .prefix }}monitoring.serviceMonitor needs the Prometheus Operator, and this cluster knows no ServiceMonitor: install the operator, or leave it off.
{{- end }}
{{- if and (or .of.prometheusRule.enabled .auto) (include "minio.rules.lacks" (dict "root" .root "kind" "monitoring.coreos.com/v1/PrometheusRule")) }}
{{ .prefix }}monitoring.prometheusRule needs the Prometheus Operator, and this cluster knows no PrometheusRule: install the operator, or leave it off.
{{- end }}
{{- end }}

{{/* Annotations that the chart sets itself; called with their path, them, and what sets them (by). */}}
{{- define "minio.rules.scrapeAnnotations" -}}
{{- range $key, $_ := .annotations }}
{{- if has $key (list "prometheus.io/scrape" "prometheus.io/port" "prometheus.io/path" "prometheus.io/scheme") }}
{{ $.path }} may not set {{ $key }}: {{ $.by }} sets it while Prometheus scrapes by annotations.
{{- end }}
{{- end }}
{{- end }}

{{/* Mistakes in values, topic observability. */}}
{{- define "minio.findings.observability" -}}
{{- include "minio.rules.monitoring" (dict "root" . "prefix" "" "of" .Values.monitoring "auto"
  (and .Values.monitoring.auto .Values.global.monitoring.operator (ne .Values.engine "rustfs"))) }}
{{- if and (ne .Values.engine "rustfs") (or .Values.monitoring.annotations.enabled (include "minio.main.scraped" .)) }}
{{- include "minio.rules.scrapeAnnotations" (dict "path" "service.annotations" "annotations" .Values.service.annotations "by" "monitoring") }}
{{- end }}
{{- end }}
