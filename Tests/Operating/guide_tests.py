"""Follows docs/operating.md word for word on a clean Debian that is booted for it, and looks after each chapter whether what the
guide says came true. Then the archive and the container, the same way.

Usage (as root): guide_tests.py BETTERNET
Needs debootstrap, systemd-container, patchelf, binutils, dpkg-dev, and a mirror of Debian (MIRROR=http://deb.debian.org/debian).
"""

import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "Browser"))
from checks import Checks
from container import try_container
from machine import Machine

HOUSE = pathlib.Path(__file__).parent.parent.parent
PROGRAM = os.path.abspath(sys.argv[1])
SITE = "--cacert /etc/ssl/certs/betternet.pem --connect-to www.example.be:443:127.0.0.1:443 https://www.example.be"
checks = Checks()


def chapters():
    """The commands of the guide: for each chapter its blocks, as they stand there."""
    text = (HOUSE / "docs/operating.md").read_text()
    for chapter in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        yield int(chapter.split(".")[0]), re.findall(r"^```sh\n(.*?)^```$", chapter, flags=re.MULTILINE | re.DOTALL)


def package(program, folder):
    done = subprocess.run([str(HOUSE / "packaging/build-deb.sh"), program, str(folder)], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"build-deb.sh: {done.stderr}")
    return pathlib.Path(done.stdout.strip().splitlines()[-1])


def newer(old, folder):
    """The same package with a later version, as an upgrade."""
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(["dpkg-deb", "-R", str(old), work], check=True)
        control = pathlib.Path(work, "DEBIAN/control")
        control.write_text(re.sub(r"^Version: (.*)$", r"Version: \1.1", control.read_text(), flags=re.MULTILINE))
        subprocess.run(["dpkg-deb", "-Zgzip", "-z1", "--build", work, str(folder)], check=True, stdout=subprocess.DEVNULL)


