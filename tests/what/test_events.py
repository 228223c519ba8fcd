"""Events of short texts in both languages: parties, realis, guards, time and place, one record for one deed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sumber.model import Event, Record

Code = Callable[..., Record]
DAY = "2024-05-03"  # a Friday


def names(record: Record, ids: tuple[str, ...]) -> set[str]:
    return {actor.name.lower() for actor in record.actors if actor.id in ids}


def of_type(record: Record, kind: str) -> list[Event]:
    return [event for event in record.events if event.type == kind]


def only(record: Record, kind: str) -> Event:
    found = of_type(record, kind)
    assert len(found) == 1, [(event.type, event.why) for event in record.events]
    return found[0]


def holds(found: set[str], word: str) -> bool:
    return any(word.lower() in name for name in found)


@pytest.mark.parametrize(
    ("lang", "text", "kind", "actor", "recipient"),
    [
        ("id", "Polisi menangkap lima demonstran di Nairobi, Selasa.", "COERCE", "polisi", "demonstran"),
        ("id", "Lima demonstran ditangkap polisi di Nairobi, Selasa.", "COERCE", "polisi", "demonstran"),
        ("id", "Lima demonstran ditangkap oleh polisi di Nairobi.", "COERCE", "polisi", "demonstran"),
        ("id", "Tentara yang menembaki demonstran itu berasal dari Kidal.", "ASSAULT", "tentara", "demonstran"),
        (
            "id",
            "Serangan tentara terhadap pemberontak berlangsung di Kidal, Rabu.",
            "ASSAULT",
            "tentara",
            "pemberontak",
        ),
        ("id", "Rusia menuduh Ukraina dan mengusir dua diplomat Jerman.", "SANCTION", "rusia", "jerman"),
        ("en", "Police arrested five demonstrators in Nairobi on Tuesday.", "COERCE", "police", "demonstrators"),
        (
            "en",
            "Five demonstrators were arrested by police in Nairobi on Tuesday.",
            "COERCE",
            "police",
            "demonstrators",
        ),
        ("en", "The soldiers, who shot two protesters, left the square.", "ASSAULT", "soldiers", "protesters"),
        ("en", "Russian troops attacked rebels near Kidal.", "ASSAULT", "russian", "rebels"),
        ("en", "France condemned Iran on Monday.", "ACCUSE", "france", "iran"),
        ("en", "The arrest of three journalists by police angered the opposition.", "COERCE", "police", "journalists"),
        ("en", "France said it had expelled two Russian diplomats.", "SANCTION", "france", "diplomats"),
    ],
)
def test_who_did_it_to_whom(code: Code, lang: str, text: str, kind: str, actor: str, recipient: str) -> None:
    record = code(text, lang, DAY)
    event = of_type(record, kind)[0]
    assert holds(names(record, event.actors), actor), event.why
    assert holds(names(record, event.recipients), recipient), event.why


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("id", "Presiden Kenya bertemu Perdana Menteri Jepang di Nairobi, Kamis."),
        ("en", "The president of Kenya met the prime minister of Japan in Nairobi on Thursday."),
    ],
)
def test_all_who_meet_are_actors(code: Code, lang: str, text: str) -> None:
    record = code(text, lang, DAY)
    event = only(record, "CONSULT")
    countries = {actor.country for actor in record.actors if actor.id in event.actors}
    assert {"KEN", "JPN"} <= countries
    assert event.recipients == ()
    assert (event.begin, event.time_how) == ("2024-05-02", "stated")


@pytest.mark.parametrize(
    ("lang", "text", "kind", "status"),
    [
        ("id", "Presiden Kenya akan bertemu Perdana Menteri Jepang pekan depan.", "CONSULT", "planned"),
        ("id", "Presiden Kenya tidak akan bertemu Perdana Menteri Jepang.", "CONSULT", "denied"),
        ("id", "Pemberontak diduga menyerang konvoi tentara di Kidal.", "ASSAULT", "alleged"),
        ("en", "The president of Kenya will meet the prime minister of Japan next week.", "CONSULT", "planned"),
        ("en", "The president of Kenya did not meet the prime minister of Japan.", "CONSULT", "denied"),
        ("en", "Rebels allegedly attacked an army convoy near Kidal.", "ASSAULT", "alleged"),
        ("en", "Rebels attacked an army convoy near Kidal.", "ASSAULT", "actual"),
    ],
)
def test_realis(code: Code, lang: str, text: str, kind: str, status: str) -> None:
    assert only(code(text, lang, DAY), kind).status == status


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("id", "Mali mengancam akan mengusir duta besar Jerman."),
        ("en", "Mali threatened to expel the German ambassador."),
    ],
)
def test_a_threat_gives_two_records(code: Code, lang: str, text: str) -> None:
    record = code(text, lang, DAY)
    threat, deed = only(record, "THREATEN"), only(record, "SANCTION")
    assert (threat.status, deed.status) == ("actual", "threatened")
    assert threat.actors == deed.actors
    assert threat.recipients == deed.recipients


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("id", "Pemerintah berjanji membebaskan lima tahanan.", "AGREE"),
        ("id", "Amerika Serikat mendesak Israel menarik pasukan dari Gaza.", "REQUEST"),
        ("en", "The government promised to free five prisoners.", "AGREE"),
        ("en", "The United States urged Israel to withdraw its troops.", "REQUEST"),
    ],
)
def test_promises_and_requests_give_one(code: Code, lang: str, text: str, kind: str) -> None:
    record = code(text, lang, DAY)
    assert [event.type for event in record.events] == [kind]


def test_a_duty_is_a_request(code: Code) -> None:
    record = code("Russia said on Tuesday that Sudan must release the two pilots.", "en", DAY)
    event = only(record, "REQUEST")
    assert holds(names(record, event.actors), "russia")
    assert holds(names(record, event.recipients), "sudan")
    assert not of_type(record, "RETREAT")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("id", "Apakah polisi menangkap demonstran itu?"),
        ("id", "Banjir bandang menewaskan 12 orang di Nepal, Senin."),
        ("id", "Jika polisi menangkap demonstran, warga akan marah."),
        ("en", "Did police arrest the demonstrators?"),
        ("en", "A flood killed 12 people in Nepal on Monday."),
        ("en", "Twelve people were killed when a bus overturned in an accident in Nepal."),
    ],
)
def test_what_is_no_event(code: Code, lang: str, text: str) -> None:
    assert [event.why for event in code(text, lang, DAY).events] == []


def test_sport_is_no_war(code: Code) -> None:
    text = (
        "Tim nasional Kenya menyerang sejak menit pertama dalam final Piala Afrika di stadion itu.\n"
        "Gol penalti dicetak striker Kenya, lalu pemain Mali membalas serangan dan gawang Kenya jebol.\n"
        "Pelatih Kenya memuji kiper timnas seusai pertandingan."
    )
    assert not of_type(code(text, "id", DAY), "ASSAULT")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "id",
            "Tentara menyerang desa pemberontak di Kidal, Selasa.\nSerangan itu menewaskan sembilan orang.",
        ),
        (
            "en",
            "Police opened fire on protesters in Lilongwe on Tuesday, killing nine people.\nThe attack was the worst.",
        ),
    ],
)
def test_one_deed_told_twice_is_one_record(code: Code, lang: str, text: str) -> None:
    record = code(text, lang, DAY)
    event = only(record, "ASSAULT")
    counts = {quantity.id: quantity for quantity in record.quantities}
    assert [counts[one].min for one in event.quantities] == [9]
    assert event.begin == "2024-04-30"


def test_two_meetings_stay_two(code: Code) -> None:
    text = "Presiden Kenya bertemu Presiden Mali, Rabu.\nPresiden Kenya kemudian bertemu Perdana Menteri Jepang."
    assert len(of_type(code(text, "id", DAY), "CONSULT")) == 2


def test_a_running_total(code: Code) -> None:
    text = "Security forces have killed at least 320 civilians in Myanmar since February, the United Nations said."
    event = only(code(text, "en", DAY), "ASSAULT")
    assert event.aggregate
    assert not event.background
    assert (event.begin, event.until) == ("2024-02-01", "2024-05-03")
    assert event.attribution is not None


def test_an_old_deed_is_background(code: Code) -> None:
    event = only(code("Polisi menembaki demonstran di Nairobi pada Juli 2011.", "id", DAY), "ASSAULT")
    assert event.background


def test_a_denial_denies_the_claim_before(code: Code) -> None:
    text = "Polisi memukuli dua wartawan, kata pengacara mereka, Rabu.\nJuru bicara polisi membantah tuduhan itu."
    record = code(text, "id", DAY)
    assert only(record, "ASSAULT").status == "denied"
    assert only(record, "REJECT").status == "actual"


def test_undated_words_lie_between_the_deed_and_publication(code: Code) -> None:
    text = "Russia bombed a market in Kharkiv on Tuesday.\nGermany condemned Russia."
    event = only(code(text, "en", DAY), "ACCUSE")
    assert (event.begin, event.until, event.time_how) == ("2024-04-30", "2024-05-03", "inherited")


def test_without_any_date_there_is_none(code: Code) -> None:
    event = only(code("Germany condemned Russia.", "en"), "ACCUSE")
    assert (event.begin, event.until, event.time_how) == (None, None, "none")


def test_why_and_rule(code: Code) -> None:
    event = only(code("Polisi menangkap lima demonstran di Nairobi, Selasa.", "id", DAY), "COERCE")
    assert event.rule.startswith("id/what/")
    assert event.rule.endswith(".coerce")
    assert event.why.startswith("‘menangkap’ (COERCE arrest): polisi → ")
    assert "active voice" in event.why
