{{/* Mistakes in values, topic storage. */}}
{{- define "grafana.findings.storage" -}}
{{- include "grafana.rules.labels" (dict "path" "persistence.labels" "labels" .Values.persistence.labels) }}
{{- if and .Values.persistence.enabled (not .Values.persistence.existingClaim) }}
{{- include "grafana.rules.claim" (dict "namespace" .Release.Namespace "name" (include "grafana.fullname" .) "key" "persistence" "persistence"
  .Values.persistence "spec" .Values.persistence.spec "storageClass" (.Values.persistence.storageClass | default .Values.global.storageClass)) }}
{{- end }}
{{- if .Values.persistence.enabled }}
{{- if lt (include "grafana.rules.amount" .Values.persistence.size | float64) 1048576.0 }}
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
