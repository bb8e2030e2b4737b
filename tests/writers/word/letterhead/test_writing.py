"""Drafts in letterheads: what changes, what stays byte for byte, and that every program opens the result."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
from collections import Counter
from datetime import date
from pathlib import Path

import docx
import ooxml_integrity
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from letterbook.draft import (
    Alignment,
    BulletList,
    Division,
    Draft,
    Footnote,
    Heading,
    Image,
    Link,
    ListItem,
    Metadata,
    NumberedList,
    Paragraph,
    Picture,
    Quote,
    Table,
    TableCell,
    TableRow,
    Text,
    Title,
)
from letterbook.finding import Severity
from letterbook.writers.word.document import write_word
from letterbook.writers.word.opened.archive import open_archive
from letterbook.writers.writer import LetterheadFile, Resources
from tests.writers.conftest import PICTURES
from tests.writers.strategies import drafts
from tests.writers.word.letterhead import letterheads
from tests.writers.word.letterhead.letterheads import (
    ADDRESS,
    MAIN,
    NAMESPACES,
    PACKAGE,
    PLACE,
    SECTION,
    WORD,
    document,
    german,
    german_body,
    german_parts,
    german_with,
    relationships,
    style,
    types,
    wrap,
)
from tests.writers.word.lint import lint
from tests.writers.word.reading import part
from tests.writers.word.word_package import W, open_word_package, said, value

VALIDATOR = os.environ.get("LETTERBOOK_OOXML_VALIDATOR") or shutil.which("ooxml-validator")
OFFICE = shutil.which("soffice")
BARE = "<w:p><w:r><w:t>{{ body }}</w:t></w:r></w:p>"


def words(text):
    return (Text(text),)


def paragraph(text):
    return Paragraph(words(text))


def table(cell):
    return Table(
        (Alignment.LEFT,), (TableRow((TableCell(words("Head")),)),), (TableRow((TableCell(words(cell)),)),)
    )


EVERYTHING = Draft(
    (
        Title(words("A letter")),
        Heading(2, words("Datum"), identifier="datum"),
        Paragraph(
            (
                Text("Words, "),
                Link(words("a link"), "https://example.org/a?b=1&c=2"),
                Link(words("x"), "#datum"),
            )
        ),
        Paragraph(
            (Text("With a note"), Footnote((Paragraph((Link(words("noted"), "https://example.org/n"),)),)))
        ),
        BulletList((ListItem((paragraph("one"),)), ListItem((paragraph("two"),)))),
        NumberedList((ListItem((paragraph("first"),)),), 3),
        Picture(Image("chart.png", "A chart", ""), words("What it shows"), identifier="chart"),
        Picture(Image("photo.jpg", "A photo"), ()),
        table("cell"),
        Division((paragraph("To whom"),), ("anschrift",)),
    ),
    Metadata(title="A letter", authors=("Ada Tide",), date=date(2026, 1, 31), language="de"),
)
PLAIN = Draft((Heading(1, words("One")),), Metadata(language="de-DE"))


@pytest.fixture(scope="session")
def write(resources):
    def written(draft, letterhead):
        return write_word(draft, Resources(resources.look, PICTURES.get, letterhead=letterhead))

    return written


def changed_members(letterhead, data):
    """The names of the members that differ and of the new ones; all others are the same to the byte."""
    before = open_archive("a", letterhead.data).members
    after = {member.name: member for member in open_archive("b", data).members}
    names = [member.name for member in before]
    assert list(after)[: len(names)] == names
    changed = {member.name for member in before if not same(member, after[member.name])}
    return changed, set(after) - set(names)


def same(one, other):
    return (one.packed, one.moment, one.attributes, one.method) == (
        *(other.packed, other.moment, other.attributes, other.method),
    )


def texts(data):
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def faults(data):
    return Counter((finding.id, finding.message) for finding in lint(data))


# --- what changes and what stays ---------------------------------------------------------------


def test_only_what_a_draft_needs_changes(write):
    letterhead = german()
    changed, new = changed_members(letterhead, write(EVERYTHING, letterhead).data)
    assert changed == {
        "[Content_Types].xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/numbering.xml",
        "docProps/core.xml",
        "docProps/custom.xml",
    }
    assert new == {
        "word/footnotes.xml",
        "word/_rels/footnotes.xml.rels",
        "word/media/letterbook1.png",
        "word/media/letterbook2.jpeg",
    }


def test_a_draft_that_needs_nothing_changes_its_text_and_its_properties_alone(write):
    letterhead = german()
    written = write(PLAIN, letterhead)
    changed, new = changed_members(letterhead, written.data)
    assert changed == {"word/document.xml", "docProps/core.xml", "docProps/custom.xml"}
    assert new == set()
    assert written.findings == ()


def test_the_text_around_the_draft_stays_byte_for_byte(write):
    before, _, after = german_parts()["word/document.xml"].partition(PLACE)
    text = part(write(PLAIN, german()).data, "word/document.xml")
    assert text.startswith(before)
    assert text.endswith(after)
    body = text.removeprefix(before).removesuffix(after)
    assert body.startswith('<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr>')


def test_the_same_draft_gives_the_same_bytes(write):
    assert write(EVERYTHING, german()).data == write(EVERYTHING, german()).data


def test_a_template_becomes_a_document(write):
    template = german_with({"[Content_Types].xml": types(f"{MAIN}.template.main+xml")})
    listed = part(write(PLAIN, template).data, "[Content_Types].xml")
    assert listed.count('PartName="/word/document.xml"') == 1
    assert f'PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"' in listed


def test_an_empty_draft_leaves_an_empty_paragraph(write):
    text = part(write(Draft(()), german()).data, "word/document.xml")
    assert '<w:bookmarkEnd w:id="5"/></w:p><w:p/><w:p><w:r><w:t>Mit' in text


# --- styles ------------------------------------------------------------------------------------


def test_a_draft_wears_the_styles_of_the_letterhead(write):
    package = open_word_package(write(EVERYTHING, german()).data)
    used = [value(each, "pPr/pStyle") for each in package.document.iter(f"{W}p")]
    assert used[2:4] == ["Titel", "berschrift1"]
    assert "Anschrift" in used
    assert "Liste" in used


def test_missing_styles_are_added_once_with_one_finding(write):
    written = write(EVERYTHING, german())
    (finding,) = written.findings
    assert (finding.id, finding.severity, str(finding.place)) == (
        "letterhead-style",
        Severity.NOTE,
        "briefkopf.docx",
    )
    assert finding.message.startswith("briefkopf.docx has no style Body Text, ")
    assert finding.message.endswith(' they look as in the look "classic".')
    assert "Heading" not in finding.message.replace("Table Heading", "")
    names = [value(each, "name") for each in open_word_package(written.data).part("styles").iter(f"{W}style")]
    added = names[len(german_parts()["word/styles.xml"].split("<w:style ")) - 1 :]
    assert {"Body Text", "List Number", "Hyperlink", "Draft Table", "footnote text"} < set(added)
    assert len(names) == len(set(names))
    assert "Quote Attribution" not in names


def test_added_styles_have_the_typeface_of_the_letterhead(write):
    styles = open_word_package(write(EVERYTHING, german()).data).part("styles")
    (caption,) = (each for each in styles.iter(f"{W}style") if value(each, "name") == "caption")
    assert value(caption, "basedOn") == "Standard"
    assert caption.find(f"{W}rPr/{W}rFonts") is None
    assert value(caption, "rPr/sz")


def test_added_styles_keep_the_space_of_the_look_where_the_letterhead_spaces_all_paragraphs(write):
    space = '<w:pPrDefault><w:pPr><w:spacing w:after="200"/></w:pPr></w:pPrDefault></w:docDefaults>'
    spaced = german_parts()["word/styles.xml"].replace("</w:docDefaults>", space)
    styles = open_word_package(write(EVERYTHING, german(word__styles=spaced)).data).part("styles")
    (cell,) = (each for each in styles.iter(f"{W}style") if value(each, "name") == "Table Text")
    assert said(cell.find(f"{W}pPr/{W}spacing"), f"{W}after") == "0"


def test_a_quotation_within_another_is_indented_where_those_of_the_letterhead_are_not(write):
    styles = german_parts()["word/styles.xml"].replace('<w:ind w:left="567"/>', "")
    quote = Quote((paragraph("outer"), Quote((paragraph("inner"),))))
    document = open_word_package(write(Draft((quote,)), german(word__styles=styles)).data).document
    indents = [
        said(indent, f"{W}left") for indent in document.iter(f"{W}ind") if said(indent, f"{W}left") != "0"
    ]
    assert len(indents) == 1


@pytest.mark.parametrize(("rest", "base"), [("", "NormaleTabelle"), ('<w:basedOn w:val="gone"/>', "")])
def test_tables_are_based_on_a_style_that_is_sound(write, rest, base):
    old = style("NormaleTabelle", "Normal Table", "", "table", ' w:default="1"')
    new = style("NormaleTabelle", "Normal Table", rest, "table", ' w:default="1"')
    styles = german_parts()["word/styles.xml"].replace(old, new)
    listed = open_word_package(write(EVERYTHING, german(word__styles=styles)).data).part("styles")
    (added,) = (each for each in listed.iter(f"{W}style") if value(each, "name") == "Draft Table")
    assert value(added, "basedOn") == base


def test_one_missing_style_is_told_in_the_singular(write):
    (finding,) = write(Draft((paragraph("a"),), PLAIN.metadata), german()).findings
    assert finding.message == 'briefkopf.docx has no style Body Text; it looks as in the look "classic".'


def test_a_letterhead_without_styles_lists_and_properties_gets_them(write):
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="{MAIN}.document.main+xml"/></Types>'
        ),
        "_rels/.rels": relationships(("letterbook1", "officeDocument", "brief.xml")),
        "brief.xml": f'<w:document xmlns:w="{WORD}"><w:body/></w:document>',
    }
    letterhead = german_with(dict.fromkeys(german_parts()) | parts)
    data = write(EVERYTHING, letterhead).data
    _, new = changed_members(letterhead, data)
    assert new >= {
        "styles.xml",
        "numbering.xml",
        "footnotes.xml",
        "_rels/brief.xml.rels",
        "media/letterbook1.png",
    }
    assert "docProps/core.xml" in new
    assert texts(data)[0] == "A letter"
    assert 'Extension="png"' in part(data, "[Content_Types].xml")


def test_a_new_part_has_a_name_that_is_not_listed_yet(write):
    letterhead = german_with(
        {
            "word/numbering.xml": None,
            "word/_rels/document.xml.rels": relationships(("rId1", "styles", "styles.xml")),
            "word/document.xml": document(BARE),
        }
    )
    data = write(EVERYTHING, letterhead).data
    _, new = changed_members(letterhead, data)
    assert "word/numbering1.xml" in new
    assert part(data, "[Content_Types].xml").count('"/word/numbering.xml"') == 1


# --- prefixes ----------------------------------------------------------------------------------


def test_a_prefix_that_means_something_else_is_declared_where_it_is_needed(write):
    namespaces = f'{NAMESPACES} xmlns:wp="urn:other" xmlns:a="urn:another"'
    data = write(EVERYTHING, german_body(PLACE + SECTION, namespaces)).data
    package = open_word_package(data)
    assert len(package.document.findall(f".//{W}drawing")) == 2
    assert len(docx.Document(io.BytesIO(data)).inline_shapes) == 2


def test_a_letterhead_may_have_other_prefixes_throughout(write):
    def renamed(text):
        return text.replace("w:", "x:").replace("xmlns:w=", "xmlns:x=")

    letterhead = german_with(
        {
            "word/document.xml": renamed(document(BARE, f'xmlns:w="{WORD}"')),
            "word/numbering.xml": renamed(german_parts()["word/numbering.xml"]).replace(
                'mc:Ignorable="w14"', ""
            ),
            "docProps/custom.xml": german_parts()["docProps/custom.xml"]
            .replace("<property", "<c:property")
            .replace("</property", "</c:property")
            .replace("Properties", "c:Properties", 1)
            .replace("</Properties", "</c:Properties")
            .replace("xmlns=", "xmlns:c="),
        }
    )
    data = write(EVERYTHING, letterhead).data
    assert faults(data) <= faults(letterhead.data)
    assert "A letter" in texts(data)
    custom = etree.fromstring(part(data, "docProps/custom.xml").encode())
    assert {etree.QName(child).localname for child in custom} == {"property"}
    assert len({etree.QName(child).namespace for child in custom}) == 1


# --- numbers, notes, lists ---------------------------------------------------------------------


def test_numbers_and_names_do_not_meet_those_of_the_letterhead(write):
    data = write(EVERYTHING, german()).data
    assert faults(data) <= faults(german().data)
    package = open_word_package(data)
    names = [said(mark, f"{W}name") for mark in package.document.iter(f"{W}bookmarkStart")]
    assert names[0] == "Datum"
    assert "datum_2" in names


def test_lists_stand_behind_the_kinds_of_lists(write):
    for more in ("", '<w:numIdMacAtCleanup w:val="7"/>'):
        numbering = german_parts()["word/numbering.xml"].replace("</w:numbering>", f"{more}</w:numbering>")
        data = write(EVERYTHING, german(word__numbering=numbering)).data
        kinds = [etree.QName(child).localname for child in open_word_package(data).part("numbering")]
        wanted = ["abstractNum"] * kinds.count("abstractNum") + ["num"] * kinds.count("num")
        assert kinds == wanted + (["numIdMacAtCleanup"] if more else [])


def with_list(kind, text, style_id, more=""):
    """The letterhead with a list of its own in a style."""
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/>{more}<w:rPr><w:color w:val="C00000"/></w:rPr></w:lvl>'
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="4">{level}</w:abstractNum>'
        '<w:num w:numId="9"><w:abstractNumId w:val="4"/></w:num>'
    )
    listed = '<w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr>'
    styles = german_parts()["word/styles.xml"]
    based = f'<w:style w:type="paragraph" w:styleId="Ziffern"><w:name w:val="List Number"/>{listed}</w:style>'
    if style_id == "Liste":
        start, _, rest = styles.partition('w:styleId="Liste">')
        styles = start + 'w:styleId="Liste">' + rest.replace("</w:style>", f"{listed}</w:style>", 1)
    else:
        styles = styles.replace("</w:styles>", f"{based}</w:styles>")
    return german(word__styles=styles, word__numbering=wrap("numbering", numbering))


def levels_used(data):
    """The text and colour of the first level of each list in the text."""
    package = open_word_package(data)
    numbering = package.part("numbering")
    kinds = {said(each, f"{W}numId"): value(each, "abstractNumId") for each in numbering.iter(f"{W}num")}
    first = {
        said(each, f"{W}abstractNumId"): each.find(f"{W}lvl") for each in numbering.iter(f"{W}abstractNum")
    }
    used = dict.fromkeys(said(mark, f"{W}val") for mark in package.document.iter(f"{W}numId"))
    return [(value(first[kinds[each]], "lvlText"), value(first[kinds[each]], "rPr/color")) for each in used]


@pytest.mark.parametrize(
    ("letterhead", "bullets", "numbers"),
    [
        (("bullet", "■", "Liste"), ("■", "C00000"), ("%1.", "")),
        (("bullet", "&quot;", "Liste"), ('"', "C00000"), ("%1.", "")),
        (("decimal", "(%1)", "Ziffern"), ("•", ""), ("(%1)", "C00000")),
        (("lowerRoman", "%1.", "Ziffern"), ("•", ""), ("%1.", "")),
        (("bullet", "", "Liste"), ("•", ""), ("%1.", "")),
        (("bullet", "x", "Liste", '<w:lvlPicBulletId w:val="0"/>'), ("•", ""), ("%1.", "")),
    ],
)
def test_lists_have_the_signs_of_the_letterhead(write, letterhead, bullets, numbers):
    data = write(EVERYTHING, with_list(*letterhead)).data
    assert levels_used(data) == [bullets, numbers]
    assert faults(data) <= faults(with_list(*letterhead).data)


def footnoted(*more):
    """The letterhead with footnotes as LibreOffice numbers them, one of which is used."""
    rows = german_parts()["word/_rels/document.xml.rels"]
    listed = german_parts()["[Content_Types].xml"]
    notes = (
        '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:id="1" w:type="continuationSeparator"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        '</w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>Die erste.</w:t></w:r></w:p></w:footnote>'
    )
    row = f'<Relationship Id="rId9" Type="{letterheads.OFFICE}/footnotes" Target="footnotes.xml"/>'
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{MAIN}.footnotes+xml"/>'
    first = '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    return german_with(
        {
            "word/document.xml": document(first + PLACE + SECTION),
            "word/_rels/document.xml.rels": rows.replace("</Relationships>", f"{row}</Relationships>"),
            "[Content_Types].xml": listed.replace("</Types>", f"{override}</Types>"),
            "word/footnotes.xml": wrap("footnotes", notes),
        }
    )


def test_notes_follow_those_of_the_letterhead(write):
    data = write(EVERYTHING, footnoted()).data
    assert faults(data) <= faults(footnoted().data)
    notes = open_word_package(data).part("footnotes")
    assert [said(note, f"{W}id") for note in notes] == ["0", "1", "2", "3"]


# --- sections ----------------------------------------------------------------------------------

TURNED = Draft(
    (paragraph("up"), Division((paragraph("across"),), ("landscape",)), paragraph("down")), PLAIN.metadata
)


def sections(data):
    return [
        (
            len(section.findall(f"{W}headerReference")),
            section.find(f"{W}titlePg") is not None,
            said(section.find(f"{W}pgSz"), f"{W}orient"),
            said(section.find(f"{W}pgMar"), f"{W}top"),
        )
        for section in open_word_package(data).document.iter(f"{W}sectPr")
    ]


def test_the_first_page_of_the_letterhead_comes_once(write):
    data = write(TURNED, german()).data
    assert sections(data) == [
        (1, True, "", "2835"),
        (0, False, "landscape", "2835"),
        (0, False, "", "2835"),
    ]
    assert faults(data) <= faults(german().data)


def test_sections_after_the_draft_stay(write):
    own = SECTION.replace("11906", "10000")
    ending = f"<w:p><w:pPr>{own}</w:pPr><w:r><w:t>{{{{body}}}}</w:t></w:r></w:p>"
    data = write(TURNED, german_body(ADDRESS + ending + ADDRESS + SECTION)).data
    assert [row[1:3] for row in sections(data)] == [(True, ""), (False, "landscape"), (False, ""), (True, "")]
    assert texts(data)[-3:] == ["down", "", "Tidewatch Capital"]


def test_pages_are_counted_on(write):
    section = SECTION.replace("<w:cols", '<w:pgNumType w:fmt="lowerRoman" w:start="5"/><w:cols')
    text = part(write(TURNED, german_body(PLACE + section)).data, "word/document.xml")
    assert text.count('w:start="5"') == 1
    assert text.count('<w:pgNumType w:fmt="lowerRoman"/>') == 2


def test_a_letterhead_without_a_section_may_be_turned(write):
    data = write(TURNED, german_body(PLACE)).data
    assert [row[2] for row in sections(data)] == ["", "landscape", ""]


def test_two_tables_do_not_grow_together(write):
    letterhead = german_body(
        f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr>'
        f"</w:tbl>{PLACE}{SECTION}"
    )
    text = part(write(Draft((table("a"),), PLAIN.metadata), letterhead).data, "word/document.xml")
    assert "</w:tbl><w:p/><w:tbl>" in text


# --- language and properties -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "marked"), [("de", 0), ("de-DE", 0), ("en", 1), ("de-CH", 1), ("ja", 1)]
)
def test_text_in_another_language_than_the_letterhead_is_marked(write, language, marked):
    draft = Draft((paragraph("one"),), Metadata(language=language))
    text = part(write(draft, german()).data, "word/document.xml")
    assert text.count("<w:lang ") == marked


def test_properties_of_the_draft_replace_its_own_and_no_other(write):
    written = write(EVERYTHING, german())
    core = part(written.data, "docProps/core.xml")
    assert "<dc:title>A letter</dc:title>" in core
    assert f"<dc:identifier>letterbook:{written.build}</dc:identifier>" in core
    assert "<cp:keywords>Fonds, Brief</cp:keywords><cp:revision>4</cp:revision>" in core
    assert "Briefkopf" not in core
    assert core.count("<dcterms:created") == 1
    custom = part(written.data, "docProps/custom.xml")
    assert 'pid="2" name="Mandant"' in custom
    assert 'pid="3" name="letterbook-build"' in custom


def test_an_earlier_draft_may_be_the_letterhead(write, resources):
    earlier = write_word(EVERYTHING, resources)
    data = write(EVERYTHING, LetterheadFile("Letter 1.docx", earlier.data)).data
    assert faults(data) == {}
    custom = part(data, "docProps/custom.xml")
    assert custom.count("letterbook-build") == 1
    names = [said(mark, f"{W}name") for mark in open_word_package(data).document.iter(f"{W}bookmarkStart")]
    assert sum(name == "_lb_b0001" for name in names) == 1


# --- every program opens it --------------------------------------------------------------------


def from_python_docx():
    """A letterhead made with python-docx: its default template, with a header and a logo."""
    made = docx.Document()
    header = made.sections[0].header.paragraphs[0]
    header.add_run("Tidewatch Capital")
    header.add_run().add_picture(io.BytesIO(PICTURES["chart.png"]))
    made.add_paragraph("{{ body }}")
    made.add_paragraph("Yours")
    buffer = io.BytesIO()
    made.save(buffer)
    return LetterheadFile("python.docx", buffer.getvalue())


FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
 style:default-outline-level="1"><style:text-properties fo:font-size="18pt"/></style:style></office:styles>
<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties
 fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-left="3cm" fo:margin-right="2cm" fo:margin-top="2cm"
 fo:margin-bottom="2cm"/><style:header-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page">
<style:header><text:p>Tidewatch Capital</text:p></style:header></style:master-page></office:master-styles>
<office:body><office:text><text:h text:style-name="Heading_20_1" text:outline-level="1">Our letter<text:note
 text:id="n" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>
<text:p>Noted</text:p></text:note-body></text:note></text:h>
<text:p>{{ body }}</text:p><text:p>Yours</text:p></office:text></office:body>
</office:document>"""


