"""Who did what a passive leaves unsaid, and deeds that name nobody at all."""

from __future__ import annotations

import pytest

from sumber.model import Document, Event, Record
from sumber.pipeline import code_document


def _coded(text: str, lang: str) -> Record:
    return code_document(Document("d", text, lang=lang, plain=True, published="2024-05-03"))


def _event(record: Record, words: str) -> Event:
    return next(one for one in record.events if words in record.text[one.trigger.start : one.trigger.end])


def _sectors(record: Record, ids: tuple[str, ...]) -> list[str | None]:
    return [actor.sectors[0] if actor.sectors else None for actor in record.actors if actor.id in ids]


@pytest.mark.parametrize(
    ("lang", "text", "words", "sectors"),
    [
        (  # who is asked to free them holds them
            "id", "Komnas HAM mendesak Polda Riau membebaskan lima nelayan yang ditahan.", "ditahan", ["COP"],
        ),
        (  # the force at work, also where things are taken
            "id", "Polisi Kenya menggerebek gudang dan menangkap tiga pedagang. Ratusan senjata ikut disita.",
            "disita", ["COP"],
        ),
        (  # who took them lets them go
            "en", "Police in Lima arrested 14 teachers on Monday. Eight of the teachers were released a day later.",
            "released", ["COP"],
        ),
        (  # a fight of two sides
            "id", "Kontak tembak pecah antara prajurit TNI dan kelompok kriminal bersenjata (KKB) di Papua, Minggu. "
            "Seorang prajurit TNI tertembak di leher.", "tertembak", ["REB"],
        ),
        (  # who threatens it will do it
            "id", "Pesawat sipil akan ditembaki bila tetap mengangkut tentara, kata juru bicara pemberontak Mali.",
            "ditembaki", ["REB"],
        ),
    ],
)  # fmt: skip
def test_the_text_before_says_who_did_it(lang: str, text: str, words: str, sectors: list[str]) -> None:
    record = _coded(text, lang)
    event = _event(record, words)
    assert _sectors(record, event.actors) == sectors


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "Two ministers met in Lima on Monday. A journalist was arrested in the north of Peru.", "arrested"),
        (  # elsewhere somebody else does it
            "en",
            "Police in Nairobi, Kenya, arrested three traders.\n\nThe traders sold cloth.\n\nThe market is old."
            "\n\nTwo Ugandan teachers were detained last week.",
            "detained",
        ),
        (  # two forces at work: a doubt
            "en", "The army shelled the town. Police beat protesters in the capital of Mali. A teacher was arrested.",
            "arrested",
        ),
    ],
)  # fmt: skip
def test_a_doubt_leaves_it_open(lang: str, text: str, words: str) -> None:
    assert _event(_coded(text, lang), words).actors == ()


def test_what_is_burnt_did_not_burn_itself() -> None:
    record = _coded("Kedutaan Besar Prancis di Niamey dibakar pada Senin.", "id")
    event = _event(record, "dibakar")
    assert event.actors == ()


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "Riots broke out in Leicester after the ruling.", "PROTEST"),
        ("en", "Clashes broke out in Port Sudan on Monday.", "ASSAULT"),
        ("id", "Unjuk rasa pecah di puluhan kota pada Sabtu.", "PROTEST"),
        ("en", "Protests are important for democracy.", None),
        ("id", "Unjuk rasa itu penting bagi demokrasi.", None),
    ],
)
def test_what_breaks_out_somewhere_is_told_though_nobody_is_named(lang: str, text: str, kind: str | None) -> None:
    assert [event.type for event in _coded(text, lang).events] == ([kind] if kind else [])


def test_what_all_sign_is_about_nobody_told_of_before() -> None:
    text = "Israel threatened to strike Beirut.\n\nThe agreement was signed in Abuja on Tuesday by Nigeria and Niger."
    assert _event(_coded(text, "en"), "signed").recipients == ()
