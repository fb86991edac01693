# Waits until the Job is complete that the ConfigMap JOB names: every revision of a release may have another one.
account=/var/run/secrets/kubernetes.io/serviceaccount
case $KUBERNETES_SERVICE_HOST in
  *:*) api=https://[$KUBERNETES_SERVICE_HOST]:$KUBERNETES_SERVICE_PORT ;;
  *) api=https://$KUBERNETES_SERVICE_HOST:$KUBERNETES_SERVICE_PORT ;;
esac
# The object at a path, one field on each line, then a line with the status; the token stays out of the arguments.
ask() {
  printf 'cacert = %s/ca.crt\nheader = "Authorization: Bearer %s"\n' "$account" "$(cat "$account/token")" |
    curl --config - --globoff --silent --max-time 5 --write-out '\n%{http_code} %{errormsg}' "$api/$1?pretty=true"
}
refused() {
  case $1 in
    403*) echo "the service account may not get it" ;;
    000*) echo "the Kubernetes API does not answer: ${1#000 }" ;;
    *) echo "the Kubernetes API answers with status ${1% }" ;;
  esac
  return 1
}

what="the Job of ConfigMap $JOB"
look() {
  answer=$(ask "api/v1/namespaces/$NAMESPACE/configmaps/$JOB")
  status=$(printf '%s\n' "$answer" | tail -n 1)
  case $status in 200*) ;; *) refused "$status"; return ;; esac
  job=$(printf '%s\n' "$answer" | sed -n 's/^ *"job": "\(.*\)".*/\1/p')
  answer=$(ask "apis/batch/v1/namespaces/$NAMESPACE/jobs/$job")
  status=$(printf '%s\n' "$answer" | tail -n 1)
  case $status in
    200*) ;;
    404*) echo "there is no Job $job yet, or no longer: an upgrade of the release makes it"; return 1 ;;
    *) refused "$status"; return ;;
  esac
  case $(printf '%s\n' "$answer" | tr -d ' \n') in
    *'"type":"Complete","status":"True"'*) echo "Job $job is complete"; return ;;
    *'"type":"Failed","status":"True"'*)
      echo "Job $job failed: $(printf '%s\n' "$answer" | sed -n '/"type": "Failed"/,/}/s/^ *"message": "\(.*\)".*/\1/p')" ;;
    *) echo "Job $job is not complete" ;;
  esac
  return 1
}

. wait.sh
