{{/* Files of the workload main. */}}
{{- define "airflow.main.files" -}}
{{ include "airflow.files" . }}
migrated.py: |
  {{- .Files.Get "files/migrated.py" | nindent 2 }}
alive.py: |
  {{- .Files.Get "files/alive.py" | nindent 2 }}
with-log-cleaner.sh: |
  {{- .Files.Get "files/with-log-cleaner.sh" | nindent 2 }}
{{- end }}

{{/* Files of the workload scheduler. */}}
{{- define "airflow.scheduler.files" -}}
{{ include "airflow.files" . }}
migrated.py: |
  {{- .Files.Get "files/migrated.py" | nindent 2 }}
alive.py: |
  {{- .Files.Get "files/alive.py" | nindent 2 }}
with-log-cleaner.sh: |
  {{- .Files.Get "files/with-log-cleaner.sh" | nindent 2 }}
{{- end }}

{{/* Files of the workload dagProcessor. */}}
{{- define "airflow.dagProcessor.files" -}}
{{ include "airflow.files" . }}
migrated.py: |
  {{- .Files.Get "files/migrated.py" | nindent 2 }}
alive.py: |
  {{- .Files.Get "files/alive.py" | nindent 2 }}
with-log-cleaner.sh: |
  {{- .Files.Get "files/with-log-cleaner.sh" | nindent 2 }}
{{- end }}

{{/* Files of the workload triggerer. */}}
{{- define "airflow.triggerer.files" -}}
{{ include "airflow.files" . }}
migrated.py: |
  {{- .Files.Get "files/migrated.py" | nindent 2 }}
alive.py: |
  {{- .Files.Get "files/alive.py" | nindent 2 }}
with-log-cleaner.sh: |
  {{- .Files.Get "files/with-log-cleaner.sh" | nindent 2 }}
{{- end }}

{{/* Files of the workload worker. */}}
{{- define "airflow.worker.files" -}}
{{ include "airflow.files" . }}
migrated.py: |
  {{- .Files.Get "files/migrated.py" | nindent 2 }}
alive.py: |
  {{- .Files.Get "files/alive.py" | nindent 2 }}
with-log-cleaner.sh: |
  {{- .Files.Get "files/with-log-cleaner.sh" | nindent 2 }}
{{- end }}

{{/* Files of the workload flower. */}}
{{- define "airflow.flower.files" -}}
{{ include "airflow.files" . }}
flower.sh: |
  {{- .Files.Get "files/flower.sh" | nindent 2 }}
{{- end }}

{{/* Files of the workload task. */}}
{{- define "airflow.task.files" -}}
{{ include "airflow.files" . }}
{{- end }}

{{/* Files of the workload statsd. */}}
{{- define "airflow.statsd.files" -}}
mapping.yaml: |
  {{- .Files.Get "files/mapping.yaml" | nindent 2 }}
{{- end }}

{{/* Files of the workload migrations. */}}
{{- define "airflow.migrations.files" -}}
{{ include "airflow.files" . }}
migrated.py: |
  {{- .Files.Get "files/migrated.py" | nindent 2 }}
alive.py: |
  {{- .Files.Get "files/alive.py" | nindent 2 }}
{{- end }}

{{/* Files of the workload createUser. */}}
{{- define "airflow.createUser.files" -}}
{{ include "airflow.files" . }}
migrated.py: |
  {{- .Files.Get "files/migrated.py" | nindent 2 }}
alive.py: |
  {{- .Files.Get "files/alive.py" | nindent 2 }}
{{- end }}

{{/* Files of the workload cleanup. */}}
{{- define "airflow.cleanup.files" -}}
{{ include "airflow.files" . }}
migrated.py: |
  {{- .Files.Get "files/migrated.py" | nindent 2 }}
alive.py: |
  {{- .Files.Get "files/alive.py" | nindent 2 }}
{{- end }}

{{/* Volume mounts of several containers: files. */}}
{{- define "airflow.volumeMounts.files" -}}
- name: files
  mountPath: /opt/airflow/airflow.cfg
  subPath: airflow.cfg
  readOnly: true
- name: files
  mountPath: /opt/airflow/webserver_config.py
  subPath: webserver_config.py
  readOnly: true
- name: files
  mountPath: /opt/airflow/checks/broker.py
  subPath: broker.py
  readOnly: true
- name: files
  mountPath: /opt/airflow/checks/migrated.py
  subPath: migrated.py
  readOnly: true
- name: files
  mountPath: /opt/airflow/checks/alive.py
  subPath: alive.py
  readOnly: true
{{- end }}

{{/* Files of several workloads. */}}
{{- define "airflow.files" -}}
airflow.cfg: |
  {{- range $section, $options := .Values.config }}
  [{{ $section }}]
  {{- range $option, $value := $options }}
  {{ $option }} = {{ ternary (toJson $value) $value (kindIs "float64" $value) | toString | replace "%" "%%" }}
  {{- end }}
  {{ end }}
webserver_config.py: |
  {{- if .Values.webserverConfig }}
  {{- .Values.webserverConfig | nindent 2 }}
  {{- else }}
  from flask_appbuilder.const import AUTH_DB

  AUTH_TYPE = AUTH_DB
  WTF_CSRF_ENABLED = True
  {{- end }}
broker.py: |
  {{- .Files.Get "files/broker.py" | nindent 2 }}
{{- end }}
