"""Copies that are made in another format than a side letter promises."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from letterbook.drafting.copies.making import FORMATS
from letterbook.drafting.copies.merge import Addressee, Merge
from letterbook.errors import LetterbookError
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.investor_terms.known_recipients import LP, OBLIGATIONS
from letterbook.fund.investor_terms.side_letters import SIDE_LETTERS_FILE, Obligation, read_side_letters
from letterbook.markup.recipient_tests import entries
from letterbook.word_lists import listed

_MOST_NAMES = 3


def promised_formats(workspace: Path, merge: Merge, formats: Collection[str]) -> Iterator[Finding]:
    """A warning for each side letter that asks for a format in which its investors' copies are not made.

    The side letters are those of the workspace in a folder; where they cannot be read, that is told. Of
    formats in the user's own words nothing is said, nor of what is not owed with this letter.
    """
    path = workspace / SIDE_LETTERS_FILE
    try:
        obligations = read_side_letters(path) if path.is_file() else ()
    except LetterbookError as error:
        place = error.place or Place(SIDE_LETTERS_FILE)
        first = Finding("side-letters-file", Severity.ERROR, error.message, error.hint, place)
        yield from error.findings or (first,)
        return
    for obligation in obligations:
        wanted = obligation.format.casefold().removeprefix(".")
        bound = _bound(obligation, merge) if wanted in FORMATS and wanted not in formats else ()
        if bound:
            message = f'"{obligation.id}" promises a copy as {wanted} to {_names(bound)}, and none is made.'
            hint = f"Add --to {','.join((*formats, wanted))}."
            yield Finding("side-letter-format", Severity.WARNING, message, hint, obligation.place)


def _names(recipients: tuple[str, ...]) -> str:
    others = len(recipients) - _MOST_NAMES
    return listed((*recipients[:_MOST_NAMES], f"{others} more") if others > 0 else recipients)


def _bound(obligation: Obligation, merge: Merge) -> tuple[str, ...]:
    """Those who get a copy with which something is owed to them."""
    investors = {lp.casefold() for lp, _ in obligation.lps}
    found = (each for each in merge.addressees if _is_promised(obligation, investors, each.row.values))
    return tuple(dict.fromkeys(each.recipient for each in found if _is_due(obligation, each)))


def _is_promised(obligation: Obligation, investors: Collection[str], row: Mapping[str, str]) -> bool:
    """Whether a side letter names the investor of a row, or the row lists the obligation."""
    own = {each.casefold() for each in entries(row.get(OBLIGATIONS, ""))}
    return row.get(LP, "").strip().casefold() in investors or obligation.id.casefold() in own


def _is_due(obligation: Obligation, addressee: Addressee) -> bool:
    """Whether it is owed with a letter of this day; one that says no day may be any."""
    if obligation.frequency is None:
        return True
    try:
        day = dt.date.fromisoformat(addressee.master.approved.properties.as_of)
    except ValueError:
        return True
    return day.month % obligation.frequency.months == 0
