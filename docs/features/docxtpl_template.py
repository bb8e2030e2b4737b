"""docxtpl's contender: a template as somebody who knows Word would make it, and the specimen as its fields.

docxtpl fills what stands in a template and leaves the rest as it is, so the template says all that it can
say: styles, sections, the table of contents, captions that count, how tables behave. What the text decides is
given as fields, by the means that docxtpl has for it: loops, RichText, InlineImage.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

PLACE = "{{ body }}"
HEADINGS = tuple(f"Heading {level}" for level in range(1, 7))
BULLETS = ("List Bullet", "List Bullet 2", "List Bullet 3")
NUMBERS = ("List Number", "List Number 2")
TEXTS = (
    "Quote",
    "Quote 2",
    "Quote Attribution",
    "Definition Term",
    "Definition",
    "List Continue",
    "Pull Quote",
    "Callout",
)
OTHERS = ("Source Code", "Right To Left")


def template(base: bytes | None) -> bytes:
    """The template, in python-docx's own document or in the letterhead `base`, at its `{{ body }}`."""
    document = docx.Document(io.BytesIO(base) if base else None)
    _add_styles(document)
    place = next((p for p in document.paragraphs if p.text == PLACE), None)
    existing = len(document.element.body)
    _add_body(document)
    if place is not None:
        for element in list(document.element.body)[existing - 1 : -1]:
            place._p.addprevious(element)  # noqa: SLF001 - python-docx can only add at the end
        place._p.getparent().remove(place._p)  # noqa: SLF001
    else:
        _add_page_numbers(document)
    document.core_properties.title = "{{ title }}"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _add_styles(document: Document) -> None:
    """Styles that a look of letterbook has and python-docx's document lacks."""
    for name in (
        "Quote 2",
        "Quote Attribution",
        "Definition Term",
        "Definition",
        *TEXTS[-2:],
        *OTHERS,
        "Rule",
    ):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
    document.styles["Quote 2"].base_style = document.styles["Quote"]
    document.styles["Quote 2"].paragraph_format.left_indent = Pt(36)
    document.styles["Definition"].paragraph_format.left_indent = Pt(18)
    document.styles["Caption"].paragraph_format.keep_with_next = False
    for name in ("Hyperlink", "Verbatim Char", "Small Capitals"):
        document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    document.styles["Small Capitals"].font.small_caps = True
    _append(
        _child(document.styles["Rule"].element.get_or_add_pPr(), "w:pBdr"), "w:bottom", val="single", sz="4"
    )
    _append(document.styles["Right To Left"].element.get_or_add_pPr(), "w:bidi")


def _add_body(document: Document) -> None:
    document.add_paragraph("{{ title }}", style="Title")
    document.add_paragraph("{{ subtitle }}", style="Subtitle")
    _add_field(document.add_paragraph(), 'TOC \\o "1-6" \\h')
    document.add_paragraph("{%p for block in before %}")
    _add_kinds(document)
    document.add_paragraph("{%p endfor %}")
    _add_tables(document)
    document.add_paragraph("{%p for block in after %}")
    _add_kinds(document)
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("A rule is a paragraph of the style Horizontal Rule:")
    document.add_paragraph(style="Rule")
    section = document.add_section(WD_SECTION.CONTINUOUS)
    _child(section._sectPr, "w:cols").set(qn("w:num"), "2")  # noqa: SLF001 - python-docx knows no columns
    document.add_paragraph("{{ columns }}")
    section = document.add_section(WD_SECTION.CONTINUOUS)
    _child(section._sectPr, "w:cols").set(qn("w:num"), "1")  # noqa: SLF001


def _add_kinds(document: Document) -> None:
    """One paragraph of the template for each kind of block."""
    styles = (*HEADINGS, *BULLETS, *NUMBERS, *TEXTS, *OTHERS, "Normal")
    for style in styles:
        document.add_paragraph(f"{{%p if block.style == '{style}' %}}")
        document.add_paragraph("{{r block.text }}", style=style)
        document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if block.picture %}")
    document.add_paragraph("{{ block.picture }}").paragraph_format.keep_with_next = True
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if block.caption %}")
    caption = document.add_paragraph("Figure ", style="Caption")
    _add_field(caption, "SEQ Figure \\* ARABIC", "1")
    caption.add_run(": {{ block.caption }}")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if block.new_page %}")
    document.add_paragraph().paragraph_format.page_break_before = True
    document.add_paragraph("{%p endif %}")


