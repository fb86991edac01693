{{- .Values.ldap.toml | nindent <% at 0 %> }}
