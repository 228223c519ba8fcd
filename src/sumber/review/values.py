"""What a coder may write into a field: the shape of its value, and the codes that the ontology knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, get_args

from sumber.codebook import entries
from sumber.errors import ReviewError
from sumber.model import EVENT_TYPES
from sumber.model.event import Status
from sumber.tend.kinds import SECTORS
from sumber.what.plover import context_names, type_cards

LONGEST = 500  # characters of a name; longer ones are a mistake of the hand that marked
MOST = 100  # parties or counts of one event

STATUSES: tuple[str, ...] = get_args(Status)
KINDS = ("person", "organization", "group", "state")


@cache
def country_codes() -> frozenset[str]:
    """The countries that an actor or place can have, as ISO 3166-1 alpha-3 (KOS for Kosovo)."""
    return frozenset(entry["iso3"] for entry in entries("actors", "countries.yaml"))


def checked(field: str, value: Any) -> Any:
    """The value in the form in which it is kept. Raises ReviewError where it is not one of this field."""
    try:
        return _CHECKS[field](value)
    except (KeyError, TypeError, ValueError) as error:
        raise ReviewError(f"{field}: {_short(value)} is no value of this field ({error})") from error


def _what(value: Mapping[str, Any]) -> Any:
    kind = _one_of(value["type"], EVENT_TYPES)
    modes = [_one_of(mode, sorted(type_cards()[kind].modes)) for mode in _listed(value["modes"])]
    contexts = [_one_of(one, sorted(context_names())) for one in _listed(value["contexts"])]
    return {"type": kind, "modes": modes, "contexts": contexts}


def _status(value: Mapping[str, Any]) -> Any:
    flags = {name: _typed(value[name], bool) for name in ("background", "aggregate")}
    return {"status": _one_of(value["status"], STATUSES), **flags}


def _parties(value: Any) -> Any:
    return [_party(one) for one in _listed(value)]


def _party(value: Mapping[str, Any]) -> Any:
    country = value["country"]
    if country is not None:
        _one_of(country, country_codes())
    sectors = [_one_of(code, SECTORS) for code in _listed(value["sectors"])]
    return {
        "name": _name(value["name"]),
        "kind": _one_of(value["kind"], KINDS),
        "country": country,
        "sectors": sectors,
    }


def _when(value: Mapping[str, Any]) -> Any:
    begin, until = (_day(value[name]) for name in ("from", "to"))
    if begin and until and until < begin:
        raise ValueError("it ends before it begins")
    return {"from": begin, "to": until}


def _where(value: Mapping[str, Any] | None) -> Any:
    if value is None:
        return None
    country = value["country"]
    if country is not None:
        _one_of(country, country_codes())
    place = {"name": _name(value["name"]), "country": country, "geonameid": _whole(value["geonameid"])}
    latitude, longitude = _number(value["lat"], 90), _number(value["lon"], 180)
    return {**place, "lat": latitude, "lon": longitude, "precision": _word(value["precision"])}


def _how_many(value: Any) -> Any:
    return [_amount(one) for one in _listed(value)]


def _amount(value: Mapping[str, Any]) -> Any:
    low, high = _number(value["min"]), _number(value["max"])
    if low is not None and high is not None and high < low:
        raise ValueError("its highest is below its lowest")
    who = value["who"] if value["who"] is None else _name(value["who"])
    kind = _name(value["what"])
    return {"what": kind, "who": who, "min": low, "max": high, "approx": _typed(value["approx"], bool)}


def _said_by(value: Mapping[str, Any] | None) -> Any:
    if value is None:
        return None
    names = {name: [_name(one) for one in _listed(value[name])] for name in ("speakers", "via")}
    return {"speakers": names["speakers"], "stance": _word(value["stance"]), "via": names["via"]}


_CHECKS: Mapping[str, Callable[[Any], Any]] = {
    "what": _what,
    "status": _status,
    "actors": _parties,
    "recipients": _parties,
    "when": _when,
    "where": _where,
    "how_many": _how_many,
    "said_by": _said_by,
}


def _short(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= 80 else f"{shown[:77]}…"


def _one_of(value: Any, known: Any) -> Any:
    if not isinstance(value, str) or value not in known:
        raise ValueError(f"{_short(value)} is not known")
    return value


def _typed(value: Any, kind: type) -> Any:
    if not isinstance(value, kind):
        raise TypeError(f"{_short(value)} is not {kind.__name__}")
    return value


def _listed(value: Any) -> list[Any]:
    if not isinstance(value, list) or len(value) > MOST:
        raise TypeError(f"a list of at most {MOST} is wanted")
    return value


def _name(value: Any) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
        raise ValueError(f"a name of 1 to {LONGEST} characters is wanted")
    return " ".join(value.split())


def _word(value: Any) -> str | None:
    return None if value is None else _name(value)


def _day(value: Any) -> str | None:
    return None if value is None else date.fromisoformat(_typed(value, str)).isoformat()


def _whole(value: Any) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise TypeError("a whole number is wanted")


def _number(value: Any, most: float | None = None) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value or abs(value) == float("inf"):
        raise TypeError("a number is wanted")
    if most is not None and abs(value) > most:
        raise ValueError(f"{value} is more than {most}")
    if most is None and value < 0:
        raise ValueError("a count is not below 0")
    return value
