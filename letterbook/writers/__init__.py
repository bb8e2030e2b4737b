"""Writers: each turns a Draft into the bytes of one format."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from letterbook.writers.writer import Writer

WRITERS: Mapping[str, str] = {
    "md": "letterbook.writers.markdown_file:write_markdown_file",
    "docx": "letterbook.writers.word.document:write_word",
}
"""Each format's writer: its module, which is loaded when a draft is to have that format, and its name."""


def writer_of(format_name: str) -> Writer:
    """The writer of a format in `WRITERS`."""
    module, name = WRITERS[format_name].split(":")
    writer: Writer = getattr(import_module(module), name)
    return writer
