{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "grafana.main.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "grafana.fullname" . }}"
{{- end }}

{{/* Whether a Prometheus of this namespace finds the metrics by itself; empty for no. */}}
{{- define "grafana.main.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace finds the dashboards by itself; empty for no. */}}
{{- define "grafana.main.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $charted }}true
{{- end }}
{{- end }}

{{/* Recording rules and alerts of main. */}}
{{- define "grafana.main.metricRules" -}}
{{- $mainMetricLabels := include "grafana.main.metricLabels" . -}}
groups:
  - name: {{ include "grafana.fullname" . }}
    rules:
      - alert: GrafanaDown
        expr: |-
          absent(up{ {{ $mainMetricLabels }} } == 1)
        for: 10m
        labels:
          severity: warning
        annotations:
          summary: "Grafana cannot be scraped."
      - alert: GrafanaErrors
        expr: |-
          sum(rate(grafana_http_request_duration_seconds_count{ {{
            $mainMetricLabels }} ,status_code=~"5.."}[10m])) / sum(rate(grafana_http_request_duration_seconds_count{ {{
            $mainMetricLabels }} }[10m])) > 0.05
        for: 15m
        labels:
          severity: warning
        annotations:
          summary: "More than one request to Grafana in twenty fails."
      {{- with .Values.monitoring.prometheusRule.extraRules }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
{{- end }}
