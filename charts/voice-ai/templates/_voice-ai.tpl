{{/* Address of LiveKit for browsers; empty where nothing says it. */}}
{{- define "voice-ai.publicUrl" -}}
{{- $host := "" }}
{{- if and .Values.livekit.ingress.enabled .Values.livekit.ingress.tls }}
{{- range .Values.livekit.ingress.hosts }}
{{- $host = $host | default .host }}
{{- end }}
{{- end }}
{{- if .Values.config.publicUrl }}
{{- .Values.config.publicUrl }}
{{- else if $host }}
{{- printf "wss://%s" $host }}
{{- end }}
{{- end }}
