{{/* Why no credentials are generated, which would replace those that are not seen; empty where they are. */}}
{{- define "alertmanager.ungenerated" -}}
{{- if .Values.global.gitops }}global.gitops generates no credentials
{{- else if .Capabilities.APIVersions.Has "v1/Secret" }}
{{- /* Both are in every cluster; a namespace that is still to be made has only the second one to show. */}}
{{- if not (or (lookup "v1" "ConfigMap" .Release.Namespace "kube-root-ca.crt") (lookup "v1" "Namespace" "" "kube-system")) }}
{{- print "this rendering sees no object of the cluster, as in Argo CD or with --dry-run=client, and generates no credentials" }}
{{- end }}
{{- end }}
{{- end }}
