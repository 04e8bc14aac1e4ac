"""Runs of the program against the site, and what they leave in the database."""
import os
import re
import sqlite3
import subprocess
import time
from pathlib import Path


class Program:
    def __init__(self, path, folder):
        self.path, self.folder = Path(path).resolve(), Path(folder)
        self.database = self.folder / "news.db"
        self.config = self.folder / "gegenprobe.toml"
        self.more = {}
        self.configure()

    def configure(self, sources=(), **crawl):
        settings = {"contact": "desk@example.org", "delay": "0s", "timeout": "2s"} | crawl
        def written(value):
            return str(value) if isinstance(value, int) else '"' + value + '"' if isinstance(value, str) else repr(value)
        lines = ["[crawl]"] + [f"{key} = {written(value)}" for key, value in settings.items()]
        for source in sources:
            lines += ["[[source]]"] + [f'{key} = "{value}"' for key, value in source.items()]
        self.config.write_text("\n".join(lines) + "\n")

    def environment(self, at=None):
        kept = {name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS") if name in os.environ}
        env = kept | {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(self.folder), "TZ": "UTC", "LC_ALL": "C.UTF-8",
                      "GEGENPROBE_DB": str(self.database)} | self.more
        if at is not None:  # only the time of day: waits within a run stay real
            env |= {"FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1"}
        return env

    def command(self, *words, at=None):
        faked = ["faketime", "-f", at] if at is not None else []
        return [*faked, str(self.path), *words]

    def run(self, *words, at=None, timeout=60):
        begun = time.monotonic()
        done = subprocess.run(self.command(*words, at=at), env=self.environment(at), cwd=self.folder,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=timeout)
        done.took = time.monotonic() - begun
        return done

    def crawl(self, *words, **more):
        return self.run("crawl", "--allow-private", "--config", str(self.config), *words, **more)

    def start_crawl(self, *words):
        return subprocess.Popen(self.command("crawl", "--allow-private", "--config", str(self.config), *words),
                                env=self.environment(), cwd=self.folder, stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def rows(self, sql):
        connection = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def value(self, sql):
        return self.rows(sql)[0][0]

    def is_whole(self):
        return (self.value("PRAGMA integrity_check") == "ok" and not self.rows("PRAGMA foreign_key_check") and
                not self.rows("SELECT url FROM article WHERE id NOT IN (SELECT article_id FROM revision WHERE live)"))

    def state(self):
        """What the database holds, without ids and times."""
        return {
            "articles": self.rows("SELECT identity, published, revision.number, text_hash FROM article JOIN revision"
                                  " ON article_id = article.id ORDER BY 1, 3"),
            "claims": self.rows("SELECT identity, metric, surface, value_begin, claim.live FROM claim"
                                " JOIN revision ON revision.id = revision_id JOIN article ON article.id = article_id"
                                " ORDER BY 1, 2, 3, 4"),
            "mentions": self.rows("SELECT identity, kind, span_begin, surface FROM mention JOIN revision ON"
                                  " revision.id = revision_id JOIN article ON article.id = article_id ORDER BY 1, 2, 3, 4"),
            "comparisons": self.value("SELECT count(*) FROM comparison"),
            "pages": self.rows("SELECT page.url, role, state, identity, fetches, failures FROM page"
                               " LEFT JOIN article ON article.id = article_id ORDER BY 1"),
            "sources": self.rows("SELECT name, url, read_url, kind, body_hash, failures, error FROM source ORDER BY 1"),
        }


def counts(summary):
    """The numbers of the summary line: {"sources": 3, "new": 12, "changed": 0, "claims": 40 …}."""
    found = {name: int(number) for number, name in re.findall(r"(\d+) (source|new|changed|claim|ok|unchanged|failed)s?\b",
                                                              summary)}
    return found
