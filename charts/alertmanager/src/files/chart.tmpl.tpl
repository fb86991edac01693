{{- range .Values.config.templates }}
{{- . | nindent <% at 0 %> }}
{{- end }}
