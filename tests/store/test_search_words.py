"""Families of words, Porter's own samples, and a store of an older version that gets its families."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from sumber.store import Finder, Store
from sumber.store.search.passage import CLOSE, OPEN, best_passage, unmarked
from sumber.store.search.porter import porter
from sumber.store.search.vocabulary import family, insert_words, terms_of
from tests.store.conftest import make_record, sha

#: Each line is one family; no word may find one of another line.
INDONESIAN = """
tewas menewaskan ditewaskan tewasnya
temu bertemu pertemuan menemui ditemui menemukan temuan
serang menyerang diserang serangan penyerangan penyerang
tangkap menangkap ditangkap penangkapan tertangkap
tembak menembak ditembak penembakan menembaki tembakan tertembak
bunuh membunuh dibunuh pembunuhan pembunuh terbunuh
kirim mengirim dikirim pengiriman mengirimkan
mengungsi pengungsi pengungsian
kata mengatakan dikatakan katanya perkataan berkata
tahan menahan ditahan penahanan tahanan bertahan
pakai memakai dipakai pemakaian
menteri kementerian
polisi kepolisian
perdana
dana mendanai pendanaan
berita pemberitaan memberitakan
makan makanan memakan
bom mengebom pengeboman
laku memberlakukan diberlakukan pemberlakuan
"""
ENGLISH = """
kill kills killed killing killings
meet met meets meeting meetings
fight fought fighting fights
protest protests protesters protesting
arrest arrested arrests
attack attackers attacked
"""
SAMPLES = {
    "caresses": "caress", "ponies": "poni", "agreed": "agre", "plastered": "plaster", "sing": "sing",
    "conflated": "conflat", "hopping": "hop", "falling": "fall", "filing": "file", "happy": "happi", "sky": "sky",
    "relational": "relat", "digitizer": "digit", "decisiveness": "decis", "formaliti": "formal",
    "electriciti": "electr", "goodness": "good", "adjustable": "adjust", "adoption": "adopt", "probate": "probat",
    "rate": "rate", "cease": "ceas", "controll": "control", "roll": "roll", "generalizations": "gener",
}  # fmt: skip


@pytest.mark.parametrize(("word", "stem"), SAMPLES.items())
def test_stems_are_those_of_the_paper(word: str, stem: str) -> None:
    assert porter(word) == stem


@pytest.mark.parametrize(("lang", "families"), [("id", INDONESIAN), ("en", ENGLISH)])
def test_every_word_finds_its_family_and_no_other(tmp_path: Path, lang: str, families: str) -> None:
    lines = [line.split() for line in families.split("\n") if line]
    with Store(str(tmp_path / "s.db"), create=True) as store, store._engine.begin() as connection:
        for line in lines:
            insert_words(connection, lang, line)
        for line in lines:
            for word in line:
                assert set(family(connection, word, [lang])) == set(line), word


def test_an_older_store_gets_its_families(tmp_path: Path) -> None:
    path = str(tmp_path / "s.db")
    with Store(path, create=True) as store:
        store.write(make_record(), sha("satu"))
        with store._engine.begin() as connection:
            connection.execute(text("DROP TABLE stems"))
            connection.execute(text("PRAGMA user_version=4"))
    with Store(path) as store:
        assert Finder(store).find("penangkapan", {}).total == 1


def test_terms_are_folded_as_the_index_folds_them() -> None:
    assert terms_of("Café AL-Shabaab_x 2021 Ĳ") == {"cafe", "al", "shabaab", "x", "ij"}


def test_the_passage_is_the_sentence_with_most_words_and_not_the_title() -> None:
    marked = f"{OPEN}Judul{CLOSE} satu\nKata Gen. Min, {OPEN}judul{CLOSE} itu salah. Lain."
    words, marks = unmarked(marked)
    passage = best_passage(words, marks, "Judul satu")
    assert passage.text == "Kata Gen. Min, judul itu salah."
    assert [passage.text[a:b] for a, b in passage.marks] == ["judul"]


def test_a_passage_is_never_long() -> None:
    words = "kata " * 2000 + "temu " + "kata " * 2000
    at = words.index("temu")
    passage = best_passage(words, [(at, at + 4)])
    assert len(passage.text) <= 420
    assert passage.before
    assert passage.after
    assert [passage.text[a:b] for a, b in passage.marks] == ["temu"]
