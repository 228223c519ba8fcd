"""The tables of this room: every pattern takes its example, every outlet is told from every other."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from sumber.codebook import entries
from sumber.layout import find_medium, lay_out
from sumber.layout.lines import folded
from sumber.layout.media import canonical, find_credited, is_domain, same_medium
from sumber.layout.phrases import phrases
from sumber.model import Document
from sumber.tend.kinds import LINE, OUTLET

LINES = [(lang, entry) for lang in ("id", "en") for entry in entries(lang, "layout.yaml")["lines"]]
SENTENCES = [
    ("id", "Baca buku adalah kegiatan yang disukai warga kota itu sejak lama, kata peneliti."),
    ("id", "Sumber diplomatik di Jenewa menyebut perundingan itu gagal pada hari kedua."),
    ("id", "Ikut dalam rombongan itu tiga menteri dan seorang utusan khusus dari Uni Eropa."),
    ("id", "Dilansir dari Reuters, pasukan mulai ditarik dari perbatasan pada Rabu pagi."),
    ("id", "Foto yang beredar menunjukkan rumah sakit itu rusak berat setelah serangan udara."),
    ("id", "Minggu (11/10/2020) sore, warga mulai kembali ke rumah masing-masing di desa itu."),
    ("id", "Editor surat kabar itu ditangkap polisi pada Senin malam di kantornya, kata pengacaranya."),
    ("en", "Follow-up talks are expected in Geneva next week, the ministry said in a statement."),
    ("en", "Related charges against the two officers were dropped last year, his lawyer said."),
    ("en", "By Monday evening, police had detained more than forty people, the group said."),
    ("en", "Photos released by the army showed a burnt bridge near the border with Chad."),
    ("en", "Sources close to the talks told Reuters that the deal could be signed in May."),
    ("en", "Share prices fell after the attack on the refinery, which halved its output."),
    ("en", "On March 3, 2021, at least 38 people were killed across the country, the U.N. said."),
]


@pytest.mark.parametrize(("lang", "entry"), LINES, ids=[entry["example"][:30] for _, entry in LINES])
def test_each_known_line_takes_its_example(lang: str, entry: dict[str, Any]) -> None:
    assert list(LINE.faults(entry)) == []
    assert re.compile(entry["pattern"], re.IGNORECASE).fullmatch(entry["example"])
    assert lay_out(Document(id="x", text=entry["example"]), lang).blocks[0].kind == entry["kind"]


@pytest.mark.parametrize(("lang", "sentence"), SENTENCES)
def test_sentences_that_begin_like_furniture_stay_text(lang: str, sentence: str) -> None:
    text = f"{sentence}\n\nThe end of the text is here, as everyone could see.\n\n{sentence}\n"
    assert {block.kind for block in lay_out(Document(id="x", text=text), lang).blocks} == {"paragraph"}


def test_all_words_are_strings_in_both_languages() -> None:
    for lang in ("id", "en"):
        table = entries(lang, "layout.yaml")
        assert phrases(lang).related_alone
        for key, words in table.items():
            if isinstance(words, list) and key != "lines":
                assert all(isinstance(word, str) for word in words), key
    assert set(entries("id", "layout.yaml")) == set(entries("en", "layout.yaml"))


def test_outlets_keep_to_their_schema_and_are_told_apart() -> None:
    table = entries("outlets", "outlets.yaml")
    assert len(table["outlets"]) >= 150
    for entry in table["outlets"]:
        assert list(OUTLET.faults(entry)) == [], entry["name"]
        assert re.fullmatch("[A-Z]{3}", entry["country"])
    forms = Counter(
        form for entry in table["outlets"] for form in {folded(name) for name in (entry["name"], *entry["aliases"])}
    )
    assert not [form for form, count in forms.items() if count > 1]
    assert all(find_medium(name) for name in table["initials"].values())
    assert not [form for form in table["doubtful"] if not find_medium(form)]


def test_media_are_found_as_printed() -> None:
    for words, name in (
        ("KOMPAS.com", "Kompas"),
        ("detikNews", "detikcom"),
        ("AP", "Associated Press"),
        ("ANTARA", "Antara"),
    ):
        assert canonical(words) == name
    assert find_medium("antara") is None
    assert canonical("LENTERADUNIA.COM") == "Lenteradunia.com"
    assert find_credited("ANI") is None
    assert find_credited("ant") == find_medium("Antara")
    assert same_medium("Suluhnusantara.id", "Suluh Nusantara")
    assert not same_medium("Kabar Sore", "Kabar Pagi")
    assert is_domain("KABARSORE.CO.ID")
    assert not is_domain("Kabar Sore")
