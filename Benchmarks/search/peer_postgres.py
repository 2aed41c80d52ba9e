"""PostgreSQL: tsvector with a GIN index, ts_rank, pg_trgm; a server of its own in a temporary folder."""
import contextlib
import os
import pathlib
import pwd
import shutil
import subprocess
import tempfile

import psycopg

from corpus_files import FACETS, code

CORRECTS = True
NOTE = "The round trip to the server is in its times. Errors: words that no record has are replaced by the most similar one of pg_trgm."
SETTINGS = {
    "listen_addresses": "''", "max_connections": 10, "shared_buffers": "2GB", "effective_cache_size": "8GB", "work_mem": "256MB",
    "maintenance_work_mem": "1GB", "random_page_cost": 1.1, "wal_level": "minimal", "max_wal_senders": 0, "max_wal_size": "8GB",
    "fsync": "off", "autovacuum": "off", "max_parallel_workers_per_gather": 0, "max_parallel_maintenance_workers": 0,
    "jit": "off", "plan_cache_mode": "force_custom_plan", "lc_messages": "C",
}  # fmt: skip
LOADED = """
CREATE TEMPORARY TABLE loaded (
    number int, language text, kind smallint, themes smallint[], audiences smallint[], territory smallint, year smallint, title text, summary text
)
"""
BUILD = """
CREATE TABLE record AS
    SELECT number, language, kind, themes, audiences, territory, year,
        setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', summary), 'B') AS text
    FROM loaded ORDER BY number;
DROP TABLE loaded;
ALTER TABLE record ADD PRIMARY KEY (number);
CREATE INDEX ON record USING gin (text);
CREATE INDEX ON record (language);
CREATE INDEX ON record (kind);
CREATE INDEX ON record (territory);
CREATE INDEX ON record (year);
CREATE INDEX ON record USING gin (themes);
CREATE INDEX ON record USING gin (audiences);
CREATE TABLE word AS SELECT word, ndoc FROM ts_stat('SELECT text FROM record');
ALTER TABLE word ADD PRIMARY KEY (word);
CREATE INDEX ON word USING gin (word gin_trgm_ops);
"""
SEARCH = """
WITH found AS MATERIALIZED (
    SELECT number, kind, themes, audiences, territory, year,
        ts_rank('{{0, 0, 0.5, 1}}', text, to_tsquery('simple', %(words)s)) AS rank
    FROM record WHERE text @@ to_tsquery('simple', %(words)s) {filters}
)
(SELECT 'best', number, NULL FROM found ORDER BY rank DESC, number LIMIT 10)
UNION ALL SELECT 'total', NULL, count(*) FROM found
UNION ALL SELECT 'kind', kind, count(*) FROM found GROUP BY kind
UNION ALL SELECT 'territory', territory, count(*) FROM found GROUP BY territory
UNION ALL SELECT 'year', year, count(*) FROM found GROUP BY year
UNION ALL SELECT 'themes', value, count(*) FROM found, unnest(themes) AS value GROUP BY value
UNION ALL SELECT 'audiences', value, count(*) FROM found, unnest(audiences) AS value GROUP BY value
"""
CORRECTED = """
SELECT coalesce(
    (SELECT word FROM word WHERE word = asked),
    (SELECT word FROM word WHERE word %% asked ORDER BY similarity(word, asked) DESC, ndoc DESC, word LIMIT 1),
    asked)
FROM unnest(%s::text[]) WITH ORDINALITY AS query (asked, place) ORDER BY place
"""


@contextlib.contextmanager
def opened(_):
    """A running server. Not in the folder of the corpus, which another user could perhaps not reach; and root may not run one."""
    programs = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))[-1]
    folder = pathlib.Path(tempfile.mkdtemp(prefix="peer-postgres-"))
    owner = "postgres" if os.geteuid() == 0 else None
    if owner:
        os.chown(folder, pwd.getpwnam(owner).pw_uid, -1)

    def run(*arguments):
        subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL, cwd=folder, user=owner, group=owner, extra_groups=[] if owner else None)

    try:
        run(programs / "initdb", "-D", folder / "data", "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        with open(folder / "data/postgresql.conf", "a") as file:
            file.writelines(f"{name} = {value}\n" for name, value in SETTINGS.items())
            file.write(f"unix_socket_directories = '{folder}'\n")
        run(programs / "pg_ctl", "-D", folder / "data", "-l", folder / "log", "-w", "start")
        with psycopg.connect(host=str(folder), user="postgres", dbname="postgres", autocommit=True) as connection:
            yield Engine(connection)
    finally:
        if (folder / "data/postmaster.pid").exists():
            run(programs / "pg_ctl", "-D", folder / "data", "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder)


class Engine:
    def __init__(self, connection):
        self.connection = connection

    def build(self, records):
        self.connection.execute("CREATE EXTENSION pg_trgm")
        self.connection.execute(LOADED)
        with self.connection.cursor() as cursor, cursor.copy("COPY loaded FROM STDIN") as copy:
            for record in records:
                several = ["{" + ",".join(str(code(value)) for value in values) + "}" for values in (record.themes, record.audiences)]
                single = [code(record.territory), code(record.year), record.title, record.summary]
                copy.write_row((record.number, record.language, code(record.kind), *several, *single))
        self.connection.execute(BUILD)
        self.connection.execute("VACUUM (ANALYZE) record, word")

    def disk_bytes(self):
        return self.connection.execute("SELECT (pg_total_relation_size('record') + pg_total_relation_size('word'))::bigint").fetchone()[0]

    def search(self, query):
        words = query.words
        if query.errors:
            words = [word for word, in self.connection.execute(CORRECTED, (words,), prepare=True)]
        values = {"words": (" | " if query.any_word else " & ").join(words)}
        filters = ""
        for facet, value in query.filters:
            several = facet in ("themes", "audiences")
            filters += f" AND {facet} @> ARRAY[%({facet})s::smallint]" if several else f" AND {facet} = %({facet})s"
            values[facet] = value if facet == "language" else code(value)
        rows = self.connection.execute(SEARCH.format(filters=filters), values, prepare=True).fetchall()
        best = [value for name, value, _ in rows if name == "best"]
        total = next(count for name, _, count in rows if name == "total")
        return total, best, lambda: {facet: {value: count for name, value, count in rows if name == facet} for facet in FACETS}
