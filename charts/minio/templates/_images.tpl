{{/* Full reference of an image. The built-in tag holds for the built-in repository, the built-in digest for both in the
  built-in registry or in global.imageRegistry, which replaces the registry of images that name one. */}}
{{- define "minio.imageReference" -}}
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
{{- define "minio.image" -}}
{{- $tag := "RELEASE.2026-09-16T00-00-00Z" }}
{{- $digest := "sha256:635197cb9f36d01bee221d34d1c7d7960f6a95c48b0b6c01d99cd13bdae51a46" }}
{{- $repository := .Values.image.repository }}
{{- $builtIn := "pgsty/silo" }}
{{- if eq .Values.engine "rustfs" }}
{{- $tag = "1.0.1" }}
{{- $digest = "sha256:1803faef57627e2d9c2e7d89d655d712ddded5389040054987163043fecb6a3c" }}
{{- if eq $repository $builtIn }}
{{- $repository = "rustfs/rustfs" }}
{{- end }}
{{- $builtIn = "rustfs/rustfs" }}
{{- end }}
{{- if eq .Values.engine "minio" }}
{{- $tag = "RELEASE.2025-10-15T17-29-55Z-hardened" }}
{{- $digest = "sha256:8dc02a7e509336c8bbb67962086d691bdcde20a2c9327ed68e5081a681f6dbfc" }}
{{- if eq $repository $builtIn }}
{{- $repository = "cloudpirates/image-minio" }}
{{- end }}
{{- $builtIn = "cloudpirates/image-minio" }}
{{- end }}
{{- $image := dict "registry" .Values.image.registry "repository" $repository "tag" .Values.image.tag "digest" .Values.image.digest }}
{{- include "minio.imageReference"
  (dict "image" $image "global" .Values.global "registry" "docker.io" "repository" $builtIn "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the workload provision. */}}
{{- define "minio.provision.image" -}}
{{- $tag := "RELEASE.2026-09-16T00-00-00Z" }}
{{- $digest := "sha256:cfc83108c3abb371f8fb84d99c1fdc88f8c237e022409b0081fb7c0a3be634dd" }}
{{- $repository := .Values.provision.image.repository }}
{{- $builtIn := "pgsty/mc" }}
{{- if eq .Values.engine "rustfs" }}
{{- $tag = "1.0.1" }}
{{- $digest = "sha256:1803faef57627e2d9c2e7d89d655d712ddded5389040054987163043fecb6a3c" }}
{{- if eq $repository $builtIn }}
{{- $repository = "rustfs/rustfs" }}
{{- end }}
{{- $builtIn = "rustfs/rustfs" }}
{{- end }}
{{- $image := dict "registry" .Values.provision.image.registry "repository" $repository "tag" .Values.provision.image.tag "digest"
  .Values.provision.image.digest }}
{{- include "minio.imageReference"
  (dict "image" $image "global" .Values.global "registry" "docker.io" "repository" $builtIn "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the workload mirror. */}}
{{- define "minio.mirror.image" -}}
{{- $tag := "1.75.2" }}
{{- $digest := "sha256:2687085f718d3c628f7fdfb77c52a1d344332aed543110bb88088f2c70d43eb5" }}
{{- include "minio.imageReference"
  (dict "image" .Values.mirror.image "global" .Values.global "registry" "docker.io" "repository" "rclone/rclone" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the s3Client. */}}
{{- define "minio.s3Client.image" -}}
{{- $tag := "8.22.0" }}
{{- $digest := "sha256:58adaa4e8dca9c988bae2aba4ab3434a0bb2da16bbe3f92dec39ec7785166777" }}
{{- include "minio.imageReference"
  (dict "image" .Values.s3Client.image "global" .Values.global "registry" "docker.io" "repository" "curlimages/curl" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the gateway. */}}
{{- define "minio.gateway.image" -}}
{{- $tag := "1.30.5-alpine" }}
{{- $digest := "sha256:15c994d10d6d78658721c3bcafff14cb281fba2a4bdf9d5ba92c416a472516e3" }}
{{- include "minio.imageReference" (dict "image" .Values.gateway.image "global" .Values.global "registry" "docker.io" "repository"
  "nginxinc/nginx-unprivileged" "tag" $tag "digest" $digest) }}
{{- end }}
