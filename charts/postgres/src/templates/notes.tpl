{{- with .Values.restore.id }}

The restore {{ . }} runs once: the server remembers that name and never restores for it again, whatever else an upgrade changes.
Its log:
   kubectl --namespace {{ $.Release.Namespace }} logs --selector app.kubernetes.io/instance={{ $.Release.Name }},app.kubernetes.io/name=postgres,app.kubernetes.io/component=restore
{{- if $.Values.restore.clean }}

WARNING: restore.clean is on: any other restore.id replaces databases that have content.
{{- end }}
{{- end }}
