{{/* Values that are set but have no effect. */}}
{{- define "ai-system.withoutEffect" -}}
{{- include "ai-system.rules.unused" (dict "off" (not .Values.connections.jaeger.host) "need" "without connections.jaeger.host" "below"
  "connections.jaeger" "of" .Values.connections.jaeger "shipped" (list "port=0" "scheme=http" "path=")) }}
{{- include "ai-system.rules.unused" (dict "off" (not (include "ai-system.connections.jaeger.via" .)) "need"
  "while the connection jaeger leads nowhere" "of" (dict "connections.jaeger.cidrs" .Values.connections.jaeger.cidrs) "shipped"
  (list "connections.jaeger.cidrs=[]")) }}
{{- end }}
