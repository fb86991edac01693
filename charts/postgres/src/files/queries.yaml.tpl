{{- toYaml .Values.exporter.queries | nindent <% at 0 %> }}
