{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "airflow.statsd.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "airflow.fullname" . }}-statsd"
{{- end }}

{{/* Whether a Prometheus of this namespace finds the metrics by itself; empty for no. */}}
{{- define "airflow.statsd.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.statsd.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace finds the dashboards by itself; empty for no. */}}
{{- define "airflow.statsd.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.statsd.monitoring.auto $charted }}true
{{- end }}
{{- end }}

{{/* Recording rules and alerts of statsd. */}}
{{- define "airflow.statsd.metricRules" -}}
{{- $statsdMetricLabels := include "airflow.statsd.metricLabels" . -}}
groups:
  - name: {{ include "airflow.fullname" . }}-statsd
    rules:
      - alert: AirflowSchedulerSilent
        expr: |-
          rate(airflow_scheduler_heartbeat{ {{ $statsdMetricLabels }} }[5m]) == 0
        for: 5m
        labels:
          severity: critical
        annotations:
          summary: "The scheduler of Airflow has sent no heartbeat for five minutes: nothing is started."
      - alert: AirflowImportErrors
        expr: |-
          airflow_dag_processing_import_errors{ {{ $statsdMetricLabels }} } > 0
        for: 15m
        labels:
          severity: warning
        annotations:
          summary: "DAG files cannot be read; the page of Airflow says which."
      - alert: AirflowTasksStarving
        expr: |-
          airflow_scheduler_tasks_starving{ {{ $statsdMetricLabels }} } > 0
        for: 30m
        labels:
          severity: warning
        annotations:
          summary: "Tasks have waited half an hour for a free slot of a pool."
      - alert: AirflowTasksFail
        expr: |-
          rate(airflow_ti_failures{ {{ $statsdMetricLabels }} }[15m]) > 0.1 and rate(airflow_ti_failures{ {{
            $statsdMetricLabels }} }[15m]) > rate(airflow_ti_successes{ {{ $statsdMetricLabels }} }[15m])
        for: 15m
        labels:
          severity: warning
        annotations:
          summary: "More tasks fail than succeed."
      {{- with .Values.statsd.monitoring.prometheusRule.extraRules }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
{{- end }}
