"""Who says what: shapes of sentences in both languages."""

from __future__ import annotations

import pytest

from tests.says.conftest import Said, Says


def _one(found: list[Said], source: str) -> Said:
    hits = [said for said in found if source in said.source]
    assert len(hits) == 1, [(said.source, said.content) for said in found]
    return hits[0]


def test_the_clitic_is_the_source_and_the_whole_word_the_cue(says: Says) -> None:
    said = _one(says('"Kami menolak usul itu," katanya kepada wartawan.', "id"), "nya")
    assert said.cue == "katanya"
    assert len(said.source) == 3
    assert said.content == '"Kami menolak usul itu,"'
    assert said.kind == "direct"
    assert said.via == ()


@pytest.mark.parametrize(
    ("text", "lang", "source", "content"),
    [
        (
            "Belasan orang terluka, kata dokter Salim dari rumah sakit setempat.",
            "id",
            "dokter Salim",
            "Belasan orang terluka",
        ),
        (
            "Menteri Luar Negeri Hassan mengatakan, sejak April perbatasan ditutup.",
            "id",
            "Hassan",
            "perbatasan ditutup",
        ),
        (
            "Ditemui terpisah, Bupati Karim mengatakan, jembatan itu sudah rusak.",
            "id",
            "Bupati Karim",
            "jembatan itu sudah rusak",
        ),
        ("Pasukan pemerintah, kata saksi mata, menembaki kerumunan itu.", "id", "saksi mata", "Pasukan pemerintah"),
        (
            "Menurut dua pejabat yang enggan disebutkan namanya, rencana itu batal.",
            "id",
            "dua pejabat",
            "rencana itu batal",
        ),
        ("Rencana itu batal, menurut juru bicara istana.", "id", "juru bicara istana", "Rencana itu batal"),
        (
            "Tim pemantau, lewat laporan awal, menilai pemilu berlangsung tertib.",
            "id",
            "Tim pemantau",
            "pemilu berlangsung tertib",
        ),
        ("Two miners were rescued late on Monday, the governor said.", "en", "the governor", "Two miners were rescued"),
        ("The storm, forecasters said, will reach the coast by Friday.", "en", "forecasters", "will reach the coast"),
        (
            "A spokesman, Col. Arturo Diaz, said that the road was mined.",
            "en",
            "Col. Arturo Diaz",
            "the road was mined",
        ),
        ("The road was mined, according to the engineers who cleared it.", "en", "the engineers", "The road was mined"),
        ('"Nobody asked us," said Maria Lopez, who owns the mill.', "en", "Maria Lopez", "Nobody asked us"),
    ],
)
def test_source_and_content(says: Says, text: str, lang: str, source: str, content: str) -> None:
    said = _one(says(text, lang), source)
    assert content in said.content
    assert said.cue not in said.content
    assert source not in said.content


def test_a_relative_clause_is_no_part_of_the_source(says: Says) -> None:
    said = _one(says('"Kami lapar," kata Siti, yang mengungsi sejak Mei.', "id"), "Siti")
    assert said.source == "Siti"


def test_a_broken_quotation_is_one_attribution(says: Says) -> None:
    said = _one(says('"We lost the vote," she said. "We accept it with regret."', "en"), "she")
    assert len(said.raw.content) == 2
    assert "We accept it" in said.content


def test_a_paragraph_in_marks_goes_on_with_the_speaker_before(says: Says) -> None:
    text = '"Sawah kami kering," kata Tarno.\n"Sumur pun tidak berair lagi sejak Juli."'
    found = says(text, "id")
    assert [said.source for said in found] == ["Tarno", "Tarno"]
    assert found[1].cue == ""
    assert found[1].content.startswith('"Sumur')


def test_the_quotation_behind_a_colon(says: Says) -> None:
    said = _one(says('Wali Kota Rizal mengatakan:\n"Jalan itu dibuka kembali besok pagi."', "id"), "Rizal")
    assert "dibuka kembali" in said.content


def test_a_question_mark_does_not_cut_the_cue_off(says: Says) -> None:
    said = _one(says('"Siapa yang membayar semua ini?" tanya anggota parlemen Leila.', "id"), "Leila")
    assert said.stance == "asks"
    assert "Siapa yang membayar" in said.content


