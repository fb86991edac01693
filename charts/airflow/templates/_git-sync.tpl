{{/* Port of the git server. */}}
{{- define "airflow.gitSync.port" -}}
{{- $port := regexFind "^[a-z]+://[^/]*:([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])(/|$)"
  .Values.gitSync.repository | trimSuffix "/" | regexFind "[0-9]+$" }}
{{- int64 .Values.gitSync.port | default (int64 $port) | default
  (ternary 443 (ternary 80 22 (hasPrefix "http://" .Values.gitSync.repository)) (hasPrefix "https://" .Values.gitSync.repository)) }}
{{- end }}
