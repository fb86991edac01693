{{/* Type of a Service and the families of its addresses, its own or those of the release; called with global, the type, and values that may have
  both. */}}
{{- define "airflow.serviceType" -}}
type: {{ .type }}
{{- with (.own | default dict).ipFamilyPolicy | default .global.service.ipFamilyPolicy }}
ipFamilyPolicy: {{ . }}
{{- end }}
{{- with (.own | default dict).ipFamilies | default .global.service.ipFamilies }}
ipFamilies:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/* Egress of every pod: to DNS servers, and what values add for all; called with the root and servers of the pod's own. */}}
{{- define "airflow.dnsEgress" -}}
{{- $dns := .root.Values.global.networkPolicy.dns }}
{{- $preset := $dns.preset | default "auto" }}
{{- if eq $preset "auto" }}
{{- $preset = ternary "openshift" "kubernetes" (include "airflow.openshift" .root | empty | not) }}
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
{{- define "airflow.peers" -}}
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
{{- define "airflow.ipBlocks" -}}
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

{{/* Ports of the URLs, registries, and hosts with a dot that values name; called with the values and the port that is open anyway. */}}
{{- define "airflow.namedPorts" -}}
{{- $ports := list }}
{{- range regexFindAll "[a-z0-9+]+://[^/?#\"'\\\\ ]+|\"[A-Za-z0-9.-]+:[0-9]+/|\"[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+:[0-9]+\"" (toJson .values) -1 }}
{{- $port := regexFind ":[0-9]{1,5}$" (trimAll "\"/" .) | trimPrefix ":" | default (ternary "80" "443" (hasPrefix "http://" .)) | int64 }}
{{- if and (ne $port $.except) (gt $port 0) (lt $port 65536) }}
{{- $ports = append $ports $port }}
{{- end }}
{{- end }}
{{- range uniq $ports }}
- port: {{ . }}
  protocol: TCP
{{- end }}
{{- end }}

{{/* Egress rules of several pods. */}}
{{- define "airflow.egress" -}}
{{- if .Values.networkPolicy.externalCidrs }}
- to:
    {{- $cidrs := .Values.networkPolicy.externalCidrs }}
    {{- include "airflow.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: 443
      protocol: TCP
    {{- with include "airflow.namedPorts" (dict "values" (list .Values.dagBundles) "except" 443) }}
    {{- trim . | nindent 4 }}
    {{- end }}
{{- end }}
{{- if .Values.metrics.otelHost }}
{{- if .Values.networkPolicy.externalCidrs }}
- to:
    {{- $cidrs := .Values.networkPolicy.externalCidrs }}
    {{- include "airflow.ipBlocks" (dict "cidrs" $cidrs "except" .Values.networkPolicy.exceptCidrs) | trim | nindent 4 }}
  ports:
    - port: {{ .Values.metrics.otelPort }}
      protocol: TCP
{{- end }}
{{- end }}
{{- end }}
