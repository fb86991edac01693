{{- $version := include "airflow.version" . }}
{{- if not $version }}
the tag {{ .Values.image.tag }} does not say which Airflow it is: set airflowVersion, for example 3.3.2.
{{- else if not (or (semverCompare "^2.7" $version) (semverCompare "^3" $version)) }}
Airflow {{ $version }} is not supported: take 2.7 to 2.11, or 3.
{{- end }}
{{- if and (eq .Values.executor "CeleryExecutor") (not (include "airflow.connections.redis.via" .)) }}
executor CeleryExecutor needs redis: set connections.redis.host, or redis.enabled=true to install it too; in an umbrella enable the member redis or set global.members.redis.external.host.
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
