{{- if and .Values.tls.enabled (not .Values.tls.existingSecret) }}
tls.enabled needs a certificate: name its Secret, of the type kubernetes.io/tls, in tls.existingSecret; it must be valid for {{ include "minio.fullname" . }}.
{{- end }}
{{- if has .Values.auth.password (list "minioadmin" "minio123" "rustfsadmin" "password" "changeme" "changeit") }}
auth.password is one that everybody knows: leave it empty, so that one is generated.
{{- end }}
{{- if eq .Values.engine "rustfs" }}
{{- if or .Values.monitoring.serviceMonitor.enabled .Values.monitoring.annotations.enabled .Values.monitoring.prometheusRule.enabled .Values.monitoring.rules.enabled .Values.monitoring.dashboards.enabled }}
RustFS has no metrics for Prometheus, it only sends some by OTLP: turn monitoring off, or set engine=silo.
{{- end }}
{{- if .Values.console.url }}
console.url is for the consoles of Silo and MinIO: RustFS serves its console below the address it is asked at; leave it empty.
{{- end }}
{{- else }}
{{- $console := regexReplaceAll "^https?://[^/]*" .Values.console.url "" | trimSuffix "/" }}
{{- range .Values.ingress.hosts }}
{{- range .paths }}
{{- if and $.Values.ingress.enabled (eq (.port | default "") "console") (not (has (trimSuffix "/" .path) (list "" $console))) }}
ingress.hosts has the path {{ .path }} to the console, which answers at /: give it a host of its own; or set console.url to the address with that path, and let the controller strip the path.
{{- end }}
{{- end }}
{{- end }}
{{- $watched := or .Values.monitoring.serviceMonitor.enabled .Values.monitoring.annotations.enabled (and .Values.monitoring.auto .Values.global.monitoring.operator) (eq (include "minio.main.scraped" .) "true") }}
{{- if and $watched (eq .Values.config.metricsAuth "jwt") }}
config.metricsAuth=jwt keeps Prometheus out, for it has no token: set it to public, or turn monitoring off.
{{- end }}
{{- if and $watched (eq .Values.config.metricsAuth "auto") (or .Values.ingress.enabled .Values.httpRoute.enabled) }}
the metrics that Prometheus reads would be open to all who come through the Ingress or HTTPRoute, and they name every bucket: set config.metricsAuth=public where they may, or turn monitoring off (monitoring.auto=false).
{{- end }}
{{- end }}
{{- $users := list }}
{{- range $name, $client := .Values.clients }}
{{- $user := $client.username | default ($name | replace "-" "_") }}
{{- if has $user $users }}
clients.{{ $name }}: another client has the user {{ $user }} too, and each needs its own.
{{- end }}
{{- if not (regexMatch "^[A-Za-z0-9][A-Za-z0-9._@-]{2,}$" $user) }}
clients.{{ $name }}: the user {{ $user }} is no access key, which has three characters or more, letters, digits and . _ @ -: set username.
{{- end }}
{{- if and $client.password (lt (len $client.password) 8) }}
clients.{{ $name }}: the password is too short for a secret key, which has eight letters or more.
{{- end }}
{{- $users = append $users $user }}
{{- end }}
{{- if .Values.persistence.enabled }}
{{- $running := lookup "apps/v1" "StatefulSet" .Release.Namespace (include "minio.fullname" .) }}
{{- with $running.spec }}
{{- $engine := $.Values.engine }}
{{- range .template.spec.containers }}
{{- range .env }}
{{- if eq .name "ENGINE" }}
{{- $engine = .value }}
{{- end }}
{{- end }}
{{- end }}
{{- if and (ne $engine $.Values.engine) (has "rustfs" (list $engine $.Values.engine)) }}
engine would change from {{ $engine }} to {{ $.Values.engine }}, which does not read its volume: leave it at {{ $engine }}, or install a second release with engine={{ $.Values.engine }} and copy the buckets, for example with rclone.
{{- end }}
{{- end }}
{{- end }}
{{- if or (regexMatch "://[^/?#\"]*@" .Values.mirror.target.url) (regexMatch "://[^/?#\"]*@" .Values.console.url) }}
mirror.target.url and console.url may hold no user or password, which everybody sees who reads the pod: take them out; mirror.target.existingSecret has those of the other store.
{{- end }}
{{- $port := regexFind "^https?://[^/]*:[0-9]+(/|$)" .Values.mirror.target.url | trimSuffix "/" | regexFind "[0-9]+$" | default (ternary "80" "443" (hasPrefix "http://" .Values.mirror.target.url)) }}
{{- if and .Values.mirror.enabled .Values.mirror.target.url (ne (int64 .Values.mirror.target.port) (int64 $port)) }}
mirror.target.url is at port {{ $port }}, and the NetworkPolicy lets the copies out to {{ int64 .Values.mirror.target.port }}: set mirror.target.port={{ $port }}.
{{- end }}
{{- if and .Values.mirror.enabled (not (and .Values.mirror.target.url .Values.mirror.target.bucket .Values.mirror.target.existingSecret)) }}
mirror needs the other store: set mirror.target.url, mirror.target.bucket and mirror.target.existingSecret.
{{- end }}
{{- if and .Values.persistence.enabled (not .Values.persistence.existingClaim) }}
{{- range $name, $bucket := .Values.buckets }}
{{- include "minio.rules.fits" (dict "name" (printf "buckets.%s.quota" $name) "size" $bucket.quota "of" "persistence.size" "room" $.Values.persistence.size) }}
{{- end }}
{{- end }}
