# Runs a component of Airflow, and beside it deletes the files of logs that nobody has written to for LOG_RETENTION_DAYS; 0 keeps all.
logs=${AIRFLOW__LOGGING__BASE_LOG_FOLDER:-/opt/airflow/logs}
if [ "$LOG_RETENTION_DAYS" -gt 0 ]; then
  while true; do
    find "$logs" -type f -mmin "+$((LOG_RETENTION_DAYS * 1440))" -delete
    find "$logs" -mindepth 1 -type d -empty -mmin +1440 -delete
    sleep 3600
  done &
fi
exec "$@"
