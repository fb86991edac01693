{{/* Where the keys of a Secret come from: kept, store or generator; empty for one that is left out. */}}
{{- define "secrets.origin" -}}
{{- $origin := "kept" }}
{{- range $key, $entry := .secret.data }}
{{- if $entry.remoteKey }}
{{- $origin = "store" }}
{{- else if and $entry.generate (eq $.generator "external-secrets") }}
{{- $origin = "generator" }}
{{- end }}
{{- end }}
{{- $isOff := and (kindIs "bool" .secret.enabled) (not .secret.enabled) }}
{{- if not (or $isOff (and .secret.standalone (not .root))) }}
{{- $origin }}
{{- end }}
{{- end }}

{{/* Name of the store. */}}
{{- define "secrets.storeName" -}}
{{- if .Values.store.spec }}
{{- .Values.store.name | default (include "secrets.fullname" .) }}
{{- else }}
{{- .Values.store.name }}
{{- end }}
{{- end }}
