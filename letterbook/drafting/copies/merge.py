"""An approved file and its recipients brought together: who gets a copy, and what is theirs in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from letterbook.drafting.copies.name_pattern import NamePattern, Names, check_columns, parse_pattern
from letterbook.errors import BadInput
from letterbook.files import unreadable
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.recipients import Recipient, Recipients, column_key, read_recipients
from letterbook.record import record
from letterbook.suggestion import did_you_mean
from letterbook.writers.forbidden_characters import DROPPED_HINT, dropped, forbidden_characters
from letterbook.writers.word.mail_merge.approved_file import ApprovedFile, open_approved_file
from letterbook.writers.word.mail_merge.copies import CopyMaker

_MOST_LINES = 5


@record
class Addressee:
    """Who gets a copy: line and name of the recipient, the name of the copy, and what is theirs in it.

    That is the `values` of the fields, and for each of the file's passages whether it is for them.
    """

    line: int
    recipient: str
    name: str
    values: Mapping[str, str]
    passages: tuple[bool, ...]


@record
class Merge:
    """What copies are made of; `findings` say who gets none, and what a person should look at."""

    approved: ApprovedFile
    maker: CopyMaker
    addressees: tuple[Addressee, ...]
    findings: tuple[Finding, ...]

    def copy(self, addressee: Addressee) -> bytes:
        """The bytes of a copy."""
        return self.maker.copy_with(addressee.passages, addressee.values)

    def differences(self, addressee: Addressee) -> Mapping[str, str]:
        """What is this recipient's own in the copy, for the proof sheet."""
        fields = {span.field: addressee.values[span.field] for span in self.approved.fields}
        passages = {
            passage.source: "yes" if is_in else "no"
            for passage, is_in in zip(self.approved.passages, addressee.passages, strict=True)
        }
        return fields | passages


def open_merge(draft: Path, recipients: Path, pattern: str) -> Merge:
    """Open the approved file `draft` and the file of `recipients`; `pattern` gives the names of the copies.

    Raises BadInput when one of the two cannot be used or a column is missing, WrongUse for the pattern,
    and MissingExtra for a spreadsheet without the package that reads it.
    """
    names = parse_pattern(pattern)
    try:
        data = draft.read_bytes()
    except OSError as error:
        raise unreadable(draft, error) from error
    approved = open_approved_file(str(draft), data)
    people = read_recipients(recipients)
    _check_fields(approved, people)
    check_columns(names, people.columns, written=pattern)
    maker = CopyMaker(approved)
    findings = [*approved.findings, *people.findings]
    addressees = list(_addressees(maker, people, names, draft.stem, findings))
    findings += _empty_fields(approved, people, addressees)
    findings += _converted_fields(approved, people)
    return Merge(approved, maker, tuple(addressees), tuple(findings))


def _check_fields(approved: ApprovedFile, people: Recipients) -> None:
    """Raise BadInput for the fields of the letter that the recipients do not have."""
    known = {column_key(column) for column in people.columns}
    missing = tuple(
        Finding(
            "recipients-field",
            Severity.ERROR,
            f'The letter asks for "{field}", and there is no such column.',
            did_you_mean(field, people.columns) or f"The columns are {', '.join(people.columns)}.",
            people.place(people.header_line),
        )
        for field in approved.columns
        if column_key(field) not in known
    )
    if missing:
        raise BadInput.from_findings(missing)


def _addressees(
    maker: CopyMaker, people: Recipients, pattern: NamePattern, draft: str, findings: list[Finding]
) -> Iterator[Addressee]:
    """Those who get a copy; why others get none is added to `findings`."""
    names = Names()
    columns = {field: column_key(field) for field in maker.approved.columns}
    for row in people.rows:
        values = {field: row.values[key] for field, key in columns.items()}
        place = people.place(row.line)
        faults = list(_faults(pattern, row, values, place))
        passages: tuple[bool, ...] = ()
        try:
            passages = maker.passages(values)
        except BadInput as error:
            faults.append(Finding("recipients-test", Severity.ERROR, error.message, error.hint, place))
        findings += faults
        if any(finding.severity is Severity.ERROR for finding in faults):
            continue
        name = names.safe(pattern.filled(draft, row.values))
        yield Addressee(row.line, pattern.recipient(row.values), name, values, passages)


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


def _empty_fields(
    approved: ApprovedFile, people: Recipients, addressees: Sequence[Addressee]
) -> Iterator[Finding]:
    """A note for each field that is empty for some: the copies have nothing in its place."""
    for field in dict.fromkeys(span.field for span in approved.fields):
        lines = [each.line for each in addressees if not each.values[field].strip()]
        if lines:
            listed = ", ".join(map(str, lines[:_MOST_LINES])) + (" …" if len(lines) > _MOST_LINES else "")
            number = "one recipient" if len(lines) == 1 else f"{len(lines)} recipients"
            line_word = "line" if len(lines) == 1 else "lines"
            message = f'"{field}" is empty for {number} ({line_word} {listed}).'
            yield Finding("recipients-empty", Severity.NOTE, message, "", people.place(lines[0]))


def _converted_fields(approved: ApprovedFile, people: Recipients) -> Iterator[Finding]:
    """A note for each field that is a number or a date of a spreadsheet, whose format is not printed."""
    for field in dict.fromkeys(span.field for span in approved.fields):
        example = (people.converted or {}).get(column_key(field))
        if example:
            yield Finding(
                "recipients-format",
                Severity.NOTE,
                f'"{field}" has numbers or dates; they are printed without their format, such as {example}.',
                'To print them as the spreadsheet shows them, make them text, such as =TEXT(B2,"#,##0").',
                people.place(people.header_line),
            )
