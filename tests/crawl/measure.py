#!/usr/bin/env python3
"""Pages a second through fetch, extraction and SQLite against nginx on this machine with delays off, and the memory on
the way: a line every few seconds, and one at the end.

  tests/crawl/measure.py --program build/release/app/gegenprobe [--pages 5000] [--hosts 8]
"""
import argparse
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import news_site  # noqa: E402
from crawling import Program  # noqa: E402

SYLLABLES = ("bra", "del", "fen", "gor", "hal", "kir", "lom", "mar", "nor", "ost", "pel", "quin", "ros", "sal", "tor", "ulm",
             "ver", "wal", "yr", "zan")


def firm(number):
    chance = random.Random(number)
    return "".join(chance.choice(SYLLABLES) for _ in range(4)).capitalize() + chance.choice((" AG", " SE", " GmbH"))


def memory_mb(process):
    for line in Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) // 1024
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--hosts", type=int, default=8)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as own:
        site = news_site.Site(folder)
        outlets = [site.outlet(f"Blatt {n}") for n in range(args.hosts)]
        for number in range(args.pages):
            news_site.FIRMS = (firm(number),)
            outlets[number % args.hosts].publish([number])
        for at, outlet in enumerate(outlets):
            outlet.feed(range(at, args.pages, args.hosts))
        with site:
            program = Program(args.program, own)
            program.configure([{"url": outlet.base + "/rss.xml", "kind": "feed"} for outlet in outlets],
                              articles_a_run=1_000_000, longest_run="10h", timeout="60s")
            begun, run, most, told = time.monotonic(), program.start_crawl(), 0, 0
            while run.poll() is None:
                now = memory_mb(run)
                most = max(most, now)
                if time.monotonic() - begun > told:
                    told += max(5, args.pages / 2000)
                    try:
                        stored = program.value("SELECT count(*) FROM article")
                    except Exception:
                        stored = 0
                    print(f"{time.monotonic() - begun:7.1f} s  {stored:6} articles  {now:5} MB", flush=True)
                time.sleep(0.2)
            took = time.monotonic() - begun
            spent = resource.getrusage(resource.RUSAGE_CHILDREN)
            seconds = spent.ru_utime + spent.ru_stime  # of the crawl alone: nginx is still running
            stored, claims = (program.value(f"SELECT count(*) FROM {table}") for table in ("article", "claim"))
            print(f"{stored} articles, {claims} claims in {took:.1f} s: {stored / took:.0f} pages a second, "
                  f"{stored / seconds:.0f} a second of one processor, {most} MB at most")
            if stored != args.pages:  # a host that does not answer in time is left alone for a while
                sys.exit(f"{args.pages - stored} of {args.pages} pages were not stored: {program.rows('SELECT error, count(*) FROM page GROUP BY 1')}")


if __name__ == "__main__":
    main()
