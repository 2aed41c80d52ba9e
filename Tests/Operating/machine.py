"""A clean Debian machine that is booted and typed into: its own processes, its own network, its own systemd."""

import os
import pathlib
import shutil
import subprocess
import time

MIRROR = os.environ.get("MIRROR", "http://deb.debian.org/debian")
RELEASE = "bookworm"
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
CLEAN = ["env", "-i", f"PATH={PATH}", "HOME=/root", "LANG=C.UTF-8", "DEBIAN_FRONTEND=noninteractive"]


class Machine:
    """Made of a folder; what it will install is fetched beforehand, because a booted machine has no way out."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.nspawn = None
        self.leader = None

    def install(self):
        self._quietly(["debootstrap", "--variant=minbase", "--include=systemd,systemd-sysv,dbus,ca-certificates",
                       RELEASE, str(self.folder), MIRROR])
        # A machine that was just installed starts what a package brings.
        (self.folder / "usr/sbin/policy-rc.d").unlink(missing_ok=True)

    def fetch(self, *packages):
        """Fetches packages and all they need, so that apt finds them without a network."""
        shutil.copy("/etc/resolv.conf", self.folder / "etc/resolv.conf")
        self.inside("apt-get -qq update")
        self.inside("apt-get -qq -y --download-only install " + " ".join(packages))

    def inside(self, script):
        """Runs a script in the folder, without booting."""
        self._quietly(["chroot", str(self.folder), *CLEAN, "bash", "-euo", "pipefail", "-c", script])

    def copy(self, folder):
        subprocess.run(["cp", "-a", "--reflink=auto", str(self.folder), str(folder)], check=True)
        return Machine(folder)

    def boot(self, *command, log):
        """Boots it, or runs one command as a container does."""
        self.nspawn = subprocess.Popen(
            ["systemd-nspawn", "--quiet", "--register=no", "--keep-unit", "--private-network", "--console=pipe",
             "--directory", str(self.folder), *(command or ("--boot",))],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        until(lambda: self._children(), "the machine has no first process")
        self.leader = self._children()[0]
        if not command:
            until(lambda: self.run("systemctl is-system-running || true").stdout.strip() in ("running", "degraded"),
                  "the machine does not come up")

    def run(self, script, cwd="/root", timeout=300, user=None):
        """What a shell in the booted machine says to a script: the first command that fails ends it."""
        enter = ["nsenter", "--target", self.leader, "--mount", "--uts", "--ipc", "--net", "--pid", "--root", "--wd"]
        who = ["runuser", "-u", user, "--"] if user else []
        return subprocess.run([*enter, *CLEAN, *who, "bash", "-euo", "pipefail", "-c", f"cd {cwd}\n{script}"],
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=timeout)

    def stop(self):
        if self.nspawn and self.nspawn.poll() is None:
            self.nspawn.terminate()
            try:
                self.nspawn.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.nspawn.kill()
                self.nspawn.wait()

    def _children(self):
        if self.nspawn.poll() is not None:
            raise SystemExit("systemd-nspawn ended: this needs root, and systemd-container")
        pid = self.nspawn.pid
        return pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()

    @staticmethod
    def _quietly(command):
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"{' '.join(command)}: {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


def until(is_so, complaint, seconds=60):
    end = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > end:
            raise SystemExit(complaint)
        time.sleep(0.2)
