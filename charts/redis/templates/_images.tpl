{{/* Full reference of an image. The built-in tag holds for the built-in repository, the built-in digest for both in the
  built-in registry or in global.imageRegistry, which replaces the registry of images that name one. */}}
{{- define "redis.imageReference" -}}
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
{{- define "redis.image" -}}
{{- $tag := "8.10.2" }}
{{- $digest := "sha256:c94085d298b738be22c9ccdc0ac3761fa6649df7dd82ad1d42367f3cb9714935" }}
{{- $repository := .Values.image.repository }}
{{- $builtIn := "library/redis" }}
{{- if eq .Values.engine "valkey" }}
{{- $tag = "9.1.2" }}
{{- $digest = "sha256:418652cfb58ef879d4978c33553735d7147016032d5aefaa14c828e611eb9dfd" }}
{{- if eq $repository $builtIn }}
{{- $repository = "valkey/valkey" }}
{{- end }}
{{- $builtIn = "valkey/valkey" }}
{{- end }}
{{- $image := dict "registry" .Values.image.registry "repository" $repository "tag" .Values.image.tag "digest" .Values.image.digest }}
{{- include "redis.imageReference"
  (dict "image" $image "global" .Values.global "registry" "docker.io" "repository" $builtIn "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the sidecar exporter. */}}
{{- define "redis.exporter.image" -}}
{{- $tag := "v1.93.0-alpine" }}
{{- $digest := "sha256:93831cd4d5d67687de67c9d5221b14312fea580af8d157583ed9d4459bf2dd70" }}
{{- include "redis.imageReference" (dict "image" .Values.exporter.image "global" .Values.global "registry" "docker.io" "repository"
  "oliver006/redis_exporter" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the sidecar exporter. */}}
{{- define "redis.read.exporter.image" -}}
{{- $tag := "v1.93.0-alpine" }}
{{- $digest := "sha256:93831cd4d5d67687de67c9d5221b14312fea580af8d157583ed9d4459bf2dd70" }}
{{- include "redis.imageReference" (dict "image" .Values.read.exporter.image "global" .Values.global "registry" "docker.io" "repository"
  "oliver006/redis_exporter" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the toolbox. */}}
{{- define "redis.toolbox.image" -}}
{{- $tag := "1.38.0" }}
{{- $digest := "sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e" }}
{{- include "redis.imageReference"
  (dict "image" .Values.toolbox.image "global" .Values.global "registry" "docker.io" "repository" "library/busybox" "tag" $tag "digest" $digest) }}
{{- end }}
