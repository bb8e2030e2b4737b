"""A Word file written by hand, small and right in every respect that the lint knows, part by part."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)


def _drawing(number: int) -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="{number}" name="Picture"/>'
        '<a:graphic><a:graphicData><a:blip r:embed="rPicture"/></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )


def _relationships(*entries: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(entries)}</Relationships>'


def _inside(identifier: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identifier}" Type="{_OFFICE}/relationships/{kind}" Target="{target}"/>'


def _note(number: int, kind: str, content: str) -> str:
    said = f' w:type="{kind}"' if kind else ""
    return f'<w:footnote{said} w:id="{number}"><w:p><w:r>{content}</w:r></w:p></w:footnote>'


def _section(*, header: bool) -> str:
    reference = '<w:headerReference w:type="default" r:id="rHeader"/>' if header else ""
    return f'<w:sectPr>{reference}<w:pgSz w:w="11906" w:h="16838"/><w:titlePg/></w:sectPr>'


_BODY = (
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:keepNext/></w:pPr><w:bookmarkStart w:id="1" w:name="one"/>'
    '<w:r><w:rPr><w:b/><w:i/></w:rPr><w:t>One</w:t></w:r></w:p><w:bookmarkEnd w:id="1"/>'
    '<w:bookmarkStart w:id="2" w:name="two"/><w:p><w:hyperlink w:anchor="one"><w:r><w:rPr><w:rStyle '
    'w:val="Hyperlink"/></w:rPr><w:t>one</w:t></w:r></w:hyperlink><w:r><w:t xml:space="preserve"> edge </w:t>'
    '</w:r><w:hyperlink r:id="rLink"><w:r><w:t>site</w:t></w:r></w:hyperlink></w:p><w:bookmarkEnd w:id="2"/>'
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGEREF two '
    '\\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r>'
    '<w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr=" SEQ Figure "><w:r><w:t>1</w:t></w:r>'
    "</w:fldSimple></w:p>"
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>item</w:t></w:r>'
    '<w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    '<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>'
    '<w:gridCol w:w="100"/><w:gridCol w:w="100"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:vMerge '
    'w:val="restart"/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>'
    "<w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    f"<w:p><w:pPr>{_section(header=True)}</w:pPr>{_drawing(1)}</w:p>"
    f"<w:p>{_drawing(2)}</w:p>{_section(header=False)}"
)

_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:next w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/></w:style>'
    '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/></w:style>'
)

PARTS: Mapping[str, str] = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/></Types>'
    ),
    "_rels/.rels": _relationships(
        _inside("r1", "officeDocument", "word/document.xml"),
        f'<Relationship Id="r2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/>',
        _inside("r3", "custom-properties", "docProps/custom.xml"),
    ),
    "docProps/core.xml": (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Title</dc:title>'
        '<dcterms:created xsi:type="dcterms:W3CDTF">2026-01-31T00:00:00Z</dcterms:created>'
        "</cp:coreProperties>"
    ),
    "docProps/custom.xml": (
        f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="build">'
        "<vt:lpwstr>a</vt:lpwstr></property>"
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="other">'
        "<vt:lpwstr>b</vt:lpwstr></property></Properties>"
    ),
    "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{_BODY}</w:body></w:document>",
    "word/_rels/document.xml.rels": _relationships(
        _inside("rStyles", "styles", "styles.xml"),
        _inside("rSettings", "settings", "settings.xml"),
        _inside("rNumbering", "numbering", "numbering.xml"),
        _inside("rFootnotes", "footnotes", "footnotes.xml"),
        _inside("rHeader", "header", "/word/header1.xml"),
        _inside("rPicture", "image", "media/image1.png"),
        f'<Relationship Id="rLink" Type="{_OFFICE}/relationships/hyperlink" TargetMode="External" '
        'Target="https://example.org/a?b#c"/>',
    ),
    "word/styles.xml": f"<w:styles {_NAMESPACES}>{_STYLES}</w:styles>",
    "word/settings.xml": (
        f'<w:settings {_NAMESPACES}><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/>'
        "</w:footnotePr></w:settings>"
    ),
    "word/numbering.xml": (
        f'<w:numbering {_NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>'
        "</w:lvl></w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId '
        'w:val="0"/></w:num></w:numbering>'
    ),
    "word/footnotes.xml": (
        f"<w:footnotes {_NAMESPACES}>{_note(-1, 'separator', '<w:separator/>')}"
        f"{_note(0, 'continuationSeparator', '<w:continuationSeparator/>')}"
        f"{_note(1, '', '<w:footnoteRef/>')}</w:footnotes>"
    ),
    "word/header1.xml": f"<w:hdr {_NAMESPACES}><w:p>{_drawing(3)}</w:p></w:hdr>",
    "word/_rels/header1.xml.rels": _relationships(_inside("rPicture", "image", "media/image1.png")),
    "word/media/image1.png": "no picture, which no check looks into",
}


def packed(parts: Mapping[str, str]) -> bytes:
    """A zip of these parts, in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return out.getvalue()


def broken(part: str, old: str, new: str) -> bytes:
    """The good file with the first `old` in `part` replaced; `part` loses it all when `old` is its name."""
    if old == part:
        return packed({name: text for name, text in PARTS.items() if name != part})
    assert old in PARTS[part], f"{part} has no {old}"
    return packed({**PARTS, part: PARTS[part].replace(old, new, 1)})
