{{/* Name of a release of a chart: the release is cut and hashed where the longest object name would not fit. */}}
{{- define "ollama.releaseName" -}}
{{- $limit := sub (sub 51 (len .name)) .reserve | int }}
{{- if gt (len .release) $limit }}
{{- printf "%s-%s" (.release | trunc (sub $limit 6 | int) | trimSuffix "-") (.release | sha256sum | trunc 5) }}
{{- else }}
{{- .release }}
{{- end }}-{{ .name }}
{{- end }}

{{/* Name of the objects of this chart. */}}
{{- define "ollama.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride }}
{{- else }}
{{- include "ollama.releaseName" (dict "release" .Release.Name "name" (.Values.nameOverride | default "ollama") "reserve" 5) }}
{{- end }}
{{- end }}

{{/* Labels that select pods; they never change. */}}
{{- define "ollama.selectorLabels" -}}
app.kubernetes.io/name: ollama
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end }}

{{/* Labels of every object. */}}
{{- define "ollama.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "ollama.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.labels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Full reference of an image; the built-in digest holds for the built-in tag. */}}
{{- define "ollama.imageReference" -}}
{{- $tag := .image.tag | default .tag }}
{{- with .global.imageRegistry | default .image.registry }}{{ . }}/{{ end }}
{{- .image.repository }}:{{ $tag }}
{{- if .image.digest }}@{{ .image.digest }}
{{- else if and .digest (eq $tag .tag) }}@{{ .digest }}
{{- end }}
{{- end }}

{{/* Image of the application. */}}
{{- define "ollama.image" -}}
{{- $tag := "0.40.2" }}
{{- $digest := "sha256:b86366bb528bbf7f1424435d165028497a5b69bf6ddb4fa5a87102e2b79f44fb" }}
{{- if and .Values.gpu.enabled (eq .Values.gpu.vendor "amd") }}
{{- $tag = "0.35.1-rocm" }}
{{- $digest = "sha256:c716013d3bbf1753ad82cfa0ccdb8bd3252afc6cc16ec37330e49d829560dd4f" }}
{{- end }}
{{- include "ollama.imageReference" (dict "image" .Values.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the toolbox. */}}
{{- define "ollama.toolbox.image" -}}
{{- $tag := "1.38.0" }}
{{- $digest := "sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e" }}
{{- include "ollama.imageReference" (dict "image" .Values.toolbox.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Name of the account of the pods. */}}
{{- define "ollama.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- .Values.serviceAccount.name | default (include "ollama.fullname" .) }}
{{- else }}
{{- .Values.serviceAccount.name | default "default" }}
{{- end }}
{{- end }}
{{/* What the controller of the Ingress of main must know, in its own words. */}}
{{- define "ollama.main.ingressAnnotations" -}}
{{- $name := include "ollama.fullname" . }}
{{- if eq .Values.ingress.preset "nginx" }}
{{- with .Values.ingress.bodySize }}
nginx.ingress.kubernetes.io/proxy-body-size: {{ trimSuffix "i" . | lower }}
{{- end }}
{{- with .Values.ingress.timeouts.connectSeconds }}
nginx.ingress.kubernetes.io/proxy-connect-timeout: {{ int64 . | quote }}
{{- end }}
{{- with .Values.ingress.timeouts.readSeconds }}
nginx.ingress.kubernetes.io/proxy-read-timeout: {{ int64 . | quote }}
nginx.ingress.kubernetes.io/proxy-send-timeout: {{ int64 . | quote }}
{{- end }}
{{- with .Values.ingress.rateLimit.requestsPerSecond }}
nginx.ingress.kubernetes.io/limit-rps: {{ int64 . | quote }}
nginx.ingress.kubernetes.io/limit-burst-multiplier: {{ int64 $.Values.ingress.rateLimit.burstMultiplier | quote }}
{{- end }}
{{- if .Values.ingress.sticky.enabled }}
nginx.ingress.kubernetes.io/affinity: cookie
nginx.ingress.kubernetes.io/affinity-mode: persistent
nginx.ingress.kubernetes.io/session-cookie-change-on-failure: "true"
nginx.ingress.kubernetes.io/session-cookie-name: {{ .Values.ingress.sticky.cookie | default $name | quote }}
nginx.ingress.kubernetes.io/session-cookie-samesite: Lax
{{- with .Values.ingress.sticky.maxAgeSeconds }}
nginx.ingress.kubernetes.io/session-cookie-max-age: {{ int64 . | quote }}
{{- end }}
{{- end }}
{{- else if eq .Values.ingress.preset "traefik" }}
{{- $middlewares := .Values.ingress.middlewares }}
{{- if .Values.ingress.rateLimit.requestsPerSecond }}
{{- $middlewares = append $middlewares (printf "%s-%s-rate-limit@kubernetescrd" .Release.Namespace $name) }}
{{- end }}
{{- if .Values.ingress.bodySize }}
{{- $middlewares = append $middlewares (printf "%s-%s-body-size@kubernetescrd" .Release.Namespace $name) }}
{{- end }}
{{- if .Values.ingress.securityHeaders.enabled }}
{{- $middlewares = append $middlewares (printf "%s-%s-headers@kubernetescrd" .Release.Namespace $name) }}
{{- end }}
{{- with $middlewares }}
traefik.ingress.kubernetes.io/router.middlewares: {{ join "," . | quote }}
{{- end }}
{{- end }}
{{- end }}

{{/* Names of the ports that the Ingress of main leads to. */}}
{{- define "ollama.main.ingressPorts" -}}
{{- $ports := list }}
{{- range .Values.ingress.hosts }}
{{- range .paths }}
{{- $ports = append $ports (.port | default "http") }}
{{- end }}
{{- end }}
{{- join " " $ports }}
{{- end }}
{{/* Resource of the graphics card: the value, else the vendor's. */}}
{{- define "ollama.main.gpuResource" -}}
{{- if .Values.gpu.resourceName }}
{{- .Values.gpu.resourceName }}
{{- else if eq .Values.gpu.vendor "amd" }}amd.com/gpu
{{- else if eq .Values.gpu.vendor "intel" }}gpu.intel.com/i915
{{- else }}nvidia.com/gpu
{{- end }}
{{- end }}
{{/* Containers of the operator; their security context is ours. */}}
{{- define "ollama.extraContainers" -}}
{{- range . }}
- name: {{ .name | quote }}
  image: {{ .image | quote }}
  {{- with .command }}
  command:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .args }}
  args:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .env }}
  env:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .ports }}
  ports:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .livenessProbe }}
  livenessProbe:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .readinessProbe }}
  readinessProbe:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  resources:
    {{- toYaml .resources | nindent 4 }}
  securityContext:
    runAsNonRoot: true
    allowPrivilegeEscalation: false
    readOnlyRootFilesystem: true
    capabilities:
      drop: [ALL]
  {{- with .volumeMounts }}
  volumeMounts:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}
