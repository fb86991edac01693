{{- toYaml .Values.config.web | nindent <% at 0 %> }}
