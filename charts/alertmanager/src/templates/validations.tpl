{{- $names := list "none" }}
{{- range $name, $receiver := .Values.receivers }}
{{- $names = append $names $name }}
{{- if and $receiver.email (not (and $.Values.smtp.host $.Values.smtp.from)) }}
{{- $problems = append $problems (printf "receivers.%s has mail addresses: set smtp.host and smtp.from." $name) }}
{{- end }}
{{- range $receiver.webhook }}
{{- if eq (empty .url) (empty .urlKey) }}
{{- $problems = append $problems (printf "receivers.%s has a webhook with neither or both of url and urlKey: keep one." $name) }}
{{- end }}
{{- end }}
{{- end }}
{{- range .Values.extraReceivers }}
{{- $names = append $names .name }}
{{- end }}
{{- if not (has .Values.config.route.receiver $names) }}
{{- $problems = append $problems (printf "config.route.receiver is %s, and receivers has no such name: name one of them, or none." .Values.config.route.receiver) }}
{{- end }}
{{- $config := include "alertmanager.main.files" . }}
{{- if and (contains "/run/credentials/" $config) (not (or .Values.credentials.existingSecret .Values.credentials.data)) }}
{{- $problems = append $problems "receivers or smtp name a key of credentials, and there are none: set credentials.existingSecret or credentials.data." }}
{{- end }}
{{- if regexMatch "(?m)^[ -]*(api_url|bot_token|routing_key|service_key|password|auth_password|smtp_auth_password|credentials|bearer_token|client_secret|token|user_key|webhook_url|api_key): *[^ ]" $config }}
{{- $problems = append $problems "extraReceivers holds a secret, which would stand in a ConfigMap: put it into credentials and name its file, for example bot_token_file: /run/credentials/KEY." }}
{{- end }}
