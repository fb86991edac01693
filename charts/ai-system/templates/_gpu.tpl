{{/* Vendor's resource name of a card, which also names the taint and the labels of nodes. */}}
{{- define "ai-system.coordination.gpuTaint" -}}
{{- if eq .Values.coordination.gpu.vendor "amd" }}amd.com/gpu
{{- else if eq .Values.coordination.gpu.vendor "intel" }}gpu.intel.com/i915
{{- else }}nvidia.com/gpu
{{- end }}
{{- end }}

{{/* Resource to request: the value, the MIG profile's, else the vendor's. */}}
{{- define "ai-system.coordination.gpuResource" -}}
{{- if .Values.coordination.gpu.resourceName }}
{{- .Values.coordination.gpu.resourceName }}
{{- else if eq .Values.coordination.gpu.sharing "mig" }}nvidia.com/mig-{{ .Values.coordination.gpu.profile }}
{{- else }}
{{- include "ai-system.coordination.gpuTaint" . }}
{{- end }}
{{- end }}

{{/* Label of nodes with the model of their card. */}}
{{- define "ai-system.coordination.gpuProductLabel" -}}
{{- if eq .Values.coordination.gpu.vendor "amd" }}amd.com/gpu.product-name
{{- else if eq .Values.coordination.gpu.vendor "intel" }}gpu.intel.com/product
{{- else }}nvidia.com/gpu.product
{{- end }}
{{- end }}

