#!/usr/bin/env python3
"""Says what the program is made of: a CycloneDX 1.5 list of Swift packages, what other people's code lies inside them, and
Debian's libraries, each with its version and licence.

Usage: tools/sbom.py [PROGRAM] > betternet.cdx.json

PROGRAM is the built program: the libraries that it loads on this machine are listed. Without one, those are listed that
are needed to build it. The same input makes the same list; it holds no date.
"""

import json
import pathlib
import re
import subprocess
import sys
import uuid

ROOT = pathlib.Path(__file__).resolve().parent.parent
CHECKOUTS = ROOT / ".build" / "checkouts"

# Other people's code that lies in a Swift package: where, what, licence (SPDX).
INSIDE = {
    "swift-crypto": [("BoringSSL", "Sources/CCryptoBoringSSL/hash.txt", "OpenSSL AND ISC AND MIT")],
    "swift-nio-ssl": [("BoringSSL", "Sources/CNIOBoringSSL/hash.txt", "OpenSSL AND ISC AND MIT")],
    "swift-nio": [("llhttp", "Sources/CNIOLLHTTP/include/c_nio_llhttp.h", "MIT")],
    "Yams": [("LibYAML", "Sources/CYaml/include/yaml.h", "MIT")],
}
# How a licence text begins, or what only it says.
TEXTS = [
    ("Apache-2.0", "Apache License Version 2.0"), ("MIT", "Permission is hereby granted, free of charge"),
    ("BSD-3-Clause", "Neither the name of"), ("ISC", "Permission to use, copy, modify, and/or distribute"),
]
# Debian packages whose file on copyright is no table: what it says, in SPDX.
WORDS = {
    "libc6": "LGPL-2.1-or-later", "libstdc++6": "GPL-3.0-or-later WITH GCC-exception-3.1", "libgcc-s1": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "zlib1g": "Zlib", "zlib1g-dev": "Zlib", "libpq5": "PostgreSQL", "libpq-dev": "PostgreSQL", "libldap-2.5-0": "OLDAP-2.8", "libxml2": "MIT",
    "libicu72": "ICU", "libsasl2-2": "BSD-4-Clause-UC", "libbrotli1": "MIT", "libbrotli-dev": "MIT", "libbz2-1.0": "bzip2-1.0.6",
    "libgssapi-krb5-2": "MIT", "libkrb5-3": "MIT", "libk5crypto3": "MIT", "libkrb5support0": "MIT", "libcom-err2": "MIT",
    "libblocksruntime0": "NCSA OR MIT", "libgmp10": "LGPL-3.0-or-later OR GPL-2.0-or-later", "libunistring2": "LGPL-3.0-or-later OR GPL-2.0-or-later",
    "libidn2-0": "LGPL-3.0-or-later OR GPL-2.0-or-later", "libkeyutils1": "LGPL-2.1-or-later", "libtasn1-6": "LGPL-2.1-or-later",
    "libsqlite3-0": "blessing", "libsqlite3-dev": "blessing", "libqrencode4": "LGPL-2.1-or-later", "libqrencode-dev": "LGPL-2.1-or-later",
    "libstemmer0d": "BSD-3-Clause", "libstemmer-dev": "BSD-3-Clause", "libssl3": "Apache-2.0",
    "libacl1": "LGPL-2.1-or-later", "libzstd1": "BSD-3-Clause OR GPL-2.0-only", "liblz4-1": "BSD-2-Clause",
}


def stop(words):
    print(f"sbom: {words}", file=sys.stderr)
    sys.exit(1)


def licence_of_text(file):
    words = " ".join(file.read_text(errors="replace").split())
    for name, sign in TEXTS:
        if sign in words:
            return name + (" WITH Swift-exception" if "Runtime Library Exception" in words else "")
    stop(f"{file}: an unknown licence: read it, and add it to TEXTS")


def version_inside(file):
    """The version that lies in a package: a commit, or three numbers."""
    text = file.read_text(errors="replace")
    if commit := re.search(r"\b[0-9a-f]{40}\b", text):
        return commit.group(0)
    numbers = re.findall(r"VERSION_(?:MAJOR|MINOR|PATCH)\s+(\d+)", text)
    return ".".join(numbers[:3]) if len(numbers) >= 3 else "as in its package"


def component(kind, name, version, purl, licence, is_spdx=True, **more):
    """`licence` is an expression of SPDX, or otherwise the words of whoever packed it."""
    entry = {"type": kind, "bom-ref": purl, "name": name, "version": version, "purl": purl}
    entry["licenses"] = [{"expression": licence}] if is_spdx else [{"license": {"name": licence}}]
    return entry | more


