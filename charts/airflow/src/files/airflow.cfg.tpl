{{- range $section, $options := .Values.config }}
[{{ $section }}]
{{- range $option, $value := $options }}
{{ $option }} = {{ ternary (toJson $value) $value (kindIs "float64" $value) | toString | replace "%" "%%" }}
{{- end }}
{{ end }}
