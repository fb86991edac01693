{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "prometheus.main.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "prometheus.fullname" . }}"
{{- end }}

{{/* Whether a Prometheus of this namespace finds the metrics by itself; empty for no. */}}
{{- define "prometheus.main.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace finds the dashboards by itself; empty for no. */}}
{{- define "prometheus.main.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $charted }}true
{{- end }}
{{- end }}

{{/* Recording rules and alerts of main. */}}
{{- define "prometheus.main.metricRules" -}}
{{- $mainMetricLabels := include "prometheus.main.metricLabels" . -}}
groups:
  - name: {{ include "prometheus.fullname" . }}
    rules:
      - alert: PrometheusTargetDown
        expr: |-
          up{namespace="{{ .Release.Namespace }}"} == 0
        for: 10m
        labels:
          severity: warning
        annotations:
          summary: "Metrics of a pod cannot be scraped."
      - alert: PrometheusConfigRefused
        expr: |-
          prometheus_config_last_reload_successful{ {{ $mainMetricLabels }} } == 0
        for: 5m
        labels:
          severity: critical
        annotations:
          summary: "Prometheus refused its changed configuration or rules and goes on with the old ones."
      - alert: PrometheusRuleFails
        expr: |-
          increase(prometheus_rule_evaluation_failures_total{ {{ $mainMetricLabels }} }[10m]) > 0
        for: 5m
        labels:
          severity: critical
        annotations:
          summary: "A rule cannot be evaluated, so that its alert would not come."
      - alert: PrometheusNotificationsFail
        expr: |-
          rate(prometheus_notifications_errors_total{ {{ $mainMetricLabels }} }[5m]) > 0
        for: 15m
        labels:
          severity: critical
        annotations:
          summary: "Alerts do not reach Alertmanager."
      - alert: PrometheusSamplesLost
        expr: |-
          rate(prometheus_remote_storage_samples_failed_total{ {{ $mainMetricLabels }} }[5m]) > 0
        for: 15m
        labels:
          severity: warning
        annotations:
          summary: "The remote storage refuses samples."
      - alert: PrometheusCompactionFails
        expr: |-
          increase(prometheus_tsdb_compactions_failed_total{ {{ $mainMetricLabels }} }[3h]) > 0
        for: 1h
        labels:
          severity: warning
        annotations:
          summary: "Prometheus cannot compact its data. Look whether the volume is full."
      {{- with .Values.monitoring.prometheusRule.extraRules }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
{{- end }}
