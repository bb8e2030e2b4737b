"""A letter that letterbook did not write: 30 numbers, and every one told right."""

from __future__ import annotations

import io

import docx
import pytest

from letterbook.verify.letter import tick_off
from letterbook.verify.marked_copy import marked_copy
from letterbook.verify.matching import Outcome
from tests.verify.conftest import SHEET
from tests.verify.letters import (
    OTHERS,
    UNCOVERED,
    WRONG,
    by_libreoffice,
    by_python_docx,
    convert,
    needs_libreoffice,
)

MAKERS = ["python-docx", pytest.param("LibreOffice", marks=needs_libreoffice)]


@pytest.fixture(scope="module")
def letters(tmp_path_factory):
    """The letter, made once by each of the two programs."""
    made = {}

    def letter(maker):
        if maker not in made:
            folder = tmp_path_factory.mktemp("letter")
            made[maker] = by_python_docx() if maker == "python-docx" else by_libreoffice(folder)
        return made[maker]

    return letter


def texts(ticks):
    return [tick.text for tick in ticks]


@pytest.mark.parametrize("maker", MAKERS)
def test_all_thirty_numbers_are_told_right(letters, figures, maker):
    letter = tick_off("letter.docx", letters(maker), figures)
    assert len(letter.ticks) == 30
    assert texts(letter.of(Outcome.DISAGREES)) == WRONG
    assert texts(letter.of(Outcome.UNCOVERED)) == UNCOVERED
    assert texts(tick for tick in letter.ticks if tick.reason) == OTHERS
    rounded = [tick for tick in letter.of(Outcome.AGREES) if tick.text in {"2.1x", "$9.2m"}]
    assert [tick.match.figure.name for tick in rounded] == ["Fund I TVPI", "Fund I distributions"]


@pytest.mark.parametrize("maker", MAKERS)
def test_the_report_is_as_it_was_read_and_approved(letterbook, letters, tmp_path, golden, maker):
    path = tmp_path / "letter.docx"
    path.write_bytes(letters(maker))
    run = letterbook("verify", path, "--figures", SHEET, "--all")
    assert run.code == 1
    golden(f"verify/{maker.lower()}.ticks.txt", run.stdout)


@pytest.mark.parametrize("maker", MAKERS)
def test_the_marked_copy_opens_and_says_the_same(letters, figures, tmp_path, golden, maker):
    letter = tick_off("letter.docx", letters(maker), figures)
    marked = marked_copy(letter)
    document = docx.Document(io.BytesIO(marked))
    comments = [comment.text for comment in document.comments]
    assert len(comments) == 25
    golden(f"verify/{maker.lower()}.comments.txt", "\n".join(comments) + "\n")
    again = tick_off("marked.docx", marked, figures)
    assert [(tick.text, tick.outcome, tick.reason) for tick in again.ticks] == [
        (tick.text, tick.outcome, tick.reason) for tick in letter.ticks
    ]


@needs_libreoffice
@pytest.mark.parametrize("maker", MAKERS)
def test_libreoffice_keeps_every_comment_on_its_number(letters, figures, tmp_path, maker):
    path = tmp_path / "marked.docx"
    path.write_bytes(marked_copy(tick_off("letter.docx", letters(maker), figures)))
    flat = convert(path, "fodt").read_text(encoding="utf-8")
    assert flat.count("<office:annotation ") == 25
    assert flat.count("<office:annotation-end ") == 25
