"""The rule of holdings that an investor is excused from."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.pattern import Pattern
from letterbook.checks.letters.recipients.companies import names_in
from letterbook.checks.letters.recipients.readership import names_of
from letterbook.checks.prose import PrintedBlock
from letterbook.draft import Heading, Table
from letterbook.fund.investor_terms.known_recipients import (
    EXCUSED,
    LP,
    NAME,
    OBLIGATIONS,
    SHORT,
    KnownRecipient,
)
from letterbook.fund.table import column_key
from letterbook.markup.recipient_fields import field_of
from letterbook.markup.recipient_tests import RecipientTest
from letterbook.suggestion import did_you_mean

_ACCOUNT = Pattern(
    r"\b(?:your (?:account|part|share|capital|investment|interest)|capital account|account statement"
    r"|Ihr (?:Konto|Anteil|Kapitalkonto)|Kapitalkonto|Ihre Beteiligung)\b",
    re.IGNORECASE,
)

_OF_ONE = frozenset({LP, NAME, SHORT, OBLIGATIONS})


def excused_holding_shown(edition: CheckedEdition) -> Iterator[Found]:
    """A holding in the account or a passage of an investor who is excused from it; a passage for nobody."""
    yield from _unknown_entries(edition)
    recipients = edition.readership.recipients
    companies = edition.facts.companies
    if not companies or not any(each.excused for each in recipients):
        return
    names = tuple(dict.fromkeys(companies.values()))
    for printed in _own_blocks(edition):
        for company in names_in(printed.text, names):
            readers = edition.readership.readers(printed.block)
            excused = [each for each in readers if _is_excused(each, company, companies.items())]
            if excused:
                message = f"{company} stands in the account of {names_of(excused)}, excused from it."
                yield Found(message, "", printed.block.place)


def _is_excused(recipient: KnownRecipient, company: str, companies: Collection[tuple[str, str]]) -> bool:
    """Whether the recipient's list has the company, or the id of the holding that it is."""
    listed = {each.casefold() for each in recipient.excused}
    ids = {holding.casefold() for holding, name in companies if name == company}
    return bool(listed & {company.casefold(), *ids})


def _own_blocks(edition: CheckedEdition) -> Iterator[PrintedBlock]:
    """What a recipient gets as its own: its passages, tables with its fields, what stands below its heading.

    What stands in a passage that asks whether somebody is excused was thought of.
    """
    level = 0
    for printed in edition.printed:
        block = printed.block
        tests = edition.readership.tests(block)
        if isinstance(block, Heading):
            is_own = bool(_ACCOUNT.search(printed.text))
            level = block.level if is_own else 0 if block.level <= level else level
        is_asked = any(column_key(test.field) == EXCUSED for test in tests)
        if not is_asked and (level or any(map(_is_of_one, tests)) or _has_fields(printed)):
            yield printed


def _is_of_one(test: RecipientTest) -> bool:
    """Whether a passage is for somebody by name or by what was promised, not for all of a kind."""
    return test.value is not None and not test.negated and column_key(test.field) in _OF_ONE


def _has_fields(printed: PrintedBlock) -> bool:
    """Whether it is a table with fields: a salutation in a paragraph makes no account of it."""
    return isinstance(printed.block, Table) and any(map(field_of, printed.inlines))


def _unknown_entries(edition: CheckedEdition) -> Iterator[Found]:
    """A passage that asks for an excuse that nobody has of a holding that is none."""
    companies = edition.facts.companies
    known = {name.casefold(): name for pair in companies.items() for name in pair}
    if not known:
        return
    for block, test in edition.readership.asked(EXCUSED):
        if test.among and (test.value or "").casefold() not in known:
            message = f'There is no holding "{test.value}", which the passage asks for.'
            yield Found(message, did_you_mean(test.value or "", known.values()), block.place)
