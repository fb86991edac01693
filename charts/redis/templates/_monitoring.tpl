{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "redis.main.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "redis.fullname" . }}"
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload main; empty for no. */}}
{{- define "redis.main.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.exporter.enabled .Values.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace shows the workload main; empty for no. */}}
{{- define "redis.main.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.exporter.enabled .Values.monitoring.auto $charted }}true
{{- end }}
{{- end }}

{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "redis.read.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "redis.fullname" . }}-read"
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload read; empty for no. */}}
{{- define "redis.read.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.read.exporter.enabled .Values.read.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace shows the workload read; empty for no. */}}
{{- define "redis.read.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.read.exporter.enabled .Values.read.monitoring.auto $charted }}true
{{- end }}
{{- end }}
