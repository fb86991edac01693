{{/* Address of LiveKit for browsers; empty where nothing says it. */}}
{{- define "voice-ai.publicUrl" -}}
{{- $url := include "voice-ai.livekit.publicUrl" . }}
{{- if .Values.config.publicUrl }}
{{- .Values.config.publicUrl }}
{{- else if and .Values.livekit.ingress.enabled (hasPrefix "https://" $url) }}
{{- printf "wss%s" (trimPrefix "https" $url | trimSuffix "/") }}
{{- end }}
{{- end }}
