{{/* Dashboards from outside: name, data source, URL and folder, one in a line. */}}
{{- define "grafana.dashboards" -}}
{{- range $name, $one := .Values.dashboards }}
{{- $of := printf "https://grafana.com/api/dashboards/%d/revisions/%d/download" (int64 $one.id) (int64 ($one.revision | default 1)) }}
{{ $name }} {{ $one.datasource | default "prometheus" }} {{ $one.url | default $of }} {{ $one.folder | default "" }}
{{- end }}
{{- end }}
