"""Follows the container file without a container engine: its steps in a folder, its program shut in as a container is."""

import json
import shlex
import shutil
import subprocess

from machine import until

KNOWN = {"FROM", "COPY", "RUN", "ENV", "VOLUME", "EXPOSE", "USER", "WORKDIR", "STOPSIGNAL", "HEALTHCHECK", "ENTRYPOINT"}


def steps(path):
    for line in path.read_text().splitlines():
        if line.strip() and not line.startswith("#"):
            word, _, rest = line.partition(" ")
            yield word, rest


def try_container(machine, path, package, checks, log):
    found = list(steps(path))
    checks.expect({word for word, _ in found} <= KNOWN, "the container file has instructions that exist")
    checks.expect(found[0][0] == "FROM" and "bookworm" in found[0][1], "it begins with the release that the package is for")
    variables, user, entry, health, folder = {}, None, None, None, "/"
    for word, rest in found:
        if word == "COPY":
            pattern, target = rest.split()
            source = machine.folder / "root/betternet" / package
            checks.expect(source.match(pattern), f"COPY finds the package: {rest}")
            shutil.copy(source, machine.folder / target.lstrip("/"))
        elif word == "RUN":
            machine.inside(rest)
        elif word == "ENV":
            name, _, value = rest.partition("=")
            variables[name] = value
        elif word == "USER":
            user = rest
        elif word == "WORKDIR":
            folder = rest
        elif word == "HEALTHCHECK":
            health = json.loads(rest.removeprefix("CMD "))
        elif word == "ENTRYPOINT":
            entry = json.loads(rest)
    settings = [f"--setenv={name}={value}" for name, value in variables.items()]
    machine.boot("--as-pid2", f"--user={user}", f"--chdir={folder}", *settings, *entry, log=log)

    def is_healthy():
        return machine.run(shlex.join(health), cwd="/", user=user).returncode == 0

    try:
        until(is_healthy, "", seconds=120)
    except SystemExit:
        listing = machine.run("ls -la /proc/[0-9]*/exe 2>&1 || true; " + shlex.join(health), cwd="/", user=user)
        checks.expect(False, f"the container becomes healthy: {listing}")
        return
    checks.expect(True, "the container becomes healthy")
    listening = machine.run("cat /proc/net/tcp").stdout
    checks.expect("00000000:1F90" in listening, f"it listens for everybody around it: {listening}")
    signal = next(rest for word, rest in found if word == "STOPSIGNAL").removeprefix("SIG")
    machine.run(f'for p in /proc/[0-9]*; do [ "$(cat $p/comm)" = betternet ] && kill -{signal} "${{p#/proc/}}"; done; true')
    try:
        checks.expect(machine.nspawn.wait(timeout=60) == 0, "it ends well when it is told to")
    except subprocess.TimeoutExpired:
        checks.expect(False, "it ends when it is told to")
