{{/* Full reference of an image. The built-in tag holds for the built-in repository, the built-in digest for both in the
  built-in registry or in global.imageRegistry, which replaces the registry of images that name one. */}}
{{- define "ai-system.imageReference" -}}
{{- $tag := ternary .image.tag (toJson .image.tag) (kindIs "string" .image.tag) }}
{{- $digest := .image.digest }}
{{- if eq .image.repository .repository }}
{{- $tag = $tag | default .tag }}
{{- if and (eq .image.registry .registry) (eq $tag .tag) }}
{{- $digest = $digest | default .digest }}
{{- end }}
{{- end }}
{{- with .image.registry }}{{ $.global.imageRegistry | default . }}/{{ end }}
{{- .image.repository }}
{{- with $tag }}:{{ . }}{{ end }}
{{- with $digest }}@{{ . }}{{ end }}
{{- end }}

{{/* Image of the application. */}}
{{- define "ai-system.image" -}}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "ai-system.imageReference"
  (dict "image" .Values.image "global" .Values.global "registry" "docker.io" "repository" "" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the workload coordination. */}}
{{- define "ai-system.coordination.image" -}}
{{- if not .Values.coordination.image.repository }}
{{- include "ai-system.image" . }}
{{- else }}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "ai-system.imageReference"
  (dict "image" .Values.coordination.image "global" .Values.global "registry" "docker.io" "repository" "" "tag" $tag "digest" $digest) }}
{{- end }}
{{- end }}

{{/* Image of the workload reasoningSuite. */}}
{{- define "ai-system.reasoningSuite.image" -}}
{{- if not .Values.reasoningSuite.image.repository }}
{{- include "ai-system.image" . }}
{{- else }}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "ai-system.imageReference"
  (dict "image" .Values.reasoningSuite.image "global" .Values.global "registry" "docker.io" "repository" "" "tag" $tag "digest" $digest) }}
{{- end }}
{{- end }}

{{/* Image of the workload speechGpu. */}}
{{- define "ai-system.speechGpu.image" -}}
{{- if not .Values.speechGpu.image.repository }}
{{- include "ai-system.image" . }}
{{- else }}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "ai-system.imageReference"
  (dict "image" .Values.speechGpu.image "global" .Values.global "registry" "docker.io" "repository" "" "tag" $tag "digest" $digest) }}
{{- end }}
{{- end }}

{{/* Image of the workload visionDream. */}}
{{- define "ai-system.visionDream.image" -}}
{{- if not .Values.visionDream.image.repository }}
{{- include "ai-system.image" . }}
{{- else }}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "ai-system.imageReference"
  (dict "image" .Values.visionDream.image "global" .Values.global "registry" "docker.io" "repository" "" "tag" $tag "digest" $digest) }}
{{- end }}
{{- end }}

{{/* Image of the workload tutoring. */}}
{{- define "ai-system.tutoring.image" -}}
{{- if not .Values.tutoring.image.repository }}
{{- include "ai-system.image" . }}
{{- else }}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "ai-system.imageReference"
  (dict "image" .Values.tutoring.image "global" .Values.global "registry" "docker.io" "repository" "" "tag" $tag "digest" $digest) }}
{{- end }}
{{- end }}

{{/* Image of the workload learningGpu. */}}
{{- define "ai-system.learningGpu.image" -}}
{{- if not .Values.learningGpu.image.repository }}
{{- include "ai-system.image" . }}
{{- else }}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "ai-system.imageReference"
  (dict "image" .Values.learningGpu.image "global" .Values.global "registry" "docker.io" "repository" "" "tag" $tag "digest" $digest) }}
{{- end }}
{{- end }}

{{/* Image of the workload retraining. */}}
{{- define "ai-system.retraining.image" -}}
{{- if not .Values.retraining.image.repository }}
{{- include "ai-system.image" . }}
{{- else }}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "ai-system.imageReference"
  (dict "image" .Values.retraining.image "global" .Values.global "registry" "docker.io" "repository" "" "tag" $tag "digest" $digest) }}
{{- end }}
{{- end }}

{{/* Image of the workload infraCore. */}}
{{- define "ai-system.infraCore.image" -}}
{{- if not .Values.infraCore.image.repository }}
{{- include "ai-system.image" . }}
{{- else }}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "ai-system.imageReference"
  (dict "image" .Values.infraCore.image "global" .Values.global "registry" "docker.io" "repository" "" "tag" $tag "digest" $digest) }}
{{- end }}
{{- end }}

{{/* Image of the workload memory. */}}
{{- define "ai-system.memory.image" -}}
{{- if not .Values.memory.image.repository }}
{{- include "ai-system.image" . }}
{{- else }}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "ai-system.imageReference"
  (dict "image" .Values.memory.image "global" .Values.global "registry" "docker.io" "repository" "" "tag" $tag "digest" $digest) }}
{{- end }}
{{- end }}

{{/* Image of the workload utilityCpu. */}}
{{- define "ai-system.utilityCpu.image" -}}
{{- if not .Values.utilityCpu.image.repository }}
{{- include "ai-system.image" . }}
{{- else }}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "ai-system.imageReference"
  (dict "image" .Values.utilityCpu.image "global" .Values.global "registry" "docker.io" "repository" "" "tag" $tag "digest" $digest) }}
{{- end }}
{{- end }}

{{/* Image of the toolbox. */}}
{{- define "ai-system.toolbox.image" -}}
{{- $tag := "1.38.0" }}
{{- $digest := "sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e" }}
{{- include "ai-system.imageReference"
  (dict "image" .Values.toolbox.image "global" .Values.global "registry" "docker.io" "repository" "library/busybox" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the gateway. */}}
{{- define "ai-system.gateway.image" -}}
{{- $tag := "1.30.5-alpine" }}
{{- $digest := "sha256:15c994d10d6d78658721c3bcafff14cb281fba2a4bdf9d5ba92c416a472516e3" }}
{{- include "ai-system.imageReference" (dict "image" .Values.gateway.image "global" .Values.global "registry" "docker.io" "repository"
  "nginxinc/nginx-unprivileged" "tag" $tag "digest" $digest) }}
{{- end }}
