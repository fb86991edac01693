{{/* Mistakes in values, topic connection. */}}
{{- define "minio.findings.connection" -}}
{{- include "minio.rules.resources" (dict "path" "toolbox.resources" "resources" .Values.toolbox.resources) }}
{{- $ungenerated := include "minio.ungenerated" . }}
{{- $clients := splitList " " (include "minio.clients" .) }}
{{- range $name, $client := .Values.clients }}
{{- if not (regexMatch "^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$" $name) }}
clients.{{ $name }}: the name of a client is made of small letters, digits and hyphens, at most 40.
{{- end }}
{{- $secret := printf "%s-%s" (include "minio.fullname" $) $name }}
{{- if and $client.member (or $client.username $client.passwordKey (ne ($client.existingSecret | default $secret) $secret)) }}
clients.{{ $name }} belongs to the member {{ $client.member }}, which looks for its user and its Secret {{ $secret }} under fixed names: leave
  username and passwordKey empty, and existingSecret empty or {{ $secret }}.
{{- end }}
{{- if and $client.password (or $client.existingSecret $.Values.secrets.externalSecret.enabled) }}
clients.{{ $name }}.password is set, and existingSecret beside it or secrets.externalSecret names another place for it, which alone is read: leave one
  of the two out.
{{- end }}
{{- if and $ungenerated (has $name $clients) (not (or $client.existingSecret $client.password $.Values.secrets.externalSecret.enabled)) }}
{{ $ungenerated }}: provide the Secret {{ $secret }} with the keys username and password and set clients.{{ $name }}.existingSecret={{ $secret }}.
{{- end }}
{{- end }}
{{- end }}
