"""A small town of machines on one: nodes in networks of their own, a database with its standby, nginx in front.

Each node has two links, as a machine in a data centre has: `front`, over which nginx reaches it, and `back`, over which it
reaches the database. Cutting one is pulling a cable.
"""

import os
import pathlib
import re
import signal
import socket
import subprocess
import time
import urllib.request

ROOT = pathlib.Path(__file__).parents[2]
POSTGRES = ROOT / "tools" / "postgres.sh"
GUIDE = ROOT / "docs" / "many-nodes.md"
PORT = 8080
# A network card that is nowhere.
NOBODY = "02:00:00:00:00:01"


def run(*command, **options):
    return subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE, **options).stdout.strip()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(condition, seconds, what):
    """How long it took; ends the run where it never comes true."""
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        if condition():
            return time.monotonic() - began
        time.sleep(0.02)
    raise SystemExit(f"{what}: not within {seconds} s")


class Node:
    """One machine with one program: a network namespace with a link to nginx and one to the database."""

    def __init__(self, number, folder, program, url):
        self.name = f"betternet-{os.getpid()}-{number}"
        self.number, self.program, self.url = number, program, url
        self.data, self.log = folder / f"node-{number}", folder / f"node-{number}.log"
        self.process = None
        network = 100 + os.getpid() % 100
        self.front_host, self.front = f"10.{network}.{number}.1", f"10.{network}.{number}.2"
        self.back_host, self.back = f"10.{network}.{number}.5", f"10.{network}.{number}.6"
        run("ip", "netns", "add", self.name)
        for link, host, own in (("f", self.front_host, self.front), ("b", self.back_host, self.back)):
            outside, inside = self.link(link), f"{link}-in"
            run("ip", "link", "add", outside, "type", "veth", "peer", "name", inside, "netns", self.name)
            run("ip", "addr", "add", f"{host}/30", "dev", outside)
            run("ip", "link", "set", outside, "up")
            run("ip", "-n", self.name, "addr", "add", f"{own}/30", "dev", inside)
            run("ip", "-n", self.name, "link", "set", inside, "up")
        run("ip", "-n", self.name, "link", "set", "lo", "up")

    def link(self, which):
        return f"bn{os.getpid() % 100000}{which}{self.number}"

    def start(self, ports):
        """`ports`: of the primary and its standby."""
        hosts = ",".join(f"{self.back_host}:{port}" for port in ports)
        command = ["ip", "netns", "exec", self.name, self.program, "serve", "--data", str(self.data),
                   "--database", f"postgresql://betternet@{hosts}/betternet", "--host", "0.0.0.0", "--port", str(PORT),
                   "--url", self.url, "--behind-proxy", "--most-reports", "1000000", "--most-searches", "1000000",
                   "--no-check-links", "--no-harvest"]
        with open(self.log, "a") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            return wait_for(lambda: self.ask("/health/ready")[0] == 200, 60, f"node {self.number} opens")
        except SystemExit:
            print(self.log.read_text()[-4000:], flush=True)
            raise

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def cut(self):
        """Pulls the cable to the database somewhere on the way: what is sent arrives nowhere, and no side is told."""
        for far, where, link in ((self.back, [], self.link("b")), (self.back_host, ["-n", self.name], "b-in")):
            run("ip", *where, "neigh", "replace", far, "lladdr", NOBODY, "dev", link, "nud", "permanent")

    def join(self):
        for far, where, link in ((self.back, [], self.link("b")), (self.back_host, ["-n", self.name], "b-in")):
            run("ip", *where, "neigh", "del", far, "dev", link)

    def ask(self, path):
        """Status and text of an answer of this very node; 0 where none comes."""
        request = urllib.request.Request(f"http://{self.front}:{PORT}{path}")
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            return 0, ""

    def shows(self, path, text):
        return text in self.ask(path)[1]

    @property
    def is_on_duty(self):
        return '"onDuty":true' in self.ask("/health/ready")[1]

    def close(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                self.kill()
        subprocess.run(["ip", "netns", "del", self.name], check=False)


class Database:
    """A primary with a standby that must have a write before it counts."""

    def __init__(self, folder, hosts):
        self.folder = folder / "postgres"
        self.environment = os.environ | {"POSTGRES_LISTEN": ",".join(hosts)}
        self.address = self.tool("start")
        self.address = self.tool("standby")
        self.ports = [int(port) for port in re.findall(r":(\d+)", self.address)]

    def tool(self, verb, *more):
        return run("bash", str(POSTGRES), verb, str(self.folder), *more, env=self.environment)

    def ask(self, sql):
        return run("psql", self.address + "?target_session_attrs=read-write", "-qAtX", "-c", sql)

    def holds(self, table, text):
        """Whether a text stands in a row of a table, in whatever form."""
        return self.ask(f"SELECT count(*) FROM {table} AS kept WHERE kept::text LIKE '%{text}%'") != "0"

    def close(self):
        self.tool("stop")


class Nginx:
    """nginx with the configuration of the guide, word for word but for the addresses."""

    def __init__(self, folder, nodes, port):
        self.port, self.folder = port, folder / "nginx"
        self.folder.mkdir()
        site = re.search(r"```nginx\n(.*?)```", GUIDE.read_text(), re.S).group(1)
        site = site.replace("listen 80;", f"listen 127.0.0.1:{port};")
        for node, place in zip(nodes, ("10.0.0.11", "10.0.0.12")):
            assert f"{place}:8080" in site, "the guide names other nodes"
            site = site.replace(f"{place}:8080", f"{node.front}:{PORT}")
        temporary = "".join(
            f"{kind}_temp_path {self.folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        (self.folder / "nginx.conf").write_text(
            f"pid {self.folder}/pid;\nerror_log {self.folder}/error.log warn;\nworker_processes 1;\ndaemon off;\n"
            f"user root;\nevents {{ worker_connections 512; }}\nhttp {{\naccess_log off;\n{temporary}{site}}}\n")
        self.process = subprocess.Popen(
            ["nginx", "-p", str(self.folder), "-c", str(self.folder / "nginx.conf"), "-e", str(self.folder / "error.log")])

    def close(self):
        self.process.terminate()
        self.process.wait(timeout=20)
