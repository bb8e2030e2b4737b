"""In which column of its file a printed word stands: what is between may be marks of the dialect."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+(?:[.,]\w+)*")
_QUOTED = re.compile(r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]{25,}»|\"[^\"]*\"")
_ADDRESS = re.compile(r"\]\([^()\s]*\)|\{[^{}]*\}")


def without_quotations(text: str) -> str:
    """`text` with what stands between quotation marks as blanks, so that all else keeps its offset."""
    return _QUOTED.sub(lambda match: " " * len(match[0]), text)


def column_of(text: str, offset: int, source: str, first: int) -> int:
    """The column, from 1, of the word at `offset` of a printed line, in the line `source` of its file.

    `first` is the column in which the text begins. The word is counted: the third "net" that prints is the
    third in the file, without quotations, targets of links and attributes. 0 where the file does not have it
    as often, since a call printed it.
    """
    word = _WORD.search(text, offset)
    if word is None:
        return 0
    plain = _ADDRESS.sub(lambda match: " " * len(match[0]), without_quotations(source))
    same = re.compile(rf"(?<!\w)(?<!\w[.,]){re.escape(word[0])}(?![.,]?\w)")
    before = sum(1 for _ in same.finditer(text, 0, word.start()))
    found = [match.start() for match in same.finditer(plain, max(0, first - 1))]
    if before >= len(found):
        return 0
    lead = text[offset : word.start()]
    at = found[before]
    return at + 1 - (len(lead) if lead and plain[:at].endswith(lead) else 0)
