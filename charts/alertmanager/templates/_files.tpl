{{/* Files of the workload main. */}}
{{- define "alertmanager.main.files" -}}
alertmanager.yml: |
  global:
    resolve_timeout: {{ .Values.config.resolveTimeout }}
    {{- if .Values.smtp.host }}
    smtp_smarthost: {{ printf "%s:%d" .Values.smtp.host (int64 .Values.smtp.port) | quote }}
    smtp_from: {{ .Values.smtp.from | quote }}
    smtp_require_tls: {{ .Values.smtp.requireTls }}
    {{- with .Values.smtp.username }}
    smtp_auth_username: {{ . | quote }}
    smtp_auth_password_file: /run/credentials/{{ $.Values.smtp.passwordKey }}
    {{- end }}
    {{- end }}
    {{- with .Values.config.global }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  templates: [/etc/alertmanager/chart.tmpl]
  route:
    receiver: {{ .Values.config.route.receiver | quote }}
    {{- with .Values.config.route.groupBy }}
    group_by:
      {{- toYaml . | nindent 6 }}
    {{- end }}
    group_wait: {{ .Values.config.route.groupWait }}
    group_interval: {{ .Values.config.route.groupInterval }}
    repeat_interval: {{ .Values.config.route.repeatInterval }}
    {{- with .Values.config.route.routes }}
    routes:
      {{- toYaml . | nindent 6 }}
    {{- end }}
  {{- with .Values.config.inhibitRules }}
  inhibit_rules:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.config.timeIntervals }}
  time_intervals:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  receivers:
    - name: none
    {{- range $name, $receiver := .Values.receivers }}
    - name: {{ $name | quote }}
      {{- with $receiver.slack }}
      slack_configs:
        {{- range . }}
        - api_url_file: /run/credentials/{{ .urlKey }}
          channel: {{ .channel | quote }}
          {{- with .title }}
          title: {{ . | quote }}
          {{- end }}
          {{- with .text }}
          text: {{ . | quote }}
          {{- end }}
          {{- if kindIs "bool" .sendResolved }}
          send_resolved: {{ .sendResolved }}
          {{- end }}
        {{- end }}
      {{- end }}
      {{- with $receiver.email }}
      email_configs:
        {{- range . }}
        - to: {{ .to | quote }}
          {{- if kindIs "bool" .sendResolved }}
          send_resolved: {{ .sendResolved }}
          {{- end }}
        {{- end }}
      {{- end }}
      {{- with $receiver.webhook }}
      webhook_configs:
        {{- range . }}
        {{- if .urlKey }}
        - url_file: /run/credentials/{{ .urlKey }}
        {{- else }}
        - url: {{ .url | quote }}
        {{- end }}
          {{- with .tokenKey }}
          http_config:
            authorization:
              credentials_file: /run/credentials/{{ . }}
          {{- end }}
          {{- if kindIs "bool" .sendResolved }}
          send_resolved: {{ .sendResolved }}
          {{- end }}
        {{- end }}
      {{- end }}
      {{- with $receiver.pagerduty }}
      pagerduty_configs:
        {{- range . }}
        - routing_key_file: /run/credentials/{{ .routingKeyKey }}
          {{- with .severity }}
          severity: {{ . | quote }}
          {{- end }}
          {{- if kindIs "bool" .sendResolved }}
          send_resolved: {{ .sendResolved }}
          {{- end }}
        {{- end }}
      {{- end }}
    {{- end }}
    {{- with .Values.extraReceivers }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- with .Values.config.extra }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
chart.tmpl: |
  {{- range .Values.config.templates }}
  {{- . | nindent 2 }}
  {{- end }}
{{- end }}
