"""A letter and its recipients brought together: who gets a copy, of which file, and what is theirs in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from letterbook.drafting.copies.masters import Master, Masters, refuse_missing_columns
from letterbook.drafting.copies.name_pattern import NamePattern, Names, check_columns, parse_pattern
from letterbook.drafting.copies.others_named import others_named
from letterbook.errors import BadInput
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.recipients import Recipient, Recipients, column_key, read_recipients
from letterbook.fund.repeated import told_once
from letterbook.markup.recipient_tests import RecipientTest, entries
from letterbook.record import record
from letterbook.suggestion import did_you_mean
from letterbook.writers.forbidden_characters import DROPPED_HINT, dropped, forbidden_characters

_MOST_LINES = 5
_LETTER = "letter"


@record
class Addressee:
    """Who gets a copy of `master`: line and name of the recipient, the copy's name, and what is theirs in it.

    That is the `values` of the fields, and for each of the file's passages whether it is for them. `row` is
    theirs in the file of recipients.
    """

    line: int
    recipient: str
    name: str
    values: Mapping[str, str]
    passages: tuple[bool, ...]
    master: Master
    row: Recipient


@record
class Merge:
    """What copies are made of; `findings` say who gets none, and what a person should look at.

    The first of the `masters` is the file that was named, the others are its translations that somebody gets.
    """

    masters: tuple[Master, ...]
    addressees: tuple[Addressee, ...]
    findings: tuple[Finding, ...]

    def copy(self, addressee: Addressee) -> bytes:
        """The bytes of a copy."""
        return addressee.master.maker.copy_with(addressee.passages, addressee.values)

    def differences(self, addressee: Addressee) -> Mapping[str, str]:
        """What is this recipient's own in the copy, for the proof sheet: the same columns for all."""
        own = _differences(addressee)
        if len(self.masters) == 1:
            return own
        columns = dict.fromkeys(
            name
            for master in self.masters
            for name in (*master.fields, *(passage.source for passage in master.approved.passages))
        )
        return {_LETTER: addressee.master.path.name} | {name: own.get(name, "") for name in columns}


def _differences(addressee: Addressee) -> Mapping[str, str]:
    approved = addressee.master.approved
    fields = {span.field: addressee.values[span.field] for span in approved.fields}
    passages = {
        passage.source: "yes" if is_in else "no"
        for passage, is_in in zip(approved.passages, addressee.passages, strict=True)
    }
    return fields | passages


def open_merge(draft: Path, recipients: Path, pattern: str, folder: Path | None = None) -> Merge:
    """Open the approved file `draft` and the file of `recipients`; `pattern` gives the names of the copies.

    A recipient whose row says a language gets a copy of the file beside `draft` that is in it. What the file
    prints of accounts comes from the data of the workspace that drafted it, around `folder` or the file.
    Raises BadInput when a file cannot be used or a column is missing, WrongUse for the pattern, and
    MissingExtra for a spreadsheet without the package that reads it.
    """
    names = parse_pattern(pattern)
    people = read_recipients(recipients)
    masters = Masters(draft, people, folder or draft.absolute().parent)
    opened = masters.opened(people.rows)
    refuse_missing_columns(map(masters.reader, opened), people)
    check_columns(names, people.columns, written=pattern)
    findings = [*(finding for master in opened for finding in master.approved.findings), *people.findings]
    findings += masters.account_findings
    addressees = tuple(_addressees(masters, people, names, findings))
    for master in opened:
        own = [each for each in addressees if each.master is master]
        findings += _empty_fields(master, people, own)
        findings += others_named(master, people, own)
    findings += _converted_fields(opened, people)
    findings += _nobodys_entries(opened, people)
    return Merge(opened, addressees, told_once(findings))


def _addressees(
    masters: Masters, people: Recipients, pattern: NamePattern, findings: list[Finding]
) -> Iterator[Addressee]:
    """Those who get a copy; why others get none is added to `findings`."""
    names = Names()
    for row in people.rows:
        master = masters.of(row)
        if master is None:
            findings.append(masters.missing(row))
            continue
        read = masters.reader(master).read(row)
        values, place = read.values, people.place(row.line)
        findings += read.told
        faults = [*_faults(pattern, row, values, place), *read.faults]
        passages: tuple[bool, ...] = ()
        try:
            passages = master.maker.passages(values)
        except BadInput as error:
            faults.append(Finding("recipients-test", Severity.ERROR, error.message, error.hint, place))
        findings += faults
        if any(finding.severity is Severity.ERROR for finding in faults):
            continue
        name = names.safe(pattern.filled(masters.draft, row.values))
        yield Addressee(row.line, pattern.recipient(row.values), name, values, passages, master, row)


def _faults(
    pattern: NamePattern, row: Recipient, values: Mapping[str, str], place: Place
) -> Iterator[Finding]:
    for key in pattern.columns:
        if not row.values[key].strip():
            hint = "Fill it in, or choose another column for the names of the copies with --name."
            yield Finding("recipients-name", Severity.ERROR, f'The row has no "{key}".', hint, place)
    forbidden = forbidden_characters("".join(values.values()))
    if forbidden:
        yield Finding("character-dropped", Severity.WARNING, dropped(forbidden), DROPPED_HINT, place)


def _empty_fields(master: Master, people: Recipients, addressees: Sequence[Addressee]) -> Iterator[Finding]:
    """A note for each field that is empty for some: the copies have nothing in its place."""
    for field in master.fields:
        lines = [each.line for each in addressees if not each.values[field].strip()]
        if lines:
            listed = ", ".join(map(str, lines[:_MOST_LINES])) + (" …" if len(lines) > _MOST_LINES else "")
            number = "one recipient" if len(lines) == 1 else f"{len(lines)} recipients"
            line_word = "line" if len(lines) == 1 else "lines"
            message = f'"{field}" is empty for {number} ({line_word} {listed}).'
            yield Finding("recipients-empty", Severity.NOTE, message, "", people.place(lines[0]))


def _converted_fields(masters: Iterable[Master], people: Recipients) -> Iterator[Finding]:
    """A note for each field that is a number or a date of a spreadsheet, whose format is not printed."""
    for field in dict.fromkeys(field for master in masters for field in master.fields):
        example = (people.converted or {}).get(column_key(field))
        if example:
            yield Finding(
                "recipients-format",
                Severity.NOTE,
                f'"{field}" has numbers or dates; they are printed without their format, such as {example}.',
                'To print them as the spreadsheet shows them, make them text, such as =TEXT(B2,"#,##0").',
                people.place(people.header_line),
            )


def _nobodys_entries(masters: Iterable[Master], people: Recipients) -> Iterator[Finding]:
    """A warning for each entry that a passage asks for and nobody's list has: it may be misspelt."""
    tests = dict.fromkeys(passage.test for master in masters for passage in master.approved.passages)
    for field in dict.fromkeys(test.field for test in tests if test.among):
        listed = (row.values.get(column_key(field), "") for row in people.rows)
        known = dict.fromkeys(each for text in listed for each in entries(text))
        for test in tests:
            if test.among and test.field == field and not any(map(_without_not(test).holds, known)):
                hint = (
                    did_you_mean(test.value or "", known)
                    or "Fine if so; else write it as in the file of recipients."
                )
                message = f'Nobody has "{test.value}" in "{field}", which a passage asks for.'
                place = people.place(people.header_line, column_key(field))
                yield Finding("recipients-entry", Severity.WARNING, message, hint, place)


def _without_not(test: RecipientTest) -> RecipientTest:
    return RecipientTest(test.field, value=test.value, among=test.among)
