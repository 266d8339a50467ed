"""Presses on a running service: many requests at once, broken uploads, and many requests in a row.

python3 stress.py load|fuzz|memory URL [--pid PID] [-n N]; exits with 1 where the service does what it must not do.
--pid is the service's process: its memory is read from /proc, and it must live on.
"""
import argparse
import collections
import concurrent.futures
import http.client
import io
import json
import random
import socket
import struct
import sys
import time
import urllib.parse
import zlib


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("load", "fuzz", "memory"))
    parser.add_argument("url")
    parser.add_argument("--pid", type=int)
    parser.add_argument("-n", type=int, help="requests; default: 200, 1000 or 10000")
    return parser.parse_args()


ARGUMENTS = arguments()
ADDRESS = urllib.parse.urlsplit(ARGUMENTS.url)


def ask(method, path, body=None, headers=None, timeout=60):
    """The status, content type and body of an answer."""
    connection = http.client.HTTPConnection(ADDRESS.hostname, ADDRESS.port, timeout=timeout)
    try:
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.getheader("Content-Type", ""), answer.read(), answer.getheader("Retry-After")
    finally:
        connection.close()


def memory():
    """Resident memory in MiB."""
    if not ARGUMENTS.pid:
        return 0
    with open(f"/proc/{ARGUMENTS.pid}/status") as status:
        return int(next(line for line in status if line.startswith("VmRSS")).split()[1]) / 1024


def person(number=2):
    """A drawn person as a JPEG file."""
    return ask("GET", f"/api/people/{number}")[2]


def fail(text):
    print("FAILED:", text)
    sys.exit(1)


