"""What each line of a page is for, on pages written for these tests."""

from __future__ import annotations

import pytest

from sumber.layout import lay_out
from sumber.model import Article, Document

BODY_ID = """Polisi menangkap lima demonstran di ibu kota pada Selasa, kata juru bicara kepolisian.

Mereka dibebaskan sehari kemudian."""
BODY_EN = """Police detained five protesters in the capital on Tuesday, a spokesman said.

They were freed a day later."""


def lay(text: str, lang: str = "id", **known: str) -> Article:
    return lay_out(Document(id="x", text=text, **known), lang)  # type: ignore[arg-type]


def kinds(text: str, lang: str = "id", **known: str) -> list[tuple[str, str]]:
    article = lay(text, lang, **known)
    return [(block.kind, text[block.start : block.end]) for block in article.blocks]


PAGE_ID = [
    ("furniture", "Beranda / Dunia"),
    ("title", "Polisi Tangkap Lima Demonstran di Ibu Kota"),
    ("title", "Oposisi sebut penangkapan melanggar hukum"),
    ("byline", "Dian Lestari - detikNews"),
    ("furniture", "Selasa, 4 Mei 2021 | 10:15 WIB"),
    ("furniture", "Bagikan"),
    ("caption", "Demonstran berkumpul di depan istana, Selasa (4/5/2021). (AFP/Dian Lestari)"),
    ("dateline", "YANGON, KABARSORE.COM -"),
    ("paragraph", "Polisi menangkap lima demonstran pada Selasa (4/5), kata juru bicara kepolisian."),
    ("furniture", "Baca juga: Lima Unjuk Rasa Terbesar Dekade Ini"),
    ("paragraph", "Mereka dibebaskan."),
    ("title", "Seruan mogok"),
    ("paragraph", "Serikat buruh menyerukan pemogokan umum pada akhir pekan, menurut selebaran mereka."),
    ("furniture", "ADVERTISEMENT"),
    ("furniture", "Lihat juga"),
    ("furniture", "Kronologi Unjuk Rasa di Yangon"),
    ("paragraph", '"Kami tidak takut," kata ketua serikat.'),
    ("byline", "(dls/ran)"),
    ("byline", "Editor : Ran Wijaya"),
    ("furniture", "Simak berita lainnya di kanal Telegram Kabar Sore."),
    ("furniture", "Terpopuler"),
    ("furniture", "Resep Mohinga ala Rumahan"),
    ("furniture", "© 2021 Kabar Sore"),
]
PAGE_EN = [
    ("furniture", "Home > World > Asia"),
    ("title", "Police detain five protesters in capital | Riverside Courier"),
    ("byline", "By DANA LOWE in Yangon and Sam Hart"),
    ("furniture", "Updated May 4, 2021 10:15 a.m."),
    ("furniture", "3 min read"),
    ("title", "Police detain five protesters in capital"),
    ("caption", "Protesters gather outside the palace on Tuesday. Handout via Reuters"),
    ("dateline", "YANGON, May 4 (Riverside Courier) —"),
    ("paragraph", "Police detained five protesters on Tuesday, a spokesman said in a statement."),
    ("furniture", "Story continues below advertisement"),
    ("furniture", "RELATED: A decade of protest"),
    ("paragraph", "They were freed."),
    ("byline", "Reporting by Dana Lowe; Editing by Sam Hart"),
    ("furniture", "Sign up for our morning newsletter"),
    ("furniture", "Read next: How to cook mohinga"),
    ("furniture", "Our standards: The Courier charter"),
]


