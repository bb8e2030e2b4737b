"""The rule of parts that letters of a template cannot be without."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.parts.required_part import RequiredPart
from letterbook.draft import Heading
from letterbook.finding import Place
from letterbook.item import Audience

_WORD = re.compile(r"[^\W_]+")


def part_missing(edition: CheckedEdition) -> Iterator[Found]:
    """A part that is neither printed by one of its sections nor stands below one of its headings.

    A copy for everybody leaves parts out on purpose, and a draft without an edition has nobody's parts.
    """
    if not edition.path or edition.audience is Audience.PUBLIC:
        return
    headings = [_running(printed.text) for _, printed in edition.of_kind(Heading)]
    for part in edition.required_parts:
        if not _is_there(part, edition, headings):
            yield Found(f"The letter has no {part.name}.", _hint(part), Place(edition.path))


def _is_there(part: RequiredPart, edition: CheckedEdition, headings: list[str]) -> bool:
    if any(section in edition.sections for section in part.sections):
        return True
    return any(_running(words) in heading for words in part.headings for heading in headings)


def _running(words: str) -> str:
    """Words as they are compared: case and punctuation do not matter, whole words do."""
    return f" {' '.join(_WORD.findall(words.casefold()))} "


def _hint(part: RequiredPart) -> str:
    ways = [f"put {{{{ {part.sections[0]} }}}} into a paragraph of its own"] if part.sections else []
    if part.headings:
        ways.append(f'write it below a heading with "{part.headings[0]}"')
    sentence = ", or ".join(ways)
    return f"{sentence[:1].upper()}{sentence[1:]}."
