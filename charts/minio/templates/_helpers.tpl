{{/* Name of a release of a chart, cut and hashed where the longest object name would not fit. */}}
{{- define "minio.releaseName" -}}
{{- if le (add (len .release) (len .name) .reserve) 51 }}
{{- .release }}
{{- else }}
{{- printf "%s-%s" (.release | trunc (sub 45 (add (len .name) .reserve) | int) | trimSuffix "-") (.release | sha256sum | trunc 5) }}
{{- end }}-{{ .name }}
{{- end }}

{{/* Several maps as one; where two have a key, the later one holds. Called with a list of them. */}}
{{- define "minio.merged" -}}
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
{{- define "minio.fullname" -}}
{{- $name := .Values.nameOverride | default (include "minio.name" .) }}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride }}
{{- else if and .Chart.IsRoot (eq .Release.Name $name) }}
{{- $name }}
{{- else }}
{{- include "minio.releaseName" (dict "release" .Release.Name "name" $name "reserve" 10) }}
{{- end }}
{{- end }}

{{/* Name of the chart as labels have it: minio or its alias, after the names of the charts that bundle it. */}}
{{- define "minio.name" -}}
{{- $member := index .Values.global.members "minio" }}
{{- if and $member (eq $member.enabled true) -}}
minio
{{- else }}
{{- $charts := splitList "/charts/" ((.Template | default dict).BasePath | default "" | trimSuffix "/templates") | rest }}
{{- gt (len $charts) 1 | ternary (join "-" $charts | trunc 63 | trimSuffix "-") .Chart.Name }}
{{- end }}
{{- end }}

{{/* Labels that select pods; they never change. */}}
{{- define "minio.selectorLabels" -}}
app.kubernetes.io/name: {{ include "minio.name" . }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end }}

{{/* Labels that select the pods of a component; called with the root and the component. */}}
{{- define "minio.componentLabels" -}}
{{- include "minio.selectorLabels" .root }}
app.kubernetes.io/component: {{ .component }}
track: stable
{{- end }}

{{/* Labels that the chart itself gives every object. */}}
{{- define "minio.ownLabels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "minio.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{/* Labels of every object: the chart's own, and those from values. */}}
{{- define "minio.labels" -}}
{{- include "minio.ownLabels" . }}
{{- include "minio.merged" (list .Values.global.commonLabels .Values.labels) }}
{{- end }}

{{/* Labels of an object; called with the root, its component, and values that may have labels. */}}
{{- define "minio.objectLabels" -}}
labels:
  {{- include "minio.ownLabels" .root | nindent 2 }}
  {{- with .component }}
  app.kubernetes.io/component: {{ . }}
  {{- end }}
  {{- with include "minio.merged" (list .root.Values.global.commonLabels .root.Values.labels (.own | default dict).labels) }}
  {{- trim . | nindent 2 }}
  {{- end }}
{{- end }}

{{/* Labels and annotations of an object; called with the root, its component, lists of its annotations, and values that may have both. */}}
{{- define "minio.metadata" -}}
{{- include "minio.objectLabels" . }}
{{- with include "minio.merged" (prepend (append .annotations (.own | default dict).annotations) .root.Values.global.commonAnnotations) }}
annotations:
  {{- trim . | nindent 2 }}
{{- end }}
{{- end }}

{{/* Name of the service account of the pods. */}}
{{- define "minio.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- .Values.serviceAccount.name | default (include "minio.fullname" .) }}
{{- else }}
{{- .Values.serviceAccount.name | default "default" }}
{{- end }}
{{- end }}

{{/* An object from values, as JSON, in which the placeholders for names are replaced; called with the root and the object. */}}
{{- define "minio.extraObject" -}}
{{- $fullname := include "minio.fullname" .root }}
{{- toJson .object | replace "{{ .Release.Name }}" .root.Release.Name | replace "{{ .Release.Namespace }}" .root.Release.Namespace | replace
  `{{ include \"minio.fullname\" . }}` $fullname }}
{{- end }}