@pytest.mark.parametrize(("page", "lang"), [(PAGE_ID, "id"), (PAGE_EN, "en")])
@pytest.mark.parametrize("blank", [True, False])
def test_a_whole_page(page: list[tuple[str, str]], lang: str, blank: bool) -> None:
    text = ""
    for kind, words in page:
        text += words + (" " if kind == "dateline" else "\n\n" if blank else "\n")
    assert kinds(text, lang) == page


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("(CSP)", "byline"),
        ("(abc/def)", "byline"),
        ("abc/def (AFP, Reuters)", "byline"),
        ("(AFP/DWI)", "byline"),
        ("Sumber: INA, AFP", "byline"),
        ("Reporter: Dian Lestari | Editor: Ran Wijaya", "byline"),
        ("Pewarta : Dian Lestari", "byline"),
        ("Laporan Wartawan Kabarsore.com, Dian Lestari", "byline"),
        ("REUTERS | KYODO", "byline"),
        ("Baca Juga", "furniture"),
        ("Baca Juga:", "furniture"),
        ("Rekomendasi untuk Anda", "furniture"),
        ("Ikuti berita pilihan kami di Google News", "furniture"),
        ("Saksikan Live di Sini", "furniture"),
        ("Tag: Myanmar, polisi", "furniture"),
        ("[Gambas:Video 20detik]", "furniture"),
        ("Kabarsore.com - 04/05/2021, 09:14 WIB", "furniture"),
        ("2 jam lalu", "furniture"),
        ("* * *", "furniture"),
        ("Foto: Warga berkumpul di depan istana. (ANTARA FOTO/Ilustrasi)", "caption"),
        ("Warga berkumpul di depan istana. (Dok. Humas Polri)", "caption"),
        ("Warga berkumpul di depan istana pada Rabu. REUTERS/Dian Lestari", "caption"),
    ],
)
def test_a_line_is_known_by_its_words_above_and_below(line: str, kind: str) -> None:
    above = kinds(f"Polisi Tangkap Lima Demonstran\n{line}\n\n{BODY_ID}")
    below = kinds(f"{BODY_ID}\n\n{line}\n")
    assert (kind, line) in above
    assert below[-1] == (kind, line)
    assert [words for found, words in above if found == "paragraph"] == BODY_ID.split("\n\n")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Dana Lowe", "byline"),
        ("By Nidal al-Hakim and Dana Lowe", "byline"),
        ("(With inputs from agencies)", "byline"),
        ("Additional reporting by Dana Lowe in Riverside", "byline"),
        ("Source: Agencies", "byline"),
        ("ADVERTISEMENT", "furniture"),
        ("Most read: How glaciers feed a valley", "furniture"),
        ("Continue reading with a free account", "furniture"),
        ("Follow our coverage on WhatsApp", "furniture"),
        ("May 4, 2021 3:14 AM GMT+7", "furniture"),
        ("Photo: Police in riot gear on Friday (Riverside Courier/D. Lowe)", "caption"),
        ("Image: Rescuers search a house. Handout/Emergencies Committee", "caption"),
    ],
)
def test_an_english_line_is_known_by_its_words(line: str, kind: str) -> None:
    assert (kind, line) in kinds(f"Police detain five protesters\n{line}\n\n{BODY_EN}", "en")
    assert kinds(f"{BODY_EN}\n\n{line}\n", "en")[-1] == (kind, line)


@pytest.mark.parametrize(
    ("dateline", "place", "outlet", "agencies"),
    [
        ("BAMAKO, LENTERADUNIA.COM -", "BAMAKO", "Lenteradunia.com", []),
        ("Kabarsore.com, Yangon -", "Yangon", "Kabarsore.com", []),
        ("YANGON (AFP) -", "YANGON", None, ["AFP"]),
        ("Jakarta (ANTARA/Reuters) -", "Jakarta", None, ["ANTARA", "Reuters"]),
        ("MOSCOW, Oct 3 (Reuters) —", "MOSCOW", None, ["Reuters"]),
        ("MOSCOW, October 3. /TASS/.", "MOSCOW", None, ["TASS"]),
        ("Jakarta, Kompas -", "Jakarta", "Kompas", []),
        ("JAKARTA, KOMPAS.com –", "JAKARTA", "Kompas", []),
        ("Jakarta, CNN Indonesia --", "Jakarta", "CNN Indonesia", []),
        ("SABANG (Bahari Post) —", "SABANG", "Bahari Post", []),
        ("SAMAWAH, Pelita Timur.", "SAMAWAH", "Pelita Timur", []),
        ("Jenewa, 13 Juli 2021 (ANTARA) -", "Jenewa", None, ["ANTARA"]),
        ("NEW DELHI/ISLAMABAD, Nov. 2 --", "NEW DELHI", None, []),
        ("ST. PETERSBURG, Aug. 10 (UPI) —", "ST. PETERSBURG", None, ["UPI"]),
        ("Nairobi, Kenya –", "Nairobi", None, []),
        ("HONG KONG, Feb 5 —", "HONG KONG", None, []),
        ("DUSHANBE -", "DUSHANBE", None, []),
        ("Hanoi -", "Hanoi", None, []),
        ("VIVA –", None, "Viva", []),
        ("Portaldelta.id -", None, "Portaldelta.id", []),
    ],
)
def test_datelines(dateline: str, place: str | None, outlet: str | None, agencies: list[str]) -> None:
    body = "Polisi menangkap lima demonstran di ibu kota pada Selasa, kata juru bicara."
    text = f"Polisi Tangkap Lima Demonstran\n\n{dateline} {body}\n\nMereka dibebaskan sehari kemudian.\n"
    article = lay(text)
    blocks = [(block.kind, text[block.start : block.end]) for block in article.blocks]
    assert blocks[1:3] == [("dateline", dateline), ("paragraph", body)]
    assert (text[slice(*article.dateline_place)] if article.dateline_place else None) == place
    assert article.outlet == outlet
    assert [text[slice(*span)] for span in article.dateline_agencies] == agencies


