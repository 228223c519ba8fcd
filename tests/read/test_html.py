"""HTML pages: what the text is made of, what is taken from the page's own statements, and pages made to break it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from sumber.errors import ReadError
from sumber.model import Document, Hints
from sumber.read import read_path

HEAD = """<title>Polisi Tangkap Lima Orang - Kabar Sore</title>
<meta property="og:title" content="Polisi Tangkap Lima Orang">
<meta property="og:site_name" content="Kabar Sore"><link rel="canonical" href="https://kabarsore.example/berita/1">"""
BODY = """<nav><a href="/">Beranda</a></nav><article><h1>Polisi Tangkap Lima Orang</h1>
<p>Polisi menangkap lima orang di Yangon, kata <a href="#">Reuters</a>,
seperti dikutip dari<a href="#">Kyodo</a> pada Selasa.</p>
<p>Alinea kedua <b>tebal</b> &amp; <i>miring</i>.<br>Baris sesudahnya cukup panjang untuk dibaca sampai selesai.</p>
<p>Juru bicara <span>junta</span> menolak berkomentar ketika ditanya wartawan pada Rabu siang.</p></article>
<footer>Hak cipta</footer>"""

LD = '<script type="application/ld+json">'
PUBLISHED = '<meta property="article:published_time" content'


def page(head: str = "", body: str = BODY) -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def read(tmp_path: Path, html: str | bytes, name: str = "a.html") -> Document | ReadError:
    file = tmp_path / name
    file.write_bytes(html if isinstance(html, bytes) else html.encode())
    (found,) = read_path(str(file), Hints())
    return found


def read_page(tmp_path: Path, html: str | bytes) -> Document:
    found = read(tmp_path, html)
    assert isinstance(found, Document), found
    return found


def test_text_is_the_title_and_paragraphs_with_blank_lines_between(tmp_path: Path) -> None:
    assert read_page(tmp_path, page(HEAD)).text.split("\n\n") == [
        "Polisi Tangkap Lima Orang",
        "Polisi menangkap lima orang di Yangon, kata Reuters, seperti dikutip dari Kyodo pada Selasa.",
        "Alinea kedua tebal & miring.",
        "Baris sesudahnya cukup panjang untuk dibaca sampai selesai.",
        "Juru bicara junta menolak berkomentar ketika ditanya wartawan pada Rabu siang.\n",
    ]


def test_what_the_page_states_of_itself(tmp_path: Path) -> None:
    found = read_page(tmp_path, page(HEAD))
    assert (found.title, found.outlet) == ("Polisi Tangkap Lima Orang", "Kabar Sore")
    assert found.url == "https://kabarsore.example/berita/1"
    assert (found.published, found.published_how, found.lang) == (None, None, None)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (f'{LD}{{"@graph": [{{"datePublished": "2021-06-23T01:00:00+07:00"}}]}}</script>', "2021-06-23"),
        (f'{PUBLISHED}="2021-06-23T10:00:00Z">', "2021-06-23"),
        ('<meta name="pubdate" content="2021/06/23 10:00">', "2021-06-23"),
        (f'<meta property="article:modified_time" content="2021-06-25">{PUBLISHED}="2021-06-23">', "2021-06-23"),
        (f'{LD}{{"datePublished": nonsense</script><meta name="date" content="2021-06-23">', "2021-06-23"),
        (f'{LD}{"[" * 100_000}</script>{PUBLISHED}="2021-06-23">', "2021-06-23"),
        (f'{PUBLISHED}="kemarin">', None),
        (f'{PUBLISHED}="2021-13-45">', None),
        ('<link rel="canonical" href="https://kabarsore.example/2021/06/23/berita">', None),
    ],
    ids=range(9),
)
def test_a_day_of_publication_counts_only_where_the_page_states_it(tmp_path: Path, head: str, day: str | None) -> None:
    found = read_page(tmp_path, page(head))
    assert found.published == day
    assert found.published_how == ("metadata" if day else None)


def test_the_declared_charset_is_followed(tmp_path: Path) -> None:
    html = page('<meta charset="iso-8859-1">', BODY.replace("Yangon", "Léré"))
    assert "di Léré, kata" in read_page(tmp_path, html.encode("cp1252")).text
    html = page(
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', BODY.replace("Yangon", "Киев")
    )
    assert "di Киев, kata" in read_page(tmp_path, html.encode("cp1251")).text


def test_a_page_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    found = read(tmp_path, page(HEAD), name="page")
    assert isinstance(found, Document)
    assert found.title == "Polisi Tangkap Lima Orang"


@pytest.mark.parametrize(
    "html",
    [
        "<html><body>" + "<div>" * 45_000 + "teks" + "</div>" * 45_000,
        "<html><body>" + "<b>" * 90_000 + "teks",
        "<html><body>" + "<a><b><i>" * 30_000 + "teks",
        "<html><body>" + "<table><tr><td>" * 20_000 + "teks",
        "<html><body><p " + "a=1 " * 100_000 + ">teks",
        "<html>" + "<" * 50_000,
        "<html><body><script>" + "var x = '<p>bukan teks</p>';" * 20_000 + "</script>",
        "<html><!--" * 20_000,
        "<html><body></body></html>",
        "bukan halaman",
        "<html><body>" + "<div>" * 200_000,
    ],
    ids=range(11),
)
def test_hostile_pages_are_refused_quickly(tmp_path: Path, html: str) -> None:
    begun = time.monotonic()
    found = read(tmp_path, html)
    assert time.monotonic() - begun < 8
    assert isinstance(found, ReadError) or len(found.text) < 1000
    if isinstance(found, ReadError):
        assert found.uri.endswith("a.html")


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    entities = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefg", "bcdefgh", strict=True)
    )
    found = read(tmp_path, f"<!DOCTYPE html [{entities}]><html><body>{BODY}<p>&h;</p></body></html>")
    assert isinstance(found, ReadError) or len(found.text) < 2000


def test_scripts_leave_no_text(tmp_path: Path) -> None:
    found = read_page(tmp_path, page(HEAD, BODY + "<script>document.write('rahasia')</script>"))
    assert "rahasia" not in found.text


def test_nul_and_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Juru bicara" in read_page(tmp_path, page(HEAD, BODY.replace("lima", "li\0ma"))).text
    monkeypatch.setattr("sumber.read.html.MAX_PAGE_BYTES", 100)
    found = read(tmp_path, page(HEAD))
    assert isinstance(found, ReadError)
    assert "larger than" in found.trouble
