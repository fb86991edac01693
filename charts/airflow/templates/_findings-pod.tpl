{{/* A quantity as a number. */}}
{{- define "airflow.rules.amount" -}}
{{- $text := ternary . (toJson .) (kindIs "string" .) }}
{{- $unit := ternary (trimAll "0123456789." $text) "" (kindIs "string" .) }}
{{- $amount := trimSuffix $unit $text | float64 }}
{{- if eq $unit "m" }}
{{- $amount = divf $amount 1000 }}
{{- else if $unit }}
{{- range until (splitList (trunc 1 $unit | upper) "KMGTPE" | first | len | add1 | int) }}
{{- $amount = mulf $amount (ternary 1024 1000 (hasSuffix "i" $unit)) }}
{{- end }}
{{- end }}
{{- printf "%f" $amount }}
{{- end }}

{{/* Amounts above others of the same resource; called with the paths and values of both. */}}
{{- define "airflow.rules.within" -}}
{{- range $name, $request := .requests }}
{{- range $limited, $limit := $.limits }}
{{- if and (eq $name $limited) (gt (include "airflow.rules.amount" $request | float64) (include "airflow.rules.amount" $limit | float64)) }}
{{ $.requestsPath }}.{{ $name }} is {{ toJson $request | trimAll "\"" }}, and {{ $.limitsPath }}.{{ $name }} is {{ toJson $limit
  | trimAll "\"" }}: raise the limit or lower the request.
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Requests above their limits, and implausible amounts; called with their path and the resources. */}}
{{- define "airflow.rules.resources" -}}
{{- range $name, $request := .resources.requests }}
{{- if not (has $name (list "cpu" "memory" "ephemeral-storage")) }}
{{ $.path }}.requests may not hold {{ $name }}: it takes cpu, memory and ephemeral-storage; any other resource stands in limits, which is its request too.
{{- end }}
{{- end }}
{{- include "airflow.rules.within"
  (dict "requestsPath" (print .path ".requests") "requests" .resources.requests "limitsPath" (print .path ".limits") "limits" .resources.limits) }}
{{- $requested := dict "name" "requests" "amount" .resources.requests.memory }}
{{- $limited := dict "name" "limits" "amount" .resources.limits.memory }}
{{- range list $requested $limited }}
{{- if lt (include "airflow.rules.amount" .amount | float64) 1048576.0 }}
{{ $.path }}.{{ .name }}.memory is {{ toJson .amount | trimAll "\"" }}, less than 1Mi: a number alone counts bytes, write for example 512Mi.
{{- end }}
{{- end }}
{{- range $name, $limit := .resources.limits }}
{{- $isOwn := has $name (list "cpu" "memory" "ephemeral-storage") }}
{{- if not (or $isOwn (regexMatch "^[a-z0-9][a-z0-9.-]*/[A-Za-z0-9][A-Za-z0-9._-]*$" $name)) }}
{{ $.path }}.limits.{{ $name }} is no resource: name its domain too, for example nvidia.com/gpu.
{{- end }}
{{- if and (contains "/" $name) (not (hasSuffix ".000000" (include "airflow.rules.amount" $limit))) }}
{{ $.path }}.limits.{{ $name }} is {{ toJson $limit | trimAll "\"" }}: such a resource is counted in whole numbers.
{{- end }}
{{- end }}
{{- end }}

{{/* A seccomp profile of the node needs its name, and no other has one; called with the prefix of the paths, and both. */}}
{{- define "airflow.rules.seccomp" -}}
{{- $pod := dict "path" "podSecurityContext" "profile" .pod.seccompProfile }}
{{- $container := dict "path" "securityContext" "profile" .container.seccompProfile }}
{{- range list $pod $container }}
{{- $path := printf "%s%s.seccompProfile" $.prefix .path }}
{{- with .profile }}
{{- if and (eq .type "Localhost") (not .localhostProfile) }}
{{ $path }}.type is Localhost: name the profile of the node in localhostProfile.
{{- end }}
{{- if and (ne .type "Localhost") .localhostProfile }}
{{ $path }}.localhostProfile is {{ .localhostProfile }}, and type is {{ .type }}: set type to Localhost.
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Scheduling of a pod that the API refuses, and DNS servers that the pod could not query; called with the root, the prefix of their paths, and the
  values. */}}
{{- define "airflow.rules.scheduling" -}}
{{- range .of.tolerations }}
{{- $taint := .key | default "all taints" }}
{{- $exists := eq (.operator | default "Equal") "Exists" }}
{{- if not (or .key $exists) }}
{{ $.prefix }}tolerations: one without a key tolerates all taints, and needs operator Exists.
{{- end }}
{{- if and $exists .value }}
{{ $.prefix }}tolerations: operator Exists of {{ $taint }} takes no value: remove it, or set the operator to Equal.
{{- end }}
{{- if and (not (kindIs "invalid" .tolerationSeconds)) (ne (.effect | default "") "NoExecute") }}
{{ $.prefix }}tolerations: tolerationSeconds of {{ $taint }} needs effect NoExecute.
{{- end }}
{{- end }}
{{- $seen := list }}
{{- range .of.topologySpreadConstraints }}
{{- $spread := printf "%s with %s" .topologyKey .whenUnsatisfiable }}
{{- if has $spread $seen }}
{{ $.prefix }}topologySpreadConstraints has {{ $spread }} twice: keep one.
{{- end }}
{{- $seen = append $seen $spread }}
{{- if and .minDomains (ne .whenUnsatisfiable "DoNotSchedule") }}
{{ $.prefix }}topologySpreadConstraints: minDomains of {{ .topologyKey }} needs whenUnsatisfiable DoNotSchedule.
{{- end }}
{{- end }}
{{- $policies := and .root.Values.networkPolicy.enabled .root.Values.global.networkPolicy.enabled }}
{{- with .of.pod }}
{{- $policy := .dnsPolicy | default "" }}
{{- if and (eq $policy "None") (not (.dnsConfig | default dict).nameservers) }}
{{ $.prefix }}pod.dnsPolicy None needs servers: name them in {{ $.prefix }}pod.dnsConfig.nameservers.
{{- end }}
{{- if and (eq $policy "Default") $policies (not $.root.Values.global.networkPolicy.dns.peers) }}
{{ $.prefix }}pod.dnsPolicy Default asks the servers of the node, and the NetworkPolicy knows those of the cluster:
  name them in global.networkPolicy.dns.peers.
{{- end }}
{{- end }}
{{- end }}

