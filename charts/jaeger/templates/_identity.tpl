{{/* Cloud whose workload identity needs help of the chart, from the values or from annotations of the service account; empty for none. */}}
{{- define "jaeger.workloadIdentity" -}}
{{- if .Values.serviceAccount.workloadIdentity }}
{{- .Values.serviceAccount.workloadIdentity }}
{{- else if index .Values.serviceAccount.annotations "iam.gke.io/gcp-service-account" }}gke
{{- else if index .Values.serviceAccount.annotations "azure.workload.identity/client-id" }}aks
{{- end }}
{{- end }}

{{/* Egress to the endpoint on the node that issues the workload identity. */}}
{{- define "jaeger.identityEgress" -}}
{{- $cloud := include "jaeger.workloadIdentity" . }}
{{- if eq $cloud "gke" }}
- to:
    - ipBlock:
        cidr: 169.254.169.252/32
    - ipBlock:
        cidr: 169.254.169.254/32
  ports:
    - port: 80
      protocol: TCP
    - port: 988
      protocol: TCP
{{- else if eq $cloud "eks" }}
- to:
    - ipBlock:
        cidr: 169.254.170.23/32
  ports:
    - port: 80
      protocol: TCP
{{- end }}
{{- end }}
