"""Looks at the list of what the program is made of: whole, with a version and a licence for each part, and nothing in it
that may not go into a program that is given away.

Usage: sbom_tests.py BETTERNET
"""

import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "Tests" / "Browser"))
from checks import Checks

# Parts of an expression. What is linked into the program itself stands under one of these.
LINKED_IN = {"Apache-2.0", "MIT", "ISC", "BSD-3-Clause", "OpenSSL", "Swift-exception"}
NEVER = re.compile(r"AGPL|SSPL|BUSL|Commons-Clause|CC-BY-NC|proprietary|non-?free", re.I)


def parts(expression):
    return set(re.split(r"\s+(?:AND|OR|WITH)\s+|[()]", expression)) - {""}


def main(program):
    checks = Checks()
    made = [subprocess.run([sys.executable, str(ROOT / "tools" / "sbom.py"), program], capture_output=True, text=True) for _ in range(2)]
    checks.expect(made[0].returncode == 0, f"no list: {made[0].stderr}")
    if made[0].returncode:
        return checks.close()
    checks.expect(made[0].stdout == made[1].stdout, "made twice, it is another list")
    bom = json.loads(made[0].stdout)
    checks.expect((bom["bomFormat"], bom["specVersion"], bom["version"]) == ("CycloneDX", "1.5", 1), "the head is not that of CycloneDX 1.5")
    checks.expect(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", bom["serialNumber"]), "the serial number")
    references = [entry["bom-ref"] for entry in bom["components"]]
    checks.expect(len(set(references)) == len(references), "two parts with one name")
    for dependency in bom["dependencies"]:
        checks.expect(set(dependency["dependsOn"]) <= set(references), "it depends on what is not in the list")
    for entry in bom["components"]:
        name = entry["name"]
        checks.expect(entry["version"] and "@" in entry["purl"] and entry["purl"].startswith("pkg:"), f"{name}: {entry['purl']}")
        licences = entry["licenses"]
        words = " ".join(licence.get("expression") or licence["license"]["name"] for licence in licences)
        checks.expect(words and not NEVER.search(words), f"{name}: {words!r}")
        if entry["purl"].startswith("pkg:swift/"):
            checks.expect(parts(words) <= LINKED_IN, f"{name} is linked in and has {words}")
    # Nothing is forgotten: neither a Swift package nor a library that the program loads.
    pins = json.loads((ROOT / "Package.resolved").read_text())["pins"]
    named = {entry["purl"].split("@")[0] for entry in bom["components"]}
    for pin in pins:
        place = pin["location"].removeprefix("https://").removesuffix(".git")
        checks.expect(f"pkg:swift/{place}" in named, f"{place} is missing")
    loaded = subprocess.run(["ldd", program], capture_output=True, text=True).stdout
    for library in ("libsqlite3", "libstemmer", "libbrotlienc", "libarchive", "libqrencode", "libz", "libpq"):
        if library + ".so" in loaded:
            checks.expect(any(library.removesuffix("enc").removeprefix("lib") in entry["purl"] for entry in bom["components"]), f"{library} is missing")
    # What is said of dependencies to people is said of each direct one.
    table = (ROOT / "docs" / "dependencies.md").read_text()
    for address in re.findall(r'\.package\(\s*url: "https://github\.com/[^/]+/([^"]+)"', (ROOT / "Package.swift").read_text()):
        checks.expect(f"| {address} |" in table, f"docs/dependencies.md does not say what {address} is for")
    print(f"listed {len(references)} parts", flush=True)
    return checks.close()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
