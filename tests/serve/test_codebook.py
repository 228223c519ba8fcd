"""The codebook over HTTP: pages, entries, and a sentence tried."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from sumber import codebook
from sumber.serve import trials
from sumber.tend import find_entries, pages
from sumber.tend.reasons import TEMPLATES
from sumber.what.lexicon import load_lexicon
from tests.serve.made_store import client_of


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with client_of(str(tmp_path_factory.mktemp("codebook") / "s.db")) as client:
        yield client


def test_every_file_of_the_codebook_is_a_page_with_entries() -> None:
    files = {name[:-5] for name, _ in codebook.files(codebook.package()) if name.endswith(".yaml")}
    assert {page.name for page in pages()} == files
    assert all(find_entries(page.name) for page in pages())


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_trigger_is_an_entry_with_its_example(lang: str) -> None:
    shown = {(entry.page, entry.name): entry for entry in find_entries()}
    for trigger in load_lexicon(lang).triggers:
        entry = shown[f"{lang}/triggers/{trigger.type.lower()}", trigger.rule]
        assert entry.example == trigger.example
        rows = {row.key: row.values for row in entry.rows}
        assert rows.get("modes", ()) == trigger.modes


def test_contents_name_the_pages_and_what_their_heads_say(client: TestClient) -> None:
    contents = client.get("/api/codebook").json()
    page = next(page for page in contents["pages"] if page["name"] == "id/triggers/assault")
    assert (page["lang"], page["subject"]) == ("id", "triggers/assault")
    assert page["about"].startswith("ASSAULT in Indonesian")
    assert contents["fingerprint"] == codebook.fingerprint()


def test_entries_are_found_by_all_words_and_paged(client: TestClient) -> None:
    def ask(**query: Any) -> dict[str, Any]:
        return dict(client.get("/api/codebook/entries", params=query).json())

    everywhere = ask(q="menangkap polisi")
    assert everywhere["total"] > 0
    for entry in everywhere["entries"]:
        text = str(entry).lower()
        assert "menangkap" in text
        assert "polisi" in text
    first = ask(page="id/cues", limit=100)
    second = ask(page="id/cues", limit=100, after=first["next"])
    names = [entry["name"] for entry in first["entries"] + second["entries"]]
    assert len(names) == first["total"] == len(find_entries("id/cues"))
    assert second["next"] is None
    assert ask(q="tidakadakatanya")["entries"] == []


@pytest.mark.parametrize("page", ["../settings", "id/triggers/../../errors", "/etc/passwd", "places/places.tsv", ""])
def test_only_pages_of_the_codebook_are_shown(client: TestClient, page: str) -> None:
    answer = client.get("/api/codebook/entries", params={"page": page})
    assert answer.status_code == 400
    assert "no page" in answer.json()["detail"]


def test_a_sentence_is_read_with_the_words_of_each_field(client: TestClient) -> None:
    text = "Polisi menangkap lima demonstran di Yangon, kata AAPP."
    answer = client.post("/api/codebook/try", json={"text": text, "lang": "id", "date": "2021-06-23"})
    assert answer.status_code == 200
    read = answer.json()
    fields = {field["field"]: field for field in read["events"][0]["fields"]}
    words = {name: [text[a:b] for a, b in field["spans"]] for name, field in fields.items()}
    assert words["what"] == ["menangkap"]
    assert words["actors"] == ["Polisi"]
    assert words["where"] == ["Yangon"]
    assert fields["where"]["value"]["country"] == "MMR"
    fired = [form for form in read["forms"] if form["outcome"] == "fired"]
    stopped = [form for form in read["forms"] if form["outcome"] == "stopped"]
    assert [form["rule"] for form in fired] == ["id/what/tangkap.coerce"]
    assert all(form["code"] in TEMPLATES for form in stopped)
    assert stopped[0]["why"] == TEMPLATES[stopped[0]["code"]].format(**stopped[0]["fill"])
    assert read["tokens"][1]["text"] == "menangkap"
    assert read["tokens"][read["tokens"][0]["head"]]["text"] == "menangkap"


@pytest.mark.parametrize(
    "body", [{}, {"text": ""}, {"text": "x" * 2_001}, {"text": "a", "lang": "fr"}, {"text": "a", "date": "2021-02-30"}]
)
def test_what_cannot_be_read_is_refused(client: TestClient, body: dict[str, Any]) -> None:
    assert client.post("/api/codebook/try", json=body).status_code == 422


def test_blanks_are_no_sentence(client: TestClient) -> None:
    answer = client.post("/api/codebook/try", json={"text": " \n "})
    assert (answer.status_code, "no sentence" in answer.json()["detail"]) == (422, True)


def test_one_sentence_is_read_at_a_time(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    held, begun = threading.Event(), threading.Event()

    def slow(*_args: Any) -> None:
        begun.set()
        held.wait(10)
        raise trials.BusyError("the first one has had its turn")

    monkeypatch.setattr("sumber.tend.try_text", slow)
    monkeypatch.setattr(trials, "PATIENCE", 0.05)
    first = threading.Thread(target=client.post, args=("/api/codebook/try",), kwargs={"json": {"text": "Satu."}})
    first.start()
    assert begun.wait(10)
    answer = client.post("/api/codebook/try", json={"text": "Dua."})
    held.set()
    first.join()
    assert answer.status_code == 503
    assert "another sentence" in answer.json()["detail"]
