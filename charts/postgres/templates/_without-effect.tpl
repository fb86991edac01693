{{/* Values that are set but have no effect. */}}
{{- define "postgres.withoutEffect" -}}
{{- include "postgres.rules.unused" (dict "off" (not (eq .Values.mode "standalone")) "need" "without mode=standalone" "of" (dict "dataFolder"
  .Values.dataFolder "tls" .Values.tls "exporter" .Values.exporter "extraInitContainers" .Values.extraInitContainers "replicaCount"
  .Values.replicaCount "updateStrategy" .Values.updateStrategy "revisionHistoryLimit" .Values.revisionHistoryLimit "terminationGracePeriodSeconds"
  .Values.terminationGracePeriodSeconds "lifecycle" .Values.lifecycle "workload" .Values.workload "startupProbe" .Values.startupProbe "livenessProbe"
  .Values.livenessProbe "readinessProbe" .Values.readinessProbe "affinity" .Values.affinity "topologySpreadConstraints"
  .Values.topologySpreadConstraints "runtimeClassName" .Values.runtimeClassName "pod" .Values.pod "persistence.enabled" .Values.persistence.enabled
  "persistence.accessModes" .Values.persistence.accessModes "persistence.annotations" .Values.persistence.annotations "persistence.labels"
  .Values.persistence.labels "persistence.subPath" .Values.persistence.subPath "persistence.spec" .Values.persistence.spec "podDisruptionBudget"
  .Values.podDisruptionBudget "monitoring" .Values.monitoring "extraEnvFrom" .Values.extraEnvFrom "volumes" .Values.volumes "volumeMounts"
  .Values.volumeMounts "extraContainers" .Values.extraContainers "extraLateInitContainers" .Values.extraLateInitContainers "service" .Values.service
  "snapshot" .Values.snapshot) "shipped" (list "dataFolder=" "tls=1a38a4c6407d" "exporter=d61b73338b89" "extraInitContainers=[]" "replicaCount=1"
  "updateStrategy=d0f8a255c70a" "revisionHistoryLimit=5" "terminationGracePeriodSeconds=120" "lifecycle={}" "workload={}" "startupProbe=d3a13764ee8d"
  "livenessProbe=38b20e6949e6" "readinessProbe=afc9dd2aea98" "affinity={}" "topologySpreadConstraints=[]" "runtimeClassName=" "pod={}"
  "persistence.enabled=true" "persistence.accessModes=2ab3b553c64c" "persistence.annotations={}" "persistence.labels={}" "persistence.subPath="
  "persistence.spec={}" "podDisruptionBudget=5b578189d96d" "monitoring=14479481afaf" "extraEnvFrom=[]" "volumes=[]" "volumeMounts=[]"
  "extraContainers=[]" "extraLateInitContainers=[]" "service=7f2eca814bbd" "snapshot={}")) }}
{{- include "postgres.rules.unused" (dict "off" (not (or (eq .Values.mode "standalone") (eq .Values.mode "cloudnative-pg"))) "need"
  "without mode=standalone or mode=cloudnative-pg" "of"
  (dict "config" .Values.config "extraConfig" .Values.extraConfig "extraHba" .Values.extraHba "initdb" .Values.initdb) "shipped"
  (list "config=d94b17ecade7" "extraConfig={}" "extraHba=[]" "initdb=e72940459699")) }}
{{- include "postgres.rules.unused" (dict "off" (not (eq .Values.mode "external")) "need" "without mode=external" "of"
  (dict "external" .Values.external) "shipped" (list "external=f1c453458d9a")) }}
{{- include "postgres.rules.unused" (dict "off" (not (eq .Values.mode "cloudnative-pg")) "need" "without mode=cloudnative-pg" "of"
  (dict "cloudnativePg" .Values.cloudnativePg) "shipped" (list "cloudnativePg=a32f64d50969")) }}
{{- include "postgres.rules.unused" (dict "off" (not (eq .Values.backup.destination "volume")) "need" "without backup.destination=volume" "of"
  (dict "backup.persistence" .Values.backup.persistence) "shipped" (list "backup.persistence=b2ed74d36b94")) }}
{{- include "postgres.rules.unused" (dict "off" (not .Values.connections.s3.host) "need" "without connections.s3.host" "below" "connections.s3" "of"
  .Values.connections.s3 "shipped" (list "port=0" "scheme=" "existingSecret=" "usernameKey=username" "secretKey=password" "caKey=ca.crt")) }}
{{- include "postgres.rules.unused" (dict "off" (not (include "postgres.connections.s3.via" .)) "need" "while the connection s3 leads nowhere" "below"
  "connections.s3" "of" .Values.connections.s3 "shipped" (list "bucket=" "region=us-east-1" "caSecret=" "cidrs=[]")) }}
{{- end }}
