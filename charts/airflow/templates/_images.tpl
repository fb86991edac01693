{{/* Full reference of an image. The built-in tag holds for the built-in repository, the built-in digest for both in the
  built-in registry or in global.imageRegistry, which replaces the registry of images that name one. */}}
{{- define "airflow.imageReference" -}}
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
{{- define "airflow.image" -}}
{{- $tag := "3.3.2-python3.12" }}
{{- $digest := "sha256:9df9c8be4096b9cc626bd7cb1f2b8c712eef66c59c615f8c7e6200871ca10bd1" }}
{{- if has .Values.image.tag (list "2.7.1") }}
{{- $tag = "2.7.1" }}
{{- $digest = "sha256:627435cb2fd0f32fcf4edb3f27039bf151926bbf13c7ff4c9a3e5bcf13aef632" }}
{{- end }}
{{- include "airflow.imageReference"
  (dict "image" .Values.image "global" .Values.global "registry" "docker.io" "repository" "apache/airflow" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the workload statsd. */}}
{{- define "airflow.statsd.image" -}}
{{- $tag := "v0.30.0" }}
{{- $digest := "sha256:378cb79c4ac7d6941e5ed71b1f3cd6f4707cf42c72c104ffe81fa4d9026ef659" }}
{{- include "airflow.imageReference" (dict "image" .Values.statsd.image "global" .Values.global "registry" "quay.io" "repository"
  "prometheus/statsd-exporter" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the toolbox. */}}
{{- define "airflow.toolbox.image" -}}
{{- $tag := "1.38.0" }}
{{- $digest := "sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e" }}
{{- include "airflow.imageReference"
  (dict "image" .Values.toolbox.image "global" .Values.global "registry" "docker.io" "repository" "library/busybox" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the postgresClient. */}}
{{- define "airflow.postgresClient.image" -}}
{{- $tag := "18.6" }}
{{- $digest := "sha256:74935e72241653ca55e0414067e6d8763aceb8a810eb51b452253ec3dcfc4336" }}
{{- include "airflow.imageReference" (dict "image" .Values.postgresClient.image "global" .Values.global "registry" "docker.io" "repository"
  "library/postgres" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the s3Client. */}}
{{- define "airflow.s3Client.image" -}}
{{- $tag := "8.22.0" }}
{{- $digest := "sha256:58adaa4e8dca9c988bae2aba4ab3434a0bb2da16bbe3f92dec39ec7785166777" }}
{{- include "airflow.imageReference"
  (dict "image" .Values.s3Client.image "global" .Values.global "registry" "docker.io" "repository" "curlimages/curl" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the gitSync. */}}
{{- define "airflow.gitSync.image" -}}
{{- $tag := "v4.7.1" }}
{{- $digest := "sha256:c5e1976da735bf0b53979f079a07475d77174c51863cd084e928ff6074480717" }}
{{- include "airflow.imageReference" (dict "image" .Values.gitSync.image "global" .Values.global "registry" "registry.k8s.io" "repository"
  "git-sync/git-sync" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the gateway. */}}
{{- define "airflow.gateway.image" -}}
{{- $tag := "1.30.5-alpine" }}
{{- $digest := "sha256:15c994d10d6d78658721c3bcafff14cb281fba2a4bdf9d5ba92c416a472516e3" }}
{{- include "airflow.imageReference" (dict "image" .Values.gateway.image "global" .Values.global "registry" "docker.io" "repository"
  "nginxinc/nginx-unprivileged" "tag" $tag "digest" $digest) }}
{{- end }}
