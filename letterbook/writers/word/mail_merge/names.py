"""The full names of the elements that mail merge looks for, and which of them hold blocks."""

from __future__ import annotations

from letterbook.writers.word.namespaces import WORD


def word(local: str) -> str:
    """The full name of an element or attribute of WordprocessingML, as the reader of XML gives it."""
    return f"{WORD} {local}"


PARAGRAPH, TABLE, CONTROL = word("p"), word("tbl"), word("sdt")
RUN, TEXT, RUN_PROPERTIES = word("r"), word("t"), word("rPr")
PARAGRAPH_PROPERTIES, SECTION = word("pPr"), word("sectPr")
BOOKMARK_START, BOOKMARK_END = word("bookmarkStart"), word("bookmarkEnd")
HYPERLINK, CELL = word("hyperlink"), word("tc")
FOOTNOTE_REFERENCE, ENDNOTE_REFERENCE = word("footnoteReference"), word("endnoteReference")

BLOCKS = frozenset({PARAGRAPH, TABLE, CONTROL, word("customXml")})
STORIES = frozenset(map(word, ("body", "hdr", "ftr", "footnote", "endnote", "txbxContent")))
