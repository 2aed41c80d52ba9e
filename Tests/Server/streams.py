"""Readers of HTTP/2 who are silent, who take nothing, and who take slowly."""

import socket
import ssl
import struct
import threading
import time

DATA, HEADERS, SETTINGS, PING, WINDOW = 0, 1, 4, 6, 8
PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"


def frame(kind, stream, content=b"", flags=0):
    return struct.pack(">I", len(content))[1:] + struct.pack(">BBI", kind, flags, stream) + content


def headers(port, path):
    """A whole GET, with its headers as they are."""
    pairs = [(":method", "GET"), (":scheme", "https"), (":authority", f"localhost:{port}"), (":path", path)]
    # https://www.rfc-editor.org/rfc/rfc7541#section-6.2.2: none of them is remembered, no text is packed.
    return b"".join(
        bytes([0, len(name)]) + name.encode() + bytes([len(value)]) + value.encode() for name, value in pairs)


class Reader:
    """A connection that does nothing by itself."""

    def __init__(self, port, window=65_535):
        trust = ssl.create_default_context()
        trust.check_hostname, trust.verify_mode = False, ssl.CERT_NONE
        trust.set_alpn_protocols(["h2"])
        self.port = port
        self.connection = trust.wrap_socket(socket.create_connection(("127.0.0.1", port), 30), server_hostname="localhost")
        self.connection.sendall(PREFACE + frame(SETTINGS, 0, struct.pack(">HI", 4, window)))

    def ask(self, stream, path):
        self.connection.sendall(frame(HEADERS, stream, headers(self.port, path), 0x1 | 0x4))

    def exactly(self, count):
        got = b""
        while len(got) < count:
            part = self.connection.recv(count - len(got))
            if not part:
                raise ConnectionError
            got += part
        return got

    def frames(self):
        """Kind, flags, stream and content of each, until the connection is closed."""
        while True:
            head = self.exactly(9)
            kind, flags, stream = struct.unpack(">BBI", head[3:])
            yield kind, flags, stream, self.exactly(int.from_bytes(head[:3], "big"))

    def lasts(self, seconds):
        """For how long it stays open, if nothing is ever said to the site."""
        begin = time.monotonic()
        self.connection.settimeout(1)
        while time.monotonic() < begin + seconds:
            try:
                if not self.connection.recv(65_536):
                    break
            except TimeoutError:
                continue
            except OSError:
                break
        return time.monotonic() - begin


def check_silent(port, checks):
    """Who has no stream open and says nothing, not even to a ping, is not kept."""
    def watch(name, reader):
        lasted = reader.lasts(70)
        checks.expect(lasted < 60, f"{name}: still there after {lasted:.0f} s")

    asked = Reader(port)
    asked.ask(1, "/nl/about")
    half = Reader(port)
    half.connection.sendall(frame(HEADERS, 1, headers(port, "/nl/about"))[:20])
    readers = {"silent from the first": Reader(port), "after one answer": asked, "in the middle of headers": half}
    threads = [threading.Thread(target=watch, args=each) for each in readers.items()]
    for thread in threads:
        thread.start()
    return threads


def check_slow(port, checks):
    """Who takes a long answer slowly gets all of it."""
    reader = Reader(port)
    begin = time.monotonic()
    reader.ask(1, "/api/v1/records?limit=100")
    got, is_whole = 0, False
    for kind, flags, stream, content in reader.frames():
        if kind == DATA and stream == 1:
            got += len(content)
            if is_whole := bool(flags & 0x1):
                break
            # As fast as a bad line: 10 kB a second.
            time.sleep(len(content) / 10_000)
            more = struct.pack(">I", len(content)) if content else b""
            reader.connection.sendall(frame(WINDOW, 0, more) + frame(WINDOW, 1, more) if more else b"")
        elif kind == PING and not flags & 0x1:
            reader.connection.sendall(frame(PING, 0, content, 0x1))
        elif kind not in (SETTINGS, HEADERS, WINDOW, PING):
            break
    seconds = time.monotonic() - begin
    checks.expect(is_whole and seconds > 15, f"{got} bytes in {seconds:.0f} s, {'all' if is_whole else 'not all'}")


def check_hoarders(port, checks):
    """Who asks for much and takes nothing has the site hold only so much."""
    readers = [Reader(port, window=0) for _ in range(20)]
    for stream in range(1, 200, 2):
        for reader in readers:
            try:
                reader.ask(stream, "/api/v1/records?limit=100")
            except OSError:
                pass
    closed = sum(reader.lasts(0.5) < 0.5 for reader in readers)
    checks.expect(0 < closed < 20, f"{closed} of 20 who have the site hold 20 MB each were closed")
    for reader in readers:
        reader.connection.close()


def check_streams(port, checks):
    silent = check_silent(port, checks)
    check_slow(port, checks)
    check_hoarders(port, checks)
    for thread in silent:
        thread.join()
    print("read HTTP/2 silently, slowly and not at all", flush=True)
