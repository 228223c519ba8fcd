"""Which reports tell one event, brought up to date for some documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sumber.merge.events.groups import Answer, Group, Link, Pair, group, pair_of
from sumber.merge.events.match import enough, is_same, judge
from sumber.merge.events.sights import Sight, block_keys, sights, unpacked
from sumber.store import Corpus, EventTables

NEARLY = 0.5  # points: two reports that lack no more than this are kept for a person to look at


def unite(corpus: Corpus, documents: Iterable[str], day: str) -> None:
    """Compare the reports of the documents (new ones, or whose story changed) with all others and group them again."""
    profiles = corpus.documents.profiles(documents)
    told: list[Sight] = []
    for key, profile in profiles.items():
        names = corpus.events.of_documents([key])
        if names:
            told += [unpacked(kept, profile["story"]) for kept in corpus.events.sights(names).values()]
        else:
            told += sights(key, corpus.documents.record(key), profile["story"])
    former = _companions(corpus.events, [sight.name for sight in told])
    corpus.events.put_reports(
        [{"name": sight.name, "document": sight.document, "sight": asdict(sight)} for sight in told],
        [(block, sight.name) for sight in told for block in dict.fromkeys(block_keys(sight))],
    )
    _relink(corpus.events, {sight.name: sight for sight in told})
    regroup(corpus.events, former | {sight.name for sight in told}, day)


def _companions(tables: EventTables, names: Sequence[str]) -> set[str]:
    """The reports that share an event with one of these: without their links they may part."""
    return set(tables.members(set(tables.merged(names).values())))


def _relink(tables: EventTables, told: Mapping[str, Sight]) -> None:
    pairs = {pair_of(a, b) for a, b in tables.neighbours(told)}
    others = {name for pair in pairs for name in pair} - set(told)
    known = {**_load(tables, others), **told}
    links, missed = [], []
    for a, b in sorted(pairs):
        verdict = judge(known[a], known[b])
        found = {"a": a, "b": b, "points": verdict.points, "reason": "; ".join(verdict.reasons)}
        lacking = round(enough(known[a], known[b]) - verdict.points, 3)
        if is_same(known[a], known[b], verdict):
            links.append(found)
        elif not verdict.against and lacking <= NEARLY:
            missed.append({**found, "lacking": lacking})
    tables.replace_links(told, links, missed)


def _load(tables: EventTables, names: Iterable[str]) -> dict[str, Sight]:
    return {name: unpacked(kept, kept["story"]) for name, kept in tables.sights(names).items()}


def regroup(tables: EventTables, seeds: Iterable[str], day: str) -> None:
    """Group all reports again that hang together with these; ids that are no more get tombstones."""
    names, links = _component(tables, seeds)
    known = _load(tables, names)
    decided = resolve_decisions(tables, known)
    before = tables.merged(names)
    groups = group(list(known.values()), links, decided)
    after = {member: found.id for found in groups for member in found.members}
    tables.set_merged({name: event for name, event in after.items() if before.get(name) != event})
    _bury(tables, before, after, groups, day)


def _component(tables: EventTables, seeds: Iterable[str]) -> tuple[set[str], list[Link]]:
    """All reports that links or decisions lead to from the seeds, with the links among them."""
    names: set[str] = set()
    links: dict[Pair, Link] = {}
    fresh = set(seeds)
    while fresh:
        names |= fresh
        found = {pair_of(row["a"], row["b"]): row for row in tables.links(fresh)}
        links |= {pair: Link(*pair, row["points"], row["reason"]) for pair, row in found.items()}
        reached = {name for pair in found for name in pair}
        reached |= {name for pair in decided_pairs(tables, fresh) for name in pair}
        fresh = reached - names
    return names, list(links.values())


def decided_pairs(tables: EventTables, names: Iterable[str]) -> dict[Pair, Answer]:
    """What people decided on pairs in which a document of these reports stands."""
    rows = tables.decisions({name.partition(".")[0] for name in names})
    if not rows:
        return {}
    return resolve_decisions(tables, _load(tables, tables.of_documents({row[side] for row in rows for side in "ab"})))


def resolve_decisions(tables: EventTables, known: Mapping[str, Sight]) -> dict[Pair, Answer]:
    """What people decided on these reports: the last answer of each pair. A report is found again by the words of its
    trigger, so that a decision outlives a new coding of the document."""
    by_document: dict[str, list[Sight]] = {}
    for sight in known.values():
        by_document.setdefault(sight.document, []).append(sight)
    found: dict[Pair, Answer] = {}
    for row in tables.decisions(by_document):
        one, other = (report_at(by_document.get(row[s], []), row[f"{s}_start"], row[f"{s}_end"]) for s in ("a", "b"))
        if one and other and one != other:
            pair = pair_of(one, other)
            found[pair] = row["answer"]
            if is_nothing(row):
                del found[pair]
    return found


def is_nothing(row: Mapping[str, Any]) -> bool:
    """A decision that only takes back what was said: as if nothing had been."""
    return row["answer"] == "unsure" and row.get("undoes") is not None


def report_at(reports: Sequence[Sight], start: int, end: int) -> str | None:
    """The report whose trigger overlaps the stretch most."""
    overlaps = [(min(end, one.end) - max(start, one.start), one.name) for one in reports]
    best = max(overlaps, default=(0, ""))
    return best[1] if best[0] > 0 else None


def _bury(
    tables: EventTables, before: Mapping[str, str], after: Mapping[str, str], groups: Sequence[Group], day: str
) -> None:
    reasons = {link.a: link.reason for found in groups for link in found.links}
    reasons |= {link.b: link.reason for found in groups for link in found.links}
    gone = sorted(set(before.values()) - set(after.values()))
    rows = []
    for event in gone:
        first = event[1:]
        if first in after:
            reason = reasons.get(first, "its reports were grouped anew")
            rows.append({"id": event, "merged_into": after[first], "reason": reason, "at": day})
    tables.bury(rows)
    tables.raise_up(set(after.values()))
