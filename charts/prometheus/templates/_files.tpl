{{/* Files of the workload main. */}}
{{- define "prometheus.main.files" -}}
prometheus.yml: |
  global:
    scrape_interval: {{ .Values.config.scrapeInterval }}
    scrape_timeout: {{ .Values.config.scrapeTimeout }}
    evaluation_interval: {{ .Values.config.evaluationInterval }}
    {{- with .Values.config.externalLabels }}
    external_labels:
      {{- toYaml . | nindent 6 }}
    {{- end }}
  storage:
    tsdb:
      retention:
        time: {{ .Values.config.retention.time }}
        size: {{ include "prometheus.retentionSize" . }}
      out_of_order_time_window: {{ .Values.config.outOfOrderTimeWindow }}
  rule_files:
    - /rules/*.rules.yml
  {{- if include "prometheus.connections.alertmanager.via" . }}
  alerting:
    alertmanagers:
      {{- $url := include "prometheus.connections.alertmanager.url" . }}
      - scheme: {{ regexFind "^https?" $url }}
        path_prefix: {{ regexReplaceAll "^https?://[^/]*" $url "" | default "/" | quote }}
        static_configs:
          - targets:
              - {{ include "prometheus.connections.alertmanager.host" . }}:{{ include "prometheus.connections.alertmanager.port" . }}
  {{- end }}
  scrape_configs:
    - job_name: services
      kubernetes_sd_configs:
        - role: endpointslice
          namespaces:
            own_namespace: true
            {{- with .Values.config.namespaces }}
            names:
              {{- toYaml . | nindent 14 }}
            {{- end }}
      tls_config:
        insecure_skip_verify: {{ not .Values.config.verifyCertificates }}
      relabel_configs:
        - action: keep
          source_labels: [__meta_kubernetes_service_annotation_prometheus_io_scrape]
          regex: "true"
        {{- with .Values.config.releases }}
        - action: keep
          source_labels: [__meta_kubernetes_service_label_app_kubernetes_io_instance]
          regex: {{ join "|" . | quote }}
        {{- end }}
        # Of the ports of a Service only the annotated one; each where none is.
        - source_labels: [__meta_kubernetes_service_annotation_prometheus_io_port, __meta_kubernetes_endpointslice_port]
          regex: ;(.+)
          target_label: __meta_kubernetes_service_annotation_prometheus_io_port
        # The port of a container that a gateway stands before is none of the Service.
        - source_labels: [__meta_kubernetes_endpointslice_port, __meta_kubernetes_pod_container_port_number]
          regex: ;(.+)
          target_label: __meta_kubernetes_endpointslice_port
        - action: keepequal
          source_labels: [__meta_kubernetes_service_annotation_prometheus_io_port]
          target_label: __meta_kubernetes_endpointslice_port
        - source_labels: [__meta_kubernetes_service_annotation_prometheus_io_scheme]
          regex: (https?)
          target_label: __scheme__
        - source_labels: [__meta_kubernetes_service_annotation_prometheus_io_path]
          regex: (.+)
          target_label: __metrics_path__
        - source_labels: [__meta_kubernetes_namespace]
          target_label: namespace
        - source_labels: [__meta_kubernetes_service_name]
          target_label: service
        - source_labels: [__meta_kubernetes_service_name]
          target_label: job
        - source_labels: [__meta_kubernetes_endpointslice_port_name]
          target_label: endpoint
        - source_labels: [__meta_kubernetes_pod_name]
          target_label: pod
        - source_labels: [__meta_kubernetes_pod_label_track]
          target_label: track
        - source_labels: [__meta_kubernetes_pod_node_name]
          target_label: node
    {{- with .Values.extraScrapeConfigs }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- with .Values.remoteWrite }}
  remote_write:
    {{- range . }}
    - url: {{ .url | quote }}
      {{- with .name }}
      name: {{ . | quote }}
      {{- end }}
      {{- if .username }}
      basic_auth:
        username: {{ .username | quote }}
        password_file: /run/credentials/{{ .passwordKey }}
      {{- else if .tokenKey }}
      authorization:
        credentials_file: /run/credentials/{{ .tokenKey }}
      {{- end }}
      {{- with .headers }}
      headers:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with .relabelConfigs }}
      write_relabel_configs:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with .queueConfig }}
      queue_config:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with .extra }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
    {{- end }}
  {{- end }}
  {{- with .Values.config.extra }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
web.yml: |
  {{- toYaml .Values.config.web | nindent 2 }}
{{- end }}
