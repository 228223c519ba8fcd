"""Facts of an invented affair in Malawi, each as a sentence of both languages."""

from __future__ import annotations

from tests.merge.made_records import BLANTYRE, MZUZU, POLICE, Fact, Who

MINISTER: Who = ("person", "MWI", "GOV")
MINERS: Who = ("organization", "MWI", "BUS")

ARREST = Fact(
    "{a:Police} {t:arrested} {q:forty} {r:marchers} near the old market of {p:Blantyre} on {d:Friday} after a "
    "night of burning tyres.",
    "{a:Polisi} {t:menangkap} {q:empat puluh} {r:pengunjuk rasa} di dekat pasar lama {p:Blantyre} pada "
    "{d:Jumat} setelah semalam ban dibakar.",
    type="COERCE", modes=("arrest",), on="2024-05-03", count=("arrested", 40, 40),
)  # fmt: skip
CLASH = Fact(
    "{a:Marchers} {t:threw} stones at {r:officers} who guarded the tax office of {p:Mzuzu} on {d:Thursday}, "
    "and two windows broke.",
    "{a:Pengunjuk rasa} {t:melempari} {r:petugas} yang menjaga kantor pajak {p:Mzuzu} dengan batu pada "
    "{d:Kamis}, dua jendela pecah.",
    type="ASSAULT", on="2024-05-02", actor=("group", "MWI", "CVL"), recipient=POLICE, place=MZUZU,
)  # fmt: skip
DEATHS = Fact(
    "{a:Soldiers} {t:killed} {q:three} {r:students} in {p:Blantyre} on {d:Friday}, according to {s:Chisomo "
    "Banda}, a surgeon at the hospital.",
    "{a:Tentara} {t:menewaskan} {q:tiga} {r:mahasiswa} di {p:Blantyre} pada {d:Jumat}, menurut {s:Chisomo "
    "Banda}, dokter bedah rumah sakit.",
    type="ASSAULT", modes=("firearms",), on="2024-05-03", actor=("group", "MWI", "MIL"),
    recipient=("group", "MWI", "EDU"), speaker=("person", "MWI", "HLH"), count=("killed", 3, 3),
)  # fmt: skip
VISIT = Fact(
    "Interior minister {a:Thandiwe Phiri} {t:met} the union leader {r:Kondwani Mbewe} in {p:Mzuzu} on "
    "{d:Saturday} to speak about wages.",
    "Menteri dalam negeri {a:Thandiwe Phiri} {t:bertemu} pemimpin serikat {r:Kondwani Mbewe} di {p:Mzuzu} "
    "pada {d:Sabtu} membahas upah.",
    type="CONSULT", modes=("visit",), on="2024-05-04", actor=MINISTER, recipient=("person", "MWI", "LAB"), place=MZUZU,
)  # fmt: skip
STRIKE = Fact(
    "The {a:Kayelekera Mining Company} {t:warned} {r:workers} of {p:Mzuzu} on {d:Sunday} that the pits would "
    "close for eleven weeks.",
    "{a:Kayelekera Mining Company} {t:memperingatkan} {r:pekerja} {p:Mzuzu} pada {d:Minggu} bahwa tambang "
    "akan tutup sebelas pekan.",
    type="THREATEN", on="2024-05-05", actor=MINERS, recipient=("group", "MWI", "LAB"), place=MZUZU,
)  # fmt: skip
QUOTE = Fact(
    "“Nobody who comes home tonight with clean hands has anything to fear from my officers,” {s:Mapopa "
    "Gondwe} said, quoted by {v:AFP}.",
    "“Tidak seorang pun yang pulang malam ini dengan tangan bersih perlu takut kepada anak buah saya,” kata "
    "{s:Mapopa Gondwe}, dikutip {v:AFP}.",
    quoted=True,
)  # fmt: skip
CURFEW = Fact(
    "The city council of {p:Blantyre} {t:imposed} a curfew on {r:residents} from {d:Monday}, its first since "
    "the floods of the year before.",
    "Dewan kota {p:Blantyre} {t:memberlakukan} jam malam bagi {r:warga} mulai {d:Senin}, yang pertama sejak "
    "banjir tahun sebelumnya.",
    type="COERCE", modes=("curfew",), on="2024-05-06", place=BLANTYRE,
)  # fmt: skip
TALKS = Fact(
    "{a:Thandiwe Phiri} and {r:Kondwani Mbewe} {t:signed} a paper in {p:Blantyre} on {d:Tuesday} that doubles "
    "the pay of {q:nine hundred} miners.",
    "{a:Thandiwe Phiri} dan {r:Kondwani Mbewe} {t:menandatangani} kertas di {p:Blantyre} pada {d:Selasa} yang "
    "menggandakan upah {q:sembilan ratus} penambang.",
    type="AGREE", on="2024-05-07", actor=MINISTER, recipient=("person", "MWI", "LAB"), count=("other", 900, 900),
)  # fmt: skip
FACTS = (ARREST, CLASH, DEATHS, VISIT, STRIKE, QUOTE, CURFEW, TALKS)
