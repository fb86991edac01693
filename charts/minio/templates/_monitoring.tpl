{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "minio.main.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "minio.fullname" . }}"
{{- end }}

{{/* Whether a Prometheus of this namespace finds the metrics by itself; empty for no. */}}
{{- define "minio.main.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace finds the dashboards by itself; empty for no. */}}
{{- define "minio.main.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $charted }}true
{{- end }}
{{- end }}

{{/* Recording rules and alerts of main. */}}
{{- define "minio.main.metricRules" -}}
{{- $mainMetricLabels := include "minio.main.metricLabels" . -}}
groups:
  - name: {{ include "minio.fullname" . }}
    rules:
      - alert: MinioDown
        expr: |-
          absent(minio_cluster_health_status{ {{ $mainMetricLabels }} })
        for: 5m
        labels:
          severity: critical
        annotations:
          summary: "The object store says nothing about itself."
      - alert: MinioUnhealthy
        expr: |-
          minio_cluster_health_status{ {{ $mainMetricLabels }} } == 0 or minio_cluster_drive_offline_total{ {{ $mainMetricLabels }} } > 0
        for: 2m
        labels:
          severity: critical
        annotations:
          summary: "The object store cannot use its volume."
      - alert: MinioSpaceLow
        expr: |-
          minio_cluster_capacity_usable_free_bytes{ {{ $mainMetricLabels }} } / minio_cluster_capacity_usable_total_bytes{ {{ $mainMetricLabels }} } < 0.1
        for: 15m
        labels:
          severity: warning
        annotations:
          summary: "Less than a tenth of the volume is free."
      - alert: MinioServerErrors
        expr: |-
          sum(rate(minio_s3_requests_5xx_errors_total{ {{ $mainMetricLabels }} }[5m])) / sum(rate(minio_s3_requests_total{ {{
            $mainMetricLabels }} }[5m])) > 0.05
        for: 10m
        labels:
          severity: warning
        annotations:
          summary: "More than one request in twenty fails in the object store."
      - alert: MinioWrongKeys
        expr: |-
          sum(rate(minio_s3_requests_rejected_auth_total{ {{ $mainMetricLabels }} }[5m])) > 1
        for: 10m
        labels:
          severity: warning
        annotations:
          summary: "Somebody asks with a wrong key every second."
      {{- with .Values.monitoring.prometheusRule.extraRules }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
{{- end }}
