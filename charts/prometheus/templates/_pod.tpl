{{/* Pull secrets of the pods, those of the release first. */}}
{{- define "prometheus.imagePullSecrets" -}}
{{- if or .Values.global.imagePullSecrets .Values.imagePullSecrets -}}
imagePullSecrets:
  {{- range .Values.global.imagePullSecrets }}
  - name: {{ .name | quote }}
  {{- end }}
  {{- range .Values.imagePullSecrets }}
  - name: {{ .name | quote }}
  {{- end }}
{{- end }}
{{- end }}

{{/* Whether the namespace assigns user and groups to pods, as OpenShift does; empty for no. */}}
{{- define "prometheus.openshift" -}}
{{- if eq (toString .Values.global.openshift) "auto" }}
{{- if .Capabilities.APIVersions.Has "security.openshift.io/v1" }}true{{ end }}
{{- else if .Values.global.openshift }}true
{{- end }}
{{- end }}

{{/* Labels of helper pods. */}}
{{- define "prometheus.helperLabels" -}}
{{- with .Values.global }}
{{- include "prometheus.merged" (list .podLabels .helperPods.podLabels $.Values.helperPods.podLabels) }}
{{- end }}
{{- end }}

{{/* Annotations of helper pods. */}}
{{- define "prometheus.helperAnnotations" -}}
{{- with .Values.global }}
{{- include "prometheus.merged" (list .podAnnotations .helperPods.podAnnotations $.Values.helperPods.podAnnotations) }}
{{- end }}
{{- end }}

{{/* Scheduling of helper pods. */}}
{{- define "prometheus.helperPlace" -}}
{{- $global := .Values.global.helperPods }}
{{- with .Values.helperPods.priorityClassName | default $global.priorityClassName | default .Values.global.priorityClassName }}
priorityClassName: {{ . | quote }}
{{- end }}
{{- with include "prometheus.merged" (list .Values.global.nodeSelector $global.nodeSelector .Values.helperPods.nodeSelector) }}
nodeSelector:
  {{- trim . | nindent 2 }}
{{- end }}
{{- with .Values.helperPods.affinity | default $global.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with concat .Values.global.tolerations ($global.tolerations | default list) (.Values.helperPods.tolerations | default list) | uniq }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/* Security context of pods that only check services. */}}
{{- define "prometheus.toolboxPodSecurityContext" -}}
runAsNonRoot: true
{{- $user := int64 (.Values.helperPods.runAsUser | default .Values.global.helperPods.runAsUser | default 65534) }}
{{- if not (include "prometheus.openshift" .) }}
runAsUser: {{ $user }}
runAsGroup: {{ $user }}
{{- end }}
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{/* Probes of a container of the chart, without those that values leave out; called with the values, and what the probes ask where these do not say.
  */}}
{{- define "prometheus.probes" -}}
{{- $startup := dict "name" "startupProbe" "probe" .of.startupProbe "asks" .health }}
{{- $liveness := dict "name" "livenessProbe" "probe" .of.livenessProbe "asks" .alive }}
{{- $readiness := dict "name" "readinessProbe" "probe" .of.readinessProbe "asks" .health }}
{{- range list $startup $liveness $readiness }}
{{- if ne (toString .probe.enabled) "false" }}
{{ .name }}:
  {{- toYaml (omit .probe "enabled") | nindent 2 }}
  {{- if not (or .probe.httpGet .probe.tcpSocket .probe.exec .probe.grpc) }}
  {{- .asks | nindent 2 }}
  {{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* A folder for scratch files, which goes with the pod. */}}
{{- define "prometheus.scratch" -}}
{ {{ with .Values.scratch.medium }}medium: {{ . }}, {{ end }}sizeLimit: {{ toJson .Values.scratch.sizeLimit }} }
{{- end }}

{{/* Extra environment variables of a container: those of the release and the chart that it does not set itself, then its own; called with the lists
  release, chart and own. */}}
{{- define "prometheus.extraEnv" -}}
{{- $names := list }}
{{- range .own }}
{{- $names = append $names .name }}
{{- end }}
{{- range .chart }}
{{- if not (has .name $names) }}
{{- $names = append $names .name }}
-
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
{{- range .release }}
{{- if not (has .name $names) }}
-
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
{{- with .own }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Environment variables that name the platform's CA certificates; called with global, own (the variables of the container) and taken
  (further names that are set). */}}
{{- define "prometheus.authorities" -}}
{{- $names := .taken }}
{{- range concat .own .global.extraEnv }}
{{- $names = append $names .name }}
{{- end }}
{{- range list "SSL_CERT_FILE" "REQUESTS_CA_BUNDLE" "CURL_CA_BUNDLE" "NODE_EXTRA_CA_CERTS" "AWS_CA_BUNDLE" "GRPC_DEFAULT_SSL_ROOTS_FILE_PATH" }}
{{- if not (has . $names) }}
- name: {{ . }}
  value: /etc/authorities/ca.crt
{{- end }}
{{- end }}
{{- end }}

{{/* Volume with the platform's CA certificates; called with global.caBundle. */}}
{{- define "prometheus.authoritiesVolume" -}}
- name: authorities
  {{- if .configMap }}
  configMap:
    name: {{ .configMap | quote }}
  {{- else }}
  secret:
    secretName: {{ .secret | quote }}
  {{- end }}
    items:
      - key: {{ .key | default "ca.crt" | quote }}
        path: ca.crt
{{- end }}

{{/* Extra containers from values, with the security context of the chart; called with them and the environment of the release. */}}
{{- define "prometheus.extraContainers" -}}
{{- range .containers }}
- {{ toYaml (omit . "env") | nindent 2 | trim }}
  {{- with include "prometheus.extraEnv" (dict "release" $.release "own" .env) }}
  env:
    {{- trim . | nindent 4 }}
  {{- end }}
  securityContext:
    runAsNonRoot: true
    allowPrivilegeEscalation: false
    readOnlyRootFilesystem: true
    capabilities:
      drop: [ALL]
{{- end }}
{{- end }}

{{/* A security context from values, without ids where the namespace assigns them; called with the root and the context. */}}
{{- define "prometheus.securityContext" -}}
{{- if include "prometheus.openshift" .root }}
{{- omit .context "runAsUser" "runAsGroup" "fsGroup" "supplementalGroups" | toYaml }}
{{- else }}
{{- toYaml .context }}
{{- end }}
{{- end }}

{{/* Security context of the chart's own containers. */}}
{{- define "prometheus.toolboxSecurityContext" -}}
runAsNonRoot: true
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{/* Topology spread constraints; one without a labelSelector counts the pods of the component. */}}
{{- define "prometheus.topologySpread" -}}
{{- range .constraints }}
-
  {{- toYaml . | nindent 2 }}
  {{- if kindIs "invalid" .labelSelector }}
  labelSelector:
    matchLabels:
      {{- include "prometheus.selectorLabels" $.root | nindent 6 }}
      app.kubernetes.io/component: {{ $.component }}
  {{- end }}
{{- end }}
{{- end }}

{{/* Preference for nodes without another pod of the same track of the component. */}}
{{- define "prometheus.apartByNode" -}}
preferredDuringSchedulingIgnoredDuringExecution:
  - weight: 50
    podAffinityTerm:
      topologyKey: kubernetes.io/hostname
      labelSelector:
        matchLabels:
          {{- include "prometheus.selectorLabels" .root | nindent 10 }}
          app.kubernetes.io/component: {{ .component }}
          track: {{ .track }}
{{- end }}
