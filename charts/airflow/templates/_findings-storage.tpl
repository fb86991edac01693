{{/* Mistakes in values, topic storage. */}}
{{- define "airflow.findings.storage" -}}
{{- include "airflow.rules.labels" (dict "path" "scheduler.persistence.labels" "labels" .Values.scheduler.persistence.labels) }}
{{- include "airflow.rules.claimTemplates" (dict "namespace" .Release.Namespace "name" (printf "%s-scheduler" (include "airflow.fullname" .)) "claim"
  "logs" "key" "scheduler.persistence" "persistence" .Values.scheduler.persistence "storageClass"
  (.Values.scheduler.persistence.storageClass | default .Values.global.storageClass)) }}
{{- if .Values.scheduler.persistence.enabled }}
{{- if lt (include "airflow.rules.amount" .Values.scheduler.persistence.size | float64) 1048576.0 }}
scheduler.persistence.size is {{ toJson .Values.scheduler.persistence.size | trimAll "\"" }}, less than 1Mi: a number alone counts bytes, write for
  example 10Gi.
{{- end }}
{{- with .Values.scheduler.persistence.spec }}
{{- if and .dataSource .dataSourceRef (ne (toJson .dataSource) (toJson .dataSourceRef)) }}
scheduler.persistence.spec.dataSource and dataSourceRef name two objects: keep one of them.
{{- end }}
{{- end }}
{{- if and (has "ReadWriteOncePod" .Values.scheduler.persistence.accessModes) (gt (len .Values.scheduler.persistence.accessModes) 1) }}
scheduler.persistence.accessModes: ReadWriteOncePod stands alone, remove the other modes.
{{- end }}
{{- else if .Values.scheduler.persistence.existingClaim }}
scheduler.persistence.existingClaim names a volume, and scheduler.persistence.enabled is false: what is written would go with the pod. Set it to true,
  or leave the claim out.
{{- end }}
{{- end }}
