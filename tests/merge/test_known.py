"""Names that an article does not explain: what other articles tell of them, and when nothing is believed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from sumber.merge import merge_store
from sumber.merge.views import Knower
from sumber.merge.views.known import Known
from sumber.store import Store
from tests.merge.made_known import Contract, One, article
from tests.merge.made_records import keep, key

LENA = "Lena Vasara"
BARE = One(LENA)
FINNISH = One(LENA, "FIN", "Finnish")
MINISTER = One(LENA, "FIN", "Finnish", "Foreign Minister", ("GOV",))


def known(folder: Path, records: Iterable[Contract], ident: str = "bare", name: str = "store.db") -> Known | None:
    """What is known of the first person of an article, in a store of these records."""
    with Store(str(folder / name), create=True) as store:
        keep(store, *records)
        merge_store(store)
        with store.corpus() as corpus:
            return Knower(corpus).of([key(ident)]).get(key(ident), {}).get("a1")


def values(found: Known | None) -> dict[str, str]:
    return {one.field: one.value for one in found.found} if found else {}


def reasons(found: Known | None) -> dict[str, str]:
    return {one.field: one.reason for one in found.refused} if found else {}


def test_another_article_tells_country_sector_and_role_with_its_characters(tmp_path: Path) -> None:
    told = article("told", MINISTER, day="2024-05-01")
    found = known(tmp_path, [article("bare", BARE), told])
    assert values(found) == {"country": "FIN", "sectors": "GOV", "role": "Foreign Minister"}
    assert found is not None
    for one in found.found:
        assert (one.reports, one.first, one.last) == (1, "2024-05-01", "2024-05-01")
        (spot,) = one.evidence
        assert (spot.document, spot.published) == (key("told"), "2024-05-01")
        role = "" if one.field == "country" else "Foreign Minister "
        assert spot.words == told["text"][spot.start : spot.end] == f"{role}Finnish {LENA}"


def test_nothing_is_known_of_what_no_other_article_tells(tmp_path: Path) -> None:
    assert known(tmp_path, [article("bare", BARE), article("other", BARE, day="2024-05-01")]) is None


def test_what_the_article_says_itself_outranks_the_others(tmp_path: Path) -> None:
    own = article("bare", One(LENA, "SWE", "Swedish", "Senator", ("LEG",)))
    assert known(tmp_path, [own, article("told", MINISTER)]) is None


def test_only_what_is_open_is_asked(tmp_path: Path) -> None:
    own = article("bare", One(LENA, role="Minister", sectors=("GOV",)))
    assert values(known(tmp_path, [own, article("told", MINISTER)])) == {"country": "FIN"}


def test_somebody_of_another_sector_may_be_another_person(tmp_path: Path) -> None:
    own = article("bare", One(LENA, role="farmer", sectors=("AGR",)))
    found = known(tmp_path, [own, article("told", MINISTER)])
    assert (values(found), set(reasons(found))) == ({}, {"country"})


def test_a_country_inferred_elsewhere_is_no_evidence(tmp_path: Path) -> None:
    assert known(tmp_path, [article("bare", BARE), article("told", MINISTER._replace(how="scene", role=""))]) is None


def test_two_of_one_name_and_nothing_is_known(tmp_path: Path) -> None:
    swedish = One(LENA, "SWE", "Swedish", "Senator", ("LEG",))
    found = known(tmp_path, [article("bare", BARE), article("fin", MINISTER), article("swe", swedish)])
    assert values(found) == {}
    assert reasons(found)["country"] == f"others bear the name: {LENA} (FIN GOV), {LENA} (SWE LEG)"
    assert set(reasons(found)) == {"country", "role"}


def test_a_single_name_is_known_only_from_its_own_story(tmp_path: Path) -> None:
    about = "Ferries between Vaasa and Umeå lay still because Wasaline had lost the Aurora Botnia to a fire in Kvarken."
    other = "A court in Perth heard how Kalgoorlie miners lost their wages when Northern Star closed the Fimiston pit."
    bare, told = article("bare", One("Vasara"), about=about), article("told", MINISTER, about=about, day="2024-05-05")
    assert values(known(tmp_path, [bare, told], name="one.db"))["country"] == "FIN"
    elsewhere = article("told", MINISTER, about=other, day="2023-05-05")
    assert known(tmp_path, [bare, elsewhere], name="two.db") is None


def test_copies_of_one_text_count_once(tmp_path: Path) -> None:
    about = (
        "The strait was closed to all ships after the pilot boat Tiira ran aground near Suomenlinna in heavy fog, and "
        "the harbour master asked the captains of eleven tankers to wait until tugs from Tallinn had pulled it free."
    )
    told = [
        article("first", MINISTER, day="2024-05-01", outlet="Satama Post", about=about * 2),
        article("first", MINISTER, day="2024-05-02", outlet="Merituuli Daily", about=about * 2) | {"id": "copy"},
        article("own", MINISTER, day="2024-05-03", outlet="Kabar Laut"),
    ]
    found = known(tmp_path, [article("bare", BARE), *told])
    assert found is not None
    assert {(one.field, one.reports, len(one.evidence)) for one in found.found} == {
        ("country", 2, 3), ("sectors", 2, 3), ("role", 2, 3),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("days", "role"),
    [
        (["2024-05-06"], True),
        (["2023-12-01"], True),
        (["2023-09-01"], False),  # only before, longer ago than half a year
        (["2024-12-01"], False),  # only after
        (["2023-09-01", "2024-12-01"], True),  # before and after
        (["2023-04-01", "2024-12-01"], False),  # before is out of the window
        ([None], False),
    ],
)
def test_a_role_is_known_around_the_days_on_which_it_was_told(
    tmp_path: Path, days: Sequence[str | None], role: bool
) -> None:
    told = [article(f"told{n}", MINISTER, day=day) for n, day in enumerate(days)]
    found = known(tmp_path, [article("bare", BARE), *told])
    expected = {"country": "FIN"} | ({"sectors": "GOV", "role": "Foreign Minister"} if role else {})
    assert values(found) == expected
    assert set(reasons(found)) == (set() if role else {"role"})


def test_an_article_without_a_day_learns_the_country_and_no_role(tmp_path: Path) -> None:
    found = known(tmp_path, [article("bare", BARE, day=None), article("told", MINISTER)])
    assert values(found) == {"country": "FIN"}
    assert reasons(found) == {"role": "the day of the article is not known"}


def test_articles_that_contradict_one_another_tell_nothing(tmp_path: Path) -> None:
    general = One(LENA, "FIN", "Finnish", "General", ("MIL",))
    told = [article("gov", MINISTER, day="2024-04-01"), article("mil", general, day="2024-06-01")]
    found = known(tmp_path, [article("bare", BARE), *told])
    assert values(found) == {"country": "FIN"}
    assert reasons(found) == {"role": "others contradict one another: GOV (2024-04-01), MIL (2024-06-01)"}


def test_an_office_changed_long_before_is_no_contradiction(tmp_path: Path) -> None:
    general = One(LENA, "FIN", "Finnish", "General", ("MIL",))
    told = [article("gov", MINISTER, day="2024-04-01"), article("mil", general, day="2022-06-01")]
    assert values(known(tmp_path, [article("bare", BARE), *told]))["role"] == "Foreign Minister"


def test_two_offices_of_one_sector_leave_the_role_open(tmp_path: Path) -> None:
    other = MINISTER._replace(role="Finance Minister")
    told = [article("foreign", MINISTER), article("finance", other)]
    found = known(tmp_path, [article("bare", BARE), *told])
    assert values(found) == {"country": "FIN", "sectors": "GOV"}
    assert set(reasons(found)) == {"role"}


def test_an_organisation_is_known_where_the_article_speaks_of_its_country(tmp_path: Path) -> None:
    bare = One("Partai Laut Biru", kind="organization")
    told = article("told", One("Partai Laut Biru", "MYS", "Malaysian", kind="organization"), day="2023-02-03")
    there = known(tmp_path, [article("bare", bare, land="MYS"), told], name="there.db")
    assert values(there) == {"country": "MYS"}
    elsewhere = known(tmp_path, [article("bare", bare, land="CHL"), told], name="else.db")
    assert (values(elsewhere), reasons(elsewhere)) == ({}, {"country": "the article does not speak of MYS"})


def test_what_the_codebook_lists_is_not_asked_of_articles(tmp_path: Path) -> None:
    told = article("told", One("UNICEF", "CHE", "Swiss", kind="organization"))
    assert known(tmp_path, [article("bare", One("UNICEF", kind="organization"), land="CHE"), told]) is None


def test_order_of_arrival_and_rebuild_change_nothing(tmp_path: Path) -> None:
    swedish = One("Lena Mira Vasara", "SWE", "Swedish", "Senator", ("LEG",))
    records = [
        article("bare", BARE, One("Ada Kovac"), One("Vasara")),
        article("fin", MINISTER, day="2024-03-01"),
        article("swe", swedish, One("Ada Kovac", "HRV", "Croatian", "General", ("MIL",)), day="2024-06-01"),
        article("hrv", One("Ada Kovac", "HRV", "Croatian"), day="2019-06-01"),
    ]
    seen: list[Any] = []
    for number, order in enumerate(permutations(records)):
        with Store(str(tmp_path / f"{number}.db"), create=True) as store:
            for record in order:
                keep(store, record)
                merge_store(store)
            for rebuild in (False, True):
                merge_store(store, rebuild)
                with store.corpus() as corpus:
                    seen.append(Knower(corpus).of(key(one["id"]) for one in records))
    assert all(one == seen[0] for one in seen)
    assert values(seen[0][key("bare")]["a2"]) == {"country": "HRV", "sectors": "MIL", "role": "General"}


def test_many_at_once_know_what_each_alone_does(tmp_path: Path) -> None:
    records = [
        article("bare", BARE, One("Ada Kovac")),
        article("fin", MINISTER, day="2024-03-01"),
        article("more", One("Ada Kovac"), BARE, day="2024-01-01"),
        article("hrv", One("Ada Kovac", "HRV", "Croatian"), day="2019-06-01"),
    ]
    with Store(str(tmp_path / "store.db"), create=True) as store:
        keep(store, *records)
        merge_store(store)
        with store.corpus() as corpus:
            keys = [key(one["id"]) for one in records]
            together, one_knower = Knower(corpus).of(keys), Knower(corpus)
            alone = {name: told for name in keys for name, told in one_knower.of([name]).items()}
    assert together == alone
    assert len(together) == 2


def test_a_document_coded_anew_leaves_nothing_of_what_it_told(tmp_path: Path) -> None:
    told = article("told", MINISTER)
    with Store(str(tmp_path / "store.db"), create=True) as store:
        keep(store, article("bare", BARE), told)
        merge_store(store)
        coded = article("told", MINISTER)
        coded["actors"][0] |= {"country": None, "country_evidence": None, "roles": [], "sectors": []}
        store.rewrite(coded, key("told"))
        merge_store(store)
        with store.corpus() as corpus:
            assert Knower(corpus).of([key("bare")]) == {}


def test_a_store_of_before_learns_its_names_when_it_is_merged(tmp_path: Path) -> None:
    path = str(tmp_path / "store.db")
    with Store(path, create=True) as store:
        keep(store, article("bare", BARE), article("told", MINISTER))
        merge_store(store)
        with store.connection() as connection:
            connection.exec_driver_sql("DROP TABLE sightings")
            connection.exec_driver_sql("DROP TABLE spellings")
            connection.exec_driver_sql("PRAGMA user_version=5")
            connection.commit()
    with Store(path) as store:
        assert merge_store(store) == 0
        with store.corpus() as corpus:
            found = Knower(corpus).of([key("bare")])[key("bare")]["a1"]
    assert values(found)["country"] == "FIN"
