{{/* Base URL of the connection prometheus. */}}
{{- define "grafana.connections.prometheus.url" -}}
{{- $via := include "grafana.connections.prometheus.via" . }}
{{- $scheme := "http" }}
{{- $path := "" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.prometheus.scheme }}
{{- $path = .Values.connections.prometheus.path }}
{{- else if eq $via "external" }}
{{- $scheme = .Values.global.members.prometheus.external.scheme }}
{{- $path = .Values.global.members.prometheus.external.path }}
{{- end }}
{{- $scheme }}://{{ include "grafana.connections.prometheus.host" . }}:{{ include "grafana.connections.prometheus.port" . }}{{ $path }}
{{- end }}

{{/* Where the connection prometheus leads: value, bundled, member, external, or nowhere. */}}
{{- define "grafana.connections.prometheus.via" -}}
{{- if .Values.connections.prometheus.host }}value
{{- else if .Values.global.members.prometheus.enabled }}member
{{- else if .Values.global.members.prometheus.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of prometheus in this release. */}}
{{- define "grafana.connections.prometheus.fullname" -}}
{{- include "grafana.releaseName" (dict "release" .Release.Name "name" "prometheus" "reserve" 5) }}
{{- end }}

{{/* Host of the connection prometheus. */}}
{{- define "grafana.connections.prometheus.host" -}}
{{- $via := include "grafana.connections.prometheus.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.prometheus.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.prometheus.external.host }}
{{- else }}
{{- include "grafana.connections.prometheus.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection prometheus. */}}
{{- define "grafana.connections.prometheus.port" -}}
{{- $via := include "grafana.connections.prometheus.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.prometheus.port }}
{{- else if eq $via "external" }}
{{- .Values.global.members.prometheus.external.port }}
{{- else }}
{{- 9090 }}
{{- end }}
{{- end }}

{{/* Label that lets pods in at the other end; empty for a host outside the cluster. */}}
{{- define "grafana.connections.prometheus.clientLabel" -}}
{{- $via := include "grafana.connections.prometheus.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "grafana.connections.prometheus.fullname" . }}-client
{{- else if $via }}
{{- $host := include "grafana.connections.prometheus.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Base URL of the connection alertmanager. */}}
{{- define "grafana.connections.alertmanager.url" -}}
{{- $via := include "grafana.connections.alertmanager.via" . }}
{{- $scheme := "http" }}
{{- $path := "" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.alertmanager.scheme }}
{{- $path = .Values.connections.alertmanager.path }}
{{- else if eq $via "external" }}
{{- $scheme = .Values.global.members.alertmanager.external.scheme }}
{{- $path = .Values.global.members.alertmanager.external.path }}
{{- end }}
{{- $scheme }}://{{ include "grafana.connections.alertmanager.host" . }}:{{ include "grafana.connections.alertmanager.port" . }}{{ $path }}
{{- end }}

{{/* Where the connection alertmanager leads: value, bundled, member, external, or nowhere. */}}
{{- define "grafana.connections.alertmanager.via" -}}
{{- if .Values.connections.alertmanager.host }}value
{{- else if .Values.global.members.alertmanager.enabled }}member
{{- else if .Values.global.members.alertmanager.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of alertmanager in this release. */}}
{{- define "grafana.connections.alertmanager.fullname" -}}
{{- include "grafana.releaseName" (dict "release" .Release.Name "name" "alertmanager" "reserve" 5) }}
{{- end }}

{{/* Host of the connection alertmanager. */}}
{{- define "grafana.connections.alertmanager.host" -}}
{{- $via := include "grafana.connections.alertmanager.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.alertmanager.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.alertmanager.external.host }}
{{- else }}
{{- include "grafana.connections.alertmanager.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection alertmanager. */}}
{{- define "grafana.connections.alertmanager.port" -}}
{{- $via := include "grafana.connections.alertmanager.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.alertmanager.port }}
{{- else if eq $via "external" }}
{{- .Values.global.members.alertmanager.external.port }}
{{- else }}
{{- 9093 }}
{{- end }}
{{- end }}

{{/* Label that lets pods in at the other end; empty for a host outside the cluster. */}}
{{- define "grafana.connections.alertmanager.clientLabel" -}}
{{- $via := include "grafana.connections.alertmanager.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "grafana.connections.alertmanager.fullname" . }}-client
{{- else if $via }}
{{- $host := include "grafana.connections.alertmanager.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Base URL of the connection jaeger. */}}
{{- define "grafana.connections.jaeger.url" -}}
{{- $via := include "grafana.connections.jaeger.via" . }}
{{- $scheme := "http" }}
{{- $path := "" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.jaeger.scheme }}
{{- $path = .Values.connections.jaeger.path }}
{{- else if eq $via "external" }}
{{- $scheme = .Values.global.members.jaeger.external.scheme }}
{{- $path = .Values.global.members.jaeger.external.path }}
{{- end }}
{{- $scheme }}://{{ include "grafana.connections.jaeger.host" . }}:{{ include "grafana.connections.jaeger.port" . }}{{ $path }}
{{- end }}

{{/* Where the connection jaeger leads: value, bundled, member, external, or nowhere. */}}
{{- define "grafana.connections.jaeger.via" -}}
{{- if .Values.connections.jaeger.host }}value
{{- else if .Values.global.members.jaeger.enabled }}member
{{- else if .Values.global.members.jaeger.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of jaeger in this release. */}}
{{- define "grafana.connections.jaeger.fullname" -}}
{{- include "grafana.releaseName" (dict "release" .Release.Name "name" "jaeger" "reserve" 5) }}
{{- end }}

{{/* Host of the connection jaeger. */}}
{{- define "grafana.connections.jaeger.host" -}}
{{- $via := include "grafana.connections.jaeger.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.jaeger.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.jaeger.external.host }}
{{- else }}
{{- include "grafana.connections.jaeger.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection jaeger. */}}
{{- define "grafana.connections.jaeger.port" -}}
{{- $via := include "grafana.connections.jaeger.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.jaeger.port }}
{{- else if eq $via "external" }}
{{- .Values.global.members.jaeger.external.port }}
{{- else }}
{{- 16686 }}
{{- end }}
{{- end }}

{{/* Label that lets pods in at the other end; empty for a host outside the cluster. */}}
{{- define "grafana.connections.jaeger.clientLabel" -}}
{{- $via := include "grafana.connections.jaeger.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "grafana.connections.jaeger.fullname" . }}-client
{{- else if $via }}
{{- $host := include "grafana.connections.jaeger.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}

{{/* Secret with the password of the connection postgres; empty for none. */}}
{{- define "grafana.connections.postgres.secretName" -}}
{{- $via := include "grafana.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.existingSecret }}
{{- else if eq $via "external" }}
{{- .Values.global.members.postgres.external.existingSecret }}
{{- else if $via }}
{{- include "grafana.connections.postgres.fullname" . }}-grafana
{{- end }}
{{- end }}

{{/* Key of that password. */}}
{{- define "grafana.connections.postgres.secretKey" -}}
{{- $via := include "grafana.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.secretKey }}
{{- else if eq $via "external" }}grafana-password
{{- else }}password
{{- end }}
{{- end }}

{{/* User of the connection postgres. */}}
{{- define "grafana.connections.postgres.username" -}}
{{- if eq (include "grafana.connections.postgres.via" .) "value" }}
{{- .Values.connections.postgres.username | default "grafana" }}
{{- else }}grafana
{{- end }}
{{- end }}

{{/* Database of the connection postgres. */}}
{{- define "grafana.connections.postgres.database" -}}
{{- if eq (include "grafana.connections.postgres.via" .) "value" }}
{{- .Values.connections.postgres.database | default "grafana" }}
{{- else }}
{{- include "grafana.connections.postgres.username" . }}
{{- end }}
{{- end }}

{{/* How the connection postgres uses TLS. */}}
{{- define "grafana.connections.postgres.sslMode" -}}
{{- $via := include "grafana.connections.postgres.via" . }}
{{- $mode := "prefer" }}
{{- if eq $via "value" }}
{{- $mode = .Values.connections.postgres.sslMode }}
{{- else if eq $via "external" }}
{{- $mode = .Values.global.members.postgres.external.sslMode }}
{{- else if eq $via "member" }}
{{- $mode = ternary "require" "prefer" .Values.global.members.postgres.tls }}
{{- end }}
{{- if and (include "grafana.connections.postgres.caSecret" .) (has $mode (list "allow" "prefer" "require")) }}
{{- $mode = "verify-full" }}
{{- end }}
{{- $mode }}
{{- end }}

{{/* Secret with the authority of the connection postgres; empty for none. */}}
{{- define "grafana.connections.postgres.caSecret" -}}
{{- $via := include "grafana.connections.postgres.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.postgres.caSecret | default .Values.global.members.postgres.caSecret }}
{{- else if $via }}
{{- .Values.connections.postgres.caSecret }}
{{- end }}
{{- end }}

{{/* Where the connection postgres leads: value, bundled, member, external, or nowhere. */}}
{{- define "grafana.connections.postgres.via" -}}
{{- if .Values.connections.postgres.host }}value
{{- else if .Values.global.members.postgres.enabled }}member
{{- else if .Values.global.members.postgres.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of postgres in this release. */}}
{{- define "grafana.connections.postgres.fullname" -}}
{{- include "grafana.releaseName" (dict "release" .Release.Name "name" "postgres" "reserve" 13) }}
{{- end }}

{{/* Host of the connection postgres. */}}
{{- define "grafana.connections.postgres.host" -}}
{{- $via := include "grafana.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.postgres.external.host }}
{{- else }}
{{- include "grafana.connections.postgres.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection postgres. */}}
{{- define "grafana.connections.postgres.port" -}}
{{- $via := include "grafana.connections.postgres.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.postgres.port }}
{{- else if eq $via "external" }}
{{- .Values.global.members.postgres.external.port }}
{{- else }}
{{- 5432 }}
{{- end }}
{{- end }}

{{/* Label that lets pods in at the other end; empty for a host outside the cluster. */}}
{{- define "grafana.connections.postgres.clientLabel" -}}
{{- $via := include "grafana.connections.postgres.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "grafana.connections.postgres.fullname" . }}-client
{{- else if $via }}
{{- $host := include "grafana.connections.postgres.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}
