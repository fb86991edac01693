{{- if not (include "voice-ai.publicUrl" .) }}
browsers need the address of LiveKit: set config.publicUrl=wss://…, or livekit.ingress with a host and tls.
{{- end }}
{{- if and .Values.livekit.rtc.useExternalIp .Values.livekit.rtc.nodeIp }}
livekit.rtc has useExternalIp and nodeIp, and LiveKit announces one address: keep one of them.
{{- end }}
{{- if .Values.livekit.turn.enabled }}
{{- if not .Values.livekit.turn.domain }}
livekit.turn needs the name that its certificate is for: set livekit.turn.domain.
{{- end }}
{{- if eq (empty .Values.livekit.turn.tlsSecret) (not .Values.livekit.turn.externalTls) }}
livekit.turn needs either a certificate or a load balancer that takes the TLS off: set one of livekit.turn.tlsSecret and livekit.turn.externalTls.
{{- end }}
{{- end }}
{{- if and .Values.whisper.gpu.enabled (ne .Values.whisper.gpu.vendor "nvidia") }}
whisper has no image for cards of {{ .Values.whisper.gpu.vendor }}: set whisper.gpu.enabled=false, it runs well on the CPU.
{{- end }}
{{- if and .Values.kokoro.gpu.enabled (not (has .Values.kokoro.gpu.vendor (list "nvidia" "amd"))) }}
kokoro has no image for cards of {{ .Values.kokoro.gpu.vendor }}: set kokoro.gpu.enabled=false, it runs well on the CPU.
{{- end }}
{{- range .Values.whisper.extraEnv }}
{{- if eq .name "API_KEY" }}
whisper.extraEnv sets API_KEY, and then /health of Whisper asks probes and the waiting agent for it: leave it out, the NetworkPolicy lets only the agent in.
{{- end }}
{{- end }}
