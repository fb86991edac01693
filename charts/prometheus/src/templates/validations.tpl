{{- if not .Values.persistence.existingClaim }}
{{- include "prometheus.rules.fits" (dict "name" "config.retention.size" "size" .Values.config.retention.size "of" "persistence.size" "room" .Values.persistence.size) }}
{{- end }}
{{- with .Values.global.members.prometheus }}
{{- if and .enabled $.Values.global.monitoring.operator }}
global.monitoring.operator leaves the metrics to the Prometheus Operator, and the member prometheus would scrape them a second time: disable one of the two.
{{- end }}
{{- end }}
{{- range .Values.remoteWrite }}
{{- if regexMatch "://[^/?#\"]*@" .url }}
remoteWrite: the URL of {{ .name | default "an entry" }} holds a user or a password, which would stand in a ConfigMap: set username and passwordKey in their place.
{{- end }}
{{- if ne (empty .username) (empty .passwordKey) }}
remoteWrite to {{ .url }} needs username and passwordKey together.
{{- end }}
{{- if and .tokenKey .username }}
remoteWrite to {{ .url }} has a user and a token: keep one.
{{- end }}
{{- if and (or .passwordKey .tokenKey) (not (or $.Values.credentials.existingSecret $.Values.credentials.data)) }}
remoteWrite to {{ .url }} names a key of credentials, and there are none: set credentials.existingSecret or credentials.data.
{{- end }}
{{- end }}
{{- $secret := "(?m)^[ -]*(password|credentials|token|bearer_token|secret_key|service_account_key|consumer_key|([a-z]+_)*secret): *[^ \n]|-----BEGIN [A-Z ]*PRIVATE KEY" }}
{{- $remedy := "holds a password, which would stand in a ConfigMap: put it into credentials and name its file, for example password_file: /run/credentials/KEY." }}
{{- if regexMatch $secret (toYaml .Values.extraScrapeConfigs) }}
extraScrapeConfigs {{ $remedy }}
{{- end }}
{{- if regexMatch $secret (toYaml .Values.remoteWrite) }}
remoteWrite {{ $remedy }}
{{- end }}
{{- if regexMatch $secret (toYaml .Values.config.extra) }}
config.extra {{ $remedy }}
{{- end }}
