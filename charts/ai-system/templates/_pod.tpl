{{/* Pull secrets of the pods, those of the release first. */}}
{{- define "ai-system.imagePullSecrets" -}}
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

{{/* Whether the namespace chooses user and groups of the pods. */}}
{{- define "ai-system.openshift" -}}
{{- if eq (toString .Values.global.openshift) "auto" }}
{{- if .Capabilities.APIVersions.Has "security.openshift.io/v1" }}true{{ end }}
{{- else if .Values.global.openshift }}true
{{- end }}
{{- end }}

{{/* Labels of helper pods. */}}
{{- define "ai-system.helperLabels" -}}
{{- with .Values.global }}
{{- include "ai-system.merged" (list .podLabels .helperPods.podLabels $.Values.helperPods.podLabels) }}
{{- end }}
{{- end }}

{{/* Annotations of helper pods. */}}
{{- define "ai-system.helperAnnotations" -}}
{{- with .Values.global }}
{{- include "ai-system.merged" (list .podAnnotations .helperPods.podAnnotations $.Values.helperPods.podAnnotations) }}
{{- end }}
{{- end }}

{{/* Where helper pods run. */}}
{{- define "ai-system.helperPlace" -}}
{{- $global := .Values.global.helperPods }}
{{- with .Values.helperPods.priorityClassName | default $global.priorityClassName | default .Values.global.priorityClassName }}
priorityClassName: {{ . | quote }}
{{- end }}
{{- with include "ai-system.merged" (list .Values.global.nodeSelector $global.nodeSelector .Values.helperPods.nodeSelector) }}
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

{{/* Security context of pods that only look at services. */}}
{{- define "ai-system.toolboxPodSecurityContext" -}}
runAsNonRoot: true
{{- $user := int64 (.Values.helperPods.runAsUser | default .Values.global.helperPods.runAsUser | default 65534) }}
{{- if not (include "ai-system.openshift" .) }}
runAsUser: {{ $user }}
runAsGroup: {{ $user }}
{{- end }}
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{/* Probes of a container of the chart, without those that values leave out; called with the values, and what the probes ask where these do not say.
  */}}
{{- define "ai-system.probes" -}}
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

{{/* Environment of the release and of the chart, without what a container sets itself, and its own; called with the lists. */}}
{{- define "ai-system.extraEnv" -}}
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

{{/* Variables by which programs find the authorities of the platform; called with global, extraEnv and further names that are set. */}}
{{- define "ai-system.authorities" -}}
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

{{/* Volume with the authorities of the platform; called with what global says of them. */}}
{{- define "ai-system.authoritiesVolume" -}}
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
{{- define "ai-system.extraContainers" -}}
{{- range .containers }}
- {{ toYaml (omit . "env") | nindent 2 | trim }}
  {{- with include "ai-system.extraEnv" (dict "release" $.release "own" .env) }}
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

{{/* A security context from values, without ids where the namespace chooses them; called with the root and the context. */}}
{{- define "ai-system.securityContext" -}}
{{- if include "ai-system.openshift" .root }}
{{- omit .context "runAsUser" "runAsGroup" "fsGroup" "supplementalGroups" | toYaml }}
{{- else }}
{{- toYaml .context }}
{{- end }}
{{- end }}

