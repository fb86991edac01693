{{/* Values that are set but have no effect. */}}
{{- define "redis.withoutEffect" -}}
{{- include "redis.rules.unused" (dict "off" (not (eq .Values.architecture "replication")) "need" "without architecture=replication" "of"
  (dict "read" .Values.read) "shipped" (list "read=5b600b520767")) }}
{{- include "redis.rules.unused" (dict "off" (not .Values.auth.users) "need" "without auth.users set" "of"
  (dict "auth.usersSecret" .Values.auth.usersSecret) "shipped" (list "auth.usersSecret=")) }}
{{- end }}
