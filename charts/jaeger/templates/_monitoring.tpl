{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "jaeger.main.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "jaeger.fullname" . }}"
{{- end }}

{{/* Whether a Prometheus of this namespace finds the metrics by itself; empty for no. */}}
{{- define "jaeger.main.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace finds the dashboards by itself; empty for no. */}}
{{- define "jaeger.main.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $charted }}true
{{- end }}
{{- end }}

{{/* Recording rules and alerts of main. */}}
{{- define "jaeger.main.metricRules" -}}
{{- $mainMetricLabels := include "jaeger.main.metricLabels" . -}}
groups:
  - name: {{ include "jaeger.fullname" . }}
    rules:
      - alert: JaegerDown
        expr: |-
          absent(up{ {{ $mainMetricLabels }} } == 1)
        for: 10m
        labels:
          severity: warning
        annotations:
          summary: "Jaeger cannot be scraped; traces are probably lost."
      - alert: JaegerRefusesSpans
        expr: |-
          sum(rate(otelcol_receiver_refused_spans_total{ {{ $mainMetricLabels }} }[5m])) > 0
        for: 15m
        labels:
          severity: warning
        annotations:
          summary: "Jaeger refuses spans, mostly because its memory is full."
      - alert: JaegerCannotStore
        expr: |-
          sum(rate(otelcol_exporter_send_failed_spans_total{ {{ $mainMetricLabels }} }[5m])) > 0
        for: 15m
        labels:
          severity: critical
        annotations:
          summary: "Jaeger cannot store spans. Look whether the volume is full."
      {{- with .Values.monitoring.prometheusRule.extraRules }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
{{- end }}
