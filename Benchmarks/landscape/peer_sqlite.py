"""The landscape's tables by SQL in SQLite, in memory.

Of the ways to write it that were tried, the fastest: every axis once as a table of where offers stand, clustered by
offer, so that a pair of axes is one walk by offer; the group is one whole number out of both places, the standing and
the languages; it is counted up in a table by that number (a GROUP BY sorts millions of rows and takes nearly twice as
long); the few thousand groups become cells outside.
"""
import csv
import itertools
import sqlite3

NAME = f"SQLite {sqlite3.sqlite_version}"
AXES = ("theme", "audience", "age", "territory", "language", "format", "pillar", "kind")
NAMED = ("theme", "audience", "territory", "format", "pillar")
OFFER_KINDS = 'JOIN "closure-kind" k ON k.concept = r.kind'

PLACES = {
    "age": """
        SELECT r.record AS record, b.value AS value, 0 AS standing FROM offer o JOIN record r USING (record)
            JOIN "age-band" b ON b.first <= r.age_last AND b.last >= r.age_first WHERE r.age_first >= 0
        UNION ALL
        SELECT r.record, c.value, min(c.standing) FROM offer o JOIN record r USING (record)
            JOIN "record-audience" a USING (record) JOIN "closure-age" c USING (concept)
            WHERE r.age_first < 0 GROUP BY r.record, c.value""",
    "language": 'SELECT DISTINCT record, language AS value, 0 AS standing FROM offer JOIN "record-language" USING (record)',
    "kind": 'SELECT record, value, standing FROM offer JOIN record USING (record) JOIN "closure-kind" ON concept = kind',
} | {
    axis: f"""
        SELECT record, value, min(standing) AS standing
        FROM offer JOIN "record-{axis}" USING (record) JOIN "closure-{axis}" USING (concept) GROUP BY record, value"""
    for axis in NAMED
}

# What an offer counts that nobody verified, that isn't free, online only, for a wider audience: the usual weights.
GAPS = """
    WITH sound AS MATERIALIZED (
        SELECT record, verified, free, offline,
            iif(verified, 1, 0.5) * iif(free, 1, 0.5) * iif(offline, 1, 0.75) AS worth
        FROM offer JOIN record USING (record)),
    reached AS MATERIALIZED (
        SELECT DISTINCT t.record, g.area
        FROM offer JOIN "record-territory" t USING (record) JOIN "gap-area" g USING (concept)
            JOIN at_language l ON l.record = t.record AND l.value = g.language ORDER BY 1, 2),
    served AS MATERIALIZED (
        SELECT a.record, g.audience, max(g.addressed) AS addressed
        FROM offer JOIN "record-audience" a USING (record) JOIN "gap-audience" g USING (concept) GROUP BY 1, 2),
    supply AS MATERIALIZED (
        SELECT (t.concept * 1024 + a.audience) * 1024 + r.area AS unit, count(*) AS offers, sum(s.verified) AS verified,
            sum(s.free) AS free, sum(s.offline) AS offline, sum(s.worth * iif(a.addressed, 1, 0.5)) AS supply
        FROM reached r JOIN sound s USING (record) JOIN served a USING (record) JOIN "record-theme" t USING (record)
        WHERE t.concept IN (SELECT theme FROM unit)
        GROUP BY 1),
    need AS (
        SELECT *, (3 * theme_weight / 5.0 + 2 * audience_weight / 5.0
            + 2 * sqrt(1.0 * people / (SELECT max(people) FROM unit))) / 10 AS need FROM unit)
    SELECT theme, audience, area, coalesce(offers, 0), coalesce(verified, 0), coalesce(free, 0), coalesce(offline, 0),
        coalesce(supply, 0) AS supply, need / (1 + coalesce(supply, 0)) AS score
    FROM need u LEFT JOIN supply s ON s.unit = (u.theme * 1024 + u.audience) * 1024 + u.area
    ORDER BY score DESC, theme, audience, area"""


class Peer:
    def __init__(self, folder):
        self.database = sqlite3.connect(":memory:")
        self.database.executescript("PRAGMA temp_store = MEMORY; PRAGMA cache_size = -2000000; PRAGMA locking_mode = EXCLUSIVE")
        for path in sorted(folder.glob("*.csv")):
            self.load(path)
        self.database.execute("CREATE TABLE cell (place INTEGER PRIMARY KEY, offers INTEGER)")
        self.database.execute("ANALYZE")

    def load(self, path):
        """A table clustered by what it is looked up by."""
        with path.open() as file:
            rows = csv.reader(file)
            header = next(rows)
            columns = ", ".join(f"{column} INTEGER" for column in header)
            if path.stem == "record":
                table = f"({columns}, PRIMARY KEY (record))"
            else:
                table = f"({columns}, PRIMARY KEY ({', '.join(header)})) WITHOUT ROWID"
            self.database.execute(f'CREATE TABLE "{path.stem}" {table}')
            places = ", ".join("?" * len(header))
            self.database.executemany(f'INSERT OR IGNORE INTO "{path.stem}" VALUES ({places})', (list(map(int, row)) for row in rows))

    def parts(self):
        return (("places", self.places), ("pairs", self.pairs), ("gaps", self.gaps))

    def places(self):
        run = self.database.execute
        run("DROP TABLE IF EXISTS offer")
        run("CREATE TABLE offer (record INTEGER PRIMARY KEY)")
        run(f"INSERT INTO offer SELECT r.record FROM record r {OFFER_KINDS} WHERE r.active")
        run("DROP TABLE IF EXISTS speech")
        run("CREATE TABLE speech (record INTEGER PRIMARY KEY, languages INTEGER)")
        run(f"INSERT INTO speech SELECT record, coalesce(sum(1 << value), 0) FROM offer LEFT JOIN ({PLACES['language']}) USING (record) GROUP BY record")
        for axis in AXES:
            run(f"DROP TABLE IF EXISTS at_{axis}")
            run(f"CREATE TABLE at_{axis} (record INTEGER, value INTEGER, standing INTEGER, row INTEGER, PRIMARY KEY (record, value)) WITHOUT ROWID")
            run(f"INSERT INTO at_{axis} SELECT record, value, standing, value << 17 | languages FROM ({PLACES[axis]}) JOIN speech USING (record)")
        self.database.commit()

    def pairs(self):
        return {axes: self.pair(*axes) for axes in itertools.combinations(AXES, 2)}

    def pair(self, rows, columns):
        cells = {}
        run = self.database.execute
        run("DELETE FROM cell")
        run(f"""
            INSERT INTO cell SELECT a.row + (b.value << 7) + (max(a.standing, b.standing) << 5), 1
            FROM at_{rows} a CROSS JOIN at_{columns} b USING (record) WHERE true ON CONFLICT DO UPDATE SET offers = offers + 1""")
        groups = run("SELECT place, offers FROM cell")
        for place, count in groups:
            cell, standing, languages = (place >> 17, place >> 7 & 1023), place >> 5 & 3, place & 31
            counts = cells.setdefault(cell, [0] * 7)
            counts[standing] += count
            if standing < 2:
                for language in range(4):
                    if languages >> language & 1:
                        counts[3 + language] += count
        return cells

    def gaps(self):
        return self.database.execute(GAPS).fetchall()
