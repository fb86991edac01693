{{- if index .Values.secrets.keys "secrets.toml" }}
secrets.keys: Streamlit reads secrets.toml under that name and no other: leave it out.
{{- end }}
