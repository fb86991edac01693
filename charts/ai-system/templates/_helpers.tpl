{{/* Name of a release of a chart: the release is cut and hashed where the longest object name would not fit. */}}
{{- define "ai-system.releaseName" -}}
{{- $limit := sub (sub 51 (len .name)) .reserve | int }}
{{- if gt (len .release) $limit }}
{{- printf "%s-%s" (.release | trunc (sub $limit 6 | int) | trimSuffix "-") (.release | sha256sum | trunc 5) }}
{{- else }}
{{- .release }}
{{- end }}-{{ .name }}
{{- end }}

{{/* Name of the objects of this chart. */}}
{{- define "ai-system.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride }}
{{- else }}
{{- include "ai-system.releaseName" (dict "release" .Release.Name "name" (.Values.nameOverride | default "ai-system") "reserve" 16) }}
{{- end }}
{{- end }}

{{/* Labels that select pods; they never change. */}}
{{- define "ai-system.selectorLabels" -}}
app.kubernetes.io/name: ai-system
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end }}

{{/* Labels of every object. */}}
{{- define "ai-system.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "ai-system.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.labels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Full reference of an image; the built-in digest holds for the built-in tag. */}}
{{- define "ai-system.imageReference" -}}
{{- $tag := .image.tag | default .tag }}
{{- with .global.imageRegistry | default .image.registry }}{{ . }}/{{ end }}
{{- .image.repository }}:{{ $tag }}
{{- if .image.digest }}@{{ .image.digest }}
{{- else if and .digest (eq $tag .tag) }}@{{ .digest }}
{{- end }}
{{- end }}

{{/* Image of the application. */}}
{{- define "ai-system.image" -}}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "ai-system.imageReference" (dict "image" .Values.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the workload coordination. */}}
{{- define "ai-system.coordination.image" -}}
{{- if not .Values.coordination.image.repository }}
{{- include "ai-system.image" . }}
{{- else }}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "ai-system.imageReference" (dict "image" .Values.coordination.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}
{{- end }}

{{/* Image of the workload reasoningSuite. */}}
{{- define "ai-system.reasoningSuite.image" -}}
{{- if not .Values.reasoningSuite.image.repository }}
{{- include "ai-system.image" . }}
{{- else }}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "ai-system.imageReference" (dict "image" .Values.reasoningSuite.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}
{{- end }}

{{/* Image of the workload speechGpu. */}}
{{- define "ai-system.speechGpu.image" -}}
{{- if not .Values.speechGpu.image.repository }}
{{- include "ai-system.image" . }}
{{- else }}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "ai-system.imageReference" (dict "image" .Values.speechGpu.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}
{{- end }}

{{/* Image of the workload visionDream. */}}
{{- define "ai-system.visionDream.image" -}}
{{- if not .Values.visionDream.image.repository }}
{{- include "ai-system.image" . }}
{{- else }}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "ai-system.imageReference" (dict "image" .Values.visionDream.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}
{{- end }}

{{/* Image of the workload tutoring. */}}
{{- define "ai-system.tutoring.image" -}}
{{- if not .Values.tutoring.image.repository }}
{{- include "ai-system.image" . }}
{{- else }}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "ai-system.imageReference" (dict "image" .Values.tutoring.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}
{{- end }}

{{/* Image of the workload learningGpu. */}}
{{- define "ai-system.learningGpu.image" -}}
{{- if not .Values.learningGpu.image.repository }}
{{- include "ai-system.image" . }}
{{- else }}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "ai-system.imageReference" (dict "image" .Values.learningGpu.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}
{{- end }}

{{/* Image of the workload retraining. */}}
{{- define "ai-system.retraining.image" -}}
{{- if not .Values.retraining.image.repository }}
{{- include "ai-system.image" . }}
{{- else }}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "ai-system.imageReference" (dict "image" .Values.retraining.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}
{{- end }}

{{/* Image of the workload infraCore. */}}
{{- define "ai-system.infraCore.image" -}}
{{- if not .Values.infraCore.image.repository }}
{{- include "ai-system.image" . }}
{{- else }}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "ai-system.imageReference" (dict "image" .Values.infraCore.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}
{{- end }}

{{/* Image of the workload memory. */}}
{{- define "ai-system.memory.image" -}}
{{- if not .Values.memory.image.repository }}
{{- include "ai-system.image" . }}
{{- else }}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "ai-system.imageReference" (dict "image" .Values.memory.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}
{{- end }}

{{/* Image of the workload utilityCpu. */}}
{{- define "ai-system.utilityCpu.image" -}}
{{- if not .Values.utilityCpu.image.repository }}
{{- include "ai-system.image" . }}
{{- else }}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "ai-system.imageReference" (dict "image" .Values.utilityCpu.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}
{{- end }}

