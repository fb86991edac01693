{{- if and (not .Values.config.enableMetrics) (or .Values.monitoring.serviceMonitor.enabled .Values.monitoring.annotations.enabled) }}
config.enableMetrics=false leaves nothing to scrape: set it to true, or turn monitoring.serviceMonitor and monitoring.annotations off.
{{- end }}
