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
{{- $own := list "fernet_key" "secret_key" "jwt_secret" "sql_alchemy_conn" "sql_alchemy_conn_async" "broker_url" "result_backend" }}
{{- $named := concat $own (list "password" "client_secret" "token" "basic_auth" "sentry_dsn") | join "|" }}
{{- range $section, $options := .Values.config }}
{{- range $option, $value := $options }}
{{- if and $value (has $option $own) }}
config.{{ $section }}.{{ $option }} would stand in a ConfigMap, and the chart sets it from a Secret: leave it out.
{{- else if and $value (regexMatch (printf "(^|_)(%s)$" $named) $option) }}
config.{{ $section }}.{{ $option }} would stand in a ConfigMap: set {{ printf "AIRFLOW__%s__%s" $section $option | replace "." "_" | upper }} from a Secret, by valueFrom in extraEnv or by extraEnvFrom.
{{- end }}
{{- end }}
{{- end }}
