{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "ai-system.main.metricLabels" -}}
namespace="{{ (include "ai-system.namespaces.core" .) }}",service="{{ include "ai-system.fullname" . }}"
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the workload main; empty for no. */}}
{{- define "ai-system.main.scraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if and .Values.monitoring.auto $scraped }}true
{{- end }}
{{- end }}

{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "ai-system.coordination.metricLabels" -}}
namespace="{{ (include "ai-system.namespaces.gpu" .) }}",service="{{ include "ai-system.fullname" . }}-coordination"
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

{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "ai-system.reasoningSuite.metricLabels" -}}
namespace="{{ (include "ai-system.namespaces.gpu" .) }}",service="{{ include "ai-system.fullname" . }}-reasoning-suite"
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

{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "ai-system.speechGpu.metricLabels" -}}
namespace="{{ (include "ai-system.namespaces.gpu" .) }}",service="{{ include "ai-system.fullname" . }}-speech-gpu"
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

{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "ai-system.visionDream.metricLabels" -}}
namespace="{{ (include "ai-system.namespaces.gpu" .) }}",service="{{ include "ai-system.fullname" . }}-vision-dream"
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

{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "ai-system.tutoring.metricLabels" -}}
namespace="{{ (include "ai-system.namespaces.gpu" .) }}",service="{{ include "ai-system.fullname" . }}-tutoring"
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

{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "ai-system.infraCore.metricLabels" -}}
namespace="{{ (include "ai-system.namespaces.infra" .) }}",service="{{ include "ai-system.fullname" . }}-infra-core"
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

{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "ai-system.memory.metricLabels" -}}
namespace="{{ (include "ai-system.namespaces.core" .) }}",service="{{ include "ai-system.fullname" . }}-memory"
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

{{/* Labels that tell the metrics of this workload from those of others. */}}
{{- define "ai-system.utilityCpu.metricLabels" -}}
namespace="{{ (include "ai-system.namespaces.core" .) }}",service="{{ include "ai-system.fullname" . }}-utility-cpu"
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
