{{/* Major version of PostgreSQL: as given, or the number that the tag of the image begins with. */}}
{{- define "postgres.major" -}}
{{- if .Values.majorVersion }}
{{- int64 .Values.majorVersion }}
{{- else }}
{{- regexFind "^[0-9]+" (.Values.image.tag | default .Chart.AppVersion | toJson | trimAll "\"") }}
{{- end }}
{{- end }}

{{/* Folder below /var/lib/postgresql that the volume is mounted at: images before 18 declare a volume of their own there. */}}
{{- define "postgres.folder" -}}
{{- if lt (include "postgres.major" . | int) 18 }}/data{{ end }}
{{- end }}

{{/* Folder of the data on that volume. */}}
{{- define "postgres.data" -}}
/var/lib/postgresql{{ include "postgres.folder" . }}/
{{- if .Values.dataFolder }}
{{- .Values.dataFolder }}
{{- else if lt (include "postgres.major" . | int) 18 }}pgdata
{{- else }}
{{- include "postgres.major" . }}/docker
{{- end }}
{{- end }}

{{/* Settings of extraConfig as lines of postgresql.conf. */}}
{{- define "postgres.extraConfig" -}}
{{- $lines := list }}
{{- range $name, $value := .Values.extraConfig }}
{{- $text := ternary (toJson $value) $value (kindIs "float64" $value) | toString | replace "\\" "\\\\" | replace "'" "''" }}
{{- $lines = append $lines (printf "%s = '%s'" $name $text) }}
{{- end }}
{{- join "\n" $lines }}
{{- end }}

{{/* ConfigMap with the scripts for a new volume; empty for none. */}}
{{- define "postgres.scripts" -}}
{{- if .Values.initdb.existingConfigMap }}
{{- .Values.initdb.existingConfigMap }}
{{- else if .Values.initdb.scripts }}
{{- include "postgres.fullname" . }}-scripts
{{- end }}
{{- end }}

{{/* The server that holds the databases of the clients. */}}
{{- define "postgres.host" -}}
{{- if eq .Values.mode "external" }}{{ .Values.external.host }}{{ else }}{{ include "postgres.fullname" . }}{{ end }}
{{- end }}

{{/* Its port. */}}
{{- define "postgres.port" -}}
{{- if eq .Values.mode "external" }}{{ .Values.external.port }}{{ else }}{{ .Values.service.port }}{{ end }}
{{- end }}

{{/* Claim with the backups. */}}
{{- define "postgres.backupClaim" -}}
{{- .Values.backup.persistence.existingClaim | default (printf "%s-backup" (include "postgres.fullname" .)) }}
{{- end }}

{{/* Folder of the backups in the bucket. */}}
{{- define "postgres.backupFolder" -}}
{{- .Values.backup.folder | default (printf "%s/%s" .Release.Namespace (include "postgres.fullname" .)) }}
{{- end }}

{{/* Image of the servers of an operated cluster. */}}
{{- define "postgres.cloudnativePg.image" -}}
{{- $tag := "18.6-202608170814-standard-trixie" }}
{{- $digest := "sha256:771f9eab5225587af259d84680cc69a5b6e374ac32bb24effafde1f3368a1241" }}
{{- if eq (int64 .Values.majorVersion) 17 }}
{{- $tag = "17.11-202608170816-standard-trixie" }}
{{- $digest = "sha256:91e0de662d53895a45f1396f4ee1a75daeb0c26fc87853afc9c8f43e01fdaa21" }}
{{- else if eq (int64 .Values.majorVersion) 16 }}
{{- $tag = "16.15-202608170814-standard-trixie" }}
{{- $digest = "sha256:3df9103d7f89c8abc2870463d4d446944c81b5f1f4b707c590895dc003ecbb65" }}
{{- end }}
{{- include "postgres.imageReference" (dict "image" .Values.cloudnativePg.image "global" .Values.global "registry" "ghcr.io" "repository"
  "cloudnative-pg/postgresql" "tag" $tag "digest" $digest) }}
{{- end }}
