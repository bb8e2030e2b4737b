"""A draft opened to explain its numbers: its file, if it is there, and the record of its build."""

from __future__ import annotations

from pathlib import Path

from letterbook.drafting.edition_choice import choose_edition
from letterbook.drafting.figures.draft_numbers import (
    ChangedNumber,
    DraftNumber,
    built_paragraphs,
    changed_numbers,
    drawn_numbers,
    numbers_of,
)
from letterbook.drafting.figures.numbers_elsewhere import numbers_elsewhere
from letterbook.drafting.output.build_record import BuildRecord
from letterbook.drafting.output.builds import latest_build, read_build
from letterbook.drafting.project import Project
from letterbook.errors import BadInput, WrongUse
from letterbook.files import sha256, unreadable
from letterbook.finding import Place
from letterbook.library.workspace import Workspace
from letterbook.record import record
from letterbook.writers.word.mail_merge.meanings import refuse_sources
from letterbook.writers.word.marked_text import read_marked_text
from letterbook.writers.word.opened.word_file import read_word_file

_WORD = ".docx"


@record
class ExplainedDraft:
    """The numbers of a draft, and those `changed` since it was written; `file` is as a person finds it.

    `is_edited` says that the file has other bytes than letterbook wrote.
    """

    file: str
    build: BuildRecord
    numbers: tuple[DraftNumber, ...]
    changed: tuple[ChangedNumber, ...] = ()
    is_edited: bool = False


def explain_draft(project: Project, words: str) -> ExplainedDraft:
    """The draft that `words` mean: a Word file by its path, or a draft or an edition by name or number.

    Without the Word file, its last build is explained. Raises WrongUse when there is no such draft, and
    BadInput for a file that letterbook did not write, or of which the record is gone.
    """
    drafts = project.workspace.drafts_folder
    path, called = Path(words).expanduser(), drafts / f"{words.removesuffix(_WORD)}{_WORD}"
    if called.is_file() and not path.is_file():
        return explain_file(project.workspace, called)
    if path.suffix.casefold() == _WORD:
        return explain_file(project.workspace, path)
    name = choose_edition(project, words).stem
    called = drafts / f"{name}{_WORD}"
    if called.is_file():
        return explain_file(project.workspace, called)
    build = latest_build(project.workspace, name)
    if build is None:
        raise WrongUse(f'There is no Word draft of "{name}".', hint=f'letterbook draft "{name}"')
    return ExplainedDraft(name, build, (*numbers_of(built_paragraphs(build), build), *drawn_numbers(build)))


def names_draft(project: Project, words: str) -> bool:
    """Whether `words` mean a draft or an edition, and not nothing at all."""
    if Path(words).suffix.casefold() == _WORD:
        return True
    if (project.workspace.drafts_folder / f"{words}{_WORD}").is_file():
        return True
    try:
        choose_edition(project, words)
    except WrongUse:
        return False
    return True


def explain_file(workspace: Workspace, path: Path) -> ExplainedDraft:
    """The draft in a Word file, or a copy of it, edited or not; raises BadInput as `explain_draft` does.

    So it does for a draft with its sources in it, whose numbers are not all the letter's.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    shown = workspace.relative(path)
    refuse_sources(read_word_file(shown, data))
    marked = read_marked_text(shown, data)
    if not marked.build:
        raise BadInput(
            f"{path.name} was not drafted by letterbook, or has lost what it said of its build.",
            hint='"letterbook verify" ticks off any Word file.',
            place=Place(shown),
        )
    build = read_build(workspace, marked.build)
    if build is None:
        raise BadInput(
            f"Nothing is known of the build that {path.name} comes from.",
            hint="The last three builds of a draft are remembered. Draft it again, and explain the new file.",
            place=Place(shown),
        )
    return ExplainedDraft(
        shown,
        build,
        (
            *numbers_of(marked.paragraphs, build),
            *numbers_elsewhere(shown, data, build),
            *drawn_numbers(build),
        ),
        changed_numbers(marked.paragraphs, build),
        is_edited=sha256(data) != build.sha256,
    )
