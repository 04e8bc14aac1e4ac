"""The whole server, started on a free port over a database of its own."""
import json
import os
import re
import socket
import subprocess
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def pytest_addoption(parser):
    parser.addoption("--program", default=str(ROOT / "build/release/app/gegenprobe"))


class Reply:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)


class NoRedirect(urllib.request.HTTPErrorProcessor):
    def http_response(self, request, response):
        return response


class Desk:
    """A running `gegenprobe serve`."""

    def __init__(self, program, database, *options, home=None):
        environment = {"PATH": os.environ["PATH"], "HOME": str(home or database.parent), "LC_ALL": "C.UTF-8"}
        environment |= {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
        self.process = subprocess.Popen(
            [program, "serve", "--db", str(database), "--port", "0", *options],
            stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment)
        line = self.process.stderr.readline()
        address = re.search(r"http://\S*:(\d+)/", line)
        assert address, line + self.process.stderr.read()
        self.port = int(address[1])
        self.opener = urllib.request.build_opener(NoRedirect)

    def ask(self, method, path, body=None, headers=None):
        data = json.dumps(body).encode() if body is not None and not isinstance(body, bytes) else body
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data, headers or {}, method=method)
        if data is not None and not request.has_header("Content-type"):
            request.add_header("Content-Type", "application/json")
        with self.opener.open(request, timeout=30) as answer:
            return Reply(answer.status, answer.headers, answer.read().decode("utf-8", "strict"))

    def get(self, path, **headers):
        return self.ask("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})

    def write(self, method, path, body=None, **headers):
        """As the page does: with the token."""
        headers.setdefault("X_Gegenprobe_Token", self.get("/api/v1/session", **headers).json["token"] or "")
        return self.ask(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})

    def raw(self, data, timeout=20):
        """Bytes as they are; what came back until the connection was closed."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=timeout) as connection:
            answer = b""
            try:
                connection.sendall(data)
            except (BrokenPipeError, ConnectionResetError):
                pass  # it had heard enough; what it answered can still be read
            try:
                while part := connection.recv(65536):
                    answer += part
            except ConnectionResetError:
                pass
            return answer

    def stop(self):
        self.process.terminate()
        assert self.process.wait(20) == 0


@pytest.fixture(scope="session")
def program(request):
    return request.config.getoption("--program")


def add(program, database, *words, text=None):
    done = subprocess.run([program, "add", "--db", str(database), "--quiet", *words], input=text, text=True,
                          capture_output=True)
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="session")
def database(program, tmp_path_factory):
    path = tmp_path_factory.mktemp("desk") / "news.db"
    add(program, path, *sorted(map(str, ROOT.glob("corpus/*/*/page.html"))))
    return path


@pytest.fixture(scope="session")
def desk(program, database):
    running = Desk(program, database)
    yield running
    running.stop()
