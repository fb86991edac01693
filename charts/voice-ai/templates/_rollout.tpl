{{/* Track of the second Deployment of main; empty without one. */}}
{{- define "voice-ai.main.candidate" -}}
{{- if eq .Values.rollout.mode "blueGreen" }}green{{ else if and (eq .Values.rollout.mode "canary") (not .Values.rollout.canary.argo.enabled) }}canary{{ end }}
{{- end }}

{{/* Whose pods receive the requests of main with Argo Rollouts, deployment or rollout; empty without it. */}}
{{- define "voice-ai.main.argo" -}}
{{- if and (eq .Values.rollout.mode "canary") .Values.rollout.canary.argo.enabled }}{{ .Values.rollout.canary.argo.serve }}{{ end }}
{{- end }}

{{/* Whether the pods of main belong to another object than its Deployment; empty for no. */}}
{{- define "voice-ai.main.emptied" -}}
{{- if eq (include "voice-ai.main.argo" .) "rollout" }}true{{ end }}
{{- end }}

{{/* Object that an autoscaler of main scales instead of its Deployment; empty for the Deployment. */}}
{{- define "voice-ai.main.scaleTarget" -}}
{{- if include "voice-ai.main.argo" . -}}
apiVersion: argoproj.io/v1alpha1
kind: Rollout
name: {{ include "voice-ai.fullname" . }}
{{- end }}
{{- end }}

{{/* Suffix of the Service of main that Ingress and HTTPRoute route to. */}}
{{- define "voice-ai.main.edgeSuffix" -}}
{{- if include "voice-ai.main.emptied" . }}-argo-stable{{ end }}
{{- end }}

{{/* Suffix of the Service of main that receives a share of the requests; empty without one. */}}
{{- define "voice-ai.main.canaryService" -}}
{{- if include "voice-ai.main.emptied" . }}-argo-canary{{ else if eq (include "voice-ai.main.candidate" .) "canary" }}-canary{{ end }}
{{- end }}

{{/* Tracks of main, a Deployment each. */}}
{{- define "voice-ai.main.tracks" -}}
stable{{ with include "voice-ai.main.candidate" . }} {{ . }}{{ end }}
{{- end }}

{{/* Track that the Service of main selects. */}}
{{- define "voice-ai.main.servedTrack" -}}
{{- if eq .Values.rollout.mode "blueGreen" }}{{ .Values.rollout.blueGreen.serve }}{{ else }}stable{{ end }}
{{- end }}

{{/* Image of the second Deployment of main; that of the stable one unless its own is set. */}}
{{- define "voice-ai.main.trackImage" -}}
{{- if or .Values.rollout.candidate.image.repository .Values.rollout.candidate.image.tag .Values.rollout.candidate.image.digest }}
{{- $repository := .Values.rollout.candidate.image.repository | default .Values.image.repository }}
{{- $tag := .Values.rollout.candidate.image.tag | default .Values.image.tag }}
{{- $image := dict "registry" .Values.image.registry "repository" $repository "tag" $tag "digest" .Values.rollout.candidate.image.digest }}
{{- include "voice-ai.imageReference"
  (dict "image" $image "global" .Values.global "registry" "docker.io" "repository" "" "tag" "1.0.0" "digest" "") }}
{{- else }}
{{- include "voice-ai.image" . }}
{{- end }}
{{- end }}
