"""Records of one event each, made by hand, and the application over a store of them."""

from __future__ import annotations

import copy
import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from sumber.serve import ServeOptions, make_app
from sumber.store import Store
from tests.store.conftest import make_record, sha

Contract = dict[str, Any]
YANGON: Contract = {"name": "Yangon", "geonameid": 1298824, "country": "MMR", "lat": 16.8, "lon": 96.2}
MYANMAR: Contract = {"name": "Myanmar", "geonameid": 1327865, "country": "MMR", "lat": 22.0, "lon": 98.0}


def report(
    ident: str,
    day: str | None = "2021-06-22",
    until: str | None = "same",
    published: str = "2021-06-23",
    outlet: str = "Kabar Uji",
    actors: Sequence[tuple[str, str | None]] = (("Polisi", "MMR"),),
    recipients: Sequence[tuple[str, str | None]] = (("demonstran", "MMR"),),
    place: Contract | None = YANGON,
    precision: str = "city",
    bounds: tuple[int | None, int | None] = (12, None),
    speaker: str = "AAPP",
    **event: Any,
) -> Contract:
    """A record with one event; ``event`` are fields of it (type, status, background, aggregate …)."""
    record = copy.deepcopy(make_record(ident))
    record["outlet"] = outlet
    record["published"] = {**record["published"], "from": published, "to": published}
    base = record["actors"][0]
    names = [*actors, *recipients]
    record["actors"] = [
        {**base, "id": f"a{n}", "name": name, "country": country} for n, (name, country) in enumerate(names)
    ]
    source = {**record["actors"][0], "id": "a99", "name": speaker, "country": None}
    record["actors"].append(source)
    said = record["attributions"][0]
    said["source"][0]["actor"] = "a99"
    said["origin"] = {"kind": "speaker", "name": speaker, "actor": "a99"}
    record["places"] = [{**record["places"][0], **place, "precision": precision}] if place else []
    record["quantities"][0] |= {"what": "killed", "min": bounds[0], "max": bounds[1]}
    told = record["events"][0]
    told |= {"from": day, "to": day if until == "same" else until, "place": "p1" if place else None, "modes": []}
    told |= {"actors": [f"a{n}" for n in range(len(actors))]}
    told |= {"recipients": [f"a{n}" for n in range(len(actors), len(names))], **event}
    return record


@contextmanager
def served(folder: Path, records: Sequence[Contract]) -> Iterator[TestClient]:
    """The application over a store of these records."""
    path = str(folder / "s.db")
    with Store(path, create=True) as store:
        for record in records:
            store.write(record, sha(record["id"]))
    app = make_app(ServeOptions(store=path, coder="Ana"))
    with TestClient(app, base_url="http://127.0.0.1", headers={"x-sumber": "1"}) as client:
        yield client


def refuse(client: TestClient, ident: str) -> None:
    """A coder refuses the event of a record."""
    key = sha(ident)[:12]
    row = {"report": f"{key}.e1", "document": key, "state": "refused", "fields": {}, "revision": 1, "coder": "Ana"}
    load = {"events": 1, "settled": 1, "unsure": 0, "asked": 0, "changed": 0}
    with client.app.state.desk.corpus() as corpus:  # type: ignore[attr-defined]
        corpus.review.put_standings({key: ([{**row, "at": "2021-06-24T00:00:00+00:00"}], load)})
        corpus.review.add([{
            "batch": f"b{ident}", "document": key, "start": 0, "end": 1, "slot": 0, "field": "*", "action": "refuse",
            "machine": {}, "value": None, "evidence": [], "reason": "", "coder": "Ana", "at": row["document"],
        }])  # fmt: skip


def get(client: TestClient, path: str, **query: Any) -> Any:
    """The answer to a question that must succeed."""
    answer = client.get(f"/api/{path}", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def get_csv(client: TestClient, path: str, **query: Any) -> list[dict[str, str]]:
    """The lines of a file to keep."""
    answer = client.get(f"/api/{path}", params={**query, "format": "csv"})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
