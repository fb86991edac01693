{{/* Port of the git server. */}}
{{- define "airflow.gitSync.port" -}}
{{- int64 .Values.gitSync.port | default
  (ternary 443 (ternary 80 22 (hasPrefix "http://" .Values.gitSync.repository)) (hasPrefix "https://" .Values.gitSync.repository)) }}
{{- end }}
