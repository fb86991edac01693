{{/* Names it is reached by, with their ports, separated by commas: MLflow answers 403 to any other. */}}
{{- define "mlflow.names" -}}
{{- $names := list }}
{{- range prepend .Values.service.aliases (include "mlflow.fullname" .) }}
{{- $service := printf "%s.%s" . $.Release.Namespace }}
{{- range list . $service (printf "%s.svc" $service) (printf "%s.svc.%s" $service $.Values.config.clusterDomain) }}
{{- $names = append $names . }}
{{- $names = append $names (printf "%s:%d" . (int64 $.Values.service.port)) }}
{{- end }}
{{- end }}
{{- if ne .Values.service.type "ClusterIP" }}
{{- $names = concat $names (list "10.*" "172.1[6-9].*" "172.2?.*" "172.3[01].*" "192.168.*") }}
{{- end }}
{{- if .Values.ingress.enabled }}
{{- $host := include "mlflow.main.ingressHost" . }}
{{- range .Values.ingress.hosts }}
{{- with .host | default $host }}
{{- $names = append $names . }}
{{- $names = append $names (printf "%s:*" .) }}
{{- end }}
{{- end }}
{{- end }}
{{- if .Values.httpRoute.enabled }}
{{- range .Values.httpRoute.hostnames }}
{{- $names = append $names . }}
{{- $names = append $names (printf "%s:*" .) }}
{{- end }}
{{- end }}
{{- range .Values.config.allowedHosts }}
{{- $names = append $names . }}
{{- end }}
{{- join "," (uniq $names) }}
{{- end }}

{{/* Host headers it answers to: its names, the address of the pod for probes, localhost for port-forward. */}}
{{- define "mlflow.allowedHosts" -}}
{{- $local := list "localhost" "localhost:*" "127.0.0.1" "127.0.0.1:*" "[[]::1]:*" }}
{{- $pod := list "$(POD_IP)" "$(POD_IP):5000" "[$(POD_IP)]:5000" }}
{{- join "," (concat (splitList "," (include "mlflow.names" .)) $pod $local) }}
{{- end }}

{{/* Web pages that may write to it: those it serves itself under its names; localhost always may. */}}
{{- define "mlflow.allowedOrigins" -}}
{{- $origins := list }}
{{- range splitList "," (include "mlflow.names" .) }}
{{- if ne . "*" }}
{{- $origins = append $origins (printf "http://%s" .) }}
{{- $origins = append $origins (printf "https://%s" .) }}
{{- end }}
{{- end }}
{{- join "," (concat $origins .Values.config.allowedOrigins) }}
{{- end }}

{{/* URI below which artifacts are. */}}
{{- define "mlflow.artifacts" -}}
{{- if .Values.artifacts.destination }}
{{- .Values.artifacts.destination }}
{{- else }}
{{- $folder := .Values.artifacts.folder }}
{{- printf "s3://%s%s" (include "mlflow.connections.s3.bucket" .) (ternary (printf "/%s" $folder) "" (ne $folder "")) }}
{{- end }}
{{- end }}

{{/* Where clients in the cluster find it. */}}
{{- define "mlflow.trackingUri" -}}
http://{{ include "mlflow.fullname" . }}:{{ .Values.service.port }}{{ .Values.config.staticPrefix }}
{{- end }}

{{/* Path below which it answers; empty for none. */}}
{{- define "mlflow.basePath" -}}
{{- .Values.config.staticPrefix }}
{{- end }}
