"""What the options of `letterbook draft` ask for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from letterbook.cli.clock import today
from letterbook.drafting.editions.edition import Edition
from letterbook.drafting.output.outputs import format_of, known_format
from letterbook.errors import WrongUse
from letterbook.item import Audience
from letterbook.record import named_record
from letterbook.suggestion import did_you_mean

if TYPE_CHECKING:
    from letterbook.drafting.sources.form import SourcesForm

STANDARD_OUTPUT = "-"
PRINTED_FORMAT = "md"
_WORD = "docx"


@named_record
class DraftRequest:
    """What the options ask for; `output` is a path, `-` for standard output, or empty.

    `date` is the one that was asked for, if any, and `day` the day of this run, which follows it. Where there
    are `recipients`, a file, each of them gets a copy. `sources` is how those of the draft are told, if they
    are.
    """

    formats: tuple[str, ...] = ()
    output: str = ""
    audience: Audience | None = None
    date: dt.date | None = None
    day: dt.date
    recipients: Path | None = None
    sources: SourcesForm | None = None
    as_json: bool = False

    @property
    def is_printed(self) -> bool:
        """Whether the draft itself goes to standard output."""
        return self.output == STANDARD_OUTPUT

    @property
    def destination(self) -> Path | None:
        """The file that was asked for; None for the usual place, whose text is also what is printed."""
        return None if self.is_printed or not self.output else Path(self.output).expanduser()

    def formats_for(self, edition: Edition) -> tuple[str, ...]:
        """The formats to write: those asked for, else by the output, else as the publication says."""
        if self.formats:
            return self.formats
        if self.is_printed:
            return (PRINTED_FORMAT,)
        if self.output:
            return (format_of(Path(self.output)),)
        if self.recipients or (self.sources and not self.sources.has(PRINTED_FORMAT)):
            return tuple(dict.fromkeys((_WORD, *edition.publication.formats)))
        return tuple(edition.publication.formats) or (PRINTED_FORMAT,)


def read_request(
    formats: str, output: str, audience: str, day: str, recipients: str, *, sources: str, as_json: bool
) -> DraftRequest:
    """What the options ask for, as they were typed. Raises WrongUse for what makes no sense."""
    names = tuple(dict.fromkeys(name.strip().casefold() for name in formats.split(",") if name.strip()))
    if output and len(names) > 1:
        raise WrongUse("-o takes one file.", hint="Ask for one format with --to, or leave out -o.")
    if output == STANDARD_OUTPUT and as_json:
        raise WrongUse("-o - and --json both print to standard output.", hint="Leave out one of them.")
    if recipients and _WORD not in (names or (Path(output).suffix[1:].casefold() if output else _WORD,)):
        raise WrongUse("Copies are made of a Word file.", hint="Draft it with --to docx, into a file.")
    form = _sources_form(sources) if sources else None
    if form and not any(map(form.has, names or (_format_written(output),))):
        message = "Comments are written into a Word file."
        raise WrongUse(message, hint="Draft it with --to docx, or ask for --sources appendix.")
    asked = read_day(day) if day else None
    return DraftRequest(
        formats=tuple(known_format(name) for name in names),
        output=output,
        audience=_audience(audience) if audience else None,
        date=asked,
        day=asked or today(),
        recipients=Path(recipients).expanduser() if recipients else None,
        sources=form,
        as_json=as_json,
    )


def _format_written(output: str) -> str:
    """The format of an output of which nothing else is said; Word where it says nothing either."""
    if output == STANDARD_OUTPUT:
        return PRINTED_FORMAT
    return Path(output).suffix[1:].casefold() if output else _WORD


def _sources_form(word: str) -> SourcesForm:
    # Few drafts are asked for with their sources.
    from letterbook.drafting.sources.form import sources_form  # noqa: PLC0415

    return sources_form(word)


def _audience(word: str) -> Audience:
    if word not in set(Audience):
        hint = did_you_mean(word, Audience) or f"It is {', '.join(Audience)}."
        raise WrongUse(f'There is no audience "{word}".', hint=hint)
    return Audience(word)


def read_day(text: str) -> dt.date:
    """The day that an option says; raises WrongUse for what is none."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise WrongUse(f'"{text}" is no date.', hint="Write it like 2024-01-25.") from error
