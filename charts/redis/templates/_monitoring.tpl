{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "redis.main.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "redis.fullname" . }}"
{{- end }}

{{/* Whether a Prometheus of this namespace finds the metrics by itself; empty for no. */}}
{{- define "redis.main.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace finds the dashboards by itself; empty for no. */}}
{{- define "redis.main.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $charted }}true
{{- end }}
{{- end }}

{{/* Recording rules and alerts of main. */}}
{{- define "redis.main.metricRules" -}}
{{- $mainMetricLabels := include "redis.main.metricLabels" . -}}
groups:
  - name: {{ include "redis.fullname" . }}
    rules:
      - alert: RedisDown
        expr: |-
          redis_up{ {{ $mainMetricLabels }} } == 0
        for: 2m
        labels:
          severity: critical
        annotations:
          summary: "Redis does not answer its exporter."
      - alert: RedisMemoryHigh
        expr: |-
          redis_memory_used_bytes{ {{ $mainMetricLabels }} } / redis_memory_max_bytes{ {{ $mainMetricLabels }} } > 0.9 and redis_memory_max_bytes{ {{
            $mainMetricLabels }} } > 0
        for: 10m
        labels:
          severity: warning
        annotations:
          summary: "Redis uses more than nine tenths of its memory."
      - alert: RedisSnapshotFailed
        expr: |-
          redis_rdb_last_bgsave_status{ {{ $mainMetricLabels }} } == 0
        for: 5m
        labels:
          severity: critical
        annotations:
          summary: "Redis could not write its last snapshot."
      - alert: RedisRejectsConnections
        expr: |-
          increase(redis_rejected_connections_total{ {{ $mainMetricLabels }} }[5m]) > 0
        for: 5m
        labels:
          severity: warning
        annotations:
          summary: "Redis refuses connections because there are too many."
      - alert: RedisReplicaLag
        expr: |-
          max(redis_connected_slave_lag_seconds{ {{ $mainMetricLabels }} }) > 30
        for: 5m
        labels:
          severity: warning
        annotations:
          summary: "A replica has not confirmed anything for more than thirty seconds."
      {{- with .Values.monitoring.prometheusRule.extraRules }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
{{- end }}

{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "redis.read.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "redis.fullname" . }}-read"
{{- end }}

{{/* Recording rules and alerts of read. */}}
{{- define "redis.read.metricRules" -}}
groups:
  - name: {{ include "redis.fullname" . }}-read
    rules:
      - alert: RedisReplicaDown
        expr: |-
          redis_up{ {{ include "redis.read.metricLabels" . }} } == 0
        for: 2m
        labels:
          severity: warning
        annotations:
          summary: "A replica does not answer its exporter."
      - alert: RedisReplicaLinkDown
        expr: |-
          redis_master_link_up{ {{ include "redis.read.metricLabels" . }} } == 0
        for: 2m
        labels:
          severity: critical
        annotations:
          summary: "A replica has lost the primary and serves nothing or old data."
{{- end }}
