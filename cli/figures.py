"""letterbook figures: the numbers of a letter, each with its source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from letterbook.cli.command import CommandGroup, json_option
from letterbook.cli.figures_source import day_given, figures_option, load_figures
from letterbook.cli.findings import exit_code, strict_option
from letterbook.cli.json_output import JsonObject, finding_objects, print_json
from letterbook.cli.reporting import count, print_data, print_findings, say, suggest, summary
from letterbook.errors import WrongUse
from letterbook.figure import Figure
from letterbook.figure_format import format_figure
from letterbook.finding import Finding, Severity
from letterbook.fund.figure_names import figures_with
from letterbook.fund.stated_figures import Figures
from letterbook.item import Audience
from letterbook.library.workspace import find_workspace
from letterbook.suggestion import did_you_mean

_LIST = "list"


class FiguresGroup(CommandGroup):
    """The group whose words are those of a figure, unless the first names one of its commands."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse `args` as those of `list` unless they name a command or ask for help."""
        known = (*self.commands, *self.get_help_option_names(ctx))
        named = any(argument in known for argument in args)
        return super().parse_args(ctx, args if named or ctx.resilient_parsing else [_LIST, *args])


@click.group(cls=FiguresGroup)
@json_option
@click.pass_context
def figures(context: click.Context, as_json: bool) -> None:
    """List the figures: the numbers of a letter, each with its unit, date, basis, status and source.

    They stand in fund/figures.csv or fund/figures.xlsx of the workspace, one a row, under the columns name,
    value, unit, as of, basis, period, status, source and show as. Those that the data of the fund allow
    (cash flows, values, holdings, index levels) are computed. "letterbook figures NAME" lists those with
    these words.

    \b
    Examples:
      letterbook figures
      letterbook figures "Fund I" TVPI
      letterbook figures --as-of 2025-12-31
      letterbook figures check
      letterbook figures --figures q2.xlsx net
    """
    if as_json:
        raise WrongUse(
            "--json stands too early.", hint=f"letterbook figures {context.invoked_subcommand} --json"
        )


@figures.command(_LIST)
@click.argument("name", nargs=-1)
@click.option("--as-of", "day", default="", metavar="DATE", help="Those of this day, computed for it.")
@click.option("--all", "every", is_flag=True, help="Those computed for other days and investors, too.")
@figures_option
@json_option
@click.pass_obj
def list_figures(
    folder: Path, name: tuple[str, ...], *, day: str, every: bool, file: str, as_json: bool
) -> None:
    """List the figures that have all words of NAME in their name, basis, period, status or date.

    Without NAME these are the stated ones, and of the computed ones those of the last day and of no single
    investor; programs get all.
    """
    as_of, words, every = day_given(day), " ".join(name), every or as_json
    sheet = load_figures(folder, file, as_of, of_investors=bool(words or every or as_of))
    found = figures_with(sheet.figures, words)
    if as_of:
        found = tuple(figure for figure in found if figure.as_of == as_of)
    elif not words and not every:
        found = in_short(found)
    if words and not found:
        known = dict.fromkeys(figure.name for figure in sheet.figures)
        raise WrongUse(f'There is no figure "{words}".', hint=did_you_mean(words, known))
    if as_json:
        print_json({"figures": [figure_object(figure) for figure in found]})
        return
    for line in aligned([_cells(figure) for figure in found], right=1):
        print_data(line)
    say(f"{count(len(found), 'figure')} of {len(sheet.figures):,} in {sheet.file}.")
    if not words and not as_of and len(found) < len(sheet.figures):
        suggest("letterbook figures --all")
    if any(finding.severity is Severity.ERROR for finding in sheet.findings):
        say(f"{summary(sheet.findings)}: rows with an error are left out.")
        suggest("letterbook figures check")


@figures.command("check")
@figures_option
@strict_option
@json_option
@click.pass_obj
def check_figures(folder: Path, file: str, strict: bool, as_json: bool) -> int:
    """Say everything that is wrong in the sheet of figures: row, column, and what was expected.

    \b
    Examples:
      letterbook figures check
      letterbook figures check --figures q2.xlsx --json
    """
    sheet = load_figures(folder, file)
    findings = (*sheet.findings, *_of_investors(folder, file, sheet))
    if as_json:
        print_json({"figures": len(sheet.figures), "findings": finding_objects(findings)})
        return exit_code(findings, strict=strict)
    print_findings(findings)
    say(f"{sheet.file}: {count(len(sheet.figures), 'figure')}, {summary(findings)}.")
    return exit_code(findings, strict=strict)


def _of_investors(folder: Path, file: str, sheet: Figures) -> tuple[Finding, ...]:
    """What is wrong with the figures of single investors; nothing of a file without a workspace."""
    if file or not any(figure.lp for figure in sheet.figures):
        return ()
    # Few sheets state accounts, and the others need not wait for what computes them.
    from letterbook.drafting.accounts.accounts_of_sheet import check_accounts_of_sheet  # noqa: PLC0415

    told = {(finding.id, finding.place) for finding in sheet.findings}
    found = check_accounts_of_sheet(find_workspace(folder).root, sheet.figures)
    return tuple(each for each in found if (each.id, each.place) not in told)


def in_short(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The stated figures, and the computed ones of the last day that are for more readers than the firm."""
    last = max((figure.as_of for figure in figures if figure.formula and figure.as_of), default=None)
    return tuple(
        figure
        for figure in figures
        if not figure.formula or (figure.as_of == last and figure.audience is not Audience.FIRM)
    )


def figure_object(figure: Figure) -> JsonObject:
    """The object for a figure, as docs/reference/json.md lists its keys."""
    period = figure.period
    return {
        "name": figure.name,
        "value": f"{figure.value.normalize():f}",
        "unit": figure.unit.kind.value,
        "currency": figure.unit.currency,
        "as_of": figure.as_of.isoformat() if figure.as_of else "",
        "basis": figure.basis.value if figure.basis else "",
        "period": period.words if period else "",
        "status": figure.status.value if figure.status else "",
        "source": figure.source,
        "shown": format_figure(figure),
        "formula": figure.formula,
        "file": figure.place.file if figure.place else "",
        "line": figure.place.line if figure.place else 0,
        "column": figure.place.column if figure.place else 0,
        **({"sheet": figure.place.sheet} if figure.place and figure.place.sheet else {}),
        "inputs": [str(place) for place in figure.inputs],
        "audience": figure.audience.value,
        "other": dict(figure.other),
    }


def _cells(figure: Figure) -> tuple[str, ...]:
    return (
        figure.name,
        format_figure(figure),
        figure.as_of.isoformat() if figure.as_of else "",
        figure.basis.value if figure.basis else "",
        figure.period.words if figure.period else "",
        figure.status.value if figure.status else "",
        figure.source,
    )


def aligned(rows: Sequence[Sequence[str]], right: int) -> Iterable[str]:
    """Rows of cells as lines whose columns stand below each other; the column `right` at its right side."""
    if not rows:
        return
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            cell.rjust(width) if number == right else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
            if width
        )
        yield "  ".join(cells).rstrip()
