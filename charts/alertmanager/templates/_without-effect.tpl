{{/* Values that are set but have no effect. */}}
{{- define "alertmanager.withoutEffect" -}}
{{- include "alertmanager.rules.unused" (dict "off" (not .Values.smtp.host) "need" "without smtp.host set" "below" "smtp" "of" .Values.smtp "shipped"
  (list "port=587" "from=" "username=" "passwordKey=smtp-password" "requireTls=true")) }}
{{- end }}