def test_a_place_and_a_colon() -> None:
    body = (
        "Pengadilan menjatuhkan hukuman lima tahun penjara kepada dua aktivis pada Selasa, kata pengacara mereka "
        "di luar gedung pengadilan. Keduanya akan naik banding dalam pekan ini."
    )
    assert kinds(f"Dua Aktivis Dihukum\n\nYangon: {body}")[1:] == [("dateline", "Yangon:"), ("paragraph", body)]


@pytest.mark.parametrize(
    "line",
    [
        "Presiden: Kami tidak akan mundur dari perundingan yang sedang berjalan di Jenewa.",
        "Min Aung Hlaing - kepala junta - mengatakan pasukan akan ditarik pada akhir bulan.",
        "Pada Selasa - hari ketiga - perundingan itu dihentikan oleh kedua pihak.",
        "Editor’s Note: this report was first written in the week before the vote was held.",
        "AS, Inggris dan Prancis - tiga anggota tetap - menolak rancangan resolusi tersebut.",
    ],
)
def test_what_is_no_dateline(line: str) -> None:
    assert not [block for block in lay(f"{line}\n\n{BODY_ID}").blocks if block.kind == "dateline"]


def test_titles() -> None:
    title = "Polisi Tangkap Lima Demonstran"
    assert lay(f"{title}\n\n{BODY_ID}").title == title
    assert lay(f"{BODY_ID}").title is None
    assert lay("Polisi menangkap lima demonstran").title is None
    assert lay(f"{BODY_ID}", title="Judul").title == "Judul"
    assert kinds(f"Kabar\n{title} - Kompas.com\n\n{BODY_ID}", title=title)[:2] == [
        ("furniture", "Kabar"),
        ("title", f"{title} - Kompas.com"),
    ]
    assert lay(f"{title} | Kabar Sore\n\n{BODY_ID}").title == title
    assert kinds(f"{title}\n\n{title}.\n\n{BODY_ID}", title=title)[:2] == [("title", title), ("title", f"{title}.")]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"Polisi Tangkap Lima\nKabarsore.com - 04/05/2021, 09:14 WIB\n\n{BODY_ID}", "Kabarsore.com"),
        (f"Polisi Tangkap Lima Orang | Kabar Sore\n\nPolisi Tangkap Lima Orang\n\n{BODY_ID}", "Kabar Sore"),
        (f"Polisi Tangkap Lima\n\n{BODY_ID}\n\n© 2021 The Riverside Courier", "The Riverside Courier"),
        (f"{BODY_ID}\n\nArtikel ini telah tayang di Kompas.com dengan judul Lima Orang Ditangkap", "Kompas"),
        (f"Polisi Tangkap Lima\nDian Lestari - Selasa, 4 Mei 2021\n\n{BODY_ID}", None),
        (f"Polisi Tangkap Lima\nYangon, 4 Mei 2021\n\n{BODY_ID}", None),
        (BODY_ID, None),
    ],
)
def test_the_outlet_is_what_the_page_names(text: str, outlet: str | None) -> None:
    assert lay(text).outlet == outlet
    assert lay(text, outlet="Kompas.com").outlet == "Kompas"
    assert lay(text, outlet="Harian Sendiri").outlet == "Harian Sendiri"


