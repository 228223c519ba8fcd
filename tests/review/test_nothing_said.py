"""A field of which the machine says nothing is judged as any other."""

from __future__ import annotations

from pathlib import Path

from sumber.review.judge import Judgement, document_standings, judge
from sumber.store import Store
from tests.store.conftest import make_record, sha


def test_that_nothing_is_said_of_a_field_can_be_accepted(tmp_path: Path) -> None:
    record = make_record()
    record["events"][0] |= {"attribution": None, "place": None, "place_how": "none"}
    key = sha("satu")[:12]
    with Store(str(tmp_path / "desk.db"), create=True) as store:
        store.write(record, sha("satu"))
        batch = [Judgement(f"{key}.e1", field, "accept", 0) for field in ("said_by", "where")]
        judge(store, "batch-of-nothing", batch, "sari")
        judge(store, "batch-of-all", [Judgement(f"{key}.e1", "*", "accept", 2)], "sari")
        with store.corpus() as corpus:
            standing = document_standings(corpus, key)["e1"]
    assert standing.state == "accepted"
    assert standing.fields["said_by"].value is None
    assert standing.fields["where"].before is None
