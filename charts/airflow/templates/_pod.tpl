{{/* Pull secrets of the pods, those of the release first. */}}
{{- define "airflow.imagePullSecrets" -}}
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
{{- define "airflow.openshift" -}}
{{- if eq (toString .Values.global.openshift) "auto" }}
{{- if .Capabilities.APIVersions.Has "security.openshift.io/v1" }}true{{ end }}
{{- else if .Values.global.openshift }}true
{{- end }}
{{- end }}

{{/* Labels of helper pods. */}}
{{- define "airflow.helperLabels" -}}
{{- with .Values.global }}
{{- include "airflow.merged" (list .podLabels .helperPods.podLabels $.Values.helperPods.podLabels) }}
{{- end }}
{{- end }}

{{/* Annotations of helper pods. */}}
{{- define "airflow.helperAnnotations" -}}
{{- with .Values.global }}
{{- include "airflow.merged" (list .podAnnotations .helperPods.podAnnotations $.Values.helperPods.podAnnotations) }}
{{- end }}
{{- end }}

{{/* Scheduling of helper pods. */}}
{{- define "airflow.helperPlace" -}}
{{- $global := .Values.global.helperPods }}
{{- with .Values.helperPods.priorityClassName | default $global.priorityClassName | default .Values.global.priorityClassName }}
priorityClassName: {{ . | quote }}
{{- end }}
{{- with include "airflow.merged" (list .Values.global.nodeSelector $global.nodeSelector .Values.helperPods.nodeSelector) }}
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
{{- define "airflow.toolboxPodSecurityContext" -}}
runAsNonRoot: true
{{- $user := int64 (.Values.helperPods.runAsUser | default .Values.global.helperPods.runAsUser | default 65534) }}
{{- if not (include "airflow.openshift" .) }}
runAsUser: {{ $user }}
runAsGroup: {{ $user }}
{{- end }}
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{/* Probes of a container of the chart, without those that values leave out; called with the values, and what the probes ask where these do not say.
  */}}
{{- define "airflow.probes" -}}
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
{{- define "airflow.scratch" -}}
{ {{ with .Values.scratch.medium }}medium: {{ . }}, {{ end }}sizeLimit: {{ toJson .Values.scratch.sizeLimit }} }
{{- end }}

{{/* Extra environment variables of a container: those of the release and the chart that it does not set itself, then its own; called with the lists
  release, chart and own. */}}
{{- define "airflow.extraEnv" -}}
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
{{- define "airflow.authorities" -}}
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
{{- define "airflow.authoritiesVolume" -}}
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
{{- define "airflow.extraContainers" -}}
{{- range .containers }}
- {{ toYaml (omit . "env") | nindent 2 | trim }}
  {{- with include "airflow.extraEnv" (dict "release" $.release "own" .env) }}
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
{{- define "airflow.securityContext" -}}
{{- if include "airflow.openshift" .root }}
{{- omit .context "runAsUser" "runAsGroup" "fsGroup" "supplementalGroups" | toYaml }}
{{- else }}
{{- toYaml .context }}
{{- end }}
{{- end }}

{{/* Security context of the chart's own containers. */}}
{{- define "airflow.toolboxSecurityContext" -}}
runAsNonRoot: true
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{/* Topology spread constraints; one without a labelSelector counts the pods of the component. */}}
{{- define "airflow.topologySpread" -}}
{{- range .constraints }}
-
  {{- toYaml . | nindent 2 }}
  {{- if kindIs "invalid" .labelSelector }}
  labelSelector:
    matchLabels:
      {{- include "airflow.selectorLabels" $.root | nindent 6 }}
      app.kubernetes.io/component: {{ $.component }}
  {{- end }}
{{- end }}
{{- end }}

{{/* Preference for nodes without another pod of the same track of the component. */}}
{{- define "airflow.apartByNode" -}}
preferredDuringSchedulingIgnoredDuringExecution:
  - weight: 50
    podAffinityTerm:
      topologyKey: kubernetes.io/hostname
      labelSelector:
        matchLabels:
          {{- include "airflow.selectorLabels" .root | nindent 10 }}
          app.kubernetes.io/component: {{ .component }}
          track: {{ .track }}
{{- end }}

{{/* Environment variables of several containers. */}}
{{- define "airflow.environment" -}}
{{- $line := include "airflow.line" . -}}
{{- $baseUrl := include "airflow.baseUrl" . -}}
- name: PYTHONDONTWRITEBYTECODE
  value: "1"
- name: DUMB_INIT_SETSID
  value: "0"
- name: USER
  value: "airflow"
- name: HOME
  value: "/home/airflow"
- name: AIRFLOW_HOME
  value: "/opt/airflow"
- name: AIRFLOW__DATABASE__SQL_ALCHEMY_CONN
  value: "postgresql+psycopg2://"
- name: AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC
  value: "postgresql+asyncpg://"
- name: AIRFLOW__CELERY__RESULT_BACKEND
  value: "db+postgresql+psycopg2://"
