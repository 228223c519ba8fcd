"""A desk that runs as its users run it: `sumber serve` as a process, on a port of its own, which can be killed."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError

SUMBER = [sys.executable, "-c", "from sumber.cli import main; main()"]
PATIENCE = 30.0  # seconds until it answers


class Served:
    """``url`` is where it answers, also after it was started again."""

    def __init__(self, store: Path, coder: str = "sari") -> None:
        self.store = store
        self.coder = coder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        """Start it; done when it answers."""
        command = [*SUMBER, "--store", str(self.store), "serve", "--no-browser", "--port", str(self.port)]
        self._process = subprocess.Popen([*command, "--coder", self.coder], stderr=subprocess.PIPE)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                self.get("/api/meta")
                return
            except URLError:
                if self._process.poll() is not None:
                    break
                time.sleep(0.1)
        self.kill()
        raise RuntimeError("the desk did not open")

    def kill(self) -> None:
        """End it as a crash would."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def get(self, path: str) -> Any:
        """What the API answers, read as JSON where it is JSON."""
        return self._ask(path, None, self.coder)

    def post(self, path: str, body: Any, coder: str | None = None) -> Any:
        """What the API answers to a change."""
        return self._ask(path, body, coder or self.coder)

    def _ask(self, path: str, body: Any, coder: str) -> Any:
        data = None if body is None else json.dumps(body).encode()
        headers = {"x-sumber": "1", "x-sumber-coder": coder, "content-type": "application/json"}
        request = urllib.request.Request(self.url + path, data, headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                text = answer.read().decode()
                is_json = answer.headers.get_content_type() == "application/json"
        except HTTPError as error:
            raise AssertionError(f"{path}: {error.code} {error.read().decode()[:500]}") from error
        return json.loads(text) if is_json else text


def add(store: Path, *paths: str) -> None:
    """Code articles and keep them, as a user does."""
    subprocess.run([*SUMBER, "--store", str(store), "add", "--quiet", *paths], check=True)
