"""Expressions of time: what decides between two readings."""

from __future__ import annotations

from datetime import date

import pytest

from sumber.model import Block, Moment
from sumber.when.times import read_times

WEDNESDAY = date(2023, 5, 10)


def read(lang: str, text: str, published: date | None = WEDNESDAY) -> list[tuple[str, str | None, str | None]]:
    return [(text[m.start : m.end], m.begin, m.until) for m in moments(lang, text, published)]


def moments(lang: str, text: str, published: date | None = WEDNESDAY) -> tuple[Moment, ...]:
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        blocks.append(Block("paragraph", at, at + len(line.rstrip())))
        at += len(line)
    return read_times(text, blocks, lang, published)


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("id", "Menteri itu bertolak ke Tokyo pada Jumat.", "2023-05-05"),
        ("id", "Menteri itu akan bertolak ke Tokyo pada Jumat.", "2023-05-12"),
        ("id", "Pada Jumat, menteri itu akan bertolak ke Tokyo.", "2023-05-12"),
        ("id", '"Kami akan bertolak ke Tokyo," kata menteri itu, Jumat.', "2023-05-05"),
        ("id", "Polisi akan memeriksa orang yang ditangkap pada Jumat.", "2023-05-05"),
        ("id", "Menteri itu akan tiba pada Rabu.", "2023-05-10"),
        ("en", "The minister left for Tokyo on Friday.", "2023-05-05"),
        ("en", "The minister will leave for Tokyo on Friday.", "2023-05-12"),
        ("en", "On Friday, the minister will leave for Tokyo.", "2023-05-12"),
        ("en", "The minister will leave for Tokyo, his office said on Friday.", "2023-05-05"),
        ("en", "The ministry said on Friday it would withdraw its envoy.", "2023-05-05"),
    ],
)
def test_weekday_looks_the_way_its_clause_does(lang: str, text: str, day: str) -> None:
    assert [(begin, until) for _, begin, until in read(lang, text)] == [(day, day)]


def test_sunday_and_week_share_a_word_in_indonesian() -> None:
    text = "Minggu lalu mereka tiba. Pada Minggu lalu mereka bertemu. Dua minggu lalu mereka pergi, Minggu (7/5)."
    assert read("id", text) == [
        ("Minggu lalu", "2023-05-01", "2023-05-07"),
        ("Minggu lalu", "2023-05-07", "2023-05-07"),
        ("Dua minggu lalu", "2023-04-24", "2023-04-30"),
        ("Minggu (7/5)", "2023-05-07", "2023-05-07"),
    ]


def test_weekday_settles_the_year_of_a_day_and_month() -> None:
    assert read("id", "Kapal tiba Kamis (28/12).", date(2024, 1, 4)) == [("Kamis (28/12)", "2023-12-28", "2023-12-28")]
    assert read("id", "Sidang akan dibuka Kamis (4/1).", date(2023, 12, 30)) == [
        ("Kamis (4/1)", "2024-01-04", "2024-01-04")
    ]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("id", "Sedikitnya 870 orang tewas dan 2000 warga mengungsi."),
        ("id", "Mei Ling dan April Santoso hadir dalam konferensi itu."),
        ("id", "Resolusi 2231 disahkan dengan hukuman 12 tahun penjara bagi pria berusia 45 tahun."),
        ("en", "Troops may march on the palace; April Smith may resign."),
        ("en", "The Sunday Times and USA Today reported Black Friday sales to 1945 soldiers."),
        ("en", "The 19-year-old was sentenced to 12 years in prison under Resolution 1973."),
    ],
)
def test_what_is_no_time(lang: str, text: str) -> None:
    assert read(lang, text) == []


def test_without_publication_only_what_is_explicit_has_a_date() -> None:
    text = "Ia ditangkap kemarin, Selasa lalu, bulan depan, sejak 2019, dan pada 3 Mei 2021."
    assert read("id", text, None) == [
        ("kemarin", None, None),
        ("Selasa lalu", None, None),
        ("bulan depan", None, None),
        ("sejak 2019", "2019-01-01", None),
        ("3 Mei 2021", "2021-05-03", "2021-05-03"),
    ]


