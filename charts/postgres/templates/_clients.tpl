{{/* Names of the clients, separated by blanks; those of members only while the member is enabled and uses this one. */}}
{{- define "postgres.clients" -}}
{{- $names := list }}
{{- range $name, $client := .Values.clients }}
{{- $wanted := not $client.member }}
{{- range $member, $state := $.Values.global.members }}
{{- if and (eq $member ($client.member | default "")) $state.enabled }}
{{- $wanted = true }}
{{- range $provider, $used := $state.uses }}
{{- if eq $provider "postgres" }}
{{- $wanted = $used }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if $wanted }}
{{- $names = append $names $name }}
{{- end }}
{{- end }}
{{- join " " $names }}
{{- end }}

{{/* Passwords given as values; changing one runs the Job again. */}}
{{- define "postgres.clientPasswords" -}}
{{- range $name, $client := .Values.clients }}
{{- with $client.password }}{{ $name }}={{ . }} {{ end }}
{{- end }}
{{- end }}
