{{/* Pull secrets of the pods, those of the release first. */}}
{{- define "postgres.imagePullSecrets" -}}
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
{{- define "postgres.openshift" -}}
{{- if eq (toString .Values.global.openshift) "auto" }}
{{- if .Capabilities.APIVersions.Has "security.openshift.io/v1" }}true{{ end }}
{{- else if .Values.global.openshift }}true
{{- end }}
{{- end }}

{{/* Labels of helper pods. */}}
{{- define "postgres.helperLabels" -}}
{{- with .Values.global }}
{{- include "postgres.merged" (list .podLabels .helperPods.podLabels $.Values.helperPods.podLabels) }}
{{- end }}
{{- end }}

{{/* Annotations of helper pods. */}}
{{- define "postgres.helperAnnotations" -}}
{{- with .Values.global }}
{{- include "postgres.merged" (list .podAnnotations .helperPods.podAnnotations $.Values.helperPods.podAnnotations) }}
{{- end }}
{{- end }}

{{/* Where helper pods run. */}}
{{- define "postgres.helperPlace" -}}
{{- $global := .Values.global.helperPods }}
{{- with .Values.helperPods.priorityClassName | default $global.priorityClassName | default .Values.global.priorityClassName }}
priorityClassName: {{ . | quote }}
{{- end }}
{{- with include "postgres.merged" (list .Values.global.nodeSelector $global.nodeSelector .Values.helperPods.nodeSelector) }}
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
{{- define "postgres.toolboxPodSecurityContext" -}}
runAsNonRoot: true
{{- $user := int64 (.Values.helperPods.runAsUser | default .Values.global.helperPods.runAsUser | default 65534) }}
{{- if not (include "postgres.openshift" .) }}
runAsUser: {{ $user }}
runAsGroup: {{ $user }}
{{- end }}
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{/* Probes of a container of the chart, without those that values leave out; called with the values, and what the probes ask where these do not say.
  */}}
{{- define "postgres.probes" -}}
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
{{- define "postgres.extraEnv" -}}
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
{{- define "postgres.authorities" -}}
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
{{- define "postgres.authoritiesVolume" -}}
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
{{- define "postgres.extraContainers" -}}
{{- range .containers }}
- {{ toYaml (omit . "env") | nindent 2 | trim }}
  {{- with include "postgres.extraEnv" (dict "release" $.release "own" .env) }}
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
{{- define "postgres.securityContext" -}}
{{- if include "postgres.openshift" .root }}
{{- omit .context "runAsUser" "runAsGroup" "fsGroup" "supplementalGroups" | toYaml }}
{{- else }}
{{- toYaml .context }}
{{- end }}
{{- end }}

{{/* Security context of the chart's own containers. */}}
{{- define "postgres.toolboxSecurityContext" -}}
runAsNonRoot: true
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{/* Topology spread constraints; one without a labelSelector counts the pods of the component. */}}
{{- define "postgres.topologySpread" -}}
{{- range .constraints }}
-
  {{- with . }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
  {{- if kindIs "invalid" .labelSelector }}
  labelSelector:
    matchLabels:
      {{- include "postgres.selectorLabels" $.root | nindent 6 }}
      app.kubernetes.io/component: {{ $.component }}
  {{- end }}
{{- end }}
{{- end }}

{{/* Preference for nodes without another pod of the same track of the component. */}}
{{- define "postgres.apartByNode" -}}
preferredDuringSchedulingIgnoredDuringExecution:
  - weight: 50
    podAffinityTerm:
      topologyKey: kubernetes.io/hostname
      labelSelector:
        matchLabels:
          {{- include "postgres.selectorLabels" .root | nindent 10 }}
          app.kubernetes.io/component: {{ .component }}
          track: {{ .track }}
{{- end }}

{{/* Labels of several pods: serviceAccount, clientLabels, helperPod. */}}
{{- define "postgres.podLabels" -}}
{{- $given := or (index .Values.global.podLabels "azure.workload.identity/use")
  (index (.Values.helperPods.podLabels | default dict) "azure.workload.identity/use") }}
{{- if and (eq (include "postgres.workloadIdentity" .) "aks") (not $given) }}
azure.workload.identity/use: "true"
{{- end }}
{{- range list (and (eq .Values.mode "standalone") (printf "%s-client" (include "postgres.fullname" .)))
  (include "postgres.connections.s3.clientLabel" .) | compact | uniq }}
{{ . }}: "true"
{{- end }}
{{- with include "postgres.helperLabels" . }}
{{- . | trim | nindent 0 }}
{{- end }}
{{- end }}

{{/* Fields of several pods; called with root, values. */}}
{{- define "postgres.podSpec" -}}
{{- with .root -}}
activeDeadlineSeconds: {{ int64 $.values.activeDeadlineSeconds }}
serviceAccountName: {{ include "postgres.serviceAccountName" . | quote }}
{{- with include "postgres.helperPlace" . }}
{{- trim . | nindent 0 }}
{{- end }}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with include "postgres.imagePullSecrets" . }}
{{- . | nindent 0 }}
{{- end }}
securityContext:
  {{- include "postgres.securityContext" (dict "root" . "context" .Values.podSecurityContext) | nindent 2 }}
restartPolicy: Never
{{- end }}
{{- end }}

