"""The register: who joins and who does not."""

from __future__ import annotations

from sumber.merge.actors.register import Entry, Register, resolve, sightings
from tests.conftest import Code
from tests.merge.made import body, seen, who


def reasons(register: Register) -> list[str]:
    return sorted(candidate.reason for candidate in register.candidates)


def test_spellings_and_forms_of_a_full_name_join() -> None:
    register = resolve(
        [
            seen("d1", "Volodymyr Zelensky", "Zelensky", country="UKR"),
            seen("d2", "Volodymyr Zelenskyy"),
            seen("d3", "Joko Widodo", country="IDN"),
            seen("d4", "Joko 'Jokowi' Widodo", country="IDN"),
        ]
    )
    assert who(register) == [{"d1", "d2"}, {"d3", "d4"}]
    assert register.candidates == ()


def test_homonyms_of_two_countries_stay_apart_and_an_unknown_one_joins_neither() -> None:
    register = resolve(
        [seen("d1", "Abdul Karim", country="BGD"), seen("d2", "Abdul Karim", country="IDN"), seen("d3", "Abdul Karim")]
    )
    assert who(register) == [{"d1"}, {"d2"}, {"d3"}]
    assert set(reasons(register)) <= {"country", "torn"}
    assert len(register.candidates) == 2


def test_the_story_settles_who_the_unknown_one_is() -> None:
    register = resolve(
        [
            seen("d1", "Abdul Karim", country="BGD", story="s"),
            seen("d2", "Abdul Karim", country="IDN"),
            seen("d3", "Abdul Karim", story="s"),
        ]
    )
    assert who(register) == [{"d1", "d3"}, {"d2"}]


def test_one_of_unknown_country_joins_the_only_one() -> None:
    assert who(resolve([seen("d1", "Abdul Karim", country="BGD"), seen("d2", "Abdul Karim")])) == [{"d1", "d2"}]


def test_two_middle_names_are_two_persons_and_the_bare_name_is_torn() -> None:
    register = resolve([seen("d1", "George W. Bush"), seen("d2", "George H. W. Bush"), seen("d3", "George Bush")])
    assert who(register) == [{"d1"}, {"d2"}, {"d3"}]
    assert "torn" in reasons(register)


def test_a_single_name_joins_the_longer_one_of_its_story_only() -> None:
    register = resolve(
        [
            seen("d1", "Prabowo Subianto", country="IDN", story="s"),
            seen("d2", "Prabowo", country="IDN", story="s"),
            seen("d3", "Prabowo", country="IDN", story="t"),
        ]
    )
    assert who(register) == [{"d1", "d2"}, {"d3"}]
    assert [candidate.reason for candidate in register.candidates] == ["single name"]


def test_a_single_name_that_two_of_its_story_bear_joins_none() -> None:
    register = resolve(
        [seen("d1", "Joe Biden", story="s"), seen("d2", "Jill Biden", story="s"), seen("d3", "Biden", story="s")]
    )
    assert who(register) == [{"d1"}, {"d2"}, {"d3"}]
    assert reasons(register) == ["single name", "single name"]


def test_an_initial_is_settled_by_the_story_or_asked() -> None:
    told = [seen("d1", "Joe Biden", story="s"), seen("d2", "J. Biden", story="s")]
    assert who(resolve(told)) == [{"d1", "d2"}]
    apart = resolve([seen("d1", "Joe Biden", story="s"), seen("d2", "J. Biden", story="t")])
    assert who(apart) == [{"d1"}, {"d2"}]
    assert reasons(apart) == ["initial"]


def test_two_single_names_join_a_group_of_no_country_only_if_their_countries_agree() -> None:
    register = resolve(
        [
            seen("d1", "Imran Ali Khan", story="s"),
            seen("d2", "Imran Ali Khan", story="t"),
            seen("d3", "Khan", country="PAK", story="s"),
            seen("d4", "Khan", country="IND", story="t"),
        ]
    )
    assert who(register) == [{"d1", "d2"}, {"d3"}, {"d4"}]


