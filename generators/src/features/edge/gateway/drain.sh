# From the start of a deletion: every answer ends its connection, and those that stay silent are closed before the application is.
touch /tmp/draining
sleep 2
kill -HUP "$(cat /tmp/nginx.pid)"
