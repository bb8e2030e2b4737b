"""Readers' questions: the task list in `questions.md`."""

from __future__ import annotations

from pathlib import Path

from letterbook.draft import Block, BulletList, ListItem
from letterbook.files import inside, read_text
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.markup.tree import iter_blocks
from letterbook.record import record

QUESTIONS_FILE = "questions.md"


@record
class Question:
    """One question; it is open until its box is checked."""

    blocks: tuple[Block, ...]
    answered: bool = False


def read_questions(root: Path) -> tuple[Question, ...]:
    """The questions in the workspace's `questions.md`, in order; none when there is no such file.

    Every entry of a task list is a question; other text is for the author's eyes.
    Raises BadInput when the file cannot be read.
    """
    path = inside(root, QUESTIONS_FILE)
    if not path.is_file():
        return ()
    blocks = parse_blocks(read_text(path), dialect=Dialect.ITEM, file=QUESTIONS_FILE)
    return tuple(
        Question(entry.blocks, answered=entry.checked)
        for block in iter_blocks(blocks)
        if isinstance(block, BulletList)
        for entry in block.items
        if isinstance(entry, ListItem) and entry.checked is not None
    )
