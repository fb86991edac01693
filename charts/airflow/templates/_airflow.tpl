{{/* Version of Airflow in the image: given, or what the tag begins with. */}}
{{- define "airflow.version" -}}
{{- .Values.airflowVersion | default
  (regexFind "^[0-9]+[.][0-9]+([.][0-9]+)?" (.Values.image.tag | default .Chart.AppVersion | toJson | trimAll "\"")) }}
{{- end }}

{{/* Line of Airflow: 3, 2, or nothing. */}}
{{- define "airflow.line" -}}
{{- include "airflow.version" . | regexFind "^[0-9]+" }}
{{- end }}

{{/* Version of the interface that answers how Airflow is. */}}
{{- define "airflow.api" -}}
{{- ternary "v2" "v1" (eq (include "airflow.line" .) "3") }}
{{- end }}

{{/* URL at which people reach Airflow: given, or that of its Ingress; empty for none. */}}
{{- define "airflow.baseUrl" -}}
{{- .Values.baseUrl | default (include "airflow.main.publicUrl" . | trimSuffix "/") }}
{{- end }}

{{/* Path of that URL; empty for none. */}}
{{- define "airflow.basePath" -}}
{{- regexReplaceAll "^https?://[^/]*" (include "airflow.baseUrl" .) "" | trimSuffix "/" }}
{{- end }}

{{/* Folder with the DAG files. */}}
{{- define "airflow.dagsFolder" -}}
{{- if .Values.gitSync.enabled }}/opt/airflow/dags/repo{{ with .Values.gitSync.subPath }}/{{ . }}{{ end }}
{{- else }}/opt/airflow/dags
{{- end }}
{{- end }}

{{/* Whether the users are in the database of Airflow. */}}
{{- define "airflow.fab" -}}
{{- if or (ne (include "airflow.line" .) "3") (hasSuffix ".FabAuthManager" .Values.authManager) }}true{{ end }}
{{- end }}
