"""Makes the SQLite table that Datasette serves out of our own dump: table.py RECORDS.jsonl OUTPUT.db

A row a record; a column a field. What is a list or an object stands there as JSON, as Datasette's own tools do it.
"""

import json
import sqlite3
import sys


def main(source, target):
    with open(source, encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    columns = sorted({name for record in records for name in record})
    names = ", ".join(f'"{name}"' for name in columns)
    database = sqlite3.connect(target)
    database.execute(f'CREATE TABLE records ({names.replace(chr(34) + "id" + chr(34), chr(34) + "id" + chr(34) + " TEXT PRIMARY KEY")})')
    places = ", ".join("?" for _ in columns)
    database.executemany(
        f"INSERT INTO records ({names}) VALUES ({places})",
        ([cell(record.get(name)) for name in columns] for record in records))
    database.commit()


def cell(value):
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else value


if __name__ == "__main__":
    main(*sys.argv[1:])
