"""The dossier is whole in one file, runs nothing, and shows machine and human side by side."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from sumber.errors import StoreError
from sumber.merge import merge_store
from sumber.share import dossier
from sumber.share.tables import table
from sumber.store import Store
from tests.merge.made_records import Fact, keep, key, report
from tests.share.made import make_store


class Page(HTMLParser):
    """What a browser would find: elements, text, what is marked."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.outside: list[str] = []
        self.marked: list[str] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.outside += [value or "" for name, value in attrs if name in ("src", "href") or name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.words += data
        if self.tags and self.tags[-1] == "mark":
            self.marked.append(data)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return make_store(tmp_path / "s.db")


def read(store: Store, name: str, lang: str = "en") -> Page:
    with store.corpus() as corpus:
        return Page(dossier(corpus, name, lang))


def test_it_shows_both_values_all_reports_and_the_history(store: Store) -> None:
    page = read(store, f"{key('copy')}.e1")
    assert "2024-05-01 – 2024-05-02" in page.words
    assert "2024-05-03" in page.words
    assert "Tempo" in page.words
    assert "Kompas" in page.words
    assert "ani" in page.words
    assert "mend" in page.words
    assert "arrested" in page.marked


def test_it_runs_and_fetches_nothing(store: Store) -> None:
    words = "<script>alert(1)</script> {a:Police} {t:arrested} {r:<img src=x onerror=alert(2)>} there."
    evil = Fact(words, type="COERCE")
    keep(store, report("evil", evil, title="</title><script>alert(3)</script>", outlet="<b>"))
    merge_store(store)
    page = read(store, f"{key('evil')}.e1")
    assert not {"script", "img", "link", "iframe", "b"} & set(page.tags)
    assert page.outside == []
    assert "alert(2)" in page.words


def test_both_languages_have_the_same_words(store: Store) -> None:
    words = table("dossier")
    assert set(words["en"]) == set(words["id"])
    assert "Menurut siapa" in read(store, f"{key('first')}.e1", "id").words
    with pytest.raises(StoreError, match="'fr'"):
        read(store, f"{key('first')}.e1", "fr")


def test_what_was_refused_has_none(store: Store) -> None:
    with pytest.raises(StoreError, match="refused"):
        read(store, f"{key('copy')}.e3")
