{{/* Configuration of a gateway; called with root, its values, the path that checks look at and the port of the application. */}}
{{- define "gemini-agent.gatewayConfig" -}}
pid /tmp/nginx.pid;
error_log stderr warn;
worker_processes 1;

events {
  worker_connections 4096;
}

http {
  server_tokens off;
  client_body_temp_path /tmp/body;
  proxy_temp_path /tmp/proxy;
  fastcgi_temp_path /tmp/fastcgi;
  uwsgi_temp_path /tmp/uwsgi;
  scgi_temp_path /tmp/scgi;
  {{- range .gateway.trustedProxies }}
  set_real_ip_from {{ . }};
  {{- end }}
  {{- if .gateway.trustedProxies }}
  real_ip_header X-Forwarded-For;
  real_ip_recursive on;
  {{- end }}

  # What needs no key and knows no limit: the path that checks look at, and exemptPaths. Compared as it was sent.
  map "$request_method $request_uri" $gateway_exempt {
    default "";
    "~^(GET|HEAD) \Q{{ .check }}\E(\?|$)" 1;
    {{- range .gateway.apiKeys.exemptPaths }}
    {{- if hasSuffix "*" . }}
    "~^[A-Z]+ \Q{{ trimSuffix "*" . }}\E(?!.*(\.\.|(?i:%2e|%2f|%5c)))" 1;
    {{- else }}
    "~^[A-Z]+ \Q{{ . }}\E(\?|$)" 1;
    {{- end }}
    {{- end }}
  }
  {{- if .gateway.apiKeys.enabled }}
  {{- $header := .gateway.apiKeys.header | lower | replace "-" "_" }}

  map $http_authorization $gateway_bearer {
    default "";
    "~*^Bearer +(?<token>[^ ]+)$" $token;
  }
  map $http_{{ $header }} $gateway_key {
    default $http_{{ $header }};
    "" $gateway_bearer;
  }
  map $gateway_key $gateway_client {
    default "";
    include /tmp/keys.conf;
  }
  map $gateway_key $gateway_refusal {
    default "The API key is not known.";
    "" "An API key is missing: send it as {{ .gateway.apiKeys.header }}, or as Authorization: Bearer.";
  }
  # Browsers ask without a key whether they may send one.
  map "$request_method $http_access_control_request_method" $gateway_preflight {
    default "";
    "~^OPTIONS [A-Z]" 1;
  }
  map "$gateway_client$gateway_exempt$gateway_preflight" $gateway_refused {
    default "";
    "" 1;
  }
  # A key in Authorization was for the gateway; anything else there is the application's.
  map "$http_{{ $header }}|$gateway_client" $gateway_authorization {
    default $http_authorization;
    "~^\|." "";
  }
  {{- else }}

  map $host $gateway_client {
    default "";
  }
  map $host $gateway_authorization {
    default $http_authorization;
  }
  {{- end }}

  map $http_upgrade $gateway_connection {
    default upgrade;
    "" close;
  }
  map $http_x_forwarded_proto $gateway_proto {
    default $http_x_forwarded_proto;
    "" $scheme;
  }
  map $http_x_forwarded_for $gateway_for {
    default "$http_x_forwarded_for, $realip_remote_addr";
    "" $realip_remote_addr;
  }
  map $http_x_request_id $gateway_request_id {
    default $http_x_request_id;
    "" $request_id;
  }
  {{- if .gateway.rateLimit.requestsPerSecond }}

  {{- if eq .gateway.rateLimit.per "client" }}
  map $gateway_client $gateway_caller {
    default $gateway_client;
    "" $binary_remote_addr;
  }
  {{- else }}
  map $host $gateway_caller {
    default $binary_remote_addr;
  }
  {{- end }}
  map $gateway_exempt $gateway_limited {
    default "";
    "" $gateway_caller;
  }
  limit_req_zone $gateway_limited zone=callers:2m rate={{ int64 .gateway.rateLimit.requestsPerSecond }}r/s;
  limit_req_status 429;
  limit_req_log_level info;
  {{- end }}
  {{- if .gateway.cache.enabled }}

  map "$request_method $request_uri" $gateway_cache_path {
    default "";
    {{- range .gateway.cache.paths }}
    "~^(GET|HEAD) \Q{{ . }}\E" 1;
    {{- end }}
  }
  map $http_accept $gateway_streams {
    default "";
    "~*text/event-stream" 1;
  }
  # Whose answers are one person's, one part, or no HTTP any more.
  map "$http_upgrade$http_range{{ if not .gateway.cache.credentials }}$gateway_authorization$http_cookie{{ end }}" $gateway_personal {
    default 1;
    "" "";
  }
  map "$gateway_cache_path:$gateway_exempt$gateway_streams$gateway_personal" $gateway_cacheable {
    default "";
    "1:" 1;
  }
  map $upstream_http_content_type $gateway_uncached {
    default "";
    "~*(event-stream|ndjson|x-mixed-replace)" 1;
  }
  proxy_cache_path /var/cache/gateway levels=1:2 keys_zone=answers:2m max_size={{ trimSuffix "i" .gateway.cache.size | lower }} inactive={{ int64
    .gateway.cache.seconds }}s use_temp_path=off;
  {{- end }}

  log_format gateway escape=json 'request\t$gateway_client\t$status\t$request_time\t$bytes_sent\t$upstream_cache_status\t'
    '{"time":"$time_iso8601","client":"$gateway_client","address":"$remote_addr","method":"$request_method","host":"$host","path":"$uri",'
    '"status":$status,"bytes":$bytes_sent,"seconds":$request_time,"upstream_seconds":"$upstream_response_time",'
    '"cache":"$upstream_cache_status","request_id":"$gateway_request_id","user_agent":"$http_user_agent"}';

  server {
    listen 8900;
    {{- if eq .root.Values.global.listenAddress "::" }}
    listen [::]:8900;
    {{- end }}
    include /tmp/listen-8900.conf;
    access_log /tmp/requests gateway;

    underscores_in_headers on;
    large_client_header_buffers 4 32k;
    client_max_body_size 0;
    client_body_timeout {{ int64 .gateway.timeouts.readSeconds }}s;
    send_timeout {{ int64 .gateway.timeouts.readSeconds }}s;
    {{- if .gateway.rateLimit.requestsPerSecond }}
    limit_req zone=callers{{ if .gateway.rateLimit.burst }} burst={{ int64 .gateway.rateLimit.burst }} nodelay{{ end }};
    {{- end }}

    proxy_http_version 1.1;
    proxy_request_buffering off;
    proxy_buffering off;
    proxy_buffer_size 32k;
    proxy_buffers 8 32k;
    proxy_max_temp_file_size 0;
    proxy_redirect off;
    proxy_connect_timeout {{ int64 .gateway.timeouts.connectSeconds }}s;
    proxy_read_timeout {{ int64 .gateway.timeouts.readSeconds }}s;
    proxy_send_timeout {{ int64 .gateway.timeouts.readSeconds }}s;
    proxy_set_header Host $http_host;
    proxy_set_header Connection $gateway_connection;
    proxy_set_header Upgrade $http_upgrade;
    proxy_set_header Authorization $gateway_authorization;
    {{- if .gateway.apiKeys.enabled }}
    proxy_set_header {{ .gateway.apiKeys.header }} "";
    {{- end }}
    proxy_set_header X-Gateway-Client $gateway_client;
    proxy_set_header X-Forwarded-For $gateway_for;
    proxy_set_header X-Forwarded-Proto $gateway_proto;
    proxy_set_header X-Request-ID $gateway_request_id;

    recursive_error_pages on;
    error_page 401 @refused;
    error_page 418 = @cached;
    error_page 421 = @draining;
    error_page 429 @limited;
    error_page 502 @away;
    error_page 504 @late;

    location / {
      {{- if .gateway.apiKeys.enabled }}
      if ($gateway_refused) {
        return 401;
      }
      {{- end }}
      if (-f /tmp/draining) {
        return 421;
      }
      {{- if .gateway.cache.enabled }}
      if ($gateway_cacheable) {
        return 418;
      }
      {{- end }}
      proxy_pass http://127.0.0.1:{{ .port }};
    }
    # The pod is about to go: whoever comes again finds another one.
    location @draining {
      keepalive_timeout 0;
      proxy_pass http://127.0.0.1:{{ .port }};
    }
    {{- if .gateway.cache.enabled }}
    location @cached {
      proxy_pass http://127.0.0.1:{{ .port }};
      proxy_buffering on;
      proxy_cache answers;
      proxy_cache_key "$gateway_client $http_host $request_uri{{ if .gateway.cache.credentials }} $gateway_authorization $http_cookie{{ end }}";
      proxy_cache_valid 200 {{ int64 .gateway.cache.seconds }}s;
      proxy_cache_lock on;
      proxy_no_cache $gateway_uncached;
      add_header X-Cache $upstream_cache_status always;
    }
    {{- end }}
    {{- if .gateway.apiKeys.enabled }}
    location @refused {
      default_type application/json;
      add_header WWW-Authenticate Bearer always;
      return 401 '{"error":"unauthorized","message":"$gateway_refusal"}';
    }
    {{- end }}
    {{- with .gateway.rateLimit.requestsPerSecond }}
    location @limited {
      default_type application/json;
      add_header Retry-After 1 always;
      return 429 '{"error":"too_many_requests","message":"More than {{ int64 . }} requests per second; try again."}';
    }
    {{- end }}
    location @away {
      default_type application/json;
      return 502 '{"error":"bad_gateway","message":"The application does not answer."}';
    }
    location @late {
      default_type application/json;
      return 504 '{"error":"gateway_timeout","message":"The application did not answer in time."}';
    }
  }

  server {
    listen 8901;
    {{- if eq .root.Values.global.listenAddress "::" }}
    listen [::]:8901;
    {{- end }}
    include /tmp/listen-8901.conf;
    access_log off;
    location = /metrics {
      default_type "text/plain; version=0.0.4";
      # Not yet there in the first moments.
      log_not_found off;
      alias /tmp/metrics/metrics;
    }
    location = /healthz {
      return 204;
    }
    location / {
      return 404;
    }
  }
}
{{- end }}

