"""What the editions of a publication have said since a day, theme by theme, in their author's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import takewhile

from letterbook.draft import Block
from letterbook.drafting.assembling.reading_order import ends_commentary
from letterbook.drafting.editions.edition import read_edition
from letterbook.drafting.editions.edition_summary import EditionSummary
from letterbook.drafting.partials.views import ThemeView, theme_view
from letterbook.drafting.project import Project
from letterbook.files import read_text
from letterbook.item import Audience, Item
from letterbook.library.themes.known_themes import Theme
from letterbook.markup.additions import ItemHeading
from letterbook.record import record

_LABEL = re.compile(r"\[([^\]\[\n]+)\]")
_DEFINITION = re.compile(r"^\[([^\]\n]+)\]:[ \t]")
_HEADING = re.compile(r"(#{1,6})(?=[ \t])")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
ITEM_LEVEL = 4
"""How deep the headings of items stand that are gathered below those of their themes."""

_NO_NAME = re.compile(r"[^a-z0-9]+")


@record
class _Definition:
    """A footnote or a link that a text defines by its `label`, on these of its `lines`."""

    label: str
    lines: list[int]

    def renamed(self, text: str, name: str) -> str:
        """The text with this label called so, in `[words][1]`, `[^1]`, and `[1]` that is a link itself."""
        label = re.escape(self.label)
        if self.label.startswith("^"):
            return re.sub(rf"\[{label}\]", f"[^{name}]", text)
        text = re.sub(rf"^\[{label}\]:", f"[{name}]:", text, flags=re.MULTILINE)
        text = re.sub(rf"\]\[{label}\]", f"][{name}]", text)
        return re.sub(rf"(?<![\[\]])\[({label})\](?![\[(\]])", rf"[\1][{name}]", text)


@record
class SaidInEdition:
    """What an edition says below an item's heading, as its file has it; empty where it only placed it."""

    item: Item
    edition: EditionSummary
    words: str


@record
class SaidOnTheme:
    """A theme, or None, and what was said about its items, the oldest edition first."""

    theme: ThemeView | None
    passages: tuple[SaidInEdition, ...]


def said_on_themes(
    project: Project, publication: str, audience: Audience, since: date | None, until: date | None = None
) -> tuple[SaidOnTheme, ...]:
    """What the editions of `publication` dated from `since` to `until` say about what they place.

    An item counts to its first theme; themes come in the order of themes.yaml, and what has none last. What
    `audience` may not read is left out. Raises BadInput when one of these editions cannot be read.
    """
    groups: dict[str, list[SaidInEdition]] = {}
    themes: dict[str, Theme] = {}
    for summary in _editions(project, publication, audience, since, until):
        edition = read_edition(project.workspace, project.workspace.root / summary.path)
        text = read_text(project.workspace.root / summary.path)
        for heading, following in _item_headings(edition.blocks):
            item = _item(heading, project, audience)
            if item is None:
                continue
            words = _words(heading, following, text, summary.name)
            first = next(iter(project.catalogue.themes.of_item_and_highlights(item)), None)
            key = first.id if first else ""
            if first:
                themes[key] = first
            groups.setdefault(key, []).append(SaidInEdition(item, summary, words))
    order = {theme.id: place for place, theme in enumerate(project.catalogue.themes.described)}
    keys = sorted(groups, key=lambda key: order.get(key, len(order)) if key else len(order) + 1)
    return tuple(SaidOnTheme(theme_view(themes[key]) if key else None, tuple(groups[key])) for key in keys)


def _editions(
    project: Project, publication: str, audience: Audience, since: date | None, until: date | None
) -> list[EditionSummary]:
    found = [
        edition
        for edition in project.editions.summaries
        if edition.publication == publication
        and edition.date
        and audience.admits(Audience(edition.audience))
        and (since is None or edition.date >= since.isoformat())
        and (until is None or edition.date <= until.isoformat())
    ]
    return sorted(found, key=lambda edition: (edition.date, edition.name))


def _item_headings(blocks: Sequence[Block]) -> Iterator[tuple[ItemHeading, Sequence[Block]]]:
    """Each heading that places an item, with the blocks that follow it."""
    for position, block in enumerate(blocks):
        if isinstance(block, ItemHeading):
            yield block, blocks[position + 1 :]


def _item(heading: ItemHeading, project: Project, audience: Audience) -> Item | None:
    found = project.references.find(heading.link.target)
    item = found[0] if len(found) == 1 else None
    return item if isinstance(item, Item) and audience.admits(item.audience) else None


def _words(heading: ItemHeading, following: Sequence[Block], text: str, edition: str) -> str:
    """The lines below a heading as they are typed, with the definitions that they refer to.

    Footnotes and links get the edition's name before theirs, so that those of two editions do not meet.
    """
    below = list(takewhile(lambda block: not ends_commentary(block, heading.level), following))
    lines = text.splitlines()
    start = heading.place.line if heading.place else 0
    if not start or not below:
        return ""
    rest = following[len(below) :]
    end = rest[0].place.line - 1 if rest and rest[0].place else len(lines)
    definitions = _definitions(lines)
    defining = {number for each in definitions.values() for number in each.lines}
    kept = [lines[number] for number in range(start, end) if number not in defining]
    said = "\n".join(_deeper(kept, ITEM_LEVEL - heading.level)).strip()
    prefix = _NO_NAME.sub("-", edition.casefold()).strip("-")
    used = [definitions[label] for label in dict.fromkeys(_LABEL.findall(said)) if label in definitions]
    whole = "\n\n".join((said, *("\n".join(lines[n] for n in each.lines).rstrip() for each in used)))
    for each in used:
        whole = each.renamed(whole, f"{prefix}-{each.label.removeprefix('^')}")
    return whole.strip()


def _deeper(lines: Iterable[str], by: int) -> Iterator[str]:
    """The lines with their headings so much deeper."""
    in_code = False
    for line in lines:
        in_code ^= bool(_FENCE.match(line))
        match = None if in_code else _HEADING.match(line)
        if match:
            level = max(1, min(6, len(match[1]) + by))
            yield "#" * level + line[match.end() :]
        else:
            yield line


def _definitions(lines: Sequence[str]) -> dict[str, _Definition]:
    """Each footnote and link that a text defines, by its label; a footnote's begins with a caret."""
    found: dict[str, _Definition] = {}
    last: _Definition | None = None
    for number, line in enumerate(lines):
        match = _DEFINITION.match(line)
        if match:
            last = found[match[1]] = _Definition(match[1], [number])
        elif last and line.startswith(("    ", "\t")):
            last.lines.extend(range(last.lines[-1] + 1, number + 1))
        elif line.strip():
            last = None
    return found
