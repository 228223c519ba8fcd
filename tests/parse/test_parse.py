"""The Doc: offsets, trees, names, and that no sentence depends on its neighbours."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from sumber.errors import ModelError
from sumber.parse import Encoder, model_hashes, parse
from sumber.parse.encoder import MODEL, MODELS, STATE_WIDTH, default_encoder
from sumber.parse.names import BROAD, broad_names, find_names
from sumber.parse.titles import Casing

NEWS = (
    "Yangon (AFP) - Kepala junta Myanmar Min Aung Hlaing bertemu Sergei Shoigu di Moskow.\n\n"
    'The Kremlin said: "We are ready."  Russia\'s minister left.\r\nEditor: Winarti\n\tBaca juga: Lima Kapal\n'
)
BLOCKS = [(0, 14, "dateline"), (15, 84, "paragraph"), (86, 147, "paragraph"), (149, 164, "byline"),
          (166, len(NEWS) - 1, "furniture")]  # fmt: skip


def check(doc: Doc, text: str) -> None:
    assert doc.text == text
    for token in doc:
        assert text[token.idx : token.idx + len(token)] == token.text
        assert token.lemma_ == token.lemma_.lower()
        assert token.lower_ == token.text.lower()
        assert (token.pos_ == "SPACE") == (not token.text.strip())
        assert (token.dep_ == "ROOT") == (token.head is token or token.head.i == token.i)
    for sentence in doc.sents:
        assert sum(token.dep_ == "ROOT" for token in sentence) == 1
        assert all(sentence.start <= token.head.i < sentence.end for token in sentence)
    for entity in doc.ents:
        assert entity.label_ in ("PER", "ORG", "LOC")
        assert entity.text == entity.text.strip()


def test_news() -> None:
    doc = parse(NEWS, BLOCKS, "id")
    check(doc, NEWS)
    names = {(entity.text, entity.label_) for entity in doc.ents}
    assert {("Min Aung Hlaing", "PER"), ("Sergei Shoigu", "PER"), ("Moskow", "LOC"), ("Yangon", "LOC")} <= names
    bertemu = next(token for token in doc if token.text == "bertemu")
    assert (bertemu.pos_, bertemu.dep_) == ("VERB", "ROOT")
    assert {token.text: token.dep_ for token in bertemu.children}["Kepala"] == "nsubj"
    starts = [sentence.start_char for sentence in doc.sents]
    assert all(edge in starts for edge in (0, 15, 86, 149))


def test_unread_blocks_are_one_sentence_without_names() -> None:
    doc = parse(NEWS, BLOCKS, "id")
    byline = [token for token in doc if 149 <= token.idx < 164 and token.pos_ != "SPACE"]
    assert {token.pos_ for token in byline} == {"X"}
    assert {token.head.i for token in byline} == {byline[0].i}
    assert not any(entity.start_char >= 149 for entity in doc.ents)


def test_names_are_trimmed_and_agree() -> None:
    words = ["(", "the", "UN", "'s", ")", "Jeremiah", "Tolongia", ",", "Tolongia", "Kompas.com", "Mali", "Mali", "Mali"]
    doc = Doc(spacy.blank("xx").vocab, words=words)
    found = [
        (0, 5, "ORG"),
        (5, 8, "PER"),
        (8, 9, "LOC"),
        (9, 10, "LOC"),
        (10, 11, "LOC"),
        (11, 12, "PER"),
        (12, 13, "LOC"),
    ]
    names = [(name.text, name.label_) for name in find_names(doc, found, "en")]
    assert names[:3] == [("UN", "ORG"), ("Jeremiah Tolongia", "PER"), ("Tolongia", "PER")]
    assert names[3:] == [("Kompas.com", "MEDIA"), ("Mali", "LOC"), ("Mali", "LOC"), ("Mali", "LOC")]


def test_places_count_together_when_mentions_disagree() -> None:
    doc = Doc(spacy.blank("xx").vocab, words=["Niger", "Niger", "Niger", "Niger", "Niger", "Sukhoi"])
    found = [(0, 1, "GPE"), (1, 2, "LOC"), (2, 3, "GPE"), (3, 4, "ORG"), (4, 5, "ORG"), (5, 6, "WEAPON")]
    names = find_names(doc, found, "en")
    assert [name.label_ for name in names] == ["GPE", "GPE", "GPE", "GPE", "GPE", "WEAPON"]
    assert [name.label_ for name in broad_names(doc, names)] == ["LOC"] * 5


def test_the_doc_keeps_names_of_all_kinds_and_the_states() -> None:
    doc = parse(NEWS, BLOCKS, "id")
    kinds = {(name.text, name.label_) for name in doc.spans["names"]}
    assert {("Min Aung Hlaing", "PER"), ("AFP", "MEDIA"), ("Moskow", "GPE"), ("Myanmar", "GPE")} <= kinds
    assert [(e.start, e.end) for e in doc.ents] == [(n.start, n.end) for n in doc.spans["names"] if n.label_ in BROAD]
    assert doc.tensor.shape == (len(doc), STATE_WIDTH)
    for token in doc:
        if token.idx < 147:
            assert doc.tensor[token.i].any() == (token.pos_ != "SPACE")
        elif 149 <= token.idx < 164:
            assert not doc.tensor[token.i].any()


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Pesawat itu jatuh, demikian dilansir dariReuters, Selasa (4/2).", "dariReuters", "MEDIA"),
        ("TENTARA SURIAH GEMPUR IDLIB, PBB SERUKAN GENCATAN SENJATA", "IDLIB", "GPE"),
        ("Ratusan pengungsi Rohingya mendarat di Aceh Timur.", "Rohingya", "NORP"),
        ("Russian forces fired Kalibr missiles at Odesa, the governor said.", "Russian", "NORP"),
        ("“Kami tidak menyerah, kata Abdul Karim Massoud kepada wartawan di Kabul.", "Abdul Karim Massoud", "PER"),
        ("Jet tempur Su-30SM jatuh di Belgorod.", "Su-30SM", "WEAPON"),
    ],
)
def test_names_that_news_needs(text: str, name: str, kind: str) -> None:
    doc = parse(text, [(0, len(text), "paragraph")], "en" if text.isascii() and " the " in text else "id")
    assert (name, kind) in {(span.text, span.label_) for span in doc.spans["names"]}


def test_a_headline_in_title_case_is_read_as_a_sentence() -> None:
    body = (
        "Polisi menembak massa di kota Lilongwe dan protes harga bahan bakar ricuh lagi hari itu, kata seorang dokter."
    )
    casing = Casing([body.replace(",", " ,").split()] * 3)
    title = ["Protes", "Harga", "BBM", "di", "Lilongwe", "Ricuh"]
    assert casing.restore(title) == ["Protes", "harga", "BBM", "di", "Lilongwe", "ricuh"]
    assert Casing([]).restore(title) == title


def test_attribution_tags() -> None:
    text = "The minister said that the army had killed nine civilians."
    doc = parse(text, [(0, len(text), "paragraph")], "en")
    roles = {token.text: token._.attr for token in doc}
    assert roles["minister"].endswith("source")
    assert roles["said"].endswith("cue")
    assert roles["killed"].endswith("content")
    assert [token.lemma_ for token in doc][2:9] == ["say", "that", "the", "army", "have", "kill", "nine"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_comes_back_whole(text: str) -> None:
    check(parse(text, [], "en"), text)


PARTS = [
    "Kata dia, ",
    "U.S. ",
    '"',
    "”",
    "\r\n",
    "\t",
    "  ",
    "\u00a0",
    "👩‍👩‍👧",
    "e\u0301",
    "\u200b",
    "a" * 300,
    "...",
    "Ｂ",
    "\u2028",
    "(",
    "\x85",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=14), st.integers(0, 9), st.integers(0, 9))
def test_odd_text_and_layout(parts: list[str], one: int, two: int) -> None:
    text = "".join(parts)
    low, high = sorted((min(one, len(text)), min(two * 7, len(text))))
    blocks = [(0, low, "dateline"), (low, high, "furniture"), (high, len(text), "paragraph")]
    check(parse(text, [block for block in blocks if block[0] < block[1]], "id"), text)


def test_a_sentence_does_not_depend_on_its_neighbours() -> None:
    sentences = [
        ["Kremlin", "membantah", "."],
        ["Min", "Aung", "Hlaing", "met", "Mr", "Shoigu", "in", "Moscow", "on", "Tuesday", "."],
        ["Ya"],
        [],
    ]
    encoder = default_encoder()
    together = encoder.encode(sentences)
    for words, reading in zip(sentences, together, strict=True):
        (alone,) = encoder.encode([words])
        assert alone.heads == reading.heads
        assert alone.names == reading.names
        assert np.array_equal(alone.states, reading.states)
        assert reading.states.shape == (len(words), 384)


def test_documents_are_read_the_same_in_any_order() -> None:
    texts = [NEWS[15:84], "The army shelled Idlib. Nine people died.", 'Kata dia, "kami siap."']

    def read(text: str) -> tuple[list[tuple[str, str, int]], list[tuple[int, int, str]], bytes]:
        doc = parse(text, [(0, len(text), "paragraph")], "id")
        names = [(name.start, name.end, name.label_) for name in doc.spans["names"]]
        return [(token.pos_, token.dep_, token.head.i) for token in doc], names, doc.tensor.tobytes()

    forward = [read(text) for text in texts]
    backward = [read(text) for text in reversed(texts)]
    assert forward == backward[::-1]
    assert forward == [read(text) for text in texts]


def test_a_very_long_sentence_is_read() -> None:
    text = "kata " * 700
    check(parse(text, [(0, len(text), "paragraph")], "id"), text)


def test_hashes_name_the_loaded_model() -> None:
    assert set(model_hashes().values()) == {default_encoder().digest}


def test_a_changed_model_is_refused(tmp_path: Path) -> None:
    shutil.copy(MODELS / "models.json", tmp_path)
    folder = tmp_path / MODEL
    folder.mkdir()
    for name in json.loads((MODELS / "models.json").read_text())[MODEL]:
        (folder / name).write_text("{}")
    with pytest.raises(ModelError, match="reinstall"):
        Encoder.load(folder)
    with pytest.raises(ModelError, match="does not name"):
        Encoder.load(tmp_path / "nothing" / "here")
