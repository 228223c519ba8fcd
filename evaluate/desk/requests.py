"""The requests whose time is measured: every route of the API that reads, alone and with each of its filters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import yaml

from sumber.store import Store

SAMPLED = 30  # documents, events, stories that requests ask for by turns
SEED = 3


@dataclass(frozen=True, slots=True)
class Ask:
    """A route with one filter. ``paths`` are taken by turns; each is whole, without its query. ``missing`` is what of
    the route nobody knows how to fill."""

    route: str
    filter: str
    paths: Sequence[str]
    query: Mapping[str, Any] = field(default_factory=dict)
    missing: str = ""

    @property
    def name(self) -> str:
        return f"{self.route} {self.filter}".strip()


def sample(path: str) -> dict[str, list[str]]:
    """Names of things in the store by their kind: documents, reports, events told by several, stories."""
    rng = Random(SEED)
    with Store(path) as store, store.corpus() as corpus:
        keys = rng.sample(corpus.documents.all_keys(), SAMPLED - 5)
        stories = corpus.documents.stories(None, None, [], 5)  # the largest ones
        keys += [story[1:] for story in stories]
        reports = [corpus.events.of_documents([key])[0] for key in keys]
        profiles = corpus.documents.profiles(keys)
        return {
            "document": keys,
            "report": reports,
            "event": list(corpus.events.merged(reports).values()),
            "story": [profiles[key]["story"] for key in keys],
            "claim": [f"{key}.s1" for key in keys],
        }


def asks(api: Mapping[str, Any], known: Mapping[str, list[str]]) -> Iterator[Ask]:
    """What to ask, by the description of the API (OpenAPI)."""
    values: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "filters.yaml").read_text(encoding="utf-8"))
    for route, operations in api["paths"].items():
        operation = operations.get("get")
        if operation is None or route in values["left_out"]:
            continue
        listed = operation.get("parameters", [])
        inside = [one for one in listed if one["in"] == "path"]
        kinds = [values["paths"].get(f"{route} {one['name']}", values["paths"].get(one["name"])) for one in inside]
        missing = ", ".join(one["name"] for one, kind in zip(inside, kinds, strict=True) if kind is None)
        if missing:
            yield Ask(route, "", [], missing=missing)
            continue
        names = [one["name"] for one in inside]
        paths = [route]
        if names:
            filled = [_choices(kind, known) for kind in kinds]
            paths = [_filled(route, names, row) for row in zip(*filled, strict=False)]
        needed = {
            one["name"]: _values(one, values, route, known)[0]
            for one in listed
            if one["in"] == "query" and one.get("required") and _values(one, values, route, known)
        }
        yield Ask(route, "", paths, needed)
        for one in listed:
            if one["in"] == "query":
                for value in _values(one, values, route, known):
                    yield Ask(route, f"{one['name']}={value}", paths, {**needed, one["name"]: value})


def _choices(kind: Any, known: Mapping[str, list[str]]) -> list[str]:
    return [str(one) for one in kind] if isinstance(kind, list) else known[kind]


def _filled(route: str, names: Sequence[str], row: Sequence[str]) -> str:
    for name, value in zip(names, row, strict=True):
        route = route.replace(f"{{{name}}}", value)
    return route


def _values(
    parameter: Mapping[str, Any], values: Mapping[str, Any], route: str, known: Mapping[str, list[str]]
) -> list[Any]:
    """What a filter is tried with: what is known by its name, else what its schema allows."""
    name = parameter["name"]
    for key in (f"{route} {name}", name):
        if key in values["query"]:
            return [_named(value, known) for value in values["query"][key]]
    schemas = [parameter["schema"], *parameter["schema"].get("anyOf", [])]
    for schema in schemas:
        if "enum" in schema:
            return list(schema["enum"])[:3]
        if schema.get("type") == "boolean":
            return ["true"]
        if name == "limit" and "maximum" in schema:
            return [schema["maximum"]]
    return []


def _named(value: Any, known: Mapping[str, list[str]]) -> Any:
    """A value; ``@report 1`` is the second report of the sample."""
    if not str(value).startswith("@"):
        return value
    kind, number = str(value)[1:].split()
    return known[kind][int(number)]
