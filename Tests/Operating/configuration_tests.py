"""The configuration: flags over environment over file, every setting documented, every mistake said with its place.

Usage: configuration_tests.py BETTERNET
"""

import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "Browser"))
from checks import Checks

HOUSE = pathlib.Path(__file__).parent.parent.parent
PROGRAM = os.path.abspath(sys.argv[1])
checks = Checks()
folder = pathlib.Path(tempfile.mkdtemp())


def run(*arguments, **variables):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BETTERNET_")}
    environment.update({"BETTERNET_" + name: value for name, value in variables.items()})
    return subprocess.run([PROGRAM, *arguments], env=environment, capture_output=True, text=True, timeout=60, cwd=folder)


def written(text):
    path = folder / "betternet.yaml"
    path.write_text(text)
    return str(path)


def check(text, *flags, **variables):
    """serve --check with a file of this text."""
    return run("serve", "--check", "--config", written(text), *flags, **variables)


def refuses(text, line, *words, flags=(), **variables):
    """Expects a fault in a line of the file, with these words, and nothing else on standard error."""
    done = check(text, *flags, **variables)
    place = f"{folder}/betternet.yaml:{line}: "
    fits = done.stderr.startswith(place) and all(word in done.stderr for word in words) and done.stderr.count("\n") == 1
    checks.expect(done.returncode == 65 and fits, f"{text!r} is refused: {done.returncode} {done.stderr!r}")


# The documentation.
rows = [line for line in (HOUSE / "docs/configuration.md").read_text().splitlines() if line.startswith("| `")]
rows = [row for row in rows if not row.startswith("| `--")]
documented = [row for row in rows if "BETTERNET_" in row.split("|")[2] and "=" not in row.split("|")[2]]
printed = run("settings", "--markdown").stdout.splitlines()
checks.expect(len(printed) > 20 and documented == printed, "docs/configuration.md has the rows of betternet settings --markdown")
help_text = run("serve", "--help").stdout
for row in printed:
    name = row.split("`")[1]
    # A secret in a flag could be read by everybody in the list of processes.
    has_flag = re.search(rf"--(no-)?{name}[ /\n]", help_text) is not None
    checks.expect(has_flag or name in ("database-password-file", "metrics-token"), f"serve has a flag --{name}")
shipped = (HOUSE / "packaging/etc/betternet.yaml").read_text()
everything = re.sub(r"^#(?=[a-z][a-z-]*: )", "", shipped, flags=re.MULTILINE)
for name in ("one", "a", "b"):
    (folder / name).mkdir()
with_mail = check(everything.replace("sendmail", "mail").replace("/usr/share/betternet/catalogue", str(HOUSE / "catalogue")))
checks.expect(with_mail.returncode == 0, f"every line of the shipped file makes sense: {with_mail.stderr}")

# Who wins.
checks.expect("port: 1001 " in check("port: 1001").stdout, "what the file says holds")
checks.expect("port: 1002 (BETTERNET_PORT)" in check("port: 1001", PORT="1002").stdout, "the environment wins over the file")
done = check("port: 1001", "--port", "1003", PORT="1002")
checks.expect("port: 1003 (--port)" in done.stdout, "a flag wins over both")
checks.expect(":2)" in check("# a remark\nport: 1001").stdout, "it says in which line something was set")
done = check("check-links: no\nallow-private: [10.0.0.7, 10.0.0.8]\nfill: one")
checks.expect("check-links: false" in done.stdout and "10.0.0.7, 10.0.0.8" in done.stdout and "fill: one" in done.stdout,
              "yes and no, lists, and a list of one")
checks.expect("harvest: true" in check("harvest: false", "--harvest").stdout, "a flag switches on what the file switched off")
checks.expect("fill: a, b" in check("fill: c", FILL="a,b").stdout, "a list in the environment")
checks.expect(check("").returncode == 0 and check("# nothing\n").returncode == 0, "an empty file sets nothing")

# What is refused, and where.
refuses("data: here\nprot: 8080\n", 2, "there is no setting ‘prot’", "did you mean ‘port’?")
refuses("something-else-altogether: 1\n", 1, "betternet settings")
refuses("port: 99999\n", 1, "can't be ‘99999’", "1 to 65535")
refuses("port: many\n", 1, "can't be ‘many’")
refuses("port: [1, 2]\n", 1, "‘port’")
refuses("check-links: perhaps\n", 1, "true or false")
refuses("log-format: xml\n", 1, "plain, json")
refuses("\nport:\n  http: 1\n", 2, "‘port’")
refuses("url:\n", 1, "‘url’")
refuses("port: 1\nport: 2\n", 2, "stands twice")
refuses("port: 'x\n", 2, "not YAML")
refuses("- port\n", 1, "name: value")
refuses("url: www.example.be\n", 1, "https://")
refuses("url: https://www.example.be/\n", 1, "no slash")
refuses("url: https://www.example.be/foo\n", 1, "no path")
refuses("url: https://\n", 1, "host")
refuses("mail-from: nobody\n", 1, "‘mail-from’ is ‘nobody’: this is no e-mail address: write it as name@example.be\n")
refuses("mail: sendmail\n", 1, "mail-from")
refuses("hide-unverified: soon\n", 1, "never")
refuses("hide-unverified: 30\n", 1, "number of days from 111")
refuses("verify-channels: 360\n", 1, "hide-unverified")
refuses("trusted-proxies: nginx\n", 1, "10.0.0.0/8")
refuses("allow-private: intranet\n", 1, "IP address")
refuses("certificate: one.pem\n", 1, "certificate-key")
refuses("metrics-token: short\n", 1, "16")
refuses("database: mysql://x\n", 1, "postgresql://")
refuses("database: postgresql://\n", 1, "neither a host nor a database")
refuses("database: postgresql://betternet@\n", 1, "neither a host nor a database")
for address in ("postgresql://betternet@db", "postgresql:///betternet", "postgresql://?host=/run/postgresql"):
    checks.expect(check(f"database: {address}").returncode == 0, f"{address} says where")
