{{/* Name of a release of a chart, cut and hashed where the longest object name would not fit. */}}
{{- define "ai-platform.releaseName" -}}
{{- if le (add (len .release) (len .name) .reserve) 51 }}
{{- .release }}
{{- else }}
{{- printf "%s-%s" (.release | trunc (sub 45 (add (len .name) .reserve) | int) | trimSuffix "-") (.release | sha256sum | trunc 5) }}
{{- end }}-{{ .name }}
{{- end }}

{{/* Several maps as one; where two have a key, the later one holds. Called with a list of them. */}}
{{- define "ai-platform.merged" -}}
{{- range $index, $map := . }}
{{- range $key, $value := $map }}
{{- $holds := true }}
{{- range $later, $other := $ }}
{{- range $same, $_ := $other }}
{{- if and (gt $later $index) (eq $same $key) }}
{{- $holds = false }}
{{- end }}
{{- end }}
{{- end }}
{{- if $holds }}
{{ $key | quote }}: {{ $value | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Labels that the umbrella gives every object of its own. */}}
{{- define "ai-platform.ownLabels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
app.kubernetes.io/name: ai-platform
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{/* Labels of every object of the umbrella itself: its own, and those from values. */}}
{{- define "ai-platform.labels" -}}
{{- include "ai-platform.ownLabels" . }}
{{- include "ai-platform.merged" (list .Values.global.commonLabels) }}
{{- end }}
