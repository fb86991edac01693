{{/* Whether a Prometheus of this namespace finds the metrics by itself; empty for no. */}}
{{- define "ai-system.main.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Recording rules and alerts of main. */}}
{{- define "ai-system.main.metricRules" -}}
groups:
  - name: {{ include "ai-system.fullname" . }}
    rules:
      {{- toYaml .Values.monitoring.prometheusRule.extraRules | nindent 6 }}
{{- end }}

{{/* Ingress rules of several pods: monitoring. */}}
{{- define "ai-system.ingress.monitoring" -}}
{{- if or .Values.monitoring.serviceMonitor.enabled .Values.monitoring.annotations.enabled
  (and .Values.monitoring.auto .Values.global.monitoring.operator) }}
- from:
    - namespaceSelector:
        matchLabels:
          {{- toYaml .Values.monitoring.from.namespaceSelector | nindent 10 }}
      {{- with .Values.monitoring.from.podSelector }}
      podSelector:
        matchLabels:
          {{- toYaml . | nindent 10 }}
      {{- end }}
  ports:
    - port: http
      protocol: TCP
{{- end }}
{{- if include "ai-system.main.scraped" . }}
- from:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: prometheus
          app.kubernetes.io/component: main
      namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ .Release.Namespace | quote }}
  ports:
    - port: http
      protocol: TCP
{{- end }}
{{- end }}