def load(count):
    """All requests at once; every answer must be the photo, or 429 with a time to wait."""
    photo = person()
    requests = [("POST", f"/api/reage?age={5 + i % 75}", photo) for i in range(count)]
    start = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(count) as pool:
        answers = list(pool.map(lambda request: ask(*request), requests))
    seconds = time.monotonic() - start
    found = collections.Counter(answer[0] for answer in answers)
    print(f"{count} requests at once: {dict(found)} in {seconds:.1f} s, {found[200] / seconds:.1f} photos a second")
    if set(found) - {200, 429}:
        fail("an answer that is neither a photo nor 429")
    if any(answer[0] == 429 and not answer[3] for answer in answers):
        fail("429 without Retry-After")
    if any(answer[0] == 200 and not answer[2].startswith(b"\xff\xd8") for answer in answers):
        fail("an answer that is no JPEG file")


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def bomb(width, height):
    """A PNG file that says to have many pixels, and a little of them."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 3_000_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def exif(photo, choose):
    """A JPEG file with EXIF data that point anywhere."""
    entries = b"".join(
        struct.pack(">HHII", choose.choice((0x112, 0x8769, 0x8825, 0x201, choose.randrange(65536))), choose.randrange(14),
                    choose.choice((1, 0xFFFFFFFF, choose.randrange(2**32))), choose.choice((8, 0xFFFFFFFF, choose.randrange(2**32))))
        for _ in range(choose.randrange(1, 40)))
    tiff = b"MM\0*" + struct.pack(">I", 8) + struct.pack(">H", len(entries) // 12) + entries
    content = b"Exif\0\0" + tiff
    return photo[:2] + b"\xff\xe1" + struct.pack(">H", len(content) + 2) + content + photo[2:]


def scattered(photo, choose):
    damaged = bytearray(photo)
    for _ in range(choose.randrange(1, 50)):
        damaged[choose.randrange(len(damaged))] = choose.randrange(256)
    return bytes(damaged)


def broken_form(photo, choose):
    body = b"--B\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"../../../etc/x\"\r\n\r\n" + photo + b"\r\n--B--\r\n"
    return bytes(body[:choose.randrange(len(body))])


def slow(choose):
    """Sends a little, waits, and goes away or waits for the answer."""
    with socket.create_connection((ADDRESS.hostname, ADDRESS.port), timeout=60) as sender:
        sender.sendall(b"POST /api/faces HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n")
        for _ in range(choose.randrange(1, 4)):
            sender.sendall(b"x" * 10)
            time.sleep(.2)
        if choose.random() < .1:
            return int(sender.recv(12)[9:12] or 0), "", b"", None
    return 0, "", b"", None


def raw(text):
    with socket.create_connection((ADDRESS.hostname, ADDRESS.port), timeout=60) as sender:
        try:
            sender.sendall(text)
            beginning = sender.recv(12)
        except (ConnectionResetError, BrokenPipeError):  # it has heard enough
            beginning = b""
    return int(beginning[9:12] or 0), "", b"", None


def broken(kind, photo, choose):
    """Sends something broken; the answer."""
    path = choose.choice(("/api/reage?age=40", "/api/faces", "/api/photos", "/api/animate?frames=2"))
    send = lambda body, headers=None: ask("POST", path, body, headers)
    if kind == "truncated":
        return send(photo[:choose.randrange(1, len(photo))])
    if kind == "scattered":
        return send(scattered(photo, choose))
    if kind == "noise":
        return send(choose.randbytes(choose.randrange(1, 20000)))
    if kind == "bomb":
        return send(bomb(choose.choice((30000, 60000, 2**31 - 1)), choose.choice((30000, 60000, 2**31 - 1))))
    if kind == "wrong type":
        return send(choose.choice((b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7\n", b"PK\3\4", b"GIF89a", b"BM", b"II*\0", b"RIFF\0\0\0\0WEBP")) + choose.randbytes(300),
                    {"Content-Type": choose.choice(("image/jpeg", "text/html", "", "application/json"))})
    if kind == "exif":
        return send(exif(photo, choose))
    if kind == "form":
        return send(broken_form(photo, choose), {"Content-Type": "multipart/form-data; boundary=" + choose.choice(("B", "C", "B" * 200))})
    if kind == "headers":
        return raw(b"POST /api/faces HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * choose.randrange(5000, 100000) + b"\r\n\r\n")
    if kind == "protocol":
        return raw(choose.choice((b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\0\r\n\r\n", b"POST /api/faces HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                                  b"POST /api/faces HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n", b"GET /%00%ff/..;/x HTTP/1.1\r\nHost: localhost\r\n\r\n")))
    return slow(choose)


KINDS = ("truncated", "scattered", "noise", "bomb", "wrong type", "exif", "form", "headers", "protocol", "slow")


def fuzz(count):
    """Broken uploads of all kinds, some at a time; none may be answered with 500 or not at all, and all must go on to work."""
    photo = person()
    before = memory()
    start = time.monotonic()

    def one(i):
        choose = random.Random(i)
        return KINDS[i % len(KINDS)], *broken(KINDS[i % len(KINDS)], photo, choose)

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(one, range(count)))
    by_kind = {kind: dict(collections.Counter(status for each, status, *_ in answers if each == kind)) for kind in KINDS}
    for kind, found in by_kind.items():
        print(f"{kind}: {found}")
    print(f"{count} broken uploads in {time.monotonic() - start:.0f} s; memory from {before:.0f} to {memory():.0f} MiB")
    for kind, status, type_, body, _ in answers:
        if status == 500:
            fail(f"{kind}: {body[:300]}")
        if status >= 400 and body and not type_.startswith("application/problem+json"):
            fail(f"{kind}: a problem of type {type_}")
    status, _, body, _ = ask("GET", "/health")
    if status != 200 or ask("POST", "/api/faces", photo)[0] != 200:
        fail("the service does not answer any more")


def in_a_row(count):
    """Requests one after the other on a few connections; memory must not grow once everything has been done."""
    photo = person()
    held = json.load(io.BytesIO(ask("POST", "/api/photos?person=3")[2]))["id"]
    kinds = [("GET", f"/api/photos/{held}/preview?age=%d", None)] * 8 + [("POST", "/api/reage?age=%d", photo), ("POST", "/api/faces?x=%d", photo)]

    def one(i):
        method, path, body = kinds[i % len(kinds)]
        status = ask(method, path % (i % 100), body)[0]
        if status != 200:
            raise RuntimeError(f"{path}: {status}")

    tenth = count // 10
    start = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        for part in range(10):
            list(pool.map(one, range(part * tenth, (part + 1) * tenth)))
            print(f"{(part + 1) * tenth} requests, {time.monotonic() - start:.0f} s, {memory():.0f} MiB", flush=True)
            if part == 2:
                settled = memory()
    if memory() > 1.1 * settled:
        fail(f"memory grew from {settled:.0f} MiB")


{"load": lambda: load(ARGUMENTS.n or 200), "fuzz": lambda: fuzz(ARGUMENTS.n or 1000), "memory": lambda: in_a_row(ARGUMENTS.n or 10000)}[ARGUMENTS.what]()
