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

{{/* Whether the namespace chooses user and groups of the pods. */}}
{{- define "ai-platform.openshift" -}}
{{- if eq (toString .Values.global.openshift) "auto" }}
{{- if .Capabilities.APIVersions.Has "security.openshift.io/v1" }}true{{ end }}
{{- else if .Values.global.openshift }}true
{{- end }}
{{- end }}

{{/* Egress of every pod: to the servers for names, and what values add for all; called with the root and servers of the pod's own. */}}
{{- define "ai-platform.dnsEgress" -}}
{{- $dns := .root.Values.global.networkPolicy.dns }}
{{- $preset := $dns.preset | default "auto" }}
{{- if eq $preset "auto" }}
{{- $preset = ternary "openshift" "kubernetes" (include "ai-platform.openshift" .root | empty | not) }}
{{- end }}
- to:
    {{- with $dns.peers }}
    {{- toYaml . | nindent 4 }}
    {{- else }}
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ ternary "openshift-dns" "kube-system" (eq $preset "openshift") }}
    {{- if ne $preset "openshift" }}
    - ipBlock:
        cidr: 169.254.20.10/32
    {{- end }}
    {{- if eq $preset "gke" }}
    - ipBlock:
        cidr: 169.254.169.254/32
    {{- end }}
    {{- end }}
    {{- range .servers }}
    - ipBlock:
        cidr: {{ . }}/{{ ternary 128 32 (contains ":" .) }}
    {{- end }}
  ports:
    {{- range $dns.ports | default (ternary (list 5353 53) (list 53) (eq $preset "openshift")) }}
    - port: {{ int64 . }}
      protocol: UDP
    - port: {{ int64 . }}
      protocol: TCP
    {{- end }}
{{- with .root.Values.global.networkPolicy.extraEgress }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Full reference of an image. The built-in tag holds for the built-in repository, the built-in digest for both in the
  built-in registry or in global.imageRegistry, which replaces the registry of images that name one. */}}
{{- define "ai-platform.imageReference" -}}
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

{{/* Why no credentials are generated, which would replace those that are not seen; empty where they are. */}}
{{- define "ai-platform.ungenerated" -}}
{{- if .Values.global.gitops }}global.gitops generates no credentials
{{- else if .Capabilities.APIVersions.Has "v1/Secret" }}
{{- /* Both are in every cluster; a namespace that is still to be made has only the second one to show. */}}
{{- if not (or (lookup "v1" "ConfigMap" .Release.Namespace "kube-root-ca.crt") (lookup "v1" "Namespace" "" "kube-system")) }}
{{- print "this rendering sees no object of the cluster, as in Argo CD or with --dry-run=client, and generates no credentials" }}
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

{{/* Image of the toolbox. */}}
{{- define "ai-platform.toolbox.image" -}}
{{- include "ai-platform.imageReference" (dict "image" .Values.toolbox.image "global" .Values.global "registry" "docker.io" "repository"
  "library/busybox" "tag" "1.38.0" "digest" "sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e") }}
{{- end }}

{{/* Name of the objects of the member ai-system. */}}
{{- define "ai-platform.ai-system" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "ai-system" "reserve" 16) }}
{{- end }}

{{/* Name of the objects of the member alertmanager. */}}
{{- define "ai-platform.alertmanager" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "alertmanager" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member dcgm-exporter. */}}
{{- define "ai-platform.dcgm-exporter" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "dcgm-exporter" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member jaeger. */}}
{{- define "ai-platform.jaeger" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "jaeger" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member minio. */}}
{{- define "ai-platform.minio" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "minio" "reserve" 10) }}
{{- end }}

{{/* Name of the objects of the member ollama. */}}
{{- define "ai-platform.ollama" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "ollama" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member postgres. */}}
{{- define "ai-platform.postgres" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "postgres" "reserve" 13) }}
{{- end }}

{{/* Name of the objects of the member prometheus. */}}
{{- define "ai-platform.prometheus" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "prometheus" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member redis. */}}
{{- define "ai-platform.redis" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "redis" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member secrets. */}}
{{- define "ai-platform.secrets" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "secrets" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member airflow. */}}
{{- define "ai-platform.airflow" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "airflow" "reserve" 14) }}
{{- end }}

{{/* Name of the objects of the member gemini-agent. */}}
{{- define "ai-platform.gemini-agent" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "gemini-agent" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member grafana. */}}
{{- define "ai-platform.grafana" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "grafana" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member langchain-api. */}}
{{- define "ai-platform.langchain-api" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "langchain-api" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member mlflow. */}}
{{- define "ai-platform.mlflow" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "mlflow" "reserve" 11) }}
{{- end }}

{{/* Name of the objects of the member voice-ai. */}}
{{- define "ai-platform.voice-ai" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "voice-ai" "reserve" 8) }}
{{- end }}

{{/* Name of the objects of the member fastapi. */}}
{{- define "ai-platform.fastapi" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "fastapi" "reserve" 11) }}
{{- end }}

{{/* Name of the objects of the member llm-web. */}}
{{- define "ai-platform.llm-web" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "llm-web" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member streamlit. */}}
{{- define "ai-platform.streamlit" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "streamlit" "reserve" 5) }}
{{- end }}
