{{- $anyHost := false }}
{{- if .Values.ingress.enabled }}
{{- range .Values.ingress.hosts }}
{{- if eq .host "*" }}
{{- $anyHost = true }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $anyHost (not .Values.config.allowedHosts) }}
ingress.hosts takes any host, and MLflow answers 403 to names it does not know: name the host, or what people will type in config.allowedHosts.
{{- end }}
{{- if and .Values.httpRoute.enabled (not (or .Values.httpRoute.hostnames .Values.config.allowedHosts)) }}
httpRoute takes any host, and MLflow answers 403 to names it does not know: set httpRoute.hostnames, or name what people will type in config.allowedHosts.
{{- end }}
{{- if and .Values.auth.adminPassword (lt (len .Values.auth.adminPassword) 12) }}
auth.adminPassword is shorter than the twelve characters that MLflow asks for: take a longer one, or leave it empty.
{{- end }}
{{- if and .Values.config.jobExecution (or (gt (int64 .Values.replicaCount) 1) .Values.autoscaling.enabled) }}
config.jobExecution runs the periodic jobs in every pod: set replicaCount=1 and autoscaling.enabled=false.
{{- end }}
