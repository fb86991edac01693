{{/* Name of a release of a chart: the release is cut and hashed where the longest object name would not fit. */}}
{{- define "postgres.releaseName" -}}
{{- $limit := sub (sub 51 (len .name)) .reserve | int }}
{{- if gt (len .release) $limit }}
{{- printf "%s-%s" (.release | trunc (sub $limit 6 | int) | trimSuffix "-") (.release | sha256sum | trunc 5) }}
{{- else }}
{{- .release }}
{{- end }}-{{ .name }}
{{- end }}

{{/* Name of the objects of this chart. */}}
{{- define "postgres.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride }}
{{- else }}
{{- include "postgres.releaseName" (dict "release" .Release.Name "name" (.Values.nameOverride | default "postgres") "reserve" 13) }}
{{- end }}
{{- end }}

{{/* Labels that select pods; they never change. */}}
{{- define "postgres.selectorLabels" -}}
app.kubernetes.io/name: postgres
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end }}

{{/* Labels of every object. */}}
{{- define "postgres.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "postgres.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.labels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Full reference of an image; the built-in digest holds for the built-in tag. */}}
{{- define "postgres.imageReference" -}}
{{- $tag := .image.tag | default .tag }}
{{- with .global.imageRegistry | default .image.registry }}{{ . }}/{{ end }}
{{- .image.repository }}:{{ $tag }}
{{- if .image.digest }}@{{ .image.digest }}
{{- else if and .digest (eq $tag .tag) }}@{{ .digest }}
{{- end }}
{{- end }}

