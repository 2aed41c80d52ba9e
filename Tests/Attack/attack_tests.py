"""Attacks a running site as strangers and as a member with bad intentions: over the wire, with files, and with forms.

Usage: attack_tests.py BETTERNET CATALOGUE    (needs html5lib, as the browser tests do)
"""

import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "Browser"))
import addresses
import floods
import members
import smuggling
import sources
import strings
from checks import Checks
from wire import Server, Visitor


def main(program, catalogue):
    checks = Checks()
    began = time.monotonic()

    def part(name):
        print(f"{time.monotonic() - began:5.1f} s: {name}", flush=True)

    with tempfile.TemporaryDirectory() as folder:
        data = str(pathlib.Path(folder) / "data")
        subprocess.run([program, "load", catalogue, "--data", data], check=True, stdout=subprocess.DEVNULL)
        with Server(program, data) as server:
            part("the server is open")
            editor = Visitor(server)
            link = server.account("editor@example.be", "--role", "editor", "--organisation", "mediawijs")
            members.check_sign_in(members.sign_in(editor, link, "editor@example.be", "//evil.example/nl/workspace"), editor, checks)
            coordinator = Visitor(server)
            link = server.account("coordinator@example.be", "--role", "coordinator")
            members.sign_in_with_device(coordinator, link, "coordinator@example.be")
            checks.expect(coordinator.get("/nl/workspace/dashboard").status == 200, "the coordinator is not let in")
            members.check_more_rights(editor, checks)
            members.check_drafts_of_others(editor, checks)
            members.check_other_sites(editor, checks)
            part("accounts")
            smuggling.check(server, checks)
            addresses.check(server, Visitor(server), checks)
            part("wire and addresses")
            floods.check(server, Visitor(server), checks)
            part("floods")
            strings.check_readers(Visitor(server), checks)
            part("forms of readers")
            strings.check_drafts(editor, coordinator, checks)
            part("forms of all kinds")
            checks.expect(server.process.poll() is None, "the server ended")
        small = sources.small_shop(program, catalogue, folder)
        sources.check_bombs(program, small, folder, checks)
        sources.check_own_network(program, small, checks)
        part("documents and addresses of others")
    return checks.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
