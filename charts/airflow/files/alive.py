"""Whether this component does its work: `alive.py TriggererJob`, `alive.py DagProcessorJob` or `alive.py celery`.

A database or a broker that is away is nobody's fault here: restarting would only lose what runs.
"""
import os
import socket
import sys

SILENCE = 180


def hostname():
    """The name under which Airflow registers this pod (airflow.utils.net.getfqdn)."""
    name = socket.gethostname()
    try:
        found = socket.getaddrinfo(name, None, 0, socket.SOCK_DGRAM, 0, socket.AI_CANONNAME)
    except OSError:
        return name
    return next((address[3] for address in found if address[3]), name)


def heart_beats(job):
    import psycopg2

    uri = os.environ["AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"].replace("postgresql+psycopg2:", "postgresql:", 1)
    try:
        connection = psycopg2.connect(uri, connect_timeout=5)
    except psycopg2.OperationalError as error:
        print(f"the database does not say: {error}")
        return True
    with connection, connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from job where job_type = %s and hostname = %s and state = 'running'"
            " and latest_heartbeat > now() - make_interval(secs => %s)",
            (job, hostname(), SILENCE),
        )
        alive = cursor.fetchone()[0] > 0
    connection.close()
    if not alive:
        print(f"{job} on {hostname()} has no heartbeat in the last {SILENCE} seconds")
    return alive


def worker_answers():
    from broker import url
    from celery import Celery
    from kombu.exceptions import OperationalError

    app = Celery(broker=url())
    app.conf.broker_transport_options = {"socket_timeout": 5, "socket_connect_timeout": 5}
    node = f"celery@{socket.gethostname()}"
    try:
        with app.connection_for_read() as connection:
            connection.ensure_connection(max_retries=1, timeout=5)
            answers = app.control.inspect(destination=[node], timeout=10, connection=connection).ping()
    except (OperationalError, OSError) as error:
        print(f"the broker does not say: {error}")
        return True
    if not answers:
        print(f"{node} does not answer")
    return bool(answers)


if __name__ == "__main__":
    component = sys.argv[1]
    sys.exit(0 if (worker_answers() if component == "celery" else heart_beats(component)) else 1)
