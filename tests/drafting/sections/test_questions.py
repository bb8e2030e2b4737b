from __future__ import annotations

from letterbook.drafting.sections.questions import read_questions
from letterbook.markup.text import plain_text


def test_questions_are_the_entries_of_task_lists(tmp_path):
    text = (
        "# Questions\n\nFrom readers.\n\n- [ ] Is it *true*?\n- [x] Done?\n- no question\n\n* [ ] Another?\n"
    )
    (tmp_path / "questions.md").write_text(text, encoding="utf-8")
    questions = read_questions(tmp_path)
    assert [(plain_text(each.blocks), each.answered) for each in questions] == [
        ("Is it true?", False),
        ("Done?", True),
        ("Another?", False),
    ]


def test_a_workspace_without_questions_has_none(tmp_path):
    assert read_questions(tmp_path) == ()
