{{/* Whether the namespace assigns user and groups to pods, as OpenShift does; empty for no. */}}
{{- define "ai-platform.openshift" -}}
{{- if eq (toString .Values.global.openshift) "auto" }}
{{- if .Capabilities.APIVersions.Has "security.openshift.io/v1" }}true{{ end }}
{{- else if .Values.global.openshift }}true
{{- end }}
{{- end }}

{{/* Metadata of an object of a hook; called with root, name, component, events, weight and further annotations. */}}
{{- define "ai-platform.hookMetadata" -}}
name: {{ include "ai-platform.releaseName" (dict "release" .root.Release.Name "name" .name "reserve" 0) }}
labels:
  {{- include "ai-platform.labels" .root | nindent 2 }}
  app.kubernetes.io/component: {{ .component }}
annotations:
  helm.sh/hook: {{ .events }}
  helm.sh/hook-weight: {{ .weight | quote }}
  helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
  {{- with include "ai-platform.merged" (prepend .annotations .root.Values.global.commonAnnotations) }}
  {{- trim . | nindent 2 }}
  {{- end }}
{{- end }}

{{/* Labels of the pod of a hook; called with root and component. */}}
{{- define "ai-platform.hookLabels" -}}
app.kubernetes.io/name: ai-platform
app.kubernetes.io/instance: {{ .root.Release.Name | quote }}
app.kubernetes.io/component: {{ .component }}
track: stable
{{- end }}

