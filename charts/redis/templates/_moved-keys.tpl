{{/* Gives the values of earlier keys to the keys that replace them, where these still have their shipped values; prints the keys of which both are
  set. */}}
{{- define "redis.moved" -}}
{{- with .Values.replication }}{{- if not (kindIs "invalid" .enabled) }}
{{- with include "redis.moved.replication.enabled" $ | trim }}
{{- $value := . }}
{{- if eq (toJson $.Values.architecture) "\"standalone\"" }}
{{- $_ := set $.Values "architecture" $value }}
{{- end }}
{{- if and (ne (toJson $value) "\"standalone\"") (ne (toJson $.Values.architecture) (toJson $value)) }}
replication.enabled moved to architecture, which has another value: leave replication.enabled out.
{{- end }}
{{- end }}
{{- end }}{{- end }}
{{- end }}