{{/* Programs of gateways. */}}
{{- define "gemini-agent.gatewayPrograms" -}}
count.awk: |
  # Passes each request on as a line of JSON and counts it; a tick writes the numbers where nginx serves them.
  BEGIN {
    FS = "\t"
    limits = split("0.005 0.01 0.025 0.05 0.1 0.25 0.5 1 2.5 5 10 30 60 300", limit, " ")
    taken = refused = clients = 0
    changed = 1
  }

  $1 == "request" {
    client = $2
    names[client]
    requests[client "\",status=\"" $3]++
    sent[client] += $5
    sum[client] += $4
    count[client]++
    for (i = limits; i > 0 && $4 <= limit[i] + 0; i--) within[client, i]++
    if ($6 != "") cached[tolower($6)]++
    changed = 1
    if (logs == "true") {
      print $7
      fflush()
    }
  }

  $1 == "keys" && $2 == "taken" { taken++; clients = $3; changed = 1 }
  $1 == "keys" && $2 == "refused" { refused++; changed = 1 }
  $1 == "tick" && changed { write(); changed = 0 }

  function write(    file, key, client, i) {
    file = "/tmp/metrics/next"
    head(file, "gateway_requests_total", "counter", "Requests by client and status.")
    for (key in requests) print "gateway_requests_total{client=\"" key "\"} " requests[key] > file
    head(file, "gateway_response_bytes_total", "counter", "Bytes sent to clients.")
    for (client in names) printf "gateway_response_bytes_total{client=\"%s\"} %.0f\n", client, sent[client] > file
    head(file, "gateway_request_duration_seconds", "histogram", "Time from the first byte of a request to the last of its answer.")
    for (client in names) {
      for (i = 1; i <= limits; i++) print "gateway_request_duration_seconds_bucket{client=\"" client "\",le=\"" limit[i] "\"} " within[client, i] + 0 > file
      print "gateway_request_duration_seconds_bucket{client=\"" client "\",le=\"+Inf\"} " count[client] > file
      printf "gateway_request_duration_seconds_sum{client=\"%s\"} %.3f\n", client, sum[client] > file
      print "gateway_request_duration_seconds_count{client=\"" client "\"} " count[client] > file
    }
    head(file, "gateway_cache_requests_total", "counter", "Requests that may be answered from the cache, by what came of it.")
    for (key in cached) print "gateway_cache_requests_total{result=\"" key "\"} " cached[key] > file
    head(file, "gateway_api_keys", "gauge", "API keys in use.")
    print "gateway_api_keys " clients > file
    head(file, "gateway_api_key_changes_total", "counter", "Changes of the API keys that were taken, and that were refused.")
    print "gateway_api_key_changes_total{result=\"taken\"} " taken > file
    print "gateway_api_key_changes_total{result=\"refused\"} " refused > file
    close(file)
    system("mv /tmp/metrics/next /tmp/metrics/metrics")
  }

  function head(file, name, type, help) {
    print "# HELP " name " " help > file
    print "# TYPE " name " " type > file
  }
