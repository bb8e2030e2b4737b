"""Fields: what Word computes, with the result that stands there until it does (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

from letterbook.writers.word.text import element_text


def field(instruction: str, result: str) -> str:
    """The runs of a field; `result` is the XML of the runs that show what it comes to."""
    return f"{field_start(instruction)}{result}{FIELD_END}"


def field_start(instruction: str) -> str:
    """The runs that begin a field; its result follows, and then `FIELD_END`, in this or a later paragraph."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {element_text(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
