"""The way the words came: media between source and page, nearest to the reader first."""

from __future__ import annotations

import pytest

from tests.says.conftest import Says


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ('"Kami siap," kata Menteri Ahmed, dikutip Reuters.', ("Reuters",)),
        ('"Kami siap," kata Menteri Ahmed dalam pidato yang disiarkan ORTM dan dilansir AFP, Sabtu.', ("AFP", "ORTM")),
        (
            "Menteri Ahmed mengatakan perbatasan ditutup, seperti dikutip Reuters dari kantor berita negara.",
            ("Reuters", "kantor berita negara"),
        ),
        ('"Kota itu tenang," kata Gubernur Kamissoko kepada AFP.', ("AFP",)),
        (
            '"Kota itu tenang," kata Gubernur Kamissoko kepada radio RFI, sebagaimana dikutip Al Jazeera.',
            ("Al Jazeera", "RFI"),
        ),
        ("Dilansir dari Reuters, Menteri Lee mengatakan bahwa pasukan akan ditarik.", ("Reuters",)),
        ("Dua orang tewas di Mali, kata kementerian dalam satu pernyataan, lapor Reuters.", ("Reuters",)),
        ('"Kami kuat," kantor berita Rusia TASS mengutip pernyataan Jenderal Sein Lwin.', ("TASS",)),
        (
            "Menurut kantor berita Kyodo, yang mengutip sumber diplomatik, Tokyo akan memanggil duta besar itu.",
            ("Kyodo",),
        ),
        ('"Kami siap," kata Menteri Ahmed kepada wartawan dalam jumpa pers.', ()),
        ("Dilansir AFP, BBC, dan CNN, Menteri Lee mengatakan pasukan akan ditarik.", ()),
    ],
)
def test_indonesian(says: Says, text: str, via: tuple[str, ...]) -> None:
    assert [said.via for said in says(text, "id")] == [via]


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("The blast killed six people, the governor told Al Jazeera.", ("Al Jazeera",)),
        ("South Africa will mediate, a minister told the state broadcaster SABC.", ("SABC",)),
        (
            '"We are tired," the bishop said in a message aired by Radio Sabana and cited by EFE.',
            ("EFE", "Radio Sabana"),
        ),
        ("The envoy warned in an interview with Geo News that the truce was fragile.", ("Geo News",)),
        ("Reuters, citing two people in the palace, reported that the king was ill.", ("Reuters",)),
        ('"He was a good boy," his mother told reporters outside the court.', ()),
        ("The king was ill, his office said in a statement on its website.", ()),
    ],
)
def test_english(says: Says, text: str, via: tuple[str, ...]) -> None:
    assert [said.via for said in says(text, "en")] == [via]


def test_who_is_quoted_is_the_source_and_the_medium_a_hop(says: Says) -> None:
    (said,) = says("Kantor berita Xinhua melaporkan, mengutip polisi setempat, bahwa lima orang tewas.", "id")
    assert said.source == "polisi setempat"
    assert said.via == ("Xinhua",)
    assert "lima orang tewas" in said.content


def test_a_medium_that_quotes_nobody_is_the_source(says: Says) -> None:
    (said,) = says("Gunung itu meletus dua kali, tulis The Shire Times.", "id")
    assert said.source == "The Shire Times"
    assert said.via == ()


def test_the_outlet_is_no_hop_of_its_own_chain(says: Says) -> None:
    text = '"Kami pulang," kata Menteri Ahmed kepada AFP, dilansir Warta Delta.'
    (said,) = says(text, "id", outlet="Warta Delta")
    assert said.via == ("AFP",)


def test_a_single_credit_counts_for_what_names_no_medium(says: Says) -> None:
    text = "Menteri Ahmed mengatakan pasukan akan ditarik. Gubernur Sow berkata kepada BBC bahwa kota aman.\n(AFP/DWI)"
    first, second = says(text, "id", credits=("AFP",))
    assert first.via == ("AFP",)
    assert second.via == ("BBC",)


def test_two_credits_settle_nothing(says: Says) -> None:
    text = "Menteri Ahmed mengatakan pasukan akan ditarik.\nSumber: INA, AFP"
    assert [said.via for said in says(text, "id", credits=("INA", "AFP"))] == [()]


def test_the_closing_sentence_carries_the_one_before(says: Says) -> None:
    text = (
        "Sembilan orang tewas dalam serangan udara itu. Demikian dilaporkan televisi Al-Masirah, yang dikutip Reuters."
    )
    (said,) = says(text, "id")
    assert said.source == "televisi Al-Masirah"
    assert said.content.startswith("Sembilan orang")
    assert said.via == ("Reuters",)


def test_hops_know_their_place(says: Says) -> None:
    text = '"Kami siap," kata Menteri Ahmed, dikutip kantor berita Yonhap.'
    (said,) = says(text, "id")
    (hop,) = said.raw.via
    assert text[hop.start : hop.end] == hop.name == "Yonhap"


def test_the_medium_in_a_relative_clause_passes_words_on(says: Says) -> None:
    text = "Kapal itu tiba di Dhaka pada Senin, dilansir dari Reuters yang mengutip keterangan seorang perwira senior."
    (said,) = says(text, "id")
    assert said.source == "seorang perwira senior"
    assert said.content.startswith("Kapal itu tiba")
    assert said.via == ("Reuters",)


def test_a_name_with_a_small_article_is_whole(says: Says) -> None:
    (said,) = says("The port has closed, the newspaper Al-Rai al-Hurr reported, citing a senior diplomat.", "en")
    assert said.via == ("Al-Rai al-Hurr",)
