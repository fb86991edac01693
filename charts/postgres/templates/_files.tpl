{{/* Files of the workload main. */}}
{{- define "postgres.main.files" -}}
queries.yaml: |
  {{- toYaml .Values.exporter.queries | nindent 2 }}
{{- end }}
