"""The lint finds each fault that it is for; all are made by breaking a good file."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from letterbook.draft import (
    Alignment,
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
    Table,
    TableCell,
    TableRow,
    Text,
)
from letterbook.writers.word.document import write_word
from tests.writers.word.lint import CHECKS, lint

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
NOTES = "word/footnotes.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"


def paragraph(text):
    return Paragraph((Text(text),))


@pytest.fixture(scope="module")
def good(resources):
    tall = TableCell((Text("tall"),), rows=2)
    cell = TableCell((Text("cell"),))
    picture = Image("chart.png", "A chart")
    blocks = (
        Heading(1, (Text("One"),), "one"),
        Heading(1, (Text("Two"),), "two"),
        Paragraph(
            (Link((Text("one"),), "#one"), Text(" edge "), Link((Text("site"),), "https://example.org"))
        ),
        Paragraph((Text("noted"), Footnote((paragraph("note"),)))),
        NumberedList((ListItem((paragraph("item"),)),)),
        Table((Alignment.LEFT, Alignment.LEFT), (), (TableRow((tall, cell)), TableRow((cell,)))),
        Picture(picture),
        Picture(picture),
    )
    draft = Draft(blocks, Metadata(title="T", date=date(2026, 1, 31)))
    return write_word(draft, resources).data


def broken(data, part, old, new):
    """The file with the first `old` in `part` replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as copy:
        for name in package.namelist():
            content = package.read(name)
            if name == part:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode(), 1)
            copy.writestr(name, content)
    return out.getvalue()


def test_a_good_file_has_no_fault(good):
    assert lint(good) == ()


TWO_BOOKMARKS = ('w:name="two"', 'w:name="ONE"')
SAVED_PICTURE = '<wp:docPr id="2"'
CORE = "docProps/core.xml"

FAULTS = {
    "two bookmarks of one name": ("bookmark", DOCUMENT, *TWO_BOOKMARKS),
    "two bookmarks of one id": ("bookmark", DOCUMENT, 'w:id="2" w:name="two"', 'w:id="1" w:name="two"'),
    "a bookmark without an end": ("bookmark", DOCUMENT, '<w:bookmarkEnd w:id="2"/>', ""),
    "a bookmark with a long name": ("bookmark", DOCUMENT, 'w:name="two"', f'w:name="{"t" * 41}"'),
    "a field without an end": (
        "field-open",
        DOCUMENT,
        "<w:body>",
        '<w:body><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>',
    ),
    "a cell without a paragraph": ("cell-without-end", DOCUMENT, "</w:tc>", "<w:sdt/></w:tc>"),
    "a cell that continues nothing": (
        "cell-merged-with-nothing",
        DOCUMENT,
        '<w:vMerge w:val="restart"/>',
        '<w:vMerge w:val="continue"/>',
    ),
    "a row wider than its table": ("cell-merged-with-nothing", DOCUMENT, "<w:gridCol", "<w:noGridCol"),
    "two drawings of one id": ("drawing-id", DOCUMENT, SAVED_PICTURE, '<wp:docPr id="1"'),
    "a space that is lost": ("space-lost", DOCUMENT, '<w:t xml:space="preserve"> edge', "<w:t> edge"),
    "a property twice": ("core-property", CORE, "<dc:language", "<dc:title>T</dc:title><dc:language"),
    "a date that is none": ("core-property", CORE, "2026-01-31", "2026-02-31"),
    "a link to no bookmark": ("anchor", DOCUMENT, 'w:anchor="one"', 'w:anchor="three"'),
    "a link that is no URI": ("link-target", RELATIONSHIPS, "https://example.org", "https://example.org/a b"),
    "a link that may not be": ("link-target", RELATIONSHIPS, "https://example.org", "javascript:alert(1)"),
    "a relationship not there": ("relationship", DOCUMENT, '<a:blip r:embed="', '<a:blip r:embed="no'),
    "a relationship to no part": ("relationship", RELATIONSHIPS, "media/image1.png", "media/image9.png"),
    "a relationship of an id twice": ("relationship", RELATIONSHIPS, 'Id="rId2"', 'Id="rId1"'),
    "a style not defined": ("style", DOCUMENT, 'w:val="Heading1"', 'w:val="Heading9"'),
    "a style defined twice": ("style", STYLES, 'w:styleId="Heading2"', 'w:styleId="Heading1"'),
    "a style based on itself": (
        "style-cycle",
        STYLES,
        '<w:basedOn w:val="Normal"/>',
        '<w:basedOn w:val="BodyText"/>',
    ),
    "a style based on nothing": (
        "style-cycle",
        STYLES,
        '<w:basedOn w:val="Normal"/>',
        '<w:basedOn w:val="Nowhere"/>',
    ),
    "a list not defined": ("list", DOCUMENT, '<w:numId w:val="4"/>', '<w:numId w:val="44"/>'),
    "a footnote not there": ("footnote", NOTES, '<w:footnote w:id="1"', '<w:footnote w:id="9"'),
    "a footnote separator missing": ("footnote", NOTES, 'w:type="separator"', ""),
    "a separator that the settings miss": ("footnote", NOTES, 'w:id="-1"', 'w:id="-2"'),
    "a mark in a separator": ("footnote", NOTES, "<w:separator/>", "<w:footnoteRef/>"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_fault_is_found(good, fault):
    check, part, old, new = FAULTS[fault]
    assert f"word-{check}" in {finding.id for finding in lint(broken(good, part, old, new))}


def test_a_repeated_member_is_found(good):
    out = io.BytesIO(good)
    with zipfile.ZipFile(out, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr(STYLES, package.read(STYLES))
    assert [finding.id for finding in lint(out.getvalue())] == ["word-zip-member-repeated"]


def test_every_check_is_proven():
    assert set(CHECKS) == {check for check, *_ in FAULTS.values()} | {"zip-member-repeated"}
