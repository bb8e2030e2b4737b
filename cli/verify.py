"""letterbook verify: a Word letter ticked off against a sheet of figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from letterbook.cli.command import Command, json_option
from letterbook.cli.figures import figure_object
from letterbook.cli.figures_source import figures_option, load_figures
from letterbook.cli.findings import FAILED
from letterbook.cli.json_objects import output_object
from letterbook.cli.json_output import JsonObject, error_object, finding_objects, print_json
from letterbook.cli.reporting import count, print_data, say, shown, suggest, summary
from letterbook.drafting.figures.figures_by_mark import figures_by_mark
from letterbook.errors import WrongUse
from letterbook.files import unreadable
from letterbook.finding import Severity
from letterbook.fund.stated_figures import Figures
from letterbook.library.workspace import workspace_around
from letterbook.verify.letter import Tick, TickedLetter, tick_off
from letterbook.verify.marked_copy import marked_copy
from letterbook.verify.marked_file import MarkedFile, write_marked
from letterbook.verify.matching import Outcome
from letterbook.verify.printed_figures import Printed
from letterbook.verify.words import excerpt, note_numbers, place_words, unread_words, verdict

_WORD = ".docx"
_TOLD = {Outcome.AGREES: "agrees", Outcome.DISAGREES: "DISAGREES", Outcome.UNCOVERED: "not covered"}
_NO_FIGURE = "no figure"
_WIDTH = max(map(len, (*_TOLD.values(), _NO_FIGURE)))


@click.command(cls=Command)
@click.argument("letter")
@figures_option
@click.option("--mark", is_flag=True, help="Write a copy with a Word comment on each number.")
@click.option("-o", "--output", default="", metavar="PATH", help="Write the marked copy there.")
@click.option(
    "--all", "show_all", is_flag=True, help="List also the numbers that are no figures, such as dates."
)
@click.option(
    "--strict", is_flag=True, help="Exit with code 1 also when a number is not covered by any figure."
)
@json_option
@click.pass_obj
def verify(
    folder: Path,
    letter: str,
    file: str,
    *,
    mark: bool,
    output: str,
    show_all: bool,
    strict: bool,
    as_json: bool,
) -> int:
    """Tick off the Word file LETTER against the figures: every number that its pages show, charts included.

    LETTER may be a draft of letterbook, marked up or not, or any other Word file. Each number is compared
    with the figure that the words around it name, and agrees within half a unit of its last printed digit;
    else it disagrees, or no figure covers it. Exit code 1 when one disagrees. Nothing is changed; --mark
    writes "LETTER (ticked).docx" beside it.

    \b
    Examples:
      letterbook verify drafts/letter.docx
      letterbook verify letter.docx --figures q2.xlsx
      letterbook verify letter.docx --figures q2.csv --mark
    """
    sheet = load_figures(folder, file)
    path = Path(letter).expanduser()
    data = _read(path)
    ticked = tick_off(path.name, data, sheet.figures, _printed(folder, path, data, file))
    marked = _marked(ticked, path, output) if mark or output else None
    if as_json:
        _print_object(ticked, sheet, marked, show_all=show_all)
    else:
        _print_ticks(ticked, show_all=show_all)
        _say_what_is_next(ticked, sheet, path, marked, file)
        if marked and marked.obstacle:
            raise marked.obstacle
    if marked and marked.obstacle:
        return marked.obstacle.exit_code
    failed = ticked.of(Outcome.DISAGREES) or (strict and ticked.of(Outcome.UNCOVERED))
    return FAILED if failed else 0


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


def _printed(folder: Path, path: Path, data: bytes, sheet: str) -> Mapping[str, Printed]:
    """What letterbook printed in a draft of the workspace, if there is one.

    Where the user names a `sheet`, what it does not have is not covered, whatever the workspace says.
    """
    workspace = workspace_around(folder)
    marks = figures_by_mark(workspace, path.name, data) if workspace else {}
    return {
        mark: Printed(each.figure, each.predecessor, is_current=each.is_current and not sheet)
        for mark, each in marks.items()
    }


def _marked(ticked: TickedLetter, path: Path, output: str) -> MarkedFile:
    destination = Path(output).expanduser() if output else path.with_name(f"{path.stem} (ticked){_WORD}")
    if destination.suffix.casefold() != _WORD:
        raise WrongUse("A marked copy is a Word file.", hint=f"End the file's name with {_WORD}.")
    if destination.exists() and path.exists() and destination.samefile(path):
        raise WrongUse("The marked copy would take the place of the letter.", hint="Choose another name.")
    return write_marked(destination, marked_copy(ticked))


def _listed(ticked: TickedLetter, *, show_all: bool) -> Iterable[Tick]:
    return (tick for tick in ticked.ticks if show_all or not tick.reason)


def _print_ticks(ticked: TickedLetter, *, show_all: bool) -> None:
    """A line for each number; a second one with the words around it where it does not agree."""
    notes = note_numbers(ticked.file)
    for tick in _listed(ticked, show_all=show_all):
        told = _NO_FIGURE if tick.reason else _TOLD[tick.outcome]
        where = place_words(tick, notes)
        print_data(f"{told:{_WIDTH}}  {where}: {verdict(tick)}")
        if not tick.reason and tick.outcome is not Outcome.AGREES and not tick.label:
            print_data(f'{"":{_WIDTH}}  "{excerpt(tick)}"')


def _say_what_is_next(
    ticked: TickedLetter, sheet: Figures, path: Path, marked: MarkedFile | None, named: str
) -> None:
    """What was found, in numbers, and what to do next; `named` is the sheet of --figures."""
    with_sheet = f' --figures "{named}"' if named else ""
    agree, disagree, uncovered = (ticked.of(outcome) for outcome in Outcome)
    others = sum(bool(tick.reason) for tick in ticked.ticks)
    say(
        f"{count(len(agree) + len(disagree) + len(uncovered), 'number')}: "
        f"{count(len(agree), 'agrees', 'agree')}, {count(len(disagree), 'disagrees', 'disagree')}, "
        f"{len(uncovered)} not covered by {sheet.file}; "
        f"{count(others, 'other is', 'others are')} no figures (dates, names …; --all lists them)."
    )
    if ticked.unread:
        say(f"Not read: {unread_words(ticked.unread)}. Look at them yourself.")
    if any(finding.severity is Severity.ERROR for finding in sheet.findings):
        say(f"{sheet.file}: {summary(sheet.findings)}; rows with an error were left out.")
        suggest(f"letterbook figures check{with_sheet}")
    if marked:
        say(f"Marked copy: {shown(marked.path)}")
    elif disagree or uncovered:
        suggest(f'letterbook verify "{shown(path)}"{with_sheet} --mark')


def _print_object(ticked: TickedLetter, sheet: Figures, marked: MarkedFile | None, *, show_all: bool) -> None:
    notes = note_numbers(ticked.file)
    outputs = [output_object(shown(marked.path), "docx", marked.size, marked.sha256)] if marked else []
    print_json(
        {
            "figures": sheet.file,
            "agree": len(ticked.of(Outcome.AGREES)),
            "disagree": len(ticked.of(Outcome.DISAGREES)),
            "uncovered": len(ticked.of(Outcome.UNCOVERED)),
            "numbers": [
                _tick_object(tick, place_words(tick, notes)) for tick in _listed(ticked, show_all=show_all)
            ],
            "not_read": dict(sorted(ticked.unread.items())),
            "outputs": outputs,
            "findings": finding_objects(sheet.findings),
            **(error_object(marked.obstacle) if marked and marked.obstacle else {}),
        }
    )


def _tick_object(tick: Tick, place: str) -> JsonObject:
    match = tick.match
    return {
        "text": tick.text,
        "outcome": "no figure" if tick.reason else tick.outcome.value,
        "reason": tick.reason,
        "place": place,
        "part": tick.passage.kind.value,
        "words": excerpt(tick),
        "expected": tick.expected,
        "figure": figure_object(match.figure) if match.figure else None,
        "equals": match.equals.name if match.equals else "",
    }
