"""One program ends and the next begins, with readers at the door all the time."""

import signal
import subprocess
import threading
import time

from listening import Answers, Server, listen

HAMMERS, RESTARTS = 6, 4


class Hammer(threading.Thread):
    """Asks without end: every second one on a connection that stays open for as long as the site lets it."""

    PATHS = ["/nl/", "/nl/search?q=pesten", "/fr/help", "/api/v1/suggest?q=a"]

    def __init__(self, door, number):
        super().__init__()
        self.port, self.stays, self.over = door.getsockname()[1], number % 2 == 0, threading.Event()
        self.answered, self.faults, self.longest = 0, [], 0.0

    connect = Server.connect

    def run(self):
        connection = None
        while not self.over.is_set():
            path = self.PATHS[self.answered % len(self.PATHS)]
            begun = time.monotonic()
            try:
                connection = connection or self.connect(timeout=60)
                wish = "" if self.stays else "Connection: close\r\n"
                connection.sendall(f"GET {path} HTTP/1.1\r\nHost: a\r\n{wish}\r\n".encode())
                status, headers, body = Answers(connection).next()
                if status != 200 or not body:
                    self.faults.append(f"{path}: {status}")
                if headers.get("connection") == "close":
                    connection.close()
                    connection = None
            except OSError as error:
                self.faults.append(f"{path}: {error!r}")
                connection = None
            self.longest = max(self.longest, time.monotonic() - begun)
            self.answered += 1
        if connection:
            connection.close()


def check_handover(program, data, log, checks):
    """The socket stays, as with a socket unit of systemd: not one request fails."""
    with listen() as door:
        server = Server(program, data, log, door=door)
        hammers = [Hammer(door, number) for number in range(HAMMERS)]
        for hammer in hammers:
            hammer.start()
        time.sleep(1)
        # As systemd restarts a service: first the end, then the beginning. Readers wait in the queue of the system.
        for _ in range(RESTARTS):
            checks.expect(server.stop() == 0, "the program before does not end as it should")
            server = Server(program, data, log, door=door)
            time.sleep(0.5)
        for hammer in hammers:
            hammer.over.set()
        for hammer in hammers:
            hammer.join()
        server.stop()
    answered = sum(hammer.answered for hammer in hammers)
    faults = [fault for hammer in hammers for fault in hammer.faults]
    checks.expect(answered > 100 and not faults, f"{len(faults)} of {answered} requests failed: {faults[:3]}")
    longest = max(hammer.longest for hammer in hammers)
    print(f"handed the socket over {RESTARTS} times: {answered} requests, {len(faults)} failed, the longest wait {longest:.1f} s", flush=True)


def check_shared_port(program, data, log, checks):
    """Without anybody who holds the socket, two programs may listen at one port for a while."""
    one = Server(program, data, log, "--share-port")
    two = Server(program, data, log, "--share-port", port=one.port)
    checks.expect(all(one.get("/nl/")[0] == 200 for _ in range(20)), "two at one port")
    checks.expect(one.stop() == 0, "the first of two does not end as it should")
    checks.expect(all(two.get("/nl/")[0] == 200 for _ in range(20)), "the second is not reached when the first has ended")
    alone = subprocess.run(
        [program, "serve", "--data", data, "--port", str(two.port)], capture_output=True, text=True, timeout=60)
    checks.expect(alone.returncode != 0 and "this port is in use" in alone.stderr, f"a third, unasked: {alone.stderr[-200:]}")
    two.stop()


def check_stop(program, data, log, checks):
    """What was begun is finished, within a limit; nothing new begins."""
    server = Server(program, data, log, "--finish-within", "4")
    body = b"text=x"
    head = (
        "POST /nl/records/awel-102/suggestion HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\n\r\n").encode()
    begun, idle, hanging = server.connect(), server.connect(), server.connect()
    begun.sendall(head + body[:1])
    hanging.sendall(head)
    idle.sendall(b"GET /nl/ HTTP/1.1\r\nHost: a\r\n\r\n")
    checks.expect(Answers(idle).next()[1].get("connection") is None, "an open site closes connections")
    time.sleep(0.3)
    server.tell_to_stop()
    told = time.monotonic()
    checks.expect(idle.recv(1) == b"", "an idle connection is not closed")
    time.sleep(1)
    try:
        server.connect(timeout=2).close()
        checks.expect(False, "a closing site takes new connections")
    except OSError:
        checks.expect(True, "")
    begun.sendall(body[1:])
    status, headers, _ = Answers(begun).next()
    checks.expect(status < 500 and headers.get("connection") == "close", f"a request that was begun: {status} {headers}")
    checks.expect(server.process.wait(timeout=30) == 0, "the program does not end as it should")
    took = time.monotonic() - told
    checks.expect(3 < took < 15, f"a request that never ends kept it for {took:.1f} s, not for the 4 it may")
    print(f"stopped: what was begun was finished, what never ended was given up after {took:.1f} s", flush=True)


def check_hangup(program, data, log, checks):
    """A terminal that is closed stops the program as any stop does; where it was told to overlook that, it goes on."""
    server = Server(program, data, log)
    server.process.send_signal(signal.SIGHUP)
    checks.expect(server.process.wait(timeout=30) == 0, "a hangup ends the program as a stop does")
    # As nohup does it: what is ignored stays so in programs that are started.
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        server = Server(program, data, log)
    finally:
        signal.signal(signal.SIGHUP, before)
    server.process.send_signal(signal.SIGHUP)
    time.sleep(1)
    checks.expect(server.get("/health")[0] == 200, "with nohup the site goes on")
    server.tell_to_stop()
    checks.expect(server.process.wait(timeout=30) == 0, "and stops when it is told to")