- name: AIRFLOW__CORE__EXECUTOR
  value: {{ .Values.executor | quote }}
- name: AIRFLOW__CORE__DAGS_FOLDER
  value: {{ include "airflow.dagsFolder" . | quote }}
{{- if eq $line "3" }}
- name: AIRFLOW__CORE__AUTH_MANAGER
  value: {{ .Values.authManager | quote }}
- name: AIRFLOW__CORE__EXECUTION_API_SERVER_URL
  value: http://{{ include "airflow.fullname" . }}{{ ternary "-direct" "" .Values.gateway.enabled }}:{{ .Values.service.port }}{{
    include "airflow.basePath" . }}/execution/
{{- end }}
{{- if and $baseUrl (eq $line "3") }}
- name: AIRFLOW__API__BASE_URL
  value: {{ $baseUrl | quote }}
{{- end }}
{{- if and $baseUrl (ne $line "3") }}
- name: AIRFLOW__WEBSERVER__BASE_URL
  value: {{ $baseUrl | quote }}
{{- end }}
{{- if and .Values.dagBundles (eq $line "3") }}
- name: AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_CONFIG_LIST
  value: {{ .Values.dagBundles | toJson | quote }}
{{- end }}
{{- if ne $line "3" }}
- name: AIRFLOW__SCHEDULER__STANDALONE_DAG_PROCESSOR
  value: {{ .Values.dagProcessor.standalone | quote }}
{{- end }}
{{- if eq $line "3" }}
- name: AIRFLOW__API__HOST
  value: {{ .Values.global.listenAddress | quote }}
{{- end }}
{{- if ne $line "3" }}
- name: AIRFLOW__WEBSERVER__WEB_SERVER_HOST
  value: {{ .Values.global.listenAddress | quote }}
{{- end }}
- name: AIRFLOW__METRICS__STATSD_ON
  value: {{ .Values.metrics.statsd | quote }}
- name: AIRFLOW__METRICS__STATSD_PREFIX
  value: "airflow"
- name: AIRFLOW__METRICS__OTEL_ON
  value: {{ .Values.metrics.otelHost | empty | not | quote }}
{{- if .Values.metrics.otelHost }}
- name: AIRFLOW__METRICS__OTEL_HOST
  value: {{ .Values.metrics.otelHost | quote }}
- name: AIRFLOW__METRICS__OTEL_PORT
  value: {{ int64 .Values.metrics.otelPort | quote }}
{{- end }}
{{- end }}

{{/* Environment variables of several containers: settings. */}}
{{- define "airflow.environment.settings" -}}
- name: AIRFLOW__CORE__FERNET_KEY
  valueFrom:
    secretKeyRef:
      name: {{ include "airflow.secretName" (dict "root" $ "key" "fernet-key") | quote }}
      key: {{ include "airflow.secretKey" (dict "root" $ "key" "fernet-key") | quote }}
- name: AIRFLOW__API__SECRET_KEY
  valueFrom:
    secretKeyRef:
      name: {{ include "airflow.secretName" (dict "root" $ "key" "api-secret-key") | quote }}
      key: {{ include "airflow.secretKey" (dict "root" $ "key" "api-secret-key") | quote }}
- name: AIRFLOW__WEBSERVER__SECRET_KEY
  valueFrom:
    secretKeyRef:
      name: {{ include "airflow.secretName" (dict "root" $ "key" "webserver-secret-key") | quote }}
      key: {{ include "airflow.secretKey" (dict "root" $ "key" "webserver-secret-key") | quote }}
{{- end }}

{{/* Volume mounts of several containers: mounts. */}}
{{- define "airflow.volumeMounts.mounts" -}}
- name: jwt
  mountPath: /run/airflow/jwt-secret
  subPath: {{ include "airflow.secretKey" (dict "root" . "key" "jwt-secret") | quote }}
  readOnly: true
{{- if eq .Values.executor "KubernetesExecutor" }}
- name: pod-template
  mountPath: /opt/airflow/pod-template
  readOnly: true
{{- end }}
{{- end }}

{{/* Volumes of several pods: rbac. */}}
{{- define "airflow.volumes.rbac" -}}
- name: api-token
  projected:
    sources:
      - serviceAccountToken:
          path: token
          expirationSeconds: 3600
      - configMap:
          name: kube-root-ca.crt
          items:
            - key: ca.crt
              path: ca.crt
      - downwardAPI:
          items:
            - path: namespace
              fieldRef:
                fieldPath: metadata.namespace
{{- end }}

{{/* Volumes of several pods: mounts. */}}
{{- define "airflow.volumes.mounts" -}}
- name: jwt
  secret:
    secretName: {{ include "airflow.secretName" (dict "root" . "key" "jwt-secret") | quote }}
    defaultMode: 0440 # fsGroup owns it, and the group reads
{{- if eq .Values.executor "KubernetesExecutor" }}
- name: pod-template
  configMap:
    name: {{ include "airflow.fullname" . }}-task
{{- end }}
{{- end }}
