{{- if not .Values.auth.enabled }}
{{- $problems = append $problems "auth.enabled may not be false, there is no server without a password: leave it true; the password is generated, and clients find it in the Secret." }}
{{- end }}
{{- if and .Values.auth.users (not .Values.auth.usersSecret) }}
{{- $given := true }}
{{- range $name, $user := .Values.auth.users }}
{{- if not $user.password }}
{{- $given = false }}
{{- end }}
{{- end }}
{{- if and (not $given) (or .Values.global.gitops .Values.secrets.externalSecret.enabled) }}
{{- $problems = append $problems (printf "passwords of auth.users are not generated here: provide a Secret with a key for each user and name it in auth.usersSecret, for example %s-users." (include "redis.fullname" .)) }}
{{- end }}
{{- end }}
{{- range $name, $user := .Values.auth.users }}
{{- if eq $name "default" }}
{{- $problems = append $problems "auth.users may not hold default: that user is always there, with the password of auth.password." }}
{{- end }}
{{- end }}
{{- if and .Values.tls.enabled (not .Values.tls.existingSecret) }}
{{- $problems = append $problems (printf "tls.enabled needs a certificate: name its Secret, with tls.crt, tls.key and ca.crt, in tls.existingSecret; it must be valid for %s." (include "redis.fullname" .)) }}
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
{{- $problems = append $problems (printf "engine would change from %s to %s, and neither reads the data of the other: leave it at %s, or install a second release with engine=%s and copy the keys." $engine $.Values.engine $engine $.Values.engine) }}
{{- end }}
{{- end }}
{{- end }}
{{- if and (include "redis.replicates" .) .Values.read.persistence.existingClaim (gt (int64 .Values.read.replicaCount) 1) }}
{{- $problems = append $problems "read.persistence.existingClaim is one volume, and each replica needs its own: leave it empty, or set read.replicaCount=1." }}
{{- end }}
