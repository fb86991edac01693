{{/* Name of a release of a chart: the release is cut and hashed where the longest object name would not fit. */}}
{{- define "ai-platform.releaseName" -}}
{{- $limit := sub (sub 51 (len .name)) .reserve | int }}
{{- if gt (len .release) $limit }}
{{- printf "%s-%s" (.release | trunc (sub $limit 6 | int) | trimSuffix "-") (.release | sha256sum | trunc 5) }}
{{- else }}
{{- .release }}
{{- end }}-{{ .name }}
{{- end }}

{{/* Full reference of an image; the built-in digest holds for the built-in tag. */}}
{{- define "ai-platform.imageReference" -}}
{{- $tag := .image.tag | default .tag }}
{{- with .global.imageRegistry | default .image.registry }}{{ . }}/{{ end }}
{{- .image.repository }}:{{ $tag }}
{{- if .image.digest }}@{{ .image.digest }}
{{- else if and .digest (eq $tag .tag) }}@{{ .digest }}
{{- end }}
{{- end }}

{{/* Labels of every object of the umbrella itself. */}}
{{- define "ai-platform.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
app.kubernetes.io/name: ai-platform
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{/* Image of the toolbox. */}}
{{- define "ai-platform.toolbox.image" -}}
{{- include "ai-platform.imageReference" (dict "image" .Values.toolbox.image "global" .Values.global "tag" "1.38.0" "digest" "sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e") }}
{{- end }}

{{/* The same where a member's own scope holds. */}}
{{- define "ai-platform.givenImage" -}}
{{- .image }}
{{- end }}

{{/* Metadata of a hook; called with the release as root, name, component, events and weight. */}}
{{- define "ai-platform.hookMetadata" -}}
name: {{ include "ai-platform.releaseName" (dict "release" .root.Release.Name "name" .name "reserve" 0) }}
labels:
  {{- include "ai-platform.labels" .root | nindent 2 }}
  app.kubernetes.io/component: {{ .component }}
annotations:
  helm.sh/hook: {{ .events }}
  helm.sh/hook-weight: {{ .weight | quote }}
  helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
{{- end }}

{{/* Labels of the pod of a hook; called with the name of the release and the component. */}}
{{- define "ai-platform.hookLabels" -}}
app.kubernetes.io/name: ai-platform
app.kubernetes.io/instance: {{ .release | quote }}
app.kubernetes.io/component: {{ .component }}
track: stable
{{- end }}

{{/* Policy of the pod of a hook: it may ask for addresses, and reach what it looks at; called with release, component and egress. */}}
{{- define "ai-platform.hookPolicy" -}}
podSelector:
  matchLabels:
    {{- include "ai-platform.hookLabels" . | nindent 4 }}
policyTypes:
  - Ingress
  - Egress
egress:
  - to:
      - namespaceSelector:
          matchLabels:
            kubernetes.io/metadata.name: kube-system
      - ipBlock:
          cidr: 169.254.20.10/32
    ports:
      - port: 53
        protocol: UDP
      - port: 53
        protocol: TCP
  {{- .egress | trim | nindent 2 }}
{{- end }}

{{/* Name of the objects of the member ai-system. */}}
{{- define "ai-platform.ai-system" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "ai-system" "reserve" 16) }}
{{- end }}

{{/* Name of the objects of the member alertmanager. */}}
{{- define "ai-platform.alertmanager" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "alertmanager" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member dcgm-exporter. */}}
{{- define "ai-platform.dcgm-exporter" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "dcgm-exporter" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member jaeger. */}}
{{- define "ai-platform.jaeger" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "jaeger" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member minio. */}}
{{- define "ai-platform.minio" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "minio" "reserve" 10) }}
{{- end }}

{{/* Name of the objects of the member ollama. */}}
{{- define "ai-platform.ollama" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "ollama" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member postgres. */}}
{{- define "ai-platform.postgres" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "postgres" "reserve" 13) }}
{{- end }}

{{/* Name of the objects of the member prometheus. */}}
{{- define "ai-platform.prometheus" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "prometheus" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member redis. */}}
{{- define "ai-platform.redis" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "redis" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member secrets. */}}
{{- define "ai-platform.secrets" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "secrets" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member airflow. */}}
{{- define "ai-platform.airflow" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "airflow" "reserve" 14) }}
{{- end }}