start.sh: |
  # Runs nginx in front of the application and counts its requests. The keys are read from their Secret again and again:
  # nginx takes a change without losing a request, and what is wrong with one leaves the old keys in place.
  set -u
  umask 077
  trap '' PIPE
  keys=/run/gateway-keys
  file=/tmp/keys.conf

  say() {
    echo "{\"time\":\"$(date -u +%Y-%m-%dT%H:%M:%SZ)\",\"level\":\"$1\",\"message\":\"$2\"}"
  }

  # A key in a line for nginx' map, which compares expressions with regard to case.
  read_keys() {
    for path in "$keys"/*; do
      [ -f "$path" ] || continue
      key=
      IFS= read -r key <"$path" || [ -n "$key" ] || { echo "the key of ${path##*/} is empty"; return 1; }
      case $key in
        *[!A-Za-z0-9._~+/=-]*) echo "the key of ${path##*/} has other characters than letters, digits and . _ ~ + / = -"; return 1 ;;
      esac
      [ "${#key}" -ge 16 ] || { echo "the key of ${path##*/} has less than 16 characters"; return 1; }
      printf '"~^\\Q%s\\E$" "%s";\n' "$key" "${path##*/}"
    done
  }

  take_keys() {
    found=$(read_keys) || { refuse "$found"; return 1; }
    [ "$found" != "$taken" ] || return 0
    echo "$found" >$file
    if problem=$(nginx -t -q -e stderr -c /etc/gateway/nginx.conf 2>&1); then
      taken=$found
      refused=
      count=$(grep -c . $file)
      printf 'keys\ttaken\t%s\n' "$count" >&3
      say info "$count API keys"
    else
      echo "$taken" >$file
      refuse "nginx refuses the configuration: $(echo "$problem" | head -n 1 | tr -d '"\\')"
      return 1
    fi
  }

  refuse() {
    [ "$1" != "$refused" ] || return 0
    refused=$1
    printf 'keys\trefused\n' >&3
    say error "$1; the keys before it stay in place"
  }

  for port in 8900 8901; do
    if [ -e /proc/net/if_inet6 ]; then echo "listen [::]:$port;"; fi >/tmp/listen-$port.conf
  done
  mkdir -p /tmp/metrics
  rm -f /tmp/requests /tmp/draining
  mkfifo /tmp/requests
  awk -v logs="$ACCESS_LOG" -f /etc/gateway/count.awk </tmp/requests &
  counter=$!
  exec 3>/tmp/requests

  taken=none
  refused=
  if [ -d $keys ]; then take_keys || exit 1; fi
  nginx -e stderr -c /etc/gateway/nginx.conf -g 'daemon off;' 3>&- &
  nginx=$!
  trap 'kill -QUIT $nginx' TERM QUIT INT

  seconds=0
  while kill -0 $nginx 2>/dev/null && kill -0 $counter 2>/dev/null; do
    sleep 1 3>&- &
    wait $!
    echo tick >&3
    seconds=$((seconds + 1))
    [ $((seconds % 5)) -eq 0 ] && [ -d $keys ] || continue
    before=$taken
    take_keys && [ "$taken" != "$before" ] && kill -HUP $nginx
  done
  kill -QUIT $nginx 2>/dev/null
  wait $nginx
  code=$?
  exec 3>&-
  wait $counter
  exit $code
