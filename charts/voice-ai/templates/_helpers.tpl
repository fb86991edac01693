{{/* Name of a release of a chart, cut and hashed where the longest object name would not fit. */}}
{{- define "voice-ai.releaseName" -}}
{{- $limit := sub (sub 51 (len .name)) .reserve | int }}
{{- if gt (len .release) $limit }}
{{- printf "%s-%s" (.release | trunc (sub $limit 6 | int) | trimSuffix "-") (.release | sha256sum | trunc 5) }}
{{- else }}
{{- .release }}
{{- end }}-{{ .name }}
{{- end }}

{{/* Several maps as one; where two have a key, the later one holds. Called with a list of them. */}}
{{- define "voice-ai.merged" -}}
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
{{- define "voice-ai.openshift" -}}
{{- if eq (toString .Values.global.openshift) "auto" }}
{{- if .Capabilities.APIVersions.Has "security.openshift.io/v1" }}true{{ end }}
{{- else if .Values.global.openshift }}true
{{- end }}
{{- end }}

{{/* Name of the objects of this chart. Installed by itself as a release of exactly its name, it says it once; a release whose name only holds it
  could meet another one. */}}
{{- define "voice-ai.fullname" -}}
{{- $name := .Values.nameOverride | default (include "voice-ai.name" .) }}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride }}
{{- else if and .Chart.IsRoot (eq .Release.Name $name) }}
{{- $name }}
{{- else }}
{{- include "voice-ai.releaseName" (dict "release" .Release.Name "name" $name "reserve" 8) }}
{{- end }}
{{- end }}

{{/* Name of this chart in a release: voice-ai, or its alias; inside of a chart that is itself a part of another one, that stands before it. */}}
{{- define "voice-ai.name" -}}
{{- $name := .Chart.Name }}
{{- with .Template }}
{{- $charts := splitList "/charts/" (.BasePath | trimSuffix "/templates") | rest }}
{{- if gt (len $charts) 1 }}
{{- $name = join "-" $charts | trunc 63 | trimSuffix "-" }}
{{- end }}
{{- end }}
{{- with index .Values.global.members "voice-ai" }}
{{- $name = ternary "voice-ai" $name (eq .enabled true) }}
{{- end }}
{{- $name }}
{{- end }}

{{/* Labels that select pods; they never change. */}}
{{- define "voice-ai.selectorLabels" -}}
app.kubernetes.io/name: {{ include "voice-ai.name" . }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end }}

{{/* Labels that select the pods of a component; called with the root and the component. */}}
{{- define "voice-ai.componentLabels" -}}
{{- include "voice-ai.selectorLabels" .root }}
app.kubernetes.io/component: {{ .component }}
track: stable
{{- end }}

