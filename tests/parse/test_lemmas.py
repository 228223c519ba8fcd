"""Lemmas of both languages."""

import pytest

from sumber.parse.lemmas import find_lemma

VERBS = """
said/say killed/kill met/meet denied/deny stopped/stop arrived/arrive launched/launch visited/visit
accused/accuse created/create defeated/defeat declared/declare fired/fire settled/settle expelled/expel
shelled/shell freed/free agreed/agree lying/lie dying/die urges/urge clashes/clash vetoes/veto has/have was/be
struck/strike shot/shoot bombing/bomb attacking/attack planned/plan promised/promise seized/seize
required/require bringing/bring trying/try offered/offer occurred/occur pledged/pledge voted/vote fled/flee
withdrew/withdraw died/die focuses/focus
"""
NOUNS = """
men/man gunmen/gunman countries/country troops/troop wives/wife crises/crisis viruses/virus news/news
attacks/attack hostages/hostage clashes/clash headquarters/headquarters series/series coaches/coach buses/bus
"""
INDONESIAN = """
Menurutnya/menurut sekutunya/sekutu bisakah/bisa marilah/mari apapun/apa hanya/hanya masalah/masalah
adalah/adalah meskipun/meskipun setelah/setelah masalahnya/masalah undang-undangnya/undang-undang
Hizbullah/hizbullah himpun/himpun langkah/langkah sekolah/sekolah
"""


@pytest.mark.parametrize(
    "pair",
    VERBS.split(),
)
def test_english_verbs(pair: str) -> None:
    form, base = pair.split("/")
    assert find_lemma(form, "VERB", "en") == base


@pytest.mark.parametrize(
    "pair",
    NOUNS.split(),
)
def test_english_nouns(pair: str) -> None:
    form, base = pair.split("/")
    assert find_lemma(form, "NOUN", "en") == base


def test_other_english_words() -> None:
    assert find_lemma("United", "PROPN", "en") == "united"
    assert find_lemma("n't", "PART", "en") == "not"
    assert find_lemma("worse", "ADJ", "en") == "bad"


@pytest.mark.parametrize(
    "pair",
    INDONESIAN.split(),
)
def test_indonesian(pair: str) -> None:
    form, base = pair.split("/")
    assert find_lemma(form, "NOUN", "id") == base
