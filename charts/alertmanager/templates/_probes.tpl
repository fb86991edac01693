{{/* What the probes of main ask where values do not say. */}}
{{- define "alertmanager.main.health" -}}
httpGet:
  path: {{ include "alertmanager.basePath" . }}/-/ready
  port: http
{{- end }}

{{/* What its livenessProbe asks. */}}
{{- define "alertmanager.main.alive" -}}
httpGet:
  path: {{ include "alertmanager.basePath" . }}/-/healthy
  port: http
{{- end }}