{{/* Labels that the chart itself gives every object. */}}
{{- define "voice-ai.ownLabels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "voice-ai.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{/* Labels of every object: the chart's own, and those from values. */}}
{{- define "voice-ai.labels" -}}
{{- include "voice-ai.ownLabels" . }}
{{- include "voice-ai.merged" (list .Values.global.commonLabels .Values.labels) }}
{{- end }}

{{/* Labels of an object; called with the root, its component, and values that may have labels. */}}
{{- define "voice-ai.objectLabels" -}}
labels:
  {{- include "voice-ai.ownLabels" .root | nindent 2 }}
  {{- with .component }}
  app.kubernetes.io/component: {{ . }}
  {{- end }}
  {{- with include "voice-ai.merged" (list .root.Values.global.commonLabels .root.Values.labels (.own | default dict).labels) }}
  {{- trim . | nindent 2 }}
  {{- end }}
{{- end }}

{{/* Labels and annotations of an object; called with the root, its component, lists of its annotations, and values that may have both. */}}
{{- define "voice-ai.metadata" -}}
{{- include "voice-ai.objectLabels" . }}
{{- with include "voice-ai.merged" (prepend (append .annotations (.own | default dict).annotations) .root.Values.global.commonAnnotations) }}
annotations:
  {{- trim . | nindent 2 }}
{{- end }}
{{- end }}

{{/* Why no credentials are generated, which would replace those that are not seen; empty where they are. */}}
{{- define "voice-ai.ungenerated" -}}
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
{{- define "voice-ai.imageReference" -}}
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
{{- define "voice-ai.image" -}}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "voice-ai.imageReference"
  (dict "image" .Values.image "global" .Values.global "registry" "docker.io" "repository" "" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the workload agent. */}}
{{- define "voice-ai.agent.image" -}}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "voice-ai.imageReference"
  (dict "image" .Values.agent.image "global" .Values.global "registry" "docker.io" "repository" "" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the workload livekit. */}}
{{- define "voice-ai.livekit.image" -}}
{{- $tag := "v1.13.7" }}
{{- $digest := "sha256:6fd3b7088874c4d119160dd688798dfec852bc014786d392caad15f6f63912a3" }}
{{- include "voice-ai.imageReference" (dict "image" .Values.livekit.image "global" .Values.global "registry" "docker.io" "repository"
  "livekit/livekit-server" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the workload whisper. */}}
{{- define "voice-ai.whisper.image" -}}
{{- $tag := "0.8.3-cpu" }}
{{- $digest := "sha256:21e3df06d842fb7802ab470dd77c25f0e8c0d22950e8d8c6ae886e851af53ef8" }}
{{- if .Values.whisper.gpu.enabled }}
{{- $tag = "0.8.3-cuda" }}
{{- $digest = "sha256:9abc6968a883e77ead9286c38a6ccf3139dcad518b783deeebb7be2ced50e972" }}
{{- end }}
{{- include "voice-ai.imageReference"
  (dict "image" .Values.whisper.image "global" .Values.global "registry" "ghcr.io" "repository" "speaches-ai/speaches" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the workload kokoro. */}}
{{- define "voice-ai.kokoro.image" -}}
{{- $tag := "v0.9.0" }}
{{- $digest := "sha256:7f9a256919eff7a84e9a77b757de0f3fe95c48fcf4fbe1e008deacbc7d9f2985" }}
{{- $repository := .Values.kokoro.image.repository }}
{{- $builtIn := "remsky/kokoro-fastapi-cpu" }}
{{- if and .Values.kokoro.gpu.enabled (eq .Values.kokoro.gpu.vendor "nvidia") }}
{{- $tag = "v0.9.0" }}
{{- $digest = "sha256:9ba150465c6b8f5d6b1c62b54de83eb9aa0a1444aad8a1a9c8948eed60564b76" }}
{{- if eq $repository $builtIn }}
{{- $repository = "remsky/kokoro-fastapi-gpu" }}
{{- end }}
{{- $builtIn = "remsky/kokoro-fastapi-gpu" }}
{{- end }}
{{- if and .Values.kokoro.gpu.enabled (eq .Values.kokoro.gpu.vendor "nvidia") (eq .Values.kokoro.cuda "12.8") }}
{{- $tag = "v0.9.0-cu128" }}
{{- $digest = "" }}
{{- if eq $repository $builtIn }}
{{- $repository = "remsky/kokoro-fastapi-gpu" }}
{{- end }}
{{- $builtIn = "remsky/kokoro-fastapi-gpu" }}
{{- end }}
{{- if and .Values.kokoro.gpu.enabled (eq .Values.kokoro.gpu.vendor "amd") }}
{{- $tag = "v0.9.0" }}
{{- $digest = "" }}
{{- if eq $repository $builtIn }}
{{- $repository = "remsky/kokoro-fastapi-rocm" }}
{{- end }}
{{- $builtIn = "remsky/kokoro-fastapi-rocm" }}
{{- end }}
{{- $image := dict "registry" .Values.kokoro.image.registry "repository" $repository "tag" .Values.kokoro.image.tag "digest"
  .Values.kokoro.image.digest }}
{{- include "voice-ai.imageReference"
  (dict "image" $image "global" .Values.global "registry" "ghcr.io" "repository" $builtIn "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the toolbox. */}}
{{- define "voice-ai.toolbox.image" -}}
{{- $tag := "1.38.0" }}
{{- $digest := "sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e" }}
{{- include "voice-ai.imageReference"
  (dict "image" .Values.toolbox.image "global" .Values.global "registry" "docker.io" "repository" "library/busybox" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of gateway. */}}
{{- define "voice-ai.gateway.image" -}}
{{- $tag := "1.30.5-alpine" }}
{{- $digest := "sha256:15c994d10d6d78658721c3bcafff14cb281fba2a4bdf9d5ba92c416a472516e3" }}
{{- include "voice-ai.imageReference" (dict "image" .Values.gateway.image "global" .Values.global "registry" "docker.io" "repository"
  "nginxinc/nginx-unprivileged" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Name of the service account of the pods. */}}
{{- define "voice-ai.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- .Values.serviceAccount.name | default (include "voice-ai.fullname" .) }}
{{- else }}
{{- .Values.serviceAccount.name | default "default" }}
{{- end }}
{{- end }}

{{/* An object from values, as JSON, in which the words for names are replaced; called with the root and the object. */}}
{{- define "voice-ai.extraObject" -}}
{{- $fullname := include "voice-ai.fullname" .root }}
{{- toJson .object | replace "{{ .Release.Name }}" .root.Release.Name | replace "{{ .Release.Namespace }}" .root.Release.Namespace | replace
  `{{ include \"voice-ai.fullname\" . }}` $fullname }}
{{- end }}
