{{- range $section, $options := .Values.config }}
[{{ $section }}]
{{- range $option, $value := $options }}
{{ $option }} = {{ if kindIs "string" $value }}{{ $value | replace "%" "%%" }}{{ else }}{{ toJson $value }}{{ end }}
{{- end }}
{{ end }}
