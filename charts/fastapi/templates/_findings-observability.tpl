{{/* Labels, kinds that the cluster lacks, and annotations that the chart sets itself; called with the root, the prefix of their paths, the values,
  auto (whether there are metrics to scrape automatically) and scraped (whether Prometheus scrapes them by annotations). */}}
{{- define "fastapi.rules.monitoring" -}}
{{- $of := .of.monitoring }}
{{- range $key, $labels := dict "dashboards" $of.dashboards.labels "prometheusRule" $of.prometheusRule.labels "rules" $of.rules.labels
  "serviceMonitor" $of.serviceMonitor.labels }}
{{- include "fastapi.rules.labels" (dict "path" (printf "%smonitoring.%s.labels" $.prefix $key) "labels" $labels) }}
{{- end }}
{{- $auto := and $of.auto .root.Values.global.monitoring.operator .auto }}
{{- if and (or $of.serviceMonitor.enabled $auto)
  (include "fastapi.rules.lacks" (dict "root" .root "kind" "monitoring.coreos.com/v1/ServiceMonitor")) }}
{{ .prefix }}monitoring.serviceMonitor needs the Prometheus Operator, and this cluster knows no ServiceMonitor: install the operator, or leave it off.
{{- end }}
{{- if and (or $of.prometheusRule.enabled $auto)
  (include "fastapi.rules.lacks" (dict "root" .root "kind" "monitoring.coreos.com/v1/PrometheusRule")) }}
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
{{- define "fastapi.findings.observability" -}}
{{- include "fastapi.rules.monitoring" (dict "root" . "prefix" "" "of" .Values "auto" true "scraped" (include "fastapi.main.scraped" .)) }}
{{- end }}