{{/* Mistakes in values, topic pod. */}}
{{- define "airflow.findings.pod" -}}
{{- include "airflow.rules.resources" (dict "path" "resources" "resources" .Values.resources) }}
{{- include "airflow.rules.seccomp" (dict "prefix" "" "pod" .Values.podSecurityContext "container" .Values.securityContext) }}
{{- include "airflow.rules.resources" (dict "path" "scheduler.resources" "resources" .Values.scheduler.resources) }}
{{- include "airflow.rules.resources" (dict "path" "dagProcessor.resources" "resources" .Values.dagProcessor.resources) }}
{{- include "airflow.rules.resources" (dict "path" "triggerer.resources" "resources" .Values.triggerer.resources) }}
{{- include "airflow.rules.resources" (dict "path" "flower.resources" "resources" .Values.flower.resources) }}
{{- include "airflow.rules.resources" (dict "path" "task.resources" "resources" .Values.task.resources) }}
{{- include "airflow.rules.resources" (dict "path" "statsd.resources" "resources" .Values.statsd.resources) }}
{{- include "airflow.rules.seccomp" (dict "prefix" "statsd." "pod" .Values.statsd.podSecurityContext "container" .Values.statsd.securityContext) }}
{{- include "airflow.rules.resources" (dict "path" "migrations.resources" "resources" .Values.migrations.resources) }}
{{- include "airflow.rules.resources" (dict "path" "createUser.resources" "resources" .Values.createUser.resources) }}
{{- include "airflow.rules.resources" (dict "path" "cleanup.resources" "resources" .Values.cleanup.resources) }}
{{- include "airflow.rules.labels" (dict "path" "serviceAccount.labels" "labels" .Values.serviceAccount.labels) }}
{{- include "airflow.rules.probes" (dict "prefix" "" "whole" false "of" .Values) }}
{{- include "airflow.rules.probes" (dict "prefix" "scheduler." "whole" false "of" .Values.scheduler) }}
{{- include "airflow.rules.probes" (dict "prefix" "dagProcessor." "whole" false "of" .Values.dagProcessor) }}
{{- include "airflow.rules.probes" (dict "prefix" "triggerer." "whole" false "of" .Values.triggerer) }}
{{- include "airflow.rules.probes" (dict "prefix" "flower." "whole" false "of" .Values.flower) }}
{{- include "airflow.rules.probes" (dict "prefix" "statsd." "whole" false "of" .Values.statsd) }}
{{- include "airflow.rules.scheduling" (dict "root" . "prefix" "" "of" .Values) }}
{{- include "airflow.rules.scheduling" (dict "root" . "prefix" "scheduler." "of" .Values.scheduler) }}
{{- include "airflow.rules.scheduling" (dict "root" . "prefix" "dagProcessor." "of" .Values.dagProcessor) }}
{{- include "airflow.rules.scheduling" (dict "root" . "prefix" "triggerer." "of" .Values.triggerer) }}
{{- include "airflow.rules.scheduling" (dict "root" . "prefix" "flower." "of" .Values.flower) }}
{{- include "airflow.rules.scheduling" (dict "root" . "prefix" "task." "of" .Values.task) }}
{{- include "airflow.rules.scheduling" (dict "root" . "prefix" "statsd." "of" .Values.statsd) }}
{{- if .Values.gitSync.enabled }}
{{- if not .Values.gitSync.repository }}
gitSync.enabled needs gitSync.repository, the address of the repository.
{{- end }}
{{- if regexMatch "^(https?://[^/?#]*|ssh://[^/?#]*:[^/?#]*)@" .Values.gitSync.repository }}
gitSync.repository holds a user or a password, which everybody sees who reads the pod: take them out, and put them into a Secret that
  gitSync.auth.tokenSecret names.
{{- end }}
{{- if and (regexMatch "^(ssh://|[^/]+@)" .Values.gitSync.repository) (not .Values.gitSync.auth.sshSecret) }}
gitSync.repository is an address for ssh, which nobody answers without a key: name its Secret, with {{ .Values.gitSync.auth.sshKey }} and
  {{ .Values.gitSync.auth.knownHostsKey }}, in gitSync.auth.sshSecret, or take the https address.
{{- end }}
{{- if and .Values.gitSync.auth.sshSecret (include "airflow.openshift" .) }}
gitSync.auth.sshSecret needs a user with a name, and the namespace chooses one without: use https and gitSync.auth.tokenSecret.
{{- end }}
{{- if and .Values.gitSync.auth.sshSecret .Values.gitSync.auth.tokenSecret }}
gitSync.auth has two Secrets: keep sshSecret for ssh, or tokenSecret for https.
{{- end }}
{{- if and .Values.gitSync.auth.tokenSecret (not (hasPrefix "https://" .Values.gitSync.repository)) }}
gitSync.auth.tokenSecret is for https: write gitSync.repository with https://, or use auth.sshSecret.
{{- end }}
{{- if and .Values.gitSync.auth.sshSecret (regexMatch "^https?://" .Values.gitSync.repository) }}
gitSync.auth.sshSecret is for ssh: write gitSync.repository as git@host:path, or use auth.tokenSecret.
{{- end }}
{{- include "airflow.rules.secret" (dict "root" . "value" "gitSync.auth.sshSecret" "name" .Values.gitSync.auth.sshSecret "keys"
  (list .Values.gitSync.auth.sshKey .Values.gitSync.auth.knownHostsKey)) }}
{{- include "airflow.rules.secret" (dict "root" . "value" "gitSync.auth.tokenSecret" "name" .Values.gitSync.auth.tokenSecret "keys"
  (list .Values.gitSync.auth.usernameKey .Values.gitSync.auth.passwordKey)) }}
{{- end }}
{{- include "airflow.rules.podLabels" (dict "path" "podLabels" "labels" .Values.podLabels) }}
{{- include "airflow.rules.podLabels" (dict "path" "scheduler.podLabels" "labels" .Values.scheduler.podLabels) }}
{{- include "airflow.rules.podLabels" (dict "path" "dagProcessor.podLabels" "labels" .Values.dagProcessor.podLabels) }}
{{- include "airflow.rules.podLabels" (dict "path" "triggerer.podLabels" "labels" .Values.triggerer.podLabels) }}
{{- include "airflow.rules.podLabels" (dict "path" "flower.podLabels" "labels" .Values.flower.podLabels) }}
{{- include "airflow.rules.podLabels" (dict "path" "task.podLabels" "labels" .Values.task.podLabels) }}
{{- include "airflow.rules.podLabels" (dict "path" "statsd.podLabels" "labels" .Values.statsd.podLabels) }}
{{- include "airflow.rules.extras" (dict "prefix" "" "of" .Values
  "volumes" (list "api-token" "authorities" "ca-postgres" "ca-s3" "files" "gateway" "gateway-cache" "gateway-tmp" "git" "git-ssh" "git-sync-tmp" "jwt"
    "logs" "pod-template" "tmp") "paths" (list "/etc/authorities" "/etc/connections/postgres" "/etc/connections/s3" "/opt/airflow/airflow.cfg"
    "/opt/airflow/checks/alive.py" "/opt/airflow/checks/broker.py" "/opt/airflow/checks/migrated.py" "/opt/airflow/dags" "/opt/airflow/logs"
    "/opt/airflow/pod-template" "/opt/airflow/webserver_config.py" "/opt/airflow/with-log-cleaner.sh" "/run/airflow/jwt-secret" "/tmp"
    "/var/run/secrets/kubernetes.io/serviceaccount")
  "containers" (list "airflow" "gateway" "git-sync" "wait-for-migrations" "wait-for-postgres" "wait-for-s3") "ports" (list "gateway" "gateway-metrics"
    "git-sync" "http")
  "env" (list "PYTHONDONTWRITEBYTECODE" "DUMB_INIT_SETSID" "USER" "HOME" "AIRFLOW_HOME" "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"
    "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC" "AIRFLOW__CELERY__RESULT_BACKEND" "AIRFLOW__CORE__EXECUTOR" "AIRFLOW__CORE__DAGS_FOLDER"
    "AIRFLOW__CORE__AUTH_MANAGER" "AIRFLOW__CORE__EXECUTION_API_SERVER_URL" "AIRFLOW__API__BASE_URL" "AIRFLOW__WEBSERVER__BASE_URL"
    "AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_CONFIG_LIST" "AIRFLOW__SCHEDULER__STANDALONE_DAG_PROCESSOR" "AIRFLOW__API__HOST"
    "AIRFLOW__WEBSERVER__WEB_SERVER_HOST" "AIRFLOW__METRICS__STATSD_ON" "AIRFLOW__METRICS__STATSD_PREFIX" "AIRFLOW__METRICS__OTEL_ON"
    "AIRFLOW__METRICS__OTEL_HOST" "AIRFLOW__METRICS__OTEL_PORT" "AIRFLOW__LOGGING__REMOTE_LOGGING" "AIRFLOW__LOGGING__REMOTE_LOG_CONN_ID"
    "LOG_RETENTION_DAYS" "AIRFLOW__API_AUTH__JWT_SECRET_CMD" "AIRFLOW__KUBERNETES_EXECUTOR__NAMESPACE"
    "AIRFLOW__KUBERNETES_EXECUTOR__POD_TEMPLATE_FILE" "AIRFLOW_WEB" "AIRFLOW__API__PORT" "AIRFLOW__FAB__ENABLE_PROXY_FIX"
    "AIRFLOW__WEBSERVER__ENABLE_PROXY_FIX" "FORWARDED_ALLOW_IPS" "PGHOST" "PGPORT" "PGUSER" "PGPASSWORD" "PGDATABASE" "PGSSLMODE" "PGSSLROOTCERT"
    "AIRFLOW__LOGGING__REMOTE_BASE_LOG_FOLDER" "AIRFLOW_CONN_S3_LOGS" "S3_USERNAME" "S3_PASSWORD" "AWS_CA_BUNDLE" "AIRFLOW__METRICS__STATSD_HOST"
    "AIRFLOW__METRICS__STATSD_PORT") "settings" (list "AIRFLOW__CORE__FERNET_KEY=secrets.fernetKey" "AIRFLOW__API__SECRET_KEY=secrets.apiSecretKey"
    "AIRFLOW__WEBSERVER__SECRET_KEY=secrets.webserverSecretKey") "common" list) }}
{{- include "airflow.rules.extras" (dict "prefix" "scheduler." "of" .Values.scheduler
  "volumes" (list "api-token" "authorities" "ca-postgres" "ca-redis" "ca-s3" "files" "git" "git-ssh" "git-sync-tmp" "jwt" "logs" "pod-template" "tmp")
    "paths" (list "/etc/authorities" "/etc/connections/postgres" "/etc/connections/redis" "/etc/connections/s3" "/opt/airflow/airflow.cfg"
    "/opt/airflow/checks/alive.py" "/opt/airflow/checks/broker.py" "/opt/airflow/checks/migrated.py" "/opt/airflow/dags" "/opt/airflow/logs"
    "/opt/airflow/pod-template" "/opt/airflow/webserver_config.py" "/opt/airflow/with-log-cleaner.sh" "/run/airflow/jwt-secret" "/tmp"
    "/var/run/secrets/kubernetes.io/serviceaccount")
  "containers" (list "git-sync" "scheduler" "wait-for-migrations" "wait-for-postgres" "wait-for-redis" "wait-for-s3") "ports" (list "git-sync"
    "health" "logs")
  "env" (list "PYTHONDONTWRITEBYTECODE" "DUMB_INIT_SETSID" "USER" "HOME" "AIRFLOW_HOME" "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"
    "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC" "AIRFLOW__CELERY__RESULT_BACKEND" "AIRFLOW__CORE__EXECUTOR" "AIRFLOW__CORE__DAGS_FOLDER"
    "AIRFLOW__CORE__AUTH_MANAGER" "AIRFLOW__CORE__EXECUTION_API_SERVER_URL" "AIRFLOW__API__BASE_URL" "AIRFLOW__WEBSERVER__BASE_URL"
    "AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_CONFIG_LIST" "AIRFLOW__SCHEDULER__STANDALONE_DAG_PROCESSOR" "AIRFLOW__API__HOST"
    "AIRFLOW__WEBSERVER__WEB_SERVER_HOST" "AIRFLOW__METRICS__STATSD_ON" "AIRFLOW__METRICS__STATSD_PREFIX" "AIRFLOW__METRICS__OTEL_ON"
    "AIRFLOW__METRICS__OTEL_HOST" "AIRFLOW__METRICS__OTEL_PORT" "AIRFLOW__LOGGING__REMOTE_LOGGING" "AIRFLOW__LOGGING__REMOTE_LOG_CONN_ID"
    "LOG_RETENTION_DAYS" "AIRFLOW__API_AUTH__JWT_SECRET_CMD" "AIRFLOW__KUBERNETES_EXECUTOR__NAMESPACE"
    "AIRFLOW__KUBERNETES_EXECUTOR__POD_TEMPLATE_FILE" "AIRFLOW__CELERY__BROKER_URL_CMD" "AIRFLOW__SCHEDULER__ENABLE_HEALTH_CHECK"
    "AIRFLOW__SCHEDULER__SCHEDULER_HEALTH_CHECK_SERVER_PORT" "PGHOST" "PGPORT" "PGUSER" "PGPASSWORD" "PGDATABASE" "PGSSLMODE" "PGSSLROOTCERT"
    "BROKER_ADDRESS" "BROKER_USERNAME" "BROKER_PASSWORD" "AIRFLOW__LOGGING__REMOTE_BASE_LOG_FOLDER" "AIRFLOW_CONN_S3_LOGS" "S3_USERNAME" "S3_PASSWORD"
    "AWS_CA_BUNDLE" "AIRFLOW__METRICS__STATSD_HOST" "AIRFLOW__METRICS__STATSD_PORT") "settings" (list "AIRFLOW__CORE__FERNET_KEY=secrets.fernetKey"
    "AIRFLOW__API__SECRET_KEY=secrets.apiSecretKey" "AIRFLOW__WEBSERVER__SECRET_KEY=secrets.webserverSecretKey") "common" .Values.extraEnv) }}
{{- include "airflow.rules.extras" (dict "prefix" "dagProcessor." "of" .Values.dagProcessor
  "volumes" (list "authorities" "ca-postgres" "ca-s3" "files" "git" "git-ssh" "git-sync-tmp" "logs" "tmp") "paths" (list "/etc/authorities"
    "/etc/connections/postgres" "/etc/connections/s3" "/opt/airflow/airflow.cfg" "/opt/airflow/checks/alive.py" "/opt/airflow/checks/broker.py"
    "/opt/airflow/checks/migrated.py" "/opt/airflow/dags" "/opt/airflow/logs" "/opt/airflow/webserver_config.py" "/opt/airflow/with-log-cleaner.sh"
    "/tmp")
  "containers" (list "dag-processor" "git-sync" "wait-for-migrations" "wait-for-postgres" "wait-for-s3") "ports" (list "git-sync")
  "env" (list "PYTHONDONTWRITEBYTECODE" "DUMB_INIT_SETSID" "USER" "HOME" "AIRFLOW_HOME" "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"
    "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC" "AIRFLOW__CELERY__RESULT_BACKEND" "AIRFLOW__CORE__EXECUTOR" "AIRFLOW__CORE__DAGS_FOLDER"
    "AIRFLOW__CORE__AUTH_MANAGER" "AIRFLOW__CORE__EXECUTION_API_SERVER_URL" "AIRFLOW__API__BASE_URL" "AIRFLOW__WEBSERVER__BASE_URL"
    "AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_CONFIG_LIST" "AIRFLOW__SCHEDULER__STANDALONE_DAG_PROCESSOR" "AIRFLOW__API__HOST"
    "AIRFLOW__WEBSERVER__WEB_SERVER_HOST" "AIRFLOW__METRICS__STATSD_ON" "AIRFLOW__METRICS__STATSD_PREFIX" "AIRFLOW__METRICS__OTEL_ON"
    "AIRFLOW__METRICS__OTEL_HOST" "AIRFLOW__METRICS__OTEL_PORT" "AIRFLOW__LOGGING__REMOTE_LOGGING" "AIRFLOW__LOGGING__REMOTE_LOG_CONN_ID"
    "LOG_RETENTION_DAYS" "PGHOST" "PGPORT" "PGUSER" "PGPASSWORD" "PGDATABASE" "PGSSLMODE" "PGSSLROOTCERT" "AIRFLOW__LOGGING__REMOTE_BASE_LOG_FOLDER"
    "AIRFLOW_CONN_S3_LOGS" "S3_USERNAME" "S3_PASSWORD" "AWS_CA_BUNDLE" "AIRFLOW__METRICS__STATSD_HOST" "AIRFLOW__METRICS__STATSD_PORT") "settings"
    (list "AIRFLOW__CORE__FERNET_KEY=secrets.fernetKey" "AIRFLOW__API__SECRET_KEY=secrets.apiSecretKey"
    "AIRFLOW__WEBSERVER__SECRET_KEY=secrets.webserverSecretKey") "common" .Values.extraEnv) }}
{{- include "airflow.rules.extras" (dict "prefix" "triggerer." "of" .Values.triggerer
  "volumes" (list "api-token" "authorities" "ca-postgres" "ca-s3" "files" "git" "git-ssh" "git-sync-tmp" "logs" "tmp") "paths" (list
    "/etc/authorities" "/etc/connections/postgres" "/etc/connections/s3" "/opt/airflow/airflow.cfg" "/opt/airflow/checks/alive.py"
    "/opt/airflow/checks/broker.py" "/opt/airflow/checks/migrated.py" "/opt/airflow/dags" "/opt/airflow/logs" "/opt/airflow/webserver_config.py"
    "/opt/airflow/with-log-cleaner.sh" "/tmp" "/var/run/secrets/kubernetes.io/serviceaccount")
  "containers" (list "git-sync" "triggerer" "wait-for-migrations" "wait-for-postgres" "wait-for-s3") "ports" (list "git-sync" "logs")
  "env" (list "PYTHONDONTWRITEBYTECODE" "DUMB_INIT_SETSID" "USER" "HOME" "AIRFLOW_HOME" "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"
    "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC" "AIRFLOW__CELERY__RESULT_BACKEND" "AIRFLOW__CORE__EXECUTOR" "AIRFLOW__CORE__DAGS_FOLDER"
    "AIRFLOW__CORE__AUTH_MANAGER" "AIRFLOW__CORE__EXECUTION_API_SERVER_URL" "AIRFLOW__API__BASE_URL" "AIRFLOW__WEBSERVER__BASE_URL"
    "AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_CONFIG_LIST" "AIRFLOW__SCHEDULER__STANDALONE_DAG_PROCESSOR" "AIRFLOW__API__HOST"
    "AIRFLOW__WEBSERVER__WEB_SERVER_HOST" "AIRFLOW__METRICS__STATSD_ON" "AIRFLOW__METRICS__STATSD_PREFIX" "AIRFLOW__METRICS__OTEL_ON"
    "AIRFLOW__METRICS__OTEL_HOST" "AIRFLOW__METRICS__OTEL_PORT" "AIRFLOW__LOGGING__REMOTE_LOGGING" "AIRFLOW__LOGGING__REMOTE_LOG_CONN_ID"
    "LOG_RETENTION_DAYS" "PGHOST" "PGPORT" "PGUSER" "PGPASSWORD" "PGDATABASE" "PGSSLMODE" "PGSSLROOTCERT" "AIRFLOW__LOGGING__REMOTE_BASE_LOG_FOLDER"
    "AIRFLOW_CONN_S3_LOGS" "S3_USERNAME" "S3_PASSWORD" "AWS_CA_BUNDLE" "AIRFLOW__METRICS__STATSD_HOST" "AIRFLOW__METRICS__STATSD_PORT") "settings"
    (list "AIRFLOW__CORE__FERNET_KEY=secrets.fernetKey" "AIRFLOW__API__SECRET_KEY=secrets.apiSecretKey"
    "AIRFLOW__WEBSERVER__SECRET_KEY=secrets.webserverSecretKey") "common" .Values.extraEnv) }}
{{- include "airflow.rules.extras" (dict "prefix" "flower." "of" .Values.flower
  "volumes" (list "admin" "authorities" "ca-postgres" "ca-redis" "files" "logs" "tmp") "paths" (list "/etc/authorities" "/etc/connections/postgres"
    "/etc/connections/redis" "/opt/airflow/airflow.cfg" "/opt/airflow/checks/broker.py" "/opt/airflow/checks/flower.sh" "/opt/airflow/logs"
    "/opt/airflow/webserver_config.py" "/run/airflow/admin-password" "/tmp")
  "containers" (list "flower" "wait-for-postgres" "wait-for-redis") "ports" (list "http")
  "env" (list "PYTHONDONTWRITEBYTECODE" "DUMB_INIT_SETSID" "USER" "HOME" "AIRFLOW_HOME" "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"
    "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC" "AIRFLOW__CELERY__RESULT_BACKEND" "AIRFLOW__CORE__EXECUTOR" "AIRFLOW__CORE__DAGS_FOLDER"
    "AIRFLOW__CORE__AUTH_MANAGER" "AIRFLOW__CORE__EXECUTION_API_SERVER_URL" "AIRFLOW__API__BASE_URL" "AIRFLOW__WEBSERVER__BASE_URL"
    "AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_CONFIG_LIST" "AIRFLOW__SCHEDULER__STANDALONE_DAG_PROCESSOR" "AIRFLOW__API__HOST"
    "AIRFLOW__WEBSERVER__WEB_SERVER_HOST" "AIRFLOW__METRICS__STATSD_ON" "AIRFLOW__METRICS__STATSD_PREFIX" "AIRFLOW__METRICS__OTEL_ON"
    "AIRFLOW__METRICS__OTEL_HOST" "AIRFLOW__METRICS__OTEL_PORT" "AIRFLOW__CELERY__BROKER_URL_CMD" "ADMIN_USERNAME"
    "AIRFLOW__CELERY__FLOWER_BASIC_AUTH_CMD" "PGHOST" "PGPORT" "PGUSER" "PGPASSWORD" "PGDATABASE" "PGSSLMODE" "PGSSLROOTCERT" "BROKER_ADDRESS"
    "BROKER_USERNAME" "BROKER_PASSWORD") "settings" (list "AIRFLOW__CORE__FERNET_KEY=secrets.fernetKey"
    "AIRFLOW__API__SECRET_KEY=secrets.apiSecretKey" "AIRFLOW__WEBSERVER__SECRET_KEY=secrets.webserverSecretKey") "common" .Values.extraEnv) }}
{{- include "airflow.rules.extras" (dict "prefix" "task." "of" .Values.task
  "volumes" (list "api-token" "authorities" "ca-postgres" "ca-s3" "files" "git" "git-ssh" "git-sync-tmp" "logs" "tmp") "paths" (list
    "/etc/authorities" "/etc/connections/postgres" "/etc/connections/s3" "/opt/airflow/airflow.cfg" "/opt/airflow/checks/broker.py"
    "/opt/airflow/dags" "/opt/airflow/logs" "/opt/airflow/webserver_config.py" "/tmp" "/var/run/secrets/kubernetes.io/serviceaccount")
  "containers" (list "git-sync" "task") "ports" (list)
  "env" (list "PYTHONDONTWRITEBYTECODE" "DUMB_INIT_SETSID" "USER" "HOME" "AIRFLOW_HOME" "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"
    "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC" "AIRFLOW__CELERY__RESULT_BACKEND" "AIRFLOW__CORE__EXECUTOR" "AIRFLOW__CORE__DAGS_FOLDER"
    "AIRFLOW__CORE__AUTH_MANAGER" "AIRFLOW__CORE__EXECUTION_API_SERVER_URL" "AIRFLOW__API__BASE_URL" "AIRFLOW__WEBSERVER__BASE_URL"
    "AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_CONFIG_LIST" "AIRFLOW__SCHEDULER__STANDALONE_DAG_PROCESSOR" "AIRFLOW__API__HOST"
    "AIRFLOW__WEBSERVER__WEB_SERVER_HOST" "AIRFLOW__METRICS__STATSD_ON" "AIRFLOW__METRICS__STATSD_PREFIX" "AIRFLOW__METRICS__OTEL_ON"
    "AIRFLOW__METRICS__OTEL_HOST" "AIRFLOW__METRICS__OTEL_PORT" "AIRFLOW__LOGGING__REMOTE_LOGGING" "AIRFLOW__LOGGING__REMOTE_LOG_CONN_ID"
    "LOG_RETENTION_DAYS" "CONNECTION_CHECK_MAX_COUNT" "PGHOST" "PGPORT" "PGUSER" "PGPASSWORD" "PGDATABASE" "PGSSLMODE" "PGSSLROOTCERT"
    "AIRFLOW__LOGGING__REMOTE_BASE_LOG_FOLDER" "AIRFLOW_CONN_S3_LOGS" "S3_USERNAME" "S3_PASSWORD" "AWS_CA_BUNDLE" "AIRFLOW__METRICS__STATSD_HOST"
    "AIRFLOW__METRICS__STATSD_PORT") "settings" (list "AIRFLOW__CORE__FERNET_KEY=secrets.fernetKey" "AIRFLOW__API__SECRET_KEY=secrets.apiSecretKey"
    "AIRFLOW__WEBSERVER__SECRET_KEY=secrets.webserverSecretKey") "common" .Values.extraEnv) }}
{{- include "airflow.rules.extras" (dict "prefix" "statsd." "of" .Values.statsd
  "volumes" (list "authorities" "files" "tmp") "paths" (list "/etc/authorities" "/etc/statsd/mapping.yaml" "/tmp")
  "containers" (list "statsd") "ports" (list "metrics" "statsd")
  "env" (list) "settings" (list) "common" .Values.extraEnv) }}
{{- include "airflow.rules.extras" (dict "prefix" "migrations." "of" .Values.migrations
  "volumes" (list "authorities" "ca-postgres" "files" "logs" "tmp") "paths" (list "/etc/authorities" "/etc/connections/postgres"
    "/opt/airflow/airflow.cfg" "/opt/airflow/checks/alive.py" "/opt/airflow/checks/broker.py" "/opt/airflow/checks/migrated.py" "/opt/airflow/logs"
    "/opt/airflow/webserver_config.py" "/tmp")
  "containers" (list "migrations" "wait-for-postgres") "ports" (list)
  "env" (list "PYTHONDONTWRITEBYTECODE" "DUMB_INIT_SETSID" "USER" "HOME" "AIRFLOW_HOME" "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"
    "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC" "AIRFLOW__CELERY__RESULT_BACKEND" "AIRFLOW__CORE__EXECUTOR" "AIRFLOW__CORE__DAGS_FOLDER"
    "AIRFLOW__CORE__AUTH_MANAGER" "AIRFLOW__CORE__EXECUTION_API_SERVER_URL" "AIRFLOW__API__BASE_URL" "AIRFLOW__WEBSERVER__BASE_URL"
    "AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_CONFIG_LIST" "AIRFLOW__SCHEDULER__STANDALONE_DAG_PROCESSOR" "AIRFLOW__API__HOST"
    "AIRFLOW__WEBSERVER__WEB_SERVER_HOST" "AIRFLOW__METRICS__STATSD_ON" "AIRFLOW__METRICS__STATSD_PREFIX" "AIRFLOW__METRICS__OTEL_ON"
    "AIRFLOW__METRICS__OTEL_HOST" "AIRFLOW__METRICS__OTEL_PORT" "PGHOST" "PGPORT" "PGUSER" "PGPASSWORD" "PGDATABASE" "PGSSLMODE" "PGSSLROOTCERT")
    "settings" (list "AIRFLOW__CORE__FERNET_KEY=secrets.fernetKey" "AIRFLOW__API__SECRET_KEY=secrets.apiSecretKey"
    "AIRFLOW__WEBSERVER__SECRET_KEY=secrets.webserverSecretKey") "common" .Values.extraEnv) }}
{{- include "airflow.rules.extras" (dict "prefix" "createUser." "of" .Values.createUser
  "volumes" (list "admin" "authorities" "ca-postgres" "files" "logs" "tmp") "paths" (list "/etc/authorities" "/etc/connections/postgres"
    "/opt/airflow/airflow.cfg" "/opt/airflow/checks/alive.py" "/opt/airflow/checks/broker.py" "/opt/airflow/checks/migrated.py" "/opt/airflow/logs"
    "/opt/airflow/webserver_config.py" "/run/airflow/admin-password" "/tmp")
  "containers" (list "create-user" "wait-for-migrations" "wait-for-postgres") "ports" (list)
  "env" (list "PYTHONDONTWRITEBYTECODE" "DUMB_INIT_SETSID" "USER" "HOME" "AIRFLOW_HOME" "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"
    "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC" "AIRFLOW__CELERY__RESULT_BACKEND" "AIRFLOW__CORE__EXECUTOR" "AIRFLOW__CORE__DAGS_FOLDER"
    "AIRFLOW__CORE__AUTH_MANAGER" "AIRFLOW__CORE__EXECUTION_API_SERVER_URL" "AIRFLOW__API__BASE_URL" "AIRFLOW__WEBSERVER__BASE_URL"
    "AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_CONFIG_LIST" "AIRFLOW__SCHEDULER__STANDALONE_DAG_PROCESSOR" "AIRFLOW__API__HOST"
    "AIRFLOW__WEBSERVER__WEB_SERVER_HOST" "AIRFLOW__METRICS__STATSD_ON" "AIRFLOW__METRICS__STATSD_PREFIX" "AIRFLOW__METRICS__OTEL_ON"
    "AIRFLOW__METRICS__OTEL_HOST" "AIRFLOW__METRICS__OTEL_PORT" "ADMIN_USERNAME" "ADMIN_EMAIL" "ADMIN_FIRST_NAME" "ADMIN_LAST_NAME" "ADMIN_ROLE"
    "PGHOST" "PGPORT" "PGUSER" "PGPASSWORD" "PGDATABASE" "PGSSLMODE" "PGSSLROOTCERT") "settings" (list "AIRFLOW__CORE__FERNET_KEY=secrets.fernetKey"
    "AIRFLOW__API__SECRET_KEY=secrets.apiSecretKey" "AIRFLOW__WEBSERVER__SECRET_KEY=secrets.webserverSecretKey") "common" .Values.extraEnv) }}
{{- include "airflow.rules.extras" (dict "prefix" "cleanup." "of" .Values.cleanup
  "volumes" (list "authorities" "ca-postgres" "files" "logs" "tmp") "paths" (list "/etc/authorities" "/etc/connections/postgres"
    "/opt/airflow/airflow.cfg" "/opt/airflow/checks/alive.py" "/opt/airflow/checks/broker.py" "/opt/airflow/checks/migrated.py" "/opt/airflow/logs"
    "/opt/airflow/webserver_config.py" "/tmp")
  "containers" (list "cleanup" "wait-for-postgres") "ports" (list)
  "env" (list "PYTHONDONTWRITEBYTECODE" "DUMB_INIT_SETSID" "USER" "HOME" "AIRFLOW_HOME" "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"
    "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC" "AIRFLOW__CELERY__RESULT_BACKEND" "AIRFLOW__CORE__EXECUTOR" "AIRFLOW__CORE__DAGS_FOLDER"
    "AIRFLOW__CORE__AUTH_MANAGER" "AIRFLOW__CORE__EXECUTION_API_SERVER_URL" "AIRFLOW__API__BASE_URL" "AIRFLOW__WEBSERVER__BASE_URL"
    "AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_CONFIG_LIST" "AIRFLOW__SCHEDULER__STANDALONE_DAG_PROCESSOR" "AIRFLOW__API__HOST"
    "AIRFLOW__WEBSERVER__WEB_SERVER_HOST" "AIRFLOW__METRICS__STATSD_ON" "AIRFLOW__METRICS__STATSD_PREFIX" "AIRFLOW__METRICS__OTEL_ON"
    "AIRFLOW__METRICS__OTEL_HOST" "AIRFLOW__METRICS__OTEL_PORT" "RETENTION_DAYS" "PGHOST" "PGPORT" "PGUSER" "PGPASSWORD" "PGDATABASE" "PGSSLMODE"
    "PGSSLROOTCERT") "settings" (list "AIRFLOW__CORE__FERNET_KEY=secrets.fernetKey" "AIRFLOW__API__SECRET_KEY=secrets.apiSecretKey"
    "AIRFLOW__WEBSERVER__SECRET_KEY=secrets.webserverSecretKey") "common" .Values.extraEnv) }}
{{- end }}
