"""Evidence that takes two lines, or words that furniture shares with running text; and captions after `layout/`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sumber.layout import lay_out
from sumber.layout.lines import folded
from sumber.model import Document
from sumber.model.record import to_contract
from sumber.pipeline import code_document
from sumber.store import Store
from tests.layout.test_layout import BODY_EN, BODY_ID, kinds, lay

SIGNS = [
    "\r\n",
    "\n",
    "\n\n",
    "\x85",
    "\u2028",
    "\u200b",
    "\ufeff",
    "\u00ad",
    "e\u0301",
    "👩‍🚒",
    "🇮🇩",
    "\t",
    "\u00a0",
    " ",
]
WORDS = ["Polisi menangkap lima orang di Yangon pada Selasa pagi.", "Baca juga: Satu", "(AFP/DWI)", "JAKARTA, AFP -"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.sampled_from([*SIGNS, *WORDS]), st.text(max_size=5)), max_size=24), st.booleans())
def test_blocks_and_the_blanks_between_them_are_the_text(parts: list[str], plain: bool) -> None:
    text = "".join(parts)
    article = lay_out(Document(id="x", text=text, plain=plain), "id")
    pieces, end = [], 0
    for block in article.blocks:
        blank = text[end : block.start]
        assert not blank.strip()
        pieces += [blank, text[block.start : block.end]]
        end = block.end
    assert "".join([*pieces, text[end:]]) == text


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "Compiled by the United Nations, the list names forty officers accused of abuses."),
        ("en", "With agencies short of money, the camp has closed two of its five clinics."),
        ("en", "Written by a former general, the constitution bars monks from voting."),
        ("en", "Su Mon is a reporter who was held for two weeks in May."),
        ("en", "The editor of the paper, Nirosha Perera, was among those held."),
        ("id", "Tim SAR menemukan tiga jenazah."),
        ("id", "Tim dokter menolak berkomentar."),
    ],
)
def test_a_sentence_that_begins_like_a_byline_stays_text(lang: str, sentence: str) -> None:
    body = BODY_EN if lang == "en" else BODY_ID
    assert ("paragraph", sentence) in kinds(f"{body}\n\n{sentence}\n\n{body}", lang)


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Dana Lowe in Riverside; additional reporting by Sam Hart; editing by Ran Lee.",
        "— With a report from Dana Lowe",
        "Africa correspondent, Nairobi",
        "Story: D. Lowe",
        "(AFP, Riverside Courier/RL-2)",
        "(T.L014)",
    ],
)
def test_those_who_made_it(line: str) -> None:
    assert kinds(f"{BODY_EN}\n\n{line}", "en")[-1] == ("byline", line)


@pytest.mark.parametrize("title", ["Explainer: Why the river floods every year", "Tim SAR Temukan Tiga Jenazah"])
def test_a_headline_that_looks_like_furniture(title: str) -> None:
    assert kinds(f"{title}\n\n{BODY_EN}", "en")[0] == ("title", title)
    assert kinds(f"Police detain five people\n{title}\n\n{BODY_EN}", "en", title=title)[1] == ("title", title)


def test_a_link_with_a_label_is_no_headline_where_there_is_one() -> None:
    link = "Explainer: Why the river floods every year"
    assert kinds(f"Police detain five protesters\n{link}\n\n{BODY_EN}", "en")[1] == ("furniture", link)


def test_a_credit_alone_makes_the_sentence_above_it_a_caption() -> None:
    sentence, credit = "Lawmakers argue inside the tent where the vote was due to be held.", "Image Credit: AFP"
    page = f"Lawmakers scuffle over vote\n\n{sentence}\n{credit}\n\n{BODY_EN}\n\n{BODY_EN}"
    assert kinds(page, "en")[1:3] == [("caption", sentence), ("caption", credit)]
    # Without blank lines nothing shows where the picture's words end; a dateline is the article's beginning.
    assert ("paragraph", sentence) in kinds(page.replace("\n\n", "\n"), "en")
    assert ("paragraph", sentence) in kinds(page.replace(sentence, f"ABUJA, Nigeria (AP) — {sentence}"), "en")


def test_a_caption_below_its_credit() -> None:
    credit, sentence = (
        "KABARSORE/DIAN LESTARI",
        "Puluhan perahu mengepung sebuah kapal di perairan Natuna, Selasa (8/11).",
    )
    found = kinds(f"Nelayan Kepung Kapal\n{credit}\n{sentence}\n\nKABARSORE.COM, RANAI - {BODY_ID}")
    assert found[1:3] == [("caption", credit), ("caption", sentence)]


@pytest.mark.parametrize(
    ("head", "dateline"),
    [
        ("RIGA - June 18 (AFP) -", "RIGA - June 18 (AFP) -"),
        ("Kolombo, Kabarsore.com:", "Kolombo, Kabarsore.com:"),
        ("JAKARTA - Menteri Rusia -", "JAKARTA -"),
    ],
)
def test_where_a_dateline_ends(head: str, dateline: str) -> None:
    text = f"Lima Orang Ditangkap\n\n{head} {BODY_ID}"
    assert [words for kind, words in kinds(text) if kind == "dateline"] == [dateline]


def test_the_name_of_the_outlet_is_known_from_the_page() -> None:
    title = "Lima Orang Ditangkap Polisi"
    page = f"{title} - Suluh Sore\n{title}\nSuluh Sore\nDian Lestari - Suluh Sore Papua\n\n{BODY_ID}"
    assert kinds(page)[2:4] == [("furniture", "Suluh Sore"), ("byline", "Dian Lestari - Suluh Sore Papua")]
    assert kinds(f"Suluhsore.id › Berita\nLima Orang Ditangkap\n\n{BODY_ID}")[0][0] == "furniture"


def test_text_behind_a_related_link_is_not_lost() -> None:
    long = "Polisi menangkap lima orang. Baca juga: Satu Dua " + "Mereka dibawa ke kantor polisi di kota itu. " * 9
    assert kinds(f"{long.strip()}\n\n{BODY_ID}")[0] == ("paragraph", long.strip())


@pytest.mark.parametrize("heading", ["‘A foolish step’", "Seruan mogok", "BACKGROUND:"])
def test_crossheads(heading: str) -> None:
    assert ("title", heading) in kinds(f"{BODY_EN}\n\n{heading}\n\n{BODY_EN}", "en")


def test_a_sentence_in_quotes_is_no_crosshead() -> None:
    short = "Ia memakai kemeja.”"
    assert ("paragraph", short) in kinds(f"{BODY_ID}\n\n{short}\n\n{BODY_ID}")
    alone = "Once a week"
    assert ("furniture", alone) in kinds(f"{BODY_EN}\n\nADVERTISEMENT\n{alone}\nShare this\n\n{BODY_EN}", "en")


CAPTIONED = """Police detain five protesters in Yangon

