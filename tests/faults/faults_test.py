#!/usr/bin/env python3
"""What happens to the machine, and to the program: deaths at random moments, full disks, memory that is not there.

  tests/faults/faults_test.py --program build/release/app/gegenprobe [killed | trouble | Killed.test_serve …]

Whatever happens: what was told to be stored is there, no article is half there, and one clear line says what was wrong.
Deaths of `add` and `crawl` are in tests/archive and tests/crawl.
"""
import argparse
import http.client
import json
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE.parent / "crawl"), str(HERE.parent / "web")]
from conftest import Desk  # noqa: E402
from crawling import Program  # noqa: E402

PROGRAM = ROOT / "build/release/app/gegenprobe"
SEED = 20261129
FIRMS = ("Müller", "Quast", "Brink", "Lohmar", "Teich", "Harms", "Uhlen", "Wieck", "Dorst", "Ellwang", "Fintel", "Grabow", "Hoya",
         "Itzum", "Jever", "Klütz", "Lesum", "Medow", "Norden", "Osten")


def articles(count, first=0):
    """JSON Lines for `add`: articles that state figures, and contradict each other now and then."""
    lines = []
    for number in range(first, first + count):
        firm, figure = f"{FIRMS[number % 20]}werke {'AG' if number % 40 < 20 else 'SE'}", number % 7 + 2
        text = (f"Die {firm} hat ihren Umsatz im Jahr 2024 um {number % 9 + 2} Prozent auf {figure},5 Milliarden Euro gesteigert, teilte "
                f"der Konzern am Dienstag mit.\n\nDer Gewinn lag bei {number % 80 + 10} Millionen Euro. In Halle {number} fallen "
                f"{number * 3 % 900 + 100} Stellen weg.\n\nNummer {number}: " + " ".join(f"Wort{number * 17 + i}" for i in range(40)))
        lines.append(json.dumps({"id": number, "url": f"https://a{number % 5}.example/{number}", "outlet": f"Blatt {number % 5}",
                                 "published": "2025-03-04", "text": text}, ensure_ascii=False))
    return "\n".join(lines) + "\n"


class Faults(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="gegenprobe-faults-")
        self.addCleanup(self.folder.cleanup)
        self.path = Path(self.folder.name)
        self.program = Program(PROGRAM, self.path)

    def file(self, name, text):
        (self.path / name).write_text(text, encoding="utf-8")
        return str(self.path / name)

    def add(self, count, first=0, **more):
        done = self.program.run("add", self.file("articles.jsonl", articles(count, first)), "--quiet", **more)
        self.assertEqual(done.returncode, 0, done.stderr)

    def claims(self):
        return self.program.rows("SELECT identity, metric, surface, value_begin, subject.entity FROM claim JOIN revision ON"
                                 " revision.id = revision_id JOIN article ON article.id = article_id LEFT JOIN company AS subject"
                                 " ON subject.id = subject_id WHERE claim.live ORDER BY 1, 2, 3, 4")

    def other_rules(self):
        """Rules that read no percentages: each run over them, and back, has every article to write."""
        rules = self.path / "rules"
        shutil.copytree(ROOT / "extract/rules", rules)
        for language in ("de", "en"):
            file = rules / language / "percent.toml"
            file.write_text("\n".join(line for line in file.read_text().split("[[rule]]")[0].splitlines()) + "\n")
        return str(rules)

    def is_well(self):
        done = self.program.run("doctor", "--full", "--format", "jsonl", timeout=300)
        parts = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([part for part in parts if part["health"] != "well"], [], done.stderr)
        self.assertEqual((done.returncode, len(parts)), (0, 9), done.stderr)

    def one_clear_line(self, done, code, words):
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        said = [line for line in done.stderr.splitlines() if not line.startswith("  try: ")]
        self.assertEqual(len(said), 1, done.stderr)
        self.assertTrue(said[0].startswith("gegenprobe: "), said)
        self.assertRegex(said[0], words)


