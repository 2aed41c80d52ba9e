"""Requests that two programs could read in two ways. Each is refused, and nothing of it is taken for a second request."""

import re

HOST = b"Host: shop.example\r\n"
STATUS = re.compile(rb"HTTP/1\.[01] (\d{3})")
SECOND = b"GET /health?smuggled HTTP/1.1\r\n" + HOST + b"\r\n"


FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"


def post(*headers, body=b""):
    return b"POST /nl/suggest HTTP/1.1\r\n" + HOST + FORM + b"".join(header + b"\r\n" for header in headers) + b"\r\n" + body


def get(line=b"GET /nl/ HTTP/1.1", *headers):
    return line + b"\r\n" + HOST + b"".join(header + b"\r\n" for header in headers) + b"\r\n"


LENGTH, CHUNKED = b"Content-Length: 6", b"Transfer-Encoding: chunked"
# Each with one more request behind it, which must not be answered.
REFUSED = {
    "CL.TE": post(LENGTH, CHUNKED, body=b"0\r\n\r\nG"),
    "TE.CL": post(CHUNKED, LENGTH, body=b"0\r\n\r\n"),
    "two lengths": post(b"Content-Length: 5", LENGTH, body=b"abcdef"),
    "two lengths in one": post(b"Content-Length: 6, 5", body=b"abcdef"),
    "a length with a sign": post(b"Content-Length: +6", body=b"abcdef"),
    "a negative length": post(b"Content-Length: -6", body=b"abcdef"),
    "a length in hexadecimal": post(b"Content-Length: 0x6", body=b"abcdef"),
    "a length with a gap": post(b"Content-Length: 1 6", body=b"abcdef"),
    "an endless length": post(b"Content-Length: 99999999999999999999", body=b"abcdef"),
    "no length": post(b"Content-Length: ", body=b"abcdef"),
    "chunked in other words": post(b"Transfer-Encoding: xchunked", body=b"0\r\n\r\n"),
    "chunked twice": post(CHUNKED, b"Transfer-Encoding: identity", body=b"0\r\n\r\n"),
    "chunked not last": post(b"Transfer-Encoding: chunked, identity", body=b"0\r\n\r\n"),
    "a gap before the colon": post(b"Transfer-Encoding : chunked", LENGTH, body=b"0\r\n\r\nG"),
    "a tab before the colon": post(b"Content-Length\t: 6", body=b"abcdef"),
    "a folded line": post(b"X-A: b\r\n Transfer-Encoding: chunked", LENGTH, body=b"0\r\n\r\nG"),
    "a header without a name": get(b"GET /nl/ HTTP/1.1", b": x"),
    "a header without a colon": get(b"GET /nl/ HTTP/1.1", b"Transfer-Encoding chunked"),
    "nothing in a name": get(b"GET /nl/ HTTP/1.1", b"X\0: y"),
    "nothing in a value": get(b"GET /nl/ HTTP/1.1", b"X: a\0b"),
    "a return in a value": get(b"GET /nl/ HTTP/1.1", b"X: a\rTransfer-Encoding: chunked"),
    "a chunk of no size": post(CHUNKED, body=b"\r\nabc\r\n0\r\n\r\n"),
    "a chunk with a sign": post(CHUNKED, body=b"+3\r\nabc\r\n0\r\n\r\n"),
    "a chunk in other letters": post(CHUNKED, body=b"3x\r\nabc\r\n0\r\n\r\n"),
    "a chunk with 0x": post(CHUNKED, body=b"0x3\r\nabc\r\n0\r\n\r\n"),
    "an endless chunk": post(CHUNKED, body=b"fffffffffffffffff\r\nabc\r\n0\r\n\r\n"),
    "a chunk that is longer than it says": post(CHUNKED, body=b"3\r\nabcdef\r\n0\r\n\r\n"),
    "a version that is none": get(b"GET /nl/ HTTP/9.9"),
    "a version of letters": get(b"GET /nl/ HTTP/x.y"),
    "a gap in the address": get(b"GET /nl/ /fr/ HTTP/1.1"),
    "a method of signs": get(b"G(T /nl/ HTTP/1.1"),
    "no method": get(b" /nl/ HTTP/1.1"),
    "a header of 9,000 bytes": get(b"GET /nl/ HTTP/1.1", b"X: " + b"a" * 9_000),
    "150 headers": get(b"GET /nl/ HTTP/1.1", *[b"X-%d: a" % number for number in range(150)]),
    "20,000 bytes of headers": get(b"GET /nl/ HTTP/1.1", *[b"X-%d: " % n + b"a" * 800 for n in range(25)]),
}


def check(server, checks):
    for name, request in REFUSED.items():
        answer, closed = server.send(request + SECOND)
        statuses = STATUS.findall(answer)
        checks.expect(b'"status"' not in answer, f"{name}: the second request was answered")
        # A request whose head is whole may be answered before its body turns out to be broken.
        checks.expect(len(statuses) <= 2 and (not statuses or statuses[-1][:1] == b"4"), f"{name}: {statuses}")
        checks.expect(closed, f"{name}: the connection stays open")

    # What is in a body stays in it.
    for name, request in {
        "a body of a GET": b"GET /nl/nope HTTP/1.1\r\n" + HOST + b"Content-Length: %d\r\n\r\n" % len(SECOND) + SECOND,
        "a body of a HEAD": b"HEAD /nl/ HTTP/1.1\r\n" + HOST + b"Content-Length: %d\r\n\r\n" % len(SECOND) + SECOND,
        "a chunk": post(CHUNKED, body=b"%x\r\n" % len(SECOND) + SECOND + b"\r\n0\r\n\r\n"),
        "a chunk with an extension": post(CHUNKED, body=b"%x;a=\"b\"\r\n" % len(SECOND) + SECOND + b"\r\n0\r\n\r\n"),
        "a trailer": post(CHUNKED, body=b"1\r\na\r\n0\r\nContent-Length: 99\r\nX: y\r\n\r\n"),
    }.items():
        answer, _ = server.send(request, patience=1.5)
        statuses = STATUS.findall(answer)
        checks.expect(len(statuses) == 1 and statuses[0] != b"500" and b'"status"' not in answer, f"{name}: {statuses}")

    # Requests behind each other are answered in their order, whatever is ready and whatever is not.
    row = [b"/nl/", b"/nl/nope", b"/robots.txt", b"/nl/search?q=a", b"/fr/", b"/health"]
    pipe = b"".join(b"GET " + path + b" HTTP/1.1\r\n" + HOST + b"\r\n" for path in row[:-1])
    answer, _ = server.send(pipe + b"GET /health HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n", patience=20)
    statuses = STATUS.findall(answer)
    checks.expect(statuses == [b"200", b"404", b"200", b"200", b"200", b"200"], f"in a row: {statuses}")
    for name, ask in {
        "a line end without a return": b"GET /nl/ HTTP/1.1\nHost: shop.example\nConnection: close\n\n",
        "a lone return": b"GET /nl/ HTTP/1.1\rHost: shop.example\r\r",
        "HTTP/0.9": b"GET /nl/\r\n\r\n",
        "the other protocol": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "TLS": bytes.fromhex("16030100a5010000a10303") + bytes(160),
        "noise": bytes(range(256)) * 8,
    }.items():
        answer, _ = server.send(ask, patience=1.5)
        checks.expect(answer.count(b"HTTP/1.") <= 1 and b"HTTP/1.1 5" not in answer, f"{name}: {answer[:60]}")
    checks.expect(server.process.poll() is None, "the server ended")
    print(f"smuggling: {len(REFUSED)} ways", flush=True)
