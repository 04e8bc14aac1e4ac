#!/usr/bin/env python3
"""Crawls of a site on this machine: what they fetch, what they leave behind, how long they take at most.

  tests/crawl/crawl_test.py --program build/release/app/gegenprobe [kinds|faults|manners|time|trouble|killed ...]
"""
import argparse
import gzip
import json
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from crawling import Program, counts  # noqa: E402
from news_site import Site, article, rss  # noqa: E402

PROGRAM = None


class Crawling(unittest.TestCase):
    maxDiff = 2000

    def setUp(self):
        self.site_folder, self.folder = tempfile.TemporaryDirectory(), tempfile.TemporaryDirectory()
        self.addCleanup(self.site_folder.cleanup)
        self.addCleanup(self.folder.cleanup)
        self.site = Site(self.site_folder.name)
        self.program = Program(PROGRAM, self.folder.name)

    def serve(self):
        self.site.__enter__()
        self.addCleanup(self.site.__exit__)

    def outlet(self, name, numbers):
        outlet = self.site.outlet(name)
        outlet.publish(numbers)
        outlet.feed(numbers)
        return outlet

    def faults_source(self, kinds, number=1, name="fehler"):
        return {"url": f"{self.site.faults.base(number)}/feed/{','.join(kinds)}", "kind": "feed", "name": name}

    def asked(self, host=None, path=None):
        return [each for each in self.site.faults.asked
                if (host is None or each[1].startswith(host)) and (path is None or each[2].startswith(path))]

    def check(self, done, code=0):
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        self.assertEqual(done.stdout.count("\n"), 1, "one line a run")
        return counts(done.stdout)