def _add_tables(document: Document) -> None:
    caption = document.add_paragraph("Table ", style="Caption")
    caption.paragraph_format.keep_with_next = True
    _add_field(caption, "SEQ Table \\* ARABIC", "1")
    caption.add_run(": Multiples at the middle of 2026")
    table = _table(
        document, ["Fund", "Vintage", "Multiple", ""], ["fund", "vintage", "gross", "net"], [34, 22, 22, 22]
    )
    top, below = table.rows[0], table.rows[1]
    for number, words in ((2, "gross"), (3, "net")):
        below.cells[number].text = words
    for number in (0, 1):
        top.cells[number].merge(below.cells[number]).text = ("Fund", "Vintage")[number]
    top.cells[2].merge(top.cells[3]).text = "Multiple"
    new = document.add_section(WD_SECTION.NEW_PAGE)
    new.orientation, (new.page_width, new.page_height) = (
        WD_ORIENT.LANDSCAPE,
        (new.page_height, new.page_width),
    )
    document.add_paragraph("A page on its side", style="Heading 1")
    _table(
        document,
        ["Company", "Since", "What comes next"],
        ["company", "since", "next"],
        [40, 20, 40],
        heading_rows=1,
    )
    new = document.add_section(WD_SECTION.NEW_PAGE)
    new.orientation, (new.page_width, new.page_height) = WD_ORIENT.PORTRAIT, (new.page_height, new.page_width)


def _table(
    document: Document, titles: list[str], names: list[str], widths: list[int], *, heading_rows: int = 2
) -> Table:
    """A table whose heading rows repeat, whose rows stay whole, and whose last rows are a loop."""
    table = document.add_table(heading_rows + 3, len(names), style="Table Grid")
    for column, share in enumerate(widths):
        table.columns[column].width = Mm(1.5 * share)
    for number, title in enumerate(titles):
        table.rows[0].cells[number].text = title
    loop = table.rows[heading_rows : heading_rows + 3]
    loop[0].cells[0].text, loop[2].cells[0].text = f"{{%tr for row in {names[0]}s %}}", "{%tr endfor %}"
    aligned = (WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, None)
    for number, name in enumerate(names):
        cell = loop[1].cells[number]
        cell.text = f"{{{{ row.{name} }}}}"
        cell.paragraphs[0].alignment = aligned[number]
        if aligned[number] is None:
            cell.paragraphs[0].paragraph_format.tab_stops.add_tab_stop(Mm(15), WD_TAB_ALIGNMENT.DECIMAL)
    for position, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no call for either
        _append(properties, "w:cantSplit")
        if position < heading_rows:
            _append(properties, "w:tblHeader")
    return table


def _add_page_numbers(document: Document) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].add_run("{{ title }}")
    section.first_page_header.paragraphs[0].add_run("Harbour Row Ventures")
    for footer in (section.footer, section.first_page_footer):
        paragraph = footer.paragraphs[0]
        paragraph.add_run("Page ")
        _add_field(paragraph, "PAGE", "1")
        paragraph.add_run(" of ")
        _add_field(paragraph, "NUMPAGES", "1")


def _add_field(paragraph: Paragraph, instruction: str, result: str = "") -> None:
    field = _append(paragraph._p, "w:fldSimple", instr=instruction)  # noqa: SLF001 - python-docx knows no fields
    _append(_append(field, "w:r"), "w:t").text = result


def _child(parent: Any, tag: str) -> Any:  # noqa: ANN401 - python-docx's elements have no public type
    found = parent.find(qn(tag))
    return _append(parent, tag) if found is None else found


def _append(parent: Any, tag: str, **attributes: str) -> Any:  # noqa: ANN401
    element = OxmlElement(tag)
    for name, said in attributes.items():
        element.set(qn(f"w:{name}"), said)
    parent.append(element)
    return element


