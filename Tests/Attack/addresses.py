"""Addresses that lead out: to files, to other hosts, to other sites; and headers that come in through them."""

TRAVERSAL = [
    "/../etc/passwd", "/nl/../../etc/passwd", "/assets/../../../../etc/passwd", "/assets/%2e%2e/%2e%2e/etc/passwd",
    "/assets/..%2f..%2fetc%2fpasswd", "/assets/..%5c..%5cetc%5cpasswd", "/assets/%252e%252e%252fetc%252fpasswd",
    "/assets/....//....//etc/passwd", "/%c0%ae%c0%ae/etc/passwd", "/nl/%00/etc/passwd", "//etc/passwd", "/.git/config",
    "/.env", "/betternet.sqlite", "/data/betternet.sqlite", "/nl/channels/..%2f..%2fbetternet.sqlite", "/assets/",
    "/assets", "/api/v1/records/..%2f..%2fetc%2fpasswd", "/server-status", "/debug",
    "/hsds/services/..%2f..%2f", "/nl/qr.svg?of=/../../etc/passwd", "/nl/embed/../../etc/passwd", "/C:/windows/win.ini",
]
HOSTS = ["evil.example", "evil.example:80", "shop.example@evil.example", "evil.example/", "<script>", "a" * 400, "127.0.0.1"]
AWAY = [
    "https://evil.example/", "//evil.example/", "/\\evil.example", "\\\\evil.example", "/nl/workspace/../../evil",
    "/nl/workspace/%2e%2e/x", "javascript:alert(1)", "/nl/workspace\r\nX: y", "/nl/workspace/\tx", "https:evil.example",
    "/nl/workspace//evil.example", "/%09/evil.example", "/nl/workspace@evil.example", "data:text/html,x",
]


def check(server, visitor, checks):
    for path in TRAVERSAL:
        answer, _ = server.send(f"GET {path} HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n\r\n".encode(), 10)
        status = answer[9:12]
        checks.expect(b"root:" not in answer and b"SQLite format" not in answer, f"{path}: a file comes out")
        checks.expect(status in (b"400", b"404"), f"{path}: {status}")
    for method in ("TRACE", "CONNECT", "PUT", "DELETE", "PATCH", "PROPFIND", "DEBUG"):
        answer, _ = server.send(f"{method} /nl/ HTTP/1.1\r\nHost: a\r\nX-Secret: canary\r\nConnection: close\r\n\r\n".encode(), 5)
        checks.expect(answer[9:12] in (b"405", b"400", b"501") and b"canary" not in answer, f"{method}: {answer[:40]}")

    for host in HOSTS:
        for path in ("/", "/nl/", "/nl/feed.atom", "/sitemap.xml", "/api/v1/records?limit=1", "/robots.txt"):
            answer = visitor.get(path, Host=host, X_Forwarded_Host="evil.example", X_Forwarded_Proto="https", Forwarded="host=evil.example")
            if host != "127.0.0.1":
                checks.expect("evil.example" not in answer.text and "<script>" not in answer.headers.get("Location", ""), f"{path} takes over the host {host[:20]}")
            checks.expect("evil" not in answer.headers.get("Location", ""), f"{path} leads to {answer.headers.get('Location')}")
            checks.expect(answer.status < 500, f"{path} for {host[:20]}: {answer.status}")

    for text in ("%0d%0aSet-Cookie:%20a=b", "%0aX-Evil:%201", "%E5%98%8A%E5%98%8DX-Evil:1", "%0d%0a%0d%0a<html>"):
        for path in (f"/nl/search?q={text}", f"/nl/records/{text}", f"/nl/workspace/sign-in?next=/nl/workspace/{text}", f"/{text}", f"/oai?verb={text}", f"/nl/shortlist?keep={text}"):
            answer = visitor.get(path)
            checks.expect("X-Evil" not in answer.headers and not answer.headers.get("Set-Cookie"), f"{path}: a header came in")
            checks.expect(answer.status < 500, f"{path}: {answer.status}")

    # What is to come after signing in leads nowhere else; the page carries it only where it is of the workspace.
    for next in AWAY:
        page = visitor.ask("GET", "/nl/workspace/sign-in?next=" + "".join(f"%{byte:02x}" for byte in next.encode()))
        checks.expect("evil" not in page.text and not dict(page.hidden()).get("next"), f"the sign-in page carries {next!r}")
    redirects = ["/nl", "/nl//evil.example", "//evil.example/", "/nl/records/awel-102", "/nl/search//", "/fr/records/%2f%2fevil.example", "///evil.example/%2e%2e"]
    for path in redirects:
        answer, _ = server.send(f"GET {path} HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n\r\n".encode(), 5)
        place = [line for line in answer.split(b"\r\n") if line.lower().startswith(b"location:")]
        for line in place:
            to = line.split(b":", 1)[1].strip()
            checks.expect(to.startswith(b"/") and not to.startswith((b"//", b"/\\")), f"{path} leads to {to}")
    print(f"addresses: {len(TRAVERSAL)} ways to files, {len(HOSTS)} hosts, {len(AWAY)} ways out", flush=True)