def convert(path, target):
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", target, "--outdir", path.parent, path]
    subprocess.run(command, capture_output=True, check=True, timeout=120)


@pytest.fixture(scope="session")
def from_libreoffice(tmp_path_factory):
    if OFFICE is None:
        pytest.skip("LibreOffice is not installed")
    path = tmp_path_factory.mktemp("libreoffice") / "letterhead.fodt"
    path.write_text(FLAT, encoding="utf-8")
    convert(path, "docx")
    return LetterheadFile("libreoffice.docx", path.with_suffix(".docx").read_bytes())


@pytest.fixture(scope="session", params=["word", "python-docx", "libreoffice", "footnoted"])
def letterhead(request):
    if request.param == "libreoffice":
        return request.getfixturevalue("from_libreoffice")
    return {"word": german, "python-docx": from_python_docx, "footnoted": footnoted}[request.param]()


def test_nothing_becomes_worse_in_any_letterhead(write, letterhead):
    data = write(EVERYTHING, letterhead).data
    assert faults(data) <= faults(letterhead.data)
    changed, _ = changed_members(letterhead, data)
    kinds = ("document", "document.xml", "styles", "numbering", "footnotes", "core", "custom", "")
    assert {Path(name).stem for name in changed} <= {*kinds, "[Content_Types]", ".rels", "footnotes.xml"}


