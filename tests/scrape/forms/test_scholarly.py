"""JATS and TEI."""

from __future__ import annotations

import pytest
from scrape.forms.made_documents import FIRST, HEADING, LAST, SECOND, TITLE

from course_reader.scrape import ScrapeError, scrape

JATS = f"""<?xml version="1.0"?><!DOCTYPE article PUBLIC "-//NLM//DTD JATS//EN" "JATS.dtd">
<article xml:lang="en"><front><journal-meta><journal-title>Journal of Ferries</journal-title></journal-meta>
<article-meta><article-id pub-id-type="doi">10.5555/1</article-id><title-group><article-title>{TITLE}</article-title>
</title-group><contrib-group><contrib contrib-type="author"><name><surname>Marsh</surname>
<given-names>Lena</given-names></name></contrib></contrib-group>
<pub-date date-type="pub"><day>2</day><month>3</month><year>2024</year></pub-date>
</article-meta></front><body><p>{FIRST}<xref>1</xref></p><sec><title>{HEADING}</title><p>{SECOND}<fn><p>x</p></fn></p>
<list><list-item><p>{LAST}</p></list-item><list-item><p>A feast.</p></list-item></list></sec></body></article>"""
TEI = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>{TITLE}</title>
<author>Lena Marsh</author></titleStmt><publicationStmt><publisher>Bay Editions</publisher><date when="2024-03-02"/>
</publicationStmt></fileDesc></teiHeader><text><body><div><head>{HEADING}</head><p>{FIRST}<note>x</note></p>
<sp><speaker>Quill.</speaker><p>We waited long <lb/>enough.</p></sp></div></body></text></TEI>"""


def test_jats() -> None:
    got = scrape(JATS, filename="a.xml")
    assert (got.title, got.byline, got.date, got.outlet, got.url) == (
        TITLE, "Lena Marsh", "2024-03-02", "Journal of Ferries", "https://doi.org/10.5555/1",
    )  # fmt: skip
    assert [(block.kind, block.text) for block in got.blocks] == [
        ("paragraph", FIRST), ("heading", HEADING), ("paragraph", SECOND), ("list", f"- {LAST}\n- A feast."),
    ]  # fmt: skip


def test_tei_keeps_who_speaks() -> None:
    got = scrape(TEI)
    assert (got.title, got.byline, got.date, got.outlet) == (TITLE, "Lena Marsh", "2024-03-02", "Bay Editions")
    assert [block.text for block in got.blocks] == [HEADING, FIRST, "Quill: We waited long enough."]


def test_an_entity_of_the_file_is_not_resolved() -> None:
    raw = TEI.replace("<TEI", '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/hostname">]><TEI').replace(
        "We waited", "&x;We"
    )
    assert [block.text for block in scrape(raw).blocks][-1] == "Quill: We long enough."


def test_fields_without_a_text_are_refused() -> None:
    with pytest.raises(ScrapeError, match="no text"):
        scrape(JATS[: JATS.index("<body>")] + "</article>")