{{/* Name of the objects of the member gemini-agent. */}}
{{- define "ai-platform.gemini-agent" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "gemini-agent" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member grafana. */}}
{{- define "ai-platform.grafana" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "grafana" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member langchain-api. */}}
{{- define "ai-platform.langchain-api" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "langchain-api" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member mlflow. */}}
{{- define "ai-platform.mlflow" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "mlflow" "reserve" 11) }}
{{- end }}

{{/* Name of the objects of the member voice-ai. */}}
{{- define "ai-platform.voice-ai" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "voice-ai" "reserve" 8) }}
{{- end }}

{{/* Name of the objects of the member fastapi. */}}
{{- define "ai-platform.fastapi" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "fastapi" "reserve" 11) }}
{{- end }}

{{/* Name of the objects of the member llm-web. */}}
{{- define "ai-platform.llm-web" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "llm-web" "reserve" 5) }}
{{- end }}

{{/* Name of the objects of the member streamlit. */}}
{{- define "ai-platform.streamlit" -}}
{{- include "ai-platform.releaseName" (dict "release" .Release.Name "name" "streamlit" "reserve" 5) }}
{{- end }}

{{/* A script that hooks run. */}}
{{- define "ai-platform.scripts.http" -}}
# Waits until URL answers with success and, where EXPECT is set, until the answer contains it.
what="$SERVICE at $URL"
look() {
  # BusyBox speaks too little TLS for many servers: of https it looks at the port alone.
  case $URL in
    https:*) EXPECT=; set -- nc -w 2 "$HOST" "$PORT" -e true ;;
    *) set -- wget -q -O - "$URL" ;;
  esac
  if answer=$(timeout 5 "$@" 2>&1); then
    case $answer in *"$EXPECT"*) echo "$SERVICE answers at $URL"; return ;; esac
    echo "it answers, but does not list $EXPECT yet"
  else
    echo "$answer" | grep -o "$1: .*" | tail -n 1
  fi
  return 1
}

# Looks every two seconds until `look` succeeds, for TIMEOUT seconds (or `limit`) at most, and says what it found or lacks.
trap 'exit 143' TERM
limit=${limit:-$TIMEOUT}
end=$(($(date +%s) + limit))
said=
until found=$(look); do
  found=${found:-no answer}
  if [ "$(date +%s)" -ge "$end" ]; then
    echo "gave up after ${limit}s waiting for $what: $found"
    exit 1
  fi
  if [ "$found" != "$said" ]; then
    echo "waiting for $what: $found"
    said=$found
  fi
  sleep 2
done
[ -z "$found" ] || echo "$found"
{{- end }}

{{/* A script that hooks run. */}}
{{- define "ai-platform.scripts.s3" -}}
# Waits until the store takes the access key and has BUCKET; without BUCKET until it lists the buckets.
quoted() {
  printf '%s' "$1" | sed 's/[\\"]/\\&/g'
}
# Without a key of its own the pod has its identity, which cannot sign here: any answer will do.
ask() {
  {
    if [ -n "$CA" ]; then echo "cacert = $CA"; else echo insecure; fi
    if [ -n "$ACCESS_KEY" ]; then
      printf 'user = "%s:%s"\naws-sigv4 = "aws:amz:%s:s3"\n' "$(quoted "$ACCESS_KEY")" "$(quoted "$SECRET_KEY")" "$REGION"
    fi
  } | curl --config - --silent --max-time 5 --output /dev/null --write-out '%{http_code} %{errormsg}' "$1"
}

what="$SERVICE at $URL"
look() {
  answer=$(ask "$URL/$BUCKET${BUCKET:+?list-type=2&max-keys=1}")
  # Who may only write may not list, but may know where the bucket is.
  case $answer:$BUCKET in 403*:?*) answer=$(ask "$URL/$BUCKET?location=") ;; esac
  case $answer:$ACCESS_KEY in
    2*) echo "$SERVICE answers at $URL${BUCKET:+, bucket $BUCKET}"; return ;;
    403*:) echo "$SERVICE answers at $URL"; return ;;
    403*) echo "it refuses the access key${BUCKET:+, or the bucket $BUCKET to it}" ;;
    404*) echo "it has no bucket $BUCKET yet" ;;
    000*) echo "${answer#000 }" ;;
    *) echo "it answers with status ${answer%% *}" ;;
  esac
  return 1
}