def test_single_names_join_by_country_and_office() -> None:
    register = resolve(
        [
            seen("d1", "Sukarno", country="IDN", sectors=("GOV",)),
            seen("d2", "Soekarno", country="IDN", sectors=("GOV", "MIL")),
            seen("d3", "Sukarno", country="IDN", sectors=("MIL",)),
            seen("d4", "Sukarno", country="IDN"),
            seen("d5", "Sukarno", country="IDN"),
            seen("d6", "Sukarno", sectors=("GOV",)),
        ]
    )
    assert who(register) == [{"d1", "d2"}, {"d3"}, {"d4"}, {"d5"}, {"d6"}]


def test_suspects_and_victims_with_initials_or_no_office_join_within_a_story_only() -> None:
    register = resolve(
        [
            seen("d1", "AR", country="IDN", sectors=("GOV",), story="s"),
            seen("d2", "AR", country="IDN", sectors=("GOV",), story="s"),
            seen("d3", "AR", country="IDN", sectors=("GOV",), story="t"),
            seen("d4", "Ahmad", country="IDN", sectors=("CVL",), story="s"),
            seen("d5", "Ahmad", country="IDN", sectors=("CVL",), story="t"),
        ]
    )
    assert who(register) == [{"d1", "d2"}, {"d3"}, {"d4"}, {"d5"}]


def test_swapped_and_longer_names_are_candidates() -> None:
    register = resolve(
        [
            seen("d1", "Viktor Orbán", country="HUN"),
            seen("d2", "Orbán Viktor"),
            seen("d3", "Nicolás Maduro"),
            seen("d4", "Nicolas Maduro Moros"),
        ]
    )
    assert who(register) == [{"d1"}, {"d2"}, {"d3"}, {"d4"}]
    assert reasons(register) == ["order", "part of the name"]
    assert ("Viktor Orbán (HUN)" in {name for one in register.candidates for name in one.evidence}) is True


def test_kinds_never_mix() -> None:
    assert who(resolve([seen("d1", "Radio Tamazuj"), body("d2", "Radio Tamazuj")])) == [{"d1"}, {"d2"}]


def test_a_name_that_many_bear_is_no_candidate() -> None:
    many = [seen(f"d{i}", f"{name} Khan") for i, name in enumerate(("Imran", "Sadiq", "Amir", "Salman", "Shah Rukh"))]
    assert reasons(resolve([*many, seen("x", "Khan")])) == []
    assert reasons(resolve([*many[:4], seen("x", "Khan")])) == ["single name"] * 4


def test_the_codebook_joins_names_of_two_languages_whatever_the_country() -> None:
    register = resolve(
        [body("d1", "Perserikatan Bangsa-Bangsa", "PBB"), body("d2", "U.N.", country="USA"), body("d3", "UN")]
    )
    assert who(register) == [{"d1", "d2", "d3"}]


def test_an_abbreviation_joins_only_what_some_article_spells_out() -> None:
    spelled = body("d1", "Aliansi Rakyat Bersatu", "ARB", country="IDN")
    assert who(resolve([spelled, body("d2", "ARB", country="IDN"), body("d3", "ARB")])) == [{"d1", "d2", "d3"}]
    assert who(resolve([spelled, body("d2", "ARB", country="MMR")])) == [{"d1"}, {"d2"}]
    unsaid = resolve([body("d1", "Aliansi Rakyat Bersatu", country="IDN"), body("d2", "ARB", country="IDN")])
    assert who(unsaid) == [{"d1"}, {"d2"}]
    assert reasons(unsaid) == ["abbreviation"]


def test_an_abbreviation_of_two_is_settled_by_the_story() -> None:
    two = [
        body("d1", "Aliansi Rakyat Bersatu", "ARB", story="s"),
        body("d2", "Arab Relief Board", "ARB", story="t"),
    ]
    assert who(resolve([*two, body("d3", "ARB", story="u")])) == [{"d1"}, {"d2"}, {"d3"}]
    assert who(resolve([*two, body("d3", "ARB", story="t")])) == [{"d1"}, {"d2", "d3"}]


def test_namesakes_among_organisations() -> None:
    register = resolve(
        [
            body("d1", "Northern Front", country="CAF"),
            body("d2", "Northern Front", country="MLI"),
            body("d3", "Northgate Metals"),
            body("d4", "Northgate"),
        ]
    )
    assert who(register) == [{"d1"}, {"d2"}, {"d3"}, {"d4"}]
    assert reasons(register) == ["country", "part of the name"]


