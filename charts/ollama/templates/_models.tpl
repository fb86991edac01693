{{/* Whether the release brings models; empty for no. */}}
{{- define "ollama.hasModels" -}}
{{- if or .Values.models .Values.create }}true
{{- end }}
{{- end }}

{{/* Files with the models: the names of those to fetch, and the request for each one to make. */}}
{{- define "ollama.models" -}}
models: |
  {{- range .Values.models }}
  {{ . }}
  {{- end }}
create: |
  {{- range $name, $model := .Values.create }}
  {{ printf "%s\t%s" $name (dict "model" $name "from" $model.from "system" $model.system "template" $model.template "parameters" $model.parameters
    "messages" $model.messages | toJson) }}
  {{- end }}
{{- end }}
