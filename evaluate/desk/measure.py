"""A real server on loopback, asked as the pages ask it: milliseconds from request to the answer's last byte."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from evaluate.desk.requests import Ask, asks, sample

LIMIT = 150.0  # milliseconds that the 95th part in a hundred may take
FILES = 2  # answers, after the first, that a file to keep is measured by
HEADERS = {"x-sumber": "1", "x-sumber-coder": "sari"}

Figures = dict[str, float]


@contextmanager
def served(path: str) -> Iterator[str]:
    """A server over a store, for the time of a block: its address."""
    command = [sys.executable, "-m", "sumber", "--store", path, "serve", "--port", "0", "--no-browser"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        line = ""
        try:
            for line in process.stderr:
                found = re.search(r"http://[\w.:\[\]]+/", line)
                if found:
                    yield found[0].rstrip("/")
                    break
            else:
                raise RuntimeError(f"the server did not start: {line}")
        finally:
            process.terminate()
            process.wait(10)


def measure(path: str, rounds: int, only: str = "") -> dict[str, Figures]:
    """For each request, of routes that hold ``only``: the first answer, then p50, p95 and the longest of the next ones,
    how many bytes the largest has, how many were no answer (500, or a refusal of what the API says it takes), and
    whether it is a file to keep (CSV): that is no page's data, and may take its time."""
    known = sample(path)
    found: dict[str, Figures] = {}
    with served(path) as address, httpx.Client(base_url=address, headers=HEADERS, timeout=300) as client:
        for ask in asks(client.get("/api/openapi.json").json(), known):
            if only not in ask.route:
                continue
            if ask.missing:
                print(f"not measured: {ask.route} (nothing to fill {ask.missing} with)", file=sys.stderr)
                continue
            for one in filter(None, (ask, _following(client, ask))):
                found[one.name] = _figures(client, one, rounds)
                print(f"{one.name}: {found[one.name]}", file=sys.stderr, flush=True)
    return found


def is_too_slow(one: Figures) -> bool:
    """True where a page would have to wait."""
    return not one["download"] and one["p95"] > LIMIT


def _figures(client: httpx.Client, ask: Ask, rounds: int) -> Figures:
    taken: list[float] = []
    largest = failed = 0
    download = False
    for number in range(rounds + 1):
        if download and number > FILES:
            break
        begun = time.perf_counter()
        answer = client.get(ask.paths[number % len(ask.paths)], params=ask.query)
        taken.append((time.perf_counter() - begun) * 1_000)
        largest = max(largest, len(answer.content))
        failed += answer.status_code >= 400 and answer.status_code != 404
        download = "attachment" in answer.headers.get("content-disposition", "")
    first, rest = taken[0], sorted(taken[1:])
    return {
        "first": round(first, 1),
        "p50": round(rest[len(rest) // 2], 1),
        "p95": round(rest[min(len(rest) - 1, int(len(rest) * 0.95))], 1),
        "max": round(rest[-1], 1),
        "bytes": largest,
        "failed": failed,
        "download": download,
    }


def _following(client: httpx.Client, ask: Ask) -> Ask | None:
    """The page after the first, where the answer has one."""
    if "limit" in ask.filter or "after" in ask.query:
        return None
    answer = client.get(ask.paths[0], params=ask.query)
    if "json" not in answer.headers.get("content-type", "") or answer.status_code != 200:
        return None
    body = answer.json()
    after = next((body[name] for name in ("after", "next") if isinstance(body, dict) and body.get(name)), None)
    if after is None:
        return None
    return Ask(ask.route, f"{ask.filter} after=…".strip(), [ask.paths[0]], {**ask.query, "after": after})


def table(found: dict[str, Figures]) -> str:
    """A line a request, the slowest first."""
    head = f"{'milliseconds':60} {'first':>8} {'p50':>7} {'p95':>7} {'max':>7} {'kB':>7}"
    lines = [
        f"{name[:60]:60} {one['first']:8.1f} {one['p50']:7.1f} {one['p95']:7.1f} {one['max']:7.1f}"
        f" {one['bytes'] / 1000:7.1f}{'  TOO SLOW' if is_too_slow(one) else ''}"
        f"{'  FAILED' if one['failed'] else ''}"
        for name, one in sorted(found.items(), key=lambda item: -item[1]["p95"])
    ]
    return "\n".join([head, *lines])
