"""Checks of what is quoted, and from whom."""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import Agreement, CheckedEdition, Trace
from letterbook.draft import Quote
from letterbook.finding import Place
from letterbook.item import HighlightKind
from letterbook.markup.text import plain_text


def quotation_altered(edition: CheckedEdition) -> Iterator[Found]:
    """A pasted quotation whose words differ from the highlight they come from."""
    for trace in _traces(edition, Agreement.ALTERED):
        here, there = trace.difference
        yield Found(
            f'The quotation says "{here}" where "{trace.item}" says "{there}".',
            "Restore the words, or mark the change with […] or [your words].",
            trace.place,
        )


def quotation_confidential(edition: CheckedEdition) -> Iterator[Found]:
    """A pasted quotation from an item that the edition's readers may not read."""
    for trace in edition.traces:
        if not edition.audience.admits(trace.audience):
            yield Found(
                f'These words are from "{trace.item}", whose audience is {trace.audience}.',
                "Take them out, or widen the item's audience.",
                trace.place,
            )


def takeaway_quoted(edition: CheckedEdition) -> Iterator[Found]:
    """A quotation whose words a machine wrote about the source: nobody said them."""
    for trace in _traces(edition, Agreement.MACHINE_WRITTEN):
        yield Found(
            f'These words are not those of "{trace.item}" but a takeaway that a machine wrote.',
            "Quote the transcript, or say it in your own words.",
            trace.place,
        )


def quotation_untraced(edition: CheckedEdition) -> Iterator[Found]:
    """A pasted block quotation that no item of the workspace contains."""
    for trace in _traces(edition, Agreement.UNTRACED):
        if trace.block:
            yield Found(
                f'No item contains the quotation that begins "{_beginning(trace.words)}".',
                "Import its source, if its words and place are to be looked after.",
                trace.place,
            )


def quotation_too_long(edition: CheckedEdition) -> Iterator[Found]:
    """A quotation from an item with more words than the house quotes in one piece, where it has a limit."""
    limit = edition.quote_limit
    if not limit:
        return
    files = {item.path for item in edition.items}
    placed = {each.place for each in edition.highlights}
    placed |= {trace.place for trace in edition.traces if trace.item and trace.block}
    lines = {(place.file, place.line) for place in placed}
    for quote, _ in edition.of_kind(Quote):
        place = quote.place
        if place and (place.file in files or (place.file, place.line) in lines):
            yield from _longer(plain_text(quote.blocks), limit, place)
    for trace in edition.traces:
        if trace.item and not trace.block:
            yield from _longer(trace.words, limit, trace.place)


def _longer(words: str, limit: int, place: Place) -> Iterator[Found]:
    count = len(words.split())
    if count > limit:
        message = f"The quotation has {count} words; the house quotes at most {limit} in one piece."
        hint = "Quote less, say it in your own words, or change quote-limit in letterbook.yaml."
        yield Found(message, hint, place)


def transcript_unchecked(edition: CheckedEdition) -> Iterator[Found]:
    """Quoted words, embedded or pasted, that a machine heard and nobody compared with the recording."""
    for printed in edition.highlights:
        if printed.highlight.kind is HighlightKind.TRANSCRIPT and not printed.highlight.checked:
            yield _unchecked(printed.item.title, printed.highlight.anchor, printed.item.path, printed.place)
    for trace in edition.traces:
        if trace.heard:
            yield _unchecked(trace.item, trace.anchor, f'"{trace.item}"', trace.place)


def _unchecked(title: str, anchor: str, file: str, place: Place) -> Found:
    return Found(
        f'The words quoted from "{title}" are a machine\'s transcript that nobody has checked.',
        f'Listen to it, then write "- checked: yes" below ^{anchor} in {file}.',
        place,
    )


def _traces(edition: CheckedEdition, agreement: Agreement) -> Iterator[Trace]:
    return (trace for trace in edition.traces if trace.agreement is agreement)


def _beginning(words: str) -> str:
    first = words.split()[:8]
    return " ".join(first) + ("" if len(words.split()) <= 8 else " …")
