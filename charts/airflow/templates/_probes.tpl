{{/* Handler of the probes of main for which values name none. */}}
{{- define "airflow.main.health" -}}
httpGet:
  path: {{ include "airflow.basePath" . }}/api/{{ include "airflow.api" . }}/version
  port: http
{{- end }}

{{/* Handler of the probes of flower for which values name none. */}}
{{- define "airflow.flower.health" -}}
httpGet:
  path: /healthcheck
  port: http
{{- end }}
