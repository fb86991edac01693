{{/* Name of a release of a chart, cut and hashed where the longest object name would not fit. */}}
{{- define "minio.releaseName" -}}
{{- $limit := sub (sub 51 (len .name)) .reserve | int }}
{{- if gt (len .release) $limit }}
{{- printf "%s-%s" (.release | trunc (sub $limit 6 | int) | trimSuffix "-") (.release | sha256sum | trunc 5) }}
{{- else }}
{{- .release }}
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

{{/* Whether the namespace chooses user and groups of the pods. */}}
{{- define "minio.openshift" -}}
{{- if eq (toString .Values.global.openshift) "auto" }}
{{- if .Capabilities.APIVersions.Has "security.openshift.io/v1" }}true{{ end }}
{{- else if .Values.global.openshift }}true
{{- end }}
{{- end }}

{{/* Name of the objects of this chart. Installed by itself as a release of exactly its name, it says it once; a release whose name only holds it
  could meet another one. */}}
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

{{/* Name of this chart in a release: minio, or its alias; inside of a chart that is itself a part of another one, that stands before it. */}}
{{- define "minio.name" -}}
{{- $name := .Chart.Name }}
{{- with .Template }}
{{- $charts := splitList "/charts/" (.BasePath | trimSuffix "/templates") | rest }}
{{- if gt (len $charts) 1 }}
{{- $name = join "-" $charts | trunc 63 | trimSuffix "-" }}
{{- end }}
{{- end }}
{{- with index .Values.global.members "minio" }}
{{- $name = ternary "minio" $name (eq .enabled true) }}
{{- end }}
{{- $name }}
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

{{/* Why no credentials are generated, which would replace those that are not seen; empty where they are. */}}
{{- define "minio.ungenerated" -}}
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
{{- define "minio.imageReference" -}}
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
{{- define "minio.image" -}}
{{- $tag := "RELEASE.2026-09-16T00-00-00Z" }}
{{- $digest := "sha256:635197cb9f36d01bee221d34d1c7d7960f6a95c48b0b6c01d99cd13bdae51a46" }}
{{- $repository := .Values.image.repository }}
{{- $builtIn := "pgsty/silo" }}
{{- if eq .Values.engine "rustfs" }}
{{- $tag = "1.0.1" }}
{{- $digest = "sha256:1803faef57627e2d9c2e7d89d655d712ddded5389040054987163043fecb6a3c" }}
{{- if eq $repository $builtIn }}
{{- $repository = "rustfs/rustfs" }}
{{- end }}
{{- $builtIn = "rustfs/rustfs" }}
{{- end }}
{{- if eq .Values.engine "minio" }}
{{- $tag = "RELEASE.2025-10-15T17-29-55Z-hardened" }}
{{- $digest = "sha256:8dc02a7e509336c8bbb67962086d691bdcde20a2c9327ed68e5081a681f6dbfc" }}
{{- if eq $repository $builtIn }}
{{- $repository = "cloudpirates/image-minio" }}
{{- end }}
{{- $builtIn = "cloudpirates/image-minio" }}
{{- end }}
{{- $image := dict "registry" .Values.image.registry "repository" $repository "tag" .Values.image.tag "digest" .Values.image.digest }}
{{- include "minio.imageReference"
  (dict "image" $image "global" .Values.global "registry" "docker.io" "repository" $builtIn "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the workload provision. */}}
{{- define "minio.provision.image" -}}
{{- $tag := "RELEASE.2026-09-16T00-00-00Z" }}
{{- $digest := "sha256:cfc83108c3abb371f8fb84d99c1fdc88f8c237e022409b0081fb7c0a3be634dd" }}
{{- $repository := .Values.provision.image.repository }}
{{- $builtIn := "pgsty/mc" }}
{{- if eq .Values.engine "rustfs" }}
{{- $tag = "1.0.1" }}
{{- $digest = "sha256:1803faef57627e2d9c2e7d89d655d712ddded5389040054987163043fecb6a3c" }}
{{- if eq $repository $builtIn }}
{{- $repository = "rustfs/rustfs" }}
{{- end }}
{{- $builtIn = "rustfs/rustfs" }}
{{- end }}
{{- $image := dict "registry" .Values.provision.image.registry "repository" $repository "tag" .Values.provision.image.tag "digest"
  .Values.provision.image.digest }}
{{- include "minio.imageReference"
  (dict "image" $image "global" .Values.global "registry" "docker.io" "repository" $builtIn "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the workload mirror. */}}
{{- define "minio.mirror.image" -}}
{{- $tag := "1.75.2" }}
{{- $digest := "sha256:2687085f718d3c628f7fdfb77c52a1d344332aed543110bb88088f2c70d43eb5" }}
{{- include "minio.imageReference"
  (dict "image" .Values.mirror.image "global" .Values.global "registry" "docker.io" "repository" "rclone/rclone" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of s3Client. */}}
{{- define "minio.s3Client.image" -}}
{{- $tag := "8.22.0" }}
{{- $digest := "sha256:58adaa4e8dca9c988bae2aba4ab3434a0bb2da16bbe3f92dec39ec7785166777" }}
{{- include "minio.imageReference"
  (dict "image" .Values.s3Client.image "global" .Values.global "registry" "docker.io" "repository" "curlimages/curl" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of gateway. */}}
{{- define "minio.gateway.image" -}}
{{- $tag := "1.30.5-alpine" }}
{{- $digest := "sha256:15c994d10d6d78658721c3bcafff14cb281fba2a4bdf9d5ba92c416a472516e3" }}
{{- include "minio.imageReference" (dict "image" .Values.gateway.image "global" .Values.global "registry" "docker.io" "repository"
  "nginxinc/nginx-unprivileged" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Name of the service account of the pods. */}}
{{- define "minio.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- .Values.serviceAccount.name | default (include "minio.fullname" .) }}
{{- else }}
{{- .Values.serviceAccount.name | default "default" }}
{{- end }}
{{- end }}

{{/* An object from values, as JSON, in which the words for names are replaced; called with the root and the object. */}}
{{- define "minio.extraObject" -}}
{{- $fullname := include "minio.fullname" .root }}
{{- toJson .object | replace "{{ .Release.Name }}" .root.Release.Name | replace "{{ .Release.Namespace }}" .root.Release.Namespace | replace
  `{{ include \"minio.fullname\" . }}` $fullname }}
{{- end }}
