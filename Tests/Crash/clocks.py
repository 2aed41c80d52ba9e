"""Moves the clock: an hour back and a year forward between two starts. Nothing is lost, and readers notice nothing."""

import datetime
import pathlib
import sqlite3
import time
import zoneinfo

from editors import Caller, Editors, invite, suggest
from reporters import Reporter
from servers import Server, prepare


def check(program, catalogue, folder, checks):
    data, log = str(folder / "clocks"), str(folder / "clocks.log")
    prepare(program, catalogue, data)
    invitations = {name: invite(program, data, name, of) for name, of in (("noor", "child-focus"), ("bea", "mediawijs"))}
    server = Server(program, data, log, options=["--behind-proxy"])
    editors = Editors(server.port, invitations)
    receipts = [Reporter(server.port).send("Een melding van de test")]
    server.stop()
    now = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Brussels"))
    for name, leap in (("an hour back", -3_600), ("a year forward", 365 * 86_400), ("now again", 0)):
        moment = (now + datetime.timedelta(seconds=leap)).strftime("%Y-%m-%dT%H:%M")
        options = ["--behind-proxy"] + (["--clock", moment] if leap else [])
        server = Server(program, data, log, options=options)
        reporter, caller = Reporter(server.port), editors.writer.caller(server.port)
        for page in ("/nl/", "/nl/records/resource-one", "/nl/search?q=les", "/nl/help", "/nl/feed.atom"):
            status = caller.read(page)
            checks.expect(status == 200, f"{name}: {page}: {status}")
        for receipt in receipts:
            checks.expect(reporter.come_back(receipt)[0] == 200, f"{name}: a receipt does not open its report")
        receipts.append(reporter.send("Een melding van de test"))
        checks.expect(receipts[-1] is not None, f"{name}: no report is taken")
        checks.expect(suggest(caller, "resource-one", f"suggestie: {name}"), f"{name}: no suggestion is taken")
        # Over a year a session is over; an hour back it is not.
        if leap <= 0:
            checks.expect(editors.begin(caller) is not None, f"{name}: the editor can't work on")
        # The first wiping round comes after two seconds.
        time.sleep(3)
        server.stop()
    with sqlite3.connect(pathlib.Path(data) / "betternet.sqlite") as database:
        reports = database.execute("SELECT count(*) FROM report").fetchone()[0]
        drafts = database.execute("SELECT count(*) FROM item WHERE shelf = 'draft'").fetchone()[0]
    database.close()
    checks.expect(reports == len(receipts), f"only {reports} of {len(receipts)} reports are left")
    checks.expect(drafts == 2, f"{drafts} of 2 drafts are left")
    print("moved the clock an hour back and a year forward", flush=True)