class Kinds(Crawling):
    """What can be a source."""

    def test_every_kind_of_source(self):
        feed, site, index, links, single, moved = (self.site.outlet(name) for name in (
            "Hafenblatt", "Börsenpost", "Marschkurier", "Inselbote", "Deichzeitung", "Heidepost"))
        for outlet in (feed, site, index, links, single, moved):
            outlet.publish(range(8))
        feed.feed(range(8))
        moved.feed(range(8))
        site.write("/index.html", '<html><head><title>Börsenpost</title><link rel="alternate" type="application/rss+xml"'
                   ' href="/kommentare.xml" title="Kommentare"><link rel="alternate" type="application/rss+xml"'
                   ' href="/rss.xml"></head><body><p>Willkommen</p></body></html>')
        site.feed(range(8))
        urls = "".join(f"<url><loc>{index.url(n)}</loc></url>" for n in range(8))
        old = f"<url><loc>{index.url(99)}</loc><lastmod>2001-01-01</lastmod></url>"
        index.write("/s1.xml.gz", gzip.compress(f"<urlset>{urls}{old}</urlset>".encode()))
        index.write("/sitemap.xml", f"<sitemapindex><sitemap><loc>{index.base}/s1.xml.gz</loc></sitemap>"
                    f"<sitemap><loc>{index.base}/sitemap.xml</loc></sitemap></sitemapindex>")
        links.write("/index.html", "<html><body><nav><a href='/impressum'>Impressum und Kontakt der Zeitung</a></nav>" +
                    "".join(f"<h2><a href='{links.url(n)}'>Bericht Nummer {n} über die Firma</a></h2>" for n in range(8)) +
                    "</body></html>")
        texts = Path(self.folder.name) / "texte"
        texts.mkdir()
        (texts / "a.html").write_bytes(article("Lokalblatt", 1))
        (texts / "b.jsonl").write_text('{"text": "Der Umsatz der Halden SE stieg auf 5 Millionen Euro.", "id": "b1"}\n')
        self.serve()
        self.program.configure([
            {"url": feed.base + "/rss.xml", "name": "feed"}, {"url": site.base, "name": "site"},
            {"url": index.base + "/sitemap.xml", "name": "index"}, {"url": links.base, "name": "links"},
            {"url": single.url(3), "name": "single"}, {"url": moved.base + "/moved.xml", "name": "moved", "kind": "feed"},
            {"url": str(texts), "name": "files"}])
        done = self.program.crawl()
        found = self.check(done)
        self.assertEqual((found["source"], found["ok"], found["new"]), (7, 7, 5 * 8 + 1 + 2), done.stdout + done.stderr)
        self.assertEqual(self.program.rows("SELECT name, kind FROM source ORDER BY name"), [
            ("feed", "feed"), ("files", "files"), ("index", "sitemap"), ("links", "page"), ("moved", "feed"),
            ("single", "article"), ("site", "feed")])
        self.assertEqual(self.program.value("SELECT read_url FROM source WHERE name = 'moved'"), moved.base + "/rss.xml")
        self.assertEqual(self.program.value("SELECT read_url FROM source WHERE name = 'site'"), site.base + "/rss.xml")
        self.assertNotIn("GET /wirtschaft/bericht-der-firma-99.html HTTP/1.1", self.site.requests(), "too old")
        self.assertTrue(self.program.is_whole())
        self.assertEqual(self.program.value("SELECT count(*) FROM revision WHERE warc_file IS NULL"), 2, "those of files")
        state = self.program.state()
        again = self.check(self.program.crawl("--now"))
        self.assertEqual((again["new"], again["changed"]), (0, 0))
        self.assertEqual(state["articles"], self.program.state()["articles"])

    def test_sources_by_hand(self):
        outlet = self.outlet("Hafenblatt", range(3))
        outlet.write("/robots.txt", f"User-agent: *\nAllow: /\nSitemap: {outlet.base}/karte-news.xml\n")
        outlet.write("/karte-news.xml", f"<urlset><url><loc>{outlet.url(0)}</loc></url></urlset>")
        outlet.write("/index.html", "<html><body><p>Willkommen</p></body></html>")
        self.serve()
        added = self.program.run("sources", "add", outlet.base, "--name", "hafen", "--allow-private")
        self.assertEqual(added.stdout, f"added hafen: {outlet.base}/karte-news.xml (sitemap: sitemap, 1 entry)\n", added.stderr)
        self.assertEqual(self.program.run("sources", "pause", "hafen").stdout, "paused hafen\n")
        self.assertEqual(self.check(self.program.crawl())["source"], 0)
        self.program.run("sources", "resume", "hafen")
        dry = self.program.crawl("--dry-run", "--format", "csv")
        self.assertIn("hafen,true,", dry.stdout)
        self.assertEqual(self.program.value("SELECT count(*) FROM page"), 0, "nothing was done")
        self.assertEqual(self.check(self.program.crawl())["new"], 1)
        row = json.loads(self.program.run("sources", "list", "--format", "jsonl").stdout)
        self.assertEqual((row["status"], row["articles"], row["kind"]), ("ok", 1, "sitemap"))
        self.assertIn("1 stored", self.program.run("sources", "show", "hafen").stdout)
        self.program.run("sources", "remove", "hafen")
        self.assertEqual(self.program.value("SELECT count(*) FROM source"), 0)
        self.assertEqual(self.program.value("SELECT count(*) FROM article"), 1)

    def test_add_takes_lists_and_sites(self):
        feed, site = (self.outlet(name, range(2)) for name in ("Hafenblatt", "Börsenpost"))
        site.write("/index.html", '<html><head><link rel="alternate" type="application/rss+xml" href="/rss.xml"></head>'
                   "<body><p>Willkommen</p></body></html>")
        self.serve()
        for url, count in ((feed.base + "/rss.xml", 2), (site.base + "/", 2), (feed.base + "/rss.xml", 0)):
            done = self.program.run("add", url, "--allow-private", "--quiet")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("2 articles: 2 new" if count else "2 articles: 2 unchanged", done.stdout)
        self.assertEqual(self.program.value("SELECT count(*) FROM revision WHERE warc_file IS NOT NULL"), 4)
        shown = self.program.run("show", "a1", "--source")
        self.assertIn("bericht", self.program.value("SELECT url FROM article WHERE id = 1"))
        self.assertIn("<article>", shown.stdout)

    def test_everything_fetched_is_archived(self):
        outlet = self.outlet("Hafenblatt", range(2))
        self.serve()
        faults = self.site.faults.base()
        self.program.configure([{"url": outlet.base + "/moved.xml", "kind": "feed"}, self.faults_source(["e404", "e500", "good"])])
        self.check(self.program.crawl())
        self.check(self.program.crawl("--now"))
        archive, = (Path(self.folder.name) / "warc").glob("*.warc.gz")
        records = [json.loads(line) for line in self.program.run("inspect", "warc", str(archive)).stdout.splitlines()]
        kept = {(r["type"], int(r["http_status"]), r["uri"]) for r in records if r.get("type") in ("response", "revisit")}
        self.assertTrue({("response", 404, outlet.base + "/robots.txt"), ("response", 301, outlet.base + "/moved.xml"),
                         ("response", 200, outlet.base + "/rss.xml"), ("revisit", 304, outlet.base + "/rss.xml"),
                         ("response", 200, outlet.url(0)), ("response", 404, faults + "/e404/bericht-der-firma-0.html"),
                         ("response", 500, faults + "/e500/bericht-der-firma-1.html"),
                         ("response", 200, faults + "/good/bericht-der-firma-2.html")} <= kept, sorted(kept))
        self.assertTrue(all(r.get("digest_ok") is not False for r in records))
        self.assertEqual(self.program.value("SELECT count(*) FROM revision WHERE warc_file IS NOT NULL"), 3)
        tools = Path(__file__).resolve().parents[2] / "build/python/bin"
        if (tools / "warcio").exists():
            checked = subprocess.run([tools / "warcio", "check", "-v", archive], capture_output=True, text=True)
            self.assertEqual((checked.returncode, "fail" in checked.stdout), (0, False), checked.stdout + checked.stderr)
        if (tools / "cdx-indexer").exists():
            index = subprocess.run([tools / "cdx-indexer", archive], capture_output=True, text=True)
            lines = [line for line in index.stdout.splitlines() if not line.startswith(" CDX")]
            self.assertEqual(len(lines), len([r for r in records if r.get("type") in ("response", "revisit")]), index.stderr)

    def test_watches_run_with_the_crawl(self):
        outlet = self.outlet("Hafenblatt", range(6))
        self.serve()
        self.program.run("add", "-", "--quiet")  # makes the database
        mails = Path(self.folder.name) / "mails"
        sendmail = Path(self.folder.name) / "sendmail"
        sendmail.write_text(f"#!/bin/sh\ncat >> {mails}\n")
        sendmail.chmod(0o755)
        self.program.more = {"GEGENPROBE_SENDMAIL": str(sendmail)}
        added = self.program.run("watch", "add", "umsatz", "--metric", "revenue", "--mail", "desk@example.org", "--json",
                                 str(Path(self.folder.name) / "umsatz.json"))
        self.assertEqual(added.returncode, 0, added.stderr)
        self.program.configure([{"url": outlet.base + "/rss.xml", "kind": "feed"}])
        done = self.program.crawl()
        self.check(done)
        items = json.loads((Path(self.folder.name) / "umsatz.json").read_text())["items"]
        self.assertGreater(len(items), 0)
        self.assertIn(f"{len(items)} items for watches", done.stdout)
        self.assertIn("To: desk@example.org", mails.read_text())
        sent = mails.read_text()
        self.program.crawl("--now")
        self.assertEqual(mails.read_text(), sent, "once")
        sendmail.write_text("#!/bin/sh\nexit 1\n")
        outlet.publish([7]), outlet.feed(range(8))
        failing = self.program.crawl("--now", "--quiet")
        self.check(failing)
        self.assertIn("failed with exit code 1", failing.stderr)

    def test_limits(self):
        outlet = self.outlet("Hafenblatt", range(20))
        self.serve()
        self.program.configure([{"url": outlet.base + "/rss.xml", "kind": "feed"}])
        done = self.program.crawl("--limit", "5")
        self.assertEqual(self.check(done)["new"], 5)
        self.assertIn("15 pages for the next run", done.stdout)
        self.program.configure([{"url": outlet.base + "/rss.xml", "kind": "feed"}], articles_a_run=12)
        self.assertEqual(self.check(self.program.crawl())["new"], 12)
        self.assertEqual(self.check(self.program.crawl())["new"], 3)