class Killed(Faults):
    """SIGKILL at random moments, 40 times each."""

    KILLS = 40

    def killed_at_random(self, start, took):
        """Starts and kills until enough of the kills met a living program."""
        chance, deaths, tries = random.Random(SEED), 0, 0
        while deaths < self.KILLS:
            tries += 1
            self.assertLess(tries, 10 * self.KILLS, f"only {deaths} kills met a living program")
            process = start(tries)
            time.sleep(chance.uniform(0, took))
            process.kill()
            deaths += process.wait() == -signal.SIGKILL

    def start(self, *words):
        return subprocess.Popen(self.program.command(*words), env=self.program.environment(), cwd=self.path,
                                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def test_reextract(self):
        self.add(120)
        want, rules = self.claims(), self.other_rules()
        self.assertEqual(self.program.run("reextract", "--rules", rules, "--quiet").returncode, 0)
        self.assertNotEqual(self.claims(), want)
        begun = time.monotonic()
        self.assertEqual(self.program.run("reextract", "--quiet").returncode, 0)
        took = time.monotonic() - begun
        self.killed_at_random(lambda number: self.start("reextract", "--all", *(["--rules", rules] if number % 2 else [])), took)
        self.assertEqual(self.program.run("reextract", "--all", "--quiet").returncode, 0)
        self.assertEqual(self.claims(), want)
        self.is_well()

    def test_backup(self):
        self.add(150)
        self.assertEqual(self.program.run("backup", "b.db").returncode, 0)
        self.killed_at_random(lambda _: self.start("backup", "b.db", "--replace"), 0.05)
        done = self.program.run("backup", "c.db")
        self.assertEqual(done.returncode, 0, done.stderr)
        for copy in ("b.db", "c.db"):
            self.program.database = self.path / copy
            self.is_well()
            self.assertEqual(self.program.value("SELECT count(*) FROM article"), 150)

    def test_serve(self):
        """Whatever was answered with 200 is there after the death."""
        self.add(10)
        ids = [row[0] for row in self.program.rows("SELECT id FROM claim WHERE live ORDER BY id")]
        chance, told = random.Random(SEED), []
        for death in range(self.KILLS):
            desk = Desk(str(PROGRAM), self.program.database, home=self.path)
            threading.Timer(chance.uniform(0.02, 0.2), desk.process.kill).start()
            try:
                while desk.process.poll() is None:
                    claim, note = chance.choice(ids), f"note {len(told)}"
                    if desk.write("POST", f"/api/v1/claims/{claim}/review", {"decision": "accept", "note": note}).status == 200:
                        told.append(note)
            except (OSError, http.client.HTTPException, json.JSONDecodeError):
                pass  # it died while it was asked
            self.assertEqual(desk.process.wait(), -signal.SIGKILL)
            desk.process.stderr.close()
            kept = {row[0] for row in self.program.rows("SELECT note FROM review")}
            self.assertEqual(set(told) - kept, set(), f"lost after {death + 1} deaths")
        self.assertGreater(len(told), self.KILLS)
        self.is_well()


class Trouble(Faults):
    def run_limited(self, *words, limit, input=""):
        return subprocess.run(self.program.command(*words), env=self.program.environment(), cwd=self.path, input=input,
                              capture_output=True, text=True, preexec_fn=limit, timeout=120)

    def stored(self):
        return self.program.value("SELECT count(*) FROM article")

    def small_disk(self, size):
        """A file system of its own, that fills up; skipped where this user may mount none."""
        disk = self.path / "disk"
        disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", disk], capture_output=True).returncode != 0:
            self.skipTest("no file system can be mounted here")
        self.addCleanup(subprocess.run, ["umount", "-l", disk], check=True)
        return disk

    def test_disk_full(self):
        disk = self.small_disk("3m")
        self.program.database = disk / "news.db"
        done = self.program.run("add", self.file("many.jsonl", articles(3000)))
        self.assertEqual(done.returncode, 6, done.stderr)
        self.assertRegex(done.stderr, "the disk is full: could not add")
        told = sum(line.startswith("new") for line in done.stdout.splitlines())
        self.assertGreater(told, 0)
        self.assertGreaterEqual(self.stored(), told, "an article that was told to be new is gone")
        self.assertLess(self.stored(), 3000)
        shutil.copy(self.program.database, self.path / "moved.db")
        for beside in ("-wal", "-shm"):
            if Path(f"{self.program.database}{beside}").exists():
                shutil.copy(f"{self.program.database}{beside}", self.path / f"moved.db{beside}")
        self.program.database = self.path / "moved.db"
        self.is_well()

    def test_backup_on_a_full_disk(self):
        self.add(300)
        disk = self.small_disk("1m")
        done = self.program.run("backup", str(disk / "b.db"))
        self.one_clear_line(done, 6, "the disk is full: could not copy")
        self.assertEqual(list(disk.iterdir()), [])

    def full(self, disk):
        """Leaves no room on it but for a page or two."""
        filler = disk / "filler"
        with filler.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                pass
        return filler

    def test_reextract_on_a_full_disk(self):
        disk, rules = self.small_disk("32m"), self.other_rules()  # what is not written back yet may take sixteen
        self.program.database = disk / "news.db"
        self.add(120)
        want, filler = self.claims(), self.full(disk)
        self.one_clear_line(self.program.run("reextract", "--rules", rules, "--quiet"), 6, "the disk is full: could not")
        filler.unlink()
        self.assertEqual(self.program.run("reextract", "--quiet").returncode, 0)
        self.assertEqual(self.claims(), want)
        self.is_well()

    def test_desk_on_a_full_disk(self):
        """What cannot be kept is not told to be; what was, is; and the desk still answers questions."""
        disk = self.small_disk("8m")
        self.program.database = disk / "news.db"
        self.add(10)
        desk, told = Desk(str(PROGRAM), self.program.database, home=self.path), []
        filler = self.full(disk)
        for number in range(1000):
            note = f"note {number} " + "x" * 400
            answer = desk.write("POST", "/api/v1/claims/1/review", {"decision": "accept", "note": note})
            if answer.status != 200:
                break
            told.append(note)
        self.assertEqual(answer.status, 503, answer.body)
        self.assertIn("disk is full", answer.json["title"])
        self.assertEqual(desk.get("/api/v1/claims").status, 200)
        filler.unlink()
        self.assertEqual(desk.write("POST", "/api/v1/claims/1/review", {"decision": "accept", "note": "last"}).status, 200)
        desk.stop()
        kept = [row[0] for row in self.program.rows("SELECT note FROM review ORDER BY id")]
        self.assertEqual([note for note in told if note not in kept], [])
        self.is_well()

    def test_damaged_database(self):
        self.add(200)
        size = self.program.database.stat().st_size
        with self.program.database.open("r+b") as file:
            file.seek(size // 4 // 4096 * 4096)
            file.write(b"\xaa" * (size // 2))
        self.one_clear_line(self.program.run("claims", "--limit", "0"), 6, "news.db is damaged: could not")
        self.one_clear_line(self.program.run("add", self.file("more.jsonl", articles(1, 900)), "--quiet"), 6, "news.db is damaged: could not")
        self.one_clear_line(self.program.run("backup", "b.db"), 6, "the copy is damaged, as .*news.db is")
        self.assertFalse((self.path / "b.db").exists(), "a damaged copy was left")
        done = self.program.run("doctor", "--format", "jsonl")
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        file = json.loads(done.stdout.splitlines()[0])
        self.assertEqual((file["part"], file["health"]), ("file", "ill"))
        self.assertGreater(file["wrong"], 1)
        self.assertRegex(file["what"], r"^SQLite finds it damaged: \S[^\n]*$")
        self.assertIn("restore a backup", file["remedy"])

    def test_a_read_error(self):
        # The begin of a process's memory is a file that can be opened and never read.
        self.one_clear_line(self.program.run("add", "/proc/self/mem"), 4, "/proc/self/mem: Input/output error")

    def test_memory(self):
        """With less and less of it: all or a clear line, never a signal; and the database is whole."""
        file = self.file("many.jsonl", articles(400))
        ends = {}
        for megabytes in (2000, 400, 300, 250, 200, 150, 120, 100, 80, 60, 50, 40):
            size = megabytes << 20
            done = self.run_limited("add", file, "--quiet", "--jobs", "2",
                                    limit=lambda: resource.setrlimit(resource.RLIMIT_AS, (size, size)))
            ends[megabytes] = done.returncode
            if "error while loading shared libraries" in done.stderr:
                continue  # there was not enough for the program itself
            self.assertIn(done.returncode, (0, 4, 6, 8), f"with {megabytes} MB: {done.stderr}")
            if done.returncode != 0:
                self.assertRegex(done.stderr, "memory", f"with {megabytes} MB")
        self.assertEqual(ends[2000], 0)
        self.assertGreater(sum(code != 0 for code in ends.values()), 0)
        self.is_well()
        self.assertEqual(self.stored(), 400)

    def test_extract_with_little_memory(self):
        """Each line answered, or a clear line and an exit code that says so."""
        with open(self.file("many.jsonl", articles(300)), encoding="utf-8") as lines:
            text = lines.read()
        ends = {}
        for megabytes in (2000, 400, 200, 150, 120, 100, 80, 60, 50, 40):
            size = megabytes << 20
            done = self.run_limited("extract", "--jobs", "2", input=text,
                                    limit=lambda: resource.setrlimit(resource.RLIMIT_AS, (size, size)))
            ends[megabytes] = done.returncode
            if "error while loading shared libraries" in done.stderr:
                continue
            if done.returncode == 0:
                self.assertEqual(done.stdout.count("\n"), 300, f"with {megabytes} MB")
            else:
                self.assertEqual(done.returncode, 8, f"with {megabytes} MB: {done.stderr}")
                self.assertRegex(done.stderr, "memory", f"with {megabytes} MB")
        self.assertEqual(ends[2000], 0)
        self.assertGreater(sum(code != 0 for code in ends.values()), 0)

    def test_desk_with_little_memory(self):
        """It answers, says that it cannot, or ends with a clear line; what was told to be kept is."""
        self.add(100)
        told, ends, counts = [], {}, {}
        for megabytes in (2000, 400, 200, 80, 40, 20, 10, 5, 2, 0):
            desk = Desk(str(PROGRAM), self.program.database, home=self.path)
            size = self.size_of(desk.process.pid) + (megabytes << 20)
            resource.prlimit(desk.process.pid, resource.RLIMIT_AS, (size, size))
            with ThreadPoolExecutor(8) as pool:
                kept = [note for notes in pool.map(lambda n: self.notes_kept(desk, f"{megabytes} MB, {n}"), range(8)) for note in notes]
            told, counts[megabytes] = told + kept, len(kept)
            if desk.process.poll() is None:
                desk.process.terminate()
            ends[megabytes], said = desk.process.wait(20), desk.process.stderr.read()
            self.assertIn(ends[megabytes], (0, 8), f"with {megabytes} MB: {said}")
            if ends[megabytes] != 0:
                self.assertRegex(said, "^gegenprobe: there is not enough memory\n", f"with {megabytes} MB")
            desk.process.stderr.close()
        self.assertEqual((ends[2000], counts[2000]), (0, 80))
        # Which thread is short of it first decides whether it ends or cannot answer; without any, it ends.
        self.assertIn(8, ends.values())
        self.assertLess(min(counts.values()), 80)
        kept = {row[0] for row in self.program.rows("SELECT note FROM review")}
        self.assertEqual(set(told) - kept, set())
        self.is_well()

    @staticmethod
    def size_of(process):
        """In bytes, of its addresses."""
        return int(Path(f"/proc/{process}/statm").read_text().split()[0]) * resource.getpagesize()

    def notes_kept(self, desk, name):
        """Asks, and writes notes, until there is no answer or no memory. The notes that were told to be kept."""
        kept = []
        try:
            for number in range(10):
                note = f"{name}: {number}"
                if desk.get("/api/v1/claims?limit=200").status != 200:
                    break
                if desk.write("POST", "/api/v1/claims/1/review", {"decision": "accept", "note": note}).status != 200:
                    break
                kept.append(note)
        except (OSError, http.client.HTTPException, json.JSONDecodeError, TypeError):
            pass  # it died while it was asked, or its answer has no token in it
        return kept

    def test_two_writers(self):
        files = [self.file(f"{n}.jsonl", articles(150, 150 * n)) for n in range(3)]
        runs = [subprocess.Popen(self.program.command("add", file, "--quiet"), env=self.program.environment(), cwd=self.path,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for file in files]
        for run in runs:
            said = run.communicate()[1]
            self.assertEqual(run.returncode, 0, said)
        self.assertEqual(self.stored(), 450)
        self.is_well()

    def test_database_moved_away(self):
        self.add(20)
        desk = Desk(str(PROGRAM), self.program.database, home=self.path)
        self.assertEqual(desk.get("/api/v1/claims").status, 200)
        for file in self.path.glob("news.db*"):
            file.rename(self.path / f"moved-{file.name}")
        answer = desk.write("POST", "/api/v1/claims/1/review", {"decision": "accept"})
        self.assertEqual((answer.status, answer.json["title"]), (503, f"there is no database {self.program.database}"))
        self.assertFalse(self.program.database.exists(), "an empty one was made")
        desk.stop()
        self.one_clear_line(self.program.run("claims"), 6, "there is no database")
        self.program.database = self.path / "moved-news.db"
        self.is_well()
        self.assertEqual(self.stored(), 20)

    def test_clock_set_back(self):
        self.add(20)
        changed = articles(20).replace("Stellen weg", "Arbeitsplätze weg")
        done = self.program.run("add", self.file("changed.jsonl", changed), "--quiet", at="-400d")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("20 changed", done.stdout)
        self.assertEqual(self.program.rows("SELECT DISTINCT number FROM revision WHERE live"), [(2,)])
        self.is_well()


def main():
    global PROGRAM
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("parts", nargs="*", help="killed trouble; a test by Class.name")
    args = parser.parse_args()
    PROGRAM = Path(args.program).resolve()
    names = [part if "." in part else part.capitalize() for part in args.parts]
    loader = unittest.defaultTestLoader
    module = sys.modules[__name__]
    tests = loader.loadTestsFromNames(names, module) if names else loader.loadTestsFromModule(module)
    sys.exit(not unittest.TextTestRunner(verbosity=2).run(tests).wasSuccessful())


if __name__ == "__main__":
    main()