def one(register: Register) -> Entry:
    assert len(register.entries) == 1
    return register.entries[0]


def test_an_entry_tells_names_and_roles_over_time() -> None:
    entry = one(
        resolve(
            [
                seen("d3", "Prabowo Subianto", "Prabowo", country="IDN", sectors=("GOV",), published="2024-10-21"),
                seen(
                    "d1",
                    "PRABOWO SUBIANTO",
                    sectors=("MIL",),
                    roles=(("Menteri Pertahanan", "Indonesia"),),
                    published="2019-10-23",
                ),
                seen(
                    "d2",
                    "Prabowo Subianto",
                    country="IDN",
                    sectors=("GOV", "MIL"),
                    roles=(("menteri pertahanan", "Indonesia"), ("presiden terpilih", None)),
                    published="2024-03-20",
                ),
                seen("d4", "Prabowo Subianto", roles=(("menteri pertahanan", "Indonesia"),)),
            ]
        )
    )
    assert (entry.name, entry.kind, entry.country, entry.sectors) == (
        "Prabowo Subianto",
        "person",
        "IDN",
        ("GOV", "MIL"),
    )
    assert entry.variants == (
        ("Prabowo Subianto", 3, "2024-03-20", "2024-10-21"),
        ("PRABOWO SUBIANTO", 1, "2019-10-23", "2019-10-23"),
        ("Prabowo", 1, "2024-10-21", "2024-10-21"),
    )
    assert entry.roles == (
        ("menteri pertahanan", "Indonesia", "2019-10-23", "2024-03-20", 3),
        ("presiden terpilih", None, "2024-03-20", "2024-03-20", 1),
    )
    assert entry.sightings == (("d1", "a1"), ("d2", "a1"), ("d3", "a1"), ("d4", "a1"))
    assert (entry.first, entry.last) == ("2019-10-23", "2024-10-21")


def test_an_entry_is_called_by_its_full_name() -> None:
    police = body("d1", "Transport", "Transport", "British Transport Police")
    assert one(resolve([police])).name == "British Transport Police"
    assert one(resolve([seen("d1", "Salva Kiir", "Kiir", "Kiir", "SALVA KIIR", "SALVA KIIR")])).name == "Salva Kiir"
    assert one(resolve([body("d1", "ARB", "ARB", "Aliansi Rakyat Bersatu")])).name == "Aliansi Rakyat Bersatu"


def test_a_name_without_a_letter_is_nobody_in_particular() -> None:
    assert who(resolve([seen("d1", "…"), seen("d2", "Mr"), body("d3", "&")])) == [{"d1"}, {"d2"}, {"d3"}]


def test_the_id_is_that_of_the_first_sighting() -> None:
    first, later = seen("d2", "Salva Kiir", published="2020-01-01"), seen("d1", "Salva Kiir", published="2021-01-01")
    undated = seen("d0", "Salva Kiir")
    assert one(resolve([later, undated, first])).id == one(resolve([first])).id != one(resolve([later])).id
    assert one(resolve([first])).id.startswith("p-")
    assert one(resolve([body("d1", "Interfax")])).id.startswith("o-")


def test_sightings_of_a_record(code: Code) -> None:
    from sumber.model.record import to_contract

    text = (
        "Presiden Sudan Selatan Salva Kiir bertemu juru bicara Kementerian Luar Negeri China Li Wenjun di Juba, Senin. "
        "Kiir menolak menjawab, kata seorang pejabat kepada AFP. Pemerintah diam."
    )
    found = {one.name: one for one in sightings("d1", to_contract(code(text, "id", "2024-05-14")), "s1")}
    assert set(found) == {"Salva Kiir", "Li Wenjun", "Kementerian Luar Negeri China", "AFP"}
    kiir = found["Salva Kiir"]
    assert (kiir.document, kiir.kind, kiir.country, kiir.story) == ("d1", "person", "SSD", "s1")
    assert kiir.names == ("Salva Kiir", "Kiir")
    assert kiir.published == "2024-05-14"
    assert ("Presiden Sudan Selatan", "Sudan Selatan") in kiir.roles
