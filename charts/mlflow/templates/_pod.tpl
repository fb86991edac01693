{{/* Pull secrets of the pods, those of the release first. */}}
{{- define "mlflow.imagePullSecrets" -}}
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
{{- define "mlflow.openshift" -}}
{{- if eq (toString .Values.global.openshift) "auto" }}
{{- if .Capabilities.APIVersions.Has "security.openshift.io/v1" }}true{{ end }}
{{- else if .Values.global.openshift }}true
{{- end }}
{{- end }}

{{/* Labels of helper pods. */}}
{{- define "mlflow.helperLabels" -}}
{{- with .Values.global }}
{{- include "mlflow.merged" (list .podLabels .helperPods.podLabels $.Values.helperPods.podLabels) }}
{{- end }}
{{- end }}

{{/* Annotations of helper pods. */}}
{{- define "mlflow.helperAnnotations" -}}
{{- with .Values.global }}
{{- include "mlflow.merged" (list .podAnnotations .helperPods.podAnnotations $.Values.helperPods.podAnnotations) }}
{{- end }}
{{- end }}

{{/* Scheduling of helper pods. */}}
{{- define "mlflow.helperPlace" -}}
{{- $global := .Values.global.helperPods }}
{{- with .Values.helperPods.priorityClassName | default $global.priorityClassName | default .Values.global.priorityClassName }}
priorityClassName: {{ . | quote }}
{{- end }}
{{- with include "mlflow.merged" (list .Values.global.nodeSelector $global.nodeSelector .Values.helperPods.nodeSelector) }}
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
{{- define "mlflow.toolboxPodSecurityContext" -}}
runAsNonRoot: true
{{- $user := int64 (.Values.helperPods.runAsUser | default .Values.global.helperPods.runAsUser | default 65534) }}
{{- if not (include "mlflow.openshift" .) }}
runAsUser: {{ $user }}
runAsGroup: {{ $user }}
{{- end }}
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{/* Probes of a container of the chart, without those that values leave out; called with the values, and what the probes ask where these do not say.
  */}}
{{- define "mlflow.probes" -}}
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
{{- define "mlflow.scratch" -}}
{ {{ with .Values.scratch.medium }}medium: {{ . }}, {{ end }}sizeLimit: {{ toJson .Values.scratch.sizeLimit }} }
{{- end }}

{{/* Extra environment variables of a container: those of the release and the chart that it does not set itself, then its own; called with the lists
  release, chart and own. */}}
{{- define "mlflow.extraEnv" -}}
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
{{- define "mlflow.authorities" -}}
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
{{- define "mlflow.authoritiesVolume" -}}
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
{{- define "mlflow.extraContainers" -}}
{{- range .containers }}
- {{ toYaml (omit . "env") | nindent 2 | trim }}
  {{- with include "mlflow.extraEnv" (dict "release" $.release "own" .env) }}
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
{{- define "mlflow.securityContext" -}}
{{- if include "mlflow.openshift" .root }}
{{- omit .context "runAsUser" "runAsGroup" "fsGroup" "supplementalGroups" | toYaml }}
{{- else }}
{{- toYaml .context }}
{{- end }}
{{- end }}

{{/* Security context of the chart's own containers. */}}
{{- define "mlflow.toolboxSecurityContext" -}}
runAsNonRoot: true
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{/* Topology spread constraints; one without a labelSelector counts the pods of the component. */}}
{{- define "mlflow.topologySpread" -}}
{{- range .constraints }}
-
  {{- toYaml . | nindent 2 }}
  {{- if kindIs "invalid" .labelSelector }}
  labelSelector:
    matchLabels:
      {{- include "mlflow.selectorLabels" $.root | nindent 6 }}
      app.kubernetes.io/component: {{ $.component }}
  {{- end }}
{{- end }}
{{- end }}

{{/* Preference for nodes without another pod of the same track of the component. */}}
{{- define "mlflow.apartByNode" -}}
preferredDuringSchedulingIgnoredDuringExecution:
  - weight: 50
    podAffinityTerm:
      topologyKey: kubernetes.io/hostname
      labelSelector:
        matchLabels:
          {{- include "mlflow.selectorLabels" .root | nindent 10 }}
          app.kubernetes.io/component: {{ .component }}
          track: {{ .track }}
{{- end }}

{{/* Environment variables of several containers. */}}
{{- define "mlflow.environment" -}}
- name: HOME
  value: "/tmp"
- name: PYTHONDONTWRITEBYTECODE
  value: "1"
- name: PYTHONUNBUFFERED
  value: "1"
- name: GIT_PYTHON_REFRESH
  value: "quiet"
- name: MLFLOW_DISABLE_TELEMETRY
  value: "true"
- name: MLFLOW_BACKEND_STORE_URI
  value: "postgresql+psycopg2://"
- name: AUTH
  value: {{ .Values.auth.enabled | quote }}
{{- end }}

{{/* Environment variables of several containers: settings. */}}
{{- define "mlflow.environment.settings" -}}
- name: MLFLOW_SERVE_ARTIFACTS
  value: {{ .Values.artifacts.proxied | quote }}
- name: MLFLOW_S3_IGNORE_TLS
  value: {{ .Values.artifacts.ignoreTls | quote }}
- name: ADMIN_USERNAME
  value: {{ .Values.auth.adminUsername | quote }}
- name: ADMIN_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ include "mlflow.secretName" (dict "root" $ "key" "admin-password") | quote }}
      key: {{ include "mlflow.secretKey" (dict "root" $ "key" "admin-password") | quote }}
- name: DEFAULT_PERMISSION
  value: {{ .Values.auth.defaultPermission | quote }}
{{- with .Values.config.staticPrefix }}
- name: MLFLOW_STATIC_PREFIX
  value: {{ . | quote }}
{{- end }}
- name: MLFLOW_WORKERS
  value: {{ int64 .Values.config.workers | quote }}
{{- with .Values.config.uvicornOptions }}
- name: MLFLOW_UVICORN_OPTS
  value: {{ . | quote }}
{{- end }}
- name: MLFLOW_SQLALCHEMYSTORE_POOL_SIZE
  value: {{ int64 .Values.config.poolSize | quote }}
- name: MLFLOW_SQLALCHEMYSTORE_MAX_OVERFLOW
  value: {{ int64 .Values.config.maxOverflow | quote }}
- name: MLFLOW_SERVER_ENABLE_JOB_EXECUTION
  value: {{ .Values.config.jobExecution | quote }}
- name: MLFLOW_SERVER_X_FRAME_OPTIONS
  value: {{ .Values.config.frameOptions | quote }}
- name: MLFLOW_LOGGING_LEVEL
  value: {{ .Values.config.logLevel | quote }}
- name: MLFLOW_FLASK_SERVER_SECRET_KEY
  valueFrom:
    secretKeyRef:
      name: {{ include "mlflow.secretName" (dict "root" $ "key" "flask-secret-key") | quote }}
      key: {{ include "mlflow.secretKey" (dict "root" $ "key" "flask-secret-key") | quote }}
- name: MLFLOW_CRYPTO_KEK_PASSPHRASE
  valueFrom:
    secretKeyRef:
      name: {{ include "mlflow.secretName" (dict "root" $ "key" "encryption-passphrase") | quote }}
      key: {{ include "mlflow.secretKey" (dict "root" $ "key" "encryption-passphrase") | quote }}
{{- end }}
