{{- $credentials := or .Values.credentials.existingSecret .Values.credentials.data }}
{{- range $section, $settings := .Values.config.ini }}
{{- range $key, $value := $settings }}
{{- if and (regexMatch "(password|secret|token|private_key|api_key|encryption_key)" $key) (kindIs "string" $value) $value (not (regexMatch "^[$]__(file|env)[{]" $value)) }}
{{- $problems = append $problems (printf "config.ini.%s.%s would stand in a ConfigMap: put it into credentials and write $__file{/run/credentials/KEY} here." $section $key) }}
{{- end }}
{{- if and (contains "/run/credentials/" (toString $value)) (not $credentials) }}
{{- $problems = append $problems (printf "config.ini.%s.%s names a key of credentials, and there are none: set credentials.existingSecret or credentials.data." $section $key) }}
{{- end }}
{{- end }}
{{- end }}
{{- range .Values.extraDatasources }}
{{- $name := .name }}
{{- range $key, $value := .secureJsonData }}
{{- if not (regexMatch "^[$]__(file|env)[{]" (toString $value)) }}
{{- $problems = append $problems (printf "secureJsonData.%s of the data source %s would stand in a ConfigMap: put it into credentials and write $__file{/run/credentials/KEY} there." $key (toString $name)) }}
{{- end }}
{{- end }}
{{- end }}
