"""Rows about lists, quotations, tables and pictures."""

from __future__ import annotations

from collections.abc import Mapping

from docs.features.made import Answer, Made
from docs.features.word_file import Element, W, find, text, value


def nine_levels(made: Made) -> Answer:
    """Lists nine levels deep"""
    file = made.specimen
    words = (
        "It has three kinds",
        "wind",
        "predictable",
        "licences",
        "and those who grant",
        "in three ministries",
    )
    steps = [
        file.left(file.paragraph(said))
        for said in (*words, "with four offices", "one of which", "is open on")
    ]
    return steps == sorted(set(steps)) and bool(file.number(file.paragraph("is open on")))


def start_anywhere(made: Made) -> Answer:
    """A numbered list that begins with five"""
    return made.specimen.start(made.specimen.paragraph("This list begins with five")) == "5"


def lists_restart(made: Made) -> Answer:
    """Every numbered list counts for itself"""
    file = made.specimen
    one, other = file.paragraph("Write the letter"), file.paragraph("This list begins with five")
    return bool(file.number(one)) and file.number(one) != file.number(other) != ""


def tasks(made: Made) -> Answer:
    """Tasks with their boxes"""
    file = made.specimen
    item = next((p for p in find(file.document, ".//w:p") if "Numbers agreed" in text(p)), None)
    signs = "" if item is None else text(item)[:1] + value(file.list_level(item), "w:lvlText")
    return any(sign in signs for sign in "☒☑✓") or bool(item is not None and find(item, ".//w:checkBox"))


def definitions(made: Made) -> Answer:
    """Terms and definitions in named styles"""
    file = made.specimen
    styles = {file.style(file.paragraph(words)) for words in ("Carried interest", "This is Definition")}
    return len(styles) == 2 and not styles & {"normal", "body text", ""}


def item_paragraphs(made: Made) -> Answer:
    """An item's second paragraph, aligned with the first"""
    file = made.specimen
    first, second = file.paragraph("Have it read"), file.paragraph("This paragraph belongs")
    return len(second) > 0 and file.left(second) == file.left(first) > 0


def item_quotations(made: Made) -> Answer:
    """A quotation within an item, further in"""
    file = made.specimen
    first, quote = file.paragraph("Have it read"), file.paragraph("So does this quotation")
    return file.style(quote) in _QUOTES and file.left(quote) > file.left(first)


_QUOTES = frozenset({"quote", "quote 2", "block text"})


def quotations(made: Made) -> Answer:
    """Quotations in a named style"""
    return made.specimen.style(made.specimen.paragraph("This is Quote")) in _QUOTES


def nested_quotations(made: Made) -> Answer:
    """A quotation within a quotation, further in"""
    file = made.specimen
    return file.left(file.paragraph("A harbour is not")) > file.left(file.paragraph("This is Quote"))


def attributions(made: Made) -> Answer:
    """Whose words they are, in a style of its own"""
    file = made.specimen
    quote, source = file.paragraph("This is Quote"), file.paragraph("— Nora Lindqvist")
    return len(source) > 0 and file.style(source) != file.style(quote)


def code(made: Made) -> Answer:
    """Blocks of code in a named style"""
    found = find(made.specimen.document, ".//w:p[.//w:t[contains(., 'This is Source Code')]]")
    return bool(found) and made.specimen.style(found[0]) not in {"normal", "body text", ""}


def rules(made: Made) -> Answer:
    """Rules as the border of a paragraph"""
    rule = made.specimen.paragraph("A rule is a paragraph").getnext()
    while rule is not None and rule.tag != f"{W}p":
        rule = rule.getnext()
    if rule is None or text(rule):
        return False
    return len(made.specimen.said(rule, "w:pBdr")) > 0 or (
        "as a drawing" if find(rule, ".//w:pict") else False
    )


def page_breaks(made: Made) -> Answer:
    """Page breaks"""
    breaks = find(made.specimen.document, ".//w:br[@w:type='page'] | .//w:p/w:pPr/w:pageBreakBefore")
    return bool(breaks)


def landscape(made: Made) -> Answer:
    """A part on landscape pages"""
    return "landscape" in find(made.specimen.document, ".//w:sectPr/w:pgSz/@w:orient")


def columns(made: Made) -> Answer:
    """A part in two columns"""
    return "2" in find(made.specimen.document, ".//w:sectPr/w:cols/@w:num")


def own_styles(made: Made) -> Answer:
    """call-outs and pull quotes: a division in the style of its name"""
    file = made.specimen
    wanted = ("Pull Quote", "Callout")
    return all(file.style(file.paragraph(f"This is {name}")) == name.casefold() for name in wanted)


def _table(made: Made) -> Element:
    found = find(made.specimen.document, ".//w:tbl[.//w:t[contains(., 'Harbour Row II')]]")
    return found[0] if found else made.specimen.part("none")


def _cell(made: Made, words: str) -> Element:
    found = [cell for cell in find(_table(made), ".//w:tc") if text(cell).startswith(words)]
    return found[0] if found else made.specimen.part("none")


