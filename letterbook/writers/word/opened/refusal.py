"""Why a file cannot be a letterhead: one sentence, and what to do about it."""

from __future__ import annotations

from pathlib import PurePath

from letterbook.errors import BadInput
from letterbook.finding import Place

AS_WORD_DOCUMENT = 'Save it in Word as "Word Document (.docx)" or "Word Template (.dotx)".'
_REPAIR = "Open it in Word, let Word repair it, and save it again."
_TEMPLATE = "Choose the file that was made in Word."
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2
_KINDS = ((b"%PDF", "a PDF"), (b"{\\rtf", "an RTF file"), (b"<", "a web page or another text"))


def refused(file: str, reason: str, hint: str = _TEMPLATE) -> BadInput:
    """The error for `file`, whose name begins the sentence that `reason` ends."""
    return BadInput(f"{PurePath(file).name} {reason}", hint=hint, place=Place(file))


def damaged(file: str, what: str) -> BadInput:
    """The error for a file that Word would not open either; `what` says what is wrong."""
    return refused(file, f"is damaged: {what}.", _REPAIR)


def no_word_file(file: str, data: bytes) -> BadInput:
    """The error for a file that is no zip: it says what the file is, if its first bytes tell."""
    if not data:
        return refused(file, "is empty.")
    if data.startswith(_COMPOUND_FILE):
        return _old_or_protected(file, data)
    kind = next((kind for mark, kind in _KINDS if data.lstrip().startswith(mark)), "")
    said = f"is {kind}, not a Word file." if kind else "is no Word file."
    return refused(file, said, AS_WORD_DOCUMENT)


def _old_or_protected(file: str, data: bytes) -> BadInput:
    """A compound file holds an encrypted document, or one of the format before 2007 ([MS-OFFCRYPTO] 2.3)."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        hint = "Open it in Word, remove the password (File, Info, Protect Document), and save it."
        return refused(file, "is protected with a password.", hint)
    if "WordDocument".encode("utf-16-le") in data:
        return refused(file, "is a Word file of the old format (.doc).", AS_WORD_DOCUMENT)
    return refused(file, "is a file of an old Office format.", AS_WORD_DOCUMENT)
