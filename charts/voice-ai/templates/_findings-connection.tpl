{{/* Mistakes in values, topic connection. */}}
{{- define "voice-ai.findings.connection" -}}
{{- include "voice-ai.rules.resources" (dict "path" "toolbox.resources" "resources" .Values.toolbox.resources) }}
{{- if not (include "voice-ai.connections.ollama.via" .) }}
voice-ai needs ollama:
  {{ include "voice-ai.rules.provide" (dict "member" (index .Values.global.members "voice-ai") "name" "ollama" "chart" "ollama" "bundled" true) }}.
{{- end }}
{{- end }}