class Followed:
    """What is looked at in the machine, by the number of the chapter."""

    def __init__(self, machine):
        self.machine = machine
        self.before = None

    def expect(self, script, what, fits=lambda text: True, **options):
        done = self.machine.run(script, **options)
        checks.expect(done.returncode == 0 and fits(done.stdout),
                      f"{what}: {done.returncode} {done.stdout[-600:]!r} {done.stderr[-600:]!r}")
        return done.stdout

    def healthy(self, address="http://127.0.0.1:8080"):
        self.expect(f"curl --silent --show-error --fail --insecure {address}/health", "/health answers",
                    lambda text: json.loads(text)["records"] > 100)

    def chapter_1(self):
        self.healthy()
        self.expect("systemctl is-active betternet.service betternet.socket betternet-backup.timer", "everything runs",
                    lambda text: text.split() == ["active"] * 3)
        self.expect("systemctl is-enabled betternet.service betternet.socket betternet-backup.timer", "also after a boot",
                    lambda text: text.split() == ["enabled"] * 3)
        self.expect("stat -c '%a %U %G' /var/lib/betternet /var/backups/betternet /etc/betternet /etc/betternet/betternet.yaml",
                    "who may read what", lambda text: text.splitlines() == [
                        "700 betternet betternet", "700 betternet betternet", "750 root betternet", "640 root betternet"])
        self.expect("find /var/lib/betternet -not -user betternet -o -type f -perm /077", "nobody else reads the data",
                    lambda text: text == "")
        self.expect("stat -c %U /proc/$(systemctl show -P MainPID betternet)", "the program runs as its own user",
                    lambda text: text.strip() == "betternet")
        self.expect("cd /usr/lib/systemd/system; systemd-analyze verify betternet*.service betternet.socket betternet-backup.timer 2>&1",
                    "the units are as systemd wants them", lambda text: text == "")
        for unit in ("betternet.service", "betternet-backup.service"):
            # From 0 (nothing can be reached) to 10: systemd calls 2.0 and less good.
            self.expect(f"systemd-analyze security --no-pager --threshold=20 {unit}", f"{unit} is shut in")
        self.expect("grep -z GLIBC_TUNABLES /proc/$(systemctl show -P MainPID betternet)/environ", "freed memory is overwritten")
        self.expect("grep -E '^Max core file size +0 +0 ' /proc/$(systemctl show -P MainPID betternet)/limits", "no core dumps")
        self.expect("zcat /usr/share/man/man1/betternet.1.gz", "a page for man",
                    lambda text: ".SS betternet serve" in text and "\\-\\-port" in text)
        self.expect("set +u; . /usr/share/bash-completion/completions/betternet; complete -p betternet", "bash completes commands")
        self.expect("ldd /usr/lib/betternet/betternet", "all libraries are there",
                    lambda text: "not found" not in text and "/usr/lib/betternet/libswiftCore.so" in text)

    def chapter_2(self):
        self.expect("curl -sf http://127.0.0.1:8080/sitemap.xml", "links begin with the address that was set",
                    lambda text: "https://www.example.be/nl" in text and "127.0.0.1" not in text)
        self.expect("betternet serve --check", "it says what is set where", lambda text: "betternet.yaml:3" in text)
        done = self.machine.run("sed 's/^url:/ulr:/' /etc/betternet/betternet.yaml > /tmp/wrong.yaml; betternet serve --check --config /tmp/wrong.yaml")
        checks.expect(done.returncode == 65 and "/tmp/wrong.yaml:3: " in done.stderr and "did you mean ‘url’?" in done.stderr,
                      f"a mistake is said with its place: {done.stderr}")

    def block_3_1(self):
        self.expect(f"curl -sf -D - -o /dev/null {SITE}/nl/", "through nginx by TLS, with HSTS",
                    lambda text: "strict-transport-security" in text.lower())
        self.expect("curl -s -o /dev/null -w '%{http_code} %{redirect_url}' -H 'Host: www.example.be' http://127.0.0.1/nl/", "plain HTTP leads there",
                    lambda text: text == "301 https://www.example.be/nl/")
        self.expect(f"curl -s -o /dev/null -w '%{{http_code}}' {SITE}/metrics", "nginx keeps the figures inside", lambda text: text == "404")

    def chapter_3(self):
        self.expect(f"curl -sf -o /dev/null -w '%{{http_version}}' --http2 {SITE}/nl/", "the site itself speaks HTTP/2",
                    lambda text: text == "2")
        self.expect("curl -s -o /dev/null -w '%{http_code} %{redirect_url}' -H 'Host: www.example.be' http://127.0.0.1/nl/", "plain HTTP leads there",
                    lambda text: text[:2] == "30" and text.endswith(" https://www.example.be/nl/"))
        self.expect("openssl s_client -connect 127.0.0.1:443 -tls1_1 </dev/null 2>&1 || true", "nothing older than TLS 1.2",
                    lambda text: "Cipher is (NONE)" in text)

    def chapter_4(self):
        self.expect("runuser -u betternet -- betternet account list", "Anna is there", lambda text: "anna@example.be" in text)
        self.expect("find /var/lib/betternet -not -user betternet", "the files stay the site's", lambda text: text == "")

    def chapter_5(self):
        self.expect("stat -c '%a %U' /var/backups/betternet/*.sqlite", "a backup that only the site reads",
                    lambda text: text.splitlines() == ["600 betternet"])
        self.expect("touch -d '40 days ago' /var/backups/betternet/2020-01-01.sqlite; systemctl start betternet-backup.service; ls /var/backups/betternet",
                    "backups older than 30 days go", lambda text: "2020-01-01" not in text and text.count(".sqlite") == 1)
        self.before = self.machine.run("dpkg-query -W -f '${Version}' betternet; systemctl show -P MainPID betternet; cat /etc/betternet/betternet.yaml").stdout

    def chapter_6(self):
        after = self.machine.run("dpkg-query -W -f '${Version}' betternet; systemctl show -P MainPID betternet; cat /etc/betternet/betternet.yaml").stdout
        old, new = self.before.splitlines(), after.splitlines()
        checks.expect(old[0] != new[0] and len(old) == len(new), f"another program runs: {old[0]} {new[0]}")
        checks.expect(old[1:] == new[1:], "the configuration stayed")
        self.healthy("https://127.0.0.1")

    def chapter_7(self):
        self.healthy("https://127.0.0.1")
        self.chapter_4()
        self.expect("ls /var/lib/betternet", "what was there is kept aside", lambda text: text.count("sqlite") >= 2)

    def chapter_8(self):
        # An address that is not loopback, so that only the word opens.
        script = "ip address add 10.9.9.9/32 dev lo 2>/dev/null || true; curl -sk -o /dev/null -w '%{http_code}' "
        word = "-H \"Authorization: Bearer $(cat /etc/betternet/metrics-token)\" https://10.9.9.9/metrics"
        self.expect(script + word, "the word opens the figures", lambda text: text == "200")
        self.expect(script + "-H 'Authorization: Bearer wrong' https://10.9.9.9/metrics", "another does not", lambda text: text == "403")
        self.expect("betternet settings", "no command shows it", lambda text: "metrics-token-file: /etc/betternet/metrics-token" in text)


