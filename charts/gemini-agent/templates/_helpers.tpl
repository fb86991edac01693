{{/* Name of a release of a chart, cut and hashed where the longest object name would not fit. */}}
{{- define "gemini-agent.releaseName" -}}
{{- $limit := sub (sub 51 (len .name)) .reserve | int }}
{{- if gt (len .release) $limit }}
{{- printf "%s-%s" (.release | trunc (sub $limit 6 | int) | trimSuffix "-") (.release | sha256sum | trunc 5) }}
{{- else }}
{{- .release }}
{{- end }}-{{ .name }}
{{- end }}

{{/* Several maps as one; where two have a key, the later one holds. Called with a list of them. */}}
{{- define "gemini-agent.merged" -}}
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

{{/* Whether the namespace chooses user and groups of the pods. */}}
{{- define "gemini-agent.openshift" -}}
{{- if eq (toString .Values.global.openshift) "auto" }}
{{- if .Capabilities.APIVersions.Has "security.openshift.io/v1" }}true{{ end }}
{{- else if .Values.global.openshift }}true
{{- end }}
{{- end }}

{{/* Name of the objects of this chart. Installed by itself as a release of exactly its name, it says it once; a release whose name only holds it
  could meet another one. */}}
{{- define "gemini-agent.fullname" -}}
{{- $name := .Values.nameOverride | default (include "gemini-agent.name" .) }}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride }}
{{- else if and .Chart.IsRoot (eq .Release.Name $name) }}
{{- $name }}
{{- else }}
{{- include "gemini-agent.releaseName" (dict "release" .Release.Name "name" $name "reserve" 5) }}
{{- end }}
{{- end }}

{{/* Name of this chart in a release: gemini-agent, or its alias; inside of a chart that is itself a part of another one, that stands before it. */}}
{{- define "gemini-agent.name" -}}
{{- $name := .Chart.Name }}
{{- with .Template }}
{{- $charts := splitList "/charts/" (.BasePath | trimSuffix "/templates") | rest }}
{{- if gt (len $charts) 1 }}
{{- $name = join "-" $charts | trunc 63 | trimSuffix "-" }}
{{- end }}
{{- end }}
{{- with index .Values.global.members "gemini-agent" }}
{{- $name = ternary "gemini-agent" $name (eq .enabled true) }}
{{- end }}
{{- $name }}
{{- end }}

{{/* Labels that select pods; they never change. */}}
{{- define "gemini-agent.selectorLabels" -}}
app.kubernetes.io/name: {{ include "gemini-agent.name" . }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end }}

{{/* Labels that select the pods of a component; called with the root and the component. */}}
{{- define "gemini-agent.componentLabels" -}}
{{- include "gemini-agent.selectorLabels" .root }}
app.kubernetes.io/component: {{ .component }}
track: stable
{{- end }}

{{/* Labels that the chart itself gives every object. */}}
{{- define "gemini-agent.ownLabels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "gemini-agent.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{/* Labels of every object: the chart's own, and those from values. */}}
{{- define "gemini-agent.labels" -}}
{{- include "gemini-agent.ownLabels" . }}
{{- include "gemini-agent.merged" (list .Values.global.commonLabels .Values.labels) }}
{{- end }}

{{/* Labels of an object; called with the root, its component, and values that may have labels. */}}
{{- define "gemini-agent.objectLabels" -}}
labels:
  {{- include "gemini-agent.ownLabels" .root | nindent 2 }}
  {{- with .component }}
  app.kubernetes.io/component: {{ . }}
  {{- end }}
  {{- with include "gemini-agent.merged" (list .root.Values.global.commonLabels .root.Values.labels (.own | default dict).labels) }}
  {{- trim . | nindent 2 }}
  {{- end }}
{{- end }}

{{/* Labels and annotations of an object; called with the root, its component, lists of its annotations, and values that may have both. */}}
{{- define "gemini-agent.metadata" -}}
{{- include "gemini-agent.objectLabels" . }}
{{- with include "gemini-agent.merged" (prepend (append .annotations (.own | default dict).annotations) .root.Values.global.commonAnnotations) }}
annotations:
  {{- trim . | nindent 2 }}
{{- end }}
{{- end }}

{{/* Why no credentials are generated, which would replace those that are not seen; empty where they are. */}}
{{- define "gemini-agent.ungenerated" -}}
{{- if .Values.global.gitops }}global.gitops generates no credentials
{{- else if .Capabilities.APIVersions.Has "v1/Secret" }}
{{- /* Both are in every cluster; a namespace that is still to be made has only the second one to show. */}}
{{- if not (or (lookup "v1" "ConfigMap" .Release.Namespace "kube-root-ca.crt") (lookup "v1" "Namespace" "" "kube-system")) }}
{{- print "this rendering sees no object of the cluster, as in Argo CD or with --dry-run=client, and generates no credentials" }}
{{- end }}
{{- end }}
{{- end }}

{{/* Full reference of an image. The built-in tag holds for the built-in repository, the built-in digest for both in the
  built-in registry or in global.imageRegistry, which replaces the registry of images that name one. */}}
{{- define "gemini-agent.imageReference" -}}
{{- $tag := ternary .image.tag (toJson .image.tag) (kindIs "string" .image.tag) }}
{{- $digest := .image.digest }}
{{- if eq .image.repository .repository }}
{{- $tag = $tag | default .tag }}
{{- if and (eq .image.registry .registry) (eq $tag .tag) }}
{{- $digest = $digest | default .digest }}
{{- end }}
{{- end }}
{{- with .image.registry }}{{ $.global.imageRegistry | default . }}/{{ end }}
{{- .image.repository }}
{{- with $tag }}:{{ . }}{{ end }}
{{- with $digest }}@{{ . }}{{ end }}
{{- end }}

{{/* Image of the application. */}}
{{- define "gemini-agent.image" -}}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "gemini-agent.imageReference"
  (dict "image" .Values.image "global" .Values.global "registry" "docker.io" "repository" "" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the toolbox. */}}
{{- define "gemini-agent.toolbox.image" -}}
{{- $tag := "1.38.0" }}
{{- $digest := "sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e" }}
{{- include "gemini-agent.imageReference"
  (dict "image" .Values.toolbox.image "global" .Values.global "registry" "docker.io" "repository" "library/busybox" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of gateway. */}}
{{- define "gemini-agent.gateway.image" -}}
{{- $tag := "1.30.5-alpine" }}
{{- $digest := "sha256:15c994d10d6d78658721c3bcafff14cb281fba2a4bdf9d5ba92c416a472516e3" }}
{{- include "gemini-agent.imageReference" (dict "image" .Values.gateway.image "global" .Values.global "registry" "docker.io" "repository"
  "nginxinc/nginx-unprivileged" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Name of the service account of the pods. */}}
{{- define "gemini-agent.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- .Values.serviceAccount.name | default (include "gemini-agent.fullname" .) }}
{{- else }}
{{- .Values.serviceAccount.name | default "default" }}
{{- end }}
{{- end }}

{{/* An object from values, as JSON, in which the words for names are replaced; called with the root and the object. */}}
{{- define "gemini-agent.extraObject" -}}
{{- $fullname := include "gemini-agent.fullname" .root }}
{{- toJson .object | replace "{{ .Release.Name }}" .root.Release.Name | replace "{{ .Release.Namespace }}" .root.Release.Namespace | replace
  `{{ include \"gemini-agent.fullname\" . }}` $fullname }}
{{- end }}