{{/* Fields of several containers; called with root, values. */}}
{{- define "postgres.container" -}}
{{- with .root -}}
{{- with $.values.extraEnvFrom }}
envFrom:
  {{- toYaml . | nindent 2 }}
{{- end }}
resources:
  requests:
    {{- toYaml $.values.resources.requests | nindent 4 }}
  limits:
    {{- toYaml $.values.resources.limits | nindent 4 }}
terminationMessagePolicy: FallbackToLogsOnError
securityContext:
  {{- include "postgres.securityContext" (dict "root" . "context" .Values.securityContext) | nindent 2 }}
volumeMounts:
  {{- if include "postgres.connections.s3.caSecret" . }}
  - name: ca-s3
    mountPath: /etc/connections/s3
    readOnly: true
  {{- end }}
  - name: tmp
    mountPath: /tmp
  {{- if eq .Values.backup.destination "volume" }}
  - name: backups
    mountPath: /backups
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

{{/* Environment variables of several containers: environment, connections, caBundle, extras; called with root, values. */}}
{{- define "postgres.environment" -}}
{{- with .root -}}
- name: PGHOST
  value: {{ include "postgres.host" . | quote }}
- name: PGPORT
  value: {{ include "postgres.port" . | quote }}
- name: PGUSER
  value: {{ ternary .Values.external.username "postgres" (eq .Values.mode "external") | quote }}
- name: PGSSLMODE
  value: {{ ternary .Values.external.sslMode "prefer" (eq .Values.mode "external") }}
- name: RCLONE_CONFIG_STORE_TYPE
  value: "s3"
- name: RCLONE_CONFIG_STORE_PROVIDER
  value: "Other"
- name: RCLONE_CONFIG_STORE_ENV_AUTH
  value: "true"
- name: RCLONE_CONFIG_STORE_NO_CHECK_BUCKET
  value: "true"
- name: PREFIX
  value: {{ include "postgres.backupFolder" . | quote }}
- name: TIMEOUT
  value: "300"
- name: FOLDER
  value: {{ ternary "/backups" "/tmp/backups" (eq .Values.backup.destination "volume") }}
- name: DESTINATION
  value: {{ .Values.backup.destination }}
- name: KEEP_LAST
  value: {{ int64 .Values.backup.keepLast | quote }}
- name: KEEP_DAYS
  value: {{ int64 .Values.backup.keepDays | quote }}
- name: RESTORE_ID
  value: {{ .Values.restore.id | quote }}
{{- if include "postgres.secretName" (dict "root" . "key" "password") }}
- name: PGPASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ include "postgres.secretName" (dict "root" . "key" "password") | quote }}
      key: {{ include "postgres.secretKey" (dict "root" . "key" "password") | quote }}
{{- end }}
{{- if include "postgres.connections.s3.via" . }}
{{- include "postgres.connections.s3.env" . | trim | nindent 0 }}
{{- end }}
{{- if include "postgres.connections.s3.caSecret" . }}
- name: RCLONE_CA_CERT
  value: /etc/connections/s3/ca.crt
{{- end }}
{{- if or .Values.global.caBundle.configMap .Values.global.caBundle.secret }}
{{- include "postgres.authorities" (dict "global" .Values.global "own" (concat .Values.extraEnv $.values.extraEnv) "taken"
  (list (include "postgres.connections.s3.caSecret" $.root | empty | ternary "" "RCLONE_CA_CERT"))) | trim | nindent 0 }}
{{- end }}
{{- if or .Values.global.extraEnv .Values.extraEnv $.values.extraEnv }}
{{- include "postgres.extraEnv" (dict "release" .Values.global.extraEnv "chart" .Values.extraEnv "own" $.values.extraEnv) | trim | nindent 0 }}
{{- end }}
{{- end }}
{{- end }}

{{/* Volume mounts of several containers: connections, scratch, mounts, caBundle, extras; called with root, values. */}}
{{- define "postgres.volumeMounts" -}}
{{- with .root -}}
{{- if include "postgres.connections.s3.caSecret" . }}
- name: ca-s3
  mountPath: /etc/connections/s3
  readOnly: true
{{- end }}
- name: tmp
  mountPath: /tmp
{{- if eq .Values.backup.destination "volume" }}
- name: backups
  mountPath: /backups
{{- end }}
{{- if or .Values.global.caBundle.configMap .Values.global.caBundle.secret }}
- name: authorities
  mountPath: /etc/authorities
  readOnly: true
{{- end }}
{{- with $.values.volumeMounts }}
{{- toYaml . | nindent 0 }}
{{- end }}
{{- end }}
{{- end }}

{{/* Volumes of several pods: connections, scratch, mounts, caBundle, extras; called with root, values. */}}
{{- define "postgres.volumes" -}}
{{- with .root -}}
{{- if include "postgres.connections.s3.caSecret" . }}
{{- include "postgres.connections.s3.caVolume" . | nindent 0 }}
{{- end }}
- name: tmp
  emptyDir: { {{ with .Values.scratch.medium }}medium: {{ . }}, {{ end }}sizeLimit: {{ toJson .Values.scratch.sizeLimit }} }
{{- if eq .Values.backup.destination "volume" }}
- name: backups
  persistentVolumeClaim:
    claimName: {{ include "postgres.backupClaim" . | quote }}
{{- end }}
{{- if or .Values.global.caBundle.configMap .Values.global.caBundle.secret }}
{{- include "postgres.authoritiesVolume" .Values.global.caBundle | nindent 0 }}
{{- end }}
{{- with $.values.volumes }}
{{- toYaml . | nindent 0 }}
{{- end }}
{{- end }}
{{- end }}
