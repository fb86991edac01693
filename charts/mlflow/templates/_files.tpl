{{/* Files of the workload main. */}}
{{- define "mlflow.main.files" -}}
metrics.py: |
  {{- .Files.Get "files/metrics.py" | nindent 2 }}
{{- end }}