{{/* Security context of the chart's own containers. */}}
{{- define "ai-system.toolboxSecurityContext" -}}
runAsNonRoot: true
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{/* Topology spread constraints; one without a labelSelector counts the pods of the component. */}}
{{- define "ai-system.topologySpread" -}}
{{- range .constraints }}
-
  {{- with . }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
  {{- if kindIs "invalid" .labelSelector }}
  labelSelector:
    matchLabels:
      {{- include "ai-system.selectorLabels" $.root | nindent 6 }}
      app.kubernetes.io/component: {{ $.component }}
  {{- end }}
{{- end }}
{{- end }}

{{/* Preference for nodes without another pod of the same track of the component. */}}
{{- define "ai-system.apartByNode" -}}
preferredDuringSchedulingIgnoredDuringExecution:
  - weight: 50
    podAffinityTerm:
      topologyKey: kubernetes.io/hostname
      labelSelector:
        matchLabels:
          {{- include "ai-system.selectorLabels" .root | nindent 10 }}
          app.kubernetes.io/component: {{ .component }}
          track: {{ .track }}
{{- end }}

{{/* Labels of several pods: serviceAccount, clientLabels, podMetadata; called with root, values. */}}
{{- define "ai-system.podLabels" -}}
{{- with .root -}}
{{- $given := or (index .Values.global.podLabels "azure.workload.identity/use") (index $.values.podLabels "azure.workload.identity/use") }}
{{- if and (eq (include "ai-system.workloadIdentity" .) "aks") (not $given) }}
azure.workload.identity/use: "true"
{{- end }}
{{- with include "ai-system.connections.jaeger.clientLabel" . }}
{{ . }}: "true"
{{- end }}
{{- if or .Values.global.podLabels $.values.podLabels }}
{{- include "ai-system.merged" (list .Values.global.podLabels $.values.podLabels) | trim | nindent 0 }}
{{- end }}
{{- end }}
{{- end }}

{{/* Fields of several pods; called with root, values, component. */}}
{{- define "ai-system.podSpec" -}}
{{- with .root -}}
serviceAccountName: {{ include "ai-system.serviceAccountName" . | quote }}
terminationGracePeriodSeconds: {{ int64 $.values.terminationGracePeriodSeconds }}
{{- with $.values.priorityClassName | default .Values.global.priorityClassName }}
priorityClassName: {{ . | quote }}
{{- end }}
{{- with $.values.runtimeClassName | default (ternary $.values.gpu.runtimeClassName "" $.values.gpu.enabled) }}
runtimeClassName: {{ . | quote }}
{{- end }}
{{- with include "ai-system.merged" (list .Values.global.nodeSelector $.values.nodeSelector) }}
nodeSelector:
  {{- trim . | nindent 2 }}
{{- end }}
{{- if and $.values.gpu.enabled (or $.values.gpu.product (eq $.values.gpu.sharing "mps") (eq $.values.gpu.fallback "cpu")) }}
affinity:
  {{- include "ai-system.gpuNodeAffinity" (dict "affinity" $.values.affinity "gpu" $.values.gpu) | nindent 2 }}
  {{- with omit $.values.affinity "nodeAffinity" }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
  {{- if not $.values.affinity }}
  podAntiAffinity:
    {{- include "ai-system.apartByNode" (dict "root" . "component" $.component "track" "stable") | nindent 4 }}
  {{- end }}
{{- else }}
affinity:
  {{- with $.values.affinity }}
  {{- toYaml . | nindent 2 }}
  {{- else }}
  podAntiAffinity:
    {{- include "ai-system.apartByNode" (dict "root" . "component" $.component "track" "stable") | nindent 4 }}
  {{- end }}
{{- end }}
{{- with $.values.topologySpreadConstraints }}
topologySpreadConstraints:
  {{- include "ai-system.topologySpread" (dict "constraints" . "root" $.root "component" $.component) | trim | nindent 2 }}
{{- end }}
{{- with $.values.pod }}
{{- toYaml . | nindent 0 }}
{{- end }}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with include "ai-system.imagePullSecrets" . }}
{{- . | nindent 0 }}
{{- end }}
securityContext:
  {{- include "ai-system.securityContext" (dict "root" . "context" .Values.podSecurityContext) | nindent 2 }}
{{- end }}
{{- end }}

{{/* Init containers of several pods: connections, extras; called with root, values. */}}
{{- define "ai-system.initContainers" -}}
{{- with .root -}}
- name: wait-for-memory
  image: {{ include "ai-system.toolbox.image" . }}
  imagePullPolicy: {{ .Values.toolbox.image.pullPolicy }}
  command: ["sh", "-c"]
  args:
    - |
      {{- include "ai-system.scripts.check-http" . | nindent 6 }}
  env:
    - name: SERVICE
      value: ai-system
    - name: TIMEOUT
      value: "600"
    - name: HOST
      value: {{ include "ai-system.fullname" . }}-memory.{{ include "ai-system.namespaces.core" . }}.svc
    - name: PORT
      value: {{ .Values.memory.service.port | quote }}
    - name: URL
      value: http://{{ include "ai-system.fullname" . }}-memory.{{ include "ai-system.namespaces.core" . }}.svc:{{ .Values.memory.service.port }}/health
    - name: EXPECT
      value: ""
    {{- with .Values.global.extraEnv }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  resources:
    {{- toYaml .Values.toolbox.resources | nindent 4 }}
  terminationMessagePolicy: FallbackToLogsOnError
  securityContext:
    {{- include "ai-system.toolboxSecurityContext" . | nindent 4 }}
{{- if $.values.extraLateInitContainers }}
{{- include "ai-system.extraContainers" (dict "containers" $.values.extraLateInitContainers "release" .Values.global.extraEnv) | nindent 0 }}
{{- end }}
{{- end }}
{{- end }}

{{/* Fields of several containers; called with root, values. */}}
{{- define "ai-system.container" -}}
{{- with .root -}}
resources:
  requests:
    {{- toYaml $.values.resources.requests | nindent 4 }}
  limits:
    {{- toYaml $.values.resources.limits | nindent 4 }}
    {{- if and $.values.gpu.enabled (eq $.values.gpu.fallback "fail") }}
    {{ include "ai-system.gpuResource" $.values.gpu }}: {{ int64 $.values.gpu.count }}
    {{- end }}
terminationMessagePolicy: FallbackToLogsOnError
securityContext:
  {{- include "ai-system.securityContext" (dict "root" . "context" .Values.securityContext) | nindent 2 }}
volumeMounts:
  - name: tmp
    mountPath: /tmp
  {{- if .Values.sharedVolume.claim }}
  - name: shared
    mountPath: /shared
  {{- end }}
  {{- if or .Values.global.caBundle.configMap .Values.global.caBundle.secret }}
  - name: authorities
    mountPath: /etc/authorities
    readOnly: true
  {{- end }}
  {{- with $.values.volumeMounts }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end }}
{{- end }}

