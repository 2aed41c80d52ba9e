"""Fills the disk while people edit and suggest: whatever is not kept is said so, what was typed is not lost, reading goes on,
and with room again everything that was acknowledged is there."""

import pathlib
import random
import sqlite3

from editors import Caller, Editors, invite, suggest
from servers import Server, prepare

PAGES = ("/nl/", "/fr/search?q=test", "/nl/records/resource-one", "/de/help", "/nl/feed.atom", "/nl/events.ics")


def check(program, catalogue, folder, checks):
    data, log = str(folder / "disk"), str(folder / "disk.log")
    prepare(program, catalogue, data)
    invitations = {name: invite(program, data, name, of) for name, of in (("noor", "child-focus"), ("bea", "mediawijs"))}
    server = Server(program, data, log, options=["--behind-proxy"])
    editors = Editors(server.port, invitations)
    server.stop()
    server = Server(program, data, log, options=["--behind-proxy"], largest_file=1_500_000)
    reader, writer = Caller(server.port), editors.writer.caller(server.port)
    suggested, begun, refused = set(), set(), None
    for _ in range(600):
        words = f"suggestie {random.getrandbits(60):x} " + "x" * 3_000
        status, page, _ = reader.post("/nl/records/resource-one/suggestion", message=words, contact="", website="")
        if status != 200:
            refused = status, words in page
            break
        suggested.add(words)
        draft = editors.begin(writer)
        if draft:
            begun.add(draft)
    checks.expect(refused == (503, True), f"a suggestion on a full disk: {refused}")
    status, page, _ = writer.post("/nl/workspace/new", kind="resource", **{"form-code": editors.writer.code})
    checks.expect(status == 503, f"a new entry on a full disk: {status}")
    status = reader.ask(
        "POST", "/api/v1/drafts", '{"kind": "resource", "title": {"nl": "x"}}',
        **{"Content-Type": "application/json", "Authorization": f"Bearer {editors.token}"})[0]
    checks.expect(status == 503, f"a draft of a program on a full disk: {status}")
    for page in PAGES:
        status = reader.read(page)
        checks.expect(status == 200, f"{page} on a full disk: {status}")
    server.stop()
    server = Server(program, data, log, options=["--behind-proxy"])
    checks.expect(suggest(Caller(server.port), "resource-two", "met plaats"), "with room again nothing is kept")
    server.stop()
    with sqlite3.connect(pathlib.Path(data) / "betternet.sqlite") as database:
        contents = "\n".join(row[0] for row in database.execute("SELECT content FROM item WHERE shelf = 'suggestion'"))
        drafts = {row[0] for row in database.execute("SELECT id FROM item WHERE shelf = 'draft'")}
    database.close()
    checks.expect(all(words in contents for words in suggested), "a suggestion from before the disk was full is lost")
    checks.expect(begun <= drafts, "a draft from before the disk was full is lost")
    print(f"filled the disk after {len(suggested)} suggestions and {len(begun)} drafts", flush=True)
