{{- $credentials := or .Values.credentials.existingSecret .Values.credentials.data }}
{{- range $section, $settings := .Values.config.ini }}
{{- range $key, $value := $settings }}
{{- if and (regexMatch "(password|secret|token|private_key|api_key|encryption_key)" $key) (kindIs "string" $value) $value (not (regexMatch "^[$]__(file|env)[{]" $value)) }}
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
the URL of the data source {{ toString $name }} holds a user or a password, which would stand in a ConfigMap: set basicAuth, basicAuthUser and secureJsonData.basicAuthPassword in their place.
{{- end }}
{{- range $key, $value := .secureJsonData }}
{{- if not (regexMatch "^[$]__(file|env)[{]" (toString $value)) }}
secureJsonData.{{ $key }} of the data source {{ toString $name }} would stand in a ConfigMap: put it into credentials and write $__file{/run/credentials/KEY} there.
{{- end }}
{{- end }}
{{- end }}
