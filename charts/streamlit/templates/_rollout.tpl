{{/* Track of the second Deployment of main; empty without one. */}}
{{- define "streamlit.main.candidate" -}}
{{- if eq .Values.rollout.mode "blueGreen" }}green{{ else if and (eq .Values.rollout.mode "canary") (not .Values.rollout.canary.argo.enabled) }}canary{{ end }}
{{- end }}

{{/* Whose pods receive the requests of main with Argo Rollouts, deployment or rollout; empty without it. */}}
{{- define "streamlit.main.argo" -}}
{{- if and (eq .Values.rollout.mode "canary") .Values.rollout.canary.argo.enabled }}{{ .Values.rollout.canary.argo.serve }}{{ end }}
{{- end }}

{{/* Whether the pods of main belong to another object than its Deployment; empty for no. */}}
{{- define "streamlit.main.emptied" -}}
{{- if eq (include "streamlit.main.argo" .) "rollout" }}true{{ end }}
{{- end }}

{{/* Object that an autoscaler of main scales instead of its Deployment; empty for the Deployment. */}}
{{- define "streamlit.main.scaleTarget" -}}
{{- if include "streamlit.main.argo" . -}}
apiVersion: argoproj.io/v1alpha1
kind: Rollout
name: {{ include "streamlit.fullname" . }}
{{- end }}
{{- end }}

{{/* Suffix of the Service of main that Ingress and HTTPRoute route to. */}}
{{- define "streamlit.main.edgeSuffix" -}}
{{- if include "streamlit.main.emptied" . }}-argo-stable{{ end }}
{{- end }}

{{/* Suffix of the Service of main that receives a share of the requests; empty without one. */}}
{{- define "streamlit.main.canaryService" -}}
{{- if include "streamlit.main.emptied" . }}-argo-canary{{ else if eq (include "streamlit.main.candidate" .) "canary" }}-canary{{ end }}
{{- end }}

{{/* Tracks of main, a Deployment each. */}}
{{- define "streamlit.main.tracks" -}}
stable{{ with include "streamlit.main.candidate" . }} {{ . }}{{ end }}
{{- end }}

{{/* Track that the Service of main selects. */}}
{{- define "streamlit.main.servedTrack" -}}
{{- if eq .Values.rollout.mode "blueGreen" }}{{ .Values.rollout.blueGreen.serve }}{{ else }}stable{{ end }}
{{- end }}

{{/* Image of the second Deployment of main; that of the stable one unless its own is set. */}}
{{- define "streamlit.main.trackImage" -}}
{{- if or .Values.rollout.candidate.image.repository .Values.rollout.candidate.image.tag .Values.rollout.candidate.image.digest }}
{{- $repository := .Values.rollout.candidate.image.repository | default .Values.image.repository }}
{{- $tag := .Values.rollout.candidate.image.tag | default .Values.image.tag }}
{{- $image := dict "registry" .Values.image.registry "repository" $repository "tag" $tag "digest" .Values.rollout.candidate.image.digest }}
{{- include "streamlit.imageReference"
  (dict "image" $image "global" .Values.global "registry" "docker.io" "repository" "" "tag" "1.0.0" "digest" "") }}
{{- else }}
{{- include "streamlit.image" . }}
{{- end }}
{{- end }}
