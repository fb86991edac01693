{{/* Type of a Service and the families of its addresses, its own or those of the release; called with global, the type, and values that may have
  both. */}}
{{- define "voice-ai.serviceType" -}}
type: {{ .type }}
{{- with (.own | default dict).ipFamilyPolicy | default .global.service.ipFamilyPolicy }}
ipFamilyPolicy: {{ . }}
{{- end }}
{{- with (.own | default dict).ipFamilies | default .global.service.ipFamilies }}
ipFamilies:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/* The Service of livekit for clients outside, but for its kind; called with the root, the protocols of its ports, and the end of its name. */}}
{{- define "voice-ai.livekit.publicService" -}}
{{- with .root -}}
metadata:
  name: {{ include "voice-ai.fullname" . }}-livekit-public{{ $.suffix }}
  {{- $component := printf "livekit-public%s" $.suffix }}
  {{- include "voice-ai.metadata" (dict "root" . "component" $component "annotations" (list .Values.livekit.publicService.annotations)) | nindent 2 }}
spec:
  {{- $families := dict "ipFamilyPolicy" .Values.livekit.publicService.ipFamilyPolicy }}
  {{- include "voice-ai.serviceType" (dict "global" .Values.global "type" .Values.livekit.publicService.type "own" $families) | nindent 2 }}
  {{- if ne .Values.livekit.publicService.type "ClusterIP" }}
  externalTrafficPolicy: {{ .Values.livekit.publicService.externalTrafficPolicy }}
  {{- end }}
  {{- if eq .Values.livekit.publicService.type "LoadBalancer" }}
  {{- with .Values.livekit.publicService.loadBalancerClass }}
  loadBalancerClass: {{ . | quote }}
  {{- end }}
  {{- if not (has "0.0.0.0/0" .Values.livekit.publicService.cidrs) }}
  loadBalancerSourceRanges:
    {{- toYaml .Values.livekit.publicService.cidrs | nindent 4 }}
  {{- end }}
  {{- end }}
  ports:
    {{- if has "TCP" $.protocols }}
    - name: rtc-tcp
      port: {{ .Values.livekit.rtc.tcpPort }}
      targetPort: rtc-tcp
      protocol: TCP
      {{- if eq .Values.livekit.publicService.type "NodePort" }}
      nodePort: {{ .Values.livekit.rtc.tcpPort }}
      {{- end }}
    {{- end }}
    {{- if has "UDP" $.protocols }}
    - name: rtc-udp
      port: {{ .Values.livekit.rtc.udpPort }}
      targetPort: rtc-udp
      protocol: UDP
      {{- if eq .Values.livekit.publicService.type "NodePort" }}
      nodePort: {{ .Values.livekit.rtc.udpPort }}
      {{- end }}
    {{- end }}
    {{- if .Values.livekit.turn.enabled }}
    {{- if has "UDP" $.protocols }}
    - name: turn-udp
      port: {{ .Values.livekit.turn.udpPort }}
      targetPort: turn-udp
      protocol: UDP
      {{- if eq .Values.livekit.publicService.type "NodePort" }}
      nodePort: {{ .Values.livekit.turn.udpPort }}
      {{- end }}
    {{- end }}
    {{- if has "TCP" $.protocols }}
    - name: turn-tls
      port: 443
      targetPort: turn-tls
      protocol: TCP
    {{- end }}
    {{- end }}
  selector:
    {{- include "voice-ai.componentLabels" (dict "root" . "component" "livekit") | nindent 4 }}
{{- end }}
{{- end }}

{{/* Egress of every pod: to DNS servers, and what values add for all; called with the root and servers of the pod's own. */}}
{{- define "voice-ai.dnsEgress" -}}
{{- $dns := .root.Values.global.networkPolicy.dns }}
{{- $preset := $dns.preset | default "auto" }}
{{- if eq $preset "auto" }}
{{- $preset = ternary "openshift" "kubernetes" (include "voice-ai.openshift" .root | empty | not) }}
{{- end }}
- to:
    {{- with $dns.peers }}
    {{- toYaml . | nindent 4 }}
    {{- else }}
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ ternary "openshift-dns" "kube-system" (eq $preset "openshift") }}
    {{- if ne $preset "openshift" }}
    - ipBlock:
        cidr: 169.254.20.10/32
    {{- end }}
    {{- if eq $preset "gke" }}
    - ipBlock:
        cidr: 169.254.169.254/32
    {{- end }}
    {{- end }}
    {{- range .servers }}
    - ipBlock:
        cidr: {{ . }}/{{ ternary 128 32 (contains ":" .) }}
    {{- end }}
  ports:
    {{- range $dns.ports | default (ternary (list 5353 53) (list 53) (eq $preset "openshift")) }}
    - port: {{ int64 . }}
      protocol: UDP
    - port: {{ int64 . }}
      protocol: TCP
    {{- end }}
{{- with .root.Values.global.networkPolicy.extraEgress }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Peers as values name them: networks, and pods by labels of their namespace and their own; nothing means any pod. */}}
{{- define "voice-ai.peers" -}}
{{- range .cidrs }}
- ipBlock:
    cidr: {{ . | quote }}
{{- end }}
{{- if or .namespaceSelector .podSelector (not .cidrs) }}
- namespaceSelector:
    {{- with .namespaceSelector }}
    matchLabels:
      {{- toYaml . | nindent 6 }}
    {{- else }} {}
    {{- end }}
  {{- with .podSelector }}
  podSelector:
    matchLabels:
      {{- toYaml . | nindent 6 }}
  {{- end }}
{{- end }}
{{- end }}

{{/* Peers outside the cluster: networks, with addresses that are excluded from 0.0.0.0/0 and ::/0, each of its family. */}}
{{- define "voice-ai.ipBlocks" -}}
{{- range $cidr := .cidrs }}
- ipBlock:
    cidr: {{ $cidr | quote }}
    {{- $except := list }}
    {{- range $.except }}
    {{- if eq (contains ":" .) (contains ":" $cidr) }}
    {{- $except = append $except . }}
    {{- end }}
    {{- end }}
    {{- if and $except (has $cidr (list "0.0.0.0/0" "::/0")) }}
    except:
      {{- toYaml $except | nindent 6 }}
    {{- end }}
{{- end }}
{{- end }}
