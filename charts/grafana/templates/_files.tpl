{{/* Files of the workload main. */}}
{{- define "grafana.main.files" -}}
grafana.ini: |
  ; Settings of config.ini; the others come from the environment.
  {{- range $section, $settings := .Values.config.ini }}
  [{{ $section }}]
  {{- range $key, $value := $settings }}
  {{ $key }} = {{ ternary (toJson $value) $value (kindIs "float64" $value) }}
  {{- end }}
  {{- end }}
datasources.yaml: |
  apiVersion: 1
  prune: true
  {{- $prometheus := include "grafana.connections.prometheus.via" . }}
  {{- $alertmanager := include "grafana.connections.alertmanager.via" . }}
  {{- /* global.members.jaeger.external says where traces go, not where they are looked at. */}}
  {{- $jaeger := has (include "grafana.connections.jaeger.via" .) (list "value" "member") }}
  {{- if or $prometheus $alertmanager $jaeger .Values.extraDatasources }}
  datasources:
    {{- if $prometheus }}
    - name: Prometheus
      uid: prometheus
      type: prometheus
      access: proxy
      url: $PROMETHEUS_URL
      isDefault: true
      jsonData:
        httpMethod: POST
        timeInterval: {{ .Values.config.scrapeInterval }}
        {{- if $alertmanager }}
        alertmanagerUid: alertmanager
        {{- end }}
    {{- end }}
    {{- if $alertmanager }}
    - name: Alertmanager
      uid: alertmanager
      type: alertmanager
      access: proxy
      url: $ALERTMANAGER_URL
      jsonData:
        implementation: prometheus
        handleGrafanaManagedAlerts: false
    {{- end }}
    {{- if $jaeger }}
    - name: Jaeger
      uid: jaeger
      type: jaeger
      access: proxy
      url: $JAEGER_URL
      jsonData:
        nodeGraph:
          enabled: true
    {{- end }}
    {{- with .Values.extraDatasources }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
dashboards.yaml: |
  {{- .Files.Get "files/dashboards.yaml" | nindent 2 }}
alerting.yaml: |
  apiVersion: 1
  {{- with .Values.alerting }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
ldap.toml: |
  {{- .Values.ldap.toml | nindent 2 }}
{{- end }}
