{{/* Track of the second Deployment of main; empty without one. */}}
{{- define "fastapi.main.candidate" -}}
{{- if eq .Values.rollout.mode "blueGreen" }}green{{ else if and (eq .Values.rollout.mode "canary") (not .Values.rollout.canary.argo.enabled) }}canary{{ end }}
{{- end }}

{{/* Whose pods receive the requests of main with Argo Rollouts, deployment or rollout; empty without it. */}}
{{- define "fastapi.main.argo" -}}
{{- if and (eq .Values.rollout.mode "canary") .Values.rollout.canary.argo.enabled }}{{ .Values.rollout.canary.argo.serve }}{{ end }}
{{- end }}

{{/* Whether the pods of main belong to another object than its Deployment; empty for no. */}}
{{- define "fastapi.main.emptied" -}}
{{- if eq (include "fastapi.main.argo" .) "rollout" }}true{{ end }}
{{- end }}

{{/* Object that an autoscaler of main scales instead of its Deployment; empty for the Deployment. */}}
{{- define "fastapi.main.scaleTarget" -}}
{{- if include "fastapi.main.argo" . -}}
apiVersion: argoproj.io/v1alpha1
kind: Rollout
name: {{ include "fastapi.fullname" . }}
{{- end }}
{{- end }}

{{/* Suffix of the Service of main that Ingress and HTTPRoute route to. */}}
{{- define "fastapi.main.edgeSuffix" -}}
{{- if include "fastapi.main.emptied" . }}-argo-stable{{ end }}
{{- end }}

{{/* Suffix of the Service of main that receives a share of the requests; empty without one. */}}
{{- define "fastapi.main.canaryService" -}}
{{- if include "fastapi.main.emptied" . }}-argo-canary{{ else if eq (include "fastapi.main.candidate" .) "canary" }}-canary{{ end }}
{{- end }}

{{/* Tracks of main, a Deployment each. */}}
{{- define "fastapi.main.tracks" -}}
stable{{ with include "fastapi.main.candidate" . }} {{ . }}{{ end }}
{{- end }}

{{/* Track that the Service of main selects. */}}
{{- define "fastapi.main.servedTrack" -}}
{{- if eq .Values.rollout.mode "blueGreen" }}{{ .Values.rollout.blueGreen.serve }}{{ else }}stable{{ end }}
{{- end }}

{{/* Image of the second Deployment of main; that of the stable one unless its own is set. */}}
{{- define "fastapi.main.trackImage" -}}
{{- if or .Values.rollout.candidate.image.repository .Values.rollout.candidate.image.tag .Values.rollout.candidate.image.digest }}
{{- $repository := .Values.rollout.candidate.image.repository | default .Values.image.repository }}
{{- $tag := .Values.rollout.candidate.image.tag | default .Values.image.tag }}
{{- $image := dict "registry" .Values.image.registry "repository" $repository "tag" $tag "digest" .Values.rollout.candidate.image.digest }}
{{- include "fastapi.imageReference" (dict "image" $image "global" .Values.global "registry" "docker.io" "repository" "" "tag" "1.0.0" "digest" "") }}
{{- else }}
{{- include "fastapi.image" . }}
{{- end }}
{{- end }}
