"""Letterheads for tests: one as Word writes it in German, and files with one thing wrong each."""

from __future__ import annotations

import io
import zipfile

from letterbook.writers.writer import LetterheadFile
from tests.writers.conftest import png

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{OFFICE}" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)
SECTION = (
    '<w:sectPr w:rsidR="00A100A1"><w:headerReference w:type="first" r:id="rId7"/>'
    '<w:footerReference w:type="default" r:id="rId8"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2835" w:right="1134" w:bottom="1134" w:left="1418" w:header="709" w:footer="567" '
    'w:gutter="0"/><w:cols w:space="708"/><w:titlePg/><w:docGrid w:linePitch="360"/></w:sectPr>'
)
PLACE = '<w:p w14:paraId="0A0B0C0D"><w:r><w:t>{{ </w:t></w:r><w:r><w:t>body }}</w:t></w:r></w:p>'
ADDRESS = '<w:p><w:pPr><w:pStyle w:val="Anschrift"/></w:pPr><w:r><w:t>Tidewatch Capital</w:t></w:r></w:p>'


def document(body, namespaces=NAMESPACES):
    return f"{DECLARATION}<w:document {namespaces}><w:body>{body}</w:body></w:document>"


def relationships(*rows):
    written = "".join(
        f'<Relationship Id="{identifier}" Type="{kind if "://" in kind else f"{OFFICE}/{kind}"}" '
        f'Target="{target}"{mode}/>'
        for identifier, kind, target, *modes in rows
        for mode in [' TargetMode="External"' if modes else ""]
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{written}</Relationships>'


def types(main=f"{MAIN}.document.main+xml", more=""):
    overrides = {
        "word/document.xml": main,
        "word/styles.xml": f"{MAIN}.styles+xml",
        "word/settings.xml": f"{MAIN}.settings+xml",
        "word/numbering.xml": f"{MAIN}.numbering+xml",
        "word/comments.xml": f"{MAIN}.comments+xml",
        "word/header1.xml": f"{MAIN}.header+xml",
        "word/footer1.xml": f"{MAIN}.footer+xml",
        "word/glossary/document.xml": f"{MAIN}.document.glossary+xml",
        "customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    }
    rows = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="PNG" '
        f'ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>{rows}{more}</Types>'
    )


def style(identifier, name, rest="", kind="paragraph", more=""):
    return f'<w:style w:type="{kind}"{more} w:styleId="{identifier}"><w:name w:val="{name}"/>{rest}</w:style>'


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>'
    '<w:lang w:val="de-DE" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:latentStyles w:defLockedState="0" w:count="2"><w:lsdException w:name="Body Text"/>'
    '<w:lsdException w:name="heading 9"/></w:latentStyles>'
    + style("Standard", "Normal", "<w:qFormat/>", more=' w:default="1"')
    + style(
        "berschrift1", "heading 1", '<w:basedOn w:val="Standard"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    )
    + style("berschrift2", "heading 2", '<w:basedOn w:val="berschrift1"/>')
    + style("Titel", "Title", '<w:basedOn w:val="Standard"/>')
    + style("Anschrift", "Anschrift", '<w:basedOn w:val="Standard"/>', more=' w:customStyle="1"')
    + style("Zitat", "QUOTE", '<w:basedOn w:val="Eingerckt"/>')
    + style("Eingerckt", "Eingerückt", '<w:basedOn w:val="Standard"/><w:pPr><w:ind w:left="567"/></w:pPr>')
    + style("Kreis1", "Kreis 1", '<w:basedOn w:val="Kreis2"/>')
    + style("Kreis2", "Kreis 2", '<w:basedOn w:val="Kreis1"/>')
    + style("Liste", "Punkte", '<w:aliases w:val="List Bullet,Aufzählung"/><w:basedOn w:val="Standard"/>')
    + style("Kopfzeile", "header", '<w:basedOn w:val="Standard"/>')
    + style("Fuzeile", "footer", '<w:basedOn w:val="Standard"/>')
    + style("Absatz-Standardschriftart", "Default Paragraph Font", "", "character", ' w:default="1"')
    + style("Quelltext", "Source Code", "", "character", ' w:customStyle="1"')
    + style("NormaleTabelle", "Normal Table", "", "table", ' w:default="1"')
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
)
LOGO = (
    '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="900000" cy="450000"/><wp:docPr id="1804289383" name="Logo" descr="Tidewatch"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
    '<pic:cNvPr id="0" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/>'
    '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="900000" cy="450000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Briefkopf</dc:title>'
    "<dc:creator>Ada Tide</dc:creator><cp:keywords>Fonds, Brief</cp:keywords><cp:revision>4</cp:revision>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">2020-02-03T10:00:00Z</dcterms:created></cp:coreProperties>'
)
CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Mandant">'
    "<vt:lpwstr>Tidewatch</vt:lpwstr></property></Properties>"
)


