"""The lint finds each fault that it is for; all are made by breaking a good file."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.writers.word.good_file import PARTS, broken, packed
from tests.writers.word.lint import CHECKS, lint

TYPES = "[Content_Types].xml"
PACKAGE = "_rels/.rels"
CORE = "docProps/core.xml"
CUSTOM = "docProps/custom.xml"
DOCUMENT = "word/document.xml"
LINKS = "word/_rels/document.xml.rels"
STYLES = "word/styles.xml"
SETTINGS = "word/settings.xml"
LISTS = "word/numbering.xml"
NOTES = "word/footnotes.xml"
HEADER = "word/header1.xml"

BASED = '<w:basedOn w:val="Normal"/>'
SECTION = "<w:sectPr>"
LAST_SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:titlePg/></w:sectPr></w:body>'
LINK = "https://example.org/a?b#c"
BEGIN, MIDDLE, END = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end"))

# A fault's name: the check that finds it, the part, and what is replaced there by what.
FAULTS = {
    "two bookmarks of one name": ("bookmark", DOCUMENT, 'w:name="two"', 'w:name="ONE"'),
    "two bookmarks of one id": ("bookmark", DOCUMENT, 'w:id="2" w:name="two"', 'w:id="1" w:name="two"'),
    "a bookmark without an end": ("bookmark", DOCUMENT, '<w:bookmarkEnd w:id="2"/>', ""),
    "a bookmark without a start": ("bookmark", DOCUMENT, '<w:bookmarkStart w:id="2" w:name="two"/>', ""),
    "a bookmark that ends first": (
        "bookmark",
        DOCUMENT,
        '<w:bookmarkStart w:id="1" w:name="one"/>',
        '<w:bookmarkEnd w:id="1"/><w:bookmarkStart w:id="1" w:name="one"/>',
    ),
    "a bookmark that ends twice": (
        "bookmark",
        DOCUMENT,
        '<w:bookmarkEnd w:id="1"/>',
        '<w:bookmarkEnd w:id="1"/><w:bookmarkEnd w:id="1"/>',
    ),
    "a bookmark with a long name": ("bookmark", DOCUMENT, 'w:name="two"', f'w:name="{"t" * 41}"'),
    "a bookmark with no name": ("bookmark", DOCUMENT, 'w:name="two"', ""),
    "a bookmark with a blank": ("bookmark", DOCUMENT, 'w:name="two"', 'w:name="t wo"'),
    "a field without an end": ("field", DOCUMENT, END, ""),
    "a field without a beginning": ("field", DOCUMENT, BEGIN, ""),
    "a field with two middles": ("field", DOCUMENT, MIDDLE, MIDDLE * 2),
    "an instruction in a result": ("field", DOCUMENT, BEGIN, BEGIN + MIDDLE),
    "a field that says nothing": ("field", DOCUMENT, 'w:instr=" SEQ Figure "', 'w:instr=" "'),
    "a cell without a paragraph": ("cell-without-end", DOCUMENT, "<w:p/></w:tc>", "</w:tc>"),
    "a cell that ends with a mark": (
        "cell-without-end",
        DOCUMENT,
        "<w:p/></w:tc>",
        '<w:bookmarkStart w:id="9" w:name="nine"/><w:p/><w:bookmarkEnd w:id="9"/></w:tc>',
    ),
    "a table without rows": ("cell-without-end", DOCUMENT, "<w:tbl>", "<w:tbl/><w:tbl>"),
    "a cell that continues nothing": (
        "cell-merged-with-nothing",
        DOCUMENT,
        '<w:vMerge w:val="restart"/>',
        "<w:vMerge/>",
    ),
    "a cell that continues a wider one": (
        "cell-merged-with-nothing",
        DOCUMENT,
        '<w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc><w:tc>',
        '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>',
    ),
    "a row wider than its table": ("cell-merged-with-nothing", DOCUMENT, '<w:gridCol w:w="100"/>', ""),
    "a row narrower than its table": (
        "cell-merged-with-nothing",
        DOCUMENT,
        "<w:tblGrid>",
        "<w:tblGrid><w:gridCol/>",
    ),
    "two drawings of one id": ("drawing", DOCUMENT, '<wp:docPr id="2"', '<wp:docPr id="1"'),
    "a drawing of a header's id": ("drawing", HEADER, '<wp:docPr id="3"', '<wp:docPr id="1"'),
    "a drawing of a large id": ("drawing", DOCUMENT, '<wp:docPr id="2"', '<wp:docPr id="2147483648"'),
    "a drawing of no id": ("drawing", DOCUMENT, '<wp:docPr id="2"', "<wp:docPr"),
    "a drawing without a name": ("drawing", DOCUMENT, ' name="Picture"', ""),
    "a space that is lost": ("space-lost", DOCUMENT, '<w:t xml:space="preserve"> edge', "<w:t> edge"),
    "two sets of properties": (
        "core-property",
        PACKAGE,
        "</Relationships>",
        '<Relationship Id="r9" Target="docProps/core.xml" Type="/metadata/core-properties"/></Relationships>',
    ),
    "a property twice": ("core-property", CORE, "<dc:title>", "<dc:title>T</dc:title><dc:title>"),
    "a date that is none": ("core-property", CORE, "2026-01-31", "2026-02-31"),
    "a date that is words": ("core-property", CORE, "2026-01-31", "31 January"),
    "a date of no kind": ("core-property", CORE, ' xsi:type="dcterms:W3CDTF"', ""),
    "two properties of one id": ("custom-property", CUSTOM, 'pid="3"', 'pid="2"'),
    "a property of a low id": ("custom-property", CUSTOM, 'pid="2"', 'pid="1"'),
    "two properties of one name": ("custom-property", CUSTOM, 'name="other"', 'name="Build"'),
    "a property of no set": ("custom-property", CUSTOM, "{D5CDD505", "{00000000"),
    "a property without a value": ("custom-property", CUSTOM, "<vt:lpwstr>a</vt:lpwstr>", ""),
    "a link to no bookmark": ("anchor", DOCUMENT, 'w:anchor="one"', 'w:anchor="three"'),
    "a page reference to no bookmark": ("anchor", DOCUMENT, "PAGEREF two", "PAGEREF three"),
    "a reference to no bookmark": ("anchor", DOCUMENT, "SEQ Figure", "REF figure \\h"),
    "a link field to no bookmark": ("anchor", DOCUMENT, '" SEQ Figure "', "' HYPERLINK \\l \"three\" '"),
    "a link that is no URI": ("link-target", LINKS, LINK, "https://example.org/a b"),
    "a link that is not encoded": ("link-target", LINKS, LINK, "https://example.org/ä"),
    "a link with a broken escape": ("link-target", LINKS, LINK, "https://example.org/%zz"),
    "a link without a host": ("link-target", LINKS, LINK, "https:///a"),
    "a link that may not be": ("link-target", LINKS, LINK, "javascript:alert(1)"),
    "a relationship not there": ("relationship", DOCUMENT, '<a:blip r:embed="', '<a:blip r:embed="no'),
    "a relationship not used": ("relationship", DOCUMENT, '<w:hyperlink r:id="rLink">', "<w:hyperlink>"),
    "a relationship to no part": ("relationship", LINKS, "media/image1.png", "media/image9.png"),
    "a relationship of an id twice": ("relationship", LINKS, 'Id="rStyles"', 'Id="rSettings"'),
    "relationships of no part": ("relationship", HEADER, HEADER, ""),
    "a part without a content type": ("content-type", TYPES, 'Extension="png"', 'Extension="gif"'),
    "a content type of no part": ("content-type", TYPES, "/word/document.xml", "/word/document2.xml"),
    "a content type twice": ("content-type", TYPES, 'Extension="png"', 'Extension="xml"'),
    "no content types": ("content-type", TYPES, TYPES, ""),
    "a part that is no XML": ("part-broken", STYLES, "</w:style>", ""),
    "a part with a forbidden character": ("part-broken", DOCUMENT, "edge", "&#1;"),
    "no main document": ("part-broken", DOCUMENT, DOCUMENT, ""),
    "a prefix that is unknown": ("prefix-unknown", DOCUMENT, 'mc:Ignorable="w14"', 'mc:Ignorable="w14 w15"'),
    "a style not defined": ("style", DOCUMENT, 'w:val="Heading1"', 'w:val="Heading9"'),
    "a style of another kind": ("style", DOCUMENT, 'w:val="Heading1"', 'w:val="Hyperlink"'),
    "a table style not defined": (
        "style",
        DOCUMENT,
        '<w:tblStyle w:val="Grid"/>',
        '<w:tblStyle w:val="Plain"/>',
    ),
    "a style defined twice": ("style", STYLES, 'w:styleId="Heading1"', 'w:styleId="Normal"'),
    "two styles of one name": ("style", STYLES, '<w:name w:val="heading 1"/>', '<w:name w:val="normal"/>'),
    "a style before one that is not there": (
        "style",
        STYLES,
        '<w:next w:val="Normal"/>',
        '<w:next w:val="Body"/>',
    ),
    "a style based on itself": ("style-cycle", STYLES, BASED, '<w:basedOn w:val="Heading1"/>'),
    "a style based on nothing": ("style-cycle", STYLES, BASED, '<w:basedOn w:val="Nowhere"/>'),
    "a list not defined": ("list", DOCUMENT, '<w:numId w:val="1"/>', '<w:numId w:val="44"/>'),
    "a style's list not defined": (
        "list",
        STYLES,
        "<w:keepNext/>",
        '<w:keepNext/><w:numPr><w:numId w:val="44"/></w:numPr>',
    ),
    "a list of no kind": ("list", LISTS, '<w:abstractNumId w:val="0"/>', '<w:abstractNumId w:val="5"/>'),
    "two lists of one id": ("list", LISTS, 'w:numId="2"', 'w:numId="1"'),
    "a kind after a list": (
        "list",
        LISTS,
        "</w:numbering>",
        '<w:abstractNum w:abstractNumId="7"/></w:numbering>',
    ),
    "a footnote not there": ("footnote", NOTES, '<w:footnote w:id="1"', '<w:footnote w:id="9"'),
    "a footnote without its mark": ("footnote", DOCUMENT, '<w:footnoteReference w:id="1"/>', ""),
    "a footnote without a paragraph": ("footnote", NOTES, "<w:p><w:r><w:footnoteRef/></w:r></w:p>", ""),
    "two footnotes of one id": ("footnote", NOTES, 'w:id="-1"', 'w:id="0"'),
    "a footnote separator missing": ("footnote", NOTES, 'w:type="separator"', ""),
    "a separator without a line": ("footnote", NOTES, "<w:separator/>", ""),
    "a separator that the settings miss": ("footnote", SETTINGS, 'w:id="-1"', 'w:id="-2"'),
    "a mark in a separator": ("footnote", NOTES, "<w:separator/>", "<w:separator/><w:footnoteRef/>"),
    "no last section": ("section", DOCUMENT, LAST_SECTION, "</w:body>"),
    "a section within the body": (
        "section",
        DOCUMENT,
        LAST_SECTION,
        LAST_SECTION.replace("</w:body>", "<w:p/></w:body>"),
    ),
    "a section in a cell": (
        "section",
        DOCUMENT,
        "<w:p/></w:tc>",
        f"<w:p><w:pPr>{SECTION}</w:sectPr></w:pPr></w:p></w:tc>",
    ),
    "a section in a header": ("section", HEADER, "<w:p>", f"<w:p><w:pPr>{SECTION}</w:sectPr></w:pPr>"),
    "two headers of one kind": (
        "section",
        DOCUMENT,
        SECTION,
        f'{SECTION}<w:headerReference w:type="default" r:id="rHeader"/>',
    ),
    "paragraph properties in disorder": (
        "child-order",
        DOCUMENT,
        '<w:pStyle w:val="Heading1"/><w:keepNext/>',
        '<w:keepNext/><w:pStyle w:val="Heading1"/>',
    ),
    "run properties in disorder": ("child-order", DOCUMENT, "<w:b/><w:i/>", "<w:i/><w:b/>"),
    "a property of a run twice": ("child-order", DOCUMENT, "<w:b/>", "<w:b/><w:b/>"),
    "properties after the text": ("child-order", DOCUMENT, "<w:t>one</w:t>", "<w:t>one</w:t><w:rPr/>"),
    "a style's parts in disorder": (
        "child-order",
        STYLES,
        '<w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>',
        '<w:basedOn w:val="Normal"/><w:name w:val="heading 1"/>',
    ),
    "a list's parts in disorder": (
        "child-order",
        LISTS,
        '<w:start w:val="1"/><w:numFmt w:val="decimal"/>',
        '<w:numFmt w:val="decimal"/><w:start w:val="1"/>',
    ),
}


def test_a_good_file_has_no_fault():
    assert lint(packed(PARTS)) == ()


@pytest.mark.parametrize("fault", FAULTS)
def test_the_fault_is_found(fault):
    check, part, old, new = FAULTS[fault]
    assert f"word-{check}" in {finding.id for finding in lint(broken(part, old, new))}


def test_a_repeated_member_is_found():
    out = io.BytesIO(packed(PARTS))
    with zipfile.ZipFile(out, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr(STYLES, package.read(STYLES))
    assert [finding.id for finding in lint(out.getvalue())] == ["word-zip-member-repeated"]


def test_members_that_differ_in_capitals_are_found():
    found = lint(packed({**PARTS, "word/Styles.xml": PARTS[STYLES]}))
    assert {finding.id for finding in found} == {"word-zip-member-repeated"}


def test_every_check_is_proven():
    assert set(CHECKS) == {check for check, *_ in FAULTS.values()} | {"zip-member-repeated"}


def test_what_stands_twice_for_older_programs_counts_once():
    marks = '<w:p><w:bookmarkStart w:id="7" w:name="seven"/><w:bookmarkEnd w:id="7"/></w:p>'
    both = f"<mc:Choice>{marks}</mc:Choice><mc:Fallback>{marks}</mc:Fallback>"
    twice = f"<w:body><mc:AlternateContent>{both}</mc:AlternateContent>"
    assert lint(broken(DOCUMENT, "<w:body>", twice)) == ()


def test_a_document_of_another_name_is_found_by_its_relationship():
    other = {name.replace("word/document", "word/document2"): text for name, text in PARTS.items()}
    other["word/_rels/document2.xml.rels"] = other.pop("word/_rels/document2.xml.rels", PARTS[LINKS])
    other[PACKAGE] = other[PACKAGE].replace("word/document.xml", "word/document2.xml")
    other[TYPES] = other[TYPES].replace("word/document.xml", "word/document2.xml")
    other.pop(LINKS, None)
    assert lint(packed(other)) == ()


def test_a_zip_of_anything_is_told_of_and_not_refused():
    assert {finding.id for finding in lint(packed({"a.txt": "a"}))} == {
        "word-part-broken",
        "word-content-type",
        "word-section",
    }
