{{/* What the probes of main ask where values do not say. */}}
{{- define "ai-system.main.health" -}}
httpGet:
  path: /health
  port: http
{{- end }}

{{/* What the probes of coordination ask where values do not say. */}}
{{- define "ai-system.coordination.health" -}}
httpGet:
  path: /health
  port: http
{{- end }}

{{/* What the probes of reasoningSuite ask where values do not say. */}}
{{- define "ai-system.reasoningSuite.health" -}}
httpGet:
  path: /health
  port: http
{{- end }}

{{/* What the probes of speechGpu ask where values do not say. */}}
{{- define "ai-system.speechGpu.health" -}}
httpGet:
  path: /health
  port: http
{{- end }}

{{/* What the probes of visionDream ask where values do not say. */}}
{{- define "ai-system.visionDream.health" -}}
httpGet:
  path: /health
  port: http
{{- end }}

{{/* What the probes of tutoring ask where values do not say. */}}
{{- define "ai-system.tutoring.health" -}}
httpGet:
  path: /health
  port: http
{{- end }}

{{/* What the probes of infraCore ask where values do not say. */}}
{{- define "ai-system.infraCore.health" -}}
httpGet:
  path: /health
  port: http
{{- end }}

{{/* What the probes of memory ask where values do not say. */}}
{{- define "ai-system.memory.health" -}}
httpGet:
  path: /health
  port: http
{{- end }}

{{/* What the probes of utilityCpu ask where values do not say. */}}
{{- define "ai-system.utilityCpu.health" -}}
httpGet:
  path: /health
  port: http
{{- end }}
