{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "airflow.statsd.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "airflow.fullname" . }}-statsd"
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload statsd; empty for no. */}}
{{- define "airflow.statsd.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.statsd.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace shows the workload statsd; empty for no. */}}
{{- define "airflow.statsd.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.statsd.monitoring.auto $charted }}true
{{- end }}
{{- end }}
