{{/* Files of the workload main. */}}
{{- define "jaeger.main.files" -}}
config.yaml: |
  service:
    extensions: [jaeger_storage, jaeger_query, healthcheckv2]
    pipelines:
      traces:
        receivers: [otlp]
        processors: [memory_limiter, batch]
        exporters: [jaeger_storage_exporter]
    telemetry:
      resource:
        service.name: jaeger
      metrics:
        level: normal
        readers:
          - pull:
              exporter:
                prometheus:
                  host: {{ .Values.global.listenAddress | quote }}
                  port: 8888
      logs:
        level: {{ .Values.config.logLevel }}
  extensions:
    healthcheckv2:
      use_v2: true
      http:
        endpoint: {{ ternary "[::]:13133" "0.0.0.0:13133" (eq .Values.global.listenAddress "::") | quote }}
    jaeger_query:
      base_path: {{ include "jaeger.basePath" . | default "/" | quote }}
      storage:
        traces: main
      http:
        endpoint: {{ ternary "[::]:16686" "0.0.0.0:16686" (eq .Values.global.listenAddress "::") | quote }}
      grpc:
        endpoint: 127.0.0.1:16685
    jaeger_storage:
      backends:
        main:
          {{- if .Values.persistence.enabled }}
          badger:
            directories:
              keys: /badger/keys
              values: /badger/values
            ephemeral: false
            ttl:
              spans: {{ .Values.config.keep }}
          {{- else }}
          memory:
            max_traces: {{ int64 .Values.config.memoryTraces }}
          {{- end }}
  receivers:
    otlp:
      protocols:
        grpc:
          endpoint: {{ ternary "[::]:4317" "0.0.0.0:4317" (eq .Values.global.listenAddress "::") | quote }}
        http:
          endpoint: {{ ternary "[::]:4318" "0.0.0.0:4318" (eq .Values.global.listenAddress "::") | quote }}
  processors:
    memory_limiter:
      check_interval: 1s
      limit_percentage: {{ int64 .Values.config.memoryLimitPercent }}
      spike_limit_percentage: 15
    batch: {}
  exporters:
    jaeger_storage_exporter:
      trace_storage: main
{{- end }}
