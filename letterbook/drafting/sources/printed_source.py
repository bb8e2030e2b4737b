"""What a draft prints of figures and quotations, each with where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from letterbook.record import named_record


@named_record
class PrintedSource:
    """One printed figure, number or quotation, and its source.

    `printed` is what stands in the draft below `heading`, which is empty above the first one; `context` says
    where it stands besides: in which chart, or in a footnote. `about` says what it is, `origins` where it
    comes from, down to file and row, and `called` by which call it was printed, or is empty.
    """

    printed: str
    heading: str
    about: str
    origins: tuple[str, ...] = ()
    context: str = ""
    called: str = ""


def comment_text(source: PrintedSource) -> str:
    """What a comment on it says, a line for each thing."""
    return "\n".join(filter(None, (source.about, *source.origins, source.called)))


def shared_comment_text(context: str, sources: Sequence[PrintedSource]) -> str:
    """What a comment says that stands for several sources, all in the same `context`: a line for each."""
    return "\n".join((context, *_lines(sources)))


def _lines(sources: Iterable[PrintedSource]) -> Iterable[str]:
    return (f"{each.printed}: {'; '.join((each.about, *each.origins))}" for each in sources)
