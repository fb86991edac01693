{{/* Track of the second Deployment of main; empty without one. */}}
{{- define "langchain-api.main.candidate" -}}
{{- if eq .Values.rollout.mode "blueGreen" }}green{{ else if and (eq .Values.rollout.mode "canary") (not .Values.rollout.canary.argo.enabled) }}canary{{ end }}
{{- end }}

{{/* Whose pods serve while Argo Rollouts brings new versions of main, deployment or rollout; empty without it. */}}
{{- define "langchain-api.main.argo" -}}
{{- if and (eq .Values.rollout.mode "canary") .Values.rollout.canary.argo.enabled }}{{ .Values.rollout.canary.argo.serve }}{{ end }}
{{- end }}

{{/* Whether the pods of main are those of another object than its Deployment; empty for no. */}}
{{- define "langchain-api.main.emptied" -}}
{{- if eq (include "langchain-api.main.argo" .) "rollout" }}true{{ end }}
{{- end }}

{{/* What an autoscaler of main scales instead of its Deployment; empty for that. */}}
{{- define "langchain-api.main.scaleTarget" -}}
{{- if include "langchain-api.main.argo" . -}}
apiVersion: argoproj.io/v1alpha1
kind: Rollout
name: {{ include "langchain-api.fullname" . }}
{{- end }}
{{- end }}

{{/* What follows the name of main in that of the Service which the edge leads to. */}}
{{- define "langchain-api.main.edgeSuffix" -}}
{{- if include "langchain-api.main.emptied" . }}-argo-stable{{ end }}
{{- end }}

{{/* What follows it in that of the Service which gets a share of the requests; empty without one. */}}
{{- define "langchain-api.main.canaryService" -}}
{{- if include "langchain-api.main.emptied" . }}-argo-canary{{ else if eq (include "langchain-api.main.candidate" .) "canary" }}-canary{{ end }}
{{- end }}

{{/* Tracks of main, a Deployment each. */}}
{{- define "langchain-api.main.tracks" -}}
stable{{ with include "langchain-api.main.candidate" . }} {{ . }}{{ end }}
{{- end }}

{{/* Track the Service of main leads to. */}}
{{- define "langchain-api.main.servedTrack" -}}
{{- if eq .Values.rollout.mode "blueGreen" }}{{ .Values.rollout.blueGreen.serve }}{{ else }}stable{{ end }}
{{- end }}

{{/* Image of the second Deployment of main; that of the stable one unless its own is set. */}}
{{- define "langchain-api.main.trackImage" -}}
{{- if or .Values.rollout.candidate.image.repository .Values.rollout.candidate.image.tag .Values.rollout.candidate.image.digest }}
{{- $repository := .Values.rollout.candidate.image.repository | default .Values.image.repository }}
{{- $tag := .Values.rollout.candidate.image.tag | default .Values.image.tag }}
{{- $image := dict "registry" .Values.image.registry "repository" $repository "tag" $tag "digest" .Values.rollout.candidate.image.digest }}
{{- include "langchain-api.imageReference" (dict "image" $image "global" .Values.global "tag" "1.0.0" "digest" "") }}
{{- else }}
{{- include "langchain-api.image" . }}
{{- end }}
{{- end }}
