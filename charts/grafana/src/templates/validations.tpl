{{- range $key, $value := .Values.auth }}
{{- if regexMatch "[$](__[a-z]+)?[{]" (toString $value) }}
auth.{{ $key }} has ${, and Grafana would put a variable in its place: choose another one.
{{- end }}
{{- end }}
{{- $credentials := or .Values.credentials.existingSecret .Values.credentials.data }}
{{- range $section, $settings := .Values.config.ini }}
{{- range $key, $value := $settings }}
{{- $named := regexMatch "(^|_)(password|pass|secret|token|(private|secret|api|encryption|account)_key|secret_access_key|license_text)$" (lower $key) }}
{{- $written := regexMatch "://[^/?#@ ]*:[^$/?#@ ][^/?#@ ]*@|(^|[,; ])password=[^$]" (toString $value) }}
{{- if or $written (and $named $value (not (regexMatch "^(true|false|[$](__[a-z]+)?[{].*)$" (toString $value)))) }}
config.ini.{{ $section }}.{{ $key }} would stand in a ConfigMap: put it into credentials and write $__file{/run/credentials/KEY} here.
{{- end }}
{{- if and (contains "/run/credentials/" (toString $value)) (not $credentials) }}
config.ini.{{ $section }}.{{ $key }} names a key of credentials, and there are none: set credentials.existingSecret or credentials.data.
{{- end }}
{{- end }}
{{- end }}
{{- range .Values.extraDatasources }}
{{- $name := .name }}
{{- if regexMatch "://[^/?#\"]*@" (toString .url) }}
the URL of the data source {{ toJson $name | trimAll "\"" }} holds a user or a password, which would stand in a ConfigMap: set basicAuth, basicAuthUser and secureJsonData.basicAuthPassword in their place.
{{- end }}
{{- range $key, $value := .secureJsonData }}
{{- if not (regexMatch "^[$]__(file|env)[{]" (toString $value)) }}
secureJsonData.{{ $key }} of the data source {{ toJson $name | trimAll "\"" }} would stand in a ConfigMap: put it into credentials and write $__file{/run/credentials/KEY} there.
{{- end }}
{{- end }}
{{- end }}
{{- $alerting := toYaml .Values.alerting }}
{{- if regexMatch "(?im)^[ -]*([a-z_]*(password|token|secret|api_?key|credentials)|integrationKey|userKey|access_key): *[^$ ]" $alerting }}
alerting holds a secret, which would stand in a ConfigMap: put it into credentials and write $__file{/run/credentials/KEY} there.
{{- end }}
{{- if regexMatch "https://(hooks[.]slack[.]com|discord(app)?[.]com/api/webhooks|chat[.]googleapis[.]com|[a-z0-9.-]*webhook[.]office[.]com)/" $alerting }}
alerting holds the URL of a webhook that anybody may write to who knows it: put it into credentials and write $__file{/run/credentials/KEY} there.
{{- end }}
{{- if regexMatch "(?m)^[ \t]*bind_password[ \t]*=[ \t]*[\"']*[^$\"' \t\n]" .Values.ldap.toml }}
ldap.toml holds a password, which would stand in a ConfigMap: put it into credentials and write $__file{/run/credentials/KEY} there.
{{- end }}
{{- if and (not $credentials) (or .Values.smtp.username (contains "/run/credentials/" (cat $alerting .Values.ldap.toml))) }}
alerting, ldap or smtp name a key of credentials, and there are none: set credentials.existingSecret or credentials.data.
{{- end }}
{{- if and .Values.smtp.host (not .Values.smtp.from) }}
smtp.host needs smtp.from, the address that mail comes from.
{{- end }}
{{- range $name, $one := .Values.dashboards }}
{{- if eq (empty $one.url) (empty $one.id) }}
dashboards.{{ $name }} has neither or both of url and id: keep one.
{{- end }}
{{- end }}
{{- $pods := int64 .Values.replicaCount }}
{{- if gt $pods 1 }}
{{- if not (include "grafana.connections.postgres.via" .) }}
replicaCount is {{ $pods }}, and each pod would have users and settings of its own: {{ include "grafana.rules.provide" (dict "member" .Values.global.members.grafana "name" "postgres" "chart" "postgres" "bundled" false) }}, or run one pod.
{{- end }}
{{- if and .Values.persistence.enabled (not (has "ReadWriteMany" .Values.persistence.accessModes)) }}
replicaCount is {{ $pods }}, and one node at a time can mount the volume: set persistence.enabled=false, or persistence.accessModes to ReadWriteMany.
{{- end }}
{{- $unified := .Values.config.ini.unified_alerting | default dict }}
{{- if not (or (include "grafana.connections.redis.via" .) $unified.ha_peers $unified.ha_redis_address (eq (toString $unified.enabled) "false")) }}
replicaCount is {{ $pods }}, and every pod would send every alert: {{ include "grafana.rules.provide" (dict "member" .Values.global.members.grafana "name" "redis" "chart" "redis" "bundled" false) }}, or set config.ini.unified_alerting.enabled=false.
{{- end }}
{{- end }}
