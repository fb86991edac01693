{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "mlflow.main.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "mlflow.fullname" . }}"
{{- end }}

{{/* Whether a Prometheus of this namespace finds the metrics by itself; empty for no. */}}
{{- define "mlflow.main.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace finds the dashboards by itself; empty for no. */}}
{{- define "mlflow.main.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $charted }}true
{{- end }}
{{- end }}

{{/* Recording rules and alerts of main. */}}
{{- define "mlflow.main.metricRules" -}}
{{- $mainMetricLabels := include "mlflow.main.metricLabels" . -}}
groups:
  - name: {{ include "mlflow.fullname" . }}
    rules:
      - alert: MlflowDown
        expr: |-
          absent(up{ {{ $mainMetricLabels }} } == 1)
        for: 5m
        labels:
          severity: critical
        annotations:
          summary: "No pod of MLflow can be scraped."
      - alert: MlflowErrors
        expr: |-
          sum(rate(mlflow_http_request_total{ {{ $mainMetricLabels }} ,status=~"5.."}[5m])) / sum(rate(mlflow_http_request_total{ {{
            $mainMetricLabels }} }[5m])) > 0.05
        for: 10m
        labels:
          severity: warning
        annotations:
          summary: "More than one request in twenty fails; mostly the database or the store of the artifacts."
      - alert: MlflowSlow
        expr: |-
          histogram_quantile(0.95, sum by (le) (rate(mlflow_http_request_duration_seconds_bucket{ {{ $mainMetricLabels }} }[10m]))) > 5
        for: 15m
        labels:
          severity: warning
        annotations:
          summary: "One request in twenty takes longer than five seconds."
      {{- with .Values.monitoring.prometheusRule.extraRules }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
{{- end }}
