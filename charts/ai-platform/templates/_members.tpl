{{/* Name of the objects of the member ai-system. */}}
{{- define "ai-platform.ai-system" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "ai-system" "reserve" 16) }}
{{- end }}

{{/* Name of the objects of the member alertmanager. */}}
{{- define "ai-platform.alertmanager" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "alertmanager" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member dcgm-exporter. */}}
{{- define "ai-platform.dcgm-exporter" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "dcgm-exporter" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member jaeger. */}}
{{- define "ai-platform.jaeger" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "jaeger" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member minio. */}}
{{- define "ai-platform.minio" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "minio" "reserve" 10) }}
{{- end }}

{{/* Name of the objects of the member ollama. */}}
{{- define "ai-platform.ollama" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "ollama" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member postgres. */}}
{{- define "ai-platform.postgres" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "postgres" "reserve" 13) }}
{{- end }}

{{/* Name of the objects of the member prometheus. */}}
{{- define "ai-platform.prometheus" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "prometheus" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member redis. */}}
{{- define "ai-platform.redis" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "redis" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member secrets. */}}
{{- define "ai-platform.secrets" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "secrets" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member airflow. */}}
{{- define "ai-platform.airflow" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "airflow" "reserve" 14) }}
{{- end }}

{{/* Name of the objects of the member gemini-agent. */}}
{{- define "ai-platform.gemini-agent" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "gemini-agent" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member grafana. */}}
{{- define "ai-platform.grafana" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "grafana" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member langchain-api. */}}
{{- define "ai-platform.langchain-api" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "langchain-api" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member mlflow. */}}
{{- define "ai-platform.mlflow" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "mlflow" "reserve" 11) }}
{{- end }}

{{/* Name of the objects of the member voice-ai. */}}
{{- define "ai-platform.voice-ai" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "voice-ai" "reserve" 8) }}
{{- end }}

{{/* Name of the objects of the member fastapi. */}}
{{- define "ai-platform.fastapi" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "fastapi" "reserve" 11) }}
{{- end }}

{{/* Name of the objects of the member llm-web. */}}
{{- define "ai-platform.llm-web" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "llm-web" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member streamlit. */}}
{{- define "ai-platform.streamlit" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "streamlit" "reserve" 5) }}
{{- end }}
