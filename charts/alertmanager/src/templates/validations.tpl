{{- $names := list "none" }}
{{- range $name, $receiver := .Values.receivers }}
{{- $names = append $names $name }}
{{- if and $receiver.email (not (and $.Values.smtp.host $.Values.smtp.from)) }}
receivers.{{ $name }} has mail addresses: set smtp.host and smtp.from.
{{- end }}
{{- range $receiver.webhook }}
{{- if regexMatch "://[^/?#\"]*@" (.url | default "") }}
receivers.{{ $name }}: the URL of a webhook holds a user or a password, which would stand in a ConfigMap: put it into credentials and name its key in urlKey.
{{- end }}
{{- if eq (empty .url) (empty .urlKey) }}
receivers.{{ $name }} has a webhook with neither or both of url and urlKey: keep one.
{{- end }}
{{- end }}
{{- end }}
{{- range .Values.extraReceivers }}
{{- $names = append $names .name }}
{{- end }}
{{- if not (has .Values.config.route.receiver $names) }}
config.route.receiver is {{ .Values.config.route.receiver }}, and receivers has no such name: name one of them, or none.
{{- end }}
{{- $config := include "alertmanager.main.files" . }}
{{- if and (contains "/run/credentials/" $config) (not (or .Values.credentials.existingSecret .Values.credentials.data)) }}
receivers or smtp name a key of credentials, and there are none: set credentials.existingSecret or credentials.data.
{{- end }}
{{- $keys := list "password" "secret" "token" "token_id" "credentials" "(api|user|routing|service|secret)_key" "slack_api_url" "webhook_url" }}
{{- $secret := printf "(?m)^[ -]*([a-z]+_)*(%s): *[^ \n]|-----BEGIN [A-Z ]*PRIVATE KEY" (join "|" $keys) }}
{{- $remedy := "holds a secret, which would stand in a ConfigMap: put it into credentials and name its file, for example bot_token_file: /run/credentials/KEY." }}
{{- if regexMatch $secret (toYaml .Values.extraReceivers) }}
extraReceivers {{ $remedy }}
{{- end }}
{{- range .Values.extraReceivers }}
{{- range .slack_configs }}
{{- if .api_url }}
extraReceivers {{ $remedy | replace "bot_token" "api_url" }}
{{- end }}
{{- end }}
{{- end }}
{{- if regexMatch $secret (toYaml .Values.config.global) }}
config.global {{ $remedy | replace "bot_token" "opsgenie_api_key" }}
{{- end }}
{{- if regexMatch $secret (toYaml .Values.config.extra) }}
config.extra {{ $remedy | replace "bot_token" "password" }}
{{- end }}
