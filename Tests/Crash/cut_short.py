"""Ends migrations, backups and restores in the middle: what is there afterwards is whole, the old or the new."""

import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import time

DIGESTS = ("revision", "item", "trail", "inbox", "handler", "report", "reportMessage", "handlerAction")


def cut(command, at):
    """Runs a command for so many seconds at most; whether it ended by itself."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(timeout=at)
        return True
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return False


def run(command):
    return subprocess.run(command, capture_output=True, text=True)


def grow(data, lines):
    """Makes the database large enough that there is a middle to be cut in."""
    with sqlite3.connect(pathlib.Path(data) / "betternet.sqlite") as database:
        database.executemany(
            "INSERT INTO trail (at, name, deed, object, detail) VALUES ('2026-11-20T10:00:00Z', 'Noor', 'verified', ?, ?)",
            ((f"object-{place}", "x" * 200) for place in range(lines)))
    database.close()


def older(source, data):
    """The database of a folder as an older program would have left it: before rows had digests."""
    shutil.rmtree(data, ignore_errors=True)
    pathlib.Path(data).mkdir()
    shutil.copy(pathlib.Path(source) / "betternet.sqlite", data)
    database = sqlite3.connect(pathlib.Path(data) / "betternet.sqlite", isolation_level=None)
    rules = database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in rules:
        database.execute(f"DROP TRIGGER {name}")
    for table in DIGESTS:
        database.execute(f"ALTER TABLE {table} DROP COLUMN digest")
    for _, sql in rules:
        database.execute(sql)
    database.execute("DELETE FROM grdb_migrations WHERE identifier = 'Add digests'")
    database.execute("VACUUM")
    database.close()


def check_migrations(program, source, folder, checks, cuts):
    """After each cut the schema is the old one or the new one, and what was there is there."""
    data = str(folder / "older")
    older(source, data)
    path = pathlib.Path(data) / "betternet.sqlite"
    original = path.read_bytes()
    began = time.monotonic()
    # Any command that opens the store brings it up to date.
    opening = [program, "searches", "--data", data]
    run(opening)
    whole = time.monotonic() - began
    unfinished = 0
    for _ in range(cuts):
        for file in pathlib.Path(data).glob("betternet.sqlite*"):
            file.unlink()
        path.write_bytes(original)
        cut(opening, random.uniform(0.1, 1.2) * whole)
        database = sqlite3.connect(path)
        sound = database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        columns = [any(row[1] == "digest" for row in database.execute(f"PRAGMA table_info({table})")) for table in DIGESTS]
        done = bool(database.execute("SELECT 1 FROM grdb_migrations WHERE identifier = 'Add digests'").fetchall())
        rules = database.execute("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'").fetchone()[0]
        database.close()
        unfinished += not done
        checks.expect(sound and all(columns) == any(columns) == done and rules == 4, f"a migration is half done: {columns}, {done}, {rules}")
    run(opening)
    verified = run([program, "verify", "--data", data])
    checks.expect(verified.returncode == 0, f"after the migrations that were cut: {verified.stderr[:300]}")
    checks.expect(0 < unfinished, "no migration was cut in the middle")
    print(f"cut {cuts} migrations, {unfinished} of them before their end", flush=True)


def check_backups(program, source, folder, checks, cuts):
    """A file of the name that was given is a whole backup, at every moment."""
    file = str(folder / "backup.sqlite")
    command = [program, "backup", file, "--data", source, "--force"]
    began = time.monotonic()
    checks.expect(run(command).returncode == 0, "no backup was made")
    whole = time.monotonic() - began
    finished = sum(cut(command, random.uniform(0.05, 1.1) * whole) for _ in range(cuts))
    said = run([program, "verify", file])
    checks.expect(said.returncode == 0, f"after backups that were cut: {said.stderr[:300]}")
    checks.expect(finished < cuts, "no backup was cut in the middle")
    print(f"cut {cuts} backups, {cuts - finished} of them before their end", flush=True)
    return file


def check_restores(program, backup, other, folder, checks, cuts):
    """The folder holds the old database or the new one, whole, at every moment."""
    data = folder / "restored"
    path = data / "betternet.sqlite"
    known = {run([program, "verify", file]).stdout.splitlines()[1] for file in (backup, other)}
    checks.expect(len(known) == 2, "the two backups hold the same")
    run([program, "restore", other, "--data", str(data)])
    began = time.monotonic()
    run([program, "restore", backup, "--data", str(data), "--force"])
    whole = time.monotonic() - began
    finished = 0
    for place in range(cuts):
        command = [program, "restore", (backup, other)[place % 2], "--data", str(data), "--force"]
        finished += cut(command, random.uniform(0.1, 1.1) * whole)
        said = run([program, "verify", "--data", str(data)])
        checks.expect(said.returncode == 0 and said.stdout.splitlines()[1] in known, f"a restore is half done: {said.stderr[:200]}")
        # Those that were put aside are whole too; looking at each would take long.
        aside = sorted(data.glob("betternet.sqlite.before-*"))
        if place % 5 == 0 and aside:
            said = run([program, "verify", str(random.choice(aside))])
            checks.expect(said.returncode == 0, f"what was put aside is not whole: {said.stderr[:200]}")
        for file in aside:
            file.unlink()
    checks.expect(finished < cuts and path.exists(), "no restore was cut in the middle")
    print(f"cut {cuts} restores, {cuts - finished} of them before their end", flush=True)


def check(program, source, small, folder, checks):
    """`source` is a filled data folder that nobody uses, `small` another one."""
    large = folder / "large"
    shutil.copytree(source, large)
    grow_older = folder / "grown"
    older(large, grow_older)
    grow(grow_older, 30_000)
    run([program, "searches", "--data", str(grow_older)])
    check_migrations(program, str(grow_older), folder, checks, cuts=12)
    backup = check_backups(program, str(grow_older), folder, checks, cuts=10)
    other = str(folder / "other.sqlite")
    checks.expect(run([program, "backup", other, "--data", small]).returncode == 0, "no backup of the other folder")
    check_restores(program, backup, other, folder, checks, cuts=10)
