{{/* Mistakes in values, topic storage. */}}
{{- define "voice-ai.findings.storage" -}}
{{- include "voice-ai.rules.labels" (dict "path" "whisper.persistence.labels" "labels" .Values.whisper.persistence.labels) }}
{{- include "voice-ai.rules.claimTemplates" (dict "namespace" .Release.Namespace "name" (printf "%s-whisper" (include "voice-ai.fullname" .)) "claim"
  "models" "key" "whisper.persistence" "persistence" .Values.whisper.persistence "storageClass"
  (.Values.whisper.persistence.storageClass | default .Values.global.storageClass)) }}
{{- if .Values.whisper.persistence.enabled }}
{{- if lt (include "voice-ai.rules.amount" .Values.whisper.persistence.size | float64) 1048576.0 }}
whisper.persistence.size is {{ toJson .Values.whisper.persistence.size | trimAll "\"" }}, less than 1Mi: a number alone counts bytes, write for
  example 10Gi.
{{- end }}
{{- with .Values.whisper.persistence.spec }}
{{- if and .dataSource .dataSourceRef (ne (toJson .dataSource) (toJson .dataSourceRef)) }}
whisper.persistence.spec.dataSource and dataSourceRef name two objects: keep one of them.
{{- end }}
{{- end }}
{{- if and (has "ReadWriteOncePod" .Values.whisper.persistence.accessModes) (gt (len .Values.whisper.persistence.accessModes) 1) }}
whisper.persistence.accessModes: ReadWriteOncePod stands alone, remove the other modes.
{{- end }}
{{- else if .Values.whisper.persistence.existingClaim }}
whisper.persistence.existingClaim names a volume, and whisper.persistence.enabled is false: what is written would go with the pod. Set it to true, or
  leave the claim out.
{{- end }}
{{- end }}
