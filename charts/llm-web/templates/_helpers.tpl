{{/* Name of a release of a chart, cut and hashed where the longest object name would not fit. */}}
{{- define "llm-web.releaseName" -}}
{{- if le (add (len .release) (len .name) .reserve) 51 }}
{{- .release }}
{{- else }}
{{- printf "%s-%s" (.release | trunc (sub 45 (add (len .name) .reserve) | int) | trimSuffix "-") (.release | sha256sum | trunc 5) }}
{{- end }}-{{ .name }}
{{- end }}

{{/* Several maps as one; where two have a key, the later one holds. Called with a list of them. */}}
{{- define "llm-web.merged" -}}
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
{{- define "llm-web.fullname" -}}
{{- $name := .Values.nameOverride | default (include "llm-web.name" .) }}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride }}
{{- else if and .Chart.IsRoot (eq .Release.Name $name) }}
{{- $name }}
{{- else }}
{{- include "llm-web.releaseName" (dict "release" .Release.Name "name" $name "reserve" 5) }}
{{- end }}
{{- end }}

{{/* Name of the chart as labels have it: llm-web or its alias, after the names of the charts that bundle it. */}}
{{- define "llm-web.name" -}}
{{- $member := index .Values.global.members "llm-web" }}
{{- if and $member (eq $member.enabled true) -}}
llm-web
{{- else }}
{{- $charts := splitList "/charts/" ((.Template | default dict).BasePath | default "" | trimSuffix "/templates") | rest }}
{{- gt (len $charts) 1 | ternary (join "-" $charts | trunc 63 | trimSuffix "-") .Chart.Name }}
{{- end }}
{{- end }}

{{/* Labels that select pods; they never change. */}}
{{- define "llm-web.selectorLabels" -}}
app.kubernetes.io/name: {{ include "llm-web.name" . }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end }}

{{/* Labels that select the pods of a component; called with the root and the component. */}}
{{- define "llm-web.componentLabels" -}}
{{- include "llm-web.selectorLabels" .root }}
app.kubernetes.io/component: {{ .component }}
track: stable
{{- end }}

{{/* Labels that the chart itself gives every object. */}}
{{- define "llm-web.ownLabels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "llm-web.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{/* Labels of every object: the chart's own, and those from values. */}}
{{- define "llm-web.labels" -}}
{{- include "llm-web.ownLabels" . }}
{{- include "llm-web.merged" (list .Values.global.commonLabels .Values.labels) }}
{{- end }}

{{/* Labels of an object; called with the root, its component, and values that may have labels. */}}
{{- define "llm-web.objectLabels" -}}
labels:
  {{- include "llm-web.ownLabels" .root | nindent 2 }}
  {{- with .component }}
  app.kubernetes.io/component: {{ . }}
  {{- end }}
  {{- with include "llm-web.merged" (list .root.Values.global.commonLabels .root.Values.labels (.own | default dict).labels) }}
  {{- trim . | nindent 2 }}
  {{- end }}
{{- end }}

{{/* Labels and annotations of an object; called with the root, its component, lists of its annotations, and values that may have both. */}}
{{- define "llm-web.metadata" -}}
{{- include "llm-web.objectLabels" . }}
{{- with include "llm-web.merged" (prepend (append .annotations (.own | default dict).annotations) .root.Values.global.commonAnnotations) }}
annotations:
  {{- trim . | nindent 2 }}
{{- end }}
{{- end }}

{{/* Name of the service account of the pods. */}}
{{- define "llm-web.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- .Values.serviceAccount.name | default (include "llm-web.fullname" .) }}
{{- else }}
{{- .Values.serviceAccount.name | default "default" }}
{{- end }}
{{- end }}

{{/* An object from values, as JSON, in which the placeholders for names are replaced; called with the root and the object. */}}
{{- define "llm-web.extraObject" -}}
{{- $fullname := include "llm-web.fullname" .root }}
{{- toJson .object | replace "{{ .Release.Name }}" .root.Release.Name | replace "{{ .Release.Namespace }}" .root.Release.Namespace | replace
  `{{ include \"llm-web.fullname\" . }}` $fullname }}
{{- end }}
