"""Requests that cost their sender little and should cost the server little too."""

import gzip
import time

SLOW = 3.0  # seconds within which each is answered, on a slow machine, with a program that was not made fast


def check(server, visitor, checks):
    before = server.memory()

    def ask(name, method, path, body=None, expected=range(200, 500), **headers):
        began = time.perf_counter()
        answer = visitor.ask(method, path, body, **headers)
        took = time.perf_counter() - began
        checks.expect(answer.status in expected, f"{name}: {answer.status}")
        checks.expect(took < SLOW, f"{name}: {took:.1f} s")

    # Fields and headers whose names fall into one place of a table without a secret (the classic 31 and 33 hashes).
    colliding = ["".join(part) for part in _collisions(9)]
    ask("colliding fields", "GET", "/nl/search?" + "&".join(f"{name}=1" for name in colliding[:150]))
    ask("colliding fields in a form", "POST", "/nl/suggest", "&".join(f"{name}=1" for name in colliding))
    ask("ten thousand fields", "POST", "/nl/suggest", "&".join(f"a{n}=1" for n in range(2_000)))
    ask("one field a thousand times", "GET", "/nl/search?q=a" + "&theme=gaming" * 280)
    ask("a thousand places of a list", "GET", "/nl/shortlist?keep=" + ",".join(f"a{n}" for n in range(700)))
    ask("colliding keys of JSON", "POST", "/api/v1/drafts", "{" + ",".join(f'"{name}":1' for name in colliding) + "}", Content_Type="application/json")
    ask("nested JSON", "POST", "/api/v1/drafts", "[" * 50_000, Content_Type="application/json")
    # What makes an expression that goes back and forth take for ever.
    for text in ("a" * 190 + "!", "a@" * 90, '"' * 199, "-" * 199, "(" * 199, "a " * 99, ":" * 199, "%F0%9F%91%A9%E2%80%8D" * 40,
                 "0" * 199, ".a" * 99, "e%CC%81" * 90, "'" * 199, "kind:" * 39):
        ask(f"search for {text[:10]}", "GET", f"/nl/search?q={text.replace(' ', '+')}")
        ask(f"completing {text[:10]}", "GET", f"/api/v1/suggest?q={text.replace(' ', '+')}&lang=fr")
    for name, value in (("Accept-Language", "nl;q=" + "0" * 7_000), ("Accept-Language", "a-" * 3_500), ("Accept-Encoding", "gzip;q=0," * 800),
                        ("Cookie", "a=b;" * 1_900), ("Cookie", "__Host-session=" + "x" * 7_000), ("Cookie", "session=a; session=b; __Host-session=; =;;;"),
                        ("If-None-Match", '"a",' * 1_800), ("If-None-Match", 'W/' * 3_000), ("If-Modified-Since", "9" * 7_000), ("Range", "bytes=" + "0-1," * 1_700),
                        ("Accept", "text/html;q=0.1," * 450), ("Origin", "null" * 1_500), ("Content-Type", "multipart/form-data; boundary=" + "x" * 7_000)):
        ask(f"{name} of {len(value)} bytes", "GET", "/nl/", **{name: value})
        ask(f"{name} of {len(value)} bytes in a form", "POST", "/nl/suggest", "a=b", **{name: value})
    head = 'Content-Disposition: form-data; name="a"' + " " * 1_500 + ";" * 200
    parts = "".join(f"--b\r\n{head}\r\n\r\nx\r\n" for _ in range(20)) + "--b--\r\n"
    ask("parts with long gaps", "POST", "/nl/workspace/bulk", parts, Content_Type="multipart/form-data; boundary=b")
    ask("a boundary that nearly comes", "POST", "/nl/workspace/bulk", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n" + "\r\n--a" * 60_000, Content_Type="multipart/form-data; boundary=b")

    # Bombs: what is packed is not unpacked, what is too long is not read to its end.
    bomb = gzip.compress(bytes(64 << 20))
    ask("a packed form", "POST", "/nl/suggest", bomb, range(400, 500), Content_Encoding="gzip")
    ask("a packed form of the workspace", "POST", "/nl/workspace/bulk", bomb, range(400, 500), Content_Encoding="gzip", Content_Type="multipart/form-data; boundary=b")
    for path, length in (("/nl/suggest", 2 << 20), ("/nl/workspace/sign-in", 1 << 20), ("/nl/workspace/bulk", 3 << 20), ("/oai", 1 << 20), ("/api/v1/drafts", 8 << 20)):
        answer, _ = server.send(f"POST {path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n".encode() + b"a" * length, 10)
        checks.expect(answer[9:10] == b"4" or not answer, f"{length} bytes to {path}: {answer[:40]}")
    endless = b"POST /nl/suggest HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n" + (b"10000\r\n" + b"a" * 65536 + b"\r\n") * 200
    answer, _ = server.send(endless, 2)
    checks.expect(answer[9:12] in (b"413", b""), f"an endless form: {answer[:40]}")
    long, _ = server.send(b"GET /nl/search?q=" + b"a" * 7_000 + b" HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 5)
    checks.expect(long[9:12] in (b"414", b"431", b"400"), f"an address of 7,000 bytes: {long[:40]}")

    grown = (server.memory() - before) >> 20
    checks.expect(visitor.get("/health").status == 200, "after the floods the server is not well")
    checks.expect(grown < 300, f"the floods left {grown} MB behind")
    print(f"floods: memory grew by {grown} MB", flush=True)


def _collisions(length):
    """Texts that hashes of the kind h = 31 h + c give one number: Aa and BB do."""
    texts = [()]
    for _ in range(length):
        texts = [text + (pair,) for text in texts for pair in ("Aa", "BB")]
    return texts
