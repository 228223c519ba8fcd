"""Cheap variants of a sentence that news brings and the corpora lack: case, quotation marks, datelines."""

from __future__ import annotations

import random
from dataclasses import replace

from train.items import Item

_CITIES = (
    "Jakarta Surabaya Bandung Medan Makassar Jayapura Wamena Palu Ambon Kupang Aceh Yangon Naypyidaw Moskow Moscow Washington "
    "London Paris Berlin Brussel Brussels Kairo Cairo Teheran Tehran Baghdad Damaskus Damascus Beirut Riyadh Sanaa Aden "
    "Tripoli Khartoum Nairobi Lagos Abuja Bamako Niamey Kinshasa Addis_Ababa Mogadishu Kyiv Kiev Warsawa Warsaw Ankara "
    "Istanbul Athena Athens Roma Rome Madrid Lisbon Tokyo Seoul Pyongyang Beijing Taipei Hong_Kong Hanoi Manila Bangkok "
    "Phnom_Penh Kuala_Lumpur Singapura Singapore Dili Canberra Sydney New_Delhi Islamabad Kabul Dhaka Kolombo Colombo "
    "Caracas Bogota Lima Havana Mexico_City Buenos_Aires Brasilia Managua Port-au-Prince Gaza Yerusalem Jerusalem Ramallah "
    "Tel_Aviv Jenewa Geneva New_York Port_Moresby Suva Honiara"
).split()
_OUTLETS = (
    "Antara ANTARA AFP Reuters AP Xinhua TASS Kyodo DPA BBC CNN KOMPAS.com Kompas KOMPAS Tempo TEMPO.CO Republika "
    "REPUBLIKA.CO.ID detik.com Liputan6.com Okezone.com VIVA.co.id Tribunnews.com Suara.com Merdeka.com Sindonews.com "
    "JawaPos.com Bisnis.com Analisadaily.com MediaIndonesia.com Beritasatu.com Harian_Pagi Suara_Timur Lintas_Nusa"
).split()
_FORMS = ("{O}, {C} -", "{C}, {O} -", "{C} ({O}) -", "{C}, {O} –", "{C} ( {O} ) -", "{C} -", "{C} ({O}) —", "{C}, {O}.", "{C} , {O} --")
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
    if not item.heads and not item.nominals and chance.random() < 0.07:
        item = _with_dateline(item, chance)
    return item


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
            kind = "LOC" if part == "{C}" else "ORG"
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
