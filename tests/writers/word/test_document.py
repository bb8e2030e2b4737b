"""Whole Word files: valid, the same each time, and open to every string."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
from datetime import date

import docx
import ooxml_integrity
import pytest
from hypothesis import HealthCheck, given, settings

from letterbook.draft import (
    Draft,
    Footnote,
    Heading,
    Image,
    Link,
    Metadata,
    Paragraph,
    Picture,
    Subtitle,
    Table,
    TableCell,
    TableRow,
    Text,
    Title,
)
from letterbook.finding import Place
from letterbook.writers import WRITERS
from letterbook.writers.word.document import write_word
from letterbook.writers.writer import Resources
from tests.writers.conftest import PICTURES
from tests.writers.strategies import HOSTILE, drafts
from tests.writers.word.lint import lint
from tests.writers.word.reading import part

VALIDATOR = os.environ.get("LETTERBOOK_OOXML_VALIDATOR") or shutil.which("ooxml-validator")
OFFICE = shutil.which("soffice")


def everywhere(text):
    """A draft in which `text` stands wherever a text may stand."""
    words = (Text(text),)
    blocks = (
        Title(words),
        Subtitle(words),
        Heading(2, words, identifier=text),
        Paragraph(
            (Text("before "), Link(words, f"https://example.org/{text}", text), Link(words, f"#{text}"))
        ),
        Paragraph((Footnote((Paragraph(words),)),)),
        Picture(Image("chart.png", text, text), words),
        Table((), (TableRow((TableCell(words),)),), (), words),
    )
    metadata = Metadata(
        title=text, subtitle=text, authors=(text,), date=date(2026, 1, 31), language="en", publication=text
    )
    return Draft(blocks, metadata)


@pytest.mark.parametrize("text", HOSTILE)
def test_any_string_may_stand_anywhere(resources, text):
    data = write_word(everywhere(text), resources).data
    assert lint(data) == ()
    docx.Document(io.BytesIO(data))


def test_a_forbidden_character_is_dropped_with_a_finding_at_its_block(resources):
    paragraph = Paragraph((Text("bell\x07 rings"),), place=Place("items/Bell.md", 12, 1))
    written = write_word(Draft((paragraph,)), resources)
    (finding,) = written.findings
    assert (finding.id, str(finding.place)) == ("character-dropped", "items/Bell.md:12:1")
    assert "U+0007" in finding.message
    assert docx.Document(io.BytesIO(written.data)).paragraphs[0].text == "bell rings"


@given(draft=drafts())
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_same_draft_gives_the_same_bytes(resources, draft):
    assert write_word(draft, resources).data == write_word(draft, resources).data


def test_no_finding_where_nothing_is_lost(resources):
    assert write_word(everywhere("patience"), resources).findings == ()


def test_ooxml_integrity_has_nothing_to_say(look, tmp_path):
    path = tmp_path / "draft.docx"
    path.write_bytes(write_word(everywhere("a & b"), Resources(look, PICTURES.get)).data)
    assert ooxml_integrity.check(path) == []


@pytest.mark.skipif(VALIDATOR is None, reason="the Open XML SDK validator is not installed")
@pytest.mark.parametrize("draft", [everywhere("日本語 & <b>"), Draft(())], ids=["everything", "nothing"])
def test_the_open_xml_sdk_has_nothing_to_say(look, draft, tmp_path):
    path = tmp_path / "draft.docx"
    path.write_bytes(write_word(draft, Resources(look, PICTURES.get)).data)
    answer = subprocess.run([VALIDATOR, path], capture_output=True, check=False, timeout=60)
    assert json.loads(answer.stdout)["errors"] == []


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_prints_every_word(resources, tmp_path):
    path = tmp_path / "draft.docx"
    path.write_bytes(write_word(everywhere("patience"), resources).data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "txt:Text", "--outdir", tmp_path, path]
    subprocess.run(command, capture_output=True, check=True, timeout=60)
    # All nine but that of the footnote, which the export to plain text leaves out.
    assert (tmp_path / "draft.txt").read_text(encoding="utf-8").count("patience") == 8


def test_the_document_knows_its_title_author_language_and_date(resources):
    metadata = Metadata(
        title="Letter", subtitle="To all", authors=("Ines", "Otto"), date=date(2026, 1, 31), language="de"
    )
    data = write_word(Draft((), metadata), resources).data
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.title, properties.subject) == ("Letter", "To all")
    assert (properties.author, properties.language) == ("Ines; Otto", "de-DE")
    assert properties.created.date() == properties.modified.date() == date(2026, 1, 31)
    assert '<w:lang w:val="de-DE"/>' in part(data, "word/styles.xml")


def test_headers_and_footers_say_title_and_page(resources):
    metadata = Metadata(title="A letter", publication="Letters & more", language="de")
    data = write_word(Draft((), metadata), resources).data
    section = docx.Document(io.BytesIO(data)).sections[0]
    assert section.different_first_page_header_footer
    assert section.header.paragraphs[0].text == "Letters & more\t\tA letter"
    assert section.first_page_header.paragraphs[0].text == ""
    assert "PAGE" in part(data, "word/footer-default.xml")
    assert "NUMPAGES" in part(data, "word/footer-first.xml")
    assert "Seite " in part(data, "word/footer-first.xml")


def test_what_surrounds_the_body_is_lean(look):
    data = write_word(Draft(()), Resources(look, PICTURES.get)).data
    assert len(data) < 20_000


def test_the_tables_of_writers_names_both_formats():
    assert set(WRITERS) == {"md", "docx"}
