"""What `letterbook explain` says of a number, as lines and as objects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from letterbook.cli.figures import figure_object
from letterbook.cli.json_output import JsonObject, place_keys
from letterbook.drafting.figures.draft_numbers import ChangedNumber, DraftNumber
from letterbook.drafting.figures.figure_uses import FigureInDraft
from letterbook.drafting.figures.printed_figure import PrintedFigure
from letterbook.drafting.output.build_record import BuildRecord
from letterbook.figure import Figure
from letterbook.figure_format import format_figure
from letterbook.files import sha256
from letterbook.finding import Place
from letterbook.library.workspace import Workspace

_AROUND = 40
_DIGEST = 12


def number_lines(number: DraftNumber, build: BuildRecord, workspace: Workspace) -> Iterator[str]:
    """The words around a number, where it is called, and where its figure comes from."""
    yield f'"{_excerpt(number)}"'
    printed = number.printed
    if printed is None:
        where = f"{number.origin}: typed there" if number.origin else _outside(number)
        yield f"  no figure; {where}"
        return
    if number.text != printed.shown:
        yield f"  changed since the draft, where it was {printed.shown}"
    yield f"  {printed.place}: {{{{ {printed.called} }}}}"
    yield from _origin(printed.figure, build, workspace)
    if printed.predecessor:
        yield "  compared with"
        yield from _origin(printed.predecessor, build, workspace)


def _outside(number: DraftNumber) -> str:
    return f"typed into a {number.where} in Word" if number.where else "not in a paragraph of the draft"


def figure_lines(figure: Figure, uses: Sequence[FigureInDraft]) -> Iterator[str]:
    """A figure, where it comes from, and where it stands in drafts."""
    yield from (line.removeprefix("  ") for line in _origin(figure))
    for use in uses:
        yield f'  {use.printed.shown} in "{use.draft}", {use.printed.place}: {{{{ {use.printed.called} }}}}'


def change_line(change: ChangedNumber) -> str:
    """What became of a number, in one sentence."""
    if not change.now:
        told = f"{change.was} is gone"
    elif not change.was:
        told = f"{change.now} was added"
    else:
        told = f"{change.was} has become {change.now}"
    if change.printed and change.was:
        place = change.printed.figure.place
        return f"{told}: {change.printed.called}{f', {place}' if place else ''}."
    return f"{told}{f': {change.origin}' if change.origin else ''}."


def _origin(
    figure: Figure, build: BuildRecord | None = None, workspace: Workspace | None = None
) -> Iterator[str]:
    """What is known of a figure, its source, and the rows it comes from."""
    period = figure.period.words if figure.period else ""
    facts = (figure.name, figure.unnamed_basis, period, f"as of {figure.as_of}" if figure.as_of else "")
    value = f"{figure.value.normalize():f}"
    stated = f"{format_figure(figure)} ({value})" if value != format_figure(figure) else value
    yield f"  {', '.join(filter(None, facts))}: {stated}{f', {figure.status}' if figure.status else ''}"
    if figure.source:
        yield f"  {figure.source}" if figure.formula else f"  source: {figure.source}"
    yield from _rows(figure, build, workspace)


def _rows(figure: Figure, build: BuildRecord | None, workspace: Workspace | None) -> Iterator[str]:
    """The cell of a stated figure; of a computed one, the rows of each file that it is made of."""
    if not figure.inputs and figure.place:
        yield f"  {figure.place}{_since(figure.place, build, workspace)}"
    files: dict[str, list[Place]] = {}
    for place in figure.inputs:
        files.setdefault(place.table, []).append(place)
    for file, places in files.items():
        lines = list(dict.fromkeys(place.line for place in places if place.line))
        since = _since(places[0], build, workspace)
        if len(lines) > 1:
            yield f"  {file}, rows {', '.join(map(str, lines))}{since}"
        else:
            yield f"  {places[0]}{since}"


def _since(place: Place, build: BuildRecord | None, workspace: Workspace | None) -> str:
    """The beginning of a file's SHA-256 when a draft was written, and whether it is another now."""
    digest = build.sources.get(place.file, "") if build else ""
    if not digest or workspace is None:
        return ""
    changed = "" if _is_unchanged(place.file, digest, workspace) else ", changed since this draft"
    return f" (sha256 {digest[:_DIGEST]}…{changed})"


def _is_unchanged(file: str, digest: str, workspace: Workspace) -> bool:
    try:
        return sha256((workspace.root / file).read_bytes()) == digest
    except OSError:
        return False


def _excerpt(number: DraftNumber) -> str:
    """A number with the words around it, whole ones."""
    before, after = number.words[: number.start], number.words[number.end :]
    if len(before) > _AROUND:
        before = f"… {before[-_AROUND:].partition(' ')[2]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND].rpartition(' ')[0]} …"
    return " ".join(f"{before}{number.text}{after}".split())


def number_object(number: DraftNumber, build: BuildRecord, workspace: Workspace) -> JsonObject:
    """The object for a number of a draft, as docs/reference/json.md lists its keys."""
    return {
        "text": number.text,
        "words": _excerpt(number),
        **place_keys(number.origin),
        **_printed_keys(number.printed),
        "sources": _sources(number.printed, build, workspace),
    }


def change_object(change: ChangedNumber) -> JsonObject:
    """The object for a number that was changed in Word."""
    return {
        "was": change.was,
        "now": change.now,
        **place_keys(change.origin),
        **_printed_keys(change.printed),
    }


def use_object(use: FigureInDraft) -> JsonObject:
    """The object for the use of a figure in a draft."""
    return {"draft": use.draft, "shown": use.printed.shown, **_call_keys(use.printed)}


def _printed_keys(printed: PrintedFigure | None) -> JsonObject:
    if printed is None:
        return {"shown": "", "call": None, "figure": None, "predecessor": None}
    predecessor = figure_object(printed.predecessor) if printed.predecessor else None
    return {
        "shown": printed.shown,
        "call": _call_keys(printed),
        "figure": figure_object(printed.figure),
        "predecessor": predecessor,
    }


def _call_keys(printed: PrintedFigure) -> JsonObject:
    return {"called": printed.called, **place_keys(printed.place)}


def _sources(printed: PrintedFigure | None, build: BuildRecord, workspace: Workspace) -> list[JsonObject]:
    """The files that a printed figure came from, as they were when the draft was written."""
    figures = [each for each in (printed.figure, printed.predecessor) if each] if printed else []
    files = dict.fromkeys(
        place.file for figure in figures for place in (figure.place, *figure.inputs) if place
    )
    known = [(file, build.sources[file]) for file in files if file in build.sources]
    return [
        {"path": file, "sha256": digest, "changed": not _is_unchanged(file, digest, workspace)}
        for file, digest in known
    ]
