"""Where the chain of a claim ends."""

from __future__ import annotations

import pytest

from tests.says.conftest import Says


@pytest.mark.parametrize(
    ("text", "lang", "kind", "name"),
    [
        ('"Kota itu tenang," kata Gubernur Kamissoko kepada radio RFI, dikutip AFP.', "id", "speaker", "Kamissoko"),
        ("Kantor berita TASS melaporkan bahwa menteri itu tiba di Yangon.", "id", "medium", "TASS"),
        ("Tiga tentara dilaporkan tewas, menurut Reuters.", "id", "medium", "Reuters"),
        ("The governor told Al Jazeera that six people had died.", "en", "speaker", "governor"),
        ("It is believed that the rebels hold twelve hostages.", "en", "outlet", "Kabar Uji"),
    ],
)
def test_origin(says: Says, text: str, lang: str, kind: str, name: str) -> None:
    found = says(text, lang, outlet="Kabar Uji")
    assert found, "no attribution was found"
    origin = found[0].raw.origin
    assert origin is not None
    assert (origin.kind, name in (origin.name or "")) == (kind, True)


def test_a_pronoun_that_nobody_stands_for_names_no_origin(says: Says) -> None:
    (said,) = says('"Kami siap," katanya.', "id")
    assert said.raw.origin is not None
    assert (said.raw.origin.kind, said.raw.origin.name) == ("speaker", None)
