"""Search over HTTP: families of words, phrases, facets, marks, pages, and odd questions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.serve.made_store import article, client_of
from tests.store.conftest import make_record, sha

ARTICLES = (
    article("a", "id", "Ledakan itu menewaskan lima orang. Kejadian lain tidak ada.", outlet="Kabar Satu"),
    article("b", "id", "Lima orang ditewaskan milisi. Polisi diam.", outlet="Kabar Dua"),
    article("c", "id", "Tiga prajurit tewas di Mali.", outlet="Kabar Dua"),
    article("d", "en", "The ministers met in Geneva. An air strike hit a convoy.", outlet="The Post"),
    article("e", "en", "Their meetings ended. A strike in the air industry.", outlet="The Post"),
    article("f", "id", "Kedua menteri bertemu di Jenewa.", published=None, outlet=None),
    article("g", "id", "Pertemuan itu ditutup."),
    make_record("h"),
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with client_of(str(tmp_path_factory.mktemp("search") / "s.db"), ARTICLES) as client:
        yield client


def ask(client: TestClient, **query: Any) -> dict[str, Any]:
    answer = client.get("/api/search", params=query)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def found(client: TestClient, q: str, **query: Any) -> set[str]:
    keys = {sha(name)[:12]: name for name in "abcdefgh"}
    return {keys[hit["document"]] for hit in ask(client, q=q, **query)["hits"]}


@pytest.mark.parametrize("word", ["tewas", "menewaskan", "ditewaskan"])
def test_words_of_one_root_find_each_other(client: TestClient, word: str) -> None:
    assert found(client, word) == {"a", "b", "c"}
    assert set(ask(client, q=word)["families"][0]["forms"]) == {"tewas", "menewaskan", "ditewaskan"}


def test_both_languages_have_families(client: TestClient) -> None:
    assert found(client, "pertemuan") == found(client, "bertemu") == {"f", "g"}
    assert found(client, "meeting") == found(client, "meet") == {"d", "e"}


def test_families_can_be_left_out(client: TestClient) -> None:
    assert found(client, "tewas", stems=False) == {"c"}


def test_phrases_prefixes_choices_and_exclusions(client: TestClient) -> None:
    assert found(client, '"air strike"') == {"d"}
    assert found(client, "air strike") == {"d", "e"}
    assert found(client, "jenew*") == {"f"}
    assert found(client, "mali OR geneva") == {"c", "d"}
    assert found(client, "tewas -polisi") == found(client, "tewas NOT polisi") == {"a", "c"}


def test_the_sentence_is_shown_with_its_words_marked(client: TestClient) -> None:
    hit = ask(client, q="geneva met")["hits"][0]
    sentence = hit["sentence"]
    assert sentence["text"] == "The ministers met in Geneva."
    assert [sentence["text"][a:b] for a, b in sentence["marks"]] == ["met", "Geneva"]
    hit = ask(client, q="strike convoy")["hits"][0]
    assert (hit["sentence"]["text"], hit["sentence"]["start"]) == ("An air strike hit a convoy.", 29)


def test_a_hit_leads_to_the_event_of_its_sentence(client: TestClient) -> None:
    hit = ask(client, q="demonstran Yangon")["hits"][0]
    assert hit["event"] == f"{sha('h')[:12]}.e1"
    assert [hit["title"]["text"][a:b] for a, b in hit["title"]["marks"]] == ["demonstran"]


def test_facets_count_what_each_choice_would_leave(client: TestClient) -> None:
    page = ask(client, q="tewas OR meet", outlet="Kabar Dua")
    outlets = {row["value"]: row["count"] for row in page["facets"]["outlet"]}
    assert page["total"] == 2
    assert outlets == {"Kabar Dua": 2, "The Post": 2, "Kabar Satu": 1}
    assert page["facets"]["lang"] == [{"value": "id", "count": 2}]
    assert ask(client, q="polisi", type="COERCE", country="MMR", year="2021")["total"] == 1
    assert ask(client, q="polisi", type="AID")["total"] == 0


def test_pages_follow_each_other_and_hold_everything_once(client: TestClient) -> None:
    for order in ("best", "newest", "oldest"):
        keys: list[str] = []
        after = None
        while True:
            query = {"q": "tewas OR meet OR bertemu", "limit": 2, "order": order} | ({"after": after} if after else {})
            page = ask(client, **query)
            keys += [hit["document"] for hit in page["hits"]]
            after = page["next"]
            if after is None:
                break
        assert len(keys) == len(set(keys)) == page["total"] == 7
    assert client.get("/api/search", params={"q": "tewas", "after": "nowhere"}).status_code == 404


@pytest.mark.parametrize(
    ("typed", "note", "hits"),
    [
        ('"', "empty", 0),
        ('tewas "', "open_quote", 3),
        ('"air strike', "open_quote", 2),
        ('"air strike" convoy"', "open_quote", 1),
        ("tewas AND", "dangling", 3),
        ("OR tewas", "dangling", 3),
        ("tewas AND OR", "dangling", 3),
        ("(tewas)", "brackets", 3),
        ("-tewas", "only_not", 0),
        ("!!! ***", "empty", 0),
        ("NEAR(a b) title:x ^", "brackets", 0),
        ("kata " * 60, "too_long", 1),
    ],
)
def test_odd_questions_are_answered_and_explained(client: TestClient, typed: str, note: str, hits: int) -> None:
    page = ask(client, q=typed)
    assert note in page["notes"]
    assert page["total"] == hits


def test_new_articles_are_found_at_once(tmp_path: Path) -> None:
    path = str(tmp_path / "s.db")
    with client_of(path, ARTICLES[:1]) as client:
        assert ask(client, q="tewas")["total"] == 1
        client_of(path, ARTICLES[1:3])
        assert ask(client, q="tewas")["total"] == 3