{{/* Node affinity of the values with that of a card: each of their terms has its labels, too; called with both, and the labels of its product and of
  nodes that have one. */}}
{{- define "ai-system.gpuNodeAffinity" -}}
{{- $terms := list }}
{{- $preferences := list }}
{{- with .affinity.nodeAffinity }}
{{- with .requiredDuringSchedulingIgnoredDuringExecution }}
{{- $terms = .nodeSelectorTerms }}
{{- end }}
{{- $preferences = .preferredDuringSchedulingIgnoredDuringExecution }}
{{- end }}
nodeAffinity:
  {{- if or $terms .gpu.product (eq .gpu.sharing "mps") }}
  requiredDuringSchedulingIgnoredDuringExecution:
    nodeSelectorTerms:
      {{- range $terms | default (list (dict "matchExpressions" list)) }}
      - matchExpressions:
          {{- with .matchExpressions }}
          {{- toYaml . | nindent 10 }}
          {{- end }}
          {{- with $.gpu.product }}
          # A shared card's label ends in -SHARED.
          - key: {{ $.productLabel }}
            operator: In
            values: [{{ . | quote }}, {{ printf "%s-SHARED" . | quote }}]
          {{- end }}
          {{- if eq $.gpu.sharing "mps" }}
          - key: nvidia.com/mps.capable
            operator: In
            values: ["true"]
          {{- end }}
      {{- end }}
  {{- end }}
  {{- if or $preferences (eq .gpu.fallback "cpu") }}
  preferredDuringSchedulingIgnoredDuringExecution:
    {{- with $preferences }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
    {{- if eq .gpu.fallback "cpu" }}
    - weight: 100
      preference:
        matchExpressions:
          - key: {{ .presentLabel }}
            operator: In
            values: ["true"]
    {{- end }}
  {{- end }}
{{- end }}

{{/* Whether old pods must end first, because a new pod would wait forever for the card of an old one. */}}
{{- define "ai-system.coordination.gpuRecreates" -}}
{{- $own := and .Values.coordination.gpu.enabled (eq .Values.coordination.gpu.sharing "exclusive") (eq .Values.coordination.gpu.fallback "fail") }}
{{- with .Values.coordination.updateStrategy.rollingUpdate }}
{{- $spare := toString .maxUnavailable }}
{{- if hasSuffix "%" $spare }}
{{- $spare = div (mul (trimSuffix "%" $spare | int64) (int64 $.Values.coordination.replicaCount)) 100 }}
{{- end }}
{{- and $own (eq (toString $spare) "0") }}
{{- end }}
{{- end }}

{{/* Number of MiB of a quantity in Mi or Gi; 0 for none. */}}
{{- define "ai-system.mebibytes" -}}
{{- $amount := . | trimSuffix "Gi" | trimSuffix "Mi" | int64 }}
{{- ternary (mul $amount 1024) $amount (hasSuffix "Gi" .) }}
{{- end }}

{{/* Affinity of the pods of coordination to nodes with the card. */}}
{{- define "ai-system.coordination.gpuAffinity" -}}
{{- include "ai-system.gpuNodeAffinity" (dict "affinity" .Values.coordination.affinity "gpu" .Values.coordination.gpu "productLabel"
  (include "ai-system.coordination.gpuProductLabel" .) "presentLabel" (printf "%s.present" (include "ai-system.coordination.gpuTaint" .))) }}
{{- with omit .Values.coordination.affinity "nodeAffinity" }}
{{- toYaml . | nindent 0 }}
{{- end }}
{{- if not .Values.coordination.affinity }}
podAntiAffinity:
  {{- include "ai-system.apartByNode" (dict "root" . "component" "coordination" "track" "stable") | nindent 2 }}
{{- end }}
{{- end }}

{{/* Vendor's resource name of a card, which also names the taint and the labels of nodes. */}}
{{- define "ai-system.reasoningSuite.gpuTaint" -}}
{{- if eq .Values.reasoningSuite.gpu.vendor "amd" }}amd.com/gpu
{{- else if eq .Values.reasoningSuite.gpu.vendor "intel" }}gpu.intel.com/i915
{{- else }}nvidia.com/gpu
{{- end }}
{{- end }}

{{/* Resource to request: the value, the MIG profile's, else the vendor's. */}}
{{- define "ai-system.reasoningSuite.gpuResource" -}}
{{- if .Values.reasoningSuite.gpu.resourceName }}
{{- .Values.reasoningSuite.gpu.resourceName }}
{{- else if eq .Values.reasoningSuite.gpu.sharing "mig" }}nvidia.com/mig-{{ .Values.reasoningSuite.gpu.profile }}
{{- else }}
{{- include "ai-system.reasoningSuite.gpuTaint" . }}
{{- end }}
{{- end }}

{{/* Label of nodes with the model of their card. */}}
{{- define "ai-system.reasoningSuite.gpuProductLabel" -}}
{{- if eq .Values.reasoningSuite.gpu.vendor "amd" }}amd.com/gpu.product-name
{{- else if eq .Values.reasoningSuite.gpu.vendor "intel" }}gpu.intel.com/product
{{- else }}nvidia.com/gpu.product
{{- end }}
{{- end }}

{{/* Whether old pods must end first, because a new pod would wait forever for the card of an old one. */}}
{{- define "ai-system.reasoningSuite.gpuRecreates" -}}
{{- $own := and .Values.reasoningSuite.gpu.enabled (eq .Values.reasoningSuite.gpu.sharing "exclusive")
  (eq .Values.reasoningSuite.gpu.fallback "fail") }}
{{- with .Values.reasoningSuite.updateStrategy.rollingUpdate }}
{{- $spare := toString .maxUnavailable }}
{{- if hasSuffix "%" $spare }}
{{- $spare = div (mul (trimSuffix "%" $spare | int64) (int64 $.Values.reasoningSuite.replicaCount)) 100 }}
{{- end }}
{{- and $own (eq (toString $spare) "0") }}
{{- end }}
{{- end }}

{{/* Affinity of the pods of reasoningSuite to nodes with the card. */}}
{{- define "ai-system.reasoningSuite.gpuAffinity" -}}
{{- include "ai-system.gpuNodeAffinity" (dict "affinity" .Values.reasoningSuite.affinity "gpu" .Values.reasoningSuite.gpu "productLabel"
  (include "ai-system.reasoningSuite.gpuProductLabel" .) "presentLabel" (printf "%s.present" (include "ai-system.reasoningSuite.gpuTaint" .))) }}
{{- with omit .Values.reasoningSuite.affinity "nodeAffinity" }}
{{- toYaml . | nindent 0 }}
{{- end }}
{{- if not .Values.reasoningSuite.affinity }}
podAntiAffinity:
  {{- include "ai-system.apartByNode" (dict "root" . "component" "reasoning-suite" "track" "stable") | nindent 2 }}
{{- end }}
{{- end }}

{{/* Vendor's resource name of a card, which also names the taint and the labels of nodes. */}}
{{- define "ai-system.speechGpu.gpuTaint" -}}
{{- if eq .Values.speechGpu.gpu.vendor "amd" }}amd.com/gpu
{{- else if eq .Values.speechGpu.gpu.vendor "intel" }}gpu.intel.com/i915
{{- else }}nvidia.com/gpu
{{- end }}
{{- end }}

{{/* Resource to request: the value, the MIG profile's, else the vendor's. */}}
{{- define "ai-system.speechGpu.gpuResource" -}}
{{- if .Values.speechGpu.gpu.resourceName }}
{{- .Values.speechGpu.gpu.resourceName }}
{{- else if eq .Values.speechGpu.gpu.sharing "mig" }}nvidia.com/mig-{{ .Values.speechGpu.gpu.profile }}
{{- else }}
{{- include "ai-system.speechGpu.gpuTaint" . }}
{{- end }}
{{- end }}

{{/* Label of nodes with the model of their card. */}}
{{- define "ai-system.speechGpu.gpuProductLabel" -}}
{{- if eq .Values.speechGpu.gpu.vendor "amd" }}amd.com/gpu.product-name
{{- else if eq .Values.speechGpu.gpu.vendor "intel" }}gpu.intel.com/product
{{- else }}nvidia.com/gpu.product
{{- end }}
{{- end }}

{{/* Whether old pods must end first, because a new pod would wait forever for the card of an old one. */}}
{{- define "ai-system.speechGpu.gpuRecreates" -}}
{{- $own := and .Values.speechGpu.gpu.enabled (eq .Values.speechGpu.gpu.sharing "exclusive") (eq .Values.speechGpu.gpu.fallback "fail") }}
{{- with .Values.speechGpu.updateStrategy.rollingUpdate }}
{{- $spare := toString .maxUnavailable }}
{{- if hasSuffix "%" $spare }}
{{- $spare = div (mul (trimSuffix "%" $spare | int64) (int64 $.Values.speechGpu.replicaCount)) 100 }}
{{- end }}
{{- and $own (eq (toString $spare) "0") }}
{{- end }}
{{- end }}

{{/* Affinity of the pods of speechGpu to nodes with the card. */}}
{{- define "ai-system.speechGpu.gpuAffinity" -}}
{{- include "ai-system.gpuNodeAffinity" (dict "affinity" .Values.speechGpu.affinity "gpu" .Values.speechGpu.gpu "productLabel"
  (include "ai-system.speechGpu.gpuProductLabel" .) "presentLabel" (printf "%s.present" (include "ai-system.speechGpu.gpuTaint" .))) }}
{{- with omit .Values.speechGpu.affinity "nodeAffinity" }}
{{- toYaml . | nindent 0 }}
{{- end }}
{{- if not .Values.speechGpu.affinity }}
podAntiAffinity:
  {{- include "ai-system.apartByNode" (dict "root" . "component" "speech-gpu" "track" "stable") | nindent 2 }}
{{- end }}
{{- end }}

{{/* Vendor's resource name of a card, which also names the taint and the labels of nodes. */}}
{{- define "ai-system.visionDream.gpuTaint" -}}
{{- if eq .Values.visionDream.gpu.vendor "amd" }}amd.com/gpu
{{- else if eq .Values.visionDream.gpu.vendor "intel" }}gpu.intel.com/i915
{{- else }}nvidia.com/gpu
{{- end }}
{{- end }}

{{/* Resource to request: the value, the MIG profile's, else the vendor's. */}}
{{- define "ai-system.visionDream.gpuResource" -}}
{{- if .Values.visionDream.gpu.resourceName }}
{{- .Values.visionDream.gpu.resourceName }}
{{- else if eq .Values.visionDream.gpu.sharing "mig" }}nvidia.com/mig-{{ .Values.visionDream.gpu.profile }}
{{- else }}
{{- include "ai-system.visionDream.gpuTaint" . }}
{{- end }}
{{- end }}

{{/* Label of nodes with the model of their card. */}}
{{- define "ai-system.visionDream.gpuProductLabel" -}}
{{- if eq .Values.visionDream.gpu.vendor "amd" }}amd.com/gpu.product-name
{{- else if eq .Values.visionDream.gpu.vendor "intel" }}gpu.intel.com/product
{{- else }}nvidia.com/gpu.product
{{- end }}
{{- end }}

{{/* Whether old pods must end first, because a new pod would wait forever for the card of an old one. */}}
{{- define "ai-system.visionDream.gpuRecreates" -}}
{{- $own := and .Values.visionDream.gpu.enabled (eq .Values.visionDream.gpu.sharing "exclusive") (eq .Values.visionDream.gpu.fallback "fail") }}
{{- with .Values.visionDream.updateStrategy.rollingUpdate }}
{{- $spare := toString .maxUnavailable }}
{{- if hasSuffix "%" $spare }}
{{- $spare = div (mul (trimSuffix "%" $spare | int64) (int64 $.Values.visionDream.replicaCount)) 100 }}
{{- end }}
{{- and $own (eq (toString $spare) "0") }}
{{- end }}
{{- end }}

{{/* Affinity of the pods of visionDream to nodes with the card. */}}
{{- define "ai-system.visionDream.gpuAffinity" -}}
{{- include "ai-system.gpuNodeAffinity" (dict "affinity" .Values.visionDream.affinity "gpu" .Values.visionDream.gpu "productLabel"
  (include "ai-system.visionDream.gpuProductLabel" .) "presentLabel" (printf "%s.present" (include "ai-system.visionDream.gpuTaint" .))) }}
{{- with omit .Values.visionDream.affinity "nodeAffinity" }}
{{- toYaml . | nindent 0 }}
{{- end }}
{{- if not .Values.visionDream.affinity }}
podAntiAffinity:
  {{- include "ai-system.apartByNode" (dict "root" . "component" "vision-dream" "track" "stable") | nindent 2 }}
{{- end }}
{{- end }}

{{/* Vendor's resource name of a card, which also names the taint and the labels of nodes. */}}
{{- define "ai-system.tutoring.gpuTaint" -}}
{{- if eq .Values.tutoring.gpu.vendor "amd" }}amd.com/gpu
{{- else if eq .Values.tutoring.gpu.vendor "intel" }}gpu.intel.com/i915
{{- else }}nvidia.com/gpu
{{- end }}
{{- end }}

{{/* Resource to request: the value, the MIG profile's, else the vendor's. */}}
{{- define "ai-system.tutoring.gpuResource" -}}
{{- if .Values.tutoring.gpu.resourceName }}
{{- .Values.tutoring.gpu.resourceName }}
{{- else if eq .Values.tutoring.gpu.sharing "mig" }}nvidia.com/mig-{{ .Values.tutoring.gpu.profile }}
{{- else }}
{{- include "ai-system.tutoring.gpuTaint" . }}
{{- end }}
{{- end }}

{{/* Label of nodes with the model of their card. */}}
{{- define "ai-system.tutoring.gpuProductLabel" -}}
{{- if eq .Values.tutoring.gpu.vendor "amd" }}amd.com/gpu.product-name
{{- else if eq .Values.tutoring.gpu.vendor "intel" }}gpu.intel.com/product
{{- else }}nvidia.com/gpu.product
{{- end }}
{{- end }}

{{/* Whether old pods must end first, because a new pod would wait forever for the card of an old one. */}}
{{- define "ai-system.tutoring.gpuRecreates" -}}
{{- $own := and .Values.tutoring.gpu.enabled (eq .Values.tutoring.gpu.sharing "exclusive") (eq .Values.tutoring.gpu.fallback "fail") }}
{{- with .Values.tutoring.updateStrategy.rollingUpdate }}
{{- $spare := toString .maxUnavailable }}
{{- if hasSuffix "%" $spare }}
{{- $spare = div (mul (trimSuffix "%" $spare | int64) (int64 $.Values.tutoring.replicaCount)) 100 }}
{{- end }}
{{- and $own (eq (toString $spare) "0") }}
{{- end }}
{{- end }}

{{/* Affinity of the pods of tutoring to nodes with the card. */}}
{{- define "ai-system.tutoring.gpuAffinity" -}}
{{- include "ai-system.gpuNodeAffinity" (dict "affinity" .Values.tutoring.affinity "gpu" .Values.tutoring.gpu "productLabel"
  (include "ai-system.tutoring.gpuProductLabel" .) "presentLabel" (printf "%s.present" (include "ai-system.tutoring.gpuTaint" .))) }}
{{- with omit .Values.tutoring.affinity "nodeAffinity" }}
{{- toYaml . | nindent 0 }}
{{- end }}
{{- if not .Values.tutoring.affinity }}
podAntiAffinity:
  {{- include "ai-system.apartByNode" (dict "root" . "component" "tutoring" "track" "stable") | nindent 2 }}
{{- end }}
{{- end }}

{{/* Vendor's resource name of a card, which also names the taint and the labels of nodes. */}}
{{- define "ai-system.learningGpu.gpuTaint" -}}
{{- if eq .Values.learningGpu.gpu.vendor "amd" }}amd.com/gpu
{{- else if eq .Values.learningGpu.gpu.vendor "intel" }}gpu.intel.com/i915
{{- else }}nvidia.com/gpu
{{- end }}
{{- end }}

{{/* Resource to request: the value, the MIG profile's, else the vendor's. */}}
{{- define "ai-system.learningGpu.gpuResource" -}}
{{- if .Values.learningGpu.gpu.resourceName }}
{{- .Values.learningGpu.gpu.resourceName }}
{{- else if eq .Values.learningGpu.gpu.sharing "mig" }}nvidia.com/mig-{{ .Values.learningGpu.gpu.profile }}
{{- else }}
{{- include "ai-system.learningGpu.gpuTaint" . }}
{{- end }}
{{- end }}

{{/* Label of nodes with the model of their card. */}}
{{- define "ai-system.learningGpu.gpuProductLabel" -}}
{{- if eq .Values.learningGpu.gpu.vendor "amd" }}amd.com/gpu.product-name
{{- else if eq .Values.learningGpu.gpu.vendor "intel" }}gpu.intel.com/product
{{- else }}nvidia.com/gpu.product
{{- end }}
{{- end }}

{{/* Affinity of the pods of learningGpu to nodes with the card. */}}
{{- define "ai-system.learningGpu.gpuAffinity" -}}
{{- include "ai-system.gpuNodeAffinity" (dict "affinity" .Values.learningGpu.affinity "gpu" .Values.learningGpu.gpu "productLabel"
  (include "ai-system.learningGpu.gpuProductLabel" .) "presentLabel" (printf "%s.present" (include "ai-system.learningGpu.gpuTaint" .))) }}
{{- with omit .Values.learningGpu.affinity "nodeAffinity" }}
{{- toYaml . | nindent 0 }}
{{- end }}
{{- end }}

{{/* Vendor's resource name of a card, which also names the taint and the labels of nodes. */}}
{{- define "ai-system.retraining.gpuTaint" -}}
{{- if eq .Values.retraining.gpu.vendor "amd" }}amd.com/gpu
{{- else if eq .Values.retraining.gpu.vendor "intel" }}gpu.intel.com/i915
{{- else }}nvidia.com/gpu
{{- end }}
{{- end }}

{{/* Resource to request: the value, the MIG profile's, else the vendor's. */}}
{{- define "ai-system.retraining.gpuResource" -}}
{{- if .Values.retraining.gpu.resourceName }}
{{- .Values.retraining.gpu.resourceName }}
{{- else if eq .Values.retraining.gpu.sharing "mig" }}nvidia.com/mig-{{ .Values.retraining.gpu.profile }}
{{- else }}
{{- include "ai-system.retraining.gpuTaint" . }}
{{- end }}
{{- end }}

{{/* Label of nodes with the model of their card. */}}
{{- define "ai-system.retraining.gpuProductLabel" -}}
{{- if eq .Values.retraining.gpu.vendor "amd" }}amd.com/gpu.product-name
{{- else if eq .Values.retraining.gpu.vendor "intel" }}gpu.intel.com/product
{{- else }}nvidia.com/gpu.product
{{- end }}
{{- end }}

{{/* Affinity of the pods of retraining to nodes with the card. */}}
{{- define "ai-system.retraining.gpuAffinity" -}}
{{- include "ai-system.gpuNodeAffinity" (dict "affinity" .Values.retraining.affinity "gpu" .Values.retraining.gpu "productLabel"
  (include "ai-system.retraining.gpuProductLabel" .) "presentLabel" (printf "%s.present" (include "ai-system.retraining.gpuTaint" .))) }}
{{- with omit .Values.retraining.affinity "nodeAffinity" }}
{{- toYaml . | nindent 0 }}
{{- end }}
{{- end }}

{{/* Largest claim of the pods on graphics cards, one workload per line: name, resource, product, sharing, pods, cards or shares per pod, MiB per pod.
  */}}
{{- define "ai-system.claims" -}}
{{- $claims := list }}
{{- if and .Values.coordination.gpu.enabled (eq .Values.coordination.gpu.fallback "fail") }}
{{- $most := int64 .Values.coordination.replicaCount }}
{{- $most = ternary (int64 $.Values.coordination.autoscaling.maxReplicas) $most $.Values.coordination.autoscaling.enabled }}
{{- $most = ternary (int64 $.Values.coordination.keda.maxReplicas) $most $.Values.coordination.keda.enabled }}
{{- if and (eq .Values.coordination.updateStrategy.type "RollingUpdate") (ne (include "ai-system.coordination.gpuRecreates" .) "true") }}
{{- with .Values.coordination.updateStrategy.rollingUpdate }}
{{- $surge := toString .maxSurge }}
{{- if hasSuffix "%" $surge }}
{{- $most = add $most (div (add 99 (mul $most (trimSuffix "%" $surge | int64))) 100) }}
{{- else }}
{{- $most = add $most (int64 $surge) }}
{{- end }}
{{- end }}
{{- end }}
{{- $claims = append $claims (printf "ai-system-coordination %s %s %s %d %d %s" (include "ai-system.coordination.gpuResource" .)
  (.Values.coordination.gpu.product | default "-") .Values.coordination.gpu.sharing $most (int64 .Values.coordination.gpu.count)
  (include "ai-system.mebibytes" .Values.coordination.gpu.memory)) }}
{{- end }}
{{- if and .Values.reasoningSuite.gpu.enabled (eq .Values.reasoningSuite.gpu.fallback "fail") }}
{{- $most := int64 .Values.reasoningSuite.replicaCount }}
{{- $most = ternary (int64 $.Values.reasoningSuite.autoscaling.maxReplicas) $most $.Values.reasoningSuite.autoscaling.enabled }}
{{- $most = ternary (int64 $.Values.reasoningSuite.keda.maxReplicas) $most $.Values.reasoningSuite.keda.enabled }}
{{- if and (eq .Values.reasoningSuite.updateStrategy.type "RollingUpdate") (ne (include "ai-system.reasoningSuite.gpuRecreates" .) "true") }}
{{- with .Values.reasoningSuite.updateStrategy.rollingUpdate }}
{{- $surge := toString .maxSurge }}
{{- if hasSuffix "%" $surge }}
{{- $most = add $most (div (add 99 (mul $most (trimSuffix "%" $surge | int64))) 100) }}
{{- else }}
{{- $most = add $most (int64 $surge) }}
{{- end }}
{{- end }}
{{- end }}
{{- $claims = append $claims (printf "ai-system-reasoning-suite %s %s %s %d %d %s" (include "ai-system.reasoningSuite.gpuResource" .)
  (.Values.reasoningSuite.gpu.product | default "-") .Values.reasoningSuite.gpu.sharing $most (int64 .Values.reasoningSuite.gpu.count)
  (include "ai-system.mebibytes" .Values.reasoningSuite.gpu.memory)) }}
{{- end }}
{{- if and .Values.speechGpu.gpu.enabled (eq .Values.speechGpu.gpu.fallback "fail") }}
{{- $most := int64 .Values.speechGpu.replicaCount }}
{{- $most = ternary (int64 $.Values.speechGpu.autoscaling.maxReplicas) $most $.Values.speechGpu.autoscaling.enabled }}
{{- $most = ternary (int64 $.Values.speechGpu.keda.maxReplicas) $most $.Values.speechGpu.keda.enabled }}
{{- if and (eq .Values.speechGpu.updateStrategy.type "RollingUpdate") (ne (include "ai-system.speechGpu.gpuRecreates" .) "true") }}
{{- with .Values.speechGpu.updateStrategy.rollingUpdate }}
{{- $surge := toString .maxSurge }}
{{- if hasSuffix "%" $surge }}
{{- $most = add $most (div (add 99 (mul $most (trimSuffix "%" $surge | int64))) 100) }}
{{- else }}
{{- $most = add $most (int64 $surge) }}
{{- end }}
{{- end }}
{{- end }}
{{- $claims = append $claims (printf "ai-system-speech-gpu %s %s %s %d %d %s" (include "ai-system.speechGpu.gpuResource" .)
  (.Values.speechGpu.gpu.product | default "-") .Values.speechGpu.gpu.sharing $most (int64 .Values.speechGpu.gpu.count)
  (include "ai-system.mebibytes" .Values.speechGpu.gpu.memory)) }}
{{- end }}
{{- if and .Values.visionDream.gpu.enabled (eq .Values.visionDream.gpu.fallback "fail") }}
{{- $most := int64 .Values.visionDream.replicaCount }}
{{- $most = ternary (int64 $.Values.visionDream.autoscaling.maxReplicas) $most $.Values.visionDream.autoscaling.enabled }}
{{- $most = ternary (int64 $.Values.visionDream.keda.maxReplicas) $most $.Values.visionDream.keda.enabled }}
{{- if and (eq .Values.visionDream.updateStrategy.type "RollingUpdate") (ne (include "ai-system.visionDream.gpuRecreates" .) "true") }}
{{- with .Values.visionDream.updateStrategy.rollingUpdate }}
{{- $surge := toString .maxSurge }}
{{- if hasSuffix "%" $surge }}
{{- $most = add $most (div (add 99 (mul $most (trimSuffix "%" $surge | int64))) 100) }}
{{- else }}
{{- $most = add $most (int64 $surge) }}
{{- end }}
{{- end }}
{{- end }}
{{- $claims = append $claims (printf "ai-system-vision-dream %s %s %s %d %d %s" (include "ai-system.visionDream.gpuResource" .)
  (.Values.visionDream.gpu.product | default "-") .Values.visionDream.gpu.sharing $most (int64 .Values.visionDream.gpu.count)
  (include "ai-system.mebibytes" .Values.visionDream.gpu.memory)) }}
{{- end }}
{{- if and .Values.tutoring.gpu.enabled (eq .Values.tutoring.gpu.fallback "fail") }}
{{- $most := int64 .Values.tutoring.replicaCount }}
{{- $most = ternary (int64 $.Values.tutoring.autoscaling.maxReplicas) $most $.Values.tutoring.autoscaling.enabled }}
{{- $most = ternary (int64 $.Values.tutoring.keda.maxReplicas) $most $.Values.tutoring.keda.enabled }}
{{- if and (eq .Values.tutoring.updateStrategy.type "RollingUpdate") (ne (include "ai-system.tutoring.gpuRecreates" .) "true") }}
{{- with .Values.tutoring.updateStrategy.rollingUpdate }}
{{- $surge := toString .maxSurge }}
{{- if hasSuffix "%" $surge }}
{{- $most = add $most (div (add 99 (mul $most (trimSuffix "%" $surge | int64))) 100) }}
{{- else }}
{{- $most = add $most (int64 $surge) }}
{{- end }}
{{- end }}
{{- end }}
{{- $claims = append $claims (printf "ai-system-tutoring %s %s %s %d %d %s" (include "ai-system.tutoring.gpuResource" .)
  (.Values.tutoring.gpu.product | default "-") .Values.tutoring.gpu.sharing $most (int64 .Values.tutoring.gpu.count)
  (include "ai-system.mebibytes" .Values.tutoring.gpu.memory)) }}
{{- end }}
{{- if and .Values.learningGpu.gpu.enabled (eq .Values.learningGpu.gpu.fallback "fail") }}
{{- $most := 1 }}
{{- $claims = append $claims (printf "ai-system-learning-gpu %s %s %s %d %d %s" (include "ai-system.learningGpu.gpuResource" .)
  (.Values.learningGpu.gpu.product | default "-") .Values.learningGpu.gpu.sharing $most (int64 .Values.learningGpu.gpu.count)
  (include "ai-system.mebibytes" .Values.learningGpu.gpu.memory)) }}
{{- end }}
{{- if and .Values.retraining.gpu.enabled (eq .Values.retraining.gpu.fallback "fail") }}
{{- $most := 1 }}
{{- $claims = append $claims (printf "ai-system-retraining %s %s %s %d %d %s" (include "ai-system.retraining.gpuResource" .)
  (.Values.retraining.gpu.product | default "-") .Values.retraining.gpu.sharing $most (int64 .Values.retraining.gpu.count)
  (include "ai-system.mebibytes" .Values.retraining.gpu.memory)) }}
{{- end }}
{{- join "\n" $claims }}
{{- end }}

{{/* Cards of global.gpu.cards that are too small for what pods claim; a line that begins with blanks continues the one before it. */}}
{{- define "ai-system.cardProblems" -}}
{{- $claims := splitList "\n" .claims | compact }}
{{- $several := gt (len .cards) 1 }}
{{- range $claims }}
{{- $words := splitList " " . }}
{{- if and $several (eq (index $words 2) "-") }}
{{ index $words 0 }} takes any card, and global.gpu.cards has several: set its gpu.product.
{{- end }}
{{- end }}
{{- range .cards }}
{{- $cards := int64 (.count | default 1) }}
{{- $shares := mul $cards (int64 (.shares | default 1)) }}
{{- $memory := include "ai-system.mebibytes" .memory | int64 }}
{{- $free := mul $cards (sub $memory (include "ai-system.mebibytes" (.reserved | default "") | int64)) }}
{{- $product := .product }}
{{- $wanted := 0 }}
{{- $taken := 0 }}
{{- $takers := list }}
{{- range $claims }}
{{- $words := splitList " " . }}
{{- $each := int64 (index $words 6) }}
{{- if has (index $words 2) (ternary (list $product) (list $product "-") $several) }}
{{- $pods := int64 (index $words 4) }}
{{- $wanted = add $wanted (mul $pods (int64 (index $words 5))) }}
{{- $taken = add $taken (mul $pods $each) }}
{{- $takers = append $takers (printf "%s %d × %d MiB" (index $words 0) $pods $each) }}
{{- if and (eq (index $words 3) "mps") (gt (mul $each $shares) (mul $memory $cards)) }}
{{ index $words 0 }} wants {{ $each }} MiB,
  and MPS gives each of {{ $shares }} clients no more than {{ div (mul $memory $cards) $shares }} MiB of the {{ $product }}:
  lower gpu.memory, or have fewer shares.
{{- end }}
{{- end }}
{{- end }}
{{- if gt $wanted $shares }}
{{ $product }}: the pods want {{ $wanted }} shares while they are replaced ({{ join ", " $takers }}),
  and global.gpu.cards has {{ $shares }}: have the device plugin count the card more often, or run fewer pods.
{{- end }}
{{- if gt $taken $free }}
{{ $product }}: the pods want {{ $taken }} MiB while they are replaced ({{ join ", " $takers }}),
  and {{ $free }} MiB are free: lower gpu.memory, choose smaller models, or run fewer pods.
{{- end }}
{{- end }}
{{- end }}
