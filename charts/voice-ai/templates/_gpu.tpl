{{/* Vendor's resource name of a card, which also names the taint and the labels of nodes; called with the values of the card. */}}
{{- define "voice-ai.gpuTaint" -}}
{{- if eq .vendor "amd" }}amd.com/gpu
{{- else if eq .vendor "intel" }}gpu.intel.com/i915
{{- else }}nvidia.com/gpu
{{- end }}
{{- end }}

{{/* Resource to request: the value, the MIG profile's, else the vendor's; called with the values of the card. */}}
{{- define "voice-ai.gpuResource" -}}
{{- if .resourceName }}
{{- .resourceName }}
{{- else if eq .sharing "mig" }}nvidia.com/mig-{{ .profile }}
{{- else }}
{{- include "voice-ai.gpuTaint" . }}
{{- end }}
{{- end }}

{{/* Label of nodes with the model of their card; called with the values of the card. */}}
{{- define "voice-ai.gpuProductLabel" -}}
{{- if eq .vendor "amd" }}amd.com/gpu.product-name
{{- else if eq .vendor "intel" }}gpu.intel.com/product
{{- else }}nvidia.com/gpu.product
{{- end }}
{{- end }}

{{/* Affinity of the values with that of a card: each of their terms for nodes has its labels, too; called with both. */}}
{{- define "voice-ai.gpuAffinity" -}}
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
          - key: {{ include "voice-ai.gpuProductLabel" $.gpu }}
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
          - key: {{ include "voice-ai.gpuTaint" .gpu }}.present
            operator: In
            values: ["true"]
    {{- end }}
  {{- end }}
{{- with omit .affinity "nodeAffinity" }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Whether old pods must end first, because a new pod would wait forever for the card of an old one; called with the values of the workload. */}}
{{- define "voice-ai.gpuRecreates" -}}
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
{{- define "voice-ai.gpuPods" -}}
{{- $most := .pods }}
{{- if and (eq .of.updateStrategy.type "RollingUpdate") (ne (include "voice-ai.gpuRecreates" .of) "true") }}
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
{{- define "voice-ai.mebibytes" -}}
{{- $amount := . | trimSuffix "Gi" | trimSuffix "Mi" | int64 }}
{{- ternary (mul $amount 1024) $amount (hasSuffix "Gi" .) }}
{{- end }}

{{/* Largest claim of the pods on graphics cards, one workload per line: name, resource, product, sharing, pods, cards or shares per pod, MiB per pod.
  */}}
{{- define "voice-ai.claims" -}}
{{- $claims := list }}
{{- if and .Values.agent.gpu.enabled (eq .Values.agent.gpu.fallback "fail") }}
{{- $most := int64 .Values.agent.replicaCount }}
{{- $most = ternary (int64 $.Values.agent.autoscaling.maxReplicas) $most $.Values.agent.autoscaling.enabled }}
{{- $most = include "voice-ai.gpuPods" (dict "of" .Values.agent "pods" $most) | int64 }}
{{- $claims = append $claims (printf "voice-ai-agent %s %s %s %d %d %s" (include "voice-ai.gpuResource" .Values.agent.gpu)
  (.Values.agent.gpu.product | default "-") .Values.agent.gpu.sharing $most (int64 .Values.agent.gpu.count)
  (include "voice-ai.mebibytes" .Values.agent.gpu.memory)) }}
{{- end }}
{{- if and .Values.whisper.gpu.enabled (eq .Values.whisper.gpu.fallback "fail") }}
{{- $most := int64 .Values.whisper.replicaCount }}
{{- $claims = append $claims (printf "voice-ai-whisper %s %s %s %d %d %s" (include "voice-ai.gpuResource" .Values.whisper.gpu)
  (.Values.whisper.gpu.product | default "-") .Values.whisper.gpu.sharing $most (int64 .Values.whisper.gpu.count)
  (include "voice-ai.mebibytes" .Values.whisper.gpu.memory)) }}
{{- end }}
{{- if and .Values.kokoro.gpu.enabled (eq .Values.kokoro.gpu.fallback "fail") }}
{{- $most := int64 .Values.kokoro.replicaCount }}
{{- $most = include "voice-ai.gpuPods" (dict "of" .Values.kokoro "pods" $most) | int64 }}
{{- $claims = append $claims (printf "voice-ai-kokoro %s %s %s %d %d %s" (include "voice-ai.gpuResource" .Values.kokoro.gpu)
  (.Values.kokoro.gpu.product | default "-") .Values.kokoro.gpu.sharing $most (int64 .Values.kokoro.gpu.count)
  (include "voice-ai.mebibytes" .Values.kokoro.gpu.memory)) }}
{{- end }}
{{- join "\n" $claims }}
{{- end }}

{{/* Cards of global.gpu.cards that are too small for what pods claim; a line that begins with blanks continues the one before it. */}}
{{- define "voice-ai.cardProblems" -}}
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
{{- $memory := include "voice-ai.mebibytes" .memory | int64 }}
{{- $free := mul $cards (sub $memory (include "voice-ai.mebibytes" (.reserved | default "") | int64)) }}
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
