"""Writers: each turns a Draft into the bytes of one format."""

from __future__ import annotations

from collections.abc import Mapping

from letterbook.draft import Draft
from letterbook.writers.markdown import write_markdown
from letterbook.writers.word.document import write_word
from letterbook.writers.writer import Resources, Writer, Written


def _markdown(draft: Draft, _resources: Resources) -> Written:
    return Written(write_markdown(draft).encode("utf-8"))


WRITERS: Mapping[str, Writer] = {
    "md": _markdown,
    "docx": write_word,
}
