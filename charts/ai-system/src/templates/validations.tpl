{{- if and (or (and .Values.coordination.keda.enabled (not .Values.coordination.keda.triggers)) (and .Values.reasoningSuite.keda.enabled (not .Values.reasoningSuite.keda.triggers)) (and .Values.speechGpu.keda.enabled (not .Values.speechGpu.keda.triggers)) (and .Values.visionDream.keda.enabled (not .Values.visionDream.keda.triggers)) (and .Values.tutoring.keda.enabled (not .Values.tutoring.keda.triggers))) (not .Values.cardScaling.prometheus) }}
keda scales by the utilization of cards, and asks Prometheus for it: set cardScaling.prometheus.
{{- end }}
