{{/* Mistakes in values, topic storage. */}}
{{- define "postgres.findings.storage" -}}
{{- include "postgres.rules.labels" (dict "path" "persistence.labels" "labels" .Values.persistence.labels) }}
{{- if eq .Values.mode "standalone" }}
{{- include "postgres.rules.claimTemplates" (dict "namespace" .Release.Namespace "name" (include "postgres.fullname" .) "claim" "data" "key"
  "persistence" "persistence" .Values.persistence "storageClass" (.Values.persistence.storageClass | default .Values.global.storageClass)) }}
{{- end }}
{{- if .Values.persistence.enabled }}
{{- if lt (include "postgres.rules.amount" .Values.persistence.size | float64) 1048576.0 }}
persistence.size is {{ toJson .Values.persistence.size | trimAll "\"" }}, less than 1Mi: a number alone counts bytes, write for example 10Gi.
{{- end }}
{{- with .Values.persistence.spec }}
{{- if and .dataSource .dataSourceRef (ne (toJson .dataSource) (toJson .dataSourceRef)) }}
persistence.spec.dataSource and dataSourceRef name two objects: keep one of them.
{{- end }}
{{- end }}
{{- if and (has "ReadWriteOncePod" .Values.persistence.accessModes) (gt (len .Values.persistence.accessModes) 1) }}
persistence.accessModes: ReadWriteOncePod stands alone, remove the other modes.
{{- end }}
{{- else if .Values.persistence.existingClaim }}
persistence.existingClaim names a volume, and persistence.enabled is false: what is written would go with the pod. Set it to true, or leave the claim
  out.
{{- end }}
{{- end }}
