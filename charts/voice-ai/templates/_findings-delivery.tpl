{{/* Mistakes in values, topic delivery. */}}
{{- define "voice-ai.findings.delivery" -}}
{{- $mainCandidate := include "voice-ai.main.candidate" . -}}
{{- $mainIngressPreset := include "voice-ai.main.ingressPreset" . -}}
{{- $argo := include "voice-ai.main.argo" . }}
{{- $rollout := or $mainCandidate $argo }}
{{- if and $rollout (eq .Values.updateStrategy.type "Recreate") }}
updateStrategy.type Recreate stops all pods of a track at once, and rollout.mode {{ .Values.rollout.mode }} promises that none is missed: set it to
  RollingUpdate.
{{- end }}
{{- with .Values.rollout.candidate.image }}
{{- if and .repository (ne .repository $.Values.image.repository) (not (or .tag .digest)) }}
rollout.candidate.image.tag is empty, and the tag of the stable image is not one of {{ .repository }}: set it, or rollout.candidate.image.digest.
{{- end }}
{{- end }}
{{- if and (eq .Values.rollout.mode "canary")
  (not (or .Values.httpRoute.enabled (and .Values.ingress.enabled (has $mainIngressPreset (list "nginx" "traefik"))))) }}
rollout.mode canary needs what shares requests out: httpRoute.enabled, or ingress.enabled with the preset nginx or traefik.
{{- end }}
{{- if and (eq .Values.rollout.mode "canary") .Values.ingress.enabled (not (has $mainIngressPreset (list "nginx" "traefik")))
  .Values.httpRoute.enabled }}
ingress cannot share requests out without the preset nginx or traefik, so the canary would get only those of httpRoute: set ingress.preset, or turn
  one of the two off.
{{- end }}
{{- if and (eq .Values.rollout.mode "canary") .Values.ingress.enabled (eq $mainIngressPreset "traefik")
  (include "voice-ai.rules.lacks" (dict "root" . "kind" "traefik.io/v1alpha1/TraefikService")) }}
rollout.mode canary with the preset traefik needs Traefik's own kinds, and this cluster knows no TraefikService: install them, or use httpRoute.
{{- end }}
{{- if $argo }}
{{- with .Values.rollout.canary.weight }}
rollout.canary.weight is {{ int64 . }}, and with rollout.canary.argo.enabled the weights are those of rollout.canary.argo.steps: set it to 0.
{{- end }}
{{- if or .Values.rollout.candidate.image.repository .Values.rollout.candidate.image.tag .Values.rollout.candidate.image.digest }}
rollout.candidate.image is set, and with rollout.canary.argo.enabled there is no second Deployment: empty it, and set image to the new version.
{{- end }}
{{- if include "voice-ai.rules.lacks" (dict "root" . "kind" "argoproj.io/v1alpha1/Rollout") }}
rollout.canary.argo.enabled needs Argo Rollouts, and this cluster knows no Rollout: install it, or leave it off.
{{- end }}
{{- end }}
{{- if and $rollout .Values.rollout.candidate.autoscaling.enabled
  (gt (int64 .Values.rollout.candidate.autoscaling.minReplicas) (int64 .Values.rollout.candidate.autoscaling.maxReplicas)) }}
