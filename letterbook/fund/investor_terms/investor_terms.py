"""What the workspace knows of its investors: who they are, what they were promised, what they may not see.

Names that one file has and no other knows are told, since a passage for them would reach nobody, and one
that leaves them out would reach them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from letterbook.errors import LetterbookError
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.data_files import DataFolder
from letterbook.fund.holdings import Holding
from letterbook.fund.investor_terms.known_recipients import (
    EXCUSED,
    LP,
    OBLIGATIONS,
    PUBLIC_RECORDS,
    KnownRecipient,
    recipients_of,
)
from letterbook.fund.investor_terms.side_letters import SIDE_LETTERS_FILE, Obligation, read_side_letters
from letterbook.fund.table import Table
from letterbook.markup.recipient_tests import entries
from letterbook.record import record
from letterbook.suggestion import did_you_mean

RECIPIENTS = "recipients"


@record
class InvestorTerms:
    """The recipients and the obligations towards them; `findings` say what does not fit together."""

    recipients: tuple[KnownRecipient, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    findings: tuple[Finding, ...] = ()


def read_investor_terms(workspace: Path, holdings: Iterable[Holding] = ()) -> InvestorTerms:
    """What is known of the investors in a workspace, whose funds have the `holdings`.

    A file that cannot be used counts as absent. What is wrong with the file of recipients itself is told
    where its rows are used, and when copies are made.
    """
    told: list[Finding] = []
    table = _recipients_table(workspace)
    obligations = _obligations(workspace, told)
    people = recipients_of(table) if table else ()
    if table:
        told += _unknown_investors(obligations, people, table)
        told += _unknown_obligations(obligations, people)
        told += _unlisted(obligations, people, table)
        told += _unknown_holdings(people, holdings)
        told += _unclear(people)
    return InvestorTerms(people, obligations, tuple(told))


def _recipients_table(workspace: Path) -> Table | None:
    try:
        file = DataFolder(workspace).find(RECIPIENTS)
        return file.table(RECIPIENTS) if file else None
    except LetterbookError:
        return None


def _obligations(workspace: Path, told: list[Finding]) -> tuple[Obligation, ...]:
    path = workspace / SIDE_LETTERS_FILE
    if not path.is_file():
        return ()
    try:
        return read_side_letters(path)
    except LetterbookError as error:
        place = replace(error.place or Place(SIDE_LETTERS_FILE), file=SIDE_LETTERS_FILE)
        first = Finding("side-letters-file", Severity.ERROR, error.message, error.hint, place)
        told += error.findings or (first,)
        return ()


def _unknown_investors(
    obligations: Iterable[Obligation], people: Iterable[KnownRecipient], table: Table
) -> Iterator[Finding]:
    """An error for each side letter of an investor that no row has."""
    known = {lp.casefold(): lp for each in people if (lp := each.text(LP))}
    if LP not in table.positions:
        return
    for obligation in obligations:
        for lp, place in obligation.lps:
            if lp.casefold() not in known:
                message = f'There is no lp "{lp}" in the recipients.'
                hint = did_you_mean(lp, known.values()) or f"They are in {table.file}."
                yield Finding("side-letters-lp", Severity.ERROR, message, hint, place)


def _unknown_obligations(
    obligations: Iterable[Obligation], people: Iterable[KnownRecipient]
) -> Iterator[Finding]:
    """An error for each entry of the column that is no obligation, where there are side letters."""
    known = {each.id.casefold(): each.id for each in obligations}
    yield from _unknown(people, known, OBLIGATIONS, "obligation")


def _unlisted(
    obligations: Iterable[Obligation], people: Iterable[KnownRecipient], table: Table
) -> Iterator[Finding]:
    """A warning for each investor whose row does not list what a side letter has promised."""
    if OBLIGATIONS not in table.positions:
        return
    rows = {each.text(LP).casefold(): each for each in people}
    for obligation in obligations:
        for lp, _ in obligation.lps:
            row = rows.get(lp.casefold())
            if row and obligation.id.casefold() not in map(str.casefold, row.obligations):
                message = f'{row.called} has been promised "{obligation.id}", which its row does not list.'
                hint = f'Add "{obligation.id}", so that its passages reach it.'
                place = row.place_of(OBLIGATIONS)
                yield Finding("side-letters-unlisted", Severity.WARNING, message, hint, place)


def _unknown_holdings(people: Iterable[KnownRecipient], holdings: Iterable[Holding]) -> Iterator[Finding]:
    """An error for each holding that an investor is excused from and that no fund has."""
    known = {name.casefold(): name for row in holdings for name in (row.holding, row.company)}
    yield from _unknown(people, known, EXCUSED, "holding")


def _unknown(
    people: Iterable[KnownRecipient], known: Mapping[str, str], column: str, what: str
) -> Iterator[Finding]:
    """An error for each entry of a column that is none of those `known`, where any is."""
    for row in people if known else ():
        for name in entries(row.text(column)):
            if name.casefold() not in known:
                message = f'There is no {what} "{name}".'
                hint = did_you_mean(name, known.values()) or f"There are {', '.join(known.values())}."
                yield Finding(f"recipients-{column}", Severity.ERROR, message, hint, row.place_of(column))


def _unclear(people: Iterable[KnownRecipient]) -> Iterator[Finding]:
    for row in people:
        if row.is_unclear:
            message = f'"{row.text(PUBLIC_RECORDS)}" is neither yes nor no.'
            place = row.place_of(PUBLIC_RECORDS)
            yield Finding("recipients-public-records", Severity.ERROR, message, "Write yes or no.", place)
