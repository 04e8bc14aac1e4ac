"""Requests that mean harm are refused, and articles that mean harm come out as plain JSON."""
import json
import socket
import threading
import time

import pytest
from conftest import Desk, add

HOST = b"Host: localhost\r\n"


def head(line, *headers):
    return line + b"\r\n" + b"".join(header + b"\r\n" for header in headers) + b"\r\n"


GET = b"GET /api/v1/session HTTP/1.1"
# What is sent as it is, and the status that comes back.
RAW = [
    ("Plain", head(GET, b"Host: localhost", b"Connection: close"), 200),
    ("OtherHost", head(GET, b"Host: evil.example", b"Connection: close"), 421),
    ("HostThatBeginsLikeOurs", head(GET, b"Host: localhost.evil.example", b"Connection: close"), 421),
    ("AddressOfAnotherNet", head(GET, b"Host: 192.0.2.7:8765", b"Connection: close"), 421),
    ("NoHost", head(GET, b"Connection: close"), 421),
    ("TwoHosts", head(GET, b"Host: localhost", b"Host: evil.example"), 400),
    ("HostWithUser", head(GET, b"Host: localhost@evil.example", b"Connection: close"), 421),
    ("LoopbackIpv6", head(GET, b"Host: [::1]:9", b"Connection: close"), 200),
    ("Traversal", head(b"GET /../../../../etc/passwd HTTP/1.1", b"Host: localhost", b"Connection: close"), 404),
    ("TraversalEncoded", head(b"GET /assets/%2e%2e/%2e%2e/etc/passwd HTTP/1.1", b"Host: localhost", b"Connection: close"), 404),
    ("TraversalTwiceEncoded", head(b"GET /assets/..%252f..%252fetc/passwd HTTP/1.1", b"Host: localhost", b"Connection: close"), 404),
    ("TraversalBackslash", head(b"GET /assets/..\\..\\etc\\passwd HTTP/1.1", b"Host: localhost", b"Connection: close"), 404),
    ("NulInPath", head(b"GET /api/v1/companies/a%00b HTTP/1.1", b"Host: localhost", b"Connection: close"), 404),
    ("AbsoluteAddress", head(b"GET http://evil.example/ HTTP/1.1", b"Host: localhost", b"Connection: close"), 404),
    ("HeaderOfMegabytes", GET + b"\r\n" + HOST + b"X: " + b"a" * 3_000_000, 431),
    ("ThousandsOfHeaders", GET + b"\r\n" + HOST + b"X: y\r\n" * 20_000, 431),
    ("LongAddress", b"GET /" + b"a" * 9_000 + b" HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n", 414),
    ("LongPath", b"GET /" + b"a" * 5_000 + b" HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n", 414),
    ("NoHttp", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\r\n\r\n", 400),
    ("Trace", head(b"TRACE / HTTP/1.1", b"Host: localhost", b"Connection: close"), 405),
    ("Connect", head(b"CONNECT evil.example:443 HTTP/1.1", b"Host: localhost", b"Connection: close"), 405),
    ("PutPage", head(b"PUT /index.html HTTP/1.1", b"Host: localhost", b"Content-Length: 0", b"Connection: close"), 405),
    ("DeleteClaims", head(b"DELETE /api/v1/claims HTTP/1.1", b"Host: localhost", b"Connection: close"), 405),
    ("UnknownMethod", head(b"BREW /api/v1/claims HTTP/1.1", b"Host: localhost", b"Connection: close"), 400),
    ("LengthAndChunks", head(b"POST /api/v1/check HTTP/1.1", b"Host: localhost", b"Content-Length: 4", b"Transfer-Encoding: chunked") + b"0\r\n\r\n", 400),
    ("TwoLengths", head(b"POST /api/v1/check HTTP/1.1", b"Host: localhost", b"Content-Length: 4", b"Content-Length: 40") + b"abcd", 400),
    ("BodyOfGet", head(GET, b"Host: localhost", b"Content-Length: 44") + b"GET /api/v1/claims HTTP/1.1\r\nHost: evil\r\n\r\n", 400),
    ("WriteWithoutToken", head(b"POST /api/v1/check HTTP/1.1", b"Host: localhost", b"Content-Type: application/json", b"Content-Length: 2", b"Connection: close") + b"{}", 403),
    ("FormPost", head(b"POST /api/v1/check HTTP/1.1", b"Host: localhost", b"Content-Type: text/plain", b"Content-Length: 2", b"Connection: close") + b"{}", 415),
    ("BodyTooLarge", head(b"POST /api/v1/check HTTP/1.1", b"Host: localhost", b"Content-Type: application/json", b"Content-Length: 9000000", b"Connection: close"), 403),
    ("ReadFromOtherPage", head(GET, b"Host: localhost", b"Origin: http://evil.example", b"Connection: close"), 403),
    ("ReadFromNullOrigin", head(GET, b"Host: localhost", b"Origin: null", b"Connection: close"), 403),
    ("CrossSiteFetch", head(GET, b"Host: localhost", b"Sec-Fetch-Site: cross-site", b"Connection: close"), 403),
    ("TraversalOfAPerson", head(b"GET /../../etc/passwd HTTP/1.1", b"Host: localhost", b"Accept: text/html", b"Connection: close"), 404),
    ("FeedFromOtherPage", head(b"GET /feeds/watches/1.atom HTTP/1.1", b"Host: localhost", b"Origin: http://evil.example", b"Connection: close"), 403),
    ("FeedOfNothing", head(b"GET /feeds/watches/../../etc/passwd.atom HTTP/1.1", b"Host: localhost", b"Connection: close"), 404),
    ("FeedIsRead", head(b"POST /feeds/watches/1.atom HTTP/1.1", b"Host: localhost", b"Content-Length: 0", b"Connection: close"), 405),
    ("SameHostOtherPort", head(GET, b"Host: localhost:8765", b"Origin: http://localhost:3000", b"Connection: close"), 403),
    ("ManyRanges", head(b"GET /icon.svg HTTP/1.1", b"Host: localhost", b"Range: bytes=" + b"0-1," * 1_000 + b"0-1", b"Connection: close"), 200),
]


@pytest.mark.parametrize("name, data, status", RAW, ids=[row[0] for row in RAW])
def test_raw(desk, name, data, status):
    answer = desk.raw(data)
    assert answer.startswith(b"HTTP/1.1 %d" % status), answer[:300]
    assert answer.count(b"HTTP/1.1 ") == 1, "two answers to one request"
    assert b"root:" not in answer


def test_token_of_another_origin_is_of_no_use(desk):
    token = desk.get("/api/v1/session").json["token"]
    for origin in ("http://evil.example", "null", f"http://localhost:{desk.port + 1}"):
        reply = desk.ask("POST", "/api/v1/check", {"text": "a"}, {"X-Gegenprobe-Token": token, "Origin": origin})
        assert (reply.status, reply.json["code"]) == (403, "forbidden_origin")


def test_every_answer_has_the_security_headers(desk):
    for path in ("/", "/assets/none.js", "/api/v1/session", "/api/v1/claims/0", "/claims?x=%22%3E%3Cscript%3E"):
        headers = desk.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
        assert headers["X-Content-Type-Options"] == "nosniff" and headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["Access-Control-Allow-Origin"] is None


def test_slow_clients_do_not_keep_others_out(desk):
    """More connections than there are threads, each sending a byte a second."""
    slow = []
    for _ in range(340):
        connection = socket.create_connection(("127.0.0.1", desk.port))
        connection.sendall(b"GET / HTTP/1.1\r\nHost: local")
        slow.append(connection)
    begun = time.monotonic()
    ends = threading.Event()

    def drip():
        while not ends.wait(1):
            for connection in slow:
                try:
                    connection.send(b"h")
                except OSError:
                    pass

    dripping = threading.Thread(target=drip)
    dripping.start()
    try:
        assert desk.get("/api/v1/session").status == 200
        assert time.monotonic() - begun < 15, "the slow ones were not cut off"
    finally:
        ends.set()
        dripping.join()
        for connection in slow:
            connection.close()


def test_an_answer_that_nobody_takes_ends(desk):
    with socket.create_connection(("127.0.0.1", desk.port)) as connection:
        connection.sendall(b"GET /api/v1/claims?limit=500 HTTP/1.1\r\nHost: localhost\r\n\r\n" * 5)
        assert desk.get("/api/v1/session").status == 200


NAMES = ['"><img src=x onerror=alert(1)>', "</script><script>alert(1)</script>", "javascript:alert(1)", "{{7*7}}${7*7}",
         "\u202egpj.exe\u202c", "a\u2028b\u2029c", "\x00\x07\x1b[31m", "😀" * 50, "' OR '1'='1", "a" * 100_000]


def test_hostile_articles_come_out_as_they_are(program, tmp_path):
    path = tmp_path / "news.db"
    lines = [json.dumps({"id": f"a{i}", "text": f"{name}\n\nDer Umsatz von Siemens stieg auf {i + 1},5 Milliarden Euro, sagte {name}.",
                         "title": name, "outlet": name[:200], "lang": "de", "published": "2025-01-02"}) for i, name in enumerate(NAMES)]
    lines.append(json.dumps({"id": "long", "text": "Siemens " + "x" * 5_000_000 + " 3 Milliarden Euro Umsatz.", "lang": "de"}))
    add(program, path, "-", text="\n".join(lines) + "\n")
    own = Desk(program, path)
    for address in ("/claims?limit=100", "/articles?limit=100", "/conflicts", "/companies", "/claims/facets"):
        reply = own.get("/api/v1" + address)
        assert reply.status == 200 and reply.headers["Content-Type"] == "application/json"
        assert all(ord(c) >= 32 for c in reply.body), "a control character that is not escaped"
        reply.json
    for number in range(1, len(NAMES) + 2):
        reply = own.get(f"/api/v1/articles/{number}")
        assert reply.status == 200, reply.body[:300]
        text = reply.json["text"]
        for claim in reply.json["claims"]:
            assert text[claim["evidence_begin"]:claim["evidence_end"]] == claim["surface"]
    for name in NAMES[:9]:
        reply = own.write("POST", "/api/v1/check", {"text": f"Siemens machte 5 Milliarden Euro Umsatz, sagte {name}."})
        assert reply.status in (200, 400), reply.body[:300]
    own.stop()


def test_password_session_and_attempts(program, database, tmp_path):
    import subprocess
    kept = tmp_path / "password"
    done = subprocess.run([program, "serve", "--set-password", "--password-file", str(kept)], input="grüne Wiese 7\n", text=True,
                          capture_output=True)
    assert done.returncode == 0, done.stderr
    assert kept.stat().st_mode & 0o077 == 0 and "Wiese" not in kept.read_text()
    own = Desk(program, database, "--password-file", str(kept))
    assert own.get("/").status == 200
    assert own.get("/api/v1/claims").json["code"] == "login_needed"
    assert own.get("/reconcile").json["code"] == "login_needed"
    assert own.get("/api/v1/session").json["token"] is None
    assert own.ask("POST", "/api/v1/session", {"password": "red meadow"}).json["code"] == "wrong_password"
    reply = own.ask("POST", "/api/v1/session", {"password": "grüne Wiese 7", "who": "mk"})
    cookie = reply.headers["Set-Cookie"]
    assert reply.status == 200 and "HttpOnly" in cookie and "SameSite=Strict" in cookie
    session = {"Cookie": cookie.split(";")[0]}
    assert own.get("/api/v1/claims?limit=1", **session).status == 200
    assert own.get("/api/v1/claims?limit=1", Cookie="gegenprobe=" + "a" * 43).status == 401
    token = own.get("/api/v1/session", **session).json["token"]
    writes = session | {"X-Gegenprobe-Token": token}
    feeds = [own.ask("POST", "/api/v1/watches", {"name": name, "query": {}}, writes).json["feed"] for name in ("one", "two")]
    assert own.get(feeds[0]).status == 200, "a feed reader cannot log in: its key opens the feed"
    assert own.get(feeds[0].split("?")[0]).status == 401
    assert own.get(feeds[0].split("?")[0] + "?" + feeds[1].split("?")[1]).status == 401
    for feed in feeds:
        own.ask("DELETE", "/api/v1/watches/" + feed.split("/")[3].split(".")[0], None, writes)
    assert own.ask("POST", "/api/v1/check", {"text": "a"}, session | {"X-Gegenprobe-Token": token}).status == 200
    assert own.ask("POST", "/api/v1/check", {"text": "a"}, session | {"X-Gegenprobe-Token": "a" * 43}).status == 403
    for _ in range(3):
        own.ask("POST", "/api/v1/session", {"password": "guess guess"})
    assert own.ask("POST", "/api/v1/session", {"password": "guess guess"}).status == 429
    assert own.write("DELETE", "/api/v1/session", **session).status == 200
    assert own.get("/api/v1/claims?limit=1", **session).status == 401
    own.stop()


REFUSALS = [
    ("ElsewhereWithoutPassword", ["--host", "0.0.0.0"], "there is no password", 2),
    ("ShortPassword", ["--set-password", "--password-file", "p"], "8 to 1024 bytes", 2),
    ("NoSuchAddress", ["--host", "192.0.2.1", "--password-file", "/dev/null"], "there is no password", 4),
    ("NoSuchDatabase", ["--db", "mistyped.db"], "there is no database mistyped.db", 6),
    ("NoSuchFolder", ["--db", "nowhere/news.db", "--new"], "no folder nowhere", 6),
]


@pytest.mark.parametrize("name, words, line, code", REFUSALS, ids=[row[0] for row in REFUSALS])
def test_start_refused(program, tmp_path, name, words, line, code):
    import subprocess
    done = subprocess.run([program, "serve", "--port", "0", *words], input="short\n", text=True, capture_output=True, cwd=tmp_path,
                          env={"HOME": str(tmp_path)}, timeout=20)
    assert (done.returncode, line in done.stderr) == (code, True), done.stderr


def test_read_only_desk_does_not_write(program, database):
    own = Desk(program, database, "--read-only")
    assert own.get("/api/v1/session").json["read_only"] is True
    assert own.write("POST", "/api/v1/claims/1/review", {"decision": "accept"}).json["code"] == "read_only"
    assert own.write("POST", "/api/v1/check", {"text": "Siemens macht 3 Milliarden Euro Umsatz."}).status == 200
    own.stop()


def test_rate_by_client(program, database):
    own = Desk(program, database, "--rate", "2")
    statuses = [own.get("/api/v1/session").status for _ in range(12)]
    assert statuses[:8] == [200] * 8 and statuses[-1] == 429
    own.stop()


def test_events_tell_what_arrives(program, tmp_path):
    path = tmp_path / "news.db"
    add(program, path, "-", text="Der Umsatz von Siemens stieg 2024 auf 75,9 Milliarden Euro.")
    own = Desk(program, path)
    with socket.create_connection(("127.0.0.1", own.port), timeout=20) as connection:
        connection.sendall(head(b"GET /api/v1/events HTTP/1.1", b"Host: localhost"))
        seen = b""
        while b"retry:" not in seen:
            seen += connection.recv(4096)
        add(program, path, "-", text="Der Umsatz von Siemens stieg 2024 auf 75,9 Billionen Euro.")
        while b"event: added" not in seen or not seen.rstrip(b"\r\n0").endswith(b"}"):
            part = connection.recv(65536)
            assert part
            seen += part
        data = json.loads(seen.split(b"data: ")[1].split(b"\n")[0])
        assert (data["articles"], data["claims"], data["conflicts"], data["first_claim"]) == (1, 1, 1, 2)
    own.stop()
