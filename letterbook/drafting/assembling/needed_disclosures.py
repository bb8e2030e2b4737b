"""Which disclosures a letter needs for what it says, found before they are printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.standing_text import needed_disclosures
from letterbook.draft import Block, Draft, Inline, Text
from letterbook.drafting.editions.edition import Edition
from letterbook.drafting.figures.call import name_and_change
from letterbook.errors import BadInput
from letterbook.figure import Figure, UnitKind
from letterbook.finding import Place
from letterbook.fund.figure_names import figures_named
from letterbook.markup.additions import Expression, InlineExpression
from letterbook.markup.expressions import parse_call
from letterbook.markup.tree import map_blocks, map_inlines

_EXAMPLES = {UnitKind.MONEY: "$1.0m", UnitKind.MULTIPLE: "1.0x", UnitKind.PERCENT: "1.0%"}
"""A number in the place of each kind of figure that is not printed yet."""


def needed_by(
    edition: Edition,
    blocks: tuple[Block, ...],
    sections: Mapping[Place, tuple[Block, ...]],
    figures: Iterable[Figure],
) -> frozenset[str]:
    """The names of the disclosures that `blocks`, with what their sections printed, ask for."""
    known = tuple(figures)

    def section(block: Block) -> tuple[Block, ...]:
        return sections.get(block.place or Place(edition.path), ())

    def figure(node: Inline) -> tuple[Inline, ...]:
        return (Text(_example(node.source, known)),) if isinstance(node, InlineExpression) else (node,)

    printed = map_inlines(map_blocks(blocks, section, {Expression}), figure, {InlineExpression})
    checked = CheckedEdition(
        name=edition.name,
        path=edition.path,
        publication=edition.publication_name,
        number=edition.number,
        date=edition.date,
        audience=edition.audience,
        draft=Draft(printed),
    )
    return frozenset(needed_disclosures(checked))


def _example(source: str, figures: tuple[Figure, ...]) -> str:
    """A number of the kind that a call in a line prints, so that it is read as the claim that it will be."""
    try:
        name = name_and_change(parse_call(source).name)[0]
    except BadInput:
        return source
    found = next(iter(figures_named(figures, name)), None)
    return _EXAMPLES.get(found.unit.kind, "1") if found else source
