{{/* Full reference of an image. The built-in tag holds for the built-in repository, the built-in digest for both in the
  built-in registry or in global.imageRegistry, which replaces the registry of images that name one. */}}
{{- define "grafana.imageReference" -}}
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
{{- define "grafana.image" -}}
{{- $tag := "13.2.3" }}
{{- $digest := "sha256:b28bae15e219c998fb0e0424ed724930cc61b1f61fb404d47c862f9a23f9e572" }}
{{- include "grafana.imageReference"
  (dict "image" .Values.image "global" .Values.global "registry" "docker.io" "repository" "grafana/grafana" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the sidecar dashboardLoader. */}}
{{- define "grafana.dashboardLoader.image" -}}
{{- $tag := "2.11.2" }}
{{- $digest := "sha256:2912be006f62f9ea080194cf6d3afcd90daead8d101d0ba686a137a849f6a4f6" }}
{{- include "grafana.imageReference" (dict "image" .Values.dashboardLoader.image "global" .Values.global "registry" "quay.io" "repository"
  "kiwigrid/k8s-sidecar" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the toolbox. */}}
{{- define "grafana.toolbox.image" -}}
{{- $tag := "1.38.0" }}
{{- $digest := "sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e" }}
{{- include "grafana.imageReference"
  (dict "image" .Values.toolbox.image "global" .Values.global "registry" "docker.io" "repository" "library/busybox" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the postgresClient. */}}
{{- define "grafana.postgresClient.image" -}}
{{- $tag := "18.6" }}
{{- $digest := "sha256:74935e72241653ca55e0414067e6d8763aceb8a810eb51b452253ec3dcfc4336" }}
{{- include "grafana.imageReference" (dict "image" .Values.postgresClient.image "global" .Values.global "registry" "docker.io" "repository"
  "library/postgres" "tag" $tag "digest" $digest) }}
{{- end }}

{{/* Image of the gateway. */}}
{{- define "grafana.gateway.image" -}}
{{- $tag := "1.30.5-alpine" }}
{{- $digest := "sha256:15c994d10d6d78658721c3bcafff14cb281fba2a4bdf9d5ba92c416a472516e3" }}
{{- include "grafana.imageReference" (dict "image" .Values.gateway.image "global" .Values.global "registry" "docker.io" "repository"
  "nginxinc/nginx-unprivileged" "tag" $tag "digest" $digest) }}
{{- end }}
