{{/* Values without effect, which somebody who set them would wait for. */}}
{{- define "alertmanager.withoutEffect" -}}
{{- include "alertmanager.rules.unused" (dict "off" (not .Values.smtp.host) "need" "without smtp.host set" "below" "smtp" "of" .Values.smtp "shipped"
  (list "port=587" "from=" "username=" "passwordKey=smtp-password" "requireTls=true")) }}
{{- end }}
