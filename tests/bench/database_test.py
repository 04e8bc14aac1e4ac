#!/usr/bin/env python3
"""What scripts/bench-database makes has its full text and its counters, and an outlet of it can be forgotten."""
import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "scripts/bench-database"
WELL = ("file", "references", "full text", "newest", "counters")  # its words stand nowhere, as its texts are one line


def run(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(f"{' '.join(map(str, command))}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def check(program, file):
    told = run(program, "doctor", "--db", file)
    for part in WELL:
        if not re.search(rf"^{part} +well", told, re.MULTILINE):
            sys.exit(f"{part} is not well:\n{told}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    program = parser.parse_args().program
    with tempfile.TemporaryDirectory() as folder:
        file = f"{folder}/made.db"
        run(sys.executable, SCRIPT, file, "--claims", 20000, "--program", program)
        check(program, file)
        run(program, "forget", "--db", file, "Blatt 1")
        check(program, file)
        if '"Blatt 1"' in run(program, "articles", "--outlet", "Blatt 1", "--format", "jsonl", "--db", file):
            sys.exit("Blatt 1 is still there")


main()
