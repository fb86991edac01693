{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "streamlit.main.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "streamlit.fullname" . }}"
{{- end }}

{{/* Whether a Prometheus of this namespace finds the metrics by itself; empty for no. */}}
{{- define "streamlit.main.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace finds the dashboards by itself; empty for no. */}}
{{- define "streamlit.main.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $charted }}true
{{- end }}
{{- end }}

{{/* Recording rules and alerts of main. */}}
{{- define "streamlit.main.metricRules" -}}
{{- $mainMetricLabels := include "streamlit.main.metricLabels" . -}}
groups:
  - name: {{ include "streamlit.fullname" . }}
    rules:
      - alert: StreamlitDown
        expr: |-
          absent(up{ {{ $mainMetricLabels }} } == 1)
        for: 5m
        labels:
          severity: critical
        annotations:
          summary: "No pod of the app can be scraped."
      - alert: StreamlitReconnects
        expr: |-
          sum(rate(session_events_total{ {{ $mainMetricLabels }} ,type="reconnect"}[10m])) > sum(rate(session_events_total{ {{
            $mainMetricLabels }} ,type="connect"}[10m]))
        for: 15m
        labels:
          severity: warning
        annotations:
          summary: "Browsers lose their connection more often than new ones come. Look at the time limits of the edge."
      {{- with .Values.monitoring.prometheusRule.extraRules }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
{{- end }}
