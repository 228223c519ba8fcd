"""W3C Web Annotation: one annotation a field of an event, on the words it stands on.

Positions are Unicode code points of the article's text, of which the SHA-256 is given (the model leaves the unit open:
w3c/web-annotation 206); the quotation with what stands around it finds the words again by itself.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sumber.review.fields import FIELDS
from sumber.share.files import Put
from sumber.share.rows import shown
from sumber.share.told import Told

AROUND = 32  # characters before and after a quotation
CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"sumber": "urn:sumber:vocabulary:"}]


@contextmanager
def annotation_file(path: Path) -> Iterator[Put]:
    """One AnnotationPage with all annotations."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        head = {"@context": CONTEXT, "id": "urn:sumber:annotations", "type": "AnnotationPage"}
        file.write(json.dumps(head)[:-1] + ', "items": [')
        first = True

        def put(told: Told) -> int:
            nonlocal first
            for one in annotate(told):
                file.write(("\n" if first else ",\n") + json.dumps(one, ensure_ascii=False))
                first = False
            return 1

        yield put
        file.write("\n]}\n")


def annotate(told: Told) -> Iterator[dict[str, Any]]:
    """The annotations of one event: of each field that has words of its own."""
    head = told.head
    text = head.record["text"]
    digest = hashlib.sha256(text.encode()).hexdigest()
    spans = told.spans
    for name in FIELDS:
        field = head.standing.fields[name]
        marked = [list(span) for span in field.evidence] or spans[name]
        if not marked:
            continue
        one: dict[str, Any] = {
            "id": f"urn:sumber:{told.id}:{name}",
            "type": "Annotation",
            "motivation": "describing",
            "body": [
                {"type": "TextualBody", "purpose": "tagging", "value": name},
                _body("text/plain", shown(name, field.value)),
                _body("application/json", json.dumps(field.value, ensure_ascii=False)),
            ],
            "target": [_target(head.record, text, digest, span) for span in marked],
            "sumber:event": told.id,
            "sumber:review": field.state,
        }
        if field.coder:
            one |= {"creator": {"type": "Person", "name": field.coder}, "modified": field.at}
        yield one


def _body(form: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": "describing", "format": form, "value": value}


def _target(record: dict[str, Any], text: str, digest: str, span: Sequence[int]) -> dict[str, Any]:
    start, end = span
    return {
        "source": record["url"] or f"urn:sha256:{digest}",
        "sumber:text": f"urn:sha256:{digest}",
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - AROUND) : start],
                "suffix": text[end : end + AROUND],
            },
        ],
    }