{{/* Environment variables of several containers: connections, tracing, gpu, caBundle, extras; called with root, values, component, namespace. */}}
{{- define "ai-system.environment" -}}
{{- with .root -}}
{{- if include "ai-system.connections.jaeger.via" . }}
{{- include "ai-system.connections.jaeger.env" . | trim | nindent 0 }}
{{- end }}
{{- if include "ai-system.connections.jaeger.via" . }}
- name: OTEL_SDK_DISABLED
  value: {{ not .Values.tracing.enabled | quote }}
- name: OTEL_SERVICE_NAME
  value: {{ printf "%s-%s" (.Values.tracing.serviceName | default (include "ai-system.fullname" .)) $.component | quote }}
- name: OTEL_RESOURCE_ATTRIBUTES
  value: "{{ printf "service.namespace=%s,k8s.namespace.name=%s" .Release.Name $.namespace }}{{ range $name, $value :=
    .Values.tracing.resourceAttributes }},{{ $name }}={{ $value }}{{ end }}"
- name: OTEL_EXPORTER_OTLP_PROTOCOL
  value: http/protobuf
- name: OTEL_TRACES_EXPORTER
  value: otlp
- name: OTEL_METRICS_EXPORTER
  value: none
- name: OTEL_LOGS_EXPORTER
  value: none
- name: OTEL_TRACES_SAMPLER
  value: {{ .Values.tracing.sampler }}
- name: OTEL_TRACES_SAMPLER_ARG
  value: {{ divf .Values.tracing.percent 100 | quote }}
{{- end }}
{{- if and $.values.gpu.enabled (eq $.values.gpu.vendor "nvidia") }}
- name: NVIDIA_DRIVER_CAPABILITIES
  value: compute,utility
{{- if eq $.values.gpu.fallback "cpu" }}
- name: NVIDIA_VISIBLE_DEVICES
  value: all
{{- end }}
{{- if and $.values.gpu.memory (eq $.values.gpu.sharing "mps") }}
- name: CUDA_MPS_PINNED_DEVICE_MEM_LIMIT
  value: {{ printf "0=%sM" (include "ai-system.mebibytes" $.values.gpu.memory) | quote }}
{{- end }}
{{- else }}
# Where NVIDIA's runtime is that of every container, this one would see all cards.
- name: NVIDIA_VISIBLE_DEVICES
  value: void
{{- end }}
{{- if or .Values.global.caBundle.configMap .Values.global.caBundle.secret }}
{{- include "ai-system.authorities" (dict "global" .Values.global "own" (concat .Values.extraEnv $.values.extraEnv) "taken" (list)) | trim
  | nindent 0 }}
{{- end }}
{{- if or .Values.global.extraEnv .Values.extraEnv $.values.extraEnv }}
{{- include "ai-system.extraEnv" (dict "release" .Values.global.extraEnv "chart" .Values.extraEnv "own" $.values.extraEnv) | trim | nindent 0 }}
{{- end }}
{{- end }}
{{- end }}

{{/* Environment variables of several containers: tracing; called with root, component, namespace. */}}
{{- define "ai-system.environment.tracing" -}}
{{- with .root -}}
- name: OTEL_SDK_DISABLED
  value: {{ not .Values.tracing.enabled | quote }}
- name: OTEL_SERVICE_NAME
  value: {{ printf "%s-%s" (.Values.tracing.serviceName | default (include "ai-system.fullname" .)) $.component | quote }}
- name: OTEL_RESOURCE_ATTRIBUTES
  value: "{{ printf "service.namespace=%s,k8s.namespace.name=%s" .Release.Name $.namespace }}{{ range $name, $value :=
    .Values.tracing.resourceAttributes }},{{ $name }}={{ $value }}{{ end }}"
- name: OTEL_EXPORTER_OTLP_PROTOCOL
  value: http/protobuf
- name: OTEL_TRACES_EXPORTER
  value: otlp
- name: OTEL_METRICS_EXPORTER
  value: none
- name: OTEL_LOGS_EXPORTER
  value: none
- name: OTEL_TRACES_SAMPLER
  value: {{ .Values.tracing.sampler }}
- name: OTEL_TRACES_SAMPLER_ARG
  value: {{ divf .Values.tracing.percent 100 | quote }}
{{- end }}
{{- end }}

{{/* Volumes of several pods: scratch, mounts, caBundle, extras; called with root, values. */}}
{{- define "ai-system.volumes" -}}
{{- with .root -}}
- name: tmp
  emptyDir: { {{ with .Values.scratch.medium }}medium: {{ . }}, {{ end }}sizeLimit: {{ toJson .Values.scratch.sizeLimit }} }
{{- if .Values.sharedVolume.claim }}
- name: shared
  persistentVolumeClaim:
    claimName: {{ .Values.sharedVolume.claim | quote }}
{{- end }}
{{- if or .Values.global.caBundle.configMap .Values.global.caBundle.secret }}
{{- include "ai-system.authoritiesVolume" .Values.global.caBundle | nindent 0 }}
{{- end }}
{{- with $.values.volumes }}
{{- toYaml . | nindent 0 }}
{{- end }}
{{- end }}
{{- end }}
