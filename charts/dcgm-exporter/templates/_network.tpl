{{/* Egress to the name service of the cluster, also where a node caches its answers. */}}
{{- define "dcgm-exporter.dnsEgress" -}}
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

{{/* Peers outside the cluster: networks, and the addresses that are left out of the one that is everything. */}}
{{- define "dcgm-exporter.ipBlocks" -}}
{{- range .cidrs }}
- ipBlock:
    cidr: {{ . | quote }}
    {{- if eq . "0.0.0.0/0" }}
    except:
      {{- toYaml $.except | nindent 6 }}
    {{- end }}
{{- end }}
{{- end }}
