"""Countries and sectors: what says so, and where nothing does."""

from __future__ import annotations

import pytest

from tests.who.conftest import Found, Who


def _evidence(found: Found, words: str) -> str | None:
    span = found.one(words).country_evidence
    return found.text[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("lang", "text", "words", "country", "sectors", "evidence"),
    [
        ("id", "Polisi Malawi menembaki massa.", "Polisi Malawi", "MWI", ("COP",), "Malawi"),
        ("id", "Belasan tentara Mali tewas.", "Belasan tentara Mali", "MLI", ("MIL",), "Mali"),
        ("id", "Seorang diplomat Uni Eropa diusir.", "Seorang diplomat Uni Eropa", None, ("IGO",), None),
        ("id", "Utusan khusus PBB untuk Yaman tiba.", "Utusan khusus PBB untuk Yaman", None, ("IGO",), None),
        ("id", "Wakil Houthi menolak usul itu.", "Wakil Houthi", "YEM", ("REB",), "Houthi"),
        ("id", "Mantan presiden Peru ditangkap.", "Mantan presiden Peru", "PER", ("ELI", "GOV"), "Peru"),
        ("id", "Wakil menteri pertahanan Peru tiba.", "Wakil menteri pertahanan Peru", "PER", ("MIL",), "Peru"),
        ("id", "Sumber militer di New Delhi membantahnya.", "Sumber militer", "IND", ("MIL",), "New Delhi"),
        ("en", "Russian missiles hit a barracks.", "Russian missiles", "RUS", ("MIL",), "Russian"),
        ("en", "Peru's military intelligence denied it.", "Peru's military intelligence", "PER", ("SPY",), "Peru"),
        ("en", "An Indian army spokesman left.", "An Indian army spokesman", "IND", ("MIL",), "Indian"),
        ("en", "The Egyptian-led coalition left.", "The Egyptian-led coalition", "EGY", ("MIL",), "Egyptian-led"),
        ("en", "A former Kenyan minister was jailed.", "A former Kenyan minister", "KEN", ("ELI", "GOV"), "Kenyan"),
    ],
)  # fmt: skip
def test_a_phrase_says_its_country(
    who: Who, lang: str, text: str, words: str, country: str | None, sectors: tuple[str, ...], evidence: str | None
) -> None:
    found = who(text, lang)
    actor = found.one(words)
    assert (actor.country, actor.sectors) == (country, sectors)
    assert _evidence(found, words) == evidence


def test_a_state_is_one_actor_with_its_seat_and_its_adjective(who: Who) -> None:
    found = who("Rusia menolak usul itu. Moskow menuduh Kyiv. Kremlin bungkam.", "id")
    state = found.one("Rusia")
    assert (state.kind, state.country, state.sectors) == ("state", "RUS", ("GOV",))
    assert found.words(state) == ["Rusia", "Moskow", "Kremlin"]
    assert {m.how for m in state.mentions} == {"name", "metonym"}


def test_a_capital_behind_a_preposition_is_a_place(who: Who) -> None:
    found = who("Utusan Peru tiba di Moskow dan bertolak ke Paris, Senin.", "id")
    assert found.at("Moskow") == []
    assert found.at("Paris") == []


def test_another_seat_of_power_is_a_body_of_its_own(who: Who) -> None:
    actor = who("The Pentagon declined to comment on the raid.", "en").one("Pentagon")
    assert (actor.country, actor.sectors, actor.kind) == ("USA", ("MIL",), "organization")


ARTICLE = """Pemerintah Samoa Naikkan Harga BBM

APIA, Kabar Pasifik - Polisi membubarkan demonstran di Apia, Senin.

Menteri Energi Tavita Leota menolak mundur. Seorang diplomat mengecam kekerasan itu.
"""


def test_the_scene_gives_domestic_roles_their_country(who: Who) -> None:
    found = who(ARTICLE, "id", plain=False)
    police = found.one("Polisi")
    assert police.country == "WSM"
    assert police.rule == "id/who/organization.role.scene"
    assert _evidence(found, "Polisi") in ("APIA", "Samoa")
    assert found.one("Tavita Leota").country == "WSM"
    assert found.one("Seorang diplomat").country is None


def test_no_scene_where_two_countries_share_the_article(who: Who) -> None:
    text = "Peru dan Cile Saling Tuduh\n\nPeru menuduh Cile melanggar batas. Pemerintah membantah tuduhan itu.\n"
    assert who(text, "id", plain=False).one("Pemerintah").country is None


def test_bodies_of_the_tables(who: Who) -> None:
    found = who("Reuters mengutip ASEAN. Kelompok Houthi membantah laporan AFP.", "id")
    assert found.one("Reuters").sectors == ("JRN",)
    assert (found.one("ASEAN").country, found.one("ASEAN").sectors) == (None, ("IGO",))


def test_unknown_gunmen_and_numbers_of_people(who: Who) -> None:
    found = who("Pria bersenjata menembak 12 orang di Kaduna. Orang mengungsi.", "id")
    assert found.one("Pria bersenjata").sectors == ("UAF",)
    assert found.one("12 orang").kind == "group"
    assert found.at("Orang") == []


def test_anonymity_belongs_to_the_phrase(who: Who) -> None:
    found = who("Dua perwira yang minta dirahasiakan namanya membenarkan kabar itu.", "id")
    actor = found.one("Dua perwira yang minta dirahasiakan namanya")
    assert (actor.kind, actor.sectors) == ("group", ("MIL",))


def test_spans_and_ids_are_sound(who: Who) -> None:
    found = who(ARTICLE, "id", plain=False)
    ids = [actor.id for actor in found.actors]
    assert ids == [f"a{number}" for number in range(1, len(ids) + 1)]
    for actor in found.actors:
        assert actor.mentions
        assert list(actor.mentions) == sorted(actor.mentions, key=lambda m: (m.start, m.end))
        assert all(0 <= m.start < m.end <= len(found.text) for m in actor.mentions)
        assert all(role.of is None or role.of in ids for role in actor.roles)


@pytest.mark.parametrize("text", ["", "\n\n", "...", '"', "(AFP)", "Presiden", "nya"])
def test_next_to_nothing(who: Who, text: str) -> None:
    assert all(actor.mentions for actor in who(text, "id").actors)
    assert all(actor.mentions for actor in who(text, "en").actors)
