"""Writers: each turns a Draft into the bytes of one format."""

from __future__ import annotations

from collections.abc import Mapping

from letterbook.writers.word.document import write_word
from letterbook.writers.writer import Writer


WRITERS: Mapping[str, Writer] = {
    "docx": write_word,
}