def test_two_claims_side_by_side(says: Says) -> None:
    found = says("Tentara menyebut korban tewas 12 orang, sedangkan warga setempat menyebut 17 orang.", "id")
    assert [said.source for said in found] == ["Tentara", "warga setempat"]
    assert "17" not in found[0].content


def test_a_second_verb_of_the_same_subject(says: Says) -> None:
    found = says("Police confirmed that one man had died and said he had fallen from a roof.", "en")
    assert {said.source for said in found} == {"Police"}
    assert any("fallen" in said.content and "died" not in said.content for said in found)


@pytest.mark.parametrize(
    ("text", "lang", "stance"),
    [
        ("Kepala polisi membantah anak buahnya menembak demonstran.", "id", "denies"),
        ("Serikat buruh mengancam bahwa mereka akan mogok pekan depan.", "id", "threatens"),
        ("Pemerintah berjanji akan membebaskan semua tahanan.", "id", "promises"),
        ("The envoy urged both sides to hold their fire.", "en", "asks"),
        ("The rebels claimed they had shot down a helicopter.", "en", "claims"),
    ],
)
def test_stance(says: Says, text: str, lang: str, stance: str) -> None:
    assert [said.stance for said in says(text, lang)] == [stance]


def test_hearsay_has_no_source(says: Says) -> None:
    (said,) = says("Lima penambang dilaporkan terjebak di bawah tanah.", "id")
    assert said.source == ""
    assert "Lima penambang" in said.content
    assert "terjebak" in said.content


def test_what_is_not_said_is_no_attribution(says: Says) -> None:
    assert says("Juru bicara itu tidak mengatakan apakah pasukan akan ditarik.", "id") == []
    assert says("The ministry declined to comment.", "en") == []


def test_attributions_stand_inside_attributions(says: Says) -> None:
    found = says("The lawyer said the guards told her that nobody would be released.", "en")
    inner = next(said for said in found if said.cue == "told")
    outer = next(said for said in found if said.cue == "said")
    assert inner.raw.parent == outer.raw.id
    assert outer.raw.parent is None


def test_ids_run_in_text_order_and_spans_lie_in_the_text(says: Says) -> None:
    text = '"Kami pulang," kata Ali. Menurut Budi, jalan masih ditutup. Citra mengatakan listrik padam.'
    found = says(text, "id")
    assert [said.raw.id for said in found] == ["s1", "s2", "s3"]
    for said in found:
        for span in (*said.raw.source, *said.raw.cue, *said.raw.content):
            assert 0 <= span.start < span.end <= len(text)


def test_the_same_input_gives_the_same_output(says: Says) -> None:
    text = 'Reuters, citing two officials, reported that the deal had collapsed. "It is over," one of them said.'
    assert [said.raw for said in says(text, "en")] == [said.raw for said in says(text, "en")]


def test_nothing_in_an_empty_text(says: Says) -> None:
    assert says("", "id") == []


def test_a_bare_threat_is_no_attribution(says: Says) -> None:
    assert says("Serikat buruh mengancam akan mogok pekan depan.", "id") == []


def test_a_medium_that_was_told_is_never_the_source(says: Says) -> None:
    text = "“We have kept our word. Now it is their turn,” the rebel commander, Abel Orin, told state radio."
    (said,) = says(text, "en")
    assert said.source == "the rebel commander, Abel Orin"
    assert said.content == "“We have kept our word. Now it is their turn,”"
    assert said.via == ("state radio",)


def test_two_clauses_of_one_cue_are_two_contents(says: Says) -> None:
    found = says("The mayor said ten houses had burned down, and that her office had lost its records.", "en")
    assert [said.source for said in found] == ["The mayor", "The mayor"]
    assert [said.content for said in found] == ["ten houses had burned down", "that her office had lost its records"]


def test_a_report_ends_where_the_verb_of_its_sentence_begins(says: Says) -> None:
    found = says("Reports in Lydian media that the prince had met his rival were rejected by his office.", "en")
    (said,) = [said for said in found if said.cue == "Reports"]
    assert said.source == "Lydian media"
    assert said.content == "that the prince had met his rival"


def test_a_plain_verb_of_saying_needs_no_tree(says: Says) -> None:
    (said,) = says("Citra mengatakan listrik padam.", "id")
    assert (said.source, said.content) == ("Citra", "listrik padam")