def test_python_docx_reads_the_draft_and_what_stands_around_it(write, letterhead):
    read = [text for text in texts(write(EVERYTHING, letterhead).data) if text]
    start = read.index("A letter")
    assert read[start : start + 3] == ["A letter", "Datum", "Words, a linkx"]
    assert "{{ body }}" not in read
    around = [text for text in texts(letterhead.data) if text and "body" not in text]
    assert [text for text in read if text in around] == around


def test_libreoffice_finds_its_own_headings(write, from_libreoffice):
    package = open_word_package(write(PLAIN, from_libreoffice).data)
    styles = {value(each, "pPr/pStyle") for each in package.document.iter(f"{W}p")}
    assert "Heading1" in styles


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_prints_every_word(write, letterhead, tmp_path):
    path = tmp_path / "draft.docx"
    path.write_bytes(write(EVERYTHING, letterhead).data)
    convert(path, "txt:Text")
    printed = path.with_suffix(".txt").read_text(encoding="utf-8")
    for said_there in ("A letter", "a link", "one", "first", "What it shows", "cell", "To whom"):
        assert said_there in printed


def sdk_errors(data, path):
    path.write_bytes(data)
    answer = subprocess.run([VALIDATOR, path], capture_output=True, check=False, timeout=60)
    return Counter(error["description"] for error in json.loads(answer.stdout)["errors"])


@pytest.mark.skipif(VALIDATOR is None, reason="the Open XML SDK validator is not installed")
def test_the_open_xml_sdk_has_nothing_new_to_say(write, letterhead, tmp_path):
    for draft in (EVERYTHING, TURNED):
        data = write(draft, letterhead).data
        assert sdk_errors(data, tmp_path / "a.docx") <= sdk_errors(letterhead.data, tmp_path / "b.docx")


def test_ooxml_integrity_has_nothing_new_to_say(write, letterhead, tmp_path):
    before, after = Path(tmp_path / "a.docx"), Path(tmp_path / "b.docx")
    before.write_bytes(letterhead.data)
    after.write_bytes(write(EVERYTHING, letterhead).data)
    assert len(ooxml_integrity.check(after)) <= len(ooxml_integrity.check(before))


@given(draft=drafts())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_draft_fits_into_a_letterhead(write, draft):
    letterhead = german()
    data = write(draft, letterhead).data
    assert faults(data) <= faults(letterhead.data)
    docx.Document(io.BytesIO(data))
