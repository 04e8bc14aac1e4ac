"""A news site on this machine: pages, feeds and sitemaps of a real nginx, and a small server beside it for what nginx
does not do: hangs, slow bytes, resets, wrong lengths, pauses, bombs, tags that lie.

Each outlet is a host of its own, a loopback address: 127.0.1.1, 127.0.1.2 … All texts are made up.
"""
import http.server
import os
import random
import shutil
import signal
import socket
import struct
import subprocess
import threading
import time
import zlib
from pathlib import Path

FIRMS = ("Nordholm AG", "Brackwater GmbH", "Tessin Werke AG", "Halden SE", "Orlow Maschinenbau GmbH", "Quell & Sohn KG",
         "Fjordline AG", "Marschbau SE", "Lindau Pumpen GmbH", "Vetter Optik AG")


def free_port(address="127.0.0.1"):
    with socket.socket() as probe:
        probe.bind((address, 0))
        return probe.getsockname()[1]


def article(outlet, number, *, revision=1, charset="utf-8", declared=None):
    """A page with four figures; `number` and `revision` make each text another."""
    chance = random.Random(f"{outlet} {number}")
    firm = FIRMS[chance.randrange(len(FIRMS))]
    revenue, profit, jobs = chance.randrange(11, 990), chance.randrange(11, 99), chance.randrange(110, 990)
    year = 2019 + chance.randrange(6)
    title = f"{firm} steigert Umsatz auf {revenue + revision - 1} Millionen Euro"
    day = f"2026-10-{1 + number % 28:02d}"
    html = f"""<!DOCTYPE html><html lang="de"><head><meta charset="{declared or charset}"><title>{title} - {outlet}</title>
<meta property="og:type" content="article"><meta property="og:site_name" content="{outlet}">
<meta property="article:published_time" content="{day}T08:00:00+02:00"></head><body>
<nav><a href="/">Startseite</a> <a href="/wirtschaft">Wirtschaft</a></nav><article><h1>{title}</h1>
<p>Die {firm} hat im Geschäftsjahr {year} einen Umsatz von {revenue + revision - 1} Millionen Euro erzielt, teilte das Unternehmen
am Dienstag in Lübeck mit. Unter dem Strich blieb ein Gewinn von {profit},5 Millionen Euro, wie aus dem Bericht Nummer {number}
hervorgeht, den der Vorstand dem Aufsichtsrat vorgelegt hat.</p>
<p>Bis Ende {year + 1} sollen rund {jobs} Stellen wegfallen, hieß es weiter. Der Vorstand der {firm} begründete den Schritt mit
der schwachen Nachfrage im Heimatmarkt und mit den gestiegenen Kosten für Energie und Löhne. Über die Einzelheiten werde
in den kommenden Wochen mit dem Betriebsrat verhandelt, der die Pläne scharf kritisiert hatte.</p>
<p>Analysten hatten mit einem höheren Ergebnis gerechnet. Die Aktie gab am Vormittag um {1 + number % 7} Prozent nach.</p>
</article></body></html>"""
    return html.encode(charset)


def rss(outlet, base, numbers):
    items = "".join(f"<item><title>Bericht {n}</title><link>{base}/wirtschaft/bericht-der-firma-{n}.html</link>"
                    f"<guid>{base}/{n}</guid><pubDate>Thu, {1 + n % 28:02d} Oct 2026 08:00:00 +0200</pubDate></item>"
                    for n in numbers)
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{outlet}</title>{items}</channel></rss>'


class Outlet:
    """A host that nginx serves: files of a folder."""

    def __init__(self, site, number, name):
        self.site, self.name = site, name
        self.address = f"127.0.1.{number}"
        self.folder = site.folder / self.address
        (self.folder / "wirtschaft").mkdir(parents=True)

    @property
    def base(self):
        return f"http://{self.address}:{self.site.port}"

    def write(self, path, data):
        file = self.folder / path.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())

    def url(self, number):
        return f"{self.base}/wirtschaft/bericht-der-firma-{number}.html"

    def publish(self, numbers, **more):
        for number in numbers:
            self.write(f"/wirtschaft/bericht-der-firma-{number}.html", article(self.name, number, **more))

    def feed(self, numbers):
        self.write("/rss.xml", rss(self.name, self.base, numbers))


