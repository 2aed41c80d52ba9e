"""TLS and HTTP/2, as other people's programs see them."""

import pathlib
import subprocess
import time

from listening import Server, free_port
from streams import check_streams


def make_certificate(folder, name):
    """A certificate and its key, as files."""
    certificate, key = (str(pathlib.Path(folder) / f"{name}.{kind}.pem") for kind in ("certificate", "key"))
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "30",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate],
        check=True, capture_output=True)
    return certificate, key


def curl(certificate, *arguments):
    return subprocess.run(
        ["curl", "--silent", "--show-error", "--max-time", "30", "--cacert", certificate, *arguments],
        capture_output=True, text=True)


def s_client(port, *arguments):
    done = subprocess.run(
        ["openssl", "s_client", "-connect", f"127.0.0.1:{port}", "-servername", "localhost", *arguments],
        input="", capture_output=True, text=True, timeout=30)
    return done.stdout + done.stderr


def check_start(program, data, folder, checks):
    """Files that can't be right are said at the start, not to the first reader."""
    certificate, key = make_certificate(folder, "one")
    _, other = make_certificate(folder, "two")
    for files, words in [
        ((certificate, other), "not the key of the certificate"), ((certificate, certificate), "this is no key"),
        ((key, key), "this is no certificate"), ((certificate + ".no", key), "can't be read"),
    ]:
        done = subprocess.run(
            [program, "serve", "--data", data, "--port", str(free_port()), "--certificate", files[0], "--certificate-key", files[1]],
            capture_output=True, text=True, timeout=60)
        checks.expect(done.returncode != 0 and words in done.stderr, f"{words}: {done.returncode} {done.stderr[-300:]}")


def check_secure(program, data, log, folder, checks):
    check_start(program, data, folder, checks)
    certificate, key = make_certificate(folder, "site")
    signpost = free_port()
    port = free_port()
    site = f"https://localhost:{port}"
    server = Server(
        program, data, log, "--certificate", certificate, "--certificate-key", key, "--redirect-port", str(signpost),
        "--url", site, port=port)
    for version, spoken in [("--http1.1", "1.1"), ("--http2", "2")]:
        for path in ["/nl/", "/nl/", "/nl/search?q=pesten", "/nl/nope"]:
            done = curl(certificate, version, "--compressed", "-D", "-", "-w", "\n%{http_version} %{http_code} %{size_download}", site + path)
            status = "404" if "nope" in path else "200"
            last = done.stdout.rsplit("\n", 1)[-1].split(" ")
            checks.expect(last[:2] == [spoken, status] and int(last[2]) > 1_000, f"{version} {path}: {last} {done.stderr}")
            head = done.stdout.split("\n\n")[0].replace("\r", "").lower()
            checks.expect("strict-transport-security: max-age=63072000" in head, f"{version} {path}: no HSTS: {head}")
            checks.expect("\ndate: " in head and "content-security-policy: default-src 'none'" in head, f"{version} {path}: {head}")
        form = curl(certificate, version, "-o", "/dev/null", "-w", "%{http_code}", "--data", "x=" + "y" * 30_000, f"{site}/nl/nope")
        checks.expect(form.stdout == "405", f"{version}, a form: {form.stdout} {form.stderr}")
    config = "\n".join(f'url = "{site}/nl/search?q=w{n}"\noutput = "/dev/null"\nwrite-out = "%{{http_version}} %{{http_code}}\\n"' for n in range(60))
    (pathlib.Path(folder) / "many").write_text(config)
    many = curl(certificate, "--parallel", "--parallel-max", "60", "--http2", "--config", str(pathlib.Path(folder) / "many"))
    checks.expect(many.stdout.split("\n").count("2 200") == 60, f"60 at once over HTTP/2: {many.stdout[:200]} {many.stderr[:200]}")

    for version in ["-tls1", "-tls1_1"]:
        checks.expect("Cipher is (NONE)" in s_client(port, version, "-cipher", "ALL:@SECLEVEL=0"), f"{version} is spoken")
    for version, name in [("-tls1_2", "TLSv1.2"), ("-tls1_3", "TLSv1.3")]:
        seen = s_client(port, version, "-alpn", "h2,http/1.1")
        checks.expect(f"New, {name}" in seen and "ALPN protocol: h2" in seen, f"{version}: {seen[-400:]}")
    checks.expect("ALPN protocol: http/1.1" in s_client(port, "-alpn", "http/1.1"), "HTTP/1.1 can't be chosen")

    sent_on = subprocess.run(
        ["curl", "--silent", "-o", "/dev/null", "-w", "%{http_code} %{redirect_url}", f"http://127.0.0.1:{signpost}/nl/search?q=a%20b"],
        capture_output=True, text=True)
    checks.expect(sent_on.stdout == f"301 {site}/nl/search?q=a%20b", f"the plain port: {sent_on.stdout}")

    check_streams(port, checks)
    check_renewal(port, certificate, key, folder, checks)
    checks.expect(server.stop() == 0, "a secure site does not stop as it should")
    print("spoke TLS 1.2, TLS 1.3, HTTP/1.1 and HTTP/2 with curl and OpenSSL", flush=True)


def check_renewal(port, certificate, key, folder, checks):
    """A renewed certificate is shown without a restart; one that is wrong is not."""
    def served():
        text = s_client(port, "-showcerts")
        return text[text.find("-----BEGIN"):text.find("-----END")]
    before = served()
    pathlib.Path(certificate).write_text("no certificate")
    time.sleep(11)
    checks.expect(served() == before, "a certificate that is wrong is taken up")
    renewed, renewed_key = make_certificate(folder, "renewed")
    pathlib.Path(key).write_bytes(pathlib.Path(renewed_key).read_bytes())
    pathlib.Path(certificate).write_bytes(pathlib.Path(renewed).read_bytes())
    until = time.monotonic() + 25
    while served() == before and time.monotonic() < until:
        time.sleep(0.5)
    now = served()
    checks.expect(now != before and now and now in pathlib.Path(renewed).read_text(), "the renewed certificate is not shown")
