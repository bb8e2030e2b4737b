"""How the tests of single constructs look into a written file."""

from __future__ import annotations

import io
import zipfile

import docx

from letterbook.draft import Draft, Metadata, Paragraph, TableCell, TableRow, Text
from letterbook.writers.word.document import write_word
from tests.writers.word.lint import lint
from tests.writers.word.word_package import W, open_word_package, said


def paragraph(text):
    return Paragraph((Text(text),))


def paragraphs(resources, *blocks):
    """The paragraphs of a file of these blocks, as python-docx reads them."""
    return docx.Document(io.BytesIO(write_word(Draft(blocks), resources).data)).paragraphs


def row(*texts):
    return TableRow(tuple(TableCell((Text(text),)) for text in texts))


def written(resources, *blocks, **metadata):
    """A file of these blocks, which must be without fault."""
    result = write_word(Draft(blocks, Metadata(**metadata)), resources)
    assert lint(result.data) == ()
    return result


def package(resources, *blocks, **metadata):
    return open_word_package(written(resources, *blocks, **metadata).data)


def part_names(data):
    """The names of the parts of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return parts.namelist()


def part(data, name):
    """The text of one part of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return parts.read(name).decode("utf-8")


def text_of(element):
    return "".join(text.text for text in element.iter(f"{W}t"))


def instructions(element):
    """The fields in an element: what each computes, in order."""
    return [instruction.text.strip() for instruction in element.iter(f"{W}instrText")]


def bookmarks(element):
    """The names of the bookmarks that begin in an element, in order."""
    return [said(start, f"{W}name") for start in element.iter(f"{W}bookmarkStart")]
