{{/* Name of the Secret with the API keys of main. */}}
{{- define "airflow.main.gatewaySecret" -}}
{{- .Values.gateway.apiKeys.existingSecret | default (printf "%s-api-keys" (include "airflow.fullname" .)) }}
{{- end }}

{{/* Whether a Prometheus of this namespace scrapes the gateway of main; empty for no. */}}
{{- define "airflow.main.gatewayScraped" -}}
{{- $scraped := .Values.global.monitoring.prometheus }}
{{- with .Values.global.members.prometheus }}
{{- $scraped = or $scraped .enabled }}
{{- end }}
{{- if or .Values.gateway.metrics.annotations (and .Values.gateway.metrics.auto $scraped) }}true
{{- end }}
{{- end }}

{{/* Configuration of the gateway of main. */}}
{{- define "airflow.main.gatewayConfig" -}}
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
  {{- range .Values.gateway.trustedProxies }}
  set_real_ip_from {{ . }};
  {{- end }}
  {{- if .Values.gateway.trustedProxies }}
  real_ip_header X-Forwarded-For;
  real_ip_recursive on;
  {{- end }}

  # What needs no key and knows no limit: the path that checks look at, and exemptPaths. Compared as it was sent.
  map "$request_method $request_uri" $gateway_exempt {
    default "";
    "~^(GET|HEAD) \Q{{ include "airflow.basePath" . }}/api/{{ include "airflow.api" . }}/version\E(\?|$)" 1;
    {{- range .Values.gateway.apiKeys.exemptPaths }}
    {{- if hasSuffix "*" . }}
    "~^[A-Z]+ \Q{{ trimSuffix "*" . }}\E(?!.*(\.\.|(?i:%2e|%2f|%5c)))" 1;
    {{- else }}
    "~^[A-Z]+ \Q{{ . }}\E(\?|$)" 1;
    {{- end }}
    {{- end }}
  }
  {{- if .Values.gateway.apiKeys.enabled }}
  {{- $header := .Values.gateway.apiKeys.header | lower | replace "-" "_" }}

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
    "" "An API key is missing: send it as {{ .Values.gateway.apiKeys.header }}, or as Authorization: Bearer.";
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
  {{- if .Values.gateway.rateLimit.requestsPerSecond }}

  {{- if eq .Values.gateway.rateLimit.per "client" }}
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
  limit_req_zone $gateway_limited zone=callers:2m rate={{ int64 .Values.gateway.rateLimit.requestsPerSecond }}r/s;
  limit_req_status 429;
  limit_req_log_level info;
  {{- end }}
  {{- if .Values.gateway.cache.enabled }}

  map "$request_method $request_uri" $gateway_cache_path {
    default "";
    {{- range .Values.gateway.cache.paths }}
    "~^(GET|HEAD) \Q{{ . }}\E" 1;
    {{- end }}
  }
  map $http_accept $gateway_streams {
    default "";
    "~*text/event-stream" 1;
  }
  # Whose answers are one person's, one part, or no HTTP any more.
  map "$http_upgrade$http_range{{ if not .Values.gateway.cache.credentials }}$gateway_authorization$http_cookie{{ end }}" $gateway_personal {
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
  proxy_cache_path /var/cache/gateway levels=1:2 keys_zone=answers:2m max_size={{ trimSuffix "i"
    .Values.gateway.cache.size | lower }} inactive={{ int64 .Values.gateway.cache.seconds }}s use_temp_path=off;
  {{- end }}

  log_format gateway escape=json 'request\t$gateway_client\t$status\t$request_time\t$bytes_sent\t$upstream_cache_status\t'
    '{"time":"$time_iso8601","client":"$gateway_client","address":"$remote_addr","method":"$request_method","host":"$host","path":"$uri",'
    '"status":$status,"bytes":$bytes_sent,"seconds":$request_time,"upstream_seconds":"$upstream_response_time",'
    '"cache":"$upstream_cache_status","request_id":"$gateway_request_id","user_agent":"$http_user_agent"}';

  server {
    listen 8900;
    include /tmp/listen-8900.conf;
    access_log /tmp/requests gateway;

    underscores_in_headers on;
    large_client_header_buffers 4 32k;
    client_max_body_size 0;
    client_body_timeout {{ int64 .Values.gateway.timeouts.readSeconds }}s;
    send_timeout {{ int64 .Values.gateway.timeouts.readSeconds }}s;
    {{- if .Values.gateway.rateLimit.requestsPerSecond }}
    limit_req zone=callers{{ if .Values.gateway.rateLimit.burst }} burst={{ int64 .Values.gateway.rateLimit.burst }} nodelay{{ end }};
    {{- end }}

    proxy_http_version 1.1;
    proxy_request_buffering off;
    proxy_buffering off;
    proxy_buffer_size 32k;
    proxy_buffers 8 32k;
    proxy_max_temp_file_size 0;
    proxy_redirect off;
    proxy_connect_timeout {{ int64 .Values.gateway.timeouts.connectSeconds }}s;
    proxy_read_timeout {{ int64 .Values.gateway.timeouts.readSeconds }}s;
    proxy_send_timeout {{ int64 .Values.gateway.timeouts.readSeconds }}s;
    proxy_set_header Host $http_host;
    proxy_set_header Connection $gateway_connection;
    proxy_set_header Upgrade $http_upgrade;
    proxy_set_header Authorization $gateway_authorization;
    {{- if .Values.gateway.apiKeys.enabled }}
    proxy_set_header {{ .Values.gateway.apiKeys.header }} "";
    {{- end }}
    proxy_set_header X-Gateway-Client $gateway_client;
    proxy_set_header X-Forwarded-For $gateway_for;
    proxy_set_header X-Forwarded-Proto $gateway_proto;
    proxy_set_header X-Request-ID $gateway_request_id;

    recursive_error_pages on;
    error_page 401 @refused;
    error_page 418 = @cached;
    error_page 429 @limited;
    error_page 502 @away;
    error_page 504 @late;

    location / {
      {{- if .Values.gateway.apiKeys.enabled }}
      if ($gateway_refused) {
        return 401;
      }
      {{- end }}
      {{- if .Values.gateway.cache.enabled }}
      if ($gateway_cacheable) {
        return 418;
      }
      {{- end }}
      proxy_pass http://127.0.0.1:8080;
    }
    {{- if .Values.gateway.cache.enabled }}
    location @cached {
      proxy_pass http://127.0.0.1:8080;
      proxy_buffering on;
      proxy_cache answers;
      proxy_cache_key "$gateway_client $http_host $request_uri{{ if .Values.gateway.cache.credentials }} $gateway_authorization $http_cookie{{ end }}";
      proxy_cache_valid 200 {{ int64 .Values.gateway.cache.seconds }}s;
      proxy_cache_lock on;
      proxy_no_cache $gateway_uncached;
      add_header X-Cache $upstream_cache_status always;
    }
    {{- end }}
    {{- if .Values.gateway.apiKeys.enabled }}
    location @refused {
      default_type application/json;
      add_header WWW-Authenticate Bearer always;
      return 401 '{"error":"unauthorized","message":"$gateway_refusal"}';
    }
    {{- end }}
    {{- if .Values.gateway.rateLimit.requestsPerSecond }}
    location @limited {
      default_type application/json;
      add_header Retry-After 1 always;
      return 429 '{"error":"too_many_requests","message":"More than {{ int64 .Values.gateway.rateLimit.requestsPerSecond }} requests per second; try again."}';
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

{{/* Whether anything scrapes the metrics of the gateway of main; empty for no. */}}
{{- define "airflow.main.gatewayWatched" -}}
{{- if or .Values.gateway.metrics.serviceMonitor .Values.gateway.metrics.annotations
  (and .Values.gateway.metrics.auto .Values.global.monitoring.operator)
  (include "airflow.main.gatewayScraped" .) }}true{{ end }}
{{- end }}
