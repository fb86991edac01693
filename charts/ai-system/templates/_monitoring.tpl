{{/* Whether a Prometheus of this namespace scrapes the workload main; empty for no. */}}
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

{{/* Whether a Prometheus of this namespace scrapes the workload coordination; empty for no. */}}
{{- define "ai-system.coordination.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.coordination.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Recording rules and alerts of coordination. */}}
{{- define "ai-system.coordination.metricRules" -}}
groups:
  - name: {{ include "ai-system.fullname" . }}-coordination
    rules:
      {{- toYaml .Values.coordination.monitoring.prometheusRule.extraRules | nindent 6 }}
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload reasoningSuite; empty for no. */}}
{{- define "ai-system.reasoningSuite.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.reasoningSuite.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Recording rules and alerts of reasoningSuite. */}}
{{- define "ai-system.reasoningSuite.metricRules" -}}
groups:
  - name: {{ include "ai-system.fullname" . }}-reasoning-suite
    rules:
      {{- toYaml .Values.reasoningSuite.monitoring.prometheusRule.extraRules | nindent 6 }}
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload speechGpu; empty for no. */}}
{{- define "ai-system.speechGpu.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.speechGpu.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Recording rules and alerts of speechGpu. */}}
{{- define "ai-system.speechGpu.metricRules" -}}
groups:
  - name: {{ include "ai-system.fullname" . }}-speech-gpu
    rules:
      {{- toYaml .Values.speechGpu.monitoring.prometheusRule.extraRules | nindent 6 }}
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload visionDream; empty for no. */}}
{{- define "ai-system.visionDream.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.visionDream.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Recording rules and alerts of visionDream. */}}
{{- define "ai-system.visionDream.metricRules" -}}
groups:
  - name: {{ include "ai-system.fullname" . }}-vision-dream
    rules:
      {{- toYaml .Values.visionDream.monitoring.prometheusRule.extraRules | nindent 6 }}
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload tutoring; empty for no. */}}
{{- define "ai-system.tutoring.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.tutoring.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Recording rules and alerts of tutoring. */}}
{{- define "ai-system.tutoring.metricRules" -}}
groups:
  - name: {{ include "ai-system.fullname" . }}-tutoring
    rules:
      {{- toYaml .Values.tutoring.monitoring.prometheusRule.extraRules | nindent 6 }}
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload infraCore; empty for no. */}}
{{- define "ai-system.infraCore.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.infraCore.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Recording rules and alerts of infraCore. */}}
{{- define "ai-system.infraCore.metricRules" -}}
groups:
  - name: {{ include "ai-system.fullname" . }}-infra-core
    rules:
      {{- toYaml .Values.infraCore.monitoring.prometheusRule.extraRules | nindent 6 }}
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload memory; empty for no. */}}
{{- define "ai-system.memory.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.memory.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Recording rules and alerts of memory. */}}
{{- define "ai-system.memory.metricRules" -}}
groups:
  - name: {{ include "ai-system.fullname" . }}-memory
    rules:
      {{- toYaml .Values.memory.monitoring.prometheusRule.extraRules | nindent 6 }}
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload utilityCpu; empty for no. */}}
{{- define "ai-system.utilityCpu.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.utilityCpu.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Recording rules and alerts of utilityCpu. */}}
{{- define "ai-system.utilityCpu.metricRules" -}}
groups:
  - name: {{ include "ai-system.fullname" . }}-utility-cpu
    rules:
      {{- toYaml .Values.utilityCpu.monitoring.prometheusRule.extraRules | nindent 6 }}
{{- end }}
