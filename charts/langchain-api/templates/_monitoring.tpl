{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "langchain-api.main.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "langchain-api.fullname" . }}"
{{- end }}

{{/* Whether a Prometheus of this namespace finds the metrics by itself; empty for no. */}}
{{- define "langchain-api.main.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace finds the dashboards by itself; empty for no. */}}
{{- define "langchain-api.main.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $charted }}true
{{- end }}
{{- end }}

{{/* Recording rules and alerts of main. */}}
{{- define "langchain-api.main.metricRules" -}}
{{- $mainMetricLabels := include "langchain-api.main.metricLabels" . -}}
groups:
  - name: {{ include "langchain-api.fullname" . }}
    rules:
      - alert: LangchainApiDown
        expr: |-
          absent(up{ {{ $mainMetricLabels }} } == 1)
        for: 5m
        labels:
          severity: critical
        annotations:
          summary: "No pod of the API can be scraped."
      - alert: LangchainApiErrors
        expr: |-
          sum(rate(http_requests_total{ {{ $mainMetricLabels }} ,status=~"5.."}[5m])) / sum(rate(http_requests_total{ {{ $mainMetricLabels }} }[5m])) > 0.05
        for: 10m
        labels:
          severity: warning
        annotations:
          summary: "More than one request in twenty fails."
      {{- with .Values.monitoring.prometheusRule.extraRules }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
{{- end }}
