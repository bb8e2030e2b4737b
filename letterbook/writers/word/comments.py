"""Comments in a Word file: what marks the text that one is about, and the part that holds their words.

Source: ECMA-376 part 1, 17.13.4.
"""

from __future__ import annotations

from collections.abc import Iterable

from letterbook.draft import Inline, Span
from letterbook.writers.word.namespaces import WORD
from letterbook.writers.word.package import WORD_TYPE
from letterbook.writers.word.text import attribute, element_text

AUTHOR = "letterbook"
COMMENTS_TYPE = f"{WORD_TYPE}comments+xml"
_INITIALS = "lb"
# No attribute that is typed has a blank in its name, so that nobody writes a comment by accident.
_COMMENT = "letterbook comment"


def commented(children: tuple[Inline, ...], text: str) -> Span:
    """`children` with a comment on them; its paragraphs are the lines of `text`. For the Word writer only."""
    return Span(children, (), ((_COMMENT, text),))


def comment_on(span: Span) -> str:
    """The text of the comment on a span; empty where it has none."""
    return next((value for key, value in span.attributes if key == _COMMENT), "")


def comment_start(identifier: int, prefix: str = "w:", names: str = "") -> str:
    """The mark before the text that a comment is about.

    `prefix` is that of Word's names in the part, `names` their declaration, with a blank before it, where the
    part has none.
    """
    return f'<{prefix}commentRangeStart{names} {prefix}id="{identifier}"/>'


def comment_end(identifier: int, prefix: str = "w:", names: str = "") -> str:
    """The mark behind that text, and the run that refers to the comment."""
    said = f'{prefix}id="{identifier}"'
    return (
        f"<{prefix}commentRangeEnd{names} {said}/>"
        f"<{prefix}r{names}><{prefix}commentReference {said}/></{prefix}r>"
    )


def comments_xml(texts: Iterable[str], first: int) -> str:
    """The whole of a comments part; the ids count from `first`."""
    return f'<w:comments xmlns:w="{WORD}">{comment_rows(texts, first)}</w:comments>'


def comment_rows(texts: Iterable[str], first: int, prefix: str = "w:", names: str = "") -> str:
    """The comments themselves, a paragraph for each line of a text."""
    return "".join(
        f'<{prefix}comment{names} {prefix}id="{identifier}" {prefix}author="{attribute(AUTHOR)}" '
        f'{prefix}initials="{_INITIALS}">{_paragraphs(text, prefix)}</{prefix}comment>'
        for identifier, text in enumerate(texts, start=first)
    )


def _paragraphs(text: str, prefix: str) -> str:
    return "".join(
        f'<{prefix}p><{prefix}r><{prefix}t xml:space="preserve">{element_text(line)}'
        f"</{prefix}t></{prefix}r></{prefix}p>"
        for line in text.split("\n")
    )
