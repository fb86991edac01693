{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "postgres.main.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "postgres.fullname" . }}"
{{- end }}

{{/* Whether a Prometheus of this namespace finds the metrics by itself; empty for no. */}}
{{- define "postgres.main.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace finds the dashboards by itself; empty for no. */}}
{{- define "postgres.main.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $charted }}true
{{- end }}
{{- end }}

{{/* Recording rules and alerts of main. */}}
{{- define "postgres.main.metricRules" -}}
{{- $mainMetricLabels := include "postgres.main.metricLabels" . -}}
groups:
  - name: {{ include "postgres.fullname" . }}
    rules:
      - alert: PostgresDown
        expr: |-
          pg_up{ {{ $mainMetricLabels }} } == 0
        for: 2m
        labels:
          severity: critical
        annotations:
          summary: "PostgreSQL does not answer its exporter."
      - alert: PostgresConnectionsHigh
        expr: |-
          sum(pg_stat_activity_count{ {{ $mainMetricLabels }} }) / max(pg_settings_max_connections{ {{ $mainMetricLabels }} }) > 0.85
        for: 5m
        labels:
          severity: warning
        annotations:
          summary: "More than 85 % of the connections of PostgreSQL are taken."
      - alert: PostgresLongTransaction
        expr: |-
          max by (datname) (pg_stat_activity_max_tx_duration{ {{ $mainMetricLabels }} ,state=~"active|idle in transaction.*"}) > 3600
        for: 5m
        labels:
          severity: warning
        annotations:
          summary: "A transaction is open for more than an hour; nothing is cleaned up behind it."
      - alert: PostgresDeadlocks
        expr: |-
          increase(pg_stat_database_deadlocks{ {{ $mainMetricLabels }} }[10m]) > 5
        for: 0m
        labels:
          severity: warning
        annotations:
          summary: "Sessions of PostgreSQL end each other again and again."
      - alert: PostgresRollbacksHigh
        expr: |-
          sum by (datname) (rate(pg_stat_database_xact_rollback{ {{
            $mainMetricLabels }} }[10m])) / (sum by (datname) (rate(pg_stat_database_xact_commit{ {{
            $mainMetricLabels }} }[10m])) + sum by (datname) (rate(pg_stat_database_xact_rollback{ {{ $mainMetricLabels }} }[10m]))) > 0.2
        for: 15m
        labels:
          severity: warning
        annotations:
          summary: "More than a fifth of the transactions of a database are rolled back."
      {{- with .Values.monitoring.prometheusRule.extraRules }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
{{- end }}