class Faults(Crawling):
    """Whatever a server does, the others are read, and the run ends."""

    KINDS = ["good", "e500", "e404", "hang", "reset", "short", "long", "latin", "loop", "inward", "file", "bomb", "slow"]

    def test_all_of_them(self):
        outlet = self.outlet("Hafenblatt", range(10))
        self.serve()
        hosts = {kind: 10 + i for i, kind in enumerate(self.KINDS)}  # a host each: two hangs would stop their host
        self.program.configure(
            [{"url": outlet.base + "/rss.xml", "kind": "feed", "name": "hafen"}] +
            [self.faults_source([kind], number, kind) for kind, number in hosts.items()], timeout="1500ms",
            largest_answer=4_000_000)
        done = self.program.crawl()
        found = self.check(done)
        pages = {url.split("/")[3]: (state, failures, error) for url, state, failures, error in
                 self.program.rows("SELECT url, state, failures, error FROM page WHERE url LIKE 'http://127.0.2.%'")}
        self.assertEqual({kind: pages[kind][0] for kind in self.KINDS},
                         dict.fromkeys(self.KINDS, "waiting") | {"good": "kept", "latin": "kept", "e404": "gone",
                                                                 "long": pages["long"][0]})
        for kind, words in {"e500": "the server answers 500", "hang": "no complete answer within 1.5 s",
                            "slow": "no complete answer within 1.5 s", "short": "broke off", "loop": "more than 5 redirects",
                            "file": "other than http", "bomb": "larger than 4000000 bytes"}.items():
            self.assertIn(words, pages[kind][2], kind)
        self.assertEqual(found["source"], len(self.KINDS) + 1)
        self.assertEqual(self.program.value("SELECT count(*) FROM article WHERE url LIKE 'http://127.0.1.%'"), 10)
        self.assertIn("Geschäftsjahr", self.program.value(
            "SELECT text FROM revision JOIN article ON article.id = article_id WHERE url LIKE '%/latin/%'"))
        self.assertLess(done.took, 20, "hangs go on beside each other")
        self.assertTrue(self.program.is_whole())

    def test_a_dead_host_is_left_alone(self):
        self.serve()
        self.program.configure([self.faults_source(["hang"] * 30)], timeout="400ms")
        done = self.program.crawl()
        self.assertIn("waits (does not answer until", done.stdout)
        self.assertEqual(len(self.asked(path="/hang")), 2)
        self.assertLess(done.took, 10)

    def test_inward_addresses(self):
        self.serve()
        self.program.configure([self.faults_source(["good"])])
        done = self.program.run("crawl", "--config", str(self.program.config))
        self.assertIn("of this machine or of a local network", done.stderr)
        self.assertEqual(self.asked(), [])
        for kind in ("gopher://127.0.0.1/", "data:text/html,x", "file:///etc/passwd"):
            self.program.configure([{"url": kind}])
            self.assertEqual(self.program.crawl().returncode, 2, kind)

    def test_the_configuration_is_wrong(self):
        self.program.config.write_text("[crawl]\ndelay = 'soon'\n")
        done = self.program.crawl()
        self.assertEqual(done.returncode, 2)
        self.assertIn("gegenprobe.toml:2: this is no time", done.stderr)