refuses("host: 'no such place'\n", 1, "no address of this machine")
refuses("port: 8081\nredirect-port: 8081\n", 2, "the port of the site itself")
refuses("fill: [one, /nope]\n", 1, "/nope")
refuses("database: postgresql://x/y\ndatabase-password-file: missing\n", 2, "missing")
two = check("prot: 1\nhsot: 2\n")
checks.expect(two.stderr.count("\n") == 2, "all mistakes are said at once")

done = check("", PROT="1")
checks.expect(done.returncode == 65 and "did you mean ‘BETTERNET_PORT’?" in done.stderr, f"an unknown variable: {done.stderr}")
done = check("", PORT="many")
checks.expect(done.returncode == 65 and done.stderr.startswith("BETTERNET_PORT: "), f"a wrong variable: {done.stderr}")
checks.expect(check("", TEST_DATABASE="x").returncode == 0, "variables of the tests are nobody's settings")
for flags, words in [(["--port", "0"], "--port is a number"), (["--port", "x"], "'x' is invalid"), (["--url", "x"], "https://"),
                     (["--prot", "1"], "Unknown option"), (["--most-reports", "2"], "from 3 to")]:
    done = check("", *flags)
    checks.expect(done.returncode == 64 and words in done.stderr, f"{flags}: {done.returncode} {done.stderr!r}")
done = run("serve", "--check", "--config", "nowhere.yaml")
checks.expect(done.returncode == 65 and "no such file" in done.stderr, "a file that is not there")
done = run("account", "list", "--config", str(folder))
checks.expect(done.returncode == 65 and "this is a folder" in done.stderr, f"what is no file: {done.stderr}")

# What is in use, and by whom.
newest = re.search(r"^## ([0-9.]+)\. ", (HOUSE / "CHANGELOG.md").read_text(), re.MULTILINE)[1]
checks.expect(run("--version").stdout.strip() == newest, "--version is the newest chapter of the changelog")
with socket.socket() as taken, socket.socket() as other:
    for listener in (taken, other):
        listener.bind(("127.0.0.1", 0))
    taken.listen()
    free, used = other.getsockname()[1], taken.getsockname()[1]
    other.close()
    load = run("load", str(HOUSE / "catalogue"), "--data", str(folder / "shop"))
    checks.expect(load.returncode == 0, f"the catalogue is loaded: {load.stderr}")
    for flag, port, second in [("--port", used, free), ("--redirect-port", free, used)]:
        done = run("serve", "--data", str(folder / "shop"), "--port", str(port), "--redirect-port", str(second))
        fits = done.returncode == 1 and f"127.0.0.1:{used}: " in done.stderr and flag + "," in done.stderr
        checks.expect(fits and "Cancel" not in done.stderr + done.stdout, f"{flag} is in use: {done.stderr!r}")
done = run("serve", "--data", str(folder / "shop"), "--host", "no such place")
checks.expect(done.returncode == 1 and "choose another with --host" in done.stderr, f"no address: {done.stderr!r}")

# Secrets.
(folder / "password").write_text("p@ss wörd/1\n")
secret = "database: postgresql://betternet@db/betternet?x=verborgen\ndatabase-password-file: password\nmetrics-token: 0123456789abcdef0\n"
for arguments in (["serve", "--check"], ["settings"]):
    shown = run(*arguments, "--config", written(secret))
    checks.expect(shown.returncode == 0 and "database: a secret" in shown.stdout, f"{arguments} says that there is a secret")
    checks.expect("verborgen" not in shown.stdout and "0123456789abcdef0" not in shown.stdout, f"{arguments} shows no secret")
wrong = check("metrics-token: [verborgen, verborgen]")
checks.expect("verborgen" not in wrong.stderr and wrong.returncode == 65, "nor does the complaint about one")

# The other commands.
done = run("account", "list", "--config", written(f"data: {folder}/elsewhere"))
checks.expect("elsewhere" in done.stderr, "every command looks where the file says")
done = run("account", "list", "--config", written(f"data: {folder}/elsewhere"), "--data", str(folder / "there"))
checks.expect("there" in done.stderr and "elsewhere" not in done.stderr, "and its own flag wins")
done = run("account", "list", "--config", written("prot: 1"))
checks.expect(done.returncode == 65 and "did you mean" in done.stderr, "every command refuses a wrong file")
done = run("move", "--from", str(folder), "--to", "postgresql://x/y", DATABASE_PASSWORD_FILE="missing")
checks.expect(done.returncode == 1 and "no database here" in done.stderr, f"move looks at the folder first: {done.stderr}")
done = run("move", "--from", "postgresql://x/y", "--to", str(folder / "new"), DATABASE_PASSWORD_FILE="missing")
checks.expect(done.returncode == 65 and done.stderr.startswith("BETTERNET_DATABASE_PASSWORD_FILE: "),
              f"move reads the file of the password: {done.stderr}")
done = run("move", "--from", "postgresql://x/y", "--to", str(folder / "new"), "--config",
           written("database-password-file: missing"))
checks.expect(done.returncode == 65 and f"{folder}/betternet.yaml:1: " in done.stderr, f"and the configuration: {done.stderr}")

sys.exit(checks.close())
