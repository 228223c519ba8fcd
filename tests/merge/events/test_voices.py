"""Corroboration: two outlets are two voices only if they have it from two."""

from __future__ import annotations

from sumber.merge.documents.lineage import Source
from sumber.merge.events.voices import Voice, back, field_values, voice_of, voice_of_text
from tests.merge.made_facts import ARREST, CURFEW, DEATHS
from tests.merge.made_records import Contract, Fact, report

CHIEF = Fact("{a:Police} {t:arrested} {q:forty} people, {s:Mapopa Gondwe}, the chief of police, said on Friday.")
RESIDENT = Fact("{a:Police} {t:arrested} {q:forty} people, {s:a resident} said.", speaker=("group", "MWI", "CVL"))
WIRED = Fact("{a:Police} {t:arrested} {q:forty} people on Friday, {v:Reuters} reported.")
PLAIN = Fact("{a:Police} {t:arrested} {q:forty} people on Friday.")


def own(document: str, outlet: str | None = None, *whole: str) -> Voice:
    """The voice of a document that has its text from nobody."""
    return voice_of_text([Source(document, "2024-05-04", outlet, whole, whole)], document)


def heard(document: str, outlet: str, fact: Fact, lineage: str | None = None, **more: str) -> Voice:
    record = report(document, fact, outlet=outlet, **more)  # type: ignore[arg-type]
    return voice_of(record, record["events"][0], lineage or document, own(lineage or document, outlet))


def test_a_police_chief_whom_two_outlets_quote_is_one_voice() -> None:
    one, other = heard("a", "Tempo", CHIEF, lang="id"), heard("b", "The Nation", CHIEF)
    assert one.kind == "speaker"
    assert one.name == "Mapopa Gondwe"
    assert one.key == other.key
    assert back("x", [("a.e1", one), ("b.e1", other)]).count == 1


def speaker(name: str) -> Voice:
    return heard(name, "Tempo", Fact(f"Police {{t:arrested}} forty, {{s:{name}}} said."))


def test_a_last_name_is_the_person_whom_another_report_names_in_full() -> None:
    short, full, other = speaker("Gondwe"), speaker("Mapopa Gondwe"), speaker("Alick Gondwe")
    for reports in ([("a.e1", short), ("b.e1", full)], [("b.e1", full), ("a.e1", short)]):
        backing = back("x", reports)
        assert backing.count == 1
        assert backing.voices[0][0].name == "Mapopa Gondwe"
    assert back("x", [("a.e1", short), ("b.e1", full), ("c.e1", other)]).count == 3, "which of the two is not known"
    assert back("x", [("a.e1", speaker("Mapopa")), ("b.e1", full)]).count == 2
    resident = heard("r", "Tempo", RESIDENT)
    assert back("x", [("a.e1", short), ("r.e1", resident)]).count == 2


def test_a_resident_is_another_in_each_lineage_and_one_within_it() -> None:
    one, other = heard("a", "Tempo", RESIDENT), heard("b", "The Nation", RESIDENT)
    copy = heard("c", "Kompas", RESIDENT, lineage="a")
    backing = back("x", [("a.e1", one), ("b.e1", other), ("c.e1", copy)])
    assert backing.count == 2
    assert [names for _, names in backing.voices] == [("a.e1", "c.e1"), ("b.e1",)]


def test_a_speaker_without_any_name_is_told_apart_by_lineage_too() -> None:
    record = report("a", RESIDENT)
    record["attributions"][0]["origin"] |= {"name": None, "actor": None}
    one, other = (voice_of(record, record["events"][0], lineage, own(lineage)) for lineage in ("a", "b"))
    assert (one.kind, one.name) == ("speaker", None)
    assert one.key != other.key


def test_a_state_is_one_voice_by_whatever_name() -> None:
    said = [
        Fact(f"Troops {{t:withdrew}}, {{s:{name}}} said.", speaker=("state", "MWI", "GOV"))
        for name in ("Malawi", "Lilongwe")
    ]
    assert heard("a", "Tempo", said[0]).key == heard("b", "The Nation", said[1]).key


