"""What differs between two states of a letter, each difference in one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from textwrap import shorten

from letterbook.common_parts import runs
from letterbook.drafting.approval.approval_record import Snapshot
from letterbook.figure import Figure
from letterbook.figure_format import format_figure
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.figure_names import name_words

FILE_CHANGED, FIGURE_CHANGED = "approved-file-changed", "approved-figure-changed"
ACCOUNT_CHANGED = "approved-account-changed"
EDITION_CHANGED, SOURCE_CHANGED = "approved-edition-changed", "approved-source-changed"
_WIDTH = 80
_MOST_VALUES = 3

FigureKey = tuple[object, ...]


def changes_between(before: Snapshot, after: Snapshot, edition: str) -> tuple[Finding, ...]:
    """A warning for each difference: paragraphs, figures, the edition's lines, other sources.

    `before` was approved. `edition` is the path of the edition, from which both were made.
    """
    return tuple(
        chain(
            file_changes(before, after),
            figure_changes(figures_of(before), figures_of(after)),
            edition_changes(before.edition_lines, after.edition_lines, edition),
            source_changes(before, after.sources, edition),
            account_changes(before.accounts, after.accounts, {}),
        )
    )


def file_changes(before: Snapshot, after: Snapshot) -> Iterator[Finding]:
    """How the words of the file differ."""
    if before.sha256 == after.sha256:
        return
    place = Place(after.file)
    sentences = list(_differences(before.paragraphs, after.paragraphs, "The paragraph"))
    if not sentences:
        sentences = ["The file differs, but not in its words: in its form, a picture or a property."]
    for sentence in sentences:
        yield _finding(FILE_CHANGED, sentence, place)


def figures_of(snapshot: Snapshot) -> Mapping[FigureKey, Figure]:
    """The figures that a letter prints, or compares with, by what tells them apart."""
    used = (each for printed in snapshot.figures for each in (printed.figure, printed.predecessor) if each)
    return {figure_key(figure): figure for figure in used}


def figure_key(figure: Figure) -> FigureKey:
    """What tells a figure from all others: name, day, basis and period."""
    period = figure.period.words.casefold() if figure.period else ""
    return tuple(sorted(name_words(figure.name))), figure.as_of, figure.basis, period


def files_of(figures: Iterable[Figure]) -> frozenset[str]:
    """The files that figures came from."""
    places = (place for figure in figures for place in (figure.place, *figure.inputs) if place)
    return frozenset(place.file for place in places)


def figure_changes(
    before: Mapping[FigureKey, Figure], after: Mapping[FigureKey, Figure]
) -> Iterator[Finding]:
    """How the figures differ that a letter prints."""
    for key, old in before.items():
        new = after.get(key)
        if new is None:
            file = f" in {old.place.file}" if old.place else ""
            yield _finding(
                FIGURE_CHANGED, f"{_named(old)} was {format_figure(old)}, is not there any more{file}.", None
            )
        elif (old.value, old.unit) != (new.value, new.unit):
            yield _finding(
                FIGURE_CHANGED, f"{_named(old)} was {_shown(old, new)}, is {_shown(new, old)}.", new.place
            )
    for key, new in after.items():
        if key not in before:
            yield _finding(FIGURE_CHANGED, f"{_named(new)} is new: {format_figure(new)}.", new.place)


def edition_changes(before: Sequence[str], after: Sequence[str], edition: str) -> Iterator[Finding]:
    """How the lines of the edition differ; each is told at its line of today."""
    for start, end, new_start, new_end in _unequal(before, after):
        old, new = _quoted(before[start:end]), _quoted(after[new_start:new_end])
        if old or new:
            yield _finding(
                EDITION_CHANGED, _sentence("The edition's text", old, new), Place(edition, new_start + 1)
            )


def source_changes(before: Snapshot, after: Mapping[str, str], edition: str) -> Iterator[Finding]:
    """Which other files have changed that the letter was made from; of figures only those that it prints."""
    figures = files_of(figures_of(before).values())
    for name, digest in before.sources.items():
        if name in figures or name == edition or after.get(name) == digest:
            continue
        what = "has changed" if after.get(name) else "is not there any more"
        yield _finding(SOURCE_CHANGED, f"{name} {what}.", Place(name))


def account_changes(
    before: Mapping[str, Mapping[str, str]],
    after: Mapping[str, Mapping[str, str]],
    places: Mapping[str, Place],
) -> Iterator[Finding]:
    """How the accounts differ that recipients are told; each is named at their row, one of `places`."""
    for who, old in before.items():
        new = after.get(who)
        if new is None:
            yield _finding(ACCOUNT_CHANGED, f"The account of {who} is not there any more.", None)
            continue
        changed = [
            f"{name} was {text or 'empty'}, is {new.get(name) or 'empty'}"
            for name, text in old.items()
            if new.get(name) != text
        ]
        if changed:
            more = f"; and {len(changed) - _MOST_VALUES} more" if len(changed) > _MOST_VALUES else ""
            said = "; ".join(changed[:_MOST_VALUES])
            yield _finding(ACCOUNT_CHANGED, f"The account of {who}: {said}{more}.", places.get(who))
    for who in after:
        if before and who not in before:
            yield _finding(ACCOUNT_CHANGED, f"The account of {who} is new.", places.get(who))


def _differences(before: Sequence[str], after: Sequence[str], what: str) -> Iterator[str]:
    for start, end, new_start, new_end in _unequal(before, after):
        old, new = list(before[start:end]), list(after[new_start:new_end])
        both = min(len(old), len(new))
        for one, other in zip(old, new, strict=False):
            yield _sentence(what, _around(one, other), _around(other, one))
        for gone in old[both:]:
            yield _sentence(what, _quoted([gone]), "")
        for added in new[both:]:
            yield _sentence(what, "", _quoted([added]))


def _unequal(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    return (
        (run.start, run.end, run.other_start, run.other_end) for run in runs(before, after) if not run.same
    )


def _sentence(what: str, old: str, new: str) -> str:
    if not new:
        return f"{what} {old} is gone."
    if not old:
        return f"{what} {new} is new."
    return f"{what} {old} differs: it is {new} now."


def _around(text: str, other: str) -> str:
    """A paragraph from a little before the first place where another differs from it."""
    same = next((place for place, (a, b) in enumerate(zip(text, other, strict=False)) if a != b), 0)
    if same <= _WIDTH // 2 or len(text) <= _WIDTH:
        return _quoted([text])
    return f'"… {shorten(text[text.rfind(" ", 0, same - _WIDTH // 4) + 1 :], _WIDTH, placeholder=" …")}"'


def _quoted(texts: Iterable[str]) -> str:
    text = " / ".join(text for text in texts if text.strip())
    return f'"{shorten(text, _WIDTH, placeholder=" …")}"' if text else ""


def _named(figure: Figure) -> str:
    details = (
        figure.unnamed_basis,
        figure.as_of.isoformat() if figure.as_of else "",
        figure.period and figure.period.words,
    )
    said = ", ".join(str(detail) for detail in details if detail)
    return f"{figure.name} ({said})" if said else figure.name


def _shown(figure: Figure, other: Figure) -> str:
    """A figure as it is printed, with all its digits where another one prints the same."""
    shown = format_figure(figure)
    if shown != format_figure(other):
        return shown
    return f"{figure.value.normalize():f} {figure.unit}"


def _finding(name: str, message: str, place: Place | None) -> Finding:
    return Finding(name, Severity.WARNING, message, "", place)
