"""Tokens and sentences: examples that fix the rules, and properties that hold for every text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sumber.parse import find_language, find_sentences, find_tokens


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in find_tokens(text)]


def sentences(text: str) -> list[str]:
    tokens = find_tokens(text)
    return [text[tokens[first][0] : tokens[last - 1][1]] for first, last in find_sentences(text, tokens)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia's army didn't.", "Russia|'s|army|did|n't|."),
        ("They’re here, aren’t they?", "They|’re|here|,|are|n’t|they|?"),
        ("cannot", "can|not"),
        ("undang-undang negaranya", "undang-undang|negaranya"),
        ("Rp2,1 triliun, US$5.5 juta, 50%", "Rp|2,1|triliun|,|US$|5.5|juta|,|50|%"),
        ("Rabu (23/6/2021), pukul 06.12 WIB.", "Rabu|(|23/6/2021|)|,|pukul|06.12|WIB|."),
        ("on 2021-06-22, ages 10-15", "on|2021-06-22|,|ages|10|-|15"),
        ("1.200 orang; No. 5.", "1.200|orang|;|No.|5|."),
        ("No. 1 adalah Jend. P. Kurniasih", "No.|1|adalah|Jend.|P.|Kurniasih"),
        ("the U.S. at 5 p.m.", "the|U.S.|at|5|p.m."),
        ("Analisadaily.com, Yangon - Kepala", "Analisadaily.com|,|Yangon|-|Kepala"),
        ("LENTERADUNIA.COM-Mali", "LENTERADUNIA|.|COM-Mali"),
        ("BAMAKO, LENTERADUNIA.COM - Mali", "BAMAKO|,|LENTERADUNIA.COM|-|Mali"),
        ("see https://x.org/a?b=1, a@b.co.id.", "see|https://x.org/a?b=1|,|a@b.co.id|."),
        ("F-16, COVID-19 dan 10-year-old", "F-16|,|COVID-19|dan|10-year-old"),
        ("Jum'at Ma'ruf O'Brien", "Jum'at|Ma'ruf|O'Brien"),
        ("senang 👍🏽👍🏽!!!", "senang|👍🏽👍🏽|!!!"),
        ("tunggu... “ya”", "tunggu|...|“|ya|”"),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert words(text) == expected.split("|")


@pytest.mark.parametrize(
    "text",
    [
        '"Kami siap. Kami akan datang," kata P. Kurniasih.|"Ya."|Dia pergi.',
        '"Mengapa?" tanya Dr. Sutrisno.|Ia diam.',
        "He lives in the U.S.|The man left at 5 p.m. on Monday.",
        "Sebanyak 1.200 orang (termasuk anak. Dan ibu) tewas.|Lainnya luka.",
        "They met Gen. Ivanov.|“No deal.”|Talks go on...|Then silence.",
        "Baris satu\n|baris dua",
        "Kombes Pol. Rudi menjelaskan.|Letjen Purn. A. S. Wirahadi hadir.",
        "Diatur dalam PMK.011/2007 tanggal 3 April.|Itu saja.",
        "(Foto: AFP/Karim Sahib).|“Kami siap.|Mereka tidak.",
        "1. Pertama itu.|2. Kedua itu.",
        "Kapal itu milik PT Laut Jaya Tbk. dan disita.",
        'It hit a "base." Officials said so.'.replace('" O', '"|O'),
    ],
)
def test_sentences(text: str) -> None:
    expected = [part.strip() for part in text.split("|")]
    assert sentences(text.replace("\n|", "\n").replace("|", " ")) == expected


def test_a_block_ends_a_sentence() -> None:
    text = "Jakarta - Presiden tiba"
    found = find_sentences(text, find_tokens(text), [(0, 9, "dateline"), (10, len(text), "paragraph")])
    assert found == [(0, 2), (2, 4)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Perkuat Militer Myanmar, Junta Berterima Kasih Pada Rusia", "id"),
        ("Polisi menembak demonstran", "id"),
        ("Gubernur Muthanna Mundur", "id"),
        ("Missile strike kills nine in Ukraine town as sides swap prisoners", "en"),
        ("Police shoot protesters", "en"),
        ("He said no.", "en"),
        ("Dia tidak datang.", "id"),
        ("", "id"),
    ],
)
def test_language(text: str, lang: str) -> None:
    assert find_language(text) == lang


@given(st.text(max_size=200))
def test_tokens_hold_all_but_blanks(text: str) -> None:
    tokens = find_tokens(text)
    at = 0
    for start, end in tokens:
        assert not text[at:start].strip()
        assert start < end
        assert not any(sign.isspace() for sign in text[start:end])
        at = end
    assert not text[at:].strip()


@given(st.text(alphabet="Aab1.,!?\"“”'() \n-…", max_size=120))
def test_sentences_cover_all_tokens_in_order(text: str) -> None:
    tokens = find_tokens(text)
    found = find_sentences(text, tokens)
    assert [i for first, last in found for i in range(first, last)] == list(range(len(tokens)))
    assert all(first < last for first, last in found)