def wrap(tag, content):
    return f"{DECLARATION}<w:{tag} {NAMESPACES}>{content}</w:{tag}>"


def german_parts():
    """The parts of a letterhead such as a German Word saves, with parts that only Word understands."""
    return {
        "[Content_Types].xml": types(),
        "_rels/.rels": relationships(
            ("rId1", "officeDocument", "word/document.xml"),
            ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", "custom-properties", "docProps/custom.xml"),
            ("rId4", f"{PACKAGE}/relationships/metadata/thumbnail", "docProps/thumbnail.jpeg"),
        ),
        "word/document.xml": document(
            f'{ADDRESS}<w:p><w:bookmarkStart w:id="5" w:name="Datum"/><w:r><w:t>Ort, Datum</w:t></w:r>'
            f'<w:bookmarkEnd w:id="5"/></w:p>{PLACE}<w:p><w:r><w:t>Mit freundlichen Grüßen</w:t></w:r></w:p>'
            f"{SECTION}"
        ),
        "word/_rels/document.xml.rels": relationships(
            ("rId1", "styles", "styles.xml"),
            ("rId2", "settings", "settings.xml"),
            ("rId3", "numbering", "/word/numbering.xml"),
            ("rId4", "customXml", "../customXml/item1.xml"),
            ("rId5", "comments", "comments.xml"),
            ("rId6", "glossaryDocument", "glossary/document.xml"),
            ("rId7", "header", "header1.xml"),
            ("rId8", "footer", "footer1.xml"),
        ),
        "word/styles.xml": wrap("styles", STYLES),
        "word/settings.xml": wrap(
            "settings", '<w:zoom w:percent="90"/><w:rsids><w:rsid w:val="00A100A1"/></w:rsids>'
        ),
        "word/numbering.xml": wrap("numbering", NUMBERING),
        "word/comments.xml": wrap("comments", ""),
        "word/header1.xml": wrap(
            "hdr",
            f'<w:p><w:pPr><w:pStyle w:val="Kopfzeile"/></w:pPr><w:r>{LOGO}</w:r></w:p>'
            '<w:p><w:bookmarkStart w:id="77" w:name="Kopf"/><w:bookmarkEnd w:id="77"/></w:p>',
        ),
        "word/_rels/header1.xml.rels": relationships(("rId1", "image", "media/image1.PNG")),
        "word/footer1.xml": wrap("ftr", "<w:p><w:r><w:t>Seite</w:t></w:r></w:p>"),
        "word/media/image1.PNG": png(40, 20),
        "word/glossary/document.xml": wrap("glossaryDocument", ""),
        "customXml/item1.xml": '<b:quellen xmlns:b="urn:example:quellen"/>',
        "customXml/_rels/item1.xml.rels": relationships(("rId1", "customXmlProps", "itemProps1.xml")),
        "customXml/itemProps1.xml": (
            '<ds:datastoreItem ds:itemID="{B5A3F2C1-0000-4000-8000-000000000001}" '
            'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>'
        ),
        "docProps/core.xml": CORE,
        "docProps/custom.xml": CUSTOM,
        "docProps/thumbnail.jpeg": b"\xff\xd8\xff\xe0 no more than a thumbnail",
    }


def zipped(parts, method=zipfile.ZIP_DEFLATED):
    """A zip of parts by name, with a time stamp that is not ours."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (2021, 5, 17, 9, 41, 12))
            entry.compress_type = method
            archive.writestr(entry, content)
    return buffer.getvalue()


def german(**changes):
    """The German letterhead; `changes` replace the parts that a key names (`word__document`)."""
    parts = german_parts() | {f"{key.replace('__', '/')}.xml": text for key, text in changes.items()}
    return LetterheadFile("briefkopf.docx", zipped(parts))


def german_with(parts):
    """The German letterhead with these parts replaced or added; None takes one away."""
    merged = german_parts() | parts
    return LetterheadFile(
        "briefkopf.docx", zipped({name: data for name, data in merged.items() if data is not None})
    )


def german_body(body, namespaces=NAMESPACES):
    """The German letterhead with this body."""
    return german(word__document=document(body, namespaces))