class Manners(Crawling):
    """How hosts are asked."""

    def test_robots(self):
        self.serve()
        self.program.configure([self.faults_source(["good"], 2, "verboten"), self.faults_source(["good"], 3, "kaputt")])
        done = self.program.crawl()
        self.assertEqual(done.returncode, 3)
        self.assertIn("1 needs a person (verboten:", done.stdout)
        self.assertEqual({path for _, _, path, _ in self.asked()}, {"/robots.txt"})
        self.program.crawl("--now")
        self.assertEqual(len(self.asked(path="/robots.txt")), 2, "asked for once a day, a fault once an hour")

    def test_one_request_a_host(self):
        self.serve()
        self.program.configure([self.faults_source(["good"] * 12, 1, "a"), self.faults_source(["good"] * 12, 4, "b")],
                               delay="50ms")
        self.check(self.program.crawl())
        self.assertEqual(set(self.site.faults.most_open.values()), {1})
        for host in ("127.0.2.1", "127.0.2.4"):
            times = [when for when, _, _, _ in self.asked(host)]
            self.assertEqual(len(times), 14)
            self.assertGreater(min(b - a for a, b in zip(times, times[1:])), 0.045)

    def test_who_asks(self):
        self.serve()
        self.program.configure([self.faults_source(["cookie", "cookie"])])
        self.check(self.program.crawl())
        for _, _, path, headers in self.asked():
            self.assertRegex(headers["User-Agent"], r"^Gegenprobe/[0-9.]+ \(news fact-checking; desk@example.org\)$", path)
            self.assertNotIn("Cookie", headers)
            self.assertTrue({"gzip", "br", "zstd"} <= set(headers["Accept-Encoding"].replace(" ", "").split(",")))

    def test_a_pause_is_kept(self):
        self.serve()
        self.program.configure([self.faults_source(["good", "pause", "good", "good"])])
        done = self.program.crawl()
        self.check(done)
        self.assertRegex(done.stdout, r"1 waits \(429 until (\d{4}-\d\d-\d\d )?\d\d:\d\d\)")
        asked = len(self.asked())
        self.check(self.program.crawl("--now"))
        self.assertEqual(len(self.asked()), asked, "nothing before its end")
        self.site.faults.pause_until = 1.0
        done = self.program.crawl(at="+65m")
        self.check(done)
        self.assertEqual(self.program.value("SELECT count(*) FROM page WHERE state = 'kept'"), 4, done.stdout + done.stderr)

    def test_conditions(self):
        outlet = self.outlet("Hafenblatt", range(4))
        self.serve()
        self.program.configure([{"url": outlet.base + "/rss.xml", "kind": "feed"}])
        self.check(self.program.crawl())
        done = self.program.crawl("--now")
        self.assertEqual(self.check(done)["unchanged"], 1)
        last = (self.site.folder / "access.log").read_text().splitlines()[-1]
        self.assertIn(" 304 ", last)

    def test_a_tag_that_lies(self):
        self.serve()
        self.program.configure([{"url": self.site.faults.base() + "/liar", "kind": "feed", "name": "liar"}])
        self.assertEqual(self.check(self.program.crawl())["new"], 1)
        self.site.faults.gates["liar"] = 2
        self.assertEqual(self.check(self.program.crawl("--now"))["new"], 0, "believed for some hours")
        done = self.program.crawl("--now", at="+7h")
        self.assertEqual(self.check(done)["new"], 1)
        self.assertIn("calls a changed list unchanged", done.stderr)
        self.site.faults.gates["liar"] = 3
        self.assertEqual(self.check(self.program.crawl("--now", at="+8h"))["new"], 1, "no longer believed")