def test_since_until_and_deadlines_are_bounded_by_publication() -> None:
    text = "Held since April, they must leave before June or by 20 May. It ran until 2015."
    assert read("en", text) == [
        ("since April", "2023-04-01", "2023-05-10"),
        ("before June", "2023-05-10", "2023-05-31"),
        ("by 20 May", "2023-05-10", "2023-05-20"),
        ("until 2015", None, "2015-12-31"),
    ]
    assert [m.mod for m in moments("en", text)] == ["since", "until", "until", "until"]


def test_since_reaches_over_the_event_it_names() -> None:
    assert read("id", "Ribuan orang tewas sejak kudeta 1 Februari 2021.") == [
        ("sejak kudeta 1 Februari 2021", "2021-02-01", "2023-05-10")
    ]


def test_ranges_take_what_the_second_date_says() -> None:
    assert read("en", "It lasted from March to June 2015.") == [("from March to June 2015", "2015-03-01", "2015-06-30")]
    assert read("id", "Jam malam berlaku mulai Senin malam hingga akhir pekan.") == [
        ("mulai Senin malam hingga akhir pekan", "2023-05-08", "2023-05-14")
    ]


def test_a_later_day_hangs_on_the_news_not_on_the_calendar() -> None:
    text = "Kapal tiba Senin (8/5). Uang dikirim pada 2 Maret.\nSehari sebelumnya pelabuhan ditutup."
    assert read("id", text)[-1] == ("Sehari sebelumnya", "2023-05-07", "2023-05-07")


def test_background_takes_the_year_of_its_paragraph() -> None:
    text = "War broke out in December 2010. In January the president fled."
    assert read("en", text)[-1] == ("January", "2011-01-01", "2011-01-31")


def test_a_history_is_dated_by_itself() -> None:
    text = (
        "On 1 September 1939 Germany attacked. In 1940 France fell. In 1941 came Russia. By 1942 the tide turned.\n"
        "In February 1943 the army surrendered.\nIn July the landing began."
    )
    assert read("en", text)[-1] == ("July", "1943-07-01", "1943-07-31")


HISTORY = (
    "On 1 September 1939 Germany attacked. In 1940 France fell. In 1941 came Russia. By 1942 the tide turned.\n"
    "In February 1943 the army surrendered.\n"
)


@pytest.mark.parametrize(
    ("aside", "found"),
    [
        ("A book of 2004 tells of it.", "2004"),
        ("It was the largest battle since 1813.", "since 1813"),
        ("The losses of the previous year were repeated.", "the previous year"),
        ("Two days after the battle he wrote home.", "Two days after the"),
    ],
)
def test_asides_do_not_lead_a_history_astray(aside: str, found: str) -> None:
    told = read("en", f"{HISTORY}{aside} In July the landing began.")
    assert told[-2][0] == found
    assert told[-1] == ("July", "1943-07-01", "1943-07-31")


def test_after_an_event_of_a_history_there_is_no_day() -> None:
    assert read("en", f"{HISTORY}Two days after the battle he wrote home.")[-1] == ("Two days after the", None, None)


def test_a_length_does_not_open_a_range() -> None:
    assert [words for words, _, _ in read("en", "He ruled for eight years until 2015.")] == [
        "for eight years",
        "until 2015",
    ]


def test_titles_and_furniture_hold_no_times_and_ids_follow_the_text() -> None:
    text = "Talks on Friday\nPhoto of Monday\nThey met on Tuesday."
    blocks = [Block("title", 0, 15), Block("caption", 16, 31), Block("paragraph", 32, len(text))]
    found = read_times(text, blocks, "en", WEDNESDAY)
    assert [(m.id, text[m.start : m.end]) for m in found] == [("t1", "Monday"), ("t2", "Tuesday")]


def test_values_are_timex3() -> None:
    text = "In March 2015, last week, on May 3, in the 1990s and at the start of 2019."
    assert [m.value for m in moments("en", text)] == ["2015-03", "2023-W18", "2023-05-03", "199", "2019"]


