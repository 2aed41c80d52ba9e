"""Reads a whole catalogue in every form, from Betternet and from Datasette: records a second, bytes, peak memory.

streams.py OURS OUR_PID THEIRS THEIR_PID RECORDS
"""

import http.client
import json
import re
import sys
import time
import urllib.parse


class Server:
    def __init__(self, address, pid):
        self.host = urllib.parse.urlsplit(address).netloc
        self.pid = pid
        self.connection = http.client.HTTPConnection(self.host, timeout=600)

    def get(self, path):
        """The answer; its body is still to be read."""
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        if answer.status != 200:
            sys.exit(f"{self.host}{path}: {answer.status}: {answer.read(300)!r}")
        return answer

    def memory(self, field):
        """MiB, out of /proc: VmRSS is now, VmHWM the most since it was reset."""
        with open(f"/proc/{self.pid}/status") as status:
            return int(re.search(rf"{field}:\s+(\d+)", status.read()).group(1)) / 1024

    def reset(self):
        with open(f"/proc/{self.pid}/clear_refs", "w") as file:
            file.write("5")


def lines(server, path, head=0):
    """One answer, a record a line."""
    answer, records, size = server.get(path), -head, 0
    while part := answer.read1(1 << 20):
        records += part.count(b"\n")
        size += len(part)
    return records, size


def oai(server):
    path, records, size = "/oai?verb=ListRecords&metadataPrefix=oai_dc", 0, 0
    while True:
        body = server.get(path).read()
        records += body.count(b"<record>")
        size += len(body)
        token = re.search(rb"<resumptionToken[^>]*>([^<]+)</resumptionToken>", body)
        if not token:
            return records, size
        path = "/oai?verb=ListRecords&resumptionToken=" + urllib.parse.quote(token.group(1).decode())


def hsds_pages(server):
    page, records, size = 1, 0, 0
    while True:
        body = server.get(f"/hsds/services?page={page}&per_page=100").read()
        answer = json.loads(body)
        records += answer["size"]
        size += len(body)
        if answer["last_page"]:
            return records, size
        page += 1


def api_pages(server):
    path, records, size = "/api/v1/records?limit=100", 0, 0
    while path:
        body = server.get(path).read()
        answer = json.loads(body)
        records += len(answer["records"])
        size += len(body)
        following = answer.get("next")
        path = following and "/" + following.split("/", 3)[3]
    return records, size


def datasette_pages(server):
    path, records, size = "/records/records.json?_size=1000&_shape=objects", 0, 0
    while path:
        body = server.get(path).read()
        answer = json.loads(body)
        records += len(answer["rows"])
        size += len(body)
        following = answer.get("next_url")
        path = following and "/" + following.split("/", 3)[3]
    return records, size


def measure(name, server, read, *arguments):
    server.reset()
    before = server.memory("VmRSS")
    began = time.monotonic()
    records, size = read(server, *arguments)
    seconds = time.monotonic() - began
    grown = server.memory("VmHWM") - before
    rate = records / seconds
    print(f"| {name} | {records:,} | {size / 1e6:.0f} | {seconds:.2f} | {rate:,.0f} | {server.memory('VmHWM'):,.0f} | {grown:+.0f} |",
          flush=True)
    return rate


def main():
    ours, theirs = Server(sys.argv[1], sys.argv[2]), Server(sys.argv[3], sys.argv[4])
    print("| what is read | records | MB | seconds | records/s | peak memory, MiB | more than before, MiB |")
    print("|---|---|---|---|---|---|---|")
    ndjson = measure("Betternet: NDJSON", ours, lines, "/api/v1/records?format=ndjson")
    csv = measure("Betternet: CSV", ours, lines, "/data/records.csv", 1)
    measure("Betternet: API, pages of 100", ours, api_pages)
    measure("Betternet: OAI-PMH, oai_dc, pages of 100", ours, oai)
    measure("Betternet: HSDS services, NDJSON", ours, lines, "/hsds/services?format=ndjson")
    measure("Betternet: HSDS services, pages of 100", ours, hsds_pages)
    their_csv = measure("Datasette: CSV, streamed", theirs, lines, "/records/records.csv?_stream=on&_size=max", 1)
    their_json = measure("Datasette: JSON, pages of 1,000", theirs, datasette_pages)
    print(f"\nCSV: {csv / their_csv:.1f} times as fast; JSON: {ndjson / their_json:.1f} times as fast.")


if __name__ == "__main__":
    main()
