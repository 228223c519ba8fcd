"""Whether a file has the shape of the package's own file of that name: sections, tables, lists, kinds of value.

The package's file is the measure, so that a section added there is known here at once. Lists of entries are held to
their kind (`kinds.py`), lists of words to the kinds of value that the package's list holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sumber.tend.kinds import KINDS, Kind

#: (name of the entry or section, what is wrong)
Trouble = tuple[str, str]
LANGUAGES = ("id", "en")
_SHAPES = {dict: "a table (key: value)", list: "a list ([one, two])", str: "a word", int: "a number"}


def within_language(name: str) -> str:
    """The name of a file within its language's folder; others keep theirs."""
    folder, _, rest = name.partition("/")
    return rest if folder in LANGUAGES else name


def shape_troubles(name: str, value: Any, model: Any) -> Iterator[Trouble]:
    """What is wrong with the contents of a file, measured by the package's file of that name."""
    if value is None:
        return
    if type(value) is not type(model):
        yield "", f"must hold {_SHAPES[type(model)]}, as the package's own file does"
    elif isinstance(model, list):
        yield from _list(name, "", value, model)
    else:
        for section, content in value.items():
            if section not in model:
                yield str(section), f"is no section of this file; the sections are {', '.join(map(str, model))}"
            elif isinstance(model[section], list) and isinstance(content, list):
                yield from _list(name, str(section), content, model[section])
            else:
                yield from _value(str(section), content, [model[section]])


def _list(name: str, section: str, value: list[Any], model: list[Any]) -> Iterator[Trouble]:
    kind = KINDS.get((within_language(name), section))
    if kind is not None:
        yield from _entries(kind, value, section)
        return
    for item in value:
        yield from _value(section or "the list", item, model)


def _entries(kind: Kind, value: list[Any], section: str) -> Iterator[Trouble]:
    for entry in value:
        named = isinstance(entry, dict) and kind.name in entry
        for trouble in kind.faults(entry):
            yield str(entry[kind.name]) if named else section or "an entry", trouble


def _value(where: str, value: Any, models: list[Any]) -> Iterator[Trouble]:
    """A value must be of a kind that stands in its place in the package's file; a table's keys are open."""
    known = {type(model) for model in models}
    if type(value) not in known and models:
        if isinstance(value, bool) and str in known:
            yield where, f"{value} is no word here: put on, off, no and yes in quotation marks"
        else:
            yield where, f"{value!r} must be {' or '.join(sorted(_SHAPES.get(kind, kind.__name__) for kind in known))}"
        return
    inner = [model for model in models if type(model) is type(value)]
    if isinstance(value, list):
        for item in value:
            yield from _value(where, item, [part for model in inner for part in model])
    elif isinstance(value, dict):
        for key, part in value.items():
            same = [model[key] for model in inner if key in model]
            yield from _value(f"{where}.{key}", part, same or [part for model in inner for part in model.values()])
