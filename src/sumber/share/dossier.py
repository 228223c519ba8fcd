"""An event in one HTML file that is readable without Sumber in ten years: its fields with machine and human values
side by side, every report with its words marked, the voices, the history of decisions, hashes. No script, nothing
fetched."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from html import escape

from sumber.errors import StoreError
from sumber.merge.views import view_event
from sumber.review.fields import FIELDS, field_spans
from sumber.review.fold import WHOLE
from sumber.review.standings import spot_of
from sumber.share.rows import shown
from sumber.share.tables import style, table
from sumber.share.told import Reader, ReportOf, Told, tell_one
from sumber.store import Corpus
from sumber.store.pack import Row
from sumber.store.rows import words


def dossier(corpus: Corpus, name: str, lang: str = "en") -> str:
    """The dossier of an event, called ``E…`` or by one of its reports ``DOC.eN``, as an HTML page. ``lang`` is that of
    its own words; the articles keep theirs. Raises StoreError where there is no such event, or none that stands."""
    if lang not in table("dossier"):
        raise StoreError(f"there is no dossier in {lang!r}; there is {', '.join(table('dossier'))}")
    event = view_event(corpus, name).id
    told = tell_one(event, Reader(corpus).read([event])[event])
    if told is None:
        raise StoreError(f"{name} was refused by a coder; what was refused has no dossier")
    say: dict[str, str] = table("dossier")[lang]
    judged = corpus.review.of_documents({one.document for one in told.reports})
    return _page(told, judged, say, lang)


def _page(told: Told, judged: Sequence[Row], say: dict[str, str], lang: str) -> str:
    values = told.values
    parties = [shown(side, values[side]) or "?" for side in ("actors", "recipients")]
    title = f"{shown('what', values['what'])}: {' → '.join(parties)}"
    voices = ", ".join(voice.name or f"({voice.kind})" for voice in told.voices)
    review = " · ".join(filter(None, (told.head.standing.state, told.head.standing.coder, told.head.standing.at)))
    parts = [
        f"<!doctype html>\n<html lang='{lang}'><head><meta charset='utf-8'>",
        "<meta name='viewport' content='width=device-width,initial-scale=1'>",
        "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>{escape(title)}</title><style>{style()}</style></head><body>",
        f"<p class='small'>{say['dossier']} <code>{escape(told.id)}</code> · <code>{escape(told.event)}</code></p>",
        f"<h1>{escape(title)}</h1>",
        f"<p class='small'>{say['review']}: {escape(review)} · {say['voices']}: {len(told.voices)} ",
        f"({escape(voices)})</p>",
        _fields(told, say),
        *(
            f"<p class='small'>{say['known']}: {escape(cell)}</p>"
            for side in ("actors", "recipients")
            if (cell := told.known(side))
        ),
        f"<h2>{say['history']}</h2>{_history(told, judged, say)}",
        f"<h2>{say['reports']} ({len(told.reports)})</h2>",
        *(_report(one, say) for one in told.reports),
        f"<p class='small'>{say['made']}</p></body></html>\n",
    ]
    return "\n".join(parts)


def _fields(told: Told, say: dict[str, str]) -> str:
    rows = []
    for name in FIELDS:
        field = told.head.standing.fields[name]
        mended = field.value != field.machine
        stands = f"<td{' class=changed' if mended else ''}>{escape(shown(name, field.value))}</td>"
        machine = f"<td>{escape(shown(name, field.machine))}</td>"
        by = " · ".join(filter(None, (field.state, field.coder, field.at)))
        rows.append(f"<tr><th scope='row'>{say[name]}</th>{stands}{machine}<td class='small'>{escape(by)}</td></tr>")
    heads = "".join(f"<th scope='col'>{say[name]}</th>" for name in ("field", "stands", "machine", "review"))
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _history(told: Told, judged: Sequence[Row], say: dict[str, str]) -> str:
    spots = {(one.document, one.spot) for one in told.reports}
    rows = [row for row in judged if (row["document"], spot_of(row)) in spots]
    if not rows:
        return f"<p>{say['none']}</p>"
    heads = "".join(f"<th scope='col'>{say[name]}</th>" for name in ("at", "coder", "field", "action", "reason"))
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(_decided(row, say) for row in rows)}</tbody></table>"


def _decided(row: Row, say: dict[str, str]) -> str:
    field = say["event"] if row["field"] == WHOLE else say[row["field"]]
    action = row["action"] + (f" ({say['undone']})" if row["undone"] else "")
    if row["action"] == "mend":
        action += f": {shown(row['field'], row['machine'])} ⇒ {shown(row['field'], row['value'])}"
    cells = (row["at"], row["coder"], field, action, row["reason"])
    return f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in cells)}</tr>"


def _report(one: ReportOf, say: dict[str, str]) -> str:
    record, coded = one.record, one.coded
    text = record["text"]
    spans = [span for listed in field_spans(record, coded).values() for span in listed]
    spans += [list(span) for field in one.standing.fields.values() for span in field.evidence]
    source = " · ".join(
        filter(None, (record["outlet"], f"{say['published']} {one.published}" if one.published else ""))
    )
    digest = hashlib.sha256(text.encode()).hexdigest()
    address = record["url"] or record["uri"] or ""
    return "\n".join(
        (
            f"<h3>{escape(record['title'] or words(record, coded['sentence'])[:80])}</h3>",
            f"<p class='small'>{escape(source)} · <code>{escape(address)}</code> · <code>{escape(one.id)}</code><br>",
            f"{say['hash']}: <code>{digest}</code><br>{say['rule']}: <code>{escape(coded['rule'])}</code>",
            f" · {say['why']}: {escape(coded['why'])}</p>",
            f"<div class='text' lang='{escape(record['lang'])}'>{_marked(text, spans)}</div>",
        )
    )


def _marked(text: str, spans: Iterable[Sequence[int]]) -> str:
    """The text with the stretches marked; overlapping ones are one mark."""
    out, at = [], 0
    for start, end in _joined(spans):
        out += [escape(text[at:start]), f"<mark>{escape(text[start:end])}</mark>"]
        at = end
    return "".join((*out, escape(text[at:])))


def _joined(spans: Iterable[Sequence[int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted((span[0], span[1]) for span in spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found
