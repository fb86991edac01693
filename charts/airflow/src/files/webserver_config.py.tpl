{{- if .Values.webserverConfig }}
{{- .Values.webserverConfig | nindent <% at 0 %> }}
{{- else }}
from flask_appbuilder.const import AUTH_DB

AUTH_TYPE = AUTH_DB
WTF_CSRF_ENABLED = True
{{- end }}
