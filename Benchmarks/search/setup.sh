#!/usr/bin/env bash
# Makes the Python environment for the peers in Benchmarks/search/.venv: tantivy, numpy and psycopg from PyPI, Xapian from Debian.
# Usage: Benchmarks/search/setup.sh
# Needs: apt-get install python3-venv python3-xapian postgresql wdutch wfrench wngerman wamerican
set -euo pipefail
cd "$(dirname "$0")"

# Debian's own Python, since python3-xapian is built for that one only.
/usr/bin/python3 -m venv --system-site-packages .venv
.venv/bin/pip install --quiet --disable-pip-version-check tantivy numpy 'psycopg[binary]'
.venv/bin/python - <<'PYTHON'
import importlib.metadata, sqlite3, xapian
for name in ("tantivy", "numpy", "psycopg"):
    print(name, importlib.metadata.version(name))
print("xapian", xapian.version_string())
print("sqlite", sqlite3.sqlite_version)
PYTHON
