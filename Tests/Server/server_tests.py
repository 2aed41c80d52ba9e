"""The server on real connections: slow and silent clients by the thousand, limits, the ends of connections, TLS and
HTTP/2 by other people's clients, and restarts that nobody notices.

Usage: server_tests.py BETTERNET CATALOGUE
"""

import pathlib
import resource
import socket
import subprocess
import sys
import tempfile
import threading

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "Browser"))
from checks import Checks
from crowd import check_crowd
from listening import Answers, Server
from restart import check_handover, check_hangup, check_shared_port, check_stop
from secure import check_secure


def check_order(server, checks):
    """Answers come in the order of their requests, those that lie ready and those that have to be made."""
    asked, expected = b"", []
    for number in range(60):
        for path, status in [("/nl/about", 200), (f"/nl/nope-{number}", 404), ("/", 302), (f"/nl/search?q=w{number}", 200)]:
            asked += f"GET {path} HTTP/1.1\r\nHost: a\r\n\r\n".encode()
            expected.append(status)
    with server.connect(timeout=60) as connection:
        threading.Thread(target=connection.sendall, args=(asked,)).start()
        answers = Answers(connection)
        got = [answers.next()[0] for _ in expected]
    checks.expect(got == expected, f"{sum(a != b for a, b in zip(got, expected))} of {len(expected)} out of order")


def check_half_closed(server, checks):
    """Who says that nothing more comes still gets all of the answer."""
    whole = len(server.get("/api/v1/records?limit=100")[2])
    for path in ["/api/v1/records?limit=100"] * 3:
        with socket.socket() as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
            connection.connect(("127.0.0.1", server.port))
            connection.settimeout(30)
            connection.sendall(f"GET {path} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
            connection.shutdown(socket.SHUT_WR)
            body = Answers(connection).next()[2]
            checks.expect(len(body) == whole and connection.recv(1) == b"", f"{len(body)} of {whole} bytes")


def check_old(server, checks):
    """A client of HTTP/1.0 reads to the end of the connection."""
    for path in ["/nl/", "/nl/nope", "/nl/"]:
        with server.connect() as connection:
            connection.sendall(f"GET {path} HTTP/1.0\r\n\r\n".encode())
            text = b""
            while part := connection.recv(65_536):
                text += part
            checks.expect(text.rstrip().endswith(b"</html>"), f"{path}: {text[-80:]}")


def check_limits(server, checks):
    with server.connect() as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n" + b"".join(b"X%d: y\r\n" % n for n in range(150)) + b"\r\n")
        checks.expect(Answers(connection).next()[0] == 431, "150 headers are taken")
    with server.connect() as connection:
        connection.sendall(b"POST /nl/report HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\n")
        checks.expect(Answers(connection).next()[0] == 413, "a body of 100 GB is taken")
    done = subprocess.run(
        ["curl", "--silent", "--max-time", "20", "-o", "/dev/null", "-w", "%{http_code}", "-H", "Expect: 100-continue", "--data", "a=b",
         f"http://127.0.0.1:{server.port}/nl/nope"], capture_output=True, text=True)
    checks.expect(done.stdout == "405", f"a form that waits for leave: {done.stdout}")


def check_one_source(server, checks):
    """One source may not have all the places; others have theirs."""
    held = [server.connect("127.0.0.9", timeout=5) for _ in range(60)]
    refused = 0
    for connection in held:
        try:
            connection.sendall(b"GET /nl/ HTTP/1.1\r\nHost: a\r\n\r\n")
            Answers(connection).next()
        except OSError:
            refused += 1
    checks.expect(refused == 10, f"{refused} of 60 refused, with room for 50 of one source")
    checks.expect(server.get("/nl/", "127.0.0.10")[0] == 200, "others are refused, too")
    for connection in held:
        connection.close()
    # The places come free as soon as the site has seen the end of the connections.
    for _ in range(50):
        try:
            if server.get("/nl/", "127.0.0.9")[0] == 200:
                return checks.expect(True, "")
        except OSError:
            pass
    checks.expect(False, "the places of one source do not come free")


def main(program, catalogue):
    checks = Checks()
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(8_192, limit[1]), limit[1]))
    with tempfile.TemporaryDirectory() as folder:
        data, log = f"{folder}/data", f"{folder}/log"
        subprocess.run([program, "load", catalogue, "--data", data], check=True, stdout=subprocess.DEVNULL)
        few = Server(program, data, log, "--max-connections-per-source", "50")
        server = Server(program, data, log)
        # The crowd has to be waited for most of the time, so the rest goes on beside it.
        crowd = threading.Thread(target=check_crowd, args=(server, checks))
        crowd.start()
        for check in [check_order, check_half_closed, check_old, check_limits, check_one_source]:
            check(few, checks)
        checks.expect(few.stop() == 0, "the program does not end as it should")
        check_secure(program, data, log, folder, checks)
        check_shared_port(program, data, log, checks)
        check_stop(program, data, log, checks)
        check_hangup(program, data, log, checks)
        check_handover(program, data, log, checks)
        crowd.join()
        checks.expect(server.stop() == 0, "the program does not end as it should")
    return checks.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
