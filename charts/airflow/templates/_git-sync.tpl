{{/* Port of the git server. */}}
{{- define "airflow.gitSync.port" -}}
{{- $port := regexFind "^[a-z]+://[^/]*:([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])(/|$)"
  .Values.gitSync.repository | trimSuffix "/" | regexFind "[0-9]+$" }}
{{- int64 .Values.gitSync.port | default (int64 $port) | default
  (ternary 443 (ternary 80 22 (hasPrefix "http://" .Values.gitSync.repository)) (hasPrefix "https://" .Values.gitSync.repository)) }}
{{- end }}

{{/* Environment by which git-sync reaches its repository. */}}
{{- define "airflow.gitSync.access" -}}
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
{{- toYaml . | nindent 0 }}
{{- end }}
{{- end }}

{{/* Resources, security context and volume mounts of git-sync. */}}
{{- define "airflow.gitSync.container" -}}
resources:
  {{- toYaml .Values.gitSync.resources | nindent 2 }}
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

{{/* Init containers of several pods: gitSync. */}}
{{- define "airflow.initContainers.gitSync" -}}
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
    {{- with include "airflow.gitSync.access" . }}
    {{- trim . | nindent 4 }}
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
  {{- include "airflow.gitSync.container" . | nindent 2 }}
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