{{/* Image of the toolbox. */}}
{{- define "ai-system.toolbox.image" -}}
{{- $tag := "1.38.0" }}
{{- $digest := "sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e" }}
{{- include "ai-system.imageReference" (dict "image" .Values.toolbox.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of gateway. */}}
{{- define "ai-system.gateway.image" -}}
{{- $tag := "1.30.5-alpine" }}
{{- $digest := "sha256:15c994d10d6d78658721c3bcafff14cb281fba2a4bdf9d5ba92c416a472516e3" }}
{{- include "ai-system.imageReference" (dict "image" .Values.gateway.image "global" .Values.global "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Name of the namespace infra. */}}
{{- define "ai-system.namespaces.infra" -}}
{{- .Values.namespaces.infra.name | default (printf "%s-infra" .Release.Name) }}
{{- end }}
{{/* Name of the namespace gpu. */}}
{{- define "ai-system.namespaces.gpu" -}}
{{- .Values.namespaces.gpu.name | default (printf "%s-gpu" .Release.Name) }}
{{- end }}
{{/* Name of the namespace core. */}}
{{- define "ai-system.namespaces.core" -}}
{{- .Values.namespaces.core.name | default (printf "%s-core" .Release.Name) }}
{{- end }}
{{/* Name of the account of the pods. */}}
{{- define "ai-system.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- .Values.serviceAccount.name | default (include "ai-system.fullname" .) }}
{{- else }}
{{- .Values.serviceAccount.name | default "default" }}
{{- end }}
{{- end }}

{{/* Cloud that gives the pods an identity in a way that the chart must help with, as the values or the annotations of the account say; empty for none. */}}
{{- define "ai-system.workloadIdentity" -}}
{{- if .Values.serviceAccount.workloadIdentity }}
{{- .Values.serviceAccount.workloadIdentity }}
{{- else if index .Values.serviceAccount.annotations "iam.gke.io/gcp-service-account" }}gke
{{- else if index .Values.serviceAccount.annotations "azure.workload.identity/client-id" }}aks
{{- end }}
{{- end }}

{{/* Egress to what answers on the node for that identity. */}}
{{- define "ai-system.identityEgress" -}}
{{- $cloud := include "ai-system.workloadIdentity" . }}
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
{{/* Base URL of the connection jaeger. */}}
{{- define "ai-system.connections.jaeger.url" -}}
{{- $via := include "ai-system.connections.jaeger.via" . }}
{{- $scheme := "http" }}
{{- $path := "" }}
{{- if eq $via "value" }}
{{- $scheme = .Values.connections.jaeger.scheme }}
{{- $path = .Values.connections.jaeger.path }}
{{- else if eq $via "external" }}
{{- $scheme = .Values.global.members.jaeger.external.scheme }}
{{- $path = .Values.global.members.jaeger.external.path }}
{{- end }}
{{- $scheme }}://{{ include "ai-system.connections.jaeger.host" . }}:{{ include "ai-system.connections.jaeger.port" . }}{{ $path }}
{{- end }}
{{/* What the controller of the Ingress of main must know, in its own words. */}}
{{- define "ai-system.main.ingressAnnotations" -}}
{{- $name := include "ai-system.fullname" . }}
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
{{- $middlewares = append $middlewares (printf "%s-%s-rate-limit@kubernetescrd" (include "ai-system.namespaces.core" .) $name) }}
{{- end }}
{{- if .Values.ingress.bodySize }}
{{- $middlewares = append $middlewares (printf "%s-%s-body-size@kubernetescrd" (include "ai-system.namespaces.core" .) $name) }}
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
{{- define "ai-system.main.ingressPorts" -}}
{{- $ports := list }}
{{- range .Values.ingress.hosts }}
{{- range .paths }}
{{- $ports = append $ports (.port | default "http") }}
{{- end }}
{{- end }}
{{- join " " $ports }}
{{- end }}
{{/* Resource of the card as its maker names it; nodes are tainted and labelled by that name. */}}
{{- define "ai-system.coordination.gpuTaint" -}}
{{- if eq .Values.coordination.gpu.vendor "amd" }}amd.com/gpu
{{- else if eq .Values.coordination.gpu.vendor "intel" }}gpu.intel.com/i915
{{- else }}nvidia.com/gpu
{{- end }}
{{- end }}

{{/* Resource to ask for: the value, the MIG profile's, else the vendor's. */}}
{{- define "ai-system.coordination.gpuResource" -}}
{{- if .Values.coordination.gpu.resourceName }}
{{- .Values.coordination.gpu.resourceName }}
{{- else if eq .Values.coordination.gpu.sharing "mig" }}nvidia.com/mig-{{ .Values.coordination.gpu.profile }}
{{- else }}
{{- include "ai-system.coordination.gpuTaint" . }}
{{- end }}
{{- end }}

{{/* Label of nodes with the model of their card. */}}
{{- define "ai-system.coordination.gpuProductLabel" -}}
{{- if eq .Values.coordination.gpu.vendor "amd" }}amd.com/gpu.product-name
{{- else if eq .Values.coordination.gpu.vendor "intel" }}gpu.intel.com/product
{{- else }}nvidia.com/gpu.product
{{- end }}
{{- end }}

{{/* Whether old pods must end first: a new one would wait for ever for the card that the old one has. */}}
{{- define "ai-system.coordination.gpuRecreates" -}}
{{- $own := and .Values.coordination.gpu.enabled (eq .Values.coordination.gpu.sharing "exclusive") (eq .Values.coordination.gpu.fallback "fail") }}
{{- with .Values.coordination.updateStrategy.rollingUpdate }}
{{- and $own (eq (toString .maxUnavailable) "0") }}
{{- end }}
{{- end }}
{{/* Resource of the card as its maker names it; nodes are tainted and labelled by that name. */}}
{{- define "ai-system.reasoningSuite.gpuTaint" -}}
{{- if eq .Values.reasoningSuite.gpu.vendor "amd" }}amd.com/gpu
{{- else if eq .Values.reasoningSuite.gpu.vendor "intel" }}gpu.intel.com/i915
{{- else }}nvidia.com/gpu
{{- end }}
{{- end }}

{{/* Resource to ask for: the value, the MIG profile's, else the vendor's. */}}
{{- define "ai-system.reasoningSuite.gpuResource" -}}
{{- if .Values.reasoningSuite.gpu.resourceName }}
{{- .Values.reasoningSuite.gpu.resourceName }}
{{- else if eq .Values.reasoningSuite.gpu.sharing "mig" }}nvidia.com/mig-{{ .Values.reasoningSuite.gpu.profile }}
{{- else }}
{{- include "ai-system.reasoningSuite.gpuTaint" . }}
{{- end }}
{{- end }}

{{/* Label of nodes with the model of their card. */}}
{{- define "ai-system.reasoningSuite.gpuProductLabel" -}}
{{- if eq .Values.reasoningSuite.gpu.vendor "amd" }}amd.com/gpu.product-name
{{- else if eq .Values.reasoningSuite.gpu.vendor "intel" }}gpu.intel.com/product
{{- else }}nvidia.com/gpu.product
{{- end }}
{{- end }}

{{/* Whether old pods must end first: a new one would wait for ever for the card that the old one has. */}}
{{- define "ai-system.reasoningSuite.gpuRecreates" -}}
{{- $own := and .Values.reasoningSuite.gpu.enabled (eq .Values.reasoningSuite.gpu.sharing "exclusive") (eq .Values.reasoningSuite.gpu.fallback "fail") }}
{{- with .Values.reasoningSuite.updateStrategy.rollingUpdate }}
{{- and $own (eq (toString .maxUnavailable) "0") }}
{{- end }}
{{- end }}
{{/* Resource of the card as its maker names it; nodes are tainted and labelled by that name. */}}
{{- define "ai-system.speechGpu.gpuTaint" -}}
{{- if eq .Values.speechGpu.gpu.vendor "amd" }}amd.com/gpu
{{- else if eq .Values.speechGpu.gpu.vendor "intel" }}gpu.intel.com/i915
{{- else }}nvidia.com/gpu
{{- end }}
{{- end }}

{{/* Resource to ask for: the value, the MIG profile's, else the vendor's. */}}
{{- define "ai-system.speechGpu.gpuResource" -}}
{{- if .Values.speechGpu.gpu.resourceName }}
{{- .Values.speechGpu.gpu.resourceName }}
{{- else if eq .Values.speechGpu.gpu.sharing "mig" }}nvidia.com/mig-{{ .Values.speechGpu.gpu.profile }}
{{- else }}
{{- include "ai-system.speechGpu.gpuTaint" . }}
{{- end }}
{{- end }}

{{/* Label of nodes with the model of their card. */}}
{{- define "ai-system.speechGpu.gpuProductLabel" -}}
{{- if eq .Values.speechGpu.gpu.vendor "amd" }}amd.com/gpu.product-name
{{- else if eq .Values.speechGpu.gpu.vendor "intel" }}gpu.intel.com/product
{{- else }}nvidia.com/gpu.product
{{- end }}
{{- end }}

{{/* Whether old pods must end first: a new one would wait for ever for the card that the old one has. */}}
{{- define "ai-system.speechGpu.gpuRecreates" -}}
{{- $own := and .Values.speechGpu.gpu.enabled (eq .Values.speechGpu.gpu.sharing "exclusive") (eq .Values.speechGpu.gpu.fallback "fail") }}
{{- with .Values.speechGpu.updateStrategy.rollingUpdate }}
{{- and $own (eq (toString .maxUnavailable) "0") }}
{{- end }}
{{- end }}
{{/* Resource of the card as its maker names it; nodes are tainted and labelled by that name. */}}
{{- define "ai-system.visionDream.gpuTaint" -}}
{{- if eq .Values.visionDream.gpu.vendor "amd" }}amd.com/gpu
{{- else if eq .Values.visionDream.gpu.vendor "intel" }}gpu.intel.com/i915
{{- else }}nvidia.com/gpu
{{- end }}
{{- end }}

{{/* Resource to ask for: the value, the MIG profile's, else the vendor's. */}}
{{- define "ai-system.visionDream.gpuResource" -}}
{{- if .Values.visionDream.gpu.resourceName }}
{{- .Values.visionDream.gpu.resourceName }}
{{- else if eq .Values.visionDream.gpu.sharing "mig" }}nvidia.com/mig-{{ .Values.visionDream.gpu.profile }}
{{- else }}
{{- include "ai-system.visionDream.gpuTaint" . }}
{{- end }}
{{- end }}

{{/* Label of nodes with the model of their card. */}}
{{- define "ai-system.visionDream.gpuProductLabel" -}}
{{- if eq .Values.visionDream.gpu.vendor "amd" }}amd.com/gpu.product-name
{{- else if eq .Values.visionDream.gpu.vendor "intel" }}gpu.intel.com/product
{{- else }}nvidia.com/gpu.product
{{- end }}
{{- end }}

{{/* Whether old pods must end first: a new one would wait for ever for the card that the old one has. */}}
{{- define "ai-system.visionDream.gpuRecreates" -}}
{{- $own := and .Values.visionDream.gpu.enabled (eq .Values.visionDream.gpu.sharing "exclusive") (eq .Values.visionDream.gpu.fallback "fail") }}
{{- with .Values.visionDream.updateStrategy.rollingUpdate }}
{{- and $own (eq (toString .maxUnavailable) "0") }}
{{- end }}
{{- end }}
{{/* Resource of the card as its maker names it; nodes are tainted and labelled by that name. */}}
{{- define "ai-system.tutoring.gpuTaint" -}}
{{- if eq .Values.tutoring.gpu.vendor "amd" }}amd.com/gpu
{{- else if eq .Values.tutoring.gpu.vendor "intel" }}gpu.intel.com/i915
{{- else }}nvidia.com/gpu
{{- end }}
{{- end }}

{{/* Resource to ask for: the value, the MIG profile's, else the vendor's. */}}
{{- define "ai-system.tutoring.gpuResource" -}}
{{- if .Values.tutoring.gpu.resourceName }}
{{- .Values.tutoring.gpu.resourceName }}
{{- else if eq .Values.tutoring.gpu.sharing "mig" }}nvidia.com/mig-{{ .Values.tutoring.gpu.profile }}
{{- else }}
{{- include "ai-system.tutoring.gpuTaint" . }}
{{- end }}
{{- end }}

{{/* Label of nodes with the model of their card. */}}
{{- define "ai-system.tutoring.gpuProductLabel" -}}
{{- if eq .Values.tutoring.gpu.vendor "amd" }}amd.com/gpu.product-name
{{- else if eq .Values.tutoring.gpu.vendor "intel" }}gpu.intel.com/product
{{- else }}nvidia.com/gpu.product
{{- end }}
{{- end }}

{{/* Whether old pods must end first: a new one would wait for ever for the card that the old one has. */}}
{{- define "ai-system.tutoring.gpuRecreates" -}}
{{- $own := and .Values.tutoring.gpu.enabled (eq .Values.tutoring.gpu.sharing "exclusive") (eq .Values.tutoring.gpu.fallback "fail") }}
{{- with .Values.tutoring.updateStrategy.rollingUpdate }}
{{- and $own (eq (toString .maxUnavailable) "0") }}
{{- end }}
{{- end }}
{{/* Resource of the card as its maker names it; nodes are tainted and labelled by that name. */}}
{{- define "ai-system.learningGpu.gpuTaint" -}}
{{- if eq .Values.learningGpu.gpu.vendor "amd" }}amd.com/gpu
{{- else if eq .Values.learningGpu.gpu.vendor "intel" }}gpu.intel.com/i915
{{- else }}nvidia.com/gpu
{{- end }}
{{- end }}

{{/* Resource to ask for: the value, the MIG profile's, else the vendor's. */}}
{{- define "ai-system.learningGpu.gpuResource" -}}
{{- if .Values.learningGpu.gpu.resourceName }}
{{- .Values.learningGpu.gpu.resourceName }}
{{- else if eq .Values.learningGpu.gpu.sharing "mig" }}nvidia.com/mig-{{ .Values.learningGpu.gpu.profile }}
{{- else }}
{{- include "ai-system.learningGpu.gpuTaint" . }}
{{- end }}
{{- end }}

{{/* Label of nodes with the model of their card. */}}
{{- define "ai-system.learningGpu.gpuProductLabel" -}}
{{- if eq .Values.learningGpu.gpu.vendor "amd" }}amd.com/gpu.product-name
{{- else if eq .Values.learningGpu.gpu.vendor "intel" }}gpu.intel.com/product
{{- else }}nvidia.com/gpu.product
{{- end }}
{{- end }}
{{/* Resource of the card as its maker names it; nodes are tainted and labelled by that name. */}}
{{- define "ai-system.retraining.gpuTaint" -}}
{{- if eq .Values.retraining.gpu.vendor "amd" }}amd.com/gpu
{{- else if eq .Values.retraining.gpu.vendor "intel" }}gpu.intel.com/i915
{{- else }}nvidia.com/gpu
{{- end }}
{{- end }}

{{/* Resource to ask for: the value, the MIG profile's, else the vendor's. */}}
{{- define "ai-system.retraining.gpuResource" -}}
{{- if .Values.retraining.gpu.resourceName }}
{{- .Values.retraining.gpu.resourceName }}
{{- else if eq .Values.retraining.gpu.sharing "mig" }}nvidia.com/mig-{{ .Values.retraining.gpu.profile }}
{{- else }}
{{- include "ai-system.retraining.gpuTaint" . }}
{{- end }}
{{- end }}

{{/* Label of nodes with the model of their card. */}}
{{- define "ai-system.retraining.gpuProductLabel" -}}
{{- if eq .Values.retraining.gpu.vendor "amd" }}amd.com/gpu.product-name
{{- else if eq .Values.retraining.gpu.vendor "intel" }}gpu.intel.com/product
{{- else }}nvidia.com/gpu.product
{{- end }}
{{- end }}
{{/* What the pods take of the cards at most, a workload in a line: name, resource, product, sharing, pods, cards or shares of each, MiB of each. */}}
{{- define "ai-system.claims" -}}
{{- $claims := list }}
{{- if and .Values.coordination.gpu.enabled (eq .Values.coordination.gpu.fallback "fail") }}
{{- $most := int64 .Values.coordination.replicaCount }}
{{- if $.Values.coordination.autoscaling.enabled }}
{{- $most = int64 $.Values.coordination.autoscaling.maxReplicas }}
{{- end }}
{{- if $.Values.coordination.keda.enabled }}
{{- $most = int64 $.Values.coordination.keda.maxReplicas }}
{{- end }}
{{- if and (eq .Values.coordination.updateStrategy.type "RollingUpdate") (ne (include "ai-system.coordination.gpuRecreates" .) "true") }}
{{- with .Values.coordination.updateStrategy.rollingUpdate }}
{{- $surge := toString .maxSurge }}
{{- if hasSuffix "%" $surge }}
{{- $most = add $most (div (add 99 (mul $most (trimSuffix "%" $surge | int64))) 100) }}
{{- else }}
{{- $most = add $most (int64 $surge) }}
{{- end }}
{{- end }}
{{- end }}
{{- $claims = append $claims (printf "ai-system-coordination %s %s %s %d %d %s" (include "ai-system.coordination.gpuResource" .) (.Values.coordination.gpu.product | default "-") .Values.coordination.gpu.sharing $most (int64 .Values.coordination.gpu.count) (include "ai-system.mebibytes" .Values.coordination.gpu.memory)) }}
{{- end }}
{{- if and .Values.reasoningSuite.gpu.enabled (eq .Values.reasoningSuite.gpu.fallback "fail") }}
{{- $most := int64 .Values.reasoningSuite.replicaCount }}
{{- if $.Values.reasoningSuite.autoscaling.enabled }}
{{- $most = int64 $.Values.reasoningSuite.autoscaling.maxReplicas }}
{{- end }}
{{- if $.Values.reasoningSuite.keda.enabled }}
{{- $most = int64 $.Values.reasoningSuite.keda.maxReplicas }}
{{- end }}
{{- if and (eq .Values.reasoningSuite.updateStrategy.type "RollingUpdate") (ne (include "ai-system.reasoningSuite.gpuRecreates" .) "true") }}
{{- with .Values.reasoningSuite.updateStrategy.rollingUpdate }}
{{- $surge := toString .maxSurge }}
{{- if hasSuffix "%" $surge }}
{{- $most = add $most (div (add 99 (mul $most (trimSuffix "%" $surge | int64))) 100) }}
{{- else }}
{{- $most = add $most (int64 $surge) }}
{{- end }}
{{- end }}
{{- end }}
{{- $claims = append $claims (printf "ai-system-reasoning-suite %s %s %s %d %d %s" (include "ai-system.reasoningSuite.gpuResource" .) (.Values.reasoningSuite.gpu.product | default "-") .Values.reasoningSuite.gpu.sharing $most (int64 .Values.reasoningSuite.gpu.count) (include "ai-system.mebibytes" .Values.reasoningSuite.gpu.memory)) }}
{{- end }}
{{- if and .Values.speechGpu.gpu.enabled (eq .Values.speechGpu.gpu.fallback "fail") }}
{{- $most := int64 .Values.speechGpu.replicaCount }}
{{- if $.Values.speechGpu.autoscaling.enabled }}
{{- $most = int64 $.Values.speechGpu.autoscaling.maxReplicas }}
{{- end }}
{{- if $.Values.speechGpu.keda.enabled }}
{{- $most = int64 $.Values.speechGpu.keda.maxReplicas }}
{{- end }}
{{- if and (eq .Values.speechGpu.updateStrategy.type "RollingUpdate") (ne (include "ai-system.speechGpu.gpuRecreates" .) "true") }}
{{- with .Values.speechGpu.updateStrategy.rollingUpdate }}
{{- $surge := toString .maxSurge }}
{{- if hasSuffix "%" $surge }}
{{- $most = add $most (div (add 99 (mul $most (trimSuffix "%" $surge | int64))) 100) }}
{{- else }}
{{- $most = add $most (int64 $surge) }}
{{- end }}
{{- end }}
{{- end }}
{{- $claims = append $claims (printf "ai-system-speech-gpu %s %s %s %d %d %s" (include "ai-system.speechGpu.gpuResource" .) (.Values.speechGpu.gpu.product | default "-") .Values.speechGpu.gpu.sharing $most (int64 .Values.speechGpu.gpu.count) (include "ai-system.mebibytes" .Values.speechGpu.gpu.memory)) }}
{{- end }}
{{- if and .Values.visionDream.gpu.enabled (eq .Values.visionDream.gpu.fallback "fail") }}
{{- $most := int64 .Values.visionDream.replicaCount }}
{{- if $.Values.visionDream.autoscaling.enabled }}
{{- $most = int64 $.Values.visionDream.autoscaling.maxReplicas }}
{{- end }}
{{- if $.Values.visionDream.keda.enabled }}
{{- $most = int64 $.Values.visionDream.keda.maxReplicas }}
{{- end }}
{{- if and (eq .Values.visionDream.updateStrategy.type "RollingUpdate") (ne (include "ai-system.visionDream.gpuRecreates" .) "true") }}
{{- with .Values.visionDream.updateStrategy.rollingUpdate }}
{{- $surge := toString .maxSurge }}
{{- if hasSuffix "%" $surge }}
{{- $most = add $most (div (add 99 (mul $most (trimSuffix "%" $surge | int64))) 100) }}
{{- else }}
{{- $most = add $most (int64 $surge) }}
{{- end }}
{{- end }}
{{- end }}
{{- $claims = append $claims (printf "ai-system-vision-dream %s %s %s %d %d %s" (include "ai-system.visionDream.gpuResource" .) (.Values.visionDream.gpu.product | default "-") .Values.visionDream.gpu.sharing $most (int64 .Values.visionDream.gpu.count) (include "ai-system.mebibytes" .Values.visionDream.gpu.memory)) }}
{{- end }}
{{- if and .Values.tutoring.gpu.enabled (eq .Values.tutoring.gpu.fallback "fail") }}
{{- $most := int64 .Values.tutoring.replicaCount }}
{{- if $.Values.tutoring.autoscaling.enabled }}
{{- $most = int64 $.Values.tutoring.autoscaling.maxReplicas }}
{{- end }}
{{- if $.Values.tutoring.keda.enabled }}
{{- $most = int64 $.Values.tutoring.keda.maxReplicas }}
{{- end }}
{{- if and (eq .Values.tutoring.updateStrategy.type "RollingUpdate") (ne (include "ai-system.tutoring.gpuRecreates" .) "true") }}
{{- with .Values.tutoring.updateStrategy.rollingUpdate }}
{{- $surge := toString .maxSurge }}
{{- if hasSuffix "%" $surge }}
{{- $most = add $most (div (add 99 (mul $most (trimSuffix "%" $surge | int64))) 100) }}
{{- else }}
{{- $most = add $most (int64 $surge) }}
{{- end }}
{{- end }}
{{- end }}
{{- $claims = append $claims (printf "ai-system-tutoring %s %s %s %d %d %s" (include "ai-system.tutoring.gpuResource" .) (.Values.tutoring.gpu.product | default "-") .Values.tutoring.gpu.sharing $most (int64 .Values.tutoring.gpu.count) (include "ai-system.mebibytes" .Values.tutoring.gpu.memory)) }}
{{- end }}
{{- if and .Values.learningGpu.gpu.enabled (eq .Values.learningGpu.gpu.fallback "fail") }}
{{- $most := 1 }}
{{- $claims = append $claims (printf "ai-system-learning-gpu %s %s %s %d %d %s" (include "ai-system.learningGpu.gpuResource" .) (.Values.learningGpu.gpu.product | default "-") .Values.learningGpu.gpu.sharing $most (int64 .Values.learningGpu.gpu.count) (include "ai-system.mebibytes" .Values.learningGpu.gpu.memory)) }}
{{- end }}
{{- if and .Values.retraining.gpu.enabled (eq .Values.retraining.gpu.fallback "fail") }}
{{- $most := 1 }}
{{- $claims = append $claims (printf "ai-system-retraining %s %s %s %d %d %s" (include "ai-system.retraining.gpuResource" .) (.Values.retraining.gpu.product | default "-") .Values.retraining.gpu.sharing $most (int64 .Values.retraining.gpu.count) (include "ai-system.mebibytes" .Values.retraining.gpu.memory)) }}
{{- end }}
{{- join "\n" $claims }}
{{- end }}

{{/* Which cards of global.gpu.cards are too small for what pods claim, one problem in a line. */}}
{{- define "ai-system.cardProblems" -}}
{{- $problems := list }}
{{- $claims := splitList "\n" .claims | compact }}
{{- $several := gt (len .cards) 1 }}
{{- range $claims }}
{{- $words := splitList " " . }}
{{- if and $several (eq (index $words 2) "-") }}
{{- $problems = append $problems (printf "%s takes any card, and global.gpu.cards has several: set its gpu.product." (index $words 0)) }}
{{- end }}
{{- end }}
{{- range .cards }}
{{- $cards := int64 (.count | default 1) }}
{{- $shares := mul $cards (int64 (.shares | default 1)) }}
{{- $memory := include "ai-system.mebibytes" .memory | int64 }}
{{- $free := mul $cards (sub $memory (include "ai-system.mebibytes" (.reserved | default "") | int64)) }}
{{- $product := .product }}
{{- $wanted := 0 }}
{{- $taken := 0 }}
{{- $takers := list }}
{{- range $claims }}
{{- $words := splitList " " . }}
{{- $each := int64 (index $words 6) }}
{{- if has (index $words 2) (ternary (list $product) (list $product "-") $several) }}
{{- $pods := int64 (index $words 4) }}
{{- $wanted = add $wanted (mul $pods (int64 (index $words 5))) }}
{{- $taken = add $taken (mul $pods $each) }}
{{- $takers = append $takers (printf "%s %d × %d MiB" (index $words 0) $pods $each) }}
{{- if and (eq (index $words 3) "mps") (gt (mul $each $shares) (mul $memory $cards)) }}
{{- $problems = append $problems (printf "%s wants %d MiB, and MPS gives each of %d clients no more than %d MiB of the %s: lower gpu.memory, or have fewer shares." (index $words 0) $each $shares (div (mul $memory $cards) $shares) $product) }}
{{- end }}
{{- end }}
{{- end }}
{{- if gt $wanted $shares }}
{{- $problems = append $problems (printf "%s: the pods want %d shares while they are replaced (%s), and global.gpu.cards has %d: have the device plugin count the card more often, or run fewer pods." $product $wanted (join ", " $takers) $shares) }}
{{- end }}
{{- if gt $taken $free }}
{{- $problems = append $problems (printf "%s: the pods want %d MiB while they are replaced (%s), and %d MiB are free: lower gpu.memory, choose smaller models, or run fewer pods." $product $taken (join ", " $takers) $free) }}
{{- end }}
{{- end }}
{{- join "\n" $problems }}
{{- end }}

{{/* An amount in Mi or Gi as a number of MiB; 0 for none. */}}
{{- define "ai-system.mebibytes" -}}
{{- $amount := . | trimSuffix "Gi" | trimSuffix "Mi" | int64 }}
{{- ternary (mul $amount 1024) $amount (hasSuffix "Gi" .) }}
{{- end }}
{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "ai-system.main.metricLabels" -}}
namespace="{{ (include "ai-system.namespaces.core" .) }}",service="{{ include "ai-system.fullname" . }}"
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload main; empty for no. */}}
{{- define "ai-system.main.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $scraped }}true
{{- end }}
{{- end }}
{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "ai-system.coordination.metricLabels" -}}
namespace="{{ (include "ai-system.namespaces.gpu" .) }}",service="{{ include "ai-system.fullname" . }}-coordination"
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload coordination; empty for no. */}}
{{- define "ai-system.coordination.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.coordination.monitoring.auto $scraped }}true
{{- end }}
{{- end }}
{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "ai-system.reasoningSuite.metricLabels" -}}
namespace="{{ (include "ai-system.namespaces.gpu" .) }}",service="{{ include "ai-system.fullname" . }}-reasoning-suite"
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload reasoningSuite; empty for no. */}}
{{- define "ai-system.reasoningSuite.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.reasoningSuite.monitoring.auto $scraped }}true
{{- end }}
{{- end }}
{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "ai-system.speechGpu.metricLabels" -}}
namespace="{{ (include "ai-system.namespaces.gpu" .) }}",service="{{ include "ai-system.fullname" . }}-speech-gpu"
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload speechGpu; empty for no. */}}
{{- define "ai-system.speechGpu.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.speechGpu.monitoring.auto $scraped }}true
{{- end }}
{{- end }}
{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "ai-system.visionDream.metricLabels" -}}
namespace="{{ (include "ai-system.namespaces.gpu" .) }}",service="{{ include "ai-system.fullname" . }}-vision-dream"
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload visionDream; empty for no. */}}
{{- define "ai-system.visionDream.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.visionDream.monitoring.auto $scraped }}true
{{- end }}
{{- end }}
{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "ai-system.tutoring.metricLabels" -}}
namespace="{{ (include "ai-system.namespaces.gpu" .) }}",service="{{ include "ai-system.fullname" . }}-tutoring"
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload tutoring; empty for no. */}}
{{- define "ai-system.tutoring.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.tutoring.monitoring.auto $scraped }}true
{{- end }}
{{- end }}
{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "ai-system.infraCore.metricLabels" -}}
namespace="{{ (include "ai-system.namespaces.infra" .) }}",service="{{ include "ai-system.fullname" . }}-infra-core"
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload infraCore; empty for no. */}}
{{- define "ai-system.infraCore.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.infraCore.monitoring.auto $scraped }}true
{{- end }}
{{- end }}
{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "ai-system.memory.metricLabels" -}}
namespace="{{ (include "ai-system.namespaces.core" .) }}",service="{{ include "ai-system.fullname" . }}-memory"
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload memory; empty for no. */}}
{{- define "ai-system.memory.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.memory.monitoring.auto $scraped }}true
{{- end }}
{{- end }}
{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "ai-system.utilityCpu.metricLabels" -}}
namespace="{{ (include "ai-system.namespaces.core" .) }}",service="{{ include "ai-system.fullname" . }}-utility-cpu"
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload utilityCpu; empty for no. */}}
{{- define "ai-system.utilityCpu.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.utilityCpu.monitoring.auto $scraped }}true
{{- end }}
{{- end }}
{{/* Where the connection jaeger leads: value, bundled, member, external, or nowhere. */}}
{{- define "ai-system.connections.jaeger.via" -}}
{{- if .Values.connections.jaeger.host }}value
{{- else if .Values.global.members.jaeger.enabled }}member
{{- else if .Values.global.members.jaeger.external.host }}external
{{- end }}
{{- end }}

{{/* Name of the objects of jaeger in this release. */}}
{{- define "ai-system.connections.jaeger.fullname" -}}
{{- include "ai-system.releaseName" (dict "release" .Release.Name "name" "jaeger" "reserve" 5) }}
{{- end }}

{{/* Host of the connection jaeger. */}}
{{- define "ai-system.connections.jaeger.host" -}}
{{- $via := include "ai-system.connections.jaeger.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.jaeger.host }}{{ if not (contains "." .Values.connections.jaeger.host) }}.{{ .Release.Namespace }}.svc{{ end }}
{{- else if eq $via "external" }}
{{- .Values.global.members.jaeger.external.host }}{{ if not (contains "." .Values.global.members.jaeger.external.host) }}.{{ .Release.Namespace }}.svc{{ end }}
{{- else }}
{{- include "ai-system.connections.jaeger.fullname" . }}.{{ .Release.Namespace }}.svc
{{- end }}
{{- end }}

{{/* Port of the connection jaeger. */}}
{{- define "ai-system.connections.jaeger.port" -}}
{{- $via := include "ai-system.connections.jaeger.via" . }}
{{- if eq $via "value" }}
{{- .Values.connections.jaeger.port }}
{{- else if eq $via "external" }}
{{- .Values.global.members.jaeger.external.port }}
{{- else }}
{{- 4318 }}
{{- end }}
{{- end }}

{{/* Label that lets pods in at the other end; empty for a host outside the cluster. */}}
{{- define "ai-system.connections.jaeger.clientLabel" -}}
{{- $via := include "ai-system.connections.jaeger.via" . }}
{{- if has $via (list "bundled" "member") }}
{{- include "ai-system.connections.jaeger.fullname" . }}-client
{{- else if $via }}
{{- $host := include "ai-system.connections.jaeger.host" . }}
{{- if regexMatch "^[a-z]([a-z0-9-]{0,50}[a-z0-9])?([.][a-z0-9-]+([.]svc([.].+)?)?)?$" $host }}
{{- splitList "." $host | first }}-client
{{- end }}
{{- end }}
{{- end }}
{{/* Name of the Secret with the API keys of main. */}}
{{- define "ai-system.main.gatewaySecret" -}}
{{- .Values.gateway.apiKeys.existingSecret | default (printf "%s-api-keys" (include "ai-system.fullname" .)) }}
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the gateway of main; empty for no. */}}
{{- define "ai-system.main.gatewayScraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if or .Values.gateway.metrics.annotations (and .Values.gateway.metrics.auto $scraped) }}true
{{- end }}
{{- end }}

{{/* Configuration of the gateway of main. */}}
{{- define "ai-system.main.gatewayConfig" -}}
pid /tmp/nginx.pid;
error_log stderr warn;
worker_processes 1;

events {
  worker_connections 4096;
}

http {
  server_tokens off;
  client_body_temp_path /tmp/body;
  proxy_temp_path /tmp/proxy;
  fastcgi_temp_path /tmp/fastcgi;
  uwsgi_temp_path /tmp/uwsgi;
  scgi_temp_path /tmp/scgi;
  {{- range .Values.gateway.trustedProxies }}
  set_real_ip_from {{ . }};
  {{- end }}
  {{- if .Values.gateway.trustedProxies }}
  real_ip_header X-Forwarded-For;
  real_ip_recursive on;
  {{- end }}

  # What needs no key and knows no limit: the path that checks look at, and exemptPaths. Compared as it was sent.
  map "$request_method $request_uri" $gateway_exempt {
    default "";
    "~^(GET|HEAD) \Q/health\E(\?|$)" 1;
    {{- range .Values.gateway.apiKeys.exemptPaths }}
    {{- if hasSuffix "*" . }}
    "~^[A-Z]+ \Q{{ trimSuffix "*" . }}\E(?!.*(\.\.|(?i:%2e|%2f|%5c)))" 1;
    {{- else }}
    "~^[A-Z]+ \Q{{ . }}\E(\?|$)" 1;
    {{- end }}
    {{- end }}
  }
  {{- if .Values.gateway.apiKeys.enabled }}
  {{- $header := .Values.gateway.apiKeys.header | lower | replace "-" "_" }}

  map $http_authorization $gateway_bearer {
    default "";
    "~*^Bearer +(?<token>[^ ]+)$" $token;
  }
  map $http_{{ $header }} $gateway_key {
    default $http_{{ $header }};
    "" $gateway_bearer;
  }
  map $gateway_key $gateway_client {
    default "";
    include /tmp/keys.conf;
  }
  map $gateway_key $gateway_refusal {
    default "The API key is not known.";
    "" "An API key is missing: send it as {{ .Values.gateway.apiKeys.header }}, or as Authorization: Bearer.";
  }
  # Browsers ask without a key whether they may send one.
  map "$request_method $http_access_control_request_method" $gateway_preflight {
    default "";
    "~^OPTIONS [A-Z]" 1;
  }
  map "$gateway_client$gateway_exempt$gateway_preflight" $gateway_refused {
    default "";
    "" 1;
  }
  # A key in Authorization was for the gateway; anything else there is the application's.
  map "$http_{{ $header }}|$gateway_client" $gateway_authorization {
    default $http_authorization;
    "~^\|." "";
  }
  {{- else }}

  map $host $gateway_client {
    default "";
  }
  map $host $gateway_authorization {
    default $http_authorization;
  }
  {{- end }}

  map $http_upgrade $gateway_connection {
    default upgrade;
    "" close;
  }
  map $http_x_forwarded_proto $gateway_proto {
    default $http_x_forwarded_proto;
    "" $scheme;
  }
  map $http_x_forwarded_for $gateway_for {
    default "$http_x_forwarded_for, $realip_remote_addr";
    "" $realip_remote_addr;
  }
  map $http_x_request_id $gateway_request_id {
    default $http_x_request_id;
    "" $request_id;
  }
  {{- if .Values.gateway.rateLimit.requestsPerSecond }}

  {{- if eq .Values.gateway.rateLimit.per "client" }}
  map $gateway_client $gateway_caller {
    default $gateway_client;
    "" $binary_remote_addr;
  }
  {{- else }}
  map $host $gateway_caller {
    default $binary_remote_addr;
  }
  {{- end }}
  map $gateway_exempt $gateway_limited {
    default "";
    "" $gateway_caller;
  }
  limit_req_zone $gateway_limited zone=callers:2m rate={{ int64 .Values.gateway.rateLimit.requestsPerSecond }}r/s;
  limit_req_status 429;
  limit_req_log_level info;
  {{- end }}
  {{- if .Values.gateway.cache.enabled }}

  map "$request_method $request_uri" $gateway_cache_path {
    default "";
    {{- range .Values.gateway.cache.paths }}
    "~^(GET|HEAD) \Q{{ . }}\E" 1;
    {{- end }}
  }
  map $http_accept $gateway_streams {
    default "";
    "~*text/event-stream" 1;
  }
  # Whose answers are one person's, one part, or no HTTP any more.
  map "$http_upgrade$http_range{{ if not .Values.gateway.cache.credentials }}$gateway_authorization$http_cookie{{ end }}" $gateway_personal {
    default 1;
    "" "";
  }
  map "$gateway_cache_path:$gateway_exempt$gateway_streams$gateway_personal" $gateway_cacheable {
    default "";
    "1:" 1;
  }
  map $upstream_http_content_type $gateway_uncached {
    default "";
    "~*(event-stream|ndjson|x-mixed-replace)" 1;
  }
  proxy_cache_path /var/cache/gateway levels=1:2 keys_zone=answers:2m max_size={{ trimSuffix "i" .Values.gateway.cache.size | lower }} inactive={{ int64 .Values.gateway.cache.seconds }}s use_temp_path=off;
  {{- end }}

  log_format gateway escape=json 'request\t$gateway_client\t$status\t$request_time\t$bytes_sent\t$upstream_cache_status\t'
    '{"time":"$time_iso8601","client":"$gateway_client","address":"$remote_addr","method":"$request_method","host":"$host","path":"$uri",'
    '"status":$status,"bytes":$bytes_sent,"seconds":$request_time,"upstream_seconds":"$upstream_response_time",'
    '"cache":"$upstream_cache_status","request_id":"$gateway_request_id","user_agent":"$http_user_agent"}';

  server {
    listen 8900;
    include /tmp/listen-8900.conf;
    access_log /tmp/requests gateway;

    underscores_in_headers on;
    large_client_header_buffers 4 32k;
    client_max_body_size 0;
    client_body_timeout {{ int64 .Values.gateway.timeouts.readSeconds }}s;
    send_timeout {{ int64 .Values.gateway.timeouts.readSeconds }}s;
    {{- if .Values.gateway.rateLimit.requestsPerSecond }}
    limit_req zone=callers{{ if .Values.gateway.rateLimit.burst }} burst={{ int64 .Values.gateway.rateLimit.burst }} nodelay{{ end }};
    {{- end }}

    proxy_http_version 1.1;
    proxy_request_buffering off;
    proxy_buffering off;
    proxy_buffer_size 32k;
    proxy_buffers 8 32k;
    proxy_max_temp_file_size 0;
    proxy_redirect off;
    proxy_connect_timeout {{ int64 .Values.gateway.timeouts.connectSeconds }}s;
    proxy_read_timeout {{ int64 .Values.gateway.timeouts.readSeconds }}s;
    proxy_send_timeout {{ int64 .Values.gateway.timeouts.readSeconds }}s;
    proxy_set_header Host $http_host;
    proxy_set_header Connection $gateway_connection;
    proxy_set_header Upgrade $http_upgrade;
    proxy_set_header Authorization $gateway_authorization;
    {{- if .Values.gateway.apiKeys.enabled }}
    proxy_set_header {{ .Values.gateway.apiKeys.header }} "";
    {{- end }}
    proxy_set_header X-Gateway-Client $gateway_client;
    proxy_set_header X-Forwarded-For $gateway_for;
    proxy_set_header X-Forwarded-Proto $gateway_proto;
    proxy_set_header X-Request-ID $gateway_request_id;

    recursive_error_pages on;
    error_page 401 @refused;
    error_page 418 = @cached;
    error_page 429 @limited;
    error_page 502 @away;
    error_page 504 @late;

    location / {
      {{- if .Values.gateway.apiKeys.enabled }}
      if ($gateway_refused) {
        return 401;
      }
      {{- end }}
      {{- if .Values.gateway.cache.enabled }}
      if ($gateway_cacheable) {
        return 418;
      }
      {{- end }}
      proxy_pass http://127.0.0.1:8080;
    }
    {{- if .Values.gateway.cache.enabled }}
    location @cached {
      proxy_pass http://127.0.0.1:8080;
      proxy_buffering on;
      proxy_cache answers;
      proxy_cache_key "$gateway_client $http_host $request_uri{{ if .Values.gateway.cache.credentials }} $gateway_authorization $http_cookie{{ end }}";
      proxy_cache_valid 200 {{ int64 .Values.gateway.cache.seconds }}s;
      proxy_cache_lock on;
      proxy_no_cache $gateway_uncached;
      add_header X-Cache $upstream_cache_status always;
    }
    {{- end }}
    {{- if .Values.gateway.apiKeys.enabled }}
    location @refused {
      default_type application/json;
      add_header WWW-Authenticate Bearer always;
      return 401 '{"error":"unauthorized","message":"$gateway_refusal"}';
    }
    {{- end }}
    {{- if .Values.gateway.rateLimit.requestsPerSecond }}
    location @limited {
      default_type application/json;
      add_header Retry-After 1 always;
      return 429 '{"error":"too_many_requests","message":"More than {{ int64 .Values.gateway.rateLimit.requestsPerSecond }} requests per second; try again."}';
    }
    {{- end }}
    location @away {
      default_type application/json;
      return 502 '{"error":"bad_gateway","message":"The application does not answer."}';
    }
    location @late {
      default_type application/json;
      return 504 '{"error":"gateway_timeout","message":"The application did not answer in time."}';
    }
  }

  server {
    listen 8901;
    include /tmp/listen-8901.conf;
    access_log off;
    location = /metrics {
      default_type "text/plain; version=0.0.4";
      # Not yet there in the first moments.
      log_not_found off;
      alias /tmp/metrics/metrics;
    }
    location = /healthz {
      return 204;
    }
    location / {
      return 404;
    }
  }
}
{{- end }}

{{/* Whether anybody looks at the metrics of the gateway of main. */}}
{{- define "ai-system.main.gatewayWatched" -}}
{{- if or .Values.gateway.metrics.serviceMonitor .Values.gateway.metrics.annotations (and .Values.gateway.metrics.auto .Values.global.monitoring.operator) (include "ai-system.main.gatewayScraped" .) }}true{{ end }}
{{- end }}
{{/* Containers of the operator; their security context is ours. */}}
{{- define "ai-system.extraContainers" -}}
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
