"""Cheap variants of a sentence that news brings and the corpora lack: case, quotation marks, datelines."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache
from pathlib import Path

import yaml

from sumber.parse.spans import find_spans
from train.items import Item, repair_bio

_CITY_NAMES = """
Jakarta Surabaya Bandung Medan Makassar Jayapura Wamena Palu Ambon Kupang Aceh Yangon Naypyidaw Moskow Moscow
Washington London Paris Berlin Brussel Brussels Kairo Cairo Teheran Tehran Baghdad Damaskus Damascus Beirut Riyadh
Sanaa Aden Tripoli Khartoum Nairobi Lagos Abuja Bamako Niamey Kinshasa Addis_Ababa Mogadishu Kyiv Kiev Warsawa Warsaw
Ankara Istanbul Athena Athens Roma Rome Madrid Lisbon Tokyo Seoul Pyongyang Beijing Taipei Hong_Kong Hanoi Manila
Bangkok Phnom_Penh Kuala_Lumpur Singapura Singapore Dili Canberra Sydney New_Delhi Islamabad Kabul Dhaka Kolombo
Colombo Caracas Bogota Lima Havana Mexico_City Buenos_Aires Brasilia Managua Port-au-Prince Gaza Yerusalem Jerusalem
Ramallah Tel_Aviv Jenewa Geneva New_York Port_Moresby Suva Honiara
"""
_OUTLET_NAMES = """
Antara ANTARA AFP Reuters AP Xinhua TASS Kyodo DPA BBC CNN KOMPAS.com Kompas KOMPAS Tempo TEMPO.CO Republika
REPUBLIKA.CO.ID detik.com Liputan6.com Okezone.com VIVA.co.id Tribunnews.com Suara.com Merdeka.com Sindonews.com
JawaPos.com Bisnis.com Analisadaily.com MediaIndonesia.com Beritasatu.com Harian_Pagi Suara_Timur Lintas_Nusa
"""
_CITIES, _OUTLETS = _CITY_NAMES.split(), _OUTLET_NAMES.split()
_FORMS = (
    "{O}, {C} -",
    "{C}, {O} -",
    "{C} ({O}) -",
    "{C}, {O} –",
    "{C} ( {O} ) -",
    "{C} -",
    "{C} ({O}) —",
    "{C}, {O}.",
    "{C} , {O} --",
)
_CURLY = {"“": '"', "”": '"', "‘": "'", "’": "'"}


def vary(item: Item, chance: random.Random) -> Item:
    """The sentence, or with small probability a variant of it. Labels move with the words."""
    draw = chance.random()
    if draw < 0.04:
        item = replace(item, words=tuple(word.lower() for word in item.words))
    elif draw < 0.07:
        item = replace(item, words=tuple(word.upper() for word in item.words))
    if chance.random() < 0.15:
        item = _other_quotes(item)
    if not item.heads and not item.old_heads and not item.nominals and chance.random() < 0.07:
        item = _with_dateline(item, chance)
    if chance.random() < 0.05:
        item = leave_open(item)
    if chance.random() < 0.02:
        item = glue(item, chance)
    return item


def leave_open(item: Item) -> Item:
    """The sentence without its last closing quotation mark: news often forgets it."""
    closing = [i for i, word in enumerate(item.words) if word in ("”", '"', "''")]
    if len(closing) + sum(word in ("“", "``") for word in item.words) < 2:
        return item
    last = closing[-1] if closing else 0
    if last == 0 or last + 1 in (*item.heads, *item.old_heads):
        return item
    return _without(item, last)


def _without(item: Item, gone: int) -> Item:
    """The sentence without one word, on which no other hangs."""

    def moved(heads: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(head - (head > gone + 1) for i, head in enumerate(heads) if i != gone)

    rest = {
        name: repair_bio(kept) if name in ("names", "nominals", "roles") else kept
        for name in ("words", "pos", "deps", "old_pos", "old_deps", "names", "nominals", "roles", "glued")
        if (kept := tuple(value for i, value in enumerate(getattr(item, name)) if i != gone))
    }
    return replace(item, heads=moved(item.heads), old_heads=moved(item.old_heads), **rest)


def glue(item: Item, chance: random.Random) -> Item:
    """The sentence with a small word glued to the name that follows it, as links leave it: "dariReuters". Only where
    no tree or attribution is taught."""
    if item.pos or item.roles or item.nominals:
        return item
    starts = [first for first, _, _ in find_spans(item.names)
              if first and item.words[first - 1].islower() and item.words[first - 1].isalpha()]  # fmt: skip
    if not starts:
        return item
    at = chance.choice(starts)
    words, names = list(item.words), list(item.names)
    words[at - 1 : at + 1] = [words[at - 1] + words[at]]
    del names[at - 1]
    return replace(item, words=tuple(words), names=tuple(names))


def rename(item: Item, chance: random.Random) -> Item:
    """The sentence with one of its names exchanged: any name for a place, since news lets capitals speak and act, or an
    organisation for another. Only names of one or two words, and only for names as long, so that trees stay true."""
    spans = [span for span in find_spans(item.names) if span[1] - span[0] <= 2]
    if not spans or chance.random() > 0.3:
        return item
    first, last, label = chance.choice(spans)
    if label not in ("PER", "ORG", "ORG~", "LOC", "LOC~", "GPE"):
        return item
    kind = "ORG" if label in ("ORG", "ORG~") and chance.random() < 0.6 else "LOC"
    if label == "PER" and chance.random() < 0.5:
        return item
    fresh = chance.choice(_names()[kind, last - first])
    tag = kind + "~"
    words, names = list(item.words), list(item.names)
    words[first:last] = fresh
    names[first:last] = [f"B-{tag}", f"I-{tag}"][: last - first]
    return replace(item, words=tuple(words), names=tuple(names))


@cache
def _names() -> dict[tuple[str, int], list[list[str]]]:
    listed = yaml.safe_load(Path(__file__).with_name("names.yaml").read_text(encoding="utf-8"))
    table: dict[tuple[str, int], list[list[str]]] = {}
    for kind in ("LOC", "ORG"):
        for name in listed[kind]:
            table.setdefault((kind, len(name.split())), []).append(name.split())
    return table


def _other_quotes(item: Item) -> Item:
    if any(sign in word for word in item.words for sign in _CURLY):
        table = str.maketrans(_CURLY)
        return replace(item, words=tuple(word.translate(table) for word in item.words))
    words: list[str] = []
    opened = False
    for word in item.words:
        if word == '"':
            opened = not opened
            word = "“" if opened else "”"
        words.append(word.replace("'", "’"))
    return replace(item, words=tuple(words))


def _with_dateline(item: Item, chance: random.Random) -> Item:
    form = chance.choice(_FORMS)
    for sign in "(),.":
        form = form.replace(sign, f" {sign} ") if sign != "," else form.replace(",", " ,")
    words: list[str] = []
    names: list[str] = []
    for part in form.split():
        if part in ("{C}", "{O}"):
            said = chance.choice(_CITIES if part == "{C}" else _OUTLETS).replace("_", " ")
            if part == "{C}" and chance.random() < 0.5:
                said = said.upper()
            kind = "GPE" if part == "{C}" else "MEDIA"
            for place, word in enumerate(said.split()):
                words.append(word)
                names.append(("I-" if place else "B-") + kind)
        else:
            words.append(part)
            names.append("O")
    return replace(
        item,
        words=(*words, *item.words),
        names=(*names, *item.names) if item.names else (),
        roles=(*("O" for _ in words), *item.roles) if item.roles else (),
    )
