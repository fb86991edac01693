{{/* What an autoscaler scales by, and how fast; called with its values. */}}
{{- define "mlflow.autoscaling" -}}
metrics:
  {{- with .targetCPUUtilizationPercentage }}
  - type: Resource
    resource:
      name: cpu
      target:
        type: Utilization
        averageUtilization: {{ int64 . }}
  {{- end }}
  {{- with .targetMemoryUtilizationPercentage }}
  - type: Resource
    resource:
      name: memory
      target:
        type: Utilization
        averageUtilization: {{ int64 . }}
  {{- end }}
  {{- with .metrics }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- with .behavior }}
behavior:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
