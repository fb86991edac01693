port: 7880
prometheus_port: 6789
logging:
  level: {{ .Values.livekit.logLevel }}
  json: true
rtc:
  udp_port: {{ int64 .Values.livekit.rtc.udpPort }}
  tcp_port: {{ int64 .Values.livekit.rtc.tcpPort }}
  use_external_ip: {{ .Values.livekit.rtc.useExternalIp }}
room:
  auto_create: {{ .Values.livekit.room.autoCreate }}
  empty_timeout: {{ int64 .Values.livekit.room.emptyTimeoutSeconds }}
  departure_timeout: {{ int64 .Values.livekit.room.departureTimeoutSeconds }}
  max_participants: {{ int64 .Values.livekit.room.maxParticipants }}
{{- if .Values.livekit.turn.enabled }}
turn:
  enabled: true
  domain: {{ .Values.livekit.turn.domain | quote }}
  udp_port: {{ int64 .Values.livekit.turn.udpPort }}
  tls_port: {{ int64 .Values.livekit.turn.tlsPort }}
  external_tls: {{ .Values.livekit.turn.externalTls }}
  {{- with .Values.livekit.turn.allowedPeers }}
  allow_restricted_peer_cidrs:
    {{- toYaml . | nindent <% at 4 %> }}
  {{- end }}
  {{- if .Values.livekit.turn.tlsSecret }}
  cert_file: {{ printf "/run/turn/%s" .Values.livekit.turn.certificateKey | quote }}
  key_file: {{ printf "/run/turn/%s" .Values.livekit.turn.privateKeyKey | quote }}
  {{- end }}
{{- end }}
{{- with .Values.livekit.extraConfig }}
{{- toYaml . | nindent <% at 0 %> }}
{{- end }}
