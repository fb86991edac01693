{{/* Track of the second Deployment of main; empty without one. */}}
{{- define "llm-web.main.candidate" -}}
{{- if eq .Values.rollout.mode "blueGreen" }}green{{ else if and (eq .Values.rollout.mode "canary") (not .Values.rollout.canary.argo.enabled) }}canary{{ end }}
{{- end }}

{{/* Whose pods receive the requests of main with Argo Rollouts, deployment or rollout; empty without it. */}}
{{- define "llm-web.main.argo" -}}
{{- if and (eq .Values.rollout.mode "canary") .Values.rollout.canary.argo.enabled }}{{ .Values.rollout.canary.argo.serve }}{{ end }}
{{- end }}

{{/* Whether the pods of main belong to another object than its Deployment; empty for no. */}}
{{- define "llm-web.main.emptied" -}}
{{- if eq (include "llm-web.main.argo" .) "rollout" }}true{{ end }}
{{- end }}

{{/* Object that an autoscaler of main scales instead of its Deployment; empty for the Deployment. */}}
{{- define "llm-web.main.scaleTarget" -}}
{{- if include "llm-web.main.argo" . -}}
apiVersion: argoproj.io/v1alpha1
kind: Rollout
name: {{ include "llm-web.fullname" . }}
{{- end }}
{{- end }}

{{/* Suffix of the Service of main that Ingress and HTTPRoute route to. */}}
{{- define "llm-web.main.edgeSuffix" -}}
{{- if include "llm-web.main.emptied" . }}-argo-stable{{ end }}
{{- end }}

{{/* Suffix of the Service of main that receives a share of the requests; empty without one. */}}
{{- define "llm-web.main.canaryService" -}}
{{- if include "llm-web.main.emptied" . }}-argo-canary{{ else if eq (include "llm-web.main.candidate" .) "canary" }}-canary{{ end }}
{{- end }}

{{/* Tracks of main, a Deployment each. */}}
{{- define "llm-web.main.tracks" -}}
stable{{ with include "llm-web.main.candidate" . }} {{ . }}{{ end }}
{{- end }}

{{/* Track that the Service of main selects. */}}
{{- define "llm-web.main.servedTrack" -}}
{{- if eq .Values.rollout.mode "blueGreen" }}{{ .Values.rollout.blueGreen.serve }}{{ else }}stable{{ end }}
{{- end }}

{{/* Image of the second Deployment of main; that of the stable one unless its own is set. */}}
{{- define "llm-web.main.trackImage" -}}
{{- if or .Values.rollout.candidate.image.repository .Values.rollout.candidate.image.tag .Values.rollout.candidate.image.digest }}
{{- $repository := .Values.rollout.candidate.image.repository | default .Values.image.repository }}
{{- $tag := .Values.rollout.candidate.image.tag | default .Values.image.tag }}
{{- $image := dict "registry" .Values.image.registry "repository" $repository "tag" $tag "digest" .Values.rollout.candidate.image.digest }}
{{- include "llm-web.imageReference" (dict "image" $image "global" .Values.global "registry" "docker.io" "repository" "" "tag" "1.0.0" "digest" "") }}
{{- else }}
{{- include "llm-web.image" . }}
{{- end }}
{{- end }}
