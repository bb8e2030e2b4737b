"""What a Word file that a person edited says otherwise than the new draft beside it."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from textwrap import shorten
from zipfile import BadZipFile

from letterbook.common_parts import runs
from letterbook.finding import Finding, Place, Severity

SHOWN = 10
_WIDTH = 80
_HINT = "Carry what is right over to the edition, then draft again."


def differences(edited: bytes, new: bytes, place: Place) -> tuple[Finding, ...]:
    """A note for each of the first paragraphs in which two Word files differ; `place` is the edited one.

    Tracked insertions count as said, tracked deletions as gone. A file that cannot be read as Word
    gives no notes.
    """
    try:
        before, after = _paragraphs(edited), _paragraphs(new)
    except (BadZipFile, KeyError, ValueError, SyntaxError):
        return ()
    messages = list(_messages(before, after))
    if len(messages) > SHOWN:
        left = len(messages) - SHOWN
        messages[SHOWN:] = [f"It differs from the new draft in {left} more place{'s' if left > 1 else ''}."]
    return tuple(Finding("draft-edited", Severity.NOTE, message, _HINT, place) for message in messages)


def _paragraphs(data: bytes) -> list[str]:
    """The words of each paragraph, those in tables and tracked insertions too."""
    import docx  # noqa: PLC0415 - slow to load, and only an edited file needs it
    from docx.oxml.ns import qn  # noqa: PLC0415

    body = docx.Document(io.BytesIO(data)).element.body
    texts = ("".join(run.text or "" for run in entry.iter(qn("w:t"))) for entry in body.iter(qn("w:p")))
    return [text for text in texts if text.strip()]


def _messages(edited: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    for run in runs(edited, new):
        if run.same:
            continue
        there, here = _quoted(edited[run.start : run.end]), _quoted(new[run.other_start : run.other_end])
        if not here:
            yield f"It says {there}, which the new draft does not."
        elif not there:
            yield f"It does not say {here}, as the new draft does."
        else:
            yield f"It says {there}; the new draft says {here}."


def _quoted(paragraphs: Sequence[str]) -> str:
    return f'"{shorten(" / ".join(paragraphs), _WIDTH, placeholder=" …")}"' if paragraphs else ""
