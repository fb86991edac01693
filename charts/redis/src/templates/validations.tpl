{{- if not .Values.auth.enabled }}
auth.enabled may not be false, there is no server without a password: leave it true; the password is generated, and clients find it in the Secret.
{{- end }}
{{- $ungenerated := include "redis.ungenerated" . }}
{{- $usersFrom := include "redis.usersFrom" . }}
{{- range $name, $user := .Values.auth.users }}
{{- if and (eq $usersFrom "chart") (not $user.password) $ungenerated }}
auth.users.{{ $name }}: {{ $ungenerated }}: provide the Secret {{ include "redis.usersSecret" $ }} with a key for each user and set auth.usersSecret={{ include "redis.usersSecret" $ }}, or take them from a store with secrets.externalSecret.
{{- end }}
{{- if and (eq $usersFrom "store") $user.password }}
auth.users.{{ $name }} has a password and another user has none: with secrets.externalSecret give every user one, or leave all to the store, with the properties <user>-password of {{ $.Values.secrets.externalSecret.remoteKey }}.
{{- end }}
{{- end }}
{{- range $name, $user := .Values.auth.users }}
{{- if and $user.password $.Values.auth.usersSecret }}
auth.users.{{ $name }}.password is set, and auth.usersSecret names another place for it, which alone is read: leave one of the two out.
{{- end }}
{{- if and $user.passwordKey (not $.Values.auth.usersSecret) }}
auth.users.{{ $name }}.passwordKey is a key of auth.usersSecret: name that Secret too, or leave it out.
{{- end }}
{{- if eq $name "default" }}
auth.users may not hold default: that user is always there, with the password of auth.password.
{{- end }}
{{- end }}
{{- range $name, $value := .Values.extraConfig }}
{{- if or (has $name (list "port" "bind" "dir" "requirepass" "masterauth" "masteruser" "replicaof" "slaveof" "user" "aclfile" "rename-command" "unixsocket" "daemonize" "pidfile" "logfile" "appendonly" "appendfilename" "appenddirname" "dbfilename")) (hasPrefix "tls-" $name) }}
extraConfig.{{ $name }} belongs to the chart: leave it out.
{{- end }}
{{- end }}
{{- range .Values.disabledCommands }}
{{- if has (upper .) (list "AUTH" "PING" "INFO" "HELLO" "PSYNC" "REPLCONF" "REPLICAOF" "CONFIG") }}
disabledCommands: {{ . }} is what the probes, the replicas or the chart itself ask: leave it out; auth.users keep it from others.
{{- end }}
{{- end }}
{{- if and (ne .Values.tls.clientCertificates "no") (not .Values.tls.enabled) }}
tls.clientCertificates needs tls.enabled.
{{- end }}
{{- if and (eq .Values.tls.clientCertificates "yes") (or (not .Chart.IsRoot) .Values.exporter.enabled .Values.read.exporter.enabled) }}
tls.clientCertificates=yes shuts out the exporter and the charts of this platform, which show no certificate: set optional, or leave exporter.enabled off in a release of its own.
{{- end }}
{{- if and .Values.tls.enabled (not .Values.tls.existingSecret) }}
tls.enabled needs a certificate: name its Secret, with tls.crt, tls.key and ca.crt, in tls.existingSecret; it must be valid for {{ include "redis.fullname" . }}.
{{- end }}
{{- if .Values.persistence.enabled }}
{{- $running := lookup "apps/v1" "StatefulSet" .Release.Namespace (include "redis.fullname" .) }}
{{- with $running.spec }}
{{- $engine := "redis" }}
{{- range .template.spec.containers }}
{{- range .env }}
{{- if eq .name "ENGINE" }}
{{- $engine = .value }}
{{- end }}
{{- end }}
{{- end }}
{{- if ne $engine $.Values.engine }}
engine would change from {{ $engine }} to {{ $.Values.engine }}, and neither reads the data of the other: leave it at {{ $engine }}, or install a second release with engine={{ $.Values.engine }} and copy the keys.
{{- end }}
{{- end }}
{{- end }}
{{- if and (eq .Values.architecture "replication") .Values.read.persistence.existingClaim (gt (int64 .Values.read.replicaCount) 1) }}
read.persistence.existingClaim is one volume, and each replica needs its own: leave it empty, or set read.replicaCount=1.
{{- end }}
{{- $memory := include "redis.maxMemory" . }}
{{- include "redis.rules.fits" (dict "name" "config.maxMemory" "size" $memory "of" "resources.limits.memory" "room" .Values.resources.limits.memory) }}
{{- if and .Values.persistence.enabled (not .Values.persistence.existingClaim) }}
{{- include "redis.rules.fits" (dict "name" "config.maxMemory" "size" $memory "of" "persistence.size" "room" .Values.persistence.size) }}
{{- end }}
{{- if eq .Values.architecture "replication" }}
{{- include "redis.rules.fits" (dict "name" "config.maxMemory" "size" $memory "of" "read.resources.limits.memory" "room" .Values.read.resources.limits.memory) }}
{{- if not .Values.persistence.enabled }}
architecture=replication needs persistence.enabled: a primary that comes back empty empties its replicas too. Set persistence.enabled=true, or architecture=standalone.
{{- else if and (eq .Values.config.appendOnly "no") (eq .Values.config.save "\"\"") }}
architecture=replication needs a primary that writes to its volume: one that comes back empty empties its replicas too. Set config.appendOnly=yes, or config.save.
{{- end }}
{{- end }}
