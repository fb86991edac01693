{{/* Pull secrets of the pods, those of the release first. */}}
{{- define "redis.imagePullSecrets" -}}
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
{{- define "redis.openshift" -}}
{{- if eq (toString .Values.global.openshift) "auto" }}
{{- if .Capabilities.APIVersions.Has "security.openshift.io/v1" }}true{{ end }}
{{- else if .Values.global.openshift }}true
{{- end }}
{{- end }}

{{/* Labels of helper pods. */}}
{{- define "redis.helperLabels" -}}
{{- with .Values.global }}
{{- include "redis.merged" (list .podLabels .helperPods.podLabels $.Values.helperPods.podLabels) }}
{{- end }}
{{- end }}

{{/* Annotations of helper pods. */}}
{{- define "redis.helperAnnotations" -}}
{{- with .Values.global }}
{{- include "redis.merged" (list .podAnnotations .helperPods.podAnnotations $.Values.helperPods.podAnnotations) }}
{{- end }}
{{- end }}

{{/* Scheduling of helper pods. */}}
{{- define "redis.helperPlace" -}}
{{- $global := .Values.global.helperPods }}
{{- with .Values.helperPods.priorityClassName | default $global.priorityClassName | default .Values.global.priorityClassName }}
priorityClassName: {{ . | quote }}
{{- end }}
{{- with include "redis.merged" (list .Values.global.nodeSelector $global.nodeSelector .Values.helperPods.nodeSelector) }}
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
{{- define "redis.toolboxPodSecurityContext" -}}
runAsNonRoot: true
{{- $user := int64 (.Values.helperPods.runAsUser | default .Values.global.helperPods.runAsUser | default 65534) }}
{{- if not (include "redis.openshift" .) }}
runAsUser: {{ $user }}
runAsGroup: {{ $user }}
{{- end }}
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{/* Probes of a container of the chart, without those that values leave out; called with the values, and what the probes ask where these do not say.
  */}}
{{- define "redis.probes" -}}
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
{{- define "redis.scratch" -}}
{ {{ with .Values.scratch.medium }}medium: {{ . }}, {{ end }}sizeLimit: {{ toJson .Values.scratch.sizeLimit }} }
{{- end }}

{{/* Extra environment variables of a container: those of the release and the chart that it does not set itself, then its own; called with the lists
  release, chart and own. */}}
{{- define "redis.extraEnv" -}}
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
{{- define "redis.authorities" -}}
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
{{- define "redis.authoritiesVolume" -}}
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
{{- define "redis.extraContainers" -}}
{{- range .containers }}
- {{ toYaml (omit . "env") | nindent 2 | trim }}
  {{- with include "redis.extraEnv" (dict "release" $.release "own" .env) }}
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
{{- define "redis.securityContext" -}}
{{- if include "redis.openshift" .root }}
{{- omit .context "runAsUser" "runAsGroup" "fsGroup" "supplementalGroups" | toYaml }}
{{- else }}
{{- toYaml .context }}
{{- end }}
{{- end }}

{{/* Security context of the chart's own containers. */}}
{{- define "redis.toolboxSecurityContext" -}}
runAsNonRoot: true
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{/* Topology spread constraints; one without a labelSelector counts the pods of the component. */}}
{{- define "redis.topologySpread" -}}
{{- range .constraints }}
-
  {{- toYaml . | nindent 2 }}
  {{- if kindIs "invalid" .labelSelector }}
  labelSelector:
    matchLabels:
      {{- include "redis.selectorLabels" $.root | nindent 6 }}
      app.kubernetes.io/component: {{ $.component }}
  {{- end }}
{{- end }}
{{- end }}

{{/* Preference for nodes without another pod of the same track of the component. */}}
{{- define "redis.apartByNode" -}}
preferredDuringSchedulingIgnoredDuringExecution:
  - weight: 50
    podAffinityTerm:
      topologyKey: kubernetes.io/hostname
      labelSelector:
        matchLabels:
          {{- include "redis.selectorLabels" .root | nindent 10 }}
          app.kubernetes.io/component: {{ .component }}
          track: {{ .track }}
{{- end }}