{{/* NetworkPolicy of the Job of a check, which an uninstall makes anew and deletes: Helm leaves what failed; called with step, name, component and
  egress. */}}
{{- define "ai-platform.checkPolicy" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "ai-platform.hookMetadata"
    (dict "root" .step.root "name" .name "component" .component "events" (print .step.events ",post-delete") "weight" -10 "annotations" list)
    | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      {{- include "ai-platform.hookLabels" (dict "root" .step.root "component" .component) | nindent 6 }}
  policyTypes: [Ingress, Egress]
  egress:
    {{- include "ai-platform.dnsEgress" (dict "root" .step.root "servers" list) | nindent 4 }}
    {{- .egress | trim | nindent 4 }}
{{- end }}

{{/* A Job that checks one thing, and stays for a day when it failed for its log to be read; called with step, name, component, label, the member's
  labels and annotations, and pod. */}}
{{- define "ai-platform.checkJob" -}}
apiVersion: batch/v1
kind: Job
metadata:
  {{- include "ai-platform.hookMetadata"
    (dict "root" .step.root "name" .name "component" .component "events" .step.events "weight" .step.weight "annotations" .annotations) | nindent 2 }}
spec:
  backoffLimit: 0
  ttlSecondsAfterFinished: 86400
  activeDeadlineSeconds: {{ add 60 (int64 .step.seconds) }}
  template:
    metadata:
      {{- with .annotated }}
      annotations:
        {{- trim . | nindent 8 }}
      {{- end }}
      labels:
        {{- include "ai-platform.hookLabels" (dict "root" .step.root "component" .component) | nindent 8 }}
        {{- with .label }}
        {{ . }}: "true"
        {{- end }}
        {{- with .labelled }}
        {{- trim . | nindent 8 }}
        {{- end }}
    spec:
      {{- .pod | trim | nindent 6 }}
{{- end }}

{{/* The checks of one step. Helm runs hooks one after the other, and what is in a List side by side; called with step, name and checks. */}}
{{- define "ai-platform.checks" -}}
{{- if .step.root.Values.global.networkPolicy.enabled }}
---
apiVersion: v1
kind: List
metadata:
  {{- include "ai-platform.hookMetadata" (dict "root" .step.root "name" (print .name "-policies") "component" .name "events"
    (print .step.events ",post-delete") "weight" -10 "annotations" list) | nindent 2 }}
items:
  {{- range .checks }}
  - {{ include "ai-platform.checkPolicy" . | indent 4 | trim }}
  {{- end }}
{{- end }}
---
apiVersion: v1
kind: List
metadata:
  {{- include "ai-platform.hookMetadata"
    (dict "root" .step.root "name" .name "component" .name "events" .step.events "weight" .step.weight "annotations" list) | nindent 2 }}
items:
  {{- range .checks }}
  - {{ include "ai-platform.checkJob" . | indent 4 | trim }}
  {{- end }}
{{- end }}

{{/* Pod that waits for a service outside the release; called with pullSecrets, volume, its place, its security context and the container. */}}
{{- define "ai-platform.checkPod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
restartPolicy: Never
{{- with .pullSecrets }}
{{ . }}
{{- end }}
{{- with .place }}
{{ trim . }}
{{- end }}
securityContext:
  {{- .securityContext | nindent 2 }}
containers:
  {{- .container | nindent 2 }}
{{- with .volume }}
volumes:
  {{- . | nindent 2 }}
{{- end }}
{{- end }}

{{/* First lines of a verification script, whose last line says what did not come up; called with pods, member and wave. */}}
{{- define "ai-platform.lastWords" -}}
{{- $look := "kubectl describe pods,jobs $pods; kubectl logs $pods --all-containers --prefix" -}}
pods="{{ .pods }},app.kubernetes.io/name={{ .member }}"
trap 'code=$?; [ $code = 0 ] || echo "wave {{ .wave }}: {{ .member }} did not come up; look with: {{ $look }}"' EXIT
{{- end }}

{{/* Egress of the verification of ai-system, in its scope. */}}
{{- define "ai-platform.verify.ai-system" -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "ai-system.selectorLabels" . | nindent 10 }}
          app.kubernetes.io/component: main
      namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ include "ai-system.namespaces.core" . | quote }}
  ports:
    - port: {{ ternary 8900 8080 .Values.gateway.enabled }}
      protocol: TCP
{{- end }}

{{/* Egress of the verification of alertmanager, in its scope. */}}
{{- define "ai-platform.verify.alertmanager" -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "alertmanager.selectorLabels" . | nindent 10 }}
          app.kubernetes.io/component: main
  ports:
    - port: {{ ternary 8900 9093 .Values.gateway.enabled }}
      protocol: TCP
{{- end }}

{{/* Egress of the verification of dcgm-exporter, in its scope. */}}
{{- define "ai-platform.verify.dcgm-exporter" -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "dcgm-exporter.selectorLabels" . | nindent 10 }}
          app.kubernetes.io/component: main
  ports:
    - port: 9400
      protocol: TCP
{{- end }}

{{/* Egress of the verification of jaeger, in its scope. */}}
{{- define "ai-platform.verify.jaeger" -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "jaeger.selectorLabels" . | nindent 10 }}
          app.kubernetes.io/component: main
  ports:
    - port: {{ ternary 8900 16686 .Values.gateway.enabled }}
      protocol: TCP
{{- end }}

{{/* Egress of the verification of minio, in its scope. */}}
{{- define "ai-platform.verify.minio" -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "minio.selectorLabels" . | nindent 10 }}
          app.kubernetes.io/component: main
  ports:
    - port: {{ ternary 8900 9000 .Values.gateway.enabled }}
      protocol: TCP
{{- end }}

{{/* Egress of the verification of ollama, in its scope. */}}
{{- define "ai-platform.verify.ollama" -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "ollama.selectorLabels" . | nindent 10 }}
          app.kubernetes.io/component: main
  ports:
    - port: {{ ternary 8900 11434 .Values.gateway.enabled }}
      protocol: TCP
{{- end }}

{{/* Egress of the verification of postgres, in its scope. */}}
{{- define "ai-platform.verify.postgres" -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "postgres.selectorLabels" . | nindent 10 }}
          app.kubernetes.io/component: main
  ports:
    - port: 5432
      protocol: TCP
{{- end }}

{{/* Egress of the verification of prometheus, in its scope. */}}
{{- define "ai-platform.verify.prometheus" -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "prometheus.selectorLabels" . | nindent 10 }}
          app.kubernetes.io/component: main
  ports:
    - port: {{ ternary 8900 9090 .Values.gateway.enabled }}
      protocol: TCP
{{- end }}

{{/* Egress of the verification of redis, in its scope. */}}
{{- define "ai-platform.verify.redis" -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "redis.selectorLabels" . | nindent 10 }}
          app.kubernetes.io/component: main
  ports:
    - port: 6379
      protocol: TCP
{{- end }}

{{/* Egress of the verification of airflow, in its scope. */}}
{{- define "ai-platform.verify.airflow" -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "airflow.selectorLabels" . | nindent 10 }}
          app.kubernetes.io/component: main
  ports:
    - port: {{ ternary 8900 8080 .Values.gateway.enabled }}
      protocol: TCP
{{- end }}

{{/* Egress of the verification of gemini-agent, in its scope. */}}
{{- define "ai-platform.verify.gemini-agent" -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "gemini-agent.selectorLabels" . | nindent 10 }}
          app.kubernetes.io/component: main
  ports:
    - port: {{ ternary 8900 8080 .Values.gateway.enabled }}
      protocol: TCP
{{- end }}

{{/* Egress of the verification of grafana, in its scope. */}}
{{- define "ai-platform.verify.grafana" -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "grafana.selectorLabels" . | nindent 10 }}
          app.kubernetes.io/component: main
  ports:
    - port: {{ ternary 8900 3000 .Values.gateway.enabled }}
      protocol: TCP
{{- end }}

{{/* Egress of the verification of langchain-api, in its scope. */}}
{{- define "ai-platform.verify.langchain-api" -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "langchain-api.selectorLabels" . | nindent 10 }}
          app.kubernetes.io/component: main
  ports:
    - port: {{ ternary 8900 8000 .Values.gateway.enabled }}
      protocol: TCP
{{- end }}

{{/* Egress of the verification of mlflow, in its scope. */}}
{{- define "ai-platform.verify.mlflow" -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "mlflow.selectorLabels" . | nindent 10 }}
          app.kubernetes.io/component: main
  ports:
    - port: {{ ternary 8900 5000 .Values.gateway.enabled }}
      protocol: TCP
{{- end }}

{{/* Egress of the verification of voice-ai, in its scope. */}}
{{- define "ai-platform.verify.voice-ai" -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "voice-ai.selectorLabels" . | nindent 10 }}
          app.kubernetes.io/component: main
  ports:
    - port: {{ ternary 8900 3000 .Values.gateway.enabled }}
      protocol: TCP
{{- end }}

{{/* Egress of the verification of fastapi, in its scope. */}}
{{- define "ai-platform.verify.fastapi" -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "fastapi.selectorLabels" . | nindent 10 }}
          app.kubernetes.io/component: main
  ports:
    - port: {{ ternary 8900 .Values.config.port .Values.gateway.enabled }}
      protocol: TCP
{{- end }}

{{/* Egress of the verification of llm-web, in its scope. */}}
{{- define "ai-platform.verify.llm-web" -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "llm-web.selectorLabels" . | nindent 10 }}
          app.kubernetes.io/component: main
  ports:
    - port: {{ ternary 8900 3000 .Values.gateway.enabled }}
      protocol: TCP
{{- end }}

{{/* Egress of the verification of streamlit, in its scope. */}}
{{- define "ai-platform.verify.streamlit" -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "streamlit.selectorLabels" . | nindent 10 }}
          app.kubernetes.io/component: main
  ports:
    - port: {{ ternary 8900 .Values.config.port .Values.gateway.enabled }}
      protocol: TCP
{{- end }}
