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
