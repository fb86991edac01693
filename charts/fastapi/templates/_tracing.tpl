{{/* Variables of OpenTelemetry; called with the values of tracing, the release, the namespace and what traces call the service. */}}
{{- define "fastapi.tracing" -}}
- name: OTEL_SDK_DISABLED
  value: {{ not .tracing.enabled | quote }}
- name: OTEL_SERVICE_NAME
  value: {{ .service | quote }}
- name: OTEL_RESOURCE_ATTRIBUTES
  value: "{{ printf "service.namespace=%s,k8s.namespace.name=%s" .release .namespace }}{{ range $name, $value := .tracing.resourceAttributes }},{{
    $name }}={{ $value }}{{ end }}"
- name: OTEL_EXPORTER_OTLP_PROTOCOL
  value: http/protobuf
- name: OTEL_TRACES_EXPORTER
  value: otlp
- name: OTEL_METRICS_EXPORTER
  value: none
- name: OTEL_LOGS_EXPORTER
  value: none
- name: OTEL_TRACES_SAMPLER
  value: {{ .tracing.sampler }}
- name: OTEL_TRACES_SAMPLER_ARG
  value: {{ divf .tracing.percent 100 | quote }}
{{- end }}