{{/* Image of the application. */}}
{{- define "postgres.image" -}}
{{- $tag := "18.6" }}
{{- $digest := "sha256:74935e72241653ca55e0414067e6d8763aceb8a810eb51b452253ec3dcfc4336" }}
{{- if eq (int64 .Values.majorVersion) 17 }}
{{- $tag = "17.11" }}
{{- $digest = "sha256:2d2b8998d31037bf721cfdf764d76ba74171b4fab3431b7f72c27c56ddbdf9e3" }}
{{- end }}
{{- if eq (int64 .Values.majorVersion) 16 }}
{{- $tag = "16.15" }}
{{- $digest = "sha256:65b16a8b326e0cfbdf33fa7e783f2a0cb352a61448616ccccfd616ef42aa0f65" }}
{{- end }}
{{- include "postgres.imageReference" (dict "image" .Values.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the sidecar exporter. */}}
{{- define "postgres.exporter.image" -}}
{{- $tag := "v0.20.1" }}
{{- $digest := "sha256:ac5ec343104fae0e2d84a27bb8d69b38430a11910c5382cad85d478d2bab713e" }}
{{- include "postgres.imageReference" (dict "image" .Values.exporter.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the workload backup. */}}
{{- define "postgres.backup.image" -}}
{{- $tag := "1.75.2" }}
{{- $digest := "sha256:2687085f718d3c628f7fdfb77c52a1d344332aed543110bb88088f2c70d43eb5" }}
{{- include "postgres.imageReference" (dict "image" .Values.backup.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of postgresClient. */}}
{{- define "postgres.postgresClient.image" -}}
{{- $tag := "18.6" }}
{{- $digest := "sha256:74935e72241653ca55e0414067e6d8763aceb8a810eb51b452253ec3dcfc4336" }}
{{- include "postgres.imageReference" (dict "image" .Values.postgresClient.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Name of the account of the pods. */}}
{{- define "postgres.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- .Values.serviceAccount.name | default (include "postgres.fullname" .) }}
{{- else }}
{{- .Values.serviceAccount.name | default "default" }}
{{- end }}
{{- end }}

{{/* Cloud that gives the pods an identity in a way that the chart must help with, as the values or the annotations of the account say; empty for none. */}}
{{- define "postgres.workloadIdentity" -}}
{{- if .Values.serviceAccount.workloadIdentity }}
{{- .Values.serviceAccount.workloadIdentity }}
{{- else if index .Values.serviceAccount.annotations "iam.gke.io/gcp-service-account" }}gke
{{- else if index .Values.serviceAccount.annotations "azure.workload.identity/client-id" }}aks
{{- end }}
{{- end }}

{{/* Egress to what answers on the node for that identity. */}}
{{- define "postgres.identityEgress" -}}
{{- $cloud := include "postgres.workloadIdentity" . }}
{{- if eq $cloud "gke" }}
- to:
    - ipBlock:
        cidr: 169.254.169.252/32
    - ipBlock:
        cidr: 169.254.169.254/32
  ports:
    - port: 80
      protocol: TCP
    - port: 988
      protocol: TCP
{{- else if eq $cloud "eks" }}
- to:
    - ipBlock:
        cidr: 169.254.170.23/32
  ports:
    - port: 80
      protocol: TCP
{{- end }}
{{- end }}
{{/* Name of the Secret with the confidential values. */}}
{{- define "postgres.secretName" -}}
{{- .Values.secrets.existingSecret | default (include "postgres.fullname" .) }}
{{- end }}
{{/* Names of the clients that there are, separated by blanks: those of members only while the member is enabled. */}}
{{- define "postgres.clients" -}}
{{- $names := list }}
{{- range $name, $client := .Values.clients }}
{{- $wanted := not $client.member }}
{{- range $member, $state := $.Values.global.members }}
{{- if and (eq $member ($client.member | default "")) $state.enabled }}
{{- $wanted = true }}
{{- end }}
{{- end }}
{{- if $wanted }}
{{- $names = append $names $name }}
{{- end }}
{{- end }}
{{- join " " $names }}
{{- end }}

{{/* Passwords that were given as values; a change of one is a reason to run the Job again. */}}
{{- define "postgres.clientPasswords" -}}
{{- range $name, $client := .Values.clients }}
{{- with $client.password }}{{ $name }}={{ . }} {{ end }}
{{- end }}
{{- end }}
{{/* Secret with the access key of the connection s3; empty for none. */}}
{{- define "postgres.connections.s3.secretName" -}}
{{- $via := include "postgres.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.existingSecret }}
{{- else if eq $via "external" }}
{{- .Values.global.members.minio.external.existingSecret }}
{{- else if $via }}
{{- include "postgres.connections.s3.fullname" . }}-postgres
{{- end }}
{{- end }}

{{/* Key of the access key id. */}}
{{- define "postgres.connections.s3.usernameKey" -}}
{{- $via := include "postgres.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.usernameKey }}
{{- else if eq $via "external" }}postgres-username
{{- else }}username
{{- end }}
{{- end }}

{{/* Key of the secret access key. */}}
{{- define "postgres.connections.s3.secretKey" -}}
{{- $via := include "postgres.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.secretKey }}
{{- else if eq $via "external" }}postgres-password
{{- else }}password
{{- end }}
{{- end }}

{{/* URL of the store of the connection s3. */}}
{{- define "postgres.connections.s3.url" -}}
{{- $via := include "postgres.connections.s3.via" . }}
{{- $scheme := "http" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.s3.scheme }}
{{- else if eq $via "external" }}
{{- $scheme = .Values.global.members.minio.external.scheme }}
{{- else if eq $via "member" }}
{{- $scheme = ternary "https" "http" .Values.global.members.minio.tls }}
{{- end }}
{{- $scheme }}://{{ include "postgres.connections.s3.host" . }}:{{ include "postgres.connections.s3.port" . }}
{{- end }}

{{/* Bucket of the connection s3. */}}
{{- define "postgres.connections.s3.bucket" -}}
{{- .Values.connections.s3.bucket | default "postgres-backup" }}
{{- end }}

{{/* Region that requests of the connection s3 are signed for. */}}
{{- define "postgres.connections.s3.region" -}}
{{- $via := include "postgres.connections.s3.via" . }}
{{- if eq $via "external" }}
{{- .Values.global.members.minio.external.region }}
{{- else }}
{{- .Values.connections.s3.region }}
{{- end }}
{{- end }}
{{/* Secret with the authority of the connection s3; empty for none. */}}
{{- define "postgres.connections.s3.caSecret" -}}
{{- $via := include "postgres.connections.s3.via" . }}
{{- if has $via (list "member" "external") }}
{{- .Values.connections.s3.caSecret | default .Values.global.members.minio.caSecret }}
{{- else if $via }}
{{- .Values.connections.s3.caSecret }}
{{- end }}
{{- end }}
{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "postgres.main.metricLabels" -}}
namespace="{{ .Release.Namespace }}",service="{{ include "postgres.fullname" . }}"
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload main; empty for no. */}}
{{- define "postgres.main.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.exporter.enabled .Values.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Whether a Grafana of this namespace shows the workload main; empty for no. */}}
{{- define "postgres.main.charted" -}}
{{- $charted := .Values.global.monitoring.grafana }}
{{- with .Values.global.members.grafana }}
{{- $charted = or $charted .enabled }}
{{- end }}
{{- if and .Values.exporter.enabled .Values.monitoring.auto $charted }}true
{{- end }}
{{- end }}
{{/* Where the connection s3 leads: value, bundled, member, external, or nowhere. */}}
{{- define "postgres.connections.s3.via" -}}
{{- if .Values.connections.s3.host }}value
{{- else if .Values.global.members.minio.enabled }}member
{{- else if .Values.global.members.minio.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of minio in this release. */}}
{{- define "postgres.connections.s3.fullname" -}}
{{- include "postgres.releaseName" (dict "release" .Release.Name "name" "minio" "reserve" 10) }}
{{- end }}

{{/* Host of the connection s3. */}}
{{- define "postgres.connections.s3.host" -}}
{{- $via := include "postgres.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.host }}
{{- else if eq $via "external" }}
{{- .Values.global.members.minio.external.host }}
{{- else }}
{{- include "postgres.connections.s3.fullname" . }}
{{- end }}
{{- end }}

{{/* Port of the connection s3. */}}
{{- define "postgres.connections.s3.port" -}}
{{- $via := include "postgres.connections.s3.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.s3.port }}
{{- else if eq $via "external" }}
{{- .Values.global.members.minio.external.port }}
{{- else }}
{{- 9000 }}
{{- end }}
{{- end }}

{{/* Label that lets pods in at the other end; empty for a host outside the cluster. */}}
{{- define "postgres.connections.s3.clientLabel" -}}
{{- $via := include "postgres.connections.s3.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "postgres.connections.s3.fullname" . }}-client
{{- else if $via }}
{{- $host := include "postgres.connections.s3.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}
{{/* Containers of the operator; their security context is ours. */}}
{{- define "postgres.extraContainers" -}}
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
