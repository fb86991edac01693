{{/* Mistakes in values, topic storage. */}}
{{- define "ai-system.findings.storage" -}}
{{- include "ai-system.rules.labels" (dict "path" "infraCore.persistence.labels" "labels" .Values.infraCore.persistence.labels) }}
{{- include "ai-system.rules.claimTemplates" (dict "namespace" (include "ai-system.namespaces.infra" .) "name"
  (printf "%s-infra-core" (include "ai-system.fullname" .)) "claim" "data" "key" "infraCore.persistence" "persistence" .Values.infraCore.persistence
  "storageClass" (.Values.infraCore.persistence.storageClass | default .Values.global.storageClass)) }}
{{- if .Values.infraCore.persistence.enabled }}
{{- if lt (include "ai-system.rules.amount" .Values.infraCore.persistence.size | float64) 1048576.0 }}
infraCore.persistence.size is {{ toJson .Values.infraCore.persistence.size | trimAll "\"" }}, less than 1Mi: a number alone counts bytes, write for
  example 10Gi.
{{- end }}
{{- with .Values.infraCore.persistence.spec }}
{{- if and .dataSource .dataSourceRef (ne (toJson .dataSource) (toJson .dataSourceRef)) }}
infraCore.persistence.spec.dataSource and dataSourceRef name two objects: keep one of them.
{{- end }}
{{- end }}
{{- if and (has "ReadWriteOncePod" .Values.infraCore.persistence.accessModes) (gt (len .Values.infraCore.persistence.accessModes) 1) }}
infraCore.persistence.accessModes: ReadWriteOncePod stands alone, remove the other modes.
{{- end }}
{{- else if .Values.infraCore.persistence.existingClaim }}
infraCore.persistence.existingClaim names a volume, and infraCore.persistence.enabled is false: what is written would go with the pod. Set it to true,
  or leave the claim out.
{{- end }}
{{- include "ai-system.rules.labels" (dict "path" "memory.persistence.labels" "labels" .Values.memory.persistence.labels) }}
{{- include "ai-system.rules.claimTemplates" (dict "namespace" (include "ai-system.namespaces.core" .) "name"
  (printf "%s-memory" (include "ai-system.fullname" .)) "claim" "data" "key" "memory.persistence" "persistence" .Values.memory.persistence
  "storageClass" (.Values.memory.persistence.storageClass | default .Values.global.storageClass)) }}
{{- if .Values.memory.persistence.enabled }}
{{- if lt (include "ai-system.rules.amount" .Values.memory.persistence.size | float64) 1048576.0 }}
memory.persistence.size is {{ toJson .Values.memory.persistence.size | trimAll "\"" }}, less than 1Mi: a number alone counts bytes, write for example
  10Gi.
{{- end }}
{{- with .Values.memory.persistence.spec }}
{{- if and .dataSource .dataSourceRef (ne (toJson .dataSource) (toJson .dataSourceRef)) }}
memory.persistence.spec.dataSource and dataSourceRef name two objects: keep one of them.
{{- end }}
{{- end }}
{{- if and (has "ReadWriteOncePod" .Values.memory.persistence.accessModes) (gt (len .Values.memory.persistence.accessModes) 1) }}
memory.persistence.accessModes: ReadWriteOncePod stands alone, remove the other modes.
{{- end }}
{{- else if .Values.memory.persistence.existingClaim }}
memory.persistence.existingClaim names a volume, and memory.persistence.enabled is false: what is written would go with the pod. Set it to true, or
  leave the claim out.
{{- end }}
{{- end }}
