"""Thousands who take a place and give nothing for it: readers are answered meanwhile, and every place comes free."""

import selectors
import socket
import threading
import time

from listening import Answers

SILENT, DRIPPING = 2_000, 400


class Kind:
    """Some connections that are held in the same way, and when the site is to give them up."""

    def __init__(self, name, count, source, opening, drip=b"", every=None, least=0, most=0):
        self.name, self.count, self.source, self.opening = name, count, source, opening
        self.drip, self.every, self.least, self.most = drip, every, least, most
        self.ended = []
        self.sockets = []
        self.begun = 0.0

    def open(self, server):
        for _ in range(self.count):
            connection = server.connect(self.source)
            connection.sendall(self.opening)
            connection.setblocking(False)
            self.sockets.append(connection)
        self.begun = time.monotonic()


POST = (
    b"POST /nl/records/awel-102/suggestion HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    b"Content-Length: 5000\r\n\r\n")
KINDS = [
    Kind("silent", SILENT // 2, "127.0.0.2", b"", least=6, most=20),
    Kind("silent, from elsewhere", SILENT // 2, "127.0.0.3", b"", least=6, most=20),
    Kind("dripping headers", DRIPPING, "127.0.0.4", b"GET / HTTP/1.1\r\nX: ", b"x", 1, 6, 20),
    Kind("a body that stands still", 50, "127.0.0.5", POST + b"x", least=12, most=30),
    Kind("a body that drips", DRIPPING, "127.0.0.5", POST, b"x", 5, 55, 78),
    Kind("idle after an answer", 50, "127.0.0.6", b"GET /nl/ HTTP/1.1\r\nHost: a\r\n\r\n", least=25, most=48),
]


def watch(kinds, until):
    """Drips where it is to be dripped, and notes when each connection ends."""
    selector = selectors.DefaultSelector()
    for kind in kinds:
        for connection in kind.sockets:
            selector.register(connection, selectors.EVENT_READ, kind)
    dripped = {kind.name: time.monotonic() for kind in kinds}
    while selector.get_map() and time.monotonic() < until:
        for key, _ in selector.select(0.2):
            try:
                over = not key.fileobj.recv(65_536)
            except OSError:
                over = True
            if over:
                key.data.ended.append(time.monotonic() - key.data.begun)
                selector.unregister(key.fileobj)
                key.fileobj.close()
        for kind in kinds:
            if kind.every and time.monotonic() - dripped[kind.name] >= kind.every:
                dripped[kind.name] = time.monotonic()
                for connection in kind.sockets:
                    try:
                        connection.send(kind.drip)
                    except OSError:
                        pass  # it has ended, which is seen above


class Reader(threading.Thread):
    """Reads as anybody does, on connections of its own and on one that stays open."""

    PATHS = ["/nl/", "/fr/help", "/nl/search?q=pesten", "/en/channels/child-focus-116000", "/api/v1/suggest?q=sex"]

    def __init__(self, server):
        super().__init__()
        self.server, self.over = server, threading.Event()
        self.answered, self.faults = 0, []

    def run(self):
        while not self.over.wait(0.05):
            path = self.PATHS[self.answered % len(self.PATHS)]
            try:
                status, _, body = self.server.get(path, source="127.0.0.20", timeout=20)
                if status != 200 or not body:
                    self.faults.append(f"{path}: {status}")
            except OSError as error:
                self.faults.append(f"{path}: {error!r}")
            self.answered += 1


def check_unread(server, checks):
    """Who asks for much and takes nothing of it is given up; who takes it slowly gets all of it."""
    def ask(source):
        connection = socket.socket()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        connection.bind((source, 0))
        connection.connect(("127.0.0.1", server.port))
        connection.settimeout(60)
        connection.sendall(b"GET /api/v1/records?limit=100 HTTP/1.1\r\nHost: a\r\n\r\n" * 40)
        return connection
    never, slow = ask("127.0.0.7"), ask("127.0.0.8")
    answers, sizes = Answers(slow), []
    begun = time.monotonic()
    for _ in range(40):
        status, _, body = answers.next()
        sizes.append((status, len(body)))
        time.sleep(1.1)
    checks.expect(time.monotonic() - begun > 42 and len(set(sizes)) == 1 and sizes[0][0] == 200, f"a slow reader got {set(sizes)}")
    # What the system itself had taken is still there; behind it the connection ends.
    taken = 0
    try:
        while part := never.recv(1 << 20):
            taken += len(part)
    except ConnectionError:
        pass
    except TimeoutError:
        checks.expect(False, "who takes nothing is waited for")
    whole = sum(size for _, size in sizes)
    checks.expect(0 < taken < whole, f"{taken} of {whole} bytes came to who took nothing for 40 seconds")


def check_crowd(server, checks):
    reader = Reader(server)
    reader.start()
    for kind in KINDS:
        kind.open(server)
    unread = threading.Thread(target=check_unread, args=(server, checks))
    unread.start()
    watch(KINDS, time.monotonic() + 80)
    unread.join()
    reader.over.set()
    reader.join()
    for kind in KINDS:
        early = [t for t in kind.ended if t < kind.least]
        late = [t for t in kind.ended if t > kind.most]
        checks.expect(
            len(kind.ended) == kind.count and not early and not late,
            f"{kind.name}: {len(kind.ended)} of {kind.count} ended, {len(early)} too early, {len(late)} too late"
            f" ({min(kind.ended, default=0):.1f} to {max(kind.ended, default=0):.1f} s)")
    checks.expect(reader.answered > 100 and not reader.faults, f"{reader.answered} readers, faults: {reader.faults[:3]}")
    held = sum(kind.count for kind in KINDS)
    print(f"held {held} connections for nothing; {reader.answered} requests answered meanwhile, {len(reader.faults)} not", flush=True)
