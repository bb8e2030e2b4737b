"""The two letters that a person means: editions, Word files of whoever wrote them, Markdown drafts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from letterbook.draft import Draft
from letterbook.drafting.comparison.build_text import parts_of_build
from letterbook.drafting.comparison.edition_text import as_written, begun, printed_edition
from letterbook.drafting.comparison.known_numbers import known_numbers
from letterbook.drafting.comparison.own_places import anywhere, own_places
from letterbook.drafting.comparison.printed_letter import PrintedLetter, PrintedTable
from letterbook.drafting.comparison.remembered import as_printed, remember
from letterbook.drafting.comparison.word_text import figures_of_word, parts_of_word
from letterbook.drafting.edition_choice import choose_edition
from letterbook.drafting.editions.draft_records import read_draft_records
from letterbook.drafting.editions.earlier_editions import earlier_editions
from letterbook.drafting.editions.edition import Edition, read_edition
from letterbook.drafting.editions.edition_summary import EditionSummary
from letterbook.drafting.editions.translations import language_of
from letterbook.drafting.figures.printed_figure import PrintedFigure
from letterbook.drafting.output.build_record import BuildRecord
from letterbook.drafting.output.builds import latest_build, read_build
from letterbook.drafting.output.outputs import SOURCED
from letterbook.drafting.project import Project
from letterbook.errors import BadInput, LetterbookError, WrongUse
from letterbook.figure import Figure
from letterbook.files import name_key, read_text, unreadable
from letterbook.fund.workspace_figures import workspace_figures
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.markup.front_matter import read_front_matter
from letterbook.record import record
from letterbook.verify.times import find_times
from letterbook.writers.word.mail_merge.meanings import has_sources, refuse_sources
from letterbook.writers.word.marked_text import read_marked_text
from letterbook.writers.word.opened.word_file import read_word_file
from letterbook.writers.writer import FigureMark

_WORD, _MARKDOWN = ".docx", ".md"
_FIRST_PARTS = 12  # among which a letter says its date
_MARK_IT = 'Name the other letter too: letterbook diff "last letter.docx" "{}"'


@record
class ComparedLetters:
    """The older letter of the two and the newer one."""

    before: PrintedLetter
    after: PrintedLetter


def letters_to_compare(project: Project, words: Sequence[str], today: dt.date) -> ComparedLetters:
    """The letters that one or two `words` name; the first is the older one, in whatever order they are dated.

    One alone, or the open edition where there is none, is compared with the edition before it. Raises
    WrongUse for a letter that is not there or has none before it, and BadInput for a file that cannot be
    read.
    """
    joined = " ".join(words)
    if len(words) > 1 and name_key(joined) in project.edition_by_name:
        words = (joined,)
    if len(words) == 2:
        before = _named(project, words[0], today, is_past=True)
        return ComparedLetters(before, _named(project, words[1], today, is_past=False))
    if len(words) > 2:
        raise WrongUse("These are more than two letters.", hint="Put each name between quotation marks.")
    after = _named(project, words[0] if words else "", today, is_past=False)
    return ComparedLetters(_before(project, after, today), after)


def _named(project: Project, words: str, today: dt.date, *, is_past: bool) -> PrintedLetter:
    path = Path(words).expanduser()
    if path.suffix.casefold() == _WORD:
        return _word_letter(project, path)
    if path.suffix.casefold() == _MARKDOWN and path.is_file() and not _is_edition(project, path):
        return _markdown_letter(project, path)
    try:
        chosen = choose_edition(project, words)
    except WrongUse:
        build = latest_build(project.workspace, words) if words else None
        if build is None:
            raise
        letter = PrintedLetter(name=words, date=build.date, remarks=(f"{words} has no file any more.",))
        remembered = remember(project.workspace, words)
        return as_printed(project.workspace, letter, remembered, own_places(build.edition, (), ())) or letter
    return printed_edition(project, read_edition(project.workspace, chosen), today=today, is_past=is_past)


def _is_edition(project: Project, path: Path) -> bool:
    """Whether a Markdown file is an edition, by its place or by its details."""
    if path.absolute().is_relative_to(project.workspace.editions_folder.absolute()):
        return True
    with suppress(BadInput):
        return read_front_matter(read_text(path), str(path)).values.get("publication") is not None
    return False


def _before(project: Project, after: PrintedLetter, today: dt.date) -> PrintedLetter:
    """The letter before one of an edition."""
    root = project.workspace.root
    if not after.edition or not (root / after.edition).is_file():
        message = f"{after.name} is no draft of an edition, so no edition came before it."
        raise WrongUse(message, hint=_MARK_IT.format(after.name))
    edition = read_edition(project.workspace, root / after.edition)
    earlier = earlier_editions(project.editions.summaries, edition)
    if not earlier:
        message = f'No edition of "{edition.publication_name}" has a date before that of {edition.name}.'
        raise WrongUse(message, hint=_MARK_IT.format(edition.name))
    last = [each for each in earlier if each.date == earlier[0].date]
    chosen = _in_language(project, last, language_of(root / edition.path))
    return printed_edition(
        project, read_edition(project.workspace, root / chosen.path), today=today, is_past=True
    )


def _in_language(project: Project, same: Sequence[EditionSummary], language: str) -> EditionSummary:
    """Of an edition in several languages that in `language`, else the original."""
    root = project.workspace.root
    by_language = {language_of(root / each.path): each for each in reversed(same)}
    return by_language.get(language) or by_language.get("") or same[0]


def _word_letter(project: Project, path: Path) -> PrintedLetter:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    shown = project.workspace.relative(path)
    file = read_word_file(shown, data)
    refuse_sources(file)
    identifier = read_marked_text(shown, data).build
    remarks: tuple[str, ...] = ()
    build = None
    try:
        build = read_build(project.workspace, identifier) if identifier else None
    except BadInput as error:
        remarks = (f"{error.place}: {error.message}",)
    if build is None:
        parts = parts_of_word(file, None, anywhere)
        letter = PrintedLetter(
            name=path.name, told="a Word file", remarks=remarks, parts=parts, is_traced=False
        )
        return _with_known_numbers(project, _dated(letter), shown)
    edition = _edition_at(project, build.edition)
    letter = begun(edition) if edition else PrintedLetter(name=path.name, edition=build.edition)
    blocks = edition.blocks if edition else ()
    is_own = own_places(build.edition, blocks, (item.path for item in project.catalogue.items))
    return replace(
        letter,
        name=path.name,
        date=build.date,
        told="a draft as the Word file has it",
        parts=parts_of_word(file, build, is_own),
        figures=figures_of_word(file, build),
    )


def _edition_at(project: Project, path: str) -> Edition | None:
    """The edition in a file of the workspace, if it can be read."""
    with suppress(LetterbookError):
        if path and (project.workspace.root / path).is_file():
            return read_edition(project.workspace, project.workspace.root / path)
    return None


def _markdown_letter(project: Project, path: Path) -> PrintedLetter:
    text, shown = read_text(path), project.workspace.relative(path)
    if path.stem.endswith(SOURCED) and shown in read_draft_records(project.workspace).outputs:
        raise has_sources(shown)
    front = read_front_matter(text, shown)
    blocks = parse_blocks(
        front.body, dialect=Dialect.DRAFT, file=shown, first_line=front.body_line, document=True
    )
    build, written = as_written(Draft(blocks), project)
    drafted = remember(project.workspace, path.stem).build
    figures = _printed_alike(drafted, written.figures) if drafted else ()
    parts = parts_of_build(replace(build, figures=figures), anywhere)
    letter = PrintedLetter(name=path.name, told="a Markdown file", parts=parts, is_traced=False)
    if not figures or drafted is None:
        return _with_known_numbers(project, _dated(letter), shown)
    edition = _edition_at(project, drafted.edition)
    letter = replace(letter, date=drafted.date, figures=(*figures, *drafted.drawn))
    if edition is None:
        return letter
    known = begun(edition)
    return replace(
        letter, as_of=known.as_of, begins=known.begins, language=known.language, edition=known.edition
    )


def _printed_alike(build: BuildRecord, marks: Iterable[FigureMark]) -> tuple[PrintedFigure, ...]:
    """What the figures of a build print in a Markdown file, where that still says it."""
    known = {(each.called, each.shown): each for each in build.figures}
    return tuple(
        replace(known[mark.called, mark.text], mark=mark.name, anchor=mark.anchor)
        for mark in marks
        if (mark.called, mark.text) in known
    )


def _with_known_numbers(project: Project, letter: PrintedLetter, file: str) -> PrintedLetter:
    """A letter that does not say which figures it prints, with those that agree with its numbers."""
    try:
        sheet = workspace_figures(project.workspace.root, of_investors=False).figures
    except LetterbookError:
        sheet = ()
    if not sheet:
        remark = f"{letter.name} does not say which figures it prints, so only its words are compared."
        return replace(letter, remarks=(*letter.remarks, remark))
    known = known_numbers(letter.parts, [each for each in sheet if _may_be_in(each, letter)], file)
    remark = (
        f"{letter.name} does not say which figures it prints: {len(known.figures)} of its numbers agree "
        f"with one in the words around them and are compared, {known.unknown} others only as words."
    )
    return replace(letter, remarks=(*letter.remarks, remark), figures=known.figures)


def _may_be_in(figure: Figure, letter: PrintedLetter) -> bool:
    """Whether a figure was known on the day of a letter; a later one with the same value is not meant."""
    return figure.as_of is None or not letter.date or figure.as_of.isoformat() <= letter.date


def _dated(letter: PrintedLetter) -> PrintedLetter:
    """A letter with the day that its first lines say: that of a line of its own, else the first."""
    texts = [part.text for part in letter.parts[:_FIRST_PARTS] if not isinstance(part, PrintedTable)]
    days = [(time, text) for text in texts for time in find_times(text) if time.first == time.last]
    alone = (time for time, text in days if (time.start, time.end) == (0, len(text)))
    day = next(alone, days[0][0] if days else None)
    return replace(letter, date=day.first.isoformat()) if day else letter
