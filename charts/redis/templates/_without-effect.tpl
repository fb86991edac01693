{{/* Values that are set but have no effect. */}}
{{- define "redis.withoutEffect" -}}
{{- include "redis.rules.unused" (dict "off" (not (eq .Values.architecture "replication")) "need" "without architecture=replication" "of"
  (dict "read" .Values.read) "shipped" (list "read=4e72aa70a39d")) }}
{{- include "redis.rules.unused" (dict "off" (not .Values.auth.users) "need" "without auth.users set" "of"
  (dict "auth.usersSecret" .Values.auth.usersSecret) "shipped" (list "auth.usersSecret=")) }}
{{- end }}
