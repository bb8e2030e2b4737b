"""Rows about words, links, footnotes: each looks into a contender's Word files and answers."""

from __future__ import annotations

from docs.features.made import Answer, Made
from docs.features.word_file import find, text, value


def headings(made: Made) -> Answer:
    """Headings 1 to 6 in Word's own styles"""
    file = made.specimen
    words = {1: "Lists", **{level: f"This is Heading {level}" for level in range(2, 7)}}
    return all(file.style(file.paragraph(said)) == f"heading {level}" for level, said in words.items())


def emphasis(made: Made) -> Answer:
    """Italic, bold, struck out"""
    wanted = {"emphasised": "i", "strong": "b", "struck out": "strike"}
    return all(made.specimen.is_on(made.specimen.run(words), name) for words, name in wanted.items())


def inline_code(made: Made) -> Answer:
    """Code in a line, in a named style"""
    return bool(made.specimen.run_style(made.specimen.run("letterbook draft")))


def baselines(made: Made) -> Answer:
    """Raised and lowered letters"""
    wanted = {"rd": "superscript", "2": "subscript"}
    return all(value(made.specimen.run(words), "w:rPr/w:vertAlign") == kind for words, kind in wanted.items())


def small_capitals(made: Made) -> Answer:
    """Small capitals"""
    return made.specimen.is_on(made.specimen.run("small capitals"), "smallCaps")


def marked(made: Made) -> Answer:
    """Words marked as with a pen"""
    run = made.specimen.run("marked with a pen")
    return made.specimen.is_on(run, "highlight") or bool(find(run, "w:rPr/w:shd"))


def hard_breaks(made: Made) -> Answer:
    """A line broken by hand"""
    return bool(find(made.specimen.paragraph("Words can be emphasised"), ".//w:br[not(@w:type)]"))


def typographic_quotes(made: Made) -> Answer:
    """Typographic quotation marks in the author's prose, and none put into quotations"""
    in_prose = "“Quotation marks”" in text(made.specimen.document)
    in_quotation = '"straight marks"' in text(made.specimen.document)
    return (
        in_prose and in_quotation if in_prose == in_quotation else "in quotations too" if in_prose else False
    )


def links(made: Made) -> Answer:
    """Links in the style Hyperlink"""
    found = find(made.specimen.document, ".//w:hyperlink[@r:id]/w:r")
    return bool(found) and all(made.specimen.run_style(run) == "hyperlink" for run in found)


def tooltips(made: Made) -> Answer:
    """A link's tip"""
    return "Rest the pointer here" in find(made.specimen.document, ".//w:hyperlink/@w:tooltip")


def one_relationship(made: Made) -> Answer:
    """One relationship for an address, however often it is used"""
    relationships = made.specimen.part("word/_rels/document.xml.rels")
    return len(find(relationships, "rel:Relationship[@Target='https://example.org/letters']")) == 1


def inner_links(made: Made) -> Answer:
    """A link to a heading, live"""
    names = set(find(made.specimen.document, ".//w:bookmarkStart/@w:name"))
    anchors = find(made.specimen.document, ".//w:hyperlink[w:r/w:t='Words in a line']/@w:anchor")
    referred = {words.split()[1] for words in made.specimen.instructions() if words.split()[:1] == ["REF"]}
    return bool((set(anchors) | referred) & names)


def numbered_captions(made: Made) -> Answer:
    """Numbers of figures and tables as fields that Word counts"""
    wanted = (
        ("Figure 1", "Net asset value"),
        ("Figure 2", "The harbour at dusk"),
        ("Table 1", "Multiples at"),
    )
    counted = [words.split()[1] for words in made.specimen.instructions() if words.split()[:1] == ["SEQ"]]
    if counted.count("Figure") < 2 or "Table" not in counted:
        return False
    captions = [text(paragraph).replace("\xa0", " ") for paragraph in find(made.specimen.document, ".//w:p")]
    right = all(any(said.startswith(f"{number}: {words}") for said in captions) for number, words in wanted)
    return right or "wrong until Word updates them"


def references(made: Made) -> Answer:
    """References to a figure and a table as fields that keep up with them"""
    referred = [words.split()[1] for words in made.specimen.instructions() if words.split()[:1] == ["REF"]]
    names = set(find(made.specimen.document, ".//w:bookmarkStart/@w:name"))
    shown = "see Figure 1 and Table 1" in text(made.specimen.paragraph("A link is in the style"))
    return shown and len(set(referred) & names) >= 2


def contents(made: Made) -> Answer:
    """A table of contents with its entries there"""
    has_field = any(words.split()[:1] == ["TOC"] for words in made.specimen.instructions())
    entries = [p for p in find(made.specimen.document, ".//w:p") if text(p).startswith("Quotations")]
    if has_field and len(entries) < 2:
        return "empty until Word updates it"
    return has_field


def pages_of_contents(made: Made) -> Answer:
    """Page numbers in it as fields"""
    return any(words.split()[:1] == ["PAGEREF"] for words in made.specimen.instructions())


def notes(made: Made) -> Answer:
    """Footnotes of several paragraphs"""
    found = find(made.specimen.footnotes, "w:footnote[.//w:t[contains(., 'Footnote Text')]]")
    return bool(found) and len(find(found[0], "w:p")) >= 3


def separators(made: Made) -> Answer:
    """The separators that Word wants"""
    kinds = set(find(made.specimen.footnotes, "w:footnote/@w:type"))
    return {"separator", "continuationSeparator"} <= kinds


def notes_everywhere(made: Made) -> Answer:
    """Footnotes in lists, tables and quotations"""
    marks = {
        "Write the letter.": "an item of a list",
        "Harbour Row I": "a cell of a table",
        "It may have several paragraphs": "a quotation",
    }
    file = made.specimen
    has_marks = all(
        find(file.document, f".//w:p[contains(., '{words}')]//w:footnoteReference") for words in marks
    )
    return has_marks and all(f"A note to {words}." in text(file.footnotes) for words in marks.values())


def links_in_notes(made: Made) -> Answer:
    """Links in footnotes"""
    found = find(made.specimen.footnotes, ".//w:hyperlink/@r:id")
    return bool(found) and bool(made.specimen.relationship(found[0], "footnotes").get("Target"))
