"""letterbook diff: what is different from the last letter, and what was carried over from it."""

from __future__ import annotations

from pathlib import Path

import click

from letterbook.cli.clock import today
from letterbook.cli.command import Command, json_option
from letterbook.cli.differences.lines import comparison_lines
from letterbook.cli.differences.objects import comparison_object
from letterbook.cli.json_output import print_json
from letterbook.cli.reporting import count, print_coloured, say, suggest
from letterbook.drafting.comparison.comparison import Comparison, compare
from letterbook.drafting.comparison.letters import letters_to_compare
from letterbook.drafting.project import open_project
from letterbook.library.workspace import find_workspace


@click.command(cls=Command)
@click.argument("editions", metavar="[EDITION1] [EDITION2]", nargs=-1)
@json_option
@click.pass_obj
def diff(folder: Path, editions: tuple[str, ...], *, as_json: bool) -> None:
    """Say what is different from the last letter: which figures changed and by how much, which passages are
    new, gone, reworded or moved, and which sentences, dates and numbers were carried over unchanged.

    EDITION1 is the older letter and EDITION2 the newer one; one alone is compared with the edition of the
    same publication before it, and without any it is the one that you changed last. Each is a name, a
    number, a file, or a Word file: a draft, marked up or not, or a letter that letterbook never wrote.

    An older letter says what was printed then: as approved, else as last drafted, whatever the data say
    today. A newer one that has not left the house is taken as it would be drafted now. Nothing is changed.

    \b
    Examples:
      letterbook diff
      letterbook diff "Letter 2026 H1"
      letterbook diff "Letter 2025 H2" "drafts/Letter 2026 H1.docx"
      letterbook diff "last letter.docx" "Letter 2026 H1"
    """
    project = open_project(find_workspace(folder))
    letters = letters_to_compare(project, editions, today())
    compared = compare(letters, project.workspace.root)
    if as_json:
        print_json(comparison_object(compared))
        return
    for line in comparison_lines(compared):
        print_coloured(line)
    _say_what_is_next(compared)


def _say_what_is_next(compared: Comparison) -> None:
    """What could not be compared, how much was carried over, and what to do."""
    for remark in compared.remarks:
        say(remark)
    carried = compared.carried_over
    past = sum(day.is_past for day in carried.days)
    say(
        f"Carried over: {count(len(carried.sentences), 'sentence')}, {count(len(carried.days), 'date')} "
        f"({past} from before this letter), {count(len(carried.numbers), 'typed number')}."
    )
    if compared.after.edition:
        name = Path(compared.after.edition).stem
        suggest(f'letterbook check "{name}"')