{{/* Environment variables of several containers. */}}
{{- define "redis.environment" -}}
- name: CLI
  value: {{ printf "%s-cli%s" .Values.engine (ternary
    (printf " --tls --insecure --cert /run/tls/%s --key /run/tls/%s" .Values.tls.certificateKey .Values.tls.privateKeyKey) "" .Values.tls.enabled)
    | quote }}
- name: USERS
  value: {{ $lines := list }}{{ range $name, $user := .Values.auth.users }}{{ $lines = append $lines
    (printf "%s %s %s" $name ($user.passwordKey | default $name) $user.permissions) }}{{ end }}{{ join "\n" $lines | quote }}
- name: USERS_CHECKSUM
  value: {{ .Values.auth.users | toJson | sha256sum | quote }}
- name: MAX_MEMORY
  value: {{ include "redis.maxMemory" . | quote }}
- name: EXTRA_CONFIG
  value: {{ $lines := list }}{{ range $name, $value := .Values.extraConfig }}{{ range kindIs "slice" $value | ternary $value (list $value) }}{{ $lines
    = append $lines (printf "%s %v" $name (ternary (toJson .) . (kindIs "float64" .))) }}{{ end }}{{ end }}{{ join "\n" $lines | quote }}
{{- end }}

{{/* Environment variables of several containers: settings. */}}
{{- define "redis.environment.settings" -}}
- name: ENGINE
  value: {{ .Values.engine | quote }}
- name: REDISCLI_AUTH
  valueFrom:
    secretKeyRef:
      name: {{ include "redis.secretName" (dict "root" $ "key" "password") | quote }}
      key: {{ include "redis.secretKey" (dict "root" $ "key" "password") | quote }}
- name: TLS
  value: {{ .Values.tls.enabled | quote }}
- name: TLS_CERTIFICATE
  value: {{ .Values.tls.certificateKey | quote }}
- name: TLS_KEY
  value: {{ .Values.tls.privateKeyKey | quote }}
- name: TLS_AUTHORITY
  value: {{ .Values.tls.authorityKey | quote }}
- name: TLS_CLIENTS
  value: {{ .Values.tls.clientCertificates | quote }}
{{- with .Values.disabledCommands }}
- name: DISABLED_COMMANDS
  value: {{ join "," . | quote }}
{{- end }}
- name: APPEND_ONLY
  value: {{ .Values.config.appendOnly | quote }}
- name: APPEND_FSYNC
  value: {{ .Values.config.appendFsync | quote }}
- name: SAVE
  value: {{ .Values.config.save | quote }}
- name: MAX_MEMORY_POLICY
  value: {{ .Values.config.maxMemoryPolicy | quote }}
- name: DATABASES
  value: {{ int64 .Values.config.databases | quote }}
- name: LOG_LEVEL
  value: {{ .Values.config.logLevel | quote }}
{{- end }}

{{/* Volume mounts of several containers: mounts. */}}
{{- define "redis.volumeMounts.mounts" -}}
{{- if .Values.auth.users }}
- name: users
  mountPath: /run/users
  readOnly: true
{{- end }}
{{- if .Values.tls.enabled }}
- name: tls
  mountPath: /run/tls
  readOnly: true
{{- end }}
{{- end }}

{{/* Volumes of several pods: mounts. */}}
{{- define "redis.volumes.mounts" -}}
{{- if .Values.auth.users }}
- name: users
  secret:
    secretName: {{ include "redis.usersSecret" . | quote }}
    defaultMode: 0440 # fsGroup owns it, and the group reads
{{- end }}
{{- if .Values.tls.enabled }}
- name: tls
  secret:
    secretName: {{ .Values.tls.existingSecret | quote }}
    defaultMode: 0440 # fsGroup owns it, and the group reads
{{- end }}
{{- end }}
