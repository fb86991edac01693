{{/* Vendor's resource name of a card, which also names the taint and the labels of nodes; called with the values of the card. */}}
{{- define "ollama.gpuTaint" -}}
{{- if eq .vendor "amd" }}amd.com/gpu
{{- else if eq .vendor "intel" }}gpu.intel.com/i915
{{- else }}nvidia.com/gpu
{{- end }}
{{- end }}

{{/* Resource to request: the value, the MIG profile's, else the vendor's; called with the values of the card. */}}
{{- define "ollama.gpuResource" -}}
{{- if .resourceName }}
{{- .resourceName }}
{{- else if eq .sharing "mig" }}nvidia.com/mig-{{ .profile }}
{{- else }}
{{- include "ollama.gpuTaint" . }}
{{- end }}
{{- end }}

{{/* Label of nodes with the model of their card; called with the values of the card. */}}
{{- define "ollama.gpuProductLabel" -}}
{{- if eq .vendor "amd" }}amd.com/gpu.product-name
{{- else if eq .vendor "intel" }}gpu.intel.com/product
{{- else }}nvidia.com/gpu.product
{{- end }}
{{- end }}

{{/* Affinity of the values with that of a card: each of their terms for nodes has its labels, too; called with both. */}}
{{- define "ollama.gpuAffinity" -}}
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
          - key: {{ include "ollama.gpuProductLabel" $.gpu }}
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
          - key: {{ include "ollama.gpuTaint" .gpu }}.present
            operator: In
            values: ["true"]
    {{- end }}
  {{- end }}
{{- with omit .affinity "nodeAffinity" }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Number of MiB of a quantity in Mi or Gi; 0 for none. */}}
{{- define "ollama.mebibytes" -}}
{{- $amount := . | trimSuffix "Gi" | trimSuffix "Mi" | int64 }}
{{- ternary (mul $amount 1024) $amount (hasSuffix "Gi" .) }}
{{- end }}

{{/* Largest claim of the pods on graphics cards, one workload per line: name, resource, product, sharing, pods, cards or shares per pod, MiB per pod.
  */}}
{{- define "ollama.claims" -}}
{{- $claims := list }}
{{- if and .Values.gpu.enabled (eq .Values.gpu.fallback "fail") }}
{{- $most := int64 .Values.replicaCount }}
{{- $claims = append $claims (printf "ollama %s %s %s %d %d %s" (include "ollama.gpuResource" .Values.gpu) (.Values.gpu.product | default "-")
  .Values.gpu.sharing $most (int64 .Values.gpu.count) (include "ollama.mebibytes" .Values.gpu.memory)) }}
{{- end }}
{{- join "\n" $claims }}
{{- end }}

{{/* Cards of global.gpu.cards that are too small for what pods claim; a line that begins with blanks continues the one before it. */}}
{{- define "ollama.cardProblems" -}}
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
{{- $memory := include "ollama.mebibytes" .memory | int64 }}
{{- $free := mul $cards (sub $memory (include "ollama.mebibytes" (.reserved | default "") | int64)) }}
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
