{{/* Values that are set but have no effect. */}}
{{- define "prometheus.withoutEffect" -}}
{{- include "prometheus.rules.unused" (dict "off" (not .Values.connections.alertmanager.host) "need" "without connections.alertmanager.host" "below"
  "connections.alertmanager" "of" .Values.connections.alertmanager "shipped" (list "port=0" "scheme=http" "path=")) }}
{{- include "prometheus.rules.unused" (dict "off" (not (include "prometheus.connections.alertmanager.via" .)) "need"
  "while the connection alertmanager leads nowhere" "of" (dict "connections.alertmanager.cidrs" .Values.connections.alertmanager.cidrs) "shipped"
  (list "connections.alertmanager.cidrs=[]")) }}
{{- end }}
