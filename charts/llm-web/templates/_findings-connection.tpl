{{/* Mistakes in values, topic connection. */}}
{{- define "llm-web.findings.connection" -}}
{{- include "llm-web.rules.resources" (dict "path" "toolbox.resources" "resources" .Values.toolbox.resources) }}
{{- if not (include "llm-web.connections.api.via" .) }}
llm-web needs langchain-api:
  {{ include "llm-web.rules.provide" (dict "member" (index .Values.global.members "llm-web") "name" "api" "chart" "langchain-api" "bundled" true) }}.
{{- end }}
{{- end }}