@pytest.mark.parametrize(
    ("closing", "credits"),
    [
        ("\n\n(AFP/DWI)", ["AFP"]),
        ("\n\n(REUTERS/DWI)", ["REUTERS"]),
        (" (AFP/DWI)", ["AFP"]),
        (" (ant)", ["ant"]),
        (" — Reuters", ["Reuters"]),
        ("\n\nSumber: Xinhua", ["Xinhua"]),
        ("\n\nEditor: Dian\nSumber: Xinhua", ["Xinhua"]),
        ("\n\n(With inputs from PTI)", ["PTI"]),
        ("\n\nSumber: INA, AFP", []),
        ("\n\nsumber : Xinhua/BBC", []),
        ("\n\nSumber: Harian Rakyat Baru, AFP", []),
        ("\n\n(ant/rtr)", []),
        ("\n\n(ANI)", []),
        ("\n\n(With inputs from agencies)", []),
        ("\n\n(CSP)", []),
        ("", []),
    ],
)
def test_one_agency_in_a_closing_credit_counts_and_two_settle_nothing(closing: str, credits: list[str]) -> None:
    text = BODY_ID + closing + "\n"
    article = lay(text)
    assert [text[slice(*span)] for span in article.credits] == credits
    paragraphs = [text[block.start : block.end] for block in article.blocks if block.kind == "paragraph"]
    assert paragraphs == BODY_ID.split("\n\n")


def test_the_publishing_outlet_is_no_source_of_itself() -> None:
    text = f"Jakarta (ANTARA) - {BODY_ID}\n\nSumber: Antara"
    assert len(lay(text).dateline_agencies) == len(lay(text).credits) == 1
    own = lay(text, outlet="antaranews.com")
    assert (own.outlet, own.dateline_agencies, own.credits) == ("Antara", (), ())


def test_an_agency_behind_a_caption_is_not_one_behind_the_article() -> None:
    caption = "Demonstran berkumpul di depan istana, Selasa. (AFP)"
    assert kinds(f"Polisi Tangkap Lima\n{caption}\n\n{BODY_ID}")[1] == ("caption", caption)
    closing = "Para demonstran berkumpul lagi di depan istana pada Rabu pagi. (AFP)"
    found = kinds(f"{BODY_ID}\n\n{closing}")
    assert found[-2:] == [("paragraph", closing[:-6]), ("byline", "(AFP)")]
    inside = "Kabar itu disiarkan Agence France-Presse (AFP) pada Rabu pagi dari ibu kota (AFP)."
    assert kinds(f"{inside}\n\n{BODY_ID}")[0] == ("paragraph", inside)


def test_a_link_glued_to_a_paragraph_is_cut_off() -> None:
    text = f"Polisi menangkap lima demonstran pada Selasa. Baca juga: Lima Unjuk Rasa Terbesar\n\n{BODY_ID}"
    assert kinds(text)[:2] == [
        ("paragraph", "Polisi menangkap lima demonstran pada Selasa."),
        ("furniture", "Baca juga: Lima Unjuk Rasa Terbesar"),
    ]


def test_a_list_that_the_article_announces_is_its_own() -> None:
    text = f"{BODY_ID}\n\nBerikut nama mereka yang ditangkap polisi pada hari itu:\n- Dian Lestari\n- Ran Wijaya\n"
    assert [kind for kind, _ in kinds(text)] == ["paragraph"] * 5


def test_a_page_without_running_text() -> None:
    assert kinds("Polisi Tangkap Lima\nMereka Bebas Lagi") == [
        ("title", "Polisi Tangkap Lima"),
        ("paragraph", "Mereka Bebas Lagi"),
    ]
    assert kinds("") == []
