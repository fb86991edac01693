{{/* Mistakes in the values of worker. */}}
{{- define "airflow.worker.findings" -}}
{{- include "airflow.rules.resources" (dict "path" "worker.resources" "resources" .Values.worker.resources) }}
{{- include "airflow.rules.labels" (dict "path" "worker.service.labels" "labels" .Values.worker.service.labels) }}
{{- include "airflow.rules.replacedStatefulSet" (dict "prefix" "worker." "of" .Values.worker) }}
{{- include "airflow.rules.drain" (dict "prefix" "worker." "of" .Values.worker) }}
{{- include "airflow.rules.probes" (dict "prefix" "worker." "whole" false "of" .Values.worker) }}
{{- include "airflow.rules.scheduling" (dict "root" . "prefix" "worker." "of" .Values.worker) }}
{{- include "airflow.rules.labels" (dict "path" "worker.persistence.labels" "labels" .Values.worker.persistence.labels) }}
{{- if eq .Values.executor "CeleryExecutor" }}
{{- include "airflow.rules.claimTemplates" (dict "namespace" .Release.Namespace "name"
  (printf "%s-worker-%s" (include "airflow.fullname" .) (include "airflow.worker.group" .) | trimSuffix "-") "claim" "logs" "key" "worker.persistence"
  "persistence" .Values.worker.persistence "storageClass" (.Values.worker.persistence.storageClass | default .Values.global.storageClass)) }}
{{- end }}
{{- if .Values.worker.persistence.enabled }}
{{- if lt (include "airflow.rules.amount" .Values.worker.persistence.size | float64) 1048576.0 }}
worker.persistence.size is {{ toJson .Values.worker.persistence.size | trimAll "\"" }}, less than 1Mi: a number alone counts bytes, write for example
  10Gi.
{{- end }}
{{- with .Values.worker.persistence.spec }}
{{- if and .dataSource .dataSourceRef (ne (toJson .dataSource) (toJson .dataSourceRef)) }}
worker.persistence.spec.dataSource and dataSourceRef name two objects: keep one of them.
{{- end }}
{{- end }}
{{- if and (has "ReadWriteOncePod" .Values.worker.persistence.accessModes) (gt (len .Values.worker.persistence.accessModes) 1) }}
worker.persistence.accessModes: ReadWriteOncePod stands alone, remove the other modes.
{{- end }}
{{- else if .Values.worker.persistence.existingClaim }}
worker.persistence.existingClaim names a volume, and worker.persistence.enabled is false: what is written would go with the pod. Set it to true, or
  leave the claim out.
{{- end }}
{{- include "airflow.rules.autoscaling" (dict "path" "worker.autoscaling" "scaling" .Values.worker.autoscaling) }}
{{- include "airflow.rules.keda"
  (dict "root" . "prefix" "worker." "keda" .Values.worker.keda "autoscaling" .Values.worker.autoscaling.enabled "triggers" true) }}
{{- $replicas := int64 .Values.worker.replicaCount }}
{{- $replicas = ternary (int64 $.Values.worker.autoscaling.minReplicas) $replicas $.Values.worker.autoscaling.enabled }}
{{- $replicas = ternary (int64 $.Values.worker.keda.minReplicas) $replicas $.Values.worker.keda.enabled }}
{{- include "airflow.rules.disruption" (dict "path" "worker.podDisruptionBudget" "budget" .Values.worker.podDisruptionBudget "replicas" $replicas) }}
{{- include "airflow.rules.podLabels" (dict "path" "worker.podLabels" "labels" .Values.worker.podLabels) }}
{{- include "airflow.rules.extras" (dict "prefix" "worker." "of" .Values.worker
  "volumes" (list "api-token" "authorities" "ca-postgres" "ca-redis" "ca-s3" "files" "git" "git-ssh" "git-sync-tmp" "logs" "tmp") "paths" (list
    "/etc/authorities" "/etc/connections/postgres" "/etc/connections/redis" "/etc/connections/s3" "/opt/airflow/airflow.cfg"
    "/opt/airflow/checks/alive.py" "/opt/airflow/checks/broker.py" "/opt/airflow/checks/migrated.py" "/opt/airflow/dags" "/opt/airflow/logs"
    "/opt/airflow/webserver_config.py" "/opt/airflow/with-log-cleaner.sh" "/tmp" "/var/run/secrets/kubernetes.io/serviceaccount")
  "containers" (list "git-sync" "wait-for-migrations" "wait-for-postgres" "wait-for-redis" "wait-for-s3" "worker") "ports" (list "git-sync" "logs")
  "env" (list "PYTHONDONTWRITEBYTECODE" "DUMB_INIT_SETSID" "USER" "HOME" "AIRFLOW_HOME" "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"
    "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC" "AIRFLOW__CELERY__RESULT_BACKEND" "AIRFLOW__CORE__EXECUTOR" "AIRFLOW__CORE__DAGS_FOLDER"
    "AIRFLOW__CORE__AUTH_MANAGER" "AIRFLOW__CORE__EXECUTION_API_SERVER_URL" "AIRFLOW__API__BASE_URL" "AIRFLOW__WEBSERVER__BASE_URL"
    "AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_CONFIG_LIST" "AIRFLOW__SCHEDULER__STANDALONE_DAG_PROCESSOR" "AIRFLOW__API__HOST"
    "AIRFLOW__WEBSERVER__WEB_SERVER_HOST" "AIRFLOW__METRICS__STATSD_ON" "AIRFLOW__METRICS__STATSD_PREFIX" "AIRFLOW__METRICS__OTEL_ON"
    "AIRFLOW__METRICS__OTEL_HOST" "AIRFLOW__METRICS__OTEL_PORT" "AIRFLOW__LOGGING__REMOTE_LOGGING" "AIRFLOW__LOGGING__REMOTE_LOG_CONN_ID"
    "LOG_RETENTION_DAYS" "AIRFLOW__CELERY__BROKER_URL_CMD" "AIRFLOW__CELERY__WORKER_CONCURRENCY" "PGHOST" "PGPORT" "PGUSER" "PGPASSWORD" "PGDATABASE"
    "PGSSLMODE" "PGSSLROOTCERT" "BROKER_ADDRESS" "BROKER_USERNAME" "BROKER_PASSWORD" "AIRFLOW__LOGGING__REMOTE_BASE_LOG_FOLDER" "AIRFLOW_CONN_S3_LOGS"
    "S3_USERNAME" "S3_PASSWORD" "AWS_CA_BUNDLE" "AIRFLOW__METRICS__STATSD_HOST" "AIRFLOW__METRICS__STATSD_PORT") "settings" (list
    "AIRFLOW__CORE__FERNET_KEY=secrets.fernetKey" "AIRFLOW__API__SECRET_KEY=secrets.apiSecretKey"
    "AIRFLOW__WEBSERVER__SECRET_KEY=secrets.webserverSecretKey") "common" .Values.extraEnv) }}
{{- end }}
