{{/* Name of a release of a chart, cut and hashed where the longest object name would not fit. */}}
{{- define "dcgm-exporter.releaseName" -}}
{{- if le (add (len .release) (len .name) .reserve) 51 }}
{{- .release }}
{{- else }}
{{- printf "%s-%s" (.release | trunc (sub 45 (add (len .name) .reserve) | int) | trimSuffix "-") (.release | sha256sum | trunc 5) }}
{{- end }}-{{ .name }}
{{- end }}

{{/* Several maps as one; where two have a key, the later one holds. Called with a list of them. */}}
{{- define "dcgm-exporter.merged" -}}
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

{{/* Full name of the objects. A release that is named exactly like the chart has that name once; a name that only contains it could collide with that
  of another release. */}}
{{- define "dcgm-exporter.fullname" -}}
{{- $name := .Values.nameOverride | default (include "dcgm-exporter.name" .) }}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride }}
{{- else if and .Chart.IsRoot (eq .Release.Name $name) }}
{{- $name }}
{{- else }}
{{- include "dcgm-exporter.releaseName" (dict "release" .Release.Name "name" $name "reserve" 5) }}
{{- end }}
{{- end }}

{{/* Name of the chart as labels have it: dcgm-exporter or its alias, after the names of the charts that bundle it. */}}
{{- define "dcgm-exporter.name" -}}
{{- $member := index .Values.global.members "dcgm-exporter" }}
{{- if and $member (eq $member.enabled true) -}}
dcgm-exporter
{{- else }}
{{- $charts := splitList "/charts/" ((.Template | default dict).BasePath | default "" | trimSuffix "/templates") | rest }}
{{- gt (len $charts) 1 | ternary (join "-" $charts | trunc 63 | trimSuffix "-") .Chart.Name }}
{{- end }}
{{- end }}

{{/* Labels that select pods; they never change. */}}
{{- define "dcgm-exporter.selectorLabels" -}}
app.kubernetes.io/name: {{ include "dcgm-exporter.name" . }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end }}

{{/* Labels that select the pods of a component; called with the root and the component. */}}
{{- define "dcgm-exporter.componentLabels" -}}
{{- include "dcgm-exporter.selectorLabels" .root }}
app.kubernetes.io/component: {{ .component }}
track: stable
{{- end }}

{{/* Labels that the chart itself gives every object. */}}
{{- define "dcgm-exporter.ownLabels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "dcgm-exporter.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{/* Labels of every object: the chart's own, and those from values. */}}
{{- define "dcgm-exporter.labels" -}}
{{- include "dcgm-exporter.ownLabels" . }}
{{- include "dcgm-exporter.merged" (list .Values.global.commonLabels .Values.labels) }}
{{- end }}

{{/* Labels of an object; called with the root, its component, and values that may have labels. */}}
{{- define "dcgm-exporter.objectLabels" -}}
labels:
  {{- include "dcgm-exporter.ownLabels" .root | nindent 2 }}
  {{- with .component }}
  app.kubernetes.io/component: {{ . }}
  {{- end }}
  {{- with include "dcgm-exporter.merged" (list .root.Values.global.commonLabels .root.Values.labels (.own | default dict).labels) }}
  {{- trim . | nindent 2 }}
  {{- end }}
{{- end }}

{{/* Labels and annotations of an object; called with the root, its component, lists of its annotations, and values that may have both. */}}
{{- define "dcgm-exporter.metadata" -}}
{{- include "dcgm-exporter.objectLabels" . }}
{{- with include "dcgm-exporter.merged" (prepend (append .annotations (.own | default dict).annotations) .root.Values.global.commonAnnotations) }}
annotations:
  {{- trim . | nindent 2 }}
{{- end }}
{{- end }}

{{/* Name of the service account of the pods. */}}
{{- define "dcgm-exporter.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- .Values.serviceAccount.name | default (include "dcgm-exporter.fullname" .) }}
{{- else }}
{{- .Values.serviceAccount.name | default "default" }}
{{- end }}
{{- end }}

{{/* An object from values, as JSON, in which the placeholders for names are replaced; called with the root and the object. */}}
{{- define "dcgm-exporter.extraObject" -}}
{{- $fullname := include "dcgm-exporter.fullname" .root }}
{{- toJson .object | replace "{{ .Release.Name }}" .root.Release.Name | replace "{{ .Release.Namespace }}" .root.Release.Namespace | replace
  `{{ include \"dcgm-exporter.fullname\" . }}` $fullname }}
{{- end }}