class Time(Crawling):
    """What later runs do."""

    def test_articles_are_read_again(self):
        outlet = self.outlet("Hafenblatt", range(5))
        self.serve()
        self.program.configure([{"url": outlet.base + "/rss.xml", "kind": "feed"}])
        self.assertEqual(self.check(self.program.crawl())["new"], 5)
        outlet.publish([2], revision=2)
        os.utime(outlet.folder / "wirtschaft/bericht-der-firma-2.html", (2_000_000_000, 2_000_000_000))
        self.check(self.program.crawl())
        self.assertEqual(self.program.value("SELECT sum(fetches) FROM page"), 5, "not within the hour")
        self.assertEqual(self.check(self.program.crawl(at="+61m"))["changed"], 1)
        self.assertEqual(self.program.rows("SELECT number, live FROM revision WHERE article_id = (SELECT article_id FROM"
                                           " page WHERE url LIKE '%-2.html') ORDER BY number"), [(1, 0), (2, 1)])
        for at, fetches in (("+2h", 10), ("+7h", 15), ("+25h", 20), ("+8d", 25), ("+60d", 25)):
            self.check(self.program.crawl(at=at))
            self.assertEqual(self.program.value("SELECT sum(fetches) FROM page"), fetches, at)

    def test_the_clock_jumps(self):
        outlet = self.outlet("Hafenblatt", range(5))
        self.serve()
        self.program.configure([{"url": outlet.base + "/rss.xml", "kind": "feed"}])
        self.assertEqual(self.check(self.program.crawl(at="+400d"))["new"], 5)
        outlet.publish([5])
        outlet.feed(range(6))
        self.assertEqual(self.check(self.program.crawl())["new"], 1, "back in the present, nothing waits for the future")

    def test_failures(self):
        self.serve()
        self.program.configure([{"url": self.site.faults.base() + "/e500", "kind": "feed", "name": "kaputt"}])
        done = self.program.crawl()
        self.assertEqual(done.returncode, 0, "a passing fault")
        self.assertIn("1 failed (kaputt: the server answers 500)", done.stdout)
        days = 0
        while done.returncode == 0 and days < 40:
            days += 1
            done = self.program.crawl(at=f"+{days}d")
        self.assertEqual(done.returncode, 3)
        self.assertIn("1 needs a person (kaputt: the server answers 500)", done.stdout)
        self.assertTrue(10 < days < 25, days)
        asked = len(self.asked(path="/e500"))
        for day in range(days + 1, days + 15):
            self.program.crawl(at=f"+{day}d")
        self.assertEqual(len(self.asked(path="/e500")) - asked, 2, "once a week from then on")


