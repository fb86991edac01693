; Settings of config.ini; the others come from the environment.
{{- range $section, $settings := .Values.config.ini }}
[{{ $section }}]
{{- range $key, $value := $settings }}
{{ $key }} = {{ $value }}
{{- end }}
{{- end }}
