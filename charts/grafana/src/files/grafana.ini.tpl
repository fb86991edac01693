; Settings of config.ini; the others come from the environment.
{{- range $section, $settings := .Values.config.ini }}
[{{ $section }}]
{{- range $key, $value := $settings }}
{{ $key }} = {{ ternary (toJson $value) $value (kindIs "float64" $value) }}
{{- end }}
{{- end }}