def alignments(made: Made) -> Answer:
    """Columns aligned left, centred, right"""
    wanted = {"2021": {"center"}, "1.7x": {"right", "end"}}
    return all(value(_cell(made, words), "w:p/w:pPr/w:jc") in sides for words, sides in wanted.items())


def decimals(made: Made) -> Answer:
    """Numbers aligned on their decimal points"""
    return "decimal" in find(_cell(made, "1.45"), "w:p/w:pPr/w:tabs/w:tab/@w:val")


def widths(made: Made) -> Answer:
    """The widths of columns, as asked for"""
    shares = [int(width) for width in find(_table(made), "w:tblGrid/w:gridCol/@w:w")]
    wanted = (34, 22, 22, 22)
    return len(shares) == 4 and all(
        abs(share / sum(shares) - want / 100) < 0.01 for share, want in zip(shares, wanted, strict=True)
    )


def heading_rows(made: Made) -> Answer:
    """Two heading rows, repeated on every page"""
    return len(find(_table(made), "w:tr[w:trPr/w:tblHeader]")) == 2


def whole_rows(made: Made) -> Answer:
    """No row is split over two pages"""
    rows = find(_table(made), "w:tr")
    return bool(rows) and all(find(row, "w:trPr/w:cantSplit") for row in rows)


def column_spans(made: Made) -> Answer:
    """Cells over several columns"""
    return value(_cell(made, "Multiple"), "w:tcPr/w:gridSpan") == "2"


def row_spans(made: Made) -> Answer:
    """Cells over several rows"""
    return value(_cell(made, "Vintage"), "w:tcPr/w:vMerge") == "restart"


def table_captions(made: Made) -> Answer:
    """Captions in the style Caption, kept with their table"""
    file = made.specimen
    found = [p for p in find(file.document, ".//w:p") if "Multiples at the middle" in text(p)]
    if not found or "caption" not in file.style(found[0]):
        return False
    return file.has(found[0], "w:keepNext")


def formats(made: Made) -> Answer:
    """PNG, JPEG and GIF"""
    shown = {made.specimen.picture(drawing).rpartition(".")[2] for drawing in made.specimen.drawings()}
    missing = [name for name, endings in _ENDINGS.items() if not shown & endings]
    return True if not missing else f"no {' and '.join(missing)}"


_ENDINGS: Mapping[str, set[str]] = {"PNG": {"png"}, "JPEG": {"jpg", "jpeg"}, "GIF": {"gif"}}


def _drawing(made: Made, alt: str) -> Element:
    found = [
        drawing
        for drawing in made.specimen.drawings()
        if any(said.startswith(alt) for said in find(drawing, ".//wp:docPr/@descr | .//pic:cNvPr/@descr"))
    ]
    return found[0] if found else made.specimen.part("none")


def vector(made: Made) -> Answer:
    """SVG with a PNG for programs that draw none"""
    if not any(name.endswith(".svg") for name in made.specimen.parts):
        return False
    for drawing in made.specimen.drawings():
        if find(drawing, ".//asvg:svgBlip") and made.specimen.picture(drawing).endswith(".png"):
            return True
    return "the SVG only"


def alternatives(made: Made) -> Answer:
    """What a picture shows, apart from its caption"""
    return len(_drawing(made, "A lighthouse on a cliff")) > 0


def picture_widths(made: Made) -> Answer:
    """A picture's width as a share of the text's"""
    file = made.on_letterhead
    photos = [drawing for drawing in file.drawings() if file.picture(drawing).endswith(("jpg", "jpeg"))]
    extent = [cx for photo in photos for cx in find(photo, ".//wp:extent/@cx")]
    width = find(file.document, ".//w:body/w:sectPr/w:pgSz/@w:w")
    margins = find(
        file.document, ".//w:body/w:sectPr/w:pgMar/@*[local-name()='left' or local-name()='right']"
    )
    if not extent or not width:
        return False
    share = int(extent[0]) / _EMU / (int(width[0]) - sum(map(int, margins)))
    return abs(share - 0.6) < 0.02


_EMU = 635  # English Metric Units in a twentieth of a point


def picture_captions(made: Made) -> Answer:
    """Captions in the style Caption, the picture kept with its own"""
    file = made.specimen
    found = [p for p in find(file.document, ".//w:p") if "The harbour at dusk" in text(p)]
    if not found or "caption" not in file.style(found[0]):
        return False
    above = found[0].getprevious()
    while above is not None and above.tag != f"{W}p":
        above = above.getprevious()
    return above is not None and bool(find(above, ".//w:drawing")) and file.has(above, "w:keepNext")


def drawing_ids(made: Made) -> Answer:
    """Every drawing of an id of its own, headers included"""
    roots = [made.on_letterhead.document, *made.on_letterhead.stories("header")]
    identifiers = [found for root in roots for found in find(root, ".//wp:docPr/@id")]
    return bool(identifiers) and len(set(identifiers)) == len(identifiers)
