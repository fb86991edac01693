{{- $version := include "airflow.version" . }}
{{- if not $version }}
the tag {{ toJson .Values.image.tag | trimAll "\"" }} does not say which Airflow it is: set airflowVersion, for example 3.3.2.
{{- else if not (or (semverCompare "^2.7" $version) (semverCompare "^3" $version)) }}
Airflow {{ $version }} is not supported: take 2.7 to 2.11, or 3.
{{- end }}
{{- with regexFind ":[0-9]+[.][0-9]+([.][0-9]+)?" (include "airflow.image" .) | trimPrefix ":" }}
{{- if not (or (hasPrefix (printf "%s." .) (printf "%s." $version)) (hasPrefix (printf "%s." $version) (printf "%s." .))) }}
airflowVersion is {{ $version }}, and the image is one of Airflow {{ . }}: set image.tag to one of {{ $version }}, or leave airflowVersion empty.
{{- end }}
{{- end }}
{{- if and (eq .Values.executor "CeleryExecutor") (not (include "airflow.connections.redis.via" .)) }}
executor CeleryExecutor needs redis: {{ include "airflow.rules.provide" (dict "member" .Values.global.members.airflow "name" "redis" "chart" "redis" "bundled" true) }}.
{{- end }}
{{- if regexMatch "://[^/?#\"]*@" .Values.baseUrl }}
baseUrl holds a user or a password, which everybody sees who reads the pod: take them out.
{{- end }}
{{- if regexMatch "https?://[^/?#\"]*@" (toJson .Values.dagBundles) }}
dagBundles: a URL holds a user or a password, which everybody sees who reads the pod: name a connection of Airflow in git_conn_id in its place.
{{- end }}
{{- if and .Values.dagBundles (eq (include "airflow.line" .) "2") }}
dagBundles are for Airflow 3: use gitSync, or take an image of Airflow 3.
{{- end }}
{{- if and .Values.dagBundles .Values.gitSync.enabled }}
dagBundles and gitSync.enabled are two ways to get DAGs from git: keep one.
{{- end }}
{{- if and .Values.metrics.statsd .Values.metrics.otelHost }}
metrics go one way: set metrics.statsd=false to send them to metrics.otelHost.
{{- end }}