def hammer(machine, ended, answers):
    """A reader that never stops: a new connection for each page."""
    script = f"curl -s -o /dev/null -w '%{{http_code}}' --max-time 30 {SITE}/nl/"
    while not ended.is_set():
        answers.append(machine.run(script + " || echo ' broken by curl' $?").stdout.strip())


def follow(machine, followed):
    for number, blocks in chapters():
        for index, block in enumerate(blocks, 1):
            ended, answers = threading.Event(), []
            reader = threading.Thread(target=hammer, args=(machine, ended, answers))
            if number == 6:
                reader.start()
            start = time.monotonic()
            done = machine.run(block, cwd="/root/betternet")
            print(f"chapter {number}, block {index}: {done.returncode} ({time.monotonic() - start:.0f} s)", flush=True)
            checks.expect(done.returncode == 0, f"chapter {number}, block {index}: {done.stdout[-1500:]}{done.stderr[-1500:]}")
            if number == 6:
                time.sleep(2)
                ended.set()
                reader.join()
                checks.expect(len(answers) > 20 and set(answers) == {"200"},
                              f"nobody is turned away while the program is replaced: {len(answers)} answers, {set(answers)}")
            getattr(followed, f"block_{number}_{index}", lambda: None)()
        getattr(followed, f"chapter_{number}", lambda: None)()
    errors = machine.run("journalctl --no-pager --output=cat -u betternet -p err").stdout
    checks.expect(errors == "", f"nothing in the log that is an error: {errors[-600:]}")


def remove(followed):
    followed.expect("apt-get -qq remove -y betternet 2>&1; ! systemctl is-active betternet.service betternet.socket", "it can be removed")
    followed.expect("apt-get -qq purge -y betternet 2>&1; ls /var/lib/betternet/betternet.sqlite", "the data stays",
                    lambda text: "the data stays" in text and "betternet.sqlite" in text)


def archive(machine, followed, program):
    """The archive with its own check, on the same machine."""
    done = subprocess.run([str(HOUSE / "packaging/build-tar.sh"), program, str(machine.folder / "root")], capture_output=True, text=True)
    checks.expect(done.returncode == 0, f"build-tar.sh: {done.stderr}")
    followed.expect("rm -rf /etc/systemd/system/betternet.socket.d /etc/betternet; cd /root; sha256sum -c betternet-[0-9]*.tar.gz.sha256; tar -xzf betternet-[0-9]*.tar.gz",
                    "the archive is what it was")
    damaged = machine.run("cd /root/betternet-[0-9]*/ && cp root/usr/lib/betternet/nightly-backup /tmp/ && echo >> root/usr/lib/betternet/nightly-backup && ./install.sh")
    checks.expect(damaged.returncode != 0 and "damaged" in damaged.stderr, f"a damaged archive is not installed: {damaged.stderr}")
    followed.expect("cd /root/betternet-[0-9]*/ && cp /tmp/nightly-backup root/usr/lib/betternet/ && ./install.sh", "the archive installs itself")
    followed.expect("systemctl enable --now betternet.socket betternet.service betternet-backup.timer 2>&1", "and its site opens")
    followed.healthy()
    followed.chapter_4()


def main():
    if os.geteuid() != 0:
        raise SystemExit("run this as root: it boots a machine")
    # Who ends the test also ends its machine.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(1))
    with tempfile.TemporaryDirectory(prefix="betternet-guide-") as work:
        clean = Machine(f"{work}/machine")
        clean.install()
        downloads = clean.folder / "root/betternet"
        (downloads / "upgrade").mkdir(parents=True)
        built = package(PROGRAM, downloads)
        newer(built, downloads / "upgrade")
        clean.fetch(f"/root/betternet/{built.name}", "curl", "nginx-light", "openssl", "iproute2", "procps", "ca-certificates")
        container = clean.copy(f"{work}/container")
        with open(f"{work}/log", "w") as log:
            try:
                clean.boot(log=log)
                print("the machine is up", flush=True)
                followed = Followed(clean)
                follow(clean, followed)
                remove(followed)
                archive(clean, followed, PROGRAM)
                clean.stop()
                try_container(container, HOUSE / "packaging/Containerfile", built.name, checks, log)
            finally:
                clean.stop()
                container.stop()
                if checks.failures:
                    print(pathlib.Path(f"{work}/log").read_text()[-3000:])
    sys.exit(checks.close())


main()
