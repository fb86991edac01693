apiVersion: 1
{{- with .Values.alerting }}
{{- toYaml . | nindent <% at 0 %> }}
{{- end }}
