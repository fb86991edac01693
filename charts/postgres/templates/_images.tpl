{{/* Full reference of an image. The built-in tag holds for the built-in repository, the built-in digest for both in the
  built-in registry or in global.imageRegistry, which replaces the registry of images that name one. */}}
{{- define "postgres.imageReference" -}}
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
{{- include "postgres.imageReference"
  (dict "image" .Values.image "global" .Values.global "registry" "docker.io" "repository" "library/postgres" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the sidecar exporter. */}}
{{- define "postgres.exporter.image" -}}
{{- $tag := "v0.20.1" }}
{{- $digest := "sha256:ac5ec343104fae0e2d84a27bb8d69b38430a11910c5382cad85d478d2bab713e" }}
{{- include "postgres.imageReference" (dict "image" .Values.exporter.image "global" .Values.global "registry" "quay.io" "repository"
  "prometheuscommunity/postgres-exporter" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the workload backup. */}}
{{- define "postgres.backup.image" -}}
{{- $tag := "1.75.2" }}
{{- $digest := "sha256:2687085f718d3c628f7fdfb77c52a1d344332aed543110bb88088f2c70d43eb5" }}
{{- include "postgres.imageReference"
  (dict "image" .Values.backup.image "global" .Values.global "registry" "docker.io" "repository" "rclone/rclone" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the postgresClient. */}}
{{- define "postgres.postgresClient.image" -}}
{{- $tag := "18.6" }}
{{- $digest := "sha256:74935e72241653ca55e0414067e6d8763aceb8a810eb51b452253ec3dcfc4336" }}
{{- include "postgres.imageReference" (dict "image" .Values.postgresClient.image "global" .Values.global "registry" "docker.io" "repository"
  "library/postgres" "tag" $tag "digest" $digest) }}
{{- end }}
