{{/* Values of each group of the pods of worker, as a map: `stable` are those without a group; `groups` in them has the group alone. */}}
{{- define "airflow.worker.groups" -}}
stable: {{ set (deepCopy .Values.worker) "groups" dict | toJson }}
{{- range $name, $own := .Values.worker.groups }}
{{ $name | quote }}: {{ set (mustMergeOverwrite (deepCopy $.Values.worker) $own) "groups" (dict $name $own) | toJson }}
{{- end }}
{{- end }}

{{/* Lets templates read other values of worker; called with all values and these. */}}
{{- define "airflow.worker.take" -}}
{{- $_ := set .values "worker" .own }}
{{- end }}

{{/* Name of the group whose values worker has; empty for none. */}}
{{- define "airflow.worker.group" -}}
{{- range $name, $_ := .Values.worker.groups }}
{{- $name }}
{{- end }}
{{- end }}

{{/* Labels that select the pods of that group. */}}
{{- define "airflow.worker.groupLabels" -}}
{{- include "airflow.selectorLabels" . }}
app.kubernetes.io/component: worker
track: {{ include "airflow.worker.group" . | default "stable" }}
{{- end }}
