"""A desk over a few made articles: copies of one wire, a thin link, a near-miss, and a report that tears an event."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from sumber.merge import merge_store
from sumber.serve import ServeOptions, make_app
from sumber.store import Store
from tests.merge.made_facts import ARREST, CURFEW, DEATHS, QUOTE
from tests.merge.made_records import BLANTYRE, CROWD, Contract, Fact, Where, keep, key, report

LUSAKA: Where = (909137, "ZMB", -15.407, 28.287)
SOLDIERS = ("group", "MWI", "MIL")

AFFAIR = [
    report("wire", ARREST, DEATHS, QUOTE, outlet="Reuters", day="2024-05-03", title="Forty held in Blantyre"),
    report("copy", ARREST, DEATHS, QUOTE, CURFEW, outlet="Kompas", day="2024-05-04", credits=("Reuters",)),
    report("translated", ARREST, DEATHS, QUOTE, outlet="Tempo", day="2024-05-05", lang="id", credits=("Reuters",)),
]
_SHOTS = {"type": "ASSAULT", "on": "2023-02-03", "actor": SOLDIERS, "recipient": CROWD}
APART = [
    report("raid", Fact("A market of {p:Blantyre} was {t:raided} on {d:9 March}.", on="2022-03-09"), outlet="Nation",
           day="2022-03-10"),
    report("storm", Fact("On {d:Wednesday} men {t:stormed} halls in {p:Blantyre}.", on="2022-03-09"), outlet="Tempo",
           day="2022-07-01"),
    report("beat", Fact("{a:Police} {t:beat} singers on {d:Friday}.", on="2021-01-08"), outlet="Nation"),
    report("hit", Fact("Boys were {t:hit} by {a:officers}, {d:8 January}.", on="2021-01-08"), outlet="Tempo"),
    report("here", Fact("{a:Troops} {t:shot} at {r:farmers} in {p:Blantyre} {d:Friday}.", place=BLANTYRE, **_SHOTS),  # type: ignore[arg-type]
           outlet="Nation", day="2023-02-04"),
    report("somewhere", Fact("{d:Friday}: {r:peasants} {t:fired} upon by {a:soldiers}.", **_SHOTS),  # type: ignore[arg-type]
           outlet="Tempo", day="2023-02-05"),
    report("there", Fact("Near {p:Lusaka} an {a:army} {t:killed} {r:villagers} ({d:3/2}).", place=LUSAKA, **_SHOTS),  # type: ignore[arg-type]
           outlet="Reuters", day="2023-02-06"),
]  # fmt: skip


def desk(path: Path, records: list[Contract]) -> TestClient:
    """A client of a desk over these articles, merged."""
    with Store(str(path), create=True) as store:
        keep(store, *records)
        merge_store(store)
    return client(path)


def client(path: Path, coder: str = "Sari") -> TestClient:
    """A client of the desk over a store, as one coder."""
    app = make_app(ServeOptions(store=str(path), coder="nobody"))
    return TestClient(app, base_url="http://127.0.0.1", headers={"x-sumber": "1", "x-sumber-coder": coder})


def name(ident: str, number: int = 1) -> str:
    """``DOC.eN`` of a made article."""
    return f"{key(ident)}.e{number}"


def told(client: TestClient, path: str, **query: Any) -> Any:
    """What a path answers."""
    answer = client.get(path, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()
