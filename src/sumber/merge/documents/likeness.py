"""How near two articles are in what they tell: weighted words, names and places, and the cosine between them.

The weight of a word is how rare the language model's own piece table says it is (a unigram model over some hundred
languages), so that it does not change when articles arrive: the stories of a corpus are then a function of its
documents alone, in whatever order they came.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping

from sumber.merge.actors.names import form
from sumber.merge.documents.prints import Contract
from sumber.parse import word_cost

Features = Mapping[str, float]

_WORD = re.compile(r"[^\W\d_]{3,}")
COMMON = 10.0  # nats of a word below which it says nothing of the subject
RARE = 18.0  # nats from which rarer is no more telling: a misspelt name is the rarest word of all
STEM = 7  # letters of a word that count: inflections of one word fall together
NAME_WEIGHT = 2.0
PLACE_WEIGHT = 1.5
STATE_WEIGHT = 0.7
TITLE_TIMES = 2
LANGUAGE_FREE = ("p:", "g:", "e:")
KEPT = 80  # features of an article


def features(record: Contract) -> Features:
    """What an article is about, as unit vector: feature → weight. ``w:`` words, ``p:`` names, ``g:`` places, ``e:``
    event types by day. The `KEPT` heaviest are kept."""
    found: dict[str, float] = {}
    for stem, (cost, count) in _words(record).items():
        if cost > COMMON:
            found[f"w:{stem}"] = (min(cost, RARE) - COMMON) * (1 + math.log(count))
    for name, weight in _names(record).items():
        found[name] = max(found.get(name, 0.0), weight)
    heaviest = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:KEPT]
    length = math.sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
    return {name: weight / length for name, weight in heaviest}


def likeness(a: Features, b: Features) -> float:
    """The cosine, from 0 to 1."""
    if len(b) < len(a):
        a, b = b, a
    return sum(weight * b[name] for name, weight in a.items() if name in b)


def free_likeness(a: Features, b: Features) -> float:
    """The cosine over what is the same in any language: names, places, events by day."""
    one, two = (_only_free(side) for side in (a, b))
    lengths = [math.sqrt(sum(weight * weight for weight in side.values())) for side in (one, two)]
    return likeness(one, two) / (lengths[0] * lengths[1]) if all(lengths) else 0.0


def _only_free(side: Features) -> dict[str, float]:
    return {name: weight for name, weight in side.items() if name[:2] in LANGUAGE_FREE}


def _words(record: Contract) -> dict[str, tuple[float, int]]:
    """Beginnings of words with the cost of the commonest form and how often they stand there."""
    found: dict[str, tuple[float, int]] = {}
    text = record["text"]
    for block in record["layout"]:
        times = {"title": TITLE_TIMES, "paragraph": 1}.get(block["kind"], 0)
        if times:
            for match in _WORD.finditer(text, block["start"], block["end"]):
                word = match.group().casefold()
                cost, count = found.get(word[:STEM], (math.inf, 0))
                found[word[:STEM]] = (min(cost, word_cost(word)), count + times)
    return found


def _names(record: Contract) -> dict[str, float]:
    found: dict[str, float] = {}
    for actor in record["actors"]:
        share = 1 + math.log(len(actor["mentions"]))
        if actor["kind"] in ("person", "organization") and (parts := form(actor["name"], actor["kind"])):
            found[f"p:{parts[-1] if actor['kind'] == 'person' else '-'.join(parts)}"] = NAME_WEIGHT * share
        elif actor["kind"] == "state" and actor["country"]:
            found[f"g:{actor['country']}"] = STATE_WEIGHT * share
    places = Counter(str(p["geonameid"]) for p in record["places"] if p["geonameid"] and p["precision"] != "country")
    found |= {f"g:{place}": PLACE_WEIGHT * (1 + math.log(count)) for place, count in places.items()}
    deeds = Counter(f"e:{e['type']}:{e['from']}" for e in record["events"] if e["from"] and e["from"] == e["to"])
    found |= {deed: 1 + math.log(count) for deed, count in deeds.items()}
    return {name: 4 * weight for name, weight in found.items()}  # words weigh up to a dozen nats
