{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "voice-ai.livekit.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "voice-ai.fullname" . }}-livekit"
{{- end }}

{{/* Whether a Prometheus of this namespace finds the metrics by itself; empty for no. */}}
{{- define "voice-ai.livekit.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.livekit.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace finds the dashboards by itself; empty for no. */}}
{{- define "voice-ai.livekit.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.livekit.monitoring.auto $charted }}true
{{- end }}
{{- end }}

{{/* Recording rules and alerts of livekit. */}}
{{- define "voice-ai.livekit.metricRules" -}}
{{- $livekitMetricLabels := include "voice-ai.livekit.metricLabels" . -}}
groups:
  - name: {{ include "voice-ai.fullname" . }}-livekit
    rules:
      - alert: LivekitDown
        expr: |-
          absent(up{ {{ $livekitMetricLabels }} } == 1)
        for: 2m
        labels:
          severity: critical
        annotations:
          summary: "LiveKit cannot be scraped: nobody can call."
      - alert: LivekitJoinsFail
        expr: |-
          sum(rate(livekit_participant_join_total{ {{
            $livekitMetricLabels }} ,state="rtc_init"}[10m])) > 2 * (sum(rate(livekit_participant_join_total{ {{
            $livekitMetricLabels }} ,state="rtc_connected"}[10m])) or vector(0))
        for: 10m
        labels:
          severity: warning
        annotations:
          summary: "Callers reach LiveKit but hear nothing: look at the address it announces and the ways to its ports."
      {{- with .Values.livekit.monitoring.prometheusRule.extraRules }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
{{- end }}