NGINX = """
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/nginx-error.log;
events {{ worker_connections 512; }}
http {{
  types {{ text/html html; application/rss+xml xml; text/plain txt; }}
  default_type text/html; access_log {folder}/access.log; gzip on; gzip_min_length 100; gzip_types *;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3; uwsgi_temp_path {folder}/t4;
  scgi_temp_path {folder}/t5; keepalive_requests 100000;
  server {{
    listen 0.0.0.0:{port}; root {folder}/$server_addr;
    location = /moved.xml {{ return 301 /rss.xml; }}
    location = /loop {{ return 302 /loop; }}
    location /wirtschaft/verlegt- {{ rewrite ^/wirtschaft/verlegt-(.*)$ /wirtschaft/$1 permanent; }}
  }}
}}
"""


class Site:
    """nginx over the outlets, and the server of faults."""

    def __init__(self, folder):
        self.folder = Path(folder)
        os.chmod(folder, 0o755)  # nginx reads as another user
        self.port, self.outlets, self.nginx = free_port("0.0.0.0"), [], None
        self.faults = Faults(self)

    def outlet(self, name):
        self.outlets.append(Outlet(self, len(self.outlets) + 1, name))
        return self.outlets[-1]

    def __enter__(self):
        self.faults.start()
        return self.start_nginx()

    def start_nginx(self):
        (self.folder / "nginx.conf").write_text(NGINX.format(folder=self.folder, port=self.port))
        binary = shutil.which("nginx") or "/usr/sbin/nginx"
        self.nginx = subprocess.Popen([binary, "-p", str(self.folder), "-c", str(self.folder / "nginx.conf"), "-e",
                                       str(self.folder / "nginx-error.log")], start_new_session=True)
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return self
            time.sleep(0.05)
        raise RuntimeError("nginx does not answer: " + (self.folder / "nginx-error.log").read_text())

    def __exit__(self, *_):
        self.faults.stop()
        self.stop_nginx()

    def stop_nginx(self):
        """At once, with its workers."""
        if self.nginx.poll() is None:
            os.killpg(self.nginx.pid, signal.SIGKILL)
        self.nginx.wait()

    def requests(self):
        """What nginx was asked for, in order: "GET /rss.xml HTTP/1.1"."""
        return [line.split('"')[1] for line in (self.folder / "access.log").read_text().splitlines()]