# Looks every two seconds until `look` succeeds, for TIMEOUT seconds (or `limit`) at most, and says what it found or lacks.
trap 'exit 143' TERM
limit=${limit:-$TIMEOUT}
end=$(($(date +%s) + limit))
said=
until found=$(look); do
  found=${found:-no answer}
  if [ "$(date +%s)" -ge "$end" ]; then
    echo "gave up after ${limit}s waiting for $what: $found"
    exit 1
  fi
  if [ "$found" != "$said" ]; then
    echo "waiting for $what: $found"
    said=$found
  fi
  sleep 2
done
[ -z "$found" ] || echo "$found"
{{- end }}

{{/* A script that hooks run. */}}
{{- define "ai-platform.scripts.postgres" -}}
# Waits until the database takes the user and the password and answers a query.
export PGCONNECT_TIMEOUT=5 HOME=/tmp
what="$SERVICE at $HOST:$PORT, database $DATABASE"
look() {
  if answer=$(psql --no-psqlrc --no-password --quiet --tuples-only --host "$HOST" --port "$PORT" --dbname "$DATABASE" \
    --command 'select 1' 2>&1 > /dev/null); then
    echo "$SERVICE answers at $HOST:$PORT, database $DATABASE"
    return
  fi
  echo "$answer" | sed 's/^.*FATAL: *//; s/^psql: error: //' | head -n 1
  return 1
}

# Looks every two seconds until `look` succeeds, for TIMEOUT seconds (or `limit`) at most, and says what it found or lacks.
trap 'exit 143' TERM
limit=${limit:-$TIMEOUT}
end=$(($(date +%s) + limit))
said=
until found=$(look); do
  found=${found:-no answer}
  if [ "$(date +%s)" -ge "$end" ]; then
    echo "gave up after ${limit}s waiting for $what: $found"
    exit 1
  fi
  if [ "$found" != "$said" ]; then
    echo "waiting for $what: $found"
    said=$found
  fi
  sleep 2
done
[ -z "$found" ] || echo "$found"
{{- end }}

{{/* A script that hooks run. */}}
{{- define "ai-platform.scripts.redis" -}}
# Waits until the server accepts the password and answers PING; one that still loads its data does not.
say() {
  printf '*%d\r\n' $#
  for word; do printf '$%d\r\n%s\r\n' "${#word}" "$word"; done
}
request() {
  if [ -n "$PASSWORD" ]; then say AUTH ${USERNAME:+"$USERNAME"} "$PASSWORD"; fi
  say PING
  say QUIT
}
ask() {
  case $SCHEME in
    # BusyBox speaks too little TLS for many servers: there an open port has to do.
    rediss) timeout 5 nc -w 2 "$HOST" "$PORT" -e true 2>&1 && echo +PONG ;;
    *) request | timeout 5 nc -w 2 "$HOST" "$PORT" 2>&1 ;;
  esac
}

what="$SERVICE at $HOST:$PORT"
look() {
  answer=$(ask 2> /dev/null | tr -d '\r')
  case $answer in *+PONG*) echo "$SERVICE answers at $HOST:$PORT"; return ;; esac
  echo "$answer" | head -n 1
  return 1
}

# Looks every two seconds until `look` succeeds, for TIMEOUT seconds (or `limit`) at most, and says what it found or lacks.
trap 'exit 143' TERM
limit=${limit:-$TIMEOUT}
end=$(($(date +%s) + limit))
said=
until found=$(look); do
  found=${found:-no answer}
  if [ "$(date +%s)" -ge "$end" ]; then
    echo "gave up after ${limit}s waiting for $what: $found"
    exit 1
  fi
  if [ "$found" != "$said" ]; then
    echo "waiting for $what: $found"
    said=$found
  fi
  sleep 2
done
[ -z "$found" ] || echo "$found"
{{- end }}
