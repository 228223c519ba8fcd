"""The server as a process: where it listens, what it says, how it ends, whom it does not wait for."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from sumber.serve import server

COMMAND = [sys.executable, "-m", "sumber"]
Started = Callable[..., "Running"]


class Running:
    """A server that was started, with the port it tells."""

    def __init__(self, process: subprocess.Popen[str], port: int, line: str) -> None:
        self.process, self.port, self.line = process, port, line

    def get(self, path: str = "/api/meta") -> int:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=5)
        connection.request("GET", path)
        status = connection.getresponse().status
        connection.close()
        return status


@pytest.fixture
def start(store_path: str) -> Iterator[Started]:
    running: list[subprocess.Popen[str]] = []

    def started(*options: str) -> Running:
        command = [*COMMAND, "--store", store_path, "serve", "--no-browser", *options]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        running.append(process)
        assert process.stderr is not None
        line = process.stderr.readline()
        found = re.search(r":(\d+)/", line)
        return Running(process, int(found[1]) if found else 0, line)

    yield started
    for process in running:
        process.kill()
        process.communicate()


def test_port_0_takes_a_free_one_tells_it_and_ctrl_c_ends_it_at_once(start: Started) -> None:
    running = start("--port", "0")
    assert "the desk is open at http://127.0.0.1:" in running.line
    assert running.get() == 200  # it answers once it says so
    idle = socket.create_connection(("127.0.0.1", running.port))
    begun = time.monotonic()
    running.process.send_signal(signal.SIGINT)
    assert running.process.wait(10) == 0
    assert time.monotonic() - begun < 4
    idle.close()


def test_a_port_in_use_is_told_with_who_has_it(start: Started) -> None:
    first = start("--port", "0")
    second = start("--port", str(first.port))
    assert second.process.wait(10) == 1
    assert f"port {first.port} of 127.0.0.1 cannot be had" in second.line
    assert "another Sumber, with desk.db" in second.line


def test_garbage_and_silence_harm_nobody(start: Started) -> None:
    running = start("--port", "0")
    for garbage in (b"\x16\x03\x01\x00\xff" * 50, b"GET\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"A" * 100_000):
        with socket.create_connection(("127.0.0.1", running.port), timeout=5) as connection:
            connection.sendall(garbage)
            answer = connection.recv(1000)
            assert answer == b"" or answer.startswith((b"HTTP/1.1 400", b"HTTP/1.1 421"))
    silent = [socket.create_connection(("127.0.0.1", running.port)) for _ in range(50)]
    assert running.get() == 200
    for connection in silent:
        connection.close()


def test_other_machines_need_a_password(start: Started, tmp_path: Path) -> None:
    refused = start("--host", "0.0.0.0", "--port", "0")
    assert refused.process.wait(10) == 1
    assert "--password-file" in refused.line
    file = tmp_path / "pass.txt"
    file.write_text("kopi tubruk tanpa gula")
    file.chmod(0o600)
    running = start("--host", "0.0.0.0", "--port", "0", "--password-file", str(file))
    assert running.get() == 401
    assert running.get("/login") == 200


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--host", "no.such.host.invalid", "--password-file", "x"), "knows no such address"),
        (("--host", "0.0.0.0", "--password-file", "/nowhere/pass.txt"), "cannot be read"),
        (("--certificate", "x.pem"), "go together"),
        (("--certificate", "/nowhere/x.pem", "--private-key", "/nowhere/k.pem"), "cannot be used"),
    ],
)
def test_what_cannot_be_is_told_in_a_line(start: Started, options: tuple[str, ...], told: str) -> None:
    running = start("--port", "0", *options)
    assert running.process.wait(10) == 1
    assert told in running.line


def test_a_head_that_does_not_come_whole_is_not_waited_for(monkeypatch: pytest.MonkeyPatch, store_path: str) -> None:
    import threading

    from sumber.serve import ServeOptions, bind, make_app

    monkeypatch.setattr(server, "PATIENCE", 0.4)
    opened = threading.Event()
    listening = bind("127.0.0.1", 0)
    app = make_app(ServeOptions(store=store_path, coder="sari"))
    config = server.uvicorn.Config(app, http=server._Protocol, ws="none", log_level="warning", lifespan="off")
    running = server._Server(config, opened.set)
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    assert opened.wait(10)
    with socket.create_connection(listening.getsockname(), timeout=5) as slow:
        begun = time.monotonic()
        for letter in b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ":
            slow.sendall(bytes([letter]))
            time.sleep(0.02)
            if time.monotonic() - begun > 0.3:
                break
        assert slow.recv(10) == b""  # closed, though bytes kept coming
        assert 0.3 < time.monotonic() - begun < 2
    running.should_exit = True
    thread.join(10)
    assert not thread.is_alive()