class Trouble(Crawling):
    """What happens to the machine."""

    def site_of(self, count=40):
        outlets = [self.outlet(name, range(count)) for name in ("Hafenblatt", "Börsenpost")]
        self.serve()
        self.program.configure([{"url": outlet.base + "/rss.xml", "kind": "feed"} for outlet in outlets])
        return outlets

    def undisturbed(self):
        other = Program(PROGRAM, tempfile.mkdtemp(dir=self.folder.name))
        other.config.write_text(self.program.config.read_text())
        self.check(other.crawl())
        return other.state()

    def test_a_second_run(self):
        self.serve()
        self.program.configure([self.faults_source(["hang"])], timeout="5s")
        first = self.program.start_crawl()
        while not self.asked(path="/hang"):
            time.sleep(0.02)
        second = self.program.crawl()
        first.kill()
        first.wait()
        self.assertEqual(second.returncode, 75)
        self.assertIn("another run is at work", second.stderr)
        self.program.configure([self.faults_source(["hang"])], timeout="100ms")
        self.assertEqual(self.program.crawl().returncode, 0, "the lock of a killed run is none")

    def test_disk_full(self):
        self.site_of()
        want = self.undisturbed()

        def small_disk():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, 700_000))

        done = subprocess.run(self.program.command("crawl", "--allow-private", "--config", str(self.program.config)),
                              env=self.program.environment(), capture_output=True, text=True, preexec_fn=small_disk)
        self.assertEqual(done.returncode, 6, done.stdout + done.stderr)
        self.assertRegex(done.stderr, "disk")
        self.check(self.program.crawl())
        self.assertTrue(self.program.is_whole())
        self.assertEqual(self.program.state(), want)

    def test_memory(self):
        """With less and less of it: all or a clear line, never a signal; the next run brings what is missing."""
        self.site_of()
        want, ends = self.undisturbed(), {}
        for megabytes in (2000, 300, *range(200, 140, -10), 100):
            size = megabytes << 20
            for file in self.program.folder.glob("news.db*"):
                file.unlink()
            done = subprocess.run(self.program.command("crawl", "--allow-private", "--config", str(self.program.config)),
                                  env=self.program.environment(), capture_output=True, text=True,
                                  preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (size, size)))
            ends[megabytes] = done.returncode
            if "error while loading shared libraries" in done.stderr:
                continue  # there was not enough for the program itself
            self.assertIn(done.returncode, (0, 4, 6, 8), f"with {megabytes} MB: {done.stderr}")
            if done.returncode != 0:
                self.assertRegex(done.stderr, "memory", f"with {megabytes} MB")
            self.check(self.program.crawl(at="+2d"))
            self.assertTrue(self.program.is_whole(), f"with {megabytes} MB")
            self.assertEqual(self.program.state()["claims"], want["claims"], f"with {megabytes} MB: {done.stderr}")
        self.assertEqual(ends[2000], 0)
        self.assertGreater(sum(code != 0 for code in ends.values()), 0)

    def test_a_locked_database(self):
        self.site_of()
        want = self.undisturbed()
        self.program.run("init", "--config", str(Path(self.folder.name) / "none.toml"))
        self.program.crawl("--dry-run")
        locker = sqlite3.connect(self.program.database, isolation_level=None, check_same_thread=False)
        locker.execute("BEGIN IMMEDIATE")
        threading.Timer(1.5, lambda: locker.execute("COMMIT")).start()
        self.check(self.program.crawl())
        self.assertEqual(self.program.state(), want)
        locker.close()

    def test_the_network_goes(self):
        outlets = self.site_of(150)
        want = self.undisturbed()
        run = self.program.start_crawl()
        while not (self.program.database.exists() and self.stored() > 20):
            time.sleep(0.01)
        self.site.stop_nginx()
        self.assertEqual(run.wait(timeout=60), 0)
        self.assertLess(self.stored(), 2 * 150)
        self.site.start_nginx()
        for hour in (1, 2, 12):  # what failed is tried again after a while
            self.check(self.program.crawl(at=f"+{hour}h"))
        state = self.program.state()
        for part in ("articles", "claims", "mentions"):
            self.assertEqual(state[part], want[part], part)
        self.assertEqual(len(outlets), 2)

    def stored(self):
        try:
            return self.program.value("SELECT count(*) FROM article")
        except sqlite3.OperationalError:
            return 0


