"""Uploads over HTTP: received, lined up, coded in the background, resumed; and what is refused or harmless.

The coder is a stand-in that makes a record of each document by hand, so that no model is loaded.
"""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from sumber.errors import ReadError
from sumber.model import Document, Hints
from sumber.run import Outcome, intake
from sumber.serve import spool
from sumber.store import Store
from tests.serve.made_store import article, client_of

SEEN: list[Document] = []


def _coded(inputs: Iterable[Document | ReadError], *_how: Any, **_more: Any) -> Iterator[Outcome]:
    for item in inputs:
        if isinstance(item, ReadError):
            yield Outcome(item.uri, None, None, item.trouble)
        else:
            SEEN.append(item)
            record = article(item.id, item.lang or "id", item.text, uri=item.uri, outlet=item.outlet)
            yield Outcome(item.uri or item.id, item.sha256, record)


@pytest.fixture(autouse=True)
def _no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    SEEN.clear()
    monkeypatch.setattr(intake, "code_all", _coded)


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "s.db")


@pytest.fixture
def client(path: str) -> Iterator[TestClient]:
    with client_of(path) as client:
        yield client


def send(client: TestClient, name: str, data: bytes | str, **query: Any) -> dict[str, Any]:
    answer = client.post("/api/imports", params={"name": name, **query}, content=data)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def over(client: TestClient, ident: str) -> dict[str, Any]:
    """The job when it is over and the run it was in as well."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        job = client.get(f"/api/jobs/{ident}").json()
        if job["state"] in ("done", "failed", "cancelled") and client.get("/api/imports").json()["phase"] == "idle":
            return dict(job)
        time.sleep(0.02)
    raise AssertionError(f"still {job['state']}")


def test_a_text_is_coded_kept_and_merged(client: TestClient, path: str) -> None:
    job = send(client, "berita.txt", "Polisi menahan dua orang.", outlet=" Kabar  Uji ", date="2024-05-01", lang="id")
    done = over(client, job["id"])
    assert (done["state"], done["total"], done["kept"]) == ("done", 1, 1)
    assert (SEEN[0].outlet, SEEN[0].published, SEEN[0].lang, SEEN[0].id) == (
        "Kabar Uji",
        "2024-05-01",
        "id",
        "berita.txt",
    )
    with Store(path) as store, store.corpus() as corpus:
        assert store.count()[0] == 1
        assert corpus.documents.unmerged() == []


def test_lines_are_counted_and_their_troubles_told(client: TestClient) -> None:
    lines = [json.dumps({"id": str(n), "text": f"Teks {n}."}) for n in range(3)] + ["nonsense", '{"id": "x"}']
    done = over(client, send(client, "feed.jsonl", "\n".join(lines))["id"])
    assert (done["total"], done["kept"], done["failed"]) == (5, 3, 2)
    assert done["troubles"][0].startswith("feed.jsonl:4: is not JSON")
    assert done["troubles"][1] == "feed.jsonl:5: has no text"


def test_the_same_bytes_are_one_document(client: TestClient) -> None:
    over(client, send(client, "a.txt", "Satu kali.")["id"])
    done = over(client, send(client, "b.txt", "Satu kali.")["id"])
    assert (done["kept"], done["known"]) == (0, 1)


def test_packed_files_are_unpacked(client: TestClient) -> None:
    done = over(client, send(client, "feed.jsonl.gz", gzip.compress(b'{"id":"1","text":"Teks."}\n'))["id"])
    assert done["kept"] == 1


@pytest.mark.parametrize("name", ["../../etc/passwd.txt", "..\\..\\evil.txt", "/abs/evil.txt", "a\x00\x1b[31m.txt"])
def test_a_name_leads_nowhere(client: TestClient, path: str, name: str) -> None:
    before = {file.name for file in Path(path).parent.iterdir()}
    done = over(client, send(client, name, "Teks biasa saja.")["id"])
    assert done["kept"] == 1
    assert "/" not in done["name"]
    assert "\\" not in done["name"]
    assert done["name"].isprintable()
    new = {file.name for file in Path(path).parent.iterdir()} - before
    assert all(name.startswith("s.db") for name in new)
    assert not list((Path(f"{path}.imports")).iterdir())


@pytest.mark.parametrize(("name", "data"), [("..", b"x"), ("/", b"x"), ("a.txt", b"")])
def test_no_name_and_no_bytes_are_refused(client: TestClient, path: str, name: str, data: bytes) -> None:
    answer = client.post("/api/imports", params={"name": name}, content=data)
    assert answer.status_code == 400
    assert client.get("/api/imports").json()["jobs"] == []
    assert not list(Path(f"{path}.imports").glob("*"))


def test_what_is_too_large_is_refused_while_it_comes(
    client: TestClient, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spool, "LIMIT", 1_000)
    given = 0

    def endless() -> Iterator[bytes]:
        nonlocal given
        while given < 10_000:
            given += 300
            yield b"x" * 300

    answer = client.post("/api/imports", params={"name": "big.txt"}, content=endless())
    assert answer.status_code == 413
    assert "larger than" in answer.json()["detail"]
    assert not list(Path(f"{path}.imports").iterdir())


def test_the_first_byte_too_many_ends_an_upload(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "LIMIT", 1_000)
    with spool.Receiving(tmp_path, "big.txt", Hints()) as receiving:
        for _ in range(3):
            receiving.add(b"x" * 300)
        with pytest.raises(spool.TooLargeError):
            receiving.add(b"x" * 101)
    assert not list(tmp_path.iterdir())


def test_a_declared_size_is_refused_unread(client: TestClient) -> None:
    headers = {"content-length": str(spool.LIMIT + 1)}
    assert client.post("/api/imports", params={"name": "a.txt"}, content=b"x", headers=headers).status_code == 413


def test_scripts_of_a_page_are_no_text(client: TestClient) -> None:
    page = (
        "<html><head><title>Judul</title><script>alert('satu')</script></head><body onload='alert(2)'><article>"
        + "<p>Polisi menahan dua orang di Dili pada Selasa malam, kata seorang pejabat setempat kepada pers.</p>" * 3
        + "<img src=x onerror=alert(3)><script>alert('empat')</script></article></body></html>"
    )
    assert over(client, send(client, "a.html", page)["id"])["kept"] == 1
    assert "alert" not in SEEN[0].text


def test_bombs_and_endless_lines_cost_themselves_only(client: TestClient) -> None:
    bomb = gzip.compress(b"a" * 30_000_000)
    line = b'{"id":"1","text":"' + b"a" * 2_100_000 + b'"}\n{"id":"2","text":"Pendek."}\n'
    first, second = send(client, "bomb.jsonl.gz", bomb), send(client, "lines.jsonl", line)
    told = over(client, first["id"])
    done = over(client, second["id"])
    assert (told["kept"], told["failed"]) == (0, 1)
    assert "unpacks to more than" in told["troubles"][0]
    assert (done["kept"], done["failed"]) == (1, 1)


def test_what_another_server_left_is_gone_on_with(path: str, tmp_path: Path) -> None:
    folder = Path(f"{path}.imports")
    with client_of(path) as client:
        over(client, send(client, "lama.txt", "Sudah ada.")["id"])
    for name, text in (("lama.txt", b"Sudah ada."), ("baru.txt", b"Belum ada.")):
        with spool.Receiving(folder, name, Hints()) as receiving:
            receiving.add(text)
            receiving.finish()
    (folder / "half.part").write_bytes(b"Setengah")
    SEEN.clear()
    with client_of(path) as client:
        jobs = client.get("/api/imports").json()["jobs"]
        done = {job["name"]: over(client, job["id"]) for job in jobs}
    assert (done["lama.txt"]["known"], done["baru.txt"]["kept"]) == (1, 1)
    assert [document.id for document in SEEN] == ["baru.txt"]
    assert not list(folder.iterdir())


def test_a_job_can_be_cancelled_and_keeps_what_it_has(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def slowly(inputs: Iterable[Document | ReadError], *how: Any, **more: Any) -> Iterator[Outcome]:
        for outcome in _coded(inputs):
            time.sleep(0.05)
            yield outcome

    monkeypatch.setattr(intake, "code_all", slowly)
    lines = "\n".join(json.dumps({"id": str(n), "text": f"Teks {n}."}) for n in range(200))
    job = send(client, "feed.jsonl", lines)
    while not client.get(f"/api/jobs/{job['id']}").json()["kept"]:
        time.sleep(0.01)
    client.post(f"/api/jobs/{job['id']}/cancel")
    done = over(client, job["id"])
    assert done["state"] == "cancelled"
    assert 0 < done["kept"] < 200


def test_a_broken_run_is_told(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(inputs: Iterable[Document | ReadError], *how: Any, **more: Any) -> Iterator[Outcome]:
        next(iter(inputs))
        raise OSError("no room left")
        yield  # pragma: no cover

    monkeypatch.setattr(intake, "code_all", breaks)
    done = over(client, send(client, "a.txt", "Teks.")["id"])
    assert done["state"] == "failed"
    assert "no room left" in done["troubles"][0]
    assert "no room left" in client.get("/api/imports").json()["trouble"]


def test_pages_of_jobs(client: TestClient) -> None:
    idents = [send(client, f"{n}.txt", f"Teks {n}.")["id"] for n in range(3)]
    first = client.get("/api/imports", params={"limit": 2}).json()
    second = client.get("/api/imports", params={"limit": 2, "after": first["next"]}).json()
    assert [job["id"] for job in first["jobs"] + second["jobs"]] == idents[::-1]
    assert second["next"] is None
    assert client.get("/api/imports", params={"after": "nope"}).status_code == 404
    assert client.get("/api/jobs/nope").status_code == 404
    assert client.post("/api/jobs/nope/cancel").status_code == 404
