{{/* Egress to the DNS service of the cluster, and to a DNS cache on the node. */}}
{{- define "fastapi.dnsEgress" -}}
- to:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: kube-system
    - ipBlock:
        cidr: 169.254.20.10/32
  ports:
    - port: 53
      protocol: UDP
    - port: 53
      protocol: TCP
{{- end }}

{{/* Peers as values name them: networks, and pods by labels of their namespace and their own; nothing means any pod.
  */}}
{{- define "fastapi.peers" -}}
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

{{/* Peers outside the cluster: networks, with addresses that are excluded from 0.0.0.0/0. */}}
{{- define "fastapi.ipBlocks" -}}
{{- range .cidrs }}
- ipBlock:
    cidr: {{ . | quote }}
    {{- if eq . "0.0.0.0/0" }}
    except:
      {{- toYaml $.except | nindent 6 }}
    {{- end }}
{{- end }}
{{- end }}
