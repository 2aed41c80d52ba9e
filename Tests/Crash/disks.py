"""Fills the disk while people edit and suggest, and lets another fail so that it takes nothing more: whatever is not kept is said
so, what was typed is not lost, reading goes on, and when the disk is well everything that was acknowledged is there."""

import contextlib
import os
import pathlib
import random
import sqlite3
import subprocess

from editors import Caller, Editors, invite, suggest
from servers import Server, prepare

PAGES = ("/nl/", "/fr/search?q=test", "/nl/records/resource-one", "/de/help", "/nl/feed.atom", "/nl/events.ics")


def check(program, catalogue, folder, checks):
    full(program, catalogue, folder, checks)
    broken(program, catalogue, folder, checks)


class Site:
    """A folder, who edits there, and what was acknowledged to them."""

    def __init__(self, program, catalogue, data, log, checks):
        self.program, self.data, self.log, self.checks = program, data, log, checks
        self.suggested, self.begun = set(), set()
        prepare(program, catalogue, data)
        invitations = {
            name: invite(program, data, name, of) for name, of in (("noor", "child-focus"), ("bea", "mediawijs"))}
        self.open()
        self.editors = Editors(self.server.port, invitations)
        self.close()

    def open(self, **limits):
        self.server = Server(self.program, self.data, self.log, options=["--behind-proxy"], **limits)
        self.reader = Caller(self.server.port)

    def write(self, most):
        """Suggests and begins drafts until something is refused; returns how: its status, and whether the words are still there."""
        self.writer = self.editors.writer.caller(self.server.port)
        for _ in range(most):
            words = f"suggestie {random.getrandbits(60):x} " + "x" * 3_000
            status, page, _ = self.reader.post("/nl/records/resource-one/suggestion", message=words, contact="", website="")
            if status != 200:
                return status, words in page
            self.suggested.add(words)
            draft = self.editors.begin(self.writer)
            if draft:
                self.begun.add(draft)
        return None

    def refuses(self, disk):
        """Nothing is kept, that is said, and all pages go on."""
        expect = self.checks.expect
        status, page, _ = self.writer.post("/nl/workspace/new", kind="resource", **{"form-code": self.editors.writer.code})
        expect(status == 503, f"a new entry on a {disk} disk: {status}")
        status = self.reader.ask(
            "POST", "/api/v1/drafts", '{"kind": "resource", "title": {"nl": "x"}}',
            **{"Content-Type": "application/json", "Authorization": f"Bearer {self.editors.token}"})[0]
        expect(status == 503, f"a draft of a program on a {disk} disk: {status}")
        for page in PAGES:
            status = self.reader.read(page)
            expect(status == 200, f"{page} on a {disk} disk: {status}")

    def close(self):
        self.server.stop()

    def is_whole(self, disk):
        """With a disk that is well again things are kept, and all that was acknowledged before is there."""
        self.open()
        self.checks.expect(suggest(Caller(self.server.port), "resource-two", "met plaats"), f"after a {disk} disk nothing is kept")
        self.close()
        with contextlib.closing(sqlite3.connect(pathlib.Path(self.data) / "betternet.sqlite")) as database:
            contents = "\n".join(row[0] for row in database.execute("SELECT content FROM item WHERE shelf = 'suggestion'"))
            drafts = {row[0] for row in database.execute("SELECT id FROM item WHERE shelf = 'draft'")}
        self.checks.expect(all(words in contents for words in self.suggested), f"a suggestion from before the {disk} disk is lost")
        self.checks.expect(self.begun <= drafts, f"a draft from before the {disk} disk is lost")
        return f"{len(self.suggested)} suggestions and {len(self.begun)} drafts"


def full(program, catalogue, folder, checks):
    site = Site(program, catalogue, str(folder / "disk"), str(folder / "disk.log"), checks)
    site.open(largest_file=1_500_000)
    refused = site.write(600)
    checks.expect(refused == (503, True), f"a suggestion on a full disk: {refused}")
    site.refuses("full")
    site.close()
    print(f"filled the disk after {site.is_whole('full')}", flush=True)


def broken(program, catalogue, folder, checks):
    """A disk that reports a fault is read-only from then on, as Linux mounts them."""
    place = folder / "mount"
    with disk(folder / "disk.image", place) as is_there:
        if not is_there:
            return print("let no disk fail: this machine mounts none for us", flush=True)
        site = Site(program, catalogue, str(place / "data"), str(folder / "broken.log"), checks)
        site.open()
        checks.expect(site.write(20) is None, "something was refused while the disk was well")
        device = os.path.basename(mounted(place))
        try:
            pathlib.Path(f"/sys/fs/ext4/{device}/trigger_fs_error").write_text("1")
        except OSError as error:
            site.close()
            return print(f"let no disk fail: {error}", flush=True)
        refused = site.write(600)
        checks.expect(refused == (503, True), f"a suggestion on a disk that takes nothing more: {refused}")
        site.refuses("read-only")
        site.close()
        subprocess.run(["umount", place], check=True)
        subprocess.run(["e2fsck", "-p", folder / "disk.image"], stdout=subprocess.DEVNULL)
        mount(folder / "disk.image", place)
        print(f"let a disk fail after {site.is_whole('read-only')}", flush=True)


@contextlib.contextmanager
def disk(image, place):
    """A disk in a file, mounted; False where this machine allows none."""
    place.mkdir()
    with open(image, "wb") as file:
        file.truncate(256 << 20)
    subprocess.run(["mkfs.ext4", "-q", image], check=True)
    try:
        yield mount(image, place)
    finally:
        subprocess.run(["umount", "-l", place], stderr=subprocess.DEVNULL)


def mount(image, place):
    return subprocess.run(["mount", "-o", "loop,errors=remount-ro", image, place], stderr=subprocess.DEVNULL).returncode == 0


def mounted(place):
    return subprocess.run(["findmnt", "-no", "SOURCE", place], check=True, capture_output=True, text=True).stdout.strip()
