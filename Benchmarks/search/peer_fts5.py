"""SQLite's FTS5, with the facets counted in SQL."""
import contextlib
import sqlite3

from corpus_files import FACETS, bytes_in, code

CORRECTS = False
NOTE = "Errors: nothing of its own (spellfix is not in Debian), so these queries are asked as they are."
SEVERAL = {"themes": "theme", "audiences": "audience"}  # facets with a table of their own
SCHEMA = """
CREATE VIRTUAL TABLE text USING fts5(title, summary, content='', tokenize="unicode61 remove_diacritics 0");
INSERT INTO text (text, rank) VALUES ('rank', 'bm25(2.0, 1.0)');
CREATE TABLE record (number INTEGER PRIMARY KEY, language TEXT, kind INTEGER, territory INTEGER, year INTEGER);
CREATE TABLE theme (record INTEGER, value INTEGER, PRIMARY KEY (record, value)) WITHOUT ROWID;
CREATE TABLE audience (record INTEGER, value INTEGER, PRIMARY KEY (record, value)) WITHOUT ROWID;
"""
SEARCH = """
WITH found AS MATERIALIZED (
    SELECT record.number, text.rank AS rank, kind, territory, year
    FROM text CROSS JOIN record ON record.number = text.rowid
    WHERE text MATCH ? {filters}
)
SELECT * FROM (SELECT 'best' AS facet, number AS value, rank AS count FROM found ORDER BY rank, number LIMIT 10)
UNION ALL SELECT 'total', NULL, count(*) FROM found
UNION ALL SELECT 'kind', kind, count(*) FROM found GROUP BY kind
UNION ALL SELECT 'territory', territory, count(*) FROM found GROUP BY territory
UNION ALL SELECT 'year', year, count(*) FROM found GROUP BY year
UNION ALL SELECT 'themes', theme.value, count(*) FROM found CROSS JOIN theme ON theme.record = found.number GROUP BY theme.value
UNION ALL SELECT 'audiences', audience.value, count(*) FROM found CROSS JOIN audience ON audience.record = found.number GROUP BY audience.value
"""


@contextlib.contextmanager
def opened(folder):
    yield Engine(folder)


class Engine:
    def __init__(self, folder):
        self.folder = folder
        self.database = sqlite3.connect(folder / "search.sqlite", isolation_level=None)
        self.database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -1000000;")

    def build(self, records):
        self.database.executescript(SCHEMA)
        self.database.execute("BEGIN")
        for record in records:
            self.database.execute("INSERT INTO text (rowid, title, summary) VALUES (?, ?, ?)", (record.number, record.title, record.summary))
            single = (record.number, record.language, code(record.kind), code(record.territory), code(record.year))
            self.database.execute("INSERT INTO record VALUES (?, ?, ?, ?, ?)", single)
            for facet, name in SEVERAL.items():
                self.database.executemany(f"INSERT INTO {name} VALUES (?, ?)", [(record.number, code(value)) for value in getattr(record, facet)])
        self.database.execute("INSERT INTO text (text) VALUES ('optimize')")
        self.database.execute("COMMIT")
        self.database.execute("ANALYZE")

    def disk_bytes(self):
        return bytes_in(self.folder)

    def search(self, query):
        words = [f'"{word}"' for word in query.words]
        filters = ""
        values = [(" OR " if query.any_word else " ").join(words)]
        for facet, value in query.filters:
            if facet in SEVERAL:
                filters += f" AND EXISTS (SELECT 1 FROM {SEVERAL[facet]} WHERE record = text.rowid AND value = ?)"
            else:
                filters += f" AND {facet} = ?"
            values.append(value if facet == "language" else code(value))
        rows = self.database.execute(SEARCH.format(filters=filters), values).fetchall()
        best = [value for facet, value, _ in rows if facet == "best"]
        total = next(count for facet, _, count in rows if facet == "total")
        return total, best, lambda: {name: {value: count for facet, value, count in rows if facet == name} for name in FACETS}
