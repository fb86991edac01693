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

{{/* Whether the namespace chooses user and groups of the pods. */}}
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

{{/* Where helper pods run. */}}
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

{{/* Security context of pods that only look at services. */}}
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

{{/* Environment of the release and of the chart, without what a container sets itself, and its own; called with the lists. */}}
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

{{/* Variables by which programs find the authorities of the platform; called with global, extraEnv and further names that are set. */}}
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

{{/* Volume with the authorities of the platform; called with what global says of them. */}}
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

{{/* A security context from values, without ids where the namespace chooses them; called with the root and the context. */}}
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
  {{- with . }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
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

{{/* Labels of several pods: serviceAccount, clientLabels, helperPod. */}}
{{- define "airflow.podLabels" -}}
{{- $given := or (index .Values.global.podLabels "azure.workload.identity/use")
  (index (.Values.helperPods.podLabels | default dict) "azure.workload.identity/use") }}
{{- if and (eq (include "airflow.workloadIdentity" .) "aks") (not $given) }}
azure.workload.identity/use: "true"
{{- end }}
{{- with include "airflow.connections.postgres.clientLabel" . }}
{{ . }}: "true"
{{- end }}
{{- with include "airflow.helperLabels" . }}
{{- . | trim | nindent 0 }}
{{- end }}
{{- end }}

{{/* Fields of several pods; called with root, values, component. */}}
{{- define "airflow.podSpec" -}}
{{- with .root -}}
serviceAccountName: {{ include "airflow.serviceAccountName" . | quote }}
terminationGracePeriodSeconds: {{ int64 $.values.terminationGracePeriodSeconds }}
{{- with $.values.priorityClassName | default .Values.global.priorityClassName }}
priorityClassName: {{ . | quote }}
{{- end }}
{{- with $.values.runtimeClassName }}
runtimeClassName: {{ . | quote }}
{{- end }}
{{- with include "airflow.merged" (list .Values.global.nodeSelector $.values.nodeSelector) }}
nodeSelector:
  {{- trim . | nindent 2 }}
{{- end }}
affinity:
  {{- with $.values.affinity }}
  {{- toYaml . | nindent 2 }}
  {{- else }}
  podAntiAffinity:
    {{- include "airflow.apartByNode" (dict "root" . "component" $.component "track" "stable") | nindent 4 }}
  {{- end }}
{{- with $.values.topologySpreadConstraints }}
topologySpreadConstraints:
  {{- include "airflow.topologySpread" (dict "constraints" . "root" $.root "component" $.component) | trim | nindent 2 }}
{{- end }}
{{- with $.values.pod }}
{{- toYaml . | nindent 0 }}
{{- end }}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with include "airflow.imagePullSecrets" . }}
{{- . | nindent 0 }}
{{- end }}
{{- end }}
{{- end }}

