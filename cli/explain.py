"""letterbook explain: where a number of a letter comes from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from letterbook.cli.command import WordsCommand, json_option
from letterbook.cli.explained import (
    change_line,
    change_object,
    figure_lines,
    number_lines,
    number_object,
    use_object,
)
from letterbook.cli.figures import aligned, figure_object
from letterbook.cli.json_output import print_json
from letterbook.cli.reporting import count, print_data, say, suggest
from letterbook.drafting.figures.draft_numbers import DraftNumber, find_number
from letterbook.drafting.figures.explained_draft import ExplainedDraft, explain_draft, names_draft
from letterbook.drafting.figures.figure_uses import figures_called, is_figure, uses_of
from letterbook.drafting.project import Project, open_project
from letterbook.errors import WrongUse
from letterbook.figure import Figure
from letterbook.library.workspace import find_workspace
from letterbook.suggestion import did_you_mean


@click.command(cls=WordsCommand)
@click.argument("words", metavar="FIGURE | DRAFT [NUMBER]", nargs=-1, required=True)
@json_option
@click.pass_obj
def explain(folder: Path, words: tuple[str, ...], *, as_json: bool) -> None:
    """Say where NUMBER in DRAFT comes from: the figure, its source, and its row in the sheet.

    NUMBER is written as it stands in the draft, or is the name of a figure; without it all numbers are
    listed. DRAFT is a Word file, edited or not, a copy of one, or an edition by name or number. A number that
    no figure printed is told with the place where it was typed, and so are numbers that were changed in
    Word. FIGURE alone says where a figure comes from, and where it stands in drafts.

    \b
    Examples:
      letterbook explain "Letter 2026 H1" 2.1x
      letterbook explain drafts/letter.docx "$78.5m"
      letterbook explain "Fund I net TVPI"
    """
    project = open_project(find_workspace(folder))
    name = " ".join(words)
    if is_figure(project, name):
        _explain_figures(project, figures_called(project, name), as_json=as_json)
    elif names_draft(project, name):
        _list_numbers(project, explain_draft(project, name), as_json=as_json)
    elif len(words) == 1:
        _explain_figures(project, figures_called(project, name), as_json=as_json)
    else:
        *draft, wanted = words
        _explain_number(project, explain_draft(project, " ".join(draft)), wanted, as_json=as_json)


def _explain_figures(project: Project, figures: Sequence[Figure], *, as_json: bool) -> None:
    uses = [tuple(uses_of(project, figure)) for figure in figures]
    if as_json:
        found = [
            {**figure_object(figure), "uses": [use_object(use) for use in used]}
            for figure, used in zip(figures, uses, strict=True)
        ]
        print_json({"figures": found})
        return
    for figure, used in zip(figures, uses, strict=True):
        for line in figure_lines(figure, used):
            print_data(line)
    say(f"{count(len(figures), 'figure')}, called {count(sum(map(len, uses)), 'time')} in drafts.")


def _list_numbers(project: Project, draft: ExplainedDraft, *, as_json: bool) -> None:
    """What figures printed, and what was changed; other numbers are only counted."""
    printed = [number for number in draft.numbers if number.printed]
    others = len(draft.numbers) - len(printed)
    if as_json:
        _print_object(project, draft, printed)
        return
    rows = [
        (
            number.text,
            number.printed.called,
            str(number.printed.place),
            str(number.printed.figure.place or ""),
        )
        for number in printed
        if number.printed
    ]
    for line in aligned(rows, right=0):
        print_data(line)
    _tell_changes(draft)
    say(f"{draft.file}: {count(len(printed), 'number')} from figures, {count(others, 'other')}.")
    if printed:
        suggest(f'letterbook explain "{draft.file}" "{printed[0].text}"')


def _explain_number(project: Project, draft: ExplainedDraft, wanted: str, *, as_json: bool) -> None:
    found = find_number(draft.numbers, wanted)
    if not found:
        gone = next((each for each in draft.changed if wanted == each.was), None)
        known = dict.fromkeys(number.text for number in draft.numbers)
        hint = f"Since it was drafted, {change_line(gone)}" if gone else did_you_mean(wanted, known)
        raise WrongUse(f'"{wanted}" does not stand in {draft.file}.', hint=hint)
    if as_json:
        _print_object(project, draft, found)
        return
    for number in found:
        for line in number_lines(number, draft.build, project.workspace):
            print_data(line)
    _tell_changes(draft)
    say(f"{found[0].text} stands in {count(len(found), 'place')} of {draft.file}.")


def _tell_changes(draft: ExplainedDraft) -> None:
    if draft.changed:
        say(f"{draft.file} has been edited since it was drafted:")
        for change in draft.changed:
            say(f"  {change_line(change)}")


def _print_object(project: Project, draft: ExplainedDraft, numbers: Sequence[DraftNumber]) -> None:
    print_json(
        {
            "draft": draft.file,
            "edition": draft.build.edition,
            "build": draft.build.build,
            "edited": draft.is_edited,
            "numbers": [number_object(number, draft.build, project.workspace) for number in numbers],
            "changed": [change_object(change) for change in draft.changed],
        }
    )