Police arrested five protesters outside the palace in Yangon on Tuesday. (AFP/Dana Lowe)

YANGON, May 4 (AFP) - Police arrested five protesters in Yangon on Tuesday, a spokesman said.

They were released a day later, his deputy told reporters in the capital.
"""


def test_a_caption_can_be_found_but_reports_nothing_again(tmp_path: Path) -> None:
    assert lay(CAPTIONED, "en").blocks[1].kind == "caption"
    record: dict[str, Any] = dict(to_contract(code_document(Document("x", CAPTIONED, lang="en"))))
    arrests = [event for event in record["events"] if event["type"] == "COERCE"]
    assert [CAPTIONED[e["sentence"]["start"] :][:10] for e in arrests] == ["Police arr"]
    assert arrests[0]["sentence"]["start"] > CAPTIONED.index("YANGON, May 4")
    without = CAPTIONED.replace(CAPTIONED.split("\n\n")[1] + "\n\n", "")
    plain: dict[str, Any] = dict(to_contract(code_document(Document("y", without, lang="en"))))
    assert len(plain["events"]) == len(record["events"])
    assert len(plain["attributions"]) == len(record["attributions"])
    store = Store(str(tmp_path / "t.db"), create=True)
    store.write(record, "0" * 64)
    assert [row["id"] for row in store.search("palace", 5)] == ["x"]


@given(st.text(max_size=60))
def test_folding_keeps_letters_and_digits(words: str) -> None:
    assert folded(words) == "".join(sign for sign in words.casefold() if sign.isalnum())
