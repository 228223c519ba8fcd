"""Country words: names, adjectives, capitals, metonyms, and what only looks like them."""

from __future__ import annotations

import pytest

from sumber.where import find_country_words, lookup, state_of

ONE_WORD = [
    ("id", "Korsel", "KOR", "name"),
    ("id", "Pantai Gading", "CIV", "name"),
    ("id", "Republik Demokratik Kongo", "COD", "name"),
    ("id", "Sudan Selatan", "SSD", "name"),
    ("id", "Tiongkok", "CHN", "name"),
    ("id", "UEA", "ARE", "name"),
    ("id", "Wina", "AUT", "capital"),
    ("id", "Naypyidaw", "MMR", "capital"),
    ("id", "Gedung Putih", "USA", "metonym"),
    ("en", "Burma", "MMR", "name"),
    ("en", "Türkiye", "TUR", "name"),
    ("en", "Ivory Coast", "CIV", "name"),
    ("en", "Burmese", "MMR", "adjective"),
    ("en", "Filipino", "PHL", "adjective"),
    ("en", "Britons", "GBR", "adjective"),
    ("en", "Downing Street", "GBR", "metonym"),
    ("en", "Kosovo", "KOS", "name"),
    ("en", "Côte d\u2019Ivoire", "CIV", "name"),
]


@pytest.mark.parametrize(("lang", "word", "iso3", "kind"), ONE_WORD)
def test_a_word_alone(lang: str, word: str, iso3: str, kind: str) -> None:
    found = lookup(word, lang)
    assert found is not None
    assert (found.iso3, found.kind) == (iso3, kind)


IN_TEXT = [
    ("id", "Menlu AS bertemu menlu Korut di Hanoi.", ["AS", "Korut", "Hanoi"]),
    ("id", "Harga emas naik menjadi US$1.900, kata dia.", []),
    ("id", "Ia membayar dengan dolar AS dan berbahasa Inggris.", []),
    ("id", "Kapal China di Laut China Selatan.", ["China"]),
    ("id", "RUSIA DAN UKRAINA BERTUKAR TAWANAN", ["RUSIA", "UKRAINA"]),
    ("id", "as roda itu patah", []),
    ("id", "Tentara Guinea-Bissau dan Guinea Khatulistiwa.", ["Guinea-Bissau", "Guinea Khatulistiwa"]),
    ("en", "The U.S.-led coalition and Russian-backed rebels", ["U.S.", "Russian"]),
    ("en", "They told us about Russia's plan in English.", ["Russia"]),
    ("en", "It broke the Geneva Conventions, Latin American judges said.", []),
    ("en", "South Sudanese troops left Sudan.", ["South Sudanese", "Sudan"]),
    ("en", "Voters in Georgia chose a Senator; Atlanta was calm.", []),
    ("en", "Police in Georgia broke up a rally in Tbilisi.", ["Georgia", "Tbilisi"]),
]


@pytest.mark.parametrize(("lang", "text", "words"), IN_TEXT)
def test_words_in_text(lang: str, text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end, _ in find_country_words(text, lang)] == words


def test_sectors_and_dependencies() -> None:
    pentagon, greenland, abkhazia = (lookup(w, "en") for w in ("Pentagon", "Greenland", "Abkhazia"))
    assert pentagon is not None
    assert pentagon.sectors == ("MIL",)
    assert greenland is not None
    assert (greenland.iso3, greenland.territory) == ("DNK", "GRL")
    assert abkhazia is not None
    assert (abkhazia.iso3, abkhazia.sectors) == ("GEO", ("PRE",))
    assert state_of("GRL") == "DNK"
    assert state_of("FRA") == "FRA"
