{{/* Handler of the probes of main for which values name none. */}}
{{- define "ai-system.main.health" -}}
httpGet:
  path: /health
  port: http
{{- end }}

{{/* Handler of the probes of coordination for which values name none. */}}
{{- define "ai-system.coordination.health" -}}
httpGet:
  path: /health
  port: http
{{- end }}

{{/* Handler of the probes of reasoningSuite for which values name none. */}}
{{- define "ai-system.reasoningSuite.health" -}}
httpGet:
  path: /health
  port: http
{{- end }}

{{/* Handler of the probes of speechGpu for which values name none. */}}
{{- define "ai-system.speechGpu.health" -}}
httpGet:
  path: /health
  port: http
{{- end }}

{{/* Handler of the probes of visionDream for which values name none. */}}
{{- define "ai-system.visionDream.health" -}}
httpGet:
  path: /health
  port: http
{{- end }}

{{/* Handler of the probes of tutoring for which values name none. */}}
{{- define "ai-system.tutoring.health" -}}
httpGet:
  path: /health
  port: http
{{- end }}

{{/* Handler of the probes of infraCore for which values name none. */}}
{{- define "ai-system.infraCore.health" -}}
httpGet:
  path: /health
  port: http
{{- end }}

{{/* Handler of the probes of memory for which values name none. */}}
{{- define "ai-system.memory.health" -}}
httpGet:
  path: /health
  port: http
{{- end }}

{{/* Handler of the probes of utilityCpu for which values name none. */}}
{{- define "ai-system.utilityCpu.health" -}}
httpGet:
  path: /health
  port: http
{{- end }}
