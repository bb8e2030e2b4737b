"""What a draft says about its recipients: fields, and the tests of conditional passages.

A field is `recipient.NAME`. A test is `recipient.NAME`, `not recipient.NAME`, `recipient.NAME = "value"` or
`recipient.NAME != "value"`; single quotes do as well, and are handier within an attribute.
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
_NEGATION = re.compile(r"not\s+", re.IGNORECASE)
_EXAMPLE = "Write recipient.public_records, not recipient.public_records or recipient.country = 'DE'."


@record
class RecipientTest:
    """A test of one recipient's `field`: whether it is true or, with a `value`, whether it is that value.

    A `negated` test holds where the other does not.
    """

    field: str
    negated: bool = False
    value: str | None = None

    def holds(self, given: str, place: Place | None = None) -> bool:
        """Whether the test holds for a recipient whose field is `given`, case and edge blanks apart.

        Raises BadInput, located at `place`, when the test needs a yes or a no and `given` is neither.
        """
        folded = _folded(given)
        if self.value is not None:
            return (folded == _folded(self.value)) is not self.negated
        if folded not in TRUE | FALSE:
            message = f'"{given.strip()}" in the field "{self.field}" is neither yes nor no.'
            hint = f"Write yes or no there, or compare: test=\"{PREFIX}{self.field} = '{given.strip()}'\"."
            raise BadInput(message, hint=hint, place=place)
        return (folded in TRUE) is not self.negated


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
    field = recipient_field(written[negation.end() :] if negation else written)
    if field is not None and not comparison:
        return RecipientTest(field, negation is not None)
    message = f'"{written}" is no test of a recipient.' if written else "The passage has no test."
    raise BadInput(message, hint=_EXAMPLE, place=place)


def _folded(value: str) -> str:
    return unicodedata.normalize("NFC", " ".join(value.split())).casefold()
