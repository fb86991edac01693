{{- $major := include "postgres.major" . }}
{{- if not $major }}
the image's tag {{ toJson .Values.image.tag | trimAll "\"" }} does not begin with a version of PostgreSQL: set majorVersion to the one it holds.
{{- else if and (gt (regexFind "^[0-9]+" (toString .Values.image.tag) | int) 11) (ne (regexFind "^[0-9]+" (toString .Values.image.tag)) $major) }}
majorVersion is {{ $major }}, and image.tag {{ toJson .Values.image.tag | trimAll "\"" }} is a PostgreSQL {{ regexFind "^[0-9]+" (toJson .Values.image.tag | trimAll "\"") }}: set the one that is meant, and leave the other out.
{{- else if lt (int $major) 14 }}
PostgreSQL {{ $major }} is older than what this chart can run: take 14 or newer.
{{- else if and (not .Values.image.tag) (not (has $major (list "16" "17" "18"))) (eq .Values.mode "standalone") }}
this chart brings no image of PostgreSQL {{ $major }}: name one in image.tag, for example {{ $major }}-trixie.
{{- end }}
{{- include "postgres.rules.image" (dict "key" "cloudnativePg.image" "image" .Values.cloudnativePg.image "repositories" (list "cloudnative-pg/postgresql")) }}
{{- if and .Values.tls.enabled (not .Values.tls.existingSecret) (eq .Values.mode "standalone") }}
tls.enabled needs a certificate: name its Secret, with tls.crt and tls.key, in tls.existingSecret; it must be valid for {{ include "postgres.fullname" . }}.
{{- end }}
{{- if and .Values.tls.required (not .Values.tls.enabled) }}
tls.required refuses what tls.enabled does not offer: set both.
{{- end }}
{{- range $name, $value := .Values.extraConfig }}
{{- if has $name (list "config_file" "data_directory" "external_pid_file" "hba_file" "ident_file" "listen_addresses" "port" "unix_socket_directories" "ssl" "ssl_cert_file" "ssl_key_file") }}
extraConfig.{{ $name }} belongs to the chart: leave it out.
{{- end }}
{{- end }}
{{- $users := list }}
{{- $databases := list }}
{{- range $name, $client := .Values.clients }}
{{- $user := $client.username | default ($name | replace "-" "_") }}
{{- if or (has $user (list "postgres" "template0" "template1" "exporter" "streaming_replica")) (hasPrefix "pg_" $user) }}
clients.{{ $name }} would be the user {{ $user }}, which PostgreSQL or this chart has already: give it another username.
{{- end }}
{{- if gt (len $user) 63 }}
clients.{{ $name }}.username is longer than 63 characters, which is all that PostgreSQL keeps.
{{- end }}
{{- if has $user $users }}
clients.{{ $name }} has the user {{ $user }} of another client: give each its own username.
{{- end }}
{{- $users = append $users $user }}
{{- $database := $client.database | default $user }}
{{- if or (has $database (list "postgres" "template0" "template1")) (gt (len $database) 63) }}
clients.{{ $name }}.database may not be {{ $database }}: take another name, of 63 characters at most.
{{- end }}
{{- if has $database $databases }}
clients.{{ $name }} has the database {{ $database }} of another client: give each its own.
{{- end }}
{{- $databases = append $databases $database }}
{{- if and $client.member $client.database }}
clients.{{ $name }} belongs to the member {{ $client.member }}, which looks for its database under the name of its user: leave database empty.
{{- end }}
{{- if and (eq $.Values.mode "cloudnative-pg") (ne ($client.passwordKey | default "password") "password") }}
clients.{{ $name }}.passwordKey: the operator reads the keys username and password of a Secret and no others.
{{- end }}
{{- end }}
{{- if and (eq .Values.mode "cloudnative-pg") .Values.secrets.keys }}
secrets.keys: the operator reads the keys username and password of a Secret and no others.
{{- end }}
{{- if and (eq .Values.mode "external") (not .Values.external.host) }}
mode=external makes users and databases on a server elsewhere: name it in external.host.
{{- end }}
{{- if and (eq .Values.mode "external") (not .Chart.IsRoot) }}
mode=external is for a release of its own. Consumers find a server elsewhere by their connections.postgres.host; in an umbrella by global.members.postgres.external.host.
{{- end }}
{{- if and (eq .Values.mode "external") (not (or .Values.auth.password .Values.secrets.from.password .Values.secrets.existingSecret .Values.secrets.externalSecret.enabled)) }}
mode=external needs the password of the administrator of that server: name a Secret with the key password in secrets.existingSecret, or with another key and that in secrets.keys.password.
{{- end }}
{{- if and (eq .Values.mode "cloudnative-pg") (or .Values.backup.enabled .Values.restore.id) }}
backup and restore are for mode=standalone and mode=external: the operator has its own, see cloudnativePg.extraSpec.
{{- end }}
{{- if and (eq .Values.mode "cloudnative-pg") .Values.persistence.existingClaim }}
persistence.existingClaim is one volume, and the operator makes one for each server: leave it empty.
{{- end }}
{{- if and (eq .Values.mode "cloudnative-pg") (or .Values.initdb.scripts .Values.initdb.existingConfigMap) }}
initdb.scripts are for mode=standalone: the operator takes them in bootstrap.initdb of cloudnativePg.extraSpec.
{{- end }}
{{- if and (eq .Values.mode "cloudnative-pg") (include "postgres.rules.lacks" (dict "root" . "kind" "postgresql.cnpg.io/v1/Database")) }}
mode=cloudnative-pg needs the operator CloudNativePG 1.25 or newer, and this cluster does not know its kinds: install it first.
{{- end }}
{{- if and (or .Values.backup.enabled .Values.restore.id) (eq .Values.backup.destination "s3") (not (include "postgres.connections.s3.via" .)) }}
backup.destination=s3 needs a store: {{ include "postgres.rules.provide" (dict "member" .Values.global.members.postgres "name" "s3" "chart" "minio" "bundled" false) }}.
{{- end }}
{{- if ne .Values.mode "external" }}
{{- include "postgres.rules.fits" (dict "name" "config.sharedBuffers" "size" .Values.config.sharedBuffers "of" "resources.limits.memory" "room" .Values.resources.limits.memory) }}
{{- include "postgres.rules.fits" (dict "name" "config.workMem" "size" .Values.config.workMem "of" "resources.limits.memory" "room" .Values.resources.limits.memory) }}
{{- include "postgres.rules.fits" (dict "name" "config.maintenanceWorkMem" "size" .Values.config.maintenanceWorkMem "of" "resources.limits.memory" "room" .Values.resources.limits.memory) }}
{{- if and .Values.persistence.enabled (not .Values.persistence.existingClaim) }}
{{- range $name, $size := dict "config.minWalSize" .Values.config.minWalSize "config.maxWalSize" .Values.config.maxWalSize }}
{{- include "postgres.rules.fits" (dict "name" $name "size" $size "of" "persistence.size" "room" $.Values.persistence.size) }}
{{- end }}
{{- end }}
{{- end }}
{{- if and .Values.restore.id (eq .Values.backup.destination "volume") (not (or .Values.backup.enabled .Values.backup.persistence.existingClaim)) }}
restore.id has no backups to read: set backup.enabled=true, or name the claim that holds them in backup.persistence.existingClaim.
{{- end }}
{{- if and .Values.backup.enabled (eq .Values.backup.destination "volume") (not .Values.backup.persistence.existingClaim) }}
{{- include "postgres.rules.claim" (dict "namespace" .Release.Namespace "name" (include "postgres.backupClaim" .) "key" "backup.persistence" "persistence" .Values.backup.persistence "spec" dict "storageClass" (.Values.backup.persistence.storageClass | default .Values.global.storageClass)) }}
{{- end }}
{{- if and .Values.snapshot.name (not .Values.persistence.enabled) }}
snapshot.name needs persistence.enabled: there is no volume without.
{{- end }}
{{- if and .Values.snapshot.name (include "postgres.rules.lacks" (dict "root" . "kind" "snapshot.storage.k8s.io/v1/VolumeSnapshot")) }}
snapshot.name needs VolumeSnapshots, and this cluster knows none: install the snapshot controller of CSI, or leave it empty.
{{- end }}
{{- if .Values.persistence.enabled }}
{{- $running := lookup "apps/v1" "StatefulSet" .Release.Namespace (include "postgres.fullname" .) }}
{{- with $running.spec }}
{{- $before := $major }}
{{- range .template.spec.containers }}
{{- range .env }}
{{- if eq .name "MAJOR" }}
{{- $before = .value }}
{{- end }}
{{- end }}
{{- end }}
{{- if ne $.Values.mode "standalone" }}
mode would change from standalone to {{ $.Values.mode }}, and the data would stay behind: back up, install a second release with mode={{ $.Values.mode }}, restore there.
{{- else if ne $before $major }}
PostgreSQL would change from {{ $before }} to {{ $major }}, which cannot read the volume: leave image.tag and majorVersion at {{ $before }}. To migrate: back up (backup.enabled=true), install a second release with {{ $major }}, restore there (restore.id=NAME); the README says how under "Upgrade to a new major version".
{{- end }}
{{- end }}
{{- end }}
{{- if and (ne .Values.mode "cloudnative-pg") (.Capabilities.APIVersions.Has "postgresql.cnpg.io/v1/Cluster") }}
{{- $cluster := lookup "postgresql.cnpg.io/v1" "Cluster" .Release.Namespace (include "postgres.fullname" .) }}
{{- if $cluster.spec }}
mode would change from cloudnative-pg to {{ .Values.mode }}, and the data would stay behind: dump it, install a second release, restore there.
{{- end }}
{{- end }}