def test_two_outlets_that_cite_one_agency_are_one_voice() -> None:
    one, other = heard("a", "Tempo", WIRED), heard("b", "The Nation", WIRED)
    assert (one.kind, one.name, one.key) == ("medium", "Reuters", other.key)
    assert one.key == own("w", "Reuters").key, "and so is the agency itself"


def test_what_an_outlet_says_itself_is_its_own_voice() -> None:
    one, other = heard("a", "Tempo", PLAIN), heard("b", "The Nation", PLAIN)
    assert (one.kind, one.name) == ("outlet", "Tempo")
    assert one.key != other.key


def test_an_outlet_is_one_with_or_without_its_article() -> None:
    assert own("a", "The Nairobi Herald").key == own("b", "Nairobi Herald").key


def test_copies_count_once_whatever_their_outlet() -> None:
    record = report("b", PLAIN, outlet="The Nation")
    head = own("a", "Tempo")
    copy = voice_of(record, record["events"][0], "a", head)
    assert back("x", [("a.e1", heard("a", "Tempo", PLAIN)), ("b.e1", copy)]).count == 1


def test_one_credit_in_a_lineage_gives_all_of_it_to_the_agency() -> None:
    silent = Source("a", "2024-05-03", "Tempo", (), ())
    honest = Source("b", "2024-05-04", "The Nation", ("Agence France-Presse",), ("Agence France-Presse",))
    voice = voice_of_text([silent, honest], "a")
    assert (voice.kind, voice.key) == ("medium", own("x", "Kompas", "AFP").key)


def test_a_credit_to_what_is_no_agency_does_not_take_the_text_away() -> None:
    assert own("a", "Tempo", "Radio Lilongwe").name == "Tempo"


def test_of_two_agencies_the_one_credited_most_has_the_text() -> None:
    tree = [Source(key, None, None, whole, whole) for key, whole in
            (("a", ("Reuters",)), ("b", ("AFP",)), ("c", ("AFP", "Reuters")), ("d", ("AFP",)))]  # fmt: skip
    assert voice_of_text(tree, "a").key == own("x", None, "AFP").key
    assert voice_of_text(tree[::-1], "a") == voice_of_text(tree, "a")
    assert voice_of_text(tree[:2], "a") == voice_of_text(tree[1::-1], "a"), "a draw is decided by the name"


def test_an_outlet_that_is_not_known_is_a_voice_by_its_document() -> None:
    assert own("a") == Voice("unknown", None, "d:a")
    assert own("a").key != own("b").key


def test_the_voices_stand_in_the_order_in_which_they_are_heard() -> None:
    one, other = own("a", "Tempo"), own("b", "Kompas")
    backing = back("COERCE", [("b.e1", other), ("a.e1", one), ("b.e2", other)])
    assert backing.value == "COERCE"
    assert backing.voices == ((other, ("b.e1", "b.e2")), (one, ("a.e1",)))


def values(fact: Fact) -> dict[str, str]:
    record: Contract = report("a", fact)
    return dict(field_values(record, record["events"][0]))


def test_a_report_backs_the_fields_that_it_states() -> None:
    assert values(ARREST) == {
        "type": "COERCE arrest", "status": "actual", "date": "2024-05-03", "place": "Blantyre",
        "actors": "Police", "recipients": "marchers", "arrested": "40",
    }  # fmt: skip
    assert values(DEATHS)["killed"] == "3"
    assert "actors" not in values(CURFEW)


def test_an_inherited_field_is_nobodys_claim() -> None:
    record = report("a", ARREST)
    record["events"][0] |= {"time_how": "inherited", "place_how": "dateline"}
    assert {"date", "place"}.isdisjoint(field_values(record, record["events"][0]))
    record["events"][0] |= {"time_how": "stated", "to": "2024-05-05"}
    assert field_values(record, record["events"][0])["date"] == "2024-05-03/2024-05-05"
