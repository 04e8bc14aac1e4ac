#!/usr/bin/env python3
"""The desk under load: 200 clients at once for a minute, while a crawl adds to the same database. All on this machine.

  tests/bench/load.py [--program build/release/app/gegenprobe] [--seconds 60] [--clients 200] [--pages 600]

Needs wrk and nginx (apt-get install wrk nginx-light). Tells requests, errors, times and memory; ends with 1 where there
was an error, where memory grew by more than a fifth in the second half, or where the crawl lost a page.
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/crawl"))
import news_site  # noqa: E402
from crawling import Program  # noqa: E402

# What a desk asks for: its page, its lists, one of each thing; many of them with a company or words.
ADDRESSES = ["/", "/api/v1/session", "/api/v1/today?since=2000-01-01", "/api/v1/conflicts?limit=25", "/api/v1/claims?limit=100",
             "/api/v1/claims?company=siemens&limit=50", "/api/v1/claims?text=umsatz&limit=50", "/api/v1/claims?metric=revenue&value=1-2%20Mrd.%20%E2%82%AC",
             "/api/v1/claims/facets", "/api/v1/claims/7", "/api/v1/articles?limit=50", "/api/v1/articles/3", "/api/v1/companies?limit=50",
             "/api/v1/companies/siemens", "/api/v1/companies/siemens/figures?metric=revenue", "/api/v1/companies/suggest?q=si",
             "/api/v1/sources", "/api/v1/watches", "/api/v1/statistics"]

# Every answer that is not 200 is counted by its status.
SCRIPT = """
local addresses = %s
local threads, at = {}, 0
function setup(thread) table.insert(threads, thread) end
function init() math.randomseed(os.time()); at = math.random(#addresses); statuses = "" ; counted = {} end
function request() at = at %% #addresses + 1; return wrk.format("GET", addresses[at], {["Accept-Encoding"] = "gzip"}) end
function response(status)
  if status ~= 200 then counted[status] = (counted[status] or 0) + 1; statuses = ""
    for code, many in pairs(counted) do statuses = statuses .. code .. ":" .. many .. " " end end
end
function done(summary, latency)
  local other = ""
  for _, thread in ipairs(threads) do other = other .. thread:get("statuses") end
  io.write(string.format('TOLD {"requests": %%d, "connect": %%d, "read": %%d, "write": %%d, "timeout": %%d, "statuses": "%%s",' ..
    '"p50": %%f, "p90": %%f, "p99": %%f, "most": %%f}\\n', summary.requests, summary.errors.connect, summary.errors.read,
    summary.errors.write, summary.errors.timeout, other, latency:percentile(50) / 1000, latency:percentile(90) / 1000,
    latency:percentile(99) / 1000, latency.max / 1000))
end
"""


def memory_mb(process):
    text = Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", text)[1]) / 1024


def serve(program):
    server = subprocess.Popen([str(program.path), "serve", "--port", "0", "--db", str(program.database), "--rate", "0"],
                              env=program.environment(), stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    return server, re.search(r"http://\S+?:\d+", server.stderr.readline())[0]


def sampled(server, seconds):
    """Memory a second, taken in the background."""
    samples = []

    def take():
        for _ in range(seconds):
            samples.append(memory_mb(server))
            time.sleep(1)

    thread = threading.Thread(target=take)
    thread.start()
    return thread, samples


def wrk(url, clients, seconds, folder):
    script = Path(folder) / "mix.lua"
    script.write_text(SCRIPT % ("{" + ", ".join(json.dumps(each) for each in ADDRESSES) + "}"))
    done = subprocess.run(["wrk", "--threads", "2", "--connections", str(clients), "--duration", f"{seconds}s", "--timeout", "10s",
                           "--script", str(script), url], capture_output=True, text=True, check=True)
    return json.loads(re.search(r"^TOLD (.*)$", done.stdout, re.M)[1])


def crawl_of(program, site, pages, hosts=4):
    outlets = [site.outlet(f"Blatt {number}") for number in range(hosts)]
    for number in range(pages):
        outlets[number % hosts].publish([number])
    for at, outlet in enumerate(outlets):
        outlet.feed(range(at, pages, hosts))
    program.configure([{"url": outlet.base + "/rss.xml", "kind": "feed"} for outlet in outlets],
                      articles_a_run=1_000_000, longest_run="1h", delay="100ms")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=ROOT / "build/release/app/gegenprobe")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--pages", type=int, default=600)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as own:
        program = Program(args.program, own)
        corpus = sorted(map(str, ROOT.glob("corpus/*/*/page.html")))
        subprocess.run([program.path, "add", *corpus, "--db", program.database, "--quiet"], check=True)
        site = news_site.Site(folder)
        crawl_of(program, site, args.pages)
        with site:
            server, url = serve(program)
            before = program.value("SELECT count(*) FROM article")
            thread, samples = sampled(server, args.seconds)
            crawl = program.start_crawl()
            told = wrk(url, args.clients, args.seconds, own)
            thread.join()
            crawled_meanwhile = program.value("SELECT count(*) FROM article") - before
            crawl.wait(600)
            server.terminate()
            ended = server.wait(20)
        crawled = program.value("SELECT count(*) FROM article") - before
        whole = program.is_whole()
    half = len(samples) // 2
    errors = told["connect"] + told["read"] + told["write"] + told["timeout"]
    print(f"{told['requests']} requests in {args.seconds} s from {args.clients} clients, {errors} errors, other answers than 200: "
          f"{told['statuses'] or 'none'}")
    print(f"times in ms: half {told['p50']:.0f}, 90 % {told['p90']:.0f}, 99 % {told['p99']:.0f}, longest {told['most']:.0f}")
    print(f"memory in MB: at first {samples[0]:.0f}, after half {max(samples[:half]):.0f}, at most {max(samples):.0f}, at last {samples[-1]:.0f}")
    print(f"crawl: {crawled_meanwhile} of {args.pages} pages meanwhile, {crawled} in all, database {'whole' if whole else 'BROKEN'}")
    flat = max(samples[half:]) <= 1.2 * max(samples[:half])
    return 0 if errors == 0 and not told["statuses"] and flat and crawled == args.pages and whole and ended == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
