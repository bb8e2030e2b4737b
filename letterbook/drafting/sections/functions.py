"""The functions that a section may call; `docs/reference/sections.md` describes each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from letterbook.checks.letters.confidentiality import CLEARED
from letterbook.draft import Text
from letterbook.drafting.partials.printable import Blocks, Inlines, Origin
from letterbook.drafting.partials.sandbox import described, words
from letterbook.drafting.partials.views import (
    DisclosureView,
    HighlightView,
    ItemView,
    ThemeGroup,
    ThemeView,
    item_view,
    theme_view,
)
from letterbook.drafting.printing.item_print import chosen_highlights
from letterbook.drafting.sections.charts.names import CHART_FUNCTIONS
from letterbook.drafting.sections.disclosures import DISCLOSURES_FOLDER
from letterbook.drafting.sections.fund.names import FUND_FUNCTIONS
from letterbook.drafting.sections.material import SectionMaterial
from letterbook.errors import WrongUse
from letterbook.finding import Finding, Place, Severity
from letterbook.item import Highlight, Item
from letterbook.library.items.highlight_lookup import highlight_index
from letterbook.library.queries.query import query_from_arguments
from letterbook.library.themes.known_themes import Theme, theme_key
from letterbook.record import record
from letterbook.suggestion import did_you_mean


@record
class SectionFunctions:
    """What a section does with its material; each method is a function in a partial."""

    material: SectionMaterial

    def named(self) -> dict[str, Callable[..., object]]:
        """The functions by the names they have in a partial."""
        own = {name: getattr(self, name) for name in FUNCTIONS}
        of_fund = {name: partial(self._of_fund, name) for name in FUND_FUNCTIONS}
        return {**own, **of_fund, **{name: partial(self._chart, name) for name in CHART_FUNCTIONS}}

    def _of_fund(self, name: str, *values: object, **named: object) -> object:
        """What the function `name` about a fund gives."""
        from letterbook.drafting.sections.fund.functions import FundFunctions  # noqa: PLC0415 - few sections

        return getattr(FundFunctions(self.material.fund), name)(*values, **named)

    def _chart(self, name: str, *values: object, **named: object) -> object:
        """What the function `name` that makes a chart gives."""
        from letterbook.drafting.sections.charts.functions import ChartFunctions  # noqa: PLC0415 - few sections

        return getattr(ChartFunctions(self.material.fund), name)(*values, **named)

    def heading(self, item: ItemView) -> Inlines:
        """The item's linked title and source, by the edition template's heading pattern."""
        return Inlines(self.material.printer.heading(self._item(item)), (Origin(item.name),))

    def link(self, item: ItemView, text: str = "") -> Inlines:
        """The item's title, or a text, linked to its address."""
        shown = (Text(text),) if text else ()
        return Inlines(self.material.printer.link(self._item(item), shown), (Origin(item.name),))

    def teaser(self, item: ItemView) -> Inlines:
        """The item's teaser, else its title."""
        return Inlines(self.material.printer.teaser(self._item(item)), (Origin(item.name),))

    def commentary(self, item: ItemView) -> Blocks:
        """The author's own words about the item."""
        return Blocks(self.material.printer.commentary(self._item(item)), (Origin(item.name),))

    def body(self, item: ItemView) -> Blocks:
        """The commentary, else the favourite highlights, else the first ones."""
        said = self.commentary(item)
        if said:
            return said
        source = self._item(item)
        anchors = ("", *(highlight.anchor for highlight in chosen_highlights(source)))
        origins = tuple(Origin(item.name, anchor) for anchor in anchors)
        return Blocks(self.material.printer.body(source), origins)

    def quotation(
        self, item: ItemView, highlight: HighlightView | str = "", *, attributed: bool = True
    ) -> Blocks:
        """A highlight's words as a quote, with its source unless `attributed` is false.

        The highlight may be given by its id; without one it is the item's first favourite, or its
        first highlight.
        """
        source = self._item(item)
        chosen = _highlight(source, highlight.anchor if isinstance(highlight, HighlightView) else highlight)
        quote = self.material.printer.quotation(source, chosen, attributed=attributed) if chosen else None
        return Blocks((quote,), (Origin(item.name, chosen.anchor),)) if quote and chosen else Blocks(())

    def signed_off(self, items: Iterable[ItemView]) -> tuple[ItemView, ...]:
        """Those of the items that their companies have cleared; the others are told."""
        kept = []
        for view in items:
            item = self._item(view)
            if item.signoff == CLEARED:
                kept.append(view)
            else:
                self.material.note(_not_signed_off(item))
        return tuple(kept)

    def disclosures(self, names: Iterable[str] = ()) -> tuple[DisclosureView, ...]:
        """The standing legal text, all that the letter needs or the files that are named, in their order."""
        known = {each.name: each for each in self.material.disclosures}
        for name in names:
            if name not in known:
                hint = did_you_mean(name, known) or f"There are: {', '.join(known) or 'none'}."
                raise WrongUse(f'There is no disclosure "{name}" in {DISCLOSURES_FOLDER}.', hint=hint)
        needed = self.material.needed() if not names else ()
        chosen = [known[name] for name in names] or [each for each in known.values() if each.is_for(needed)]
        return tuple(
            DisclosureView(name=each.name, title=each.title, text=Blocks(each.blocks)) for each in chosen
        )

    def select(self, query: str = "", **fields: object) -> tuple[ItemView, ...]:
        """The items that a query selects, newest first; `fields` are fields of the query language."""
        written = [("query", query), *((name, _written(value)) for name, value in fields.items())]
        parsed = query_from_arguments(written, self.material.themes, self.material.today)
        found = self.material.select(parsed)
        newest = sorted(found, key=lambda selection: selection.item.added, reverse=True)
        return tuple(item_view(selection.item, selection.highlights) for selection in newest)

    def by_theme(
        self, items: Iterable[ItemView], themes: Iterable[ThemeView | str] = ()
    ) -> tuple[ThemeGroup, ...]:
        """The items in groups, one for each of `themes` (or their names), or one for each item's first theme.

        An item stands in the first group it belongs to. Without `themes`, the groups come in the
        order of themes.yaml, after one without a theme for the items that have none.
        """
        wanted = tuple(self._theme(theme) for theme in themes)
        if wanted:
            return self._grouped(items, wanted)
        groups: dict[ThemeView | None, list[ItemView]] = {}
        for item in items:
            first = next(iter(self._themes(item)), None)
            groups.setdefault(theme_view(first) if first else None, []).append(item)
        order = {theme.id: place for place, theme in enumerate(self.material.themes.described)}
        later = len(order)
        return tuple(
            ThemeGroup(theme, tuple(members))
            for theme, members in sorted(
                groups.items(), key=lambda group: order.get(group[0].id, later) if group[0] else -1
            )
        )

    def _grouped(self, items: Iterable[ItemView], themes: tuple[ThemeView, ...]) -> tuple[ThemeGroup, ...]:
        known = self.material.themes
        members: dict[str, list[ItemView]] = {theme.id: [] for theme in themes}
        wider = {
            theme_key(narrower.id): theme.id
            for theme in reversed(themes)
            for narrower in known.with_narrower(known.find(theme.id) or Theme(theme.id))
        }
        for item in items:
            ids = {wider[key] for each in self._themes(item) if (key := theme_key(each.id)) in wider}
            first = next((theme.id for theme in themes if theme.id in ids), None)
            if first is not None:
                members[first].append(item)
        return tuple(ThemeGroup(theme, tuple(members[theme.id])) for theme in themes if members[theme.id])

    def _theme(self, theme: ThemeView | str) -> ThemeView:
        return theme_view(self.material.themes.theme(theme)) if isinstance(theme, str) else theme

    def _themes(self, item: ItemView) -> tuple[Theme, ...]:
        return self.material.themes.of_item_and_highlights(self._item(item))

    def _item(self, view: ItemView) -> Item:
        if not isinstance(view, ItemView):
            raise TypeError(f"an item is needed here, not {described(view)}")
        return self.material.find_item(view.name)


FUNCTIONS = (
    "body",
    "by_theme",
    "commentary",
    "disclosures",
    "heading",
    "link",
    "quotation",
    "select",
    "signed_off",
    "teaser",
)
"""The functions that a section may call."""


def _highlight(item: Item, anchor: str) -> Highlight | None:
    if not anchor:
        return next(iter(chosen_highlights(item)), None)
    return item.highlights[highlight_index(item, anchor)]


def _not_signed_off(item: Item) -> Finding:
    state = (
        f'says signoff "{item.signoff}"' if item.signoff else "does not say that the company has signed off"
    )
    return Finding(
        "not-signed-off",
        Severity.WARNING,
        f'"{item.name}" {state}, so it is left out.',
        "Ask the company, then write `signoff: yes` at the top of the item.",
        Place(item.path),
    )


def _written(value: object) -> str:
    """A parameter's value as the query language writes it."""
    if isinstance(value, ThemeView):
        return value.id
    return words(value)
