"""Starts the program for the tests of its connections, and talks to it with bare sockets."""

import atexit
import os
import pathlib
import socket
import subprocess
import sys
import time

# Puts a socket where programs look for it that had it handed over. Who it is for is known only once the program is a
# process of its own.
HANDING_OVER = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.environ.update(LISTEN_FDS="1", LISTEN_PID=str(os.getpid()))
os.execv(sys.argv[2], sys.argv[2:])
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def listen():
    """A socket that listens, to be handed over."""
    door = socket.socket()
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    door.bind(("127.0.0.1", 0))
    door.listen(4_096)
    return door


class Server:
    """The program, serving. It is waited for until it says, as to a service manager, that it is ready."""

    def __init__(self, program, data, log, *options, port=None, door=None):
        self.port = door.getsockname()[1] if door else port or free_port()
        notices = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.place = str(pathlib.Path(data).parent / f"notices-{os.getpid()}-{time.monotonic_ns()}")
        notices.bind(self.place)
        notices.settimeout(0.5)
        command = [program, "serve", "--data", data, "--port", str(self.port), "--no-check-links", "--no-harvest", *options]
        if door:
            command = [sys.executable, "-c", HANDING_OVER, str(door.fileno()), *command]
        self.log = open(log, "a")
        self.process = subprocess.Popen(
            command, env=dict(os.environ, NOTIFY_SOCKET=self.place), stdout=self.log, stderr=self.log,
            pass_fds=[door.fileno()] if door else [])
        atexit.register(self.process.kill)
        for _ in range(240):
            try:
                if notices.recv(64) == b"READY=1":
                    break
            except TimeoutError:
                if self.process.poll() is not None:
                    break
        notices.close()
        if self.process.poll() is not None:
            raise SystemExit("the server did not open: " + pathlib.Path(log).read_text()[-2_000:])

    def tell_to_stop(self):
        self.process.terminate()

    def stop(self):
        """Tells it to stop, and returns its exit status."""
        self.tell_to_stop()
        return self.process.wait(timeout=60)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def connect(self, source="127.0.0.1", timeout=30):
        connection = socket.create_connection(("127.0.0.1", self.port), timeout, (source, 0))
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def get(self, path, source="127.0.0.1", timeout=30):
        """Status, headers and body of one request on a connection of its own."""
        with self.connect(source, timeout) as connection:
            connection.sendall(f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
            return Answers(connection).next()


class Answers:
    """Reads one answer after the other from a connection."""

    def __init__(self, connection):
        self.connection = connection
        self.bytes = b""

    def next(self):
        while b"\r\n\r\n" not in self.bytes:
            self.more()
        head, self.bytes = self.bytes.split(b"\r\n\r\n", 1)
        lines = head.decode("latin-1").split("\r\n")
        status = int(lines[0].split(" ")[1])
        headers = {name.lower(): value.strip() for name, value in (line.split(":", 1) for line in lines[1:])}
        if headers.get("transfer-encoding") == "chunked":
            return status, headers, self.chunks()
        length = 0 if status in (204, 304) else int(headers["content-length"])
        return status, headers, self.take(length)

    def chunks(self):
        body = b""
        while True:
            while b"\r\n" not in self.bytes:
                self.more()
            size, self.bytes = self.bytes.split(b"\r\n", 1)
            part = self.take(int(size, 16))
            self.take(2)
            if not part:
                return body
            body += part

    def take(self, length):
        while len(self.bytes) < length:
            self.more()
        part, self.bytes = self.bytes[:length], self.bytes[length:]
        return part

    def more(self):
        part = self.connection.recv(65_536)
        if not part:
            raise ConnectionError("the connection ended within an answer")
        self.bytes += part
