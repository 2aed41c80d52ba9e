"""A server to attack, and two ways to talk to it: byte by byte, and as a browser with its cookies does."""

import html
import http.client
import re
import socket
import subprocess
import urllib.parse

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


class Server:
    def __init__(self, program, data, *options):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.program, self.data = program, data
        self.process = subprocess.Popen(
            [program, "serve", "--data", data, "--port", str(self.port), "--no-check-links", *options],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.said = []
        for line in self.process.stdout:
            self.said.append(line)
            if "is open" in line:
                return
        raise SystemExit("the server did not open: " + "".join(self.said))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=30)

    def memory(self):
        """Bytes that the program holds in memory."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) * 1024

    def send(self, data, patience=3.0):
        """What comes back for these bytes until the server closes or is silent, and whether it closed."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=patience) as wire:
            answer = b""
            try:
                wire.sendall(data)
                while part := wire.recv(65536):
                    answer += part
                return answer, True
            except socket.timeout:
                return answer, False
            except (ConnectionResetError, BrokenPipeError):
                return answer, True

    def account(self, email, *options):
        """The path of the link with which somebody chooses a password."""
        said = subprocess.run(
            [self.program, "account", "add", email, "--name", "Attacker", "--data", self.data, *options],
            text=True, check=True, stdout=subprocess.PIPE).stdout
        return re.search(r"https?://[^/\s]+(/\S+/invitation/\S+)", said).group(1)


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body
        self.text = body.decode("utf-8", "replace")

    def hidden(self):
        return [(name, html.unescape(value)) for name, value in HIDDEN.findall(self.text)]


class Visitor:
    """Keeps a connection and the cookies that it was given."""

    def __init__(self, server):
        self.server = server
        self.cookies = {}
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)

    def ask(self, method, path, body=None, **headers):
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookies and "Cookie" not in headers:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if body is not None and "Content-Type" not in headers:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        for attempt in (1, 2):
            try:
                self.connection.request(method, path, body, headers)
                answer = self.connection.getresponse()
                answer = Answer(answer.status, answer.headers, answer.read())
                break
            except (http.client.HTTPException, OSError):
                self.connection.close()
                if attempt == 2:
                    raise
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name] = value
        return answer

    def get(self, path, **headers):
        return self.ask("GET", path, **headers)

    def post(self, path, fields, **headers):
        return self.ask("POST", path, urllib.parse.urlencode(fields), **headers)

    def fill(self, path, fields, **headers):
        """Looks at a page and sends its form: what is hidden in it, and what is typed."""
        names = {name for name, _ in fields}
        hidden = [(name, value) for name, value in self.get(path).hidden() if name not in names]
        return self.post(path, hidden + list(fields), **headers)
