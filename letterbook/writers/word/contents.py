"""Tables of contents: real entries, each a link to its heading with the page as a field.

The pages themselves are known only to whoever lays the file out: Word fills them in on printing and on F9,
and the PDFs of copies have them. Asking Word to do so at once would greet each reader with a question
about fields that refer to other files, so nothing asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from letterbook.draft import Inline, Span, TableOfContents
from letterbook.markup.recipient_tests import PREFIX, RECIPIENT, recipient_field
from letterbook.markup.text import plain_text
from letterbook.writers.word.fields import FIELD_END, field, field_start
from letterbook.writers.word.formats import ParagraphFormat
from letterbook.writers.word.headings import PrintedHeading
from letterbook.writers.word.inlines import Line, text_run, text_runs
from letterbook.writers.word.paragraphs import StoryWriter, Surroundings

_PAGE_UNKNOWN = "…"
_TAB = "<w:r><w:tab/></w:r>"


def write_contents(writer: StoryWriter, contents: TableOfContents, _around: Surroundings) -> None:
    """Write the table of contents; nothing where the draft has no heading of its levels.

    The field's ends never stand in an entry that only some recipients get.
    """
    headings = [each for each in writer.story.gathered.headings if each.level <= contents.depth]
    if not headings:
        return
    start = field_start(f'TOC \\o "1-{contents.depth}" \\h \\z \\u')
    if headings[0].tests:
        _entry(writer, 1, start)
        start = ""
    ends_in_entry = not headings[-1].tests
    for heading in headings[:-1] if ends_in_entry else headings:
        _write_entry(writer, heading, before=start)
        start = ""
    if ends_in_entry:
        _write_entry(writer, headings[-1], before=start, behind=FIELD_END)
    else:
        _entry(writer, 1, FIELD_END)


def _write_entry(writer: StoryWriter, heading: PrintedHeading, before: str = "", behind: str = "") -> None:
    spans = [writer.story.gathered.bookmarks.span(f"when {test}") for test in heading.tests]
    for span in spans:
        writer.mark(span.start)
    _entry(writer, heading.level, f"{before}{_link(writer, heading)}{behind}")
    for span in reversed(spans):
        writer.mark(span.end)


def _entry(writer: StoryWriter, level: int, xml: str) -> None:
    writer.paragraph(f"TOC {level}", Line(xml, ""), ParagraphFormat(), anchored=False)


def _link(writer: StoryWriter, heading: PrintedHeading) -> str:
    page = field(f"PAGEREF {heading.bookmark} \\h", text_run(_PAGE_UNKNOWN))
    words = _words(writer, heading)
    return f'<w:hyperlink w:anchor="{heading.bookmark}" w:history="1">{words}{_TAB}{page}</w:hyperlink>'


def _words(writer: StoryWriter, heading: PrintedHeading) -> str:
    """The words of an entry; what is a recipient's field in the heading is one here too."""
    parts = []
    for name, pieces in groupby(_pieces(heading.heading.children), key=itemgetter(0)):
        text = writer.story.clean("".join(piece for _, piece in pieces))
        if name:
            bookmark = writer.story.gathered.bookmarks.span(f"{PREFIX}{name}")
            parts.append(f"{bookmark.start}{text_run(text)}{bookmark.end}")
        else:
            parts.append(text_runs(text))
    return "".join(parts)


def _pieces(children: Iterable[Inline]) -> Iterator[tuple[str, str]]:
    """The words of a heading in pieces, each with the name of the field that it shows, or none."""
    for child in children:
        said = dict(child.attributes).get(RECIPIENT, "") if isinstance(child, Span) else ""
        if name := recipient_field(f"{PREFIX}{said}"):
            yield name, plain_text((child,))
        elif inner := getattr(child, "children", None):
            yield from _pieces(inner)
        else:
            yield "", plain_text((child,))
