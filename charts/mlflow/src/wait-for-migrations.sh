# Waits until the database has the schema of this version: it asks the database, not Kubernetes, whether the Job has had its effect.
exec python3 -W ignore - << 'END'
import os
import signal
import sys
import time
from pathlib import Path

signal.signal(signal.SIGTERM, lambda *_: os._exit(143))
end = time.monotonic() + int(os.environ["TIMEOUT"])

import mlflow
import sqlalchemy
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

home = Path(mlflow.__file__).parent
schemas = [("alembic_version", "store/db_migrations", "the tables of MLflow")]
if os.environ["AUTH"] == "true":
    schemas.append(("alembic_version_auth", "server/auth/db/migrations", "the tables of users"))


def scripts(folder):
    config = Config()
    config.set_main_option("script_location", str(home / folder).replace("%", "%%"))
    return ScriptDirectory.from_config(config)


def missing(connection):
    for table, folder, name in schemas:
        script = scripts(folder)
        head = script.get_current_head()
        found = MigrationContext.configure(connection, opts={"version_table": table}).get_current_revision()
        if found is None:
            return f"{name} are not there yet"
        if found not in [one.revision for one in script.walk_revisions()]:
            return f"{name} are at {found}, of a newer version than {mlflow.__version__}, which ends at {head}"
        if found != head:
            return f"{name} are at {found}, not yet at {head}"
    return None


engine = sqlalchemy.create_engine(os.environ["MLFLOW_BACKEND_STORE_URI"])
said = None
while True:
    try:
        with engine.connect() as connection:
            why = missing(connection)
    except sqlalchemy.exc.SQLAlchemyError as error:
        why = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
    if why is None:
        print("the database is up to date")
        sys.exit(0)
    if time.monotonic() >= end:
        print(f"gave up after {os.environ['TIMEOUT']}s waiting for the migrations: {why}")
        sys.exit(1)
    if why != said:
        print(f"waiting for the migrations: {why}")
        said = why
    time.sleep(2)
END