def swift_packages():
    resolved = ROOT / "Package.resolved"
    if not resolved.is_file() or not CHECKOUTS.is_dir():
        stop("Package.resolved and .build/checkouts are not there: run swift package resolve first")
    folders = {folder.name.lower(): folder for folder in CHECKOUTS.iterdir()}
    for pin in json.loads(resolved.read_text())["pins"]:
        folder = folders.get(pin["location"].rstrip("/").removesuffix(".git").rsplit("/", 1)[1].lower())
        if folder is None:
            stop(f"{pin['identity']} is not in .build/checkouts: run swift package resolve")
        texts = sorted(folder.glob("LICEN[SC]E*"))
        if not texts:
            stop(f"{folder} has no licence: ask its owner, or take something else")
        place = pin["location"].removeprefix("https://").removesuffix(".git")
        version, commit = pin["state"].get("version"), pin["state"]["revision"]
        yield component(
            "library", folder.name, version or commit, f"pkg:swift/{place}@{version or commit}", licence_of_text(texts[0]),
            externalReferences=[{"type": "vcs", "url": pin["location"], "comment": commit}])
        for name, file, licence in INSIDE.get(folder.name, []):
            inner = version_inside(folder / file) if (folder / file).is_file() else "as in its package"
            yield component(
                "library", f"{name} in {folder.name}", inner, f"pkg:generic/{name.lower()}@{inner.replace(' ', '-')}?in={folder.name}", licence)


def run(*command):
    return subprocess.run(command, capture_output=True, text=True).stdout


def debian_names(program):
    """The Debian packages that the program loads; without one, those that building it needs."""
    if program is None:
        found = re.search(r"^build_packages=\(([^)]*)\)", (ROOT / "tools" / "setup.sh").read_text(), re.M)
        return sorted(found.group(1).split())
    names = set()
    for path in re.findall(r"(?:=>\s*|^\s*)(/\S+)", run("ldd", program), re.M):
        # Debian 12 has /lib as a link to /usr/lib, and says either.
        for place in {path, str(pathlib.Path(path).resolve()), path.removeprefix("/usr"), "/usr" + path}:
            owner = run("dpkg-query", "-S", place).split(":")[0].strip()
            if owner:
                names.add(owner)
                break
        else:
            if "/swift/" not in path:
                stop(f"{path} belongs to no Debian package and is not of the Swift toolchain: where does it come from?")
    return sorted(names)


def licence_of_debian(name):
    """The short names in the table of copyrights that Debian keeps with the package."""
    file = pathlib.Path(f"/usr/share/doc/{name}/copyright")
    text = file.read_text(errors="replace") if file.is_file() else ""
    short = []
    for paragraph in re.split(r"\n\s*\n", text):
        if re.match(r"Files:", paragraph) and "debian/" not in paragraph.split("\n")[0]:
            short += re.findall(r"^License:[ \t]*(\S.*)$", paragraph, re.M)
    return "; ".join(dict.fromkeys(short)) or f"as in {file}"


def debian_packages(program):
    system = dict(re.findall(r'^(\w+)="?([^"\n]*)"?$', pathlib.Path("/etc/os-release").read_text(), re.M))
    for name in debian_names(program):
        version, architecture = (run("dpkg-query", "-W", "-f", "${Version} ${Architecture}", name).split() + ["?", "?"])[:2]
        if version == "?":
            stop(f"{name} is not installed: see tools/setup.sh")
        purl = f"pkg:deb/{system.get('ID', 'debian')}/{name}@{version}?arch={architecture}&distro={system.get('VERSION_CODENAME', '')}"
        yield component("library", name, version, purl, WORDS.get(name) or licence_of_debian(name), is_spdx=name in WORDS)


def toolchain():
    version = re.search(r"Swift version (\S+)", run("swift", "--version"))
    if not version:
        stop("swift is not in PATH")
    yield component(
        "framework", "Swift runtime and Foundation", version.group(1), f"pkg:generic/swift@{version.group(1)}",
        "Apache-2.0 WITH Swift-exception")


def main(program):
    components = [*swift_packages(), *toolchain(), *debian_packages(program)]
    components.sort(key=lambda entry: entry["purl"])
    release = re.search(r"^## \[?v?(\d[\w.]*)", (ROOT / "CHANGELOG.md").read_text(), re.M)
    itself = {"type": "application", "bom-ref": "betternet", "name": "betternet", "version": release.group(1) if release else "unreleased"}
    number = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(components, sort_keys=True))
    print(json.dumps({
        "bomFormat": "CycloneDX", "specVersion": "1.5", "serialNumber": f"urn:uuid:{number}", "version": 1,
        "metadata": {"component": itself, "tools": {"components": [{"type": "application", "name": "tools/sbom.py"}]}},
        "components": components,
        "dependencies": [{"ref": "betternet", "dependsOn": [entry["bom-ref"] for entry in components]}],
    }, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    if len(sys.argv) > 2 or "--help" in sys.argv:
        sys.exit(__doc__)
    main(sys.argv[1] if len(sys.argv) == 2 else None)
