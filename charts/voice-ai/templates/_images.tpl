{{/* Full reference of an image. The built-in tag holds for the built-in repository, the built-in digest for both in the
  built-in registry or in global.imageRegistry, which replaces the registry of images that name one. */}}
{{- define "voice-ai.imageReference" -}}
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
{{- define "voice-ai.image" -}}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "voice-ai.imageReference"
  (dict "image" .Values.image "global" .Values.global "registry" "docker.io" "repository" "" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the workload agent. */}}
{{- define "voice-ai.agent.image" -}}
{{- $tag := "1.0.0" }}
{{- $digest := "" }}
{{- include "voice-ai.imageReference"
  (dict "image" .Values.agent.image "global" .Values.global "registry" "docker.io" "repository" "" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the workload livekit. */}}
{{- define "voice-ai.livekit.image" -}}
{{- $tag := "v1.13.7" }}
{{- $digest := "sha256:6fd3b7088874c4d119160dd688798dfec852bc014786d392caad15f6f63912a3" }}
{{- include "voice-ai.imageReference" (dict "image" .Values.livekit.image "global" .Values.global "registry" "docker.io" "repository"
  "livekit/livekit-server" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the workload whisper. */}}
{{- define "voice-ai.whisper.image" -}}
{{- $tag := "0.8.3-cpu" }}
{{- $digest := "sha256:21e3df06d842fb7802ab470dd77c25f0e8c0d22950e8d8c6ae886e851af53ef8" }}
{{- if .Values.whisper.gpu.enabled }}
{{- $tag = "0.8.3-cuda" }}
{{- $digest = "sha256:9abc6968a883e77ead9286c38a6ccf3139dcad518b783deeebb7be2ced50e972" }}
{{- end }}
{{- include "voice-ai.imageReference"
  (dict "image" .Values.whisper.image "global" .Values.global "registry" "ghcr.io" "repository" "speaches-ai/speaches" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the workload kokoro. */}}
{{- define "voice-ai.kokoro.image" -}}
{{- $tag := "v0.9.0" }}
{{- $digest := "sha256:7f9a256919eff7a84e9a77b757de0f3fe95c48fcf4fbe1e008deacbc7d9f2985" }}
{{- $repository := .Values.kokoro.image.repository }}
{{- $builtIn := "remsky/kokoro-fastapi-cpu" }}
{{- if and .Values.kokoro.gpu.enabled (eq .Values.kokoro.gpu.vendor "nvidia") }}
{{- $tag = "v0.9.0" }}
{{- $digest = "sha256:9ba150465c6b8f5d6b1c62b54de83eb9aa0a1444aad8a1a9c8948eed60564b76" }}
{{- if eq $repository $builtIn }}
{{- $repository = "remsky/kokoro-fastapi-gpu" }}
{{- end }}
{{- $builtIn = "remsky/kokoro-fastapi-gpu" }}
{{- end }}
{{- if and .Values.kokoro.gpu.enabled (eq .Values.kokoro.gpu.vendor "nvidia") (eq .Values.kokoro.cuda "12.8") }}
{{- $tag = "v0.9.0-cu128" }}
{{- $digest = "" }}
{{- if eq $repository $builtIn }}
{{- $repository = "remsky/kokoro-fastapi-gpu" }}
{{- end }}
{{- $builtIn = "remsky/kokoro-fastapi-gpu" }}
{{- end }}
{{- if and .Values.kokoro.gpu.enabled (eq .Values.kokoro.gpu.vendor "amd") }}
{{- $tag = "v0.9.0" }}
{{- $digest = "" }}
{{- if eq $repository $builtIn }}
{{- $repository = "remsky/kokoro-fastapi-rocm" }}
{{- end }}
{{- $builtIn = "remsky/kokoro-fastapi-rocm" }}
{{- end }}
{{- $image := dict "registry" .Values.kokoro.image.registry "repository" $repository "tag" .Values.kokoro.image.tag "digest"
  .Values.kokoro.image.digest }}
{{- include "voice-ai.imageReference"
  (dict "image" $image "global" .Values.global "registry" "ghcr.io" "repository" $builtIn "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the toolbox. */}}
{{- define "voice-ai.toolbox.image" -}}
{{- $tag := "1.38.0" }}
{{- $digest := "sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e" }}
{{- include "voice-ai.imageReference"
  (dict "image" .Values.toolbox.image "global" .Values.global "registry" "docker.io" "repository" "library/busybox" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the gateway. */}}
{{- define "voice-ai.gateway.image" -}}
{{- $tag := "1.30.5-alpine" }}
{{- $digest := "sha256:15c994d10d6d78658721c3bcafff14cb281fba2a4bdf9d5ba92c416a472516e3" }}
{{- include "voice-ai.imageReference" (dict "image" .Values.gateway.image "global" .Values.global "registry" "docker.io" "repository"
  "nginxinc/nginx-unprivileged" "tag" $tag "digest" $digest) }}
{{- end }}
