{{/* Name of the Secret with the passwords of auth.users. */}}
{{- define "redis.usersSecret" -}}
{{- .Values.auth.usersSecret | default (printf "%s-users" (include "redis.fullname" .)) }}
{{- end }}

{{/* Who fills that Secret: its owner, the external store, or the chart. With a store no user or every user has a password here. */}}
{{- define "redis.usersFrom" -}}
{{- $from := "chart" }}
{{- if .Values.auth.usersSecret }}
{{- $from = "owner" }}
{{- else if .Values.secrets.externalSecret.enabled }}
{{- range $name, $user := .Values.auth.users }}
{{- if not $user.password }}
{{- $from = "store" }}
{{- end }}
{{- end }}
{{- end }}
{{- $from }}
{{- end }}
