{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "voice-ai.livekit.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "voice-ai.fullname" . }}-livekit"
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload livekit; empty for no. */}}
{{- define "voice-ai.livekit.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.livekit.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace shows the workload livekit; empty for no. */}}
{{- define "voice-ai.livekit.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.livekit.monitoring.auto $charted }}true
{{- end }}
{{- end }}