drain.sh: |
  # From the start of a deletion: every answer ends its connection, and those that stay silent are closed before the application is.
  touch /tmp/draining
  sleep 2
  kill -HUP "$(cat /tmp/nginx.pid)"
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes a gateway; empty for no; called with global and the values of its metrics. */}}
{{- define "gemini-agent.gatewayScraped" -}}
{{- $scraped := .global.monitoring.prometheus }}
{{- with .global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if or .metrics.annotations (and .metrics.auto $scraped) }}true
{{- end }}
{{- end }}

{{/* Whether anything scrapes the metrics of a gateway; empty for no; called with global and the values of its metrics. */}}
{{- define "gemini-agent.gatewayWatched" -}}
{{- if or .metrics.serviceMonitor .metrics.annotations (and .metrics.auto .global.monitoring.operator) (include "gemini-agent.gatewayScraped" .) }}true{{ end }}
{{- end }}

{{/* Container of a gateway; called with root and its values. */}}
{{- define "gemini-agent.gatewayContainer" -}}
- name: gateway
  image: {{ include "gemini-agent.gateway.image" .root }}
  imagePullPolicy: {{ .root.Values.gateway.image.pullPolicy }}
  restartPolicy: Always
  command: ["sh", "/etc/gateway/start.sh"]
  env:
    - name: ACCESS_LOG
      value: {{ .gateway.accessLog | quote }}
    {{- with .root.Values.global.extraEnv }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  ports:
    - name: gateway
      containerPort: 8900
      protocol: TCP
    - name: gateway-metrics
      containerPort: 8901
      protocol: TCP
  startupProbe:
    httpGet:
      path: /healthz
      port: gateway-metrics
    periodSeconds: 1
    failureThreshold: 60
  livenessProbe:
    httpGet:
      path: /healthz
      port: gateway-metrics
    periodSeconds: 20
    timeoutSeconds: 5
  readinessProbe:
    httpGet:
      path: /healthz
      port: gateway-metrics
    periodSeconds: 10
    timeoutSeconds: 5
  lifecycle:
    preStop:
      exec:
        command: ["sh", "/etc/gateway/drain.sh"]
  resources:
    {{- toYaml .gateway.resources | nindent 4 }}
  terminationMessagePolicy: FallbackToLogsOnError
  securityContext:
    runAsNonRoot: true
    {{- if not (include "gemini-agent.openshift" .root) }}
    runAsUser: 101
    runAsGroup: 101
    {{- end }}
    allowPrivilegeEscalation: false
    readOnlyRootFilesystem: true
    capabilities:
      drop: [ALL]
    seccompProfile:
      type: RuntimeDefault
  volumeMounts:
    - name: gateway
      mountPath: /etc/gateway
      readOnly: true
    - name: gateway-tmp
      mountPath: /tmp
    {{- if .gateway.cache.enabled }}
    - name: gateway-cache
      mountPath: /var/cache/gateway
    {{- end }}
    {{- if .gateway.apiKeys.enabled }}
    - name: gateway-keys
      mountPath: /run/gateway-keys
      readOnly: true
    {{- end }}
{{- end }}

{{/* Name of the Secret with the API keys of a gateway; called with its values and the name of its workload. */}}
{{- define "gemini-agent.gatewaySecret" -}}
{{- .gateway.apiKeys.existingSecret | default (printf "%s-api-keys" .name) }}
{{- end }}

{{/* Volumes of a gateway; called with root, its values and the name of its workload. */}}
{{- define "gemini-agent.gatewayVolumes" -}}
- name: gateway
  configMap:
    name: {{ .name }}-gateway
- name: gateway-tmp
  emptyDir:
    sizeLimit: {{ toJson .root.Values.scratch.sizeLimit }}
{{- if .gateway.cache.enabled }}
- name: gateway-cache
  emptyDir:
    sizeLimit: {{ mul 2 (regexFind "^[0-9]+" .gateway.cache.size) }}{{ regexFind "[MG]i$" .gateway.cache.size }}
{{- end }}
{{- if .gateway.apiKeys.enabled }}
- name: gateway-keys
  secret:
    secretName: {{ include "gemini-agent.gatewaySecret" . | quote }}
    defaultMode: 0440 # fsGroup owns it, and the group reads
{{- end }}
{{- end }}

{{/* Name of the Secret with the API keys of main. */}}
{{- define "gemini-agent.main.gatewaySecret" -}}
{{- include "gemini-agent.gatewaySecret" (dict "gateway" .Values.gateway "name" (include "gemini-agent.fullname" .)) }}
{{- end }}

{{/* Path of main that checks look at. */}}
{{- define "gemini-agent.main.gatewayCheck" -}}
/ready
{{- end }}

{{/* Files of the gateway of main: its configuration and its programs. */}}
{{- define "gemini-agent.main.gatewayFiles" -}}
nginx.conf: |
  {{- include "gemini-agent.gatewayConfig" (dict "root" . "gateway" .Values.gateway "check" (include "gemini-agent.main.gatewayCheck" .) "port" 8080)
    | nindent 2 }}
{{ include "gemini-agent.gatewayPrograms" . }}
{{- end }}
