"""What a draft came from, as far as it must be remembered."""

from __future__ import annotations

from letterbook.drafting.figures.printer import FigureUse
from letterbook.record import named_record


@named_record
class DraftOrigin:
    """The path of a draft's edition, empty when there is none; its date as ISO text; its readers.

    `placed` are the names of the items that it printed, `figures` what its figures printed in its text and
    `drawn` in its charts, `files` the paths of what it was made with beside the edition: items, figures,
    template, look and letterhead.
    """

    edition: str = ""
    date: str = ""
    audience: str = ""
    placed: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    figures: tuple[FigureUse, ...] = ()
    drawn: tuple[FigureUse, ...] = ()