@pytest.mark.parametrize(
    ("lang", "text", "found", "value"),
    [
        ("en", "The blockade lasted 46 days.", "46 days", "P46D"),
        ("en", "They began a three-day strike.", "three-day", "P3D"),
        ("en", "Talks took two to three weeks.", "two to three weeks", "PXW"),
        ("en", "Curfew holds every Friday.", "every Friday", "XXXX-WXX-5"),
        ("id", "Blokade itu berlangsung 46 hari.", "46 hari", "P46D"),
        ("id", "Mereka mogok selama 48 jam.", "selama 48 jam", "PT48H"),
        ("id", "Perundingan memakan dua hingga tiga pekan.", "dua hingga tiga pekan", "PXW"),
        ("id", "Konflik itu berlangsung puluhan tahun.", "puluhan tahun", "PXY"),
        ("id", "Jam malam berlaku setiap Jumat.", "setiap Jumat", "XXXX-WXX-5"),
    ],
)
def test_a_length_and_a_habit_have_a_value_and_no_days(lang: str, text: str, found: str, value: str) -> None:
    told = {text[m.start : m.end]: (m.begin, m.until, m.value) for m in moments(lang, text)}
    assert told == {found: (None, None, value)}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Lee, aged 45 years, is a year older and was sentenced to five years in prison."),
        ("en", "The vote was put off by two years; the rupiah hit a three-month low."),
        ("id", "Siti, 45 tahun, dihukum lima tahun penjara; bocah 12 tahun itu selamat."),
        ("id", "Putusan itu lebih berat dua tahun daripada tuntutan."),
    ],
)
def test_ages_sentences_and_differences_are_no_times(lang: str, text: str) -> None:
    assert read(lang, text) == []


def test_nothing_hangs_on_a_length() -> None:
    text = "Fighting broke out on Monday after three weeks of calm. The next day shops were shut."
    assert read("en", text)[-1] == ("The next day", "2023-05-09", "2023-05-09")
    text = "Pertempuran pecah Senin setelah tiga pekan tenang. Keesokan harinya toko tutup."
    assert read("id", text)[-1] == ("Keesokan harinya", "2023-05-09", "2023-05-09")


def test_a_frame_reaches_over_a_length_to_its_day() -> None:
    assert read("en", "Five died since the three-day truce began on Monday.") == [
        ("since the three-day truce began on Monday", "2023-05-08", "2023-05-10")
    ]


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "The envoy came in April and June 2015.", ("April", "2015-04-01", "2015-04-30")),
        ("en", "The envoy came in November and January 2015.", ("November", "2014-11-01", "2014-11-30")),
        ("id", "Utusan datang pada April dan Juni 2015.", ("April", "2015-04-01", "2015-04-30")),
    ],
)
def test_a_month_takes_the_year_of_the_month_beside_it(
    lang: str, text: str, found: tuple[str, str | None, str | None]
) -> None:
    assert found in read(lang, text)


def test_one_aside_does_not_shift_the_years_of_a_history() -> None:
    text = (
        "In 1973 the last soldiers left. In December 1974 the army struck, and in 1974 Phuoc Long fell.\n"
        "Aid was to end in 1976. On 11 March the front broke. On 7 April the town fell.\n"
        "On 30 April 1975 the war ended. In 1977 the state joined the league, and in 1978 it sent troops."
    )
    told = {words: begin for words, begin, _ in read("en", text)}
    assert (told["11 March"], told["7 April"]) == ("1975-03-11", "1975-04-07")


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "They met on Monday, May 9, 2023.", "2023-05-09"),
        ("id", "Mereka bertemu Senin, 9 Mei 2023.", "2023-05-09"),
        ("id", "Mereka bertemu Kamis (9/5).", "2023-05-09"),
    ],
)
def test_a_weekday_that_is_not_the_dates_is_said(lang: str, text: str, day: str) -> None:
    assert [(m.begin, m.until, m.doubt) for m in moments(lang, text)] == [(day, day, "weekday")]


def test_what_hangs_on_an_inferred_day_of_publication_is_marked() -> None:
    text = "They met yesterday. A day later they left. The pact is of 3 May 2021; war began in 2019."
    blocks = [Block("paragraph", 0, len(text))]
    assert [m.doubt for m in read_times(text, blocks, "en", WEDNESDAY, inferred=True)] == [
        "inferred",
        "inferred",
        None,
        None,
    ]
    assert {m.doubt for m in read_times(text, blocks, "en", WEDNESDAY)} == {None}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The volcano erupted in the early hours of Tuesday."),
        ("id", "Gunung itu meletus Selasa dini hari."),
    ],
)
def test_the_hours_of_a_day_are_the_day(lang: str, text: str) -> None:
    assert [(begin, until) for _, begin, until in read(lang, text)] == [("2023-05-09", "2023-05-09")]
