"""The address of the queue with user and password, whatever characters they hold."""
import os
from urllib.parse import quote


def url():
    """What AIRFLOW__CELERY__BROKER_URL says, or else the parts of the connection put together."""
    given = os.environ.get("AIRFLOW__CELERY__BROKER_URL")
    if given:
        return given
    scheme, rest = os.environ["BROKER_ADDRESS"].split("://", 1)
    user, password = (quote(os.environ.get(f"BROKER_{part}", ""), safe="") for part in ("USERNAME", "PASSWORD"))
    return f"{scheme}://{user}:{password}@{rest}" if password else f"{scheme}://{rest}"


if __name__ == "__main__":
    print(url(), end="")
