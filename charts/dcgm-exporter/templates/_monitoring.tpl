{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "dcgm-exporter.main.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "dcgm-exporter.fullname" . }}"
{{- end }}

{{/* Whether a Prometheus of this namespace finds the metrics by itself; empty for no. */}}
{{- define "dcgm-exporter.main.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace finds the dashboards by itself; empty for no. */}}
{{- define "dcgm-exporter.main.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $charted }}true
{{- end }}
{{- end }}

{{/* Recording rules and alerts of main. */}}
{{- define "dcgm-exporter.main.metricRules" -}}
{{- $mainMetricLabels := include "dcgm-exporter.main.metricLabels" . -}}
groups:
  - name: {{ include "dcgm-exporter.fullname" . }}
    rules:
      - record: nvidia_gpu_utilization_percent
        expr: |-
          max by (namespace, pod) (
            label_replace(
              label_replace(
                0 * DCGM_FI_DEV_GPU_UTIL{ {{ $mainMetricLabels }} ,exported_pod!=""}
                  + on (UUID) group_left ()
                  max by (UUID) (avg_over_time(DCGM_FI_DEV_GPU_UTIL{ {{ $mainMetricLabels }} }[2m])),
                "namespace", "$1", "exported_namespace", "(.+)"
              ),
              "pod", "$1", "exported_pod", "(.+)"
            )
          )
      - alert: GpuExporterDown
        expr: |-
          up{ {{ $mainMetricLabels }} } == 0
        for: 10m
        labels:
          severity: warning
        annotations:
          summary: "The metrics of the cards of a node cannot be scraped."
      - alert: GpuMetricsMissing
        expr: |-
          up{ {{ $mainMetricLabels }} } == 1 unless on (pod) DCGM_FI_DEV_GPU_TEMP{ {{ $mainMetricLabels }} }
        for: 15m
        labels:
          severity: warning
        annotations:
          summary: "The exporter of a node runs and sees no card. Look at runtimeClassName and the driver."
      - alert: GpuHot
        expr: |-
          max by (Hostname, gpu, UUID, modelName) (DCGM_FI_DEV_GPU_TEMP{ {{ $mainMetricLabels }} }) > {{ int64 .Values.config.alerts.temperature }}
        for: 10m
        labels:
          severity: warning
        annotations:
          summary: "A card is so hot that it slows down or is about to."
      - alert: GpuMemoryNearlyFull
        expr: |-
          100 * max by (Hostname, gpu, UUID, modelName) (DCGM_FI_DEV_FB_USED{ {{ $mainMetricLabels }} })
            / (max by (Hostname, gpu, UUID, modelName) (DCGM_FI_DEV_FB_USED{ {{
              $mainMetricLabels }} }) + max by (Hostname, gpu, UUID, modelName) (DCGM_FI_DEV_FB_FREE{ {{ $mainMetricLabels }} }))
            > {{ int64 .Values.config.alerts.memory }}
        for: 15m
        labels:
          severity: warning
        annotations:
          summary: "The memory of a card is nearly full: the next model or a longer context finds no room."
      - alert: GpuStuck
        expr: |-
          min by (Hostname, gpu, UUID, modelName) (min_over_time(DCGM_FI_DEV_GPU_UTIL{ {{ $mainMetricLabels }} }[30m])) == 100
            and on (Hostname, gpu, UUID, modelName)
            max by (Hostname, gpu, UUID, modelName) (max_over_time(DCGM_FI_DEV_MEM_COPY_UTIL{ {{ $mainMetricLabels }} }[30m])) == 0
        for: 10m
        labels:
          severity: warning
        annotations:
          summary: "A card has been fully busy for half an hour without touching its memory: what it runs hangs."
      - alert: GpuXidError
        expr: |-
          max by (Hostname, gpu, UUID, modelName) (DCGM_FI_DEV_XID_ERRORS{ {{ $mainMetricLabels }} }) > 0
            and on (Hostname, gpu, UUID, modelName)
            max by (Hostname, gpu, UUID, modelName) (changes(DCGM_FI_DEV_XID_ERRORS{ {{ $mainMetricLabels }} }[15m])) > 0
        for: 0m
        labels:
          severity: warning
        annotations:
          summary: "The driver has reported an error of a card; its value is the XID."
      - alert: GpuBroken
        expr: |-
          max by (Hostname, gpu, UUID, modelName) (DCGM_FI_DEV_XID_ERRORS{ {{ $mainMetricLabels }} }) == 48
          or
          max by (Hostname, gpu, UUID, modelName) (DCGM_FI_DEV_XID_ERRORS{ {{ $mainMetricLabels }} }) == 64
          or
          max by (Hostname, gpu, UUID, modelName) (DCGM_FI_DEV_XID_ERRORS{ {{ $mainMetricLabels }} }) == 74
          or
          max by (Hostname, gpu, UUID, modelName) (DCGM_FI_DEV_XID_ERRORS{ {{ $mainMetricLabels }} }) == 79
          or
          max by (Hostname, gpu, UUID, modelName) (DCGM_FI_DEV_XID_ERRORS{ {{ $mainMetricLabels }} }) == 95
          or
          max by (Hostname, gpu, UUID, modelName) (DCGM_FI_DEV_XID_ERRORS{ {{ $mainMetricLabels }} }) == 119
        for: 5m
        labels:
          severity: critical
        annotations:
          summary: "A card has an error after which it works only once it is reset or changed; its value is the XID."
      - alert: GpuRowRemapFailed
        expr: |-
          max by (Hostname, gpu, UUID, modelName) (DCGM_FI_DEV_ROW_REMAP_FAILURE{ {{ $mainMetricLabels }} }) > 0
        for: 5m
        labels:
          severity: critical
        annotations:
          summary: "A card cannot replace rows of its memory that failed, and must be changed."
      {{- with .Values.monitoring.prometheusRule.extraRules }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
{{- end }}
