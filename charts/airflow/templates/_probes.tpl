{{/* What the probes of main ask where values do not say. */}}
{{- define "airflow.main.health" -}}
httpGet:
  path: {{ include "airflow.basePath" . }}/api/{{ include "airflow.api" . }}/version
  port: http
{{- end }}

{{/* What the probes of flower ask where values do not say. */}}
{{- define "airflow.flower.health" -}}
httpGet:
  path: /healthcheck
  port: http
{{- end }}