class Faults:
    """Hosts 127.0.2.N of the fault server: each tells another kind of trouble by its path."""

    def __init__(self, site):
        self.site, self.port = site, free_port("0.0.0.0")
        self.asked, self.waiting, self.gates = [], {}, {}
        self.open, self.most_open = {}, {}
        self.lock = threading.Lock()
        self.pause_until = 0.0
        self.sitting = True

    def base(self, number=1):
        return f"http://127.0.2.{number}:{self.port}"

    def start(self):
        faults = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def do_GET(self):
                host = self.headers["Host"]
                with faults.lock:
                    faults.asked.append((time.monotonic(), host, self.path, dict(self.headers)))
                    faults.open[host] = faults.open.get(host, 0) + 1
                    faults.most_open[host] = max(faults.most_open.get(host, 0), faults.open[host])
                try:
                    name = self.path.split("?")[0].strip("/").split("/")[0].replace("-", "_").replace(".", "_")
                    getattr(faults, "on_" + name, faults.on_missing)(self)
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True
                finally:
                    with faults.lock:
                        faults.open[host] -= 1

        self.server = http.server.ThreadingHTTPServer(("0.0.0.0", self.port), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.sitting = False
        self.server.shutdown()
        self.server.server_close()

    # What a request gets.

    @staticmethod
    def answer(request, body, status=200, **headers):
        body = body if isinstance(body, bytes) else body.encode()
        request.send_response(status)
        sent = {"Content-Type": "text/html"} | {name.replace("_", "-"): value for name, value in headers.items()}
        sent.setdefault("Content-Length", str(len(body)))
        for name, value in sent.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(body)

    def on_missing(self, request):
        self.answer(request, "nichts", 404)

    def on_robots_txt(self, request):
        host = request.headers["Host"].split(":")[0]
        if host == "127.0.2.2":
            return self.answer(request, "User-agent: *\nDisallow: /\n", Content_Type="text/plain")
        if host == "127.0.2.3":
            return self.answer(request, "kaputt", 500)
        self.answer(request, "nichts", 404)

    def on_feed(self, request):
        """/feed/NAME,NAME: a feed of pages of these kinds."""
        names = request.path.split("/")[2].split(",")
        items = "".join(f"<item><link>http://{request.headers['Host']}/{name}/bericht-der-firma-{i}.html</link></item>"
                        for i, name in enumerate(names))
        self.answer(request, f"<rss version='2.0'><channel><title>Fehlerblatt</title>{items}</channel></rss>",
                    Content_Type="application/rss+xml")

    def number(self, request):
        return int("".join(c for c in request.path.split("?")[0].rsplit("-", 1)[-1] if c.isdigit()) or 0)

    def on_good(self, request):
        self.answer(request, article("Fehlerblatt", self.number(request)))

    def on_e500(self, request):
        self.answer(request, "kaputt", 500)

    def on_e404(self, request):
        self.answer(request, "nichts", 404)

    def on_hang(self, request):
        while self.sitting:
            time.sleep(0.05)

    def on_slow(self, request):
        body = article("Fehlerblatt", self.number(request))
        request.send_response(200)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        for at in range(len(body)):
            if not self.sitting:
                return
            request.wfile.write(body[at:at + 1])
            time.sleep(0.1)

    def on_reset(self, request):
        request.send_response(200)
        request.send_header("Content-Length", "100000")
        request.end_headers()
        request.wfile.write(article("Fehlerblatt", self.number(request))[:700])
        request.wfile.flush()
        # Linger of 0 seconds: the kernel sends a reset rather than an end.
        request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        request.connection.close()
        request.close_connection = True

    def on_short(self, request):
        self.answer(request, article("Fehlerblatt", self.number(request)), Content_Length="999999")
        request.close_connection = True

    def on_long(self, request):
        body = article("Fehlerblatt", self.number(request))
        self.answer(request, body, Content_Length=str(len(body) - 2000))
        request.close_connection = True

    def on_latin(self, request):
        """Says UTF-8 in the header and the page, and is Windows-1252."""
        self.answer(request, article("Fehlerblatt", self.number(request), charset="windows-1252", declared="utf-8"),
                    Content_Type="text/html; charset=utf-8")

    def on_loop(self, request):
        self.answer(request, "", 302, Location=f"/loop/{random.random()}/bericht-der-firma-1.html")

    def on_inward(self, request):
        self.answer(request, "", 302, Location="http://169.254.169.254/latest/meta-data/")

    def on_file(self, request):
        self.answer(request, "", 302, Location="file:///etc/passwd")

    def on_bomb(self, request):
        """10 GB of zeros, made as they are asked for."""
        request.send_response(200)
        request.send_header("Content-Type", "text/html")
        request.send_header("Content-Encoding", "gzip")
        request.send_header("Connection", "close")
        request.end_headers()
        packer, zeros = zlib.compressobj(9, zlib.DEFLATED, 31), bytes(1 << 20)
        for _ in range(10 << 10):
            request.wfile.write(packer.compress(zeros))
        request.wfile.write(packer.flush())

    def on_pause(self, request):
        if time.monotonic() < self.pause_until or self.pause_until == 0.0:
            return self.answer(request, "langsam", 429, Retry_After="3600")
        self.answer(request, article("Fehlerblatt", self.number(request)))

    def on_cookie(self, request):
        self.answer(request, article("Fehlerblatt", self.number(request)), Set_Cookie="id=1; Path=/")

    def on_liar(self, request):
        """A feed whose tag stays the same when it changes."""
        if request.headers.get("If-None-Match") == '"immer"':
            return self.answer(request, "", 304, ETag='"immer"')
        names = self.gates.get("liar", 1)
        items = "".join(f"<item><link>http://{request.headers['Host']}/good/bericht-der-firma-{100 + i}.html</link></item>"
                        for i in range(names))
        self.answer(request, f"<rss version='2.0'><channel><title>Fehlerblatt</title>{items}</channel></rss>",
                    Content_Type="application/rss+xml", ETag='"immer"')