{{/* Init containers of several pods: gitSync, extras; called with root, values. */}}
{{- define "airflow.initContainers" -}}
{{- with .root -}}
{{- if .Values.gitSync.enabled }}
- name: git-sync
  image: {{ include "airflow.gitSync.image" . }}
  imagePullPolicy: {{ .Values.gitSync.image.pullPolicy }}
  restartPolicy: Always
  env:
    - name: HOME
      value: /tmp
    - name: GITSYNC_ROOT
      value: /git
    - name: GITSYNC_LINK
      value: repo
    - name: GITSYNC_REPO
      value: {{ .Values.gitSync.repository | quote }}
    - name: GITSYNC_REF
      value: {{ .Values.gitSync.ref | default .Values.gitSync.branch | quote }}
    - name: GITSYNC_DEPTH
      value: {{ int64 .Values.gitSync.depth | quote }}
    - name: GITSYNC_SUBMODULES
      value: {{ .Values.gitSync.submodules | quote }}
    - name: GITSYNC_SYNC_TIMEOUT
      value: {{ .Values.gitSync.timeout | quote }}
    - name: GITSYNC_PERIOD
      value: {{ .Values.gitSync.period | quote }}
    - name: GITSYNC_MAX_FAILURES
      value: "-1"
    - name: GITSYNC_HTTP_BIND
      value: ":8085"
    {{- if .Values.gitSync.auth.sshSecret }}
    - name: GITSYNC_SSH
      value: "true"
    - name: GITSYNC_SSH_KEY_FILE
      value: /etc/git-ssh/key
    - name: GITSYNC_SSH_KNOWN_HOSTS_FILE
      value: /etc/git-ssh/known_hosts
    {{- end }}
    {{- if .Values.gitSync.auth.tokenSecret }}
    - name: GITSYNC_USERNAME
      valueFrom:
        secretKeyRef:
          name: {{ .Values.gitSync.auth.tokenSecret | quote }}
          key: {{ .Values.gitSync.auth.usernameKey | quote }}
    - name: GITSYNC_PASSWORD
      valueFrom:
        secretKeyRef:
          name: {{ .Values.gitSync.auth.tokenSecret | quote }}
          key: {{ .Values.gitSync.auth.passwordKey | quote }}
    {{- end }}
    {{- if or .Values.global.caBundle.configMap .Values.global.caBundle.secret }}
    - name: GIT_SSL_CAINFO
      value: /etc/authorities/ca.crt
    {{- end }}
    {{- with .Values.global.extraEnv }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  ports:
    - name: git-sync
      containerPort: 8085
      protocol: TCP
  startupProbe:
    httpGet:
      path: /
      port: git-sync
    periodSeconds: 2
    timeoutSeconds: 5
    failureThreshold: 300
  livenessProbe:
    httpGet:
      path: /
      port: git-sync
    periodSeconds: 60
    timeoutSeconds: 5
    failureThreshold: 5
  readinessProbe:
    httpGet:
      path: /
      port: git-sync
    periodSeconds: 30
    timeoutSeconds: 5
  resources:
    {{- toYaml .Values.gitSync.resources | nindent 4 }}
  terminationMessagePolicy: FallbackToLogsOnError
  securityContext:
    runAsNonRoot: true
    {{- if not (include "airflow.openshift" .) }}
    runAsUser: 65533
    runAsGroup: 65533
    {{- end }}
    allowPrivilegeEscalation: false
    readOnlyRootFilesystem: true
    capabilities:
      drop: [ALL]
    seccompProfile:
      type: RuntimeDefault
  volumeMounts:
    - name: git
      mountPath: /git
    - name: git-sync-tmp
      mountPath: /tmp
    {{- if or .Values.global.caBundle.configMap .Values.global.caBundle.secret }}
    - name: authorities
      mountPath: /etc/authorities
      readOnly: true
    {{- end }}
    {{- if .Values.gitSync.auth.sshSecret }}
    - name: git-ssh
      mountPath: /etc/git-ssh
      readOnly: true
    {{- end }}
{{- end }}
{{- if $.values.extraLateInitContainers }}
{{- include "airflow.extraContainers" (dict "containers" $.values.extraLateInitContainers "release" .Values.global.extraEnv) | nindent 0 }}
{{- end }}
{{- end }}
{{- end }}

{{/* Init containers of several pods: connections. */}}
{{- define "airflow.initContainers.connections" -}}
{{- if and (include "airflow.connections.postgres.via" .) (gt (int64 .Values.connections.postgres.waitSeconds) 0) }}
{{- include "airflow.connections.postgres.wait"
  (dict "root" . "timeout" .Values.connections.postgres.waitSeconds "resources" .Values.toolbox.resources) | nindent 0 }}
{{- end }}
{{- if and (include "airflow.connections.redis.via" .) (gt (int64 .Values.connections.redis.waitSeconds) 0) }}
{{- include "airflow.connections.redis.wait" (dict "root" . "timeout" .Values.connections.redis.waitSeconds "resources" .Values.toolbox.resources)
  | nindent 0 }}
{{- end }}
{{- if and (include "airflow.connections.s3.via" .) (gt (int64 .Values.connections.s3.waitSeconds) 0) }}
{{- include "airflow.connections.s3.wait" (dict "root" . "timeout" .Values.connections.s3.waitSeconds "resources" .Values.toolbox.resources)
  | nindent 0 }}
{{- end }}
{{- end }}

{{/* Fields of several containers; called with root, values. */}}
{{- define "airflow.container" -}}
{{- with .root -}}
{{- if or $.values.lifecycle (and $.values.drainSeconds (not $.values.lifecycle.preStop)) }}
lifecycle:
  {{- with $.values.lifecycle }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
  {{- if and $.values.drainSeconds (not $.values.lifecycle.preStop) }}
  preStop:
    sleep:
      seconds: {{ int64 $.values.drainSeconds }}
  {{- end }}
{{- end }}
resources:
  requests:
    {{- toYaml $.values.resources.requests | nindent 4 }}
  limits:
    {{- toYaml $.values.resources.limits | nindent 4 }}
terminationMessagePolicy: FallbackToLogsOnError
{{- end }}
{{- end }}

{{/* Environment variables of several containers: environment. */}}
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
{{- end }}
{{- if eq $line "3" }}
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
{{- end }}
{{- if .Values.metrics.otelHost }}
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

{{/* Environment variables of several containers: connections. */}}
{{- define "airflow.environment.connections" -}}
{{- if include "airflow.connections.s3.via" . }}
{{- include "airflow.connections.s3.env" . | trim | nindent 0 }}
{{- end }}
- name: AIRFLOW__METRICS__STATSD_HOST
  value: {{ include "airflow.fullname" . }}-statsd
- name: AIRFLOW__METRICS__STATSD_PORT
  value: {{ .Values.statsd.service.port | quote }}
{{- if include "airflow.connections.postgres.caSecret" . }}
- name: PGSSLROOTCERT
  value: /etc/connections/postgres/ca.crt
{{- end }}
{{- if include "airflow.connections.s3.caSecret" . }}
- name: AWS_CA_BUNDLE
  value: /etc/connections/s3/ca.crt
{{- end }}
{{- end }}

{{/* Volume mounts of several containers: files. */}}
{{- define "airflow.volumeMounts.files" -}}
- name: files
  mountPath: /opt/airflow/airflow.cfg
  subPath: airflow.cfg
  readOnly: true
- name: files
  mountPath: /opt/airflow/webserver_config.py
  subPath: webserver_config.py
  readOnly: true
- name: files
  mountPath: /opt/airflow/checks/broker.py
  subPath: broker.py
  readOnly: true
- name: files
  mountPath: /opt/airflow/checks/migrated.py
  subPath: migrated.py
  readOnly: true
- name: files
  mountPath: /opt/airflow/checks/alive.py
  subPath: alive.py
  readOnly: true
{{- end }}

{{/* Volume mounts of several containers: connections, scratch. */}}
{{- define "airflow.volumeMounts" -}}
{{- if include "airflow.connections.postgres.caSecret" . }}
- name: ca-postgres
  mountPath: /etc/connections/postgres
  readOnly: true
{{- end }}
{{- if include "airflow.connections.s3.caSecret" . }}
- name: ca-s3
  mountPath: /etc/connections/s3
  readOnly: true
{{- end }}
- name: tmp
  mountPath: /tmp
- name: logs
  mountPath: /opt/airflow/logs
{{- end }}

{{/* Volume mounts of several containers: connections. */}}
{{- define "airflow.volumeMounts.connections" -}}
{{- if include "airflow.connections.postgres.caSecret" . }}
- name: ca-postgres
  mountPath: /etc/connections/postgres
  readOnly: true
{{- end }}
{{- if include "airflow.connections.redis.caSecret" . }}
- name: ca-redis
  mountPath: /etc/connections/redis
  readOnly: true
{{- end }}
{{- if include "airflow.connections.s3.caSecret" . }}
- name: ca-s3
  mountPath: /etc/connections/s3
  readOnly: true
{{- end }}
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

{{/* Volumes of several pods: gitSync. */}}
{{- define "airflow.volumes.gitSync" -}}
- name: git
  emptyDir:
    sizeLimit: {{ toJson .Values.scratch.sizeLimit }}
- name: git-sync-tmp
  emptyDir:
    sizeLimit: {{ toJson .Values.scratch.sizeLimit }}
{{- if .Values.gitSync.auth.sshSecret }}
- name: git-ssh
  secret:
    secretName: {{ .Values.gitSync.auth.sshSecret | quote }}
    defaultMode: 0440 # fsGroup owns it, and the group reads
    items:
      - key: {{ .Values.gitSync.auth.sshKey | quote }}
        path: key
      - key: {{ .Values.gitSync.auth.knownHostsKey | quote }}
        path: known_hosts
{{- end }}
{{- end }}

{{/* Volumes of several pods: connections, scratch. */}}
{{- define "airflow.volumes" -}}
{{- if include "airflow.connections.postgres.caSecret" . }}
{{- include "airflow.connections.postgres.caVolume" . | nindent 0 }}
{{- end }}
{{- if include "airflow.connections.s3.caSecret" . }}
{{- include "airflow.connections.s3.caVolume" . | nindent 0 }}
{{- end }}
- name: tmp
  emptyDir: { {{ with .Values.scratch.medium }}medium: {{ . }}, {{ end }}sizeLimit: {{ toJson .Values.scratch.sizeLimit }} }
- name: logs
  emptyDir: { {{ with .Values.scratch.medium }}medium: {{ . }}, {{ end }}sizeLimit: {{ toJson .Values.scratch.sizeLimit }} }
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
