{{/* Vendor's resource name of a card, which also names the taint and the labels of nodes; called with the values of the card. */}}
{{- define "ai-system.gpuTaint" -}}
{{- if eq .vendor "amd" }}amd.com/gpu
{{- else if eq .vendor "intel" }}gpu.intel.com/i915
{{- else }}nvidia.com/gpu
{{- end }}
{{- end }}

{{/* Resource to request: the value, the MIG profile's, else the vendor's; called with the values of the card. */}}
{{- define "ai-system.gpuResource" -}}
{{- if .resourceName }}
{{- .resourceName }}
{{- else if eq .sharing "mig" }}nvidia.com/mig-{{ .profile }}
{{- else }}
{{- include "ai-system.gpuTaint" . }}
{{- end }}
{{- end }}

{{/* Label of nodes with the model of their card; called with the values of the card. */}}
{{- define "ai-system.gpuProductLabel" -}}
{{- if eq .vendor "amd" }}amd.com/gpu.product-name
{{- else if eq .vendor "intel" }}gpu.intel.com/product
{{- else }}nvidia.com/gpu.product
{{- end }}
{{- end }}

{{/* Affinity of the values with that of a card: each of their terms for nodes has its labels, too; called with both. */}}
{{- define "ai-system.gpuAffinity" -}}
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
          - key: {{ include "ai-system.gpuProductLabel" $.gpu }}
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
          - key: {{ include "ai-system.gpuTaint" .gpu }}.present
            operator: In
            values: ["true"]
    {{- end }}
  {{- end }}
{{- with omit .affinity "nodeAffinity" }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Whether old pods must end first, because a new pod would wait forever for the card of an old one; called with the values of the workload. */}}
{{- define "ai-system.gpuRecreates" -}}
{{- $own := and .gpu.enabled (eq .gpu.sharing "exclusive") (eq .gpu.fallback "fail") }}
{{- with .updateStrategy.rollingUpdate }}
{{- $spare := toString .maxUnavailable }}
{{- if hasSuffix "%" $spare }}
{{- $spare = div (mul (trimSuffix "%" $spare | int64) (int64 $.replicaCount)) 100 }}
{{- end }}
{{- and $own (eq (toString $spare) "0") }}
{{- end }}
{{- end }}

{{/* Number of pods while new ones replace old ones, at most; called with the values of the workload and the number of its pods. */}}
{{- define "ai-system.gpuPods" -}}
{{- $most := .pods }}
{{- if and (eq .of.updateStrategy.type "RollingUpdate") (ne (include "ai-system.gpuRecreates" .of) "true") }}
{{- with .of.updateStrategy.rollingUpdate }}
{{- $surge := toString .maxSurge }}
{{- if hasSuffix "%" $surge }}
{{- $most = add $most (div (add 99 (mul $most (trimSuffix "%" $surge | int64))) 100) }}
{{- else }}
{{- $most = add $most (int64 $surge) }}
{{- end }}
{{- end }}
{{- end }}
{{- $most }}
{{- end }}

{{/* Number of MiB of a quantity in Mi or Gi; 0 for none. */}}
{{- define "ai-system.mebibytes" -}}
{{- $amount := . | trimSuffix "Gi" | trimSuffix "Mi" | int64 }}
{{- ternary (mul $amount 1024) $amount (hasSuffix "Gi" .) }}
{{- end }}

