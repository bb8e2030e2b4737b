"""Approved files made by hand: a body, what its bookmarks mean, and whatever else a test needs."""

from __future__ import annotations

import io
import zipfile

from docx import Document

from letterbook.writers.word.mail_merge.approved_file import open_approved_file
from letterbook.writers.word.mail_merge.copies import CopyMaker
from letterbook.writers.word.namespaces import STORY_NAMESPACES
from letterbook.writers.word.text import attribute

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_EXTERNAL = ' TargetMode="External"'
_KINDS = {"footnotes": "footnotes", "header1": "header", "comments": "comments"}
SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote>"
)


def start(number, name):
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'


def end(number):
    return f'<w:bookmarkEnd w:id="{number}"/>'


def run(text, properties=""):
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs, properties=""):
    inside = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def field(number, name, words, properties=""):
    return f"{start(number, name)}{run(words, properties)}{end(number)}"


def passage(number, name, *blocks):
    return f"{start(number, name)}{''.join(blocks)}{end(number)}"


def anchored(number, block):
    """A block with its own bookmark, as the writer puts one around each paragraph."""
    return f"{start(1000 + number, f'_lb_b{number:04}')}{block}{end(1000 + number)}"


def table(*cells):
    columns = "".join("<w:gridCol/>" for _ in cells)
    inside = "".join(f"<w:tc><w:tcPr><w:tcW w:w='900' w:type='dxa'/></w:tcPr>{cell}</w:tc>" for cell in cells)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid><w:tr>{inside}</w:tr></w:tbl>"


def note_mark(number):
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def note(number, *blocks):
    return f'<w:footnote w:id="{number}">{"".join(blocks)}</w:footnote>'


def word_field(instruction, result):
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def link(identifier, words):
    return f'<w:hyperlink r:id="{identifier}">{run(words)}</w:hyperlink>'


def picture(identifier):
    return f'<w:r><w:drawing><a:blip r:embed="{identifier}"/></w:drawing></w:r>'


def master(body, meanings, *, stories=None, links=(), members=None, section="<w:sectPr/>"):
    """The bytes of a Word file.

    `stories` are further parts by name (`footnotes`, `header1`, `comments`), their content without the root;
    `links` are the relationships of the document as (id, kind, target, is external).
    """
    stories = dict(stories or {})
    if "footnotes" in stories:
        stories["footnotes"] = SEPARATORS + stories["footnotes"]
    roots = {"footnotes": "footnotes", "header1": "hdr", "comments": "comments"}
    links = [*links, *((f"rS{name}", _KINDS[name], f"{name}.xml", False) for name in stories)]
    overrides = {"word/document.xml": f"{_TYPE}document.main+xml"}
    overrides |= {f"word/{name}.xml": f"{_TYPE}{_KINDS[name]}+xml" for name in stories}
    overrides["docProps/custom.xml"] = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    parts = {
        "[Content_Types].xml": _types(overrides, members or {}),
        "_rels/.rels": _relationships(
            [
                ("rId1", "officeDocument", "word/document.xml", False),
                ("rId2", "custom-properties", "docProps/custom.xml", False),
            ]
        ),
        "word/document.xml": f"<w:document {STORY_NAMESPACES}><w:body>{body}{section}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relationships(links),
        "docProps/custom.xml": _properties({"letterbook-build": "b1", **meanings}),
        **{
            f"word/{name}.xml": f"<w:{roots[name]} {STORY_NAMESPACES}>{xml}</w:{roots[name]}>"
            for name, xml in stories.items()
        },
        **(members or {}),
    }
    return pack(parts)


def pack(parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6)), data)
    return buffer.getvalue()


def _types(overrides, members):
    pictures = "".join(
        f'<Override PartName="/{name}" ContentType="image/png"/>' for name in members if name.endswith(".png")
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
        + f"{pictures}</Types>"
    )


def _relationships(links):
    rows = "".join(
        f'<Relationship Id="{identifier}" Type="{_OFFICE}/{kind}" Target="{target}"'
        f"{_EXTERNAL if external else ''}/>"
        for identifier, kind, target, external in links
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _properties(values):
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006"
    rows = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{attribute(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), start=2)
    )
    declared = f'xmlns="{namespace}/custom-properties" xmlns:vt="{namespace}/docPropsVTypes"'
    return f"<Properties {declared}>{rows}</Properties>"


def copy(data, **values):
    """The copy of a recipient with these values."""
    return CopyMaker(open_approved_file("letter.docx", data)).copy(values)


def parts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def body_of(data):
    """The text of the body of the document part, without the root and the section."""
    text = parts_of(data)["word/document.xml"].decode()
    return text.partition("<w:body>")[2].partition("<w:sectPr/></w:body>")[0]


def lines_of(data):
    """The words of each paragraph, in order, whatever holds it."""
    document = Document(io.BytesIO(data))
    return [
        "".join(text.text or "" for text in each.iter(f"{_W}t")) for each in document.element.iter(f"{_W}p")
    ]