def fields(tpl: Any, pictures: Path) -> Mapping[str, object]:  # noqa: ANN401 - docxtpl has no types
    """The fields of the specimen; `tpl` is the template that they are for."""
    from docxtpl import InlineImage, RichText  # noqa: PLC0415 - an optional extra

    def picture(name: str, caption: str, width: float) -> dict[str, object]:
        return {"picture": InlineImage(tpl, str(pictures / name), width=Mm(width)), "caption": caption}

    width = 152.4  # of the text in python-docx's own document
    before = (
        *_texts(RichText, _FIRST),
        {"style": "Normal", "text": _words(tpl, RichText)},
        {"style": "Normal", "text": _languages(RichText)},
        {"style": "Right To Left", "text": RichText("המכתב הזה נכתב מימין לשמאל", rtl=True)},
        *_texts(RichText, _BLOCKS),
        {"new_page": True},
        picture("net-asset-value.png", "Net asset value of two invented funds", width * 0.85),
        picture("harbour.jpg", "The harbour at dusk", width * 0.6),
        picture("tide-clock.gif", "", 10),
    )
    return {
        "title": "A letter from the harbour",
        "subtitle": "A specimen",
        "before": before,
        "after": _texts(RichText, _LAST),
        "columns": "Two columns are for what is short and plenty: names, holdings, small print.",
        "funds": [
            {"fund": "Harbour Row I", "vintage": "2019", "gross": "2.4x", "net": "1.9"},
            {"fund": "Harbour Row II", "vintage": "2021", "gross": "1.7x", "net": "1.45"},
        ],
        "companys": [{"company": "Saltmarsh Power", "since": "2019", "next": "A third turbine"}],
    }


def _texts(rich_text: Any, blocks: Iterable[tuple[str, str]]) -> list[dict[str, object]]:  # noqa: ANN401
    return [{"style": style, "text": rich_text(words)} for style, words in blocks]


def _words(tpl: Any, rich_text: Any) -> object:  # noqa: ANN401
    words = rich_text("Words can be ")
    for text, how in (
        ("emphasised", {"italic": True}),
        ("strong", {"bold": True}),
        ("struck out", {"strike": True}),
        ("marked with a pen", {"highlight": "#ffff00"}),
        ("small capitals", {"style": "SmallCapitals"}),
        ("rd", {"superscript": True}),
        ("2", {"subscript": True}),
        ("letterbook draft", {"style": "VerbatimChar"}),
        ("link", {"url_id": tpl.build_url_id("https://example.org/letters"), "style": "Hyperlink"}),
        ("tip", {"url_id": tpl.build_url_id("https://example.org/letters"), "style": "Hyperlink"}),
    ):
        words.add(text, **how)
        words.add(", ")
    words.add('"Quotation marks" as they are typed.\nA new line.')
    return words


def _languages(rich_text: Any) -> object:  # noqa: ANN401
    words = rich_text("The spelling of ")
    words.add("Fonds de pension", lang="fr-FR")
    words.add(" and of ")
    words.add("東京の港は静かだ。", font="eastAsia:MS Mincho")
    return words


_FIRST = (("Heading 1", "Words in a line"), ("Normal", "This paragraph is set in Body Text."))
_BLOCKS = (
    ("Heading 1", "Headings"),
    *((f"Heading {level}", f"This is Heading {level}") for level in range(2, 7)),
    ("Heading 1", "Lists"),
    ("List Bullet", "It has three kinds of assets:"),
    ("List Bullet 2", "wind"),
    ("List Bullet 3", "predictable"),
    ("List Number", "Write the letter."),
    ("List Number", "Have it read by somebody who was not there."),
    ("List Continue", "This paragraph belongs to the second item."),
    ("Quote 2", "So does this quotation."),
    ("List Number 2", "By post to those who asked for that"),
    ("List Number", "This list begins with five,"),
    ("Normal", "☒ Numbers agreed with the auditors"),
    ("Definition Term", "Carried interest"),
    ("Definition", "This is Definition, and the words above it are a Definition Term."),
    ("Heading 1", "Quotations"),
    ("Quote", 'This is Quote, with "straight marks".'),
    ("Quote 2", "A harbour is not a place to stay in."),
    ("Quote Attribution", "— Nora Lindqvist, Tidewatch 7"),
    ("Heading 1", "Pictures"),
)
_LAST = (
    ("Source Code", "# This is Source Code.\ndef tide(hour):\n    return 3.2"),
    ("Pull Quote", "This is Pull Quote, a style of this look’s own."),
    ("Callout", "This is Callout, a style of this look’s own."),
)
