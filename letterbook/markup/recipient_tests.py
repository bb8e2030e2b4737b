"""What a draft says about its recipients: fields, and the tests of conditional passages.

A field is `recipient.NAME`. A test is `recipient.NAME`, `recipient.NAME = "value"`,
`recipient.NAME != "value"` or `recipient.NAME contains "value"`, the first and the last also with `not`
before them; single quotes do as well, and are handier within an attribute. A list has a comma or a semicolon
between its entries.
"""

from __future__ import annotations

import re
import unicodedata

from letterbook.errors import BadInput
from letterbook.finding import Place
from letterbook.record import record

PREFIX = "recipient."
WHEN = "when"
RECIPIENT = "recipient"
TRUE = frozenset({"yes", "true", "1", "x", "y", "ja", "oui", "sí", "si", "wahr", "vrai"})
FALSE = frozenset({"", "no", "false", "0", "n", "nein", "non"})

_NAME = re.compile(r"[^\W_][\w-]*(?: [\w-]+)*")
_COMPARISON = re.compile(r"(?P<field>[^=!\"']*?)\s*(?P<sign>!?=)\s*(?P<value>\"[^\"]*\"|'[^']*')")
_MEMBERSHIP = re.compile(r"(?P<field>[^=!\"']*?)\s+contains\s+(?P<value>\"[^\"]*\"|'[^']*')", re.IGNORECASE)
_NEGATION = re.compile(r"not\s+", re.IGNORECASE)
_BETWEEN_ENTRIES = re.compile("[,;]")
_EXAMPLE = (
    "Write recipient.public_records, not recipient.public_records, recipient.country = 'DE' "
    "or recipient.excused contains 'Acme'."
)


@record
class RecipientTest:
    """A test of one recipient's `field`: whether it is true or, with a `value`, whether it is that value.

    A test of a list is whether the value is `among` its entries. A `negated` test holds where the other
    does not.
    """

    field: str
    negated: bool = False
    value: str | None = None
    among: bool = False

    def holds(self, given: str, place: Place | None = None) -> bool:
        """Whether the test holds for a recipient whose field is `given`, case and edge blanks apart.

        Raises BadInput, located at `place`, when the test needs a yes or a no and `given` is neither.
        """
        folded = _folded(given)
        if self.value is not None and self.among:
            return (_folded(self.value) in map(_folded, entries(given))) is not self.negated
        if self.value is not None:
            return (folded == _folded(self.value)) is not self.negated
        if folded not in TRUE | FALSE:
            message = f'"{given.strip()}" in the field "{self.field}" is neither yes nor no.'
            hint = f"Write yes or no there, or compare: test=\"{PREFIX}{self.field} = '{given.strip()}'\"."
            raise BadInput(message, hint=hint, place=place)
        return (folded in TRUE) is not self.negated


def entries(given: str) -> tuple[str, ...]:
    """The entries of a list as it stands in a recipient's field."""
    parts = (part.strip() for part in _BETWEEN_ENTRIES.split(given))
    return tuple(part for part in parts if part)


def recipient_field(source: str) -> str | None:
    """The name of the field that `recipient.NAME` means, its blanks made one; None for anything else.

    A name begins with a letter or a digit; further ones, `_`, `-` and single blanks may follow.
    """
    name = " ".join(source.split())
    if not name.startswith(PREFIX):
        return None
    field = unicodedata.normalize("NFC", name.removeprefix(PREFIX)).strip()
    return field if _NAME.fullmatch(field) else None


def parse_recipient_test(source: str, place: Place | None = None) -> RecipientTest:
    """Read the attribute `test` of a conditional passage; raises BadInput for what is no test."""
    written = source.strip()
    comparison = _COMPARISON.fullmatch(written)
    if comparison:
        field, value = recipient_field(comparison["field"]), comparison["value"][1:-1]
        if field is not None:
            return RecipientTest(field, comparison["sign"] == "!=", value)
    negation = _NEGATION.match(written)
    rest = written[negation.end() :] if negation else written
    membership = _MEMBERSHIP.fullmatch(rest)
    if membership and (value := membership["value"][1:-1].strip()):
        field = recipient_field(membership["field"])
        if field is not None and not _folded(field).endswith(" not"):
            return RecipientTest(field, negation is not None, value, among=True)
    field = recipient_field(rest)
    if field is not None and not comparison and not membership and " contains " not in f" {_folded(rest)} ":
        return RecipientTest(field, negation is not None)
    message = f'"{written}" is no test of a recipient.' if written else "The passage has no test."
    raise BadInput(message, hint=_EXAMPLE, place=place)


def _folded(value: str) -> str:
    return unicodedata.normalize("NFC", " ".join(value.split())).casefold()
