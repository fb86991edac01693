{{/* Name of a release of a chart, cut and hashed where the longest object name would not fit. */}}
{{- define "postgres.releaseName" -}}
{{- $limit := sub (sub 51 (len .name)) .reserve | int }}
{{- if gt (len .release) $limit }}
{{- printf "%s-%s" (.release | trunc (sub $limit 6 | int) | trimSuffix "-") (.release | sha256sum | trunc 5) }}
{{- else }}
{{- .release }}
{{- end }}-{{ .name }}
{{- end }}

{{/* Several maps as one; where two have a key, the later one holds. Called with a list of them. */}}
{{- define "postgres.merged" -}}
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
{{- define "postgres.openshift" -}}
{{- if eq (toString .Values.global.openshift) "auto" }}
{{- if .Capabilities.APIVersions.Has "security.openshift.io/v1" }}true{{ end }}
{{- else if .Values.global.openshift }}true
{{- end }}
{{- end }}

{{/* Name of the objects of this chart. Installed by itself as a release of exactly its name, it says it once; a release whose name only holds it
  could meet another one. */}}
{{- define "postgres.fullname" -}}
{{- $name := .Values.nameOverride | default (include "postgres.name" .) }}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride }}
{{- else if and .Chart.IsRoot (eq .Release.Name $name) }}
{{- $name }}
{{- else }}
{{- include "postgres.releaseName" (dict "release" .Release.Name "name" $name "reserve" 13) }}
{{- end }}
{{- end }}

{{/* Name of this chart in a release: postgres, or its alias; inside of a chart that is itself a part of another one, that stands before it. */}}
{{- define "postgres.name" -}}
{{- $name := .Chart.Name }}
{{- with .Template }}
{{- $charts := splitList "/charts/" (.BasePath | trimSuffix "/templates") | rest }}
{{- if gt (len $charts) 1 }}
{{- $name = join "-" $charts | trunc 63 | trimSuffix "-" }}
{{- end }}
{{- end }}
{{- with index .Values.global.members "postgres" }}
{{- $name = ternary "postgres" $name (eq .enabled true) }}
{{- end }}
{{- $name }}
{{- end }}

{{/* Labels that select pods; they never change. */}}
{{- define "postgres.selectorLabels" -}}
app.kubernetes.io/name: {{ include "postgres.name" . }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end }}

{{/* Labels that select the pods of a component; called with the root and the component. */}}
{{- define "postgres.componentLabels" -}}
{{- include "postgres.selectorLabels" .root }}
app.kubernetes.io/component: {{ .component }}
track: stable
{{- end }}

{{/* Labels that the chart itself gives every object. */}}
{{- define "postgres.ownLabels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "postgres.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{/* Labels of every object: the chart's own, and those from values. */}}
{{- define "postgres.labels" -}}
{{- include "postgres.ownLabels" . }}
{{- include "postgres.merged" (list .Values.global.commonLabels .Values.labels) }}
{{- end }}

{{/* Labels of an object; called with the root, its component, and values that may have labels. */}}
{{- define "postgres.objectLabels" -}}
labels:
  {{- include "postgres.ownLabels" .root | nindent 2 }}
  {{- with .component }}
  app.kubernetes.io/component: {{ . }}
  {{- end }}
  {{- with include "postgres.merged" (list .root.Values.global.commonLabels .root.Values.labels (.own | default dict).labels) }}
  {{- trim . | nindent 2 }}
  {{- end }}
{{- end }}

{{/* Labels and annotations of an object; called with the root, its component, lists of its annotations, and values that may have both. */}}
{{- define "postgres.metadata" -}}
{{- include "postgres.objectLabels" . }}
{{- with include "postgres.merged" (prepend (append .annotations (.own | default dict).annotations) .root.Values.global.commonAnnotations) }}
annotations:
  {{- trim . | nindent 2 }}
{{- end }}
{{- end }}

{{/* Why no credentials are generated, which would replace those that are not seen; empty where they are. */}}
{{- define "postgres.ungenerated" -}}
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
{{- define "postgres.imageReference" -}}
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
{{- define "postgres.image" -}}
{{- $tag := "18.6" }}
{{- $digest := "sha256:74935e72241653ca55e0414067e6d8763aceb8a810eb51b452253ec3dcfc4336" }}
{{- if eq (int64 .Values.majorVersion) 17 }}
{{- $tag = "17.11" }}
{{- $digest = "sha256:2d2b8998d31037bf721cfdf764d76ba74171b4fab3431b7f72c27c56ddbdf9e3" }}
{{- end }}
{{- if eq (int64 .Values.majorVersion) 16 }}
{{- $tag = "16.15" }}
{{- $digest = "sha256:65b16a8b326e0cfbdf33fa7e783f2a0cb352a61448616ccccfd616ef42aa0f65" }}
{{- end }}
{{- include "postgres.imageReference"
  (dict "image" .Values.image "global" .Values.global "registry" "docker.io" "repository" "library/postgres" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the sidecar exporter. */}}
{{- define "postgres.exporter.image" -}}
{{- $tag := "v0.20.1" }}
{{- $digest := "sha256:ac5ec343104fae0e2d84a27bb8d69b38430a11910c5382cad85d478d2bab713e" }}
{{- include "postgres.imageReference" (dict "image" .Values.exporter.image "global" .Values.global "registry" "quay.io" "repository"
  "prometheuscommunity/postgres-exporter" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the workload backup. */}}
{{- define "postgres.backup.image" -}}
{{- $tag := "1.75.2" }}
{{- $digest := "sha256:2687085f718d3c628f7fdfb77c52a1d344332aed543110bb88088f2c70d43eb5" }}
{{- include "postgres.imageReference"
  (dict "image" .Values.backup.image "global" .Values.global "registry" "docker.io" "repository" "rclone/rclone" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of postgresClient. */}}
{{- define "postgres.postgresClient.image" -}}
{{- $tag := "18.6" }}
{{- $digest := "sha256:74935e72241653ca55e0414067e6d8763aceb8a810eb51b452253ec3dcfc4336" }}
{{- include "postgres.imageReference" (dict "image" .Values.postgresClient.image "global" .Values.global "registry" "docker.io" "repository"
  "library/postgres" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Name of the service account of the pods. */}}
{{- define "postgres.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- .Values.serviceAccount.name | default (include "postgres.fullname" .) }}
{{- else }}
{{- .Values.serviceAccount.name | default "default" }}
{{- end }}
{{- end }}

{{/* An object from values, as JSON, in which the words for names are replaced; called with the root and the object. */}}
{{- define "postgres.extraObject" -}}
{{- $fullname := include "postgres.fullname" .root }}
{{- toJson .object | replace "{{ .Release.Name }}" .root.Release.Name | replace "{{ .Release.Namespace }}" .root.Release.Namespace | replace
  `{{ include \"postgres.fullname\" . }}` $fullname }}
{{- end }}
