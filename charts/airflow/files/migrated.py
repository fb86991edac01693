"""Waits until the database has the newest revision that this image knows; the argument is the longest wait in seconds."""
import ast
import importlib.util
import os
import pathlib
import sys
import time

import psycopg2


def heads(package):
    """Revisions that no other one of the package follows; the files are read, not run: importing Airflow takes seconds."""
    spec = importlib.util.find_spec(package.split(".")[0])
    places = list(spec.submodule_search_locations) if spec else []
    revisions, followed = set(), set()
    for place in places:
        folder = pathlib.Path(place, *package.split(".")[1:], "migrations", "versions")
        for file in folder.glob("*.py"):
            said = {}
            for node in ast.parse(file.read_text()).body:
                targets = getattr(node, "targets", [getattr(node, "target", None)])
                value = getattr(node, "value", None)
                for target in targets:
                    if isinstance(target, ast.Name) and isinstance(value, (ast.Constant, ast.Tuple)):
                        said[target.id] = ast.literal_eval(value)
            if said.get("revision"):
                revisions.add(said["revision"])
                before = said.get("down_revision")
                followed.update(before if isinstance(before, tuple) else [before])
    return revisions - followed


def missing():
    """What the database lacks; empty when it is up to date."""
    uri = os.environ["AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"].replace("postgresql+psycopg2:", "postgresql:", 1)
    wanted = [("alembic_version", heads("airflow"))]
    if os.environ.get("AIRFLOW__CORE__AUTH_MANAGER", "").endswith(".FabAuthManager"):
        wanted.append(("alembic_version_fab", heads("airflow.providers.fab")))
    connection = psycopg2.connect(uri, connect_timeout=5)
    try:
        for table, expected in wanted:
            with connection.cursor() as cursor:
                cursor.execute("select to_regclass(%s)", (table,))
                found = set()
                if cursor.fetchone()[0]:
                    cursor.execute(f"select version_num from {table}")
                    found = {row[0] for row in cursor.fetchall()}
            if not expected:
                return f"this image has no migrations for {table}"
            if found != expected:
                return f"{table} is at {', '.join(sorted(found)) or 'nothing'}, this image needs {', '.join(sorted(expected))}"
    finally:
        connection.close()
    return ""


def main():
    timeout = int(sys.argv[1])
    end = time.monotonic() + timeout
    said = None
    while True:
        try:
            why = missing()
        except psycopg2.Error as error:
            why = (str(error).strip().splitlines() or ["no answer"])[0]
        if not why:
            print("the database is up to date", flush=True)
            return 0
        if time.monotonic() >= end:
            print(f"gave up after {timeout}s waiting for the migrations: {why}", flush=True)
            return 1
        if why != said:
            print(f"waiting for the migrations: {why}", flush=True)
            said = why
        time.sleep(2)


if __name__ == "__main__":
    sys.exit(main())