{{/* Largest claim of the pods on graphics cards, one workload per line: name, resource, product, sharing, pods, cards or shares per pod, MiB per pod.
  */}}
{{- define "ai-system.claims" -}}
{{- $claims := list }}
{{- if and .Values.coordination.gpu.enabled (eq .Values.coordination.gpu.fallback "fail") }}
{{- $most := int64 .Values.coordination.replicaCount }}
{{- $most = ternary (int64 $.Values.coordination.autoscaling.maxReplicas) $most $.Values.coordination.autoscaling.enabled }}
{{- $most = ternary (int64 $.Values.coordination.keda.maxReplicas) $most $.Values.coordination.keda.enabled }}
{{- $most = include "ai-system.gpuPods" (dict "of" .Values.coordination "pods" $most) | int64 }}
{{- $claims = append $claims (printf "ai-system-coordination %s %s %s %d %d %s" (include "ai-system.gpuResource" .Values.coordination.gpu)
  (.Values.coordination.gpu.product | default "-") .Values.coordination.gpu.sharing $most (int64 .Values.coordination.gpu.count)
  (include "ai-system.mebibytes" .Values.coordination.gpu.memory)) }}
{{- end }}
{{- if and .Values.reasoningSuite.gpu.enabled (eq .Values.reasoningSuite.gpu.fallback "fail") }}
{{- $most := int64 .Values.reasoningSuite.replicaCount }}
{{- $most = ternary (int64 $.Values.reasoningSuite.autoscaling.maxReplicas) $most $.Values.reasoningSuite.autoscaling.enabled }}
{{- $most = ternary (int64 $.Values.reasoningSuite.keda.maxReplicas) $most $.Values.reasoningSuite.keda.enabled }}
{{- $most = include "ai-system.gpuPods" (dict "of" .Values.reasoningSuite "pods" $most) | int64 }}
{{- $claims = append $claims (printf "ai-system-reasoning-suite %s %s %s %d %d %s" (include "ai-system.gpuResource" .Values.reasoningSuite.gpu)
  (.Values.reasoningSuite.gpu.product | default "-") .Values.reasoningSuite.gpu.sharing $most (int64 .Values.reasoningSuite.gpu.count)
  (include "ai-system.mebibytes" .Values.reasoningSuite.gpu.memory)) }}
{{- end }}
{{- if and .Values.speechGpu.gpu.enabled (eq .Values.speechGpu.gpu.fallback "fail") }}
{{- $most := int64 .Values.speechGpu.replicaCount }}
{{- $most = ternary (int64 $.Values.speechGpu.autoscaling.maxReplicas) $most $.Values.speechGpu.autoscaling.enabled }}
{{- $most = ternary (int64 $.Values.speechGpu.keda.maxReplicas) $most $.Values.speechGpu.keda.enabled }}
{{- $most = include "ai-system.gpuPods" (dict "of" .Values.speechGpu "pods" $most) | int64 }}
{{- $claims = append $claims (printf "ai-system-speech-gpu %s %s %s %d %d %s" (include "ai-system.gpuResource" .Values.speechGpu.gpu)
  (.Values.speechGpu.gpu.product | default "-") .Values.speechGpu.gpu.sharing $most (int64 .Values.speechGpu.gpu.count)
  (include "ai-system.mebibytes" .Values.speechGpu.gpu.memory)) }}
{{- end }}
{{- if and .Values.visionDream.gpu.enabled (eq .Values.visionDream.gpu.fallback "fail") }}
{{- $most := int64 .Values.visionDream.replicaCount }}
{{- $most = ternary (int64 $.Values.visionDream.autoscaling.maxReplicas) $most $.Values.visionDream.autoscaling.enabled }}
{{- $most = ternary (int64 $.Values.visionDream.keda.maxReplicas) $most $.Values.visionDream.keda.enabled }}
{{- $most = include "ai-system.gpuPods" (dict "of" .Values.visionDream "pods" $most) | int64 }}
{{- $claims = append $claims (printf "ai-system-vision-dream %s %s %s %d %d %s" (include "ai-system.gpuResource" .Values.visionDream.gpu)
  (.Values.visionDream.gpu.product | default "-") .Values.visionDream.gpu.sharing $most (int64 .Values.visionDream.gpu.count)
  (include "ai-system.mebibytes" .Values.visionDream.gpu.memory)) }}
{{- end }}
{{- if and .Values.tutoring.gpu.enabled (eq .Values.tutoring.gpu.fallback "fail") }}
{{- $most := int64 .Values.tutoring.replicaCount }}
{{- $most = ternary (int64 $.Values.tutoring.autoscaling.maxReplicas) $most $.Values.tutoring.autoscaling.enabled }}
{{- $most = ternary (int64 $.Values.tutoring.keda.maxReplicas) $most $.Values.tutoring.keda.enabled }}
{{- $most = include "ai-system.gpuPods" (dict "of" .Values.tutoring "pods" $most) | int64 }}
{{- $claims = append $claims (printf "ai-system-tutoring %s %s %s %d %d %s" (include "ai-system.gpuResource" .Values.tutoring.gpu)
  (.Values.tutoring.gpu.product | default "-") .Values.tutoring.gpu.sharing $most (int64 .Values.tutoring.gpu.count)
  (include "ai-system.mebibytes" .Values.tutoring.gpu.memory)) }}
{{- end }}
{{- if and .Values.learningGpu.gpu.enabled (eq .Values.learningGpu.gpu.fallback "fail") }}
{{- $most := 1 }}
{{- $claims = append $claims (printf "ai-system-learning-gpu %s %s %s %d %d %s" (include "ai-system.gpuResource" .Values.learningGpu.gpu)
  (.Values.learningGpu.gpu.product | default "-") .Values.learningGpu.gpu.sharing $most (int64 .Values.learningGpu.gpu.count)
  (include "ai-system.mebibytes" .Values.learningGpu.gpu.memory)) }}
{{- end }}
{{- if and .Values.retraining.gpu.enabled (eq .Values.retraining.gpu.fallback "fail") }}
{{- $most := 1 }}
{{- $claims = append $claims (printf "ai-system-retraining %s %s %s %d %d %s" (include "ai-system.gpuResource" .Values.retraining.gpu)
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
