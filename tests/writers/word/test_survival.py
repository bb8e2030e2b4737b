"""What later review and copies need is still there after a person has edited and saved the file."""

from __future__ import annotations

import io
import shutil
import subprocess

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from letterbook.draft import (
    Alignment,
    BulletList,
    CodeBlock,
    Division,
    Draft,
    Footnote,
    Heading,
    Image,
    Link,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Span,
    Subtitle,
    Table,
    Text,
    Title,
)
from letterbook.writers.word.document import write_word
from tests.writers.word.reading import paragraph, row
from tests.writers.word.word_package import W, open_word_package, said

OFFICE = shutil.which("soffice")
FIELD = Span((Text("«salutation»"),), (), (("recipient", "salutation"),))
TABLE = Table(
    (Alignment.DEFAULT, Alignment.DECIMAL),
    (row("Fund", "TVPI"),),
    (row("One", "2.1"), row("", "1.45")),
    (Text("Multiples"),),
    identifier="multiples",
)


def passage(*blocks):
    return Division(blocks, ("when",), (("test", "recipient.public_records"),))


LETTER = Draft(
    (
        Title((Text("A letter"),)),
        Subtitle((Text("to all who wait"),)),
        Paragraph((Text("Dear "), FIELD, Text(","))),
        paragraph("Edited in part."),
        paragraph("Typed anew altogether."),
        paragraph("Deleted."),
        Paragraph((Text("See "), Link((Text("Table 1"),), "#multiples"), Footnote((paragraph("A note."),)))),
        Heading(2, (Text("Numbers"),), "numbers"),
        BulletList(
            (ListItem((paragraph("an item"), paragraph("that goes on"))), ListItem((paragraph("another"),)))
        ),
        Quote((paragraph("Quoted words."),), (Text("Somebody"),)),
        TABLE,
        passage(paragraph("For some."), paragraph("And on.")),
        Picture(Image("chart.png", "a chart"), (Text("The chart"),), identifier="chart"),
        CodeBlock("code\nlines"),
        Rule(),
        PageBreak(),
        passage(TABLE, paragraph("Behind it.")),
        Division((paragraph("Wide."),), ("landscape",)),
        paragraph("שלום, 東京 🎉"),
        paragraph("Yours"),
    )
)


@pytest.fixture
def saved_by_libreoffice(tmp_path):
    """Opens the bytes of a Word file in LibreOffice and saves them as one, in a fresh profile."""

    def save(data):
        path, folder = tmp_path / "letter.docx", tmp_path / "saved"
        path.write_bytes(data)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [OFFICE, profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder]
        subprocess.run([*command, path], capture_output=True, check=True, timeout=120)
        return (folder / path.name).read_bytes()

    return save


def marked_paragraphs(data):
    """The words of the paragraphs in which the bookmarks of paragraphs begin, by the bookmarks' names."""
    marks = open_word_package(data).document.iter(f"{W}bookmarkStart")
    return {
        said(mark, f"{W}name"): words(next(mark.iterancestors(f"{W}p")))
        for mark in marks
        if said(mark, f"{W}name").startswith("_lb_b")
    }


def words(paragraph):
    pieces = [piece for run in paragraph.iter(f"{W}r") for piece in run]
    return "".join("\n" if is_line_break(piece) else piece.text or "" for piece in pieces if is_shown(piece))


def is_line_break(piece):
    return piece.tag == f"{W}br" and not said(piece, f"{W}type")


def is_shown(piece):
    return piece.tag == f"{W}t" or is_line_break(piece)


def properties(data):
    """The custom properties by name, and the identifier."""
    package = open_word_package(data)
    custom = {said(entry, "name"): "".join(entry.itertext()) for entry in package.xml["docProps/custom.xml"]}
    (identifier,) = package.xml["docProps/core.xml"].iter("{http://purl.org/dc/elements/1.1/}identifier")
    return custom, identifier.text


def edited(data):
    """The letter after a person has changed, typed anew, deleted, added and joined paragraphs."""
    document = docx.Document(io.BytesIO(data))
    by_words = {each.text: each for each in document.paragraphs}
    by_words["Edited in part."].runs[0].text = "Edited, but in part."
    anew = by_words["Typed anew altogether."]
    for run in anew.runs:
        anew._p.remove(run._r)
    anew.add_run("Something else.")
    deleted = by_words["Deleted."]._p
    for mark in deleted.findall(qn("w:bookmarkStart")):
        deleted.addnext(mark)
    deleted.getparent().remove(deleted)
    added = OxmlElement("w:p")
    by_words["Yours"]._p.addprevious(added)
    docx.text.paragraph.Paragraph(added, document._body).add_run("Added.")
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_keeps_every_anchor_and_the_build_however_often_it_saves(resources, saved_by_libreoffice):
    written = write_word(LETTER, resources)
    expected = {anchor.name: anchor.text for anchor in written.anchors}
    once = saved_by_libreoffice(written.data)
    for data in (once, saved_by_libreoffice(once)):
        assert marked_paragraphs(data) == expected
        assert properties(data) == properties(written.data)
        assert properties(data)[1] == f"letterbook:{written.build}"


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_keeps_what_depends_on_the_recipient(resources, saved_by_libreoffice):
    data = saved_by_libreoffice(write_word(LETTER, resources).data)
    document = open_word_package(data).document
    starts = {said(mark, f"{W}name"): mark for mark in document.iter(f"{W}bookmarkStart")}
    field = starts["_lb_s0001"]
    (shown,) = field.getnext().iter(f"{W}t")
    assert shown.text == "«salutation»"
    assert said(field.getnext().getnext(), f"{W}id") == said(field, f"{W}id")
    assert {"_lb_s0002", "_lb_s0003"} <= set(starts)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_anchors_outlive_that_a_person_edits_and_libreoffice_saves(resources, saved_by_libreoffice):
    written = write_word(LETTER, resources)
    anchors = {anchor.text: anchor.name for anchor in written.anchors}
    data = saved_by_libreoffice(edited(written.data))
    marked = marked_paragraphs(data)
    assert marked[anchors["Edited in part."]] == "Edited, but in part."
    assert marked[anchors["Typed anew altogether."]] == "Something else."
    assert "Added." not in marked.values()
    changed = {anchors[text] for text in ("Edited in part.", "Typed anew altogether.", "Deleted.")}
    for anchor in written.anchors:
        if anchor.name not in changed:
            assert marked[anchor.name] == anchor.text
    assert properties(data)[0]["letterbook-build"] == written.build