class Killed(Crawling):
    """A crawl that is killed 100 times comes to the same end as one that is not."""

    KILLS = 100

    def test_same_end(self):
        outlets = [self.outlet(name, range(100)) for name in ("Hafenblatt", "Börsenpost", "Marschkurier")]
        self.serve()
        # Nothing hangs here: what takes long is a busy machine, and would be tried again an hour later.
        self.program.configure([{"url": outlet.base + "/rss.xml", "kind": "feed"} for outlet in outlets], timeout="60s")
        begun = time.monotonic()
        self.check(self.program.crawl())
        took = time.monotonic() - begun
        want = self.program.state()
        self.assertEqual(len(want["articles"]), 300)
        chance, kills, ends, killed_at = random.Random(20261122), 0, 0, set()
        while kills < self.KILLS:
            program = Program(PROGRAM, tempfile.mkdtemp(dir=self.folder.name))
            program.config.write_text(self.program.config.read_text())
            while kills < self.KILLS:
                run = program.start_crawl()
                time.sleep(chance.uniform(0.02, min(took, 0.8)))
                run.kill()
                if run.wait() == 0:
                    break
                kills += 1
                if program.database.exists():
                    self.assertTrue(program.is_whole() if self.has_schema(program) else True)
            done = program.crawl()
            self.check(done)
            ends += 1
            self.assertTrue(program.is_whole())
            state = program.state()
            for part in want:
                self.assertEqual(state[part], want[part], f"{part} after {kills} kills")
        self.assertGreater(ends, 0)

    def has_schema(self, program):
        try:
            return program.value("SELECT count(*) FROM sqlite_schema WHERE name = 'article'") > 0
        except sqlite3.OperationalError:
            return False


def main():
    global PROGRAM
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("parts", nargs="*", help="kinds faults manners time trouble killed; a test by Class.name")
    args = parser.parse_args()
    PROGRAM = str(Path(args.program).resolve())
    names = [part if "." in part else part.capitalize() for part in args.parts]
    loader = unittest.defaultTestLoader
    tests = loader.loadTestsFromNames(names, sys.modules[__name__]) if names else loader.loadTestsFromModule(
        sys.modules[__name__])
    sys.exit(not unittest.TextTestRunner(verbosity=2).run(tests).wasSuccessful())


if __name__ == "__main__":
    main()
