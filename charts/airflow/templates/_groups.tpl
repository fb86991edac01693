{{/* Values of worker for each group of its pods, as a map: `stable` has those of pods without a group; `groups` in each has that group alone. */}}
{{- define "airflow.worker.groups" -}}
stable: {{ set (deepCopy .Values.worker) "groups" dict | toJson }}
{{- range $name, $own := .Values.worker.groups }}
{{ $name | quote }}: {{ set (mustMergeOverwrite (deepCopy $.Values.worker) $own) "groups" (dict $name $own) | toJson }}
{{- end }}
{{- end }}

{{/* Puts other values in the place of those of worker; called with all values and own, the other ones. */}}
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
