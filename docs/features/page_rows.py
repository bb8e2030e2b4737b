"""Rows about languages, the page, the letterhead, and what is for all readers or for later."""

from __future__ import annotations

from docs.features.made import Answer, Made
from docs.features.word_file import find, text, value


def language(made: Made) -> Answer:
    """The document's language"""
    root = made.specimen.part("word/styles.xml")
    return any(str(found).startswith("en") for found in find(root, ".//w:rPrDefault//w:lang/@w:val"))


def marked_language(made: Made) -> Answer:
    """Words marked with their language"""
    return value(made.specimen.run("Fonds de pension"), "w:rPr/w:lang").startswith("fr")


def east_asian(made: Made) -> Answer:
    """The font for Chinese, Japanese and Korean"""
    run = next((r for r in find(made.specimen.document, ".//w:r") if "東京" in text(r)), None)
    return run is not None and bool(find(run, "w:rPr/w:rFonts[@w:hint='eastAsia' or @w:eastAsia]"))


def right_to_left(made: Made) -> Answer:
    """Paragraphs from right to left"""
    paragraph = made.specimen.paragraph("המכתב")
    return (
        len(paragraph) > 0
        and made.specimen.has(paragraph, "w:bidi")
        and bool(find(paragraph, ".//w:r/w:rPr/w:rtl"))
    )


def hostile_text(made: Made) -> Answer:
    """Text with `&`, `<` and control characters arrives, without what XML forbids"""
    return "A & B <c> and more" in text(made.hostile.document).replace("\b", "")


def page_numbers(made: Made) -> Answer:
    """A footer with page X of Y"""
    fields = [
        words
        for root in made.specimen.stories("footer")
        for words in (
            *find(root, ".//w:fldSimple/@w:instr"),
            *(e.text or "" for e in find(root, ".//w:instrText")),
        )
    ]
    return {"PAGE", "NUMPAGES"} <= {words.split()[0] for words in fields if words.split()}


def first_page(made: Made) -> Answer:
    """A first page with a header of its own"""
    sections = find(made.specimen.document, ".//w:sectPr[w:titlePg]")
    return bool(sections) and "first" in find(made.specimen.document, ".//w:headerReference/@w:type")


def letterhead_headers(made: Made) -> Answer:
    """A letterhead's header with its logo"""
    headers = made.on_letterhead.stories("header")
    return any("Harbour Row Ventures, Quay 7" in text(root) and find(root, ".//a:blip") for root in headers)


def letterhead_styles(made: Made) -> Answer:
    """A letterhead's styles, found by their names"""
    file = made.on_letterhead
    heading = next(
        (p for p in find(file.document, ".//w:p") if text(p) == "Lists" and file.style(p) == "heading 1"),
        None,
    )
    colours = [] if heading is None else [value(style, "w:rPr/w:color") for style in file.chain(heading)]
    return "AA3311" in colours


def letterhead_text(made: Made) -> Answer:
    """The text goes where the letterhead says, between what stands there"""
    said = text(made.on_letterhead.document)
    before, after = said.find("Private and confidential"), said.find("Registered in Harbour Row")
    return 0 <= before < said.find("Words in a line") < after


def letterhead_parts(made: Made) -> Answer:
    """Every other part of the letterhead, byte for byte"""
    concerned = {
        "[Content_Types].xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
    }
    concerned |= {"word/numbering.xml", "word/footnotes.xml", "word/settings.xml", "_rels/.rels"}
    concerned |= {f"docProps/{name}.xml" for name in ("core", "app", "custom")}
    others = [name for name in made.letterhead.parts if name not in concerned]
    kept = sum(made.on_letterhead.parts.get(name) == made.letterhead.parts[name] for name in others)
    return kept == len(others) or f"{kept} of {len(others)}"


def title(made: Made) -> Answer:
    """The document's title in its properties"""
    root = made.specimen.part("docProps/core.xml")
    return any(element.text == "A letter from the harbour" for element in root.iter("{*}title"))


def all_alternatives(made: Made) -> Answer:
    """Every picture described"""
    drawings = made.specimen.drawings()
    described = [find(drawing, ".//wp:docPr[@descr!='']") for drawing in drawings]
    return bool(drawings) and all(described)


def heading_cells(made: Made) -> Answer:
    """Every table says which row is its heading"""
    tables = find(made.specimen.document, ".//w:tbl")
    return bool(tables) and all(find(table, "w:tr/w:trPr/w:tblHeader") for table in tables)


def anchors(made: Made) -> Answer:
    """Every paragraph can be found again after somebody has edited the file"""
    names = [str(name) for name in find(made.specimen.document, ".//w:bookmarkStart/@w:name")]
    paragraphs = [
        p for p in find(made.specimen.document, ".//w:p") if text(p) and "toc" not in made.specimen.style(p)
    ]
    return sum(name.startswith("_lb_b") for name in names) >= len(paragraphs)


def build(made: Made) -> Answer:
    """The file says which build it is"""
    return b"letterbook-build" in made.specimen.parts.get("docProps/custom.xml", b"")


def fields(made: Made) -> Answer:
    """Fields and passages of a mail merge stay marked in the finished file"""
    custom = made.specimen.parts.get("docProps/custom.xml", b"")
    return b"recipient.first name" in custom and b"when recipient.public_records" in custom


def same_bytes(made: Made) -> Answer:
    """The same input gives the same bytes"""
    if made.specimen.data == made.again.data:
        return True
    first, second = made.dated
    return "with SOURCE_DATE_EPOCH" if first.data == second.data else False
