{{- if regexMatch "://[^/?#\"]*@" .Values.config.publicApiUrl }}
config.publicApiUrl holds a user or a password, which every browser gets: take them out.
{{- end }}