rollout.candidate.autoscaling.minReplicas is greater than its maxReplicas: lower the one or raise the other.
{{- end }}
{{- /* The track that serves now decides which change is allowed; the lookup is empty before the first install and without a cluster. */}}
{{- $name := include "voice-ai.fullname" . }}
{{- $namespace := .Release.Namespace }}
{{- $service := lookup "v1" "Service" $namespace $name }}
{{- with $service.spec }}
{{- with .selector }}
{{- with .track }}
{{- $served := . }}
{{- $wanted := include "voice-ai.main.servedTrack" $ }}
{{- if and (eq $served "green") (ne $.Values.rollout.mode "blueGreen") }}
the Service {{ $name }} leads to the track green, which rollout.mode {{ $.Values.rollout.mode }} would remove: first set rollout.mode=blueGreen and
  rollout.blueGreen.serve=stable, then leave.
{{- else if ne $served $wanted }}
{{- $target := ternary $name (printf "%s-%s" $name $wanted) (eq $wanted "stable") }}
{{- $deployment := lookup "apps/v1" "Deployment" $namespace $target }}
{{- $ready := 0 }}
{{- with $deployment.status }}
{{- $ready = .availableReplicas | default 0 }}
{{- end }}
{{- if not $ready }}
the Service {{ $name }} would lead to the track {{ $wanted }}, and the Deployment {{ $target }} has no available pod: keep
  rollout.blueGreen.serve={{ $served }} until it has, then switch.
{{- end }}
{{- end }}
{{- $served := "" }}
{{- $adopted := "" }}
{{- $share := lookup "v1" "Service" $namespace (printf "%s-argo-stable" $name) }}
{{- with $share.metadata }}
{{- with .annotations }}
{{- $served = index . "rollout/serve" | default "" }}
{{- end }}
{{- end }}
{{- with $share.spec }}
{{- with .selector }}
{{- $adopted = "true" }}
{{- end }}
{{- end }}
{{- $needed := int64 $.Values.replicaCount }}
{{- if $.Values.autoscaling.enabled }}
{{- $needed = int64 $.Values.autoscaling.minReplicas }}
{{- end }}
{{- if and (eq $served "rollout") (not $argo) }}
the pods of the Rollout {{ $name }} serve, and it would be removed: first set rollout.mode=canary with rollout.canary.argo.enabled and
  rollout.canary.argo.serve=deployment, then leave.
{{- else if and (eq $argo "rollout") (ne $served "rollout") }}
{{- $rollout := lookup "argoproj.io/v1alpha1" "Rollout" $namespace $name }}
{{- $ready := 0 }}
{{- with $rollout.status }}
{{- $ready = .availableReplicas | default 0 }}
{{- end }}
{{- if or (not $adopted) (lt (int64 $ready) $needed) }}
the Rollout {{ $name }} would serve, and it has {{ int64 $ready }} of {{ $needed }} available
  pods{{ ternary "" (printf " and the Service %s-argo-stable leads to none" $name) (ne $adopted "") }}: keep rollout.canary.argo.serve=deployment
  until Argo Rollouts has brought them up, then switch.
{{- end }}
{{- else if and (eq $served "deployment") (not $argo) }}
{{- $deployment := lookup "apps/v1" "Deployment" $namespace $name }}
{{- $ready := 0 }}
{{- with $deployment.status }}
{{- $ready = .availableReplicas | default 0 }}
{{- end }}
{{- if lt (int64 $ready) $needed }}
the Deployment {{ $name }} would serve alone, and it has {{ int64 $ready }} of {{ $needed }} available pods: keep rollout.canary.argo.enabled until it
  has them{{ ternary (printf "; kubectl scale deployment %s --replicas=%d brings them" $name $needed) "" $.Values.autoscaling.enabled }}, then leave.
{{- end }}
{{- end }}
{{- $canary := lookup "v1" "Service" $namespace (printf "%s-canary" $name) }}
{{- $weight := "0" }}
{{- with $canary.metadata }}
{{- with .annotations }}
{{- $weight = index . "rollout/weight" | default "0" }}
{{- end }}
{{- end }}
{{- if and (ne $weight "0") (ne $mainCandidate "canary") }}
{{- $next := ternary "rollout.canary.argo" (printf "rollout.mode %s" $.Values.rollout.mode) (ne $argo "") }}
the canary of {{ $name }} answers {{ $weight }} percent of the requests, and {{ $next }} would remove it: first set rollout.mode=canary and
  rollout.canary.weight=0, then leave.
{{- else if and (eq $weight "0") (eq $mainCandidate "canary") $.Values.rollout.canary.weight }}
{{- $deployment := lookup "apps/v1" "Deployment" $namespace (printf "%s-canary" $name) }}
{{- $ready := 0 }}
{{- with $deployment.status }}
{{- $ready = .availableReplicas | default 0 }}
{{- end }}
{{- if not $ready }}
the canary would get requests, and the Deployment {{ $name }}-canary has no available pod: keep rollout.canary.weight=0 until it has, then raise it.
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
