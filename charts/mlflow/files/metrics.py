"""Serves what the processes of the server have counted, on a port of its own: the server's asks for host names and users."""

import os
import signal

from prometheus_client import CollectorRegistry, start_http_server
from prometheus_client.multiprocess import MultiProcessCollector

registry = CollectorRegistry()
MultiProcessCollector(registry, path=os.environ["MLFLOW_EXPOSE_PROMETHEUS"])
start_http_server(int(os.environ["METRICS_PORT"]), registry=registry)
signal.pause()
