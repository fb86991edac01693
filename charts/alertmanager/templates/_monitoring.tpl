{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "alertmanager.main.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "alertmanager.fullname" . }}"
{{- end }}

{{/* Whether a Prometheus of this namespace finds the metrics by itself; empty for no. */}}
{{- define "alertmanager.main.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace finds the dashboards by itself; empty for no. */}}
{{- define "alertmanager.main.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $charted }}true
{{- end }}
{{- end }}

{{/* Recording rules and alerts of main. */}}
{{- define "alertmanager.main.metricRules" -}}
groups:
  - name: {{ include "alertmanager.fullname" . }}
    rules:
      - alert: AlertmanagerConfigRefused
        expr: |-
          alertmanager_config_last_reload_successful{ {{ include "alertmanager.main.metricLabels" . }} } == 0
        for: 5m
        labels:
          severity: critical
        annotations:
          summary: "Alertmanager refused its changed configuration."
      - alert: AlertmanagerNotificationsFail
        expr: |-
          sum by (integration) (rate(alertmanager_notifications_failed_total{ {{ include "alertmanager.main.metricLabels" . }} }[15m])) > 0
        for: 15m
        labels:
          severity: critical
        annotations:
          summary: "Alerts do not reach the people they are for."
      {{- with .Values.monitoring.prometheusRule.extraRules }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
{{- end }}
