"""An item's file: read into an Item and written from one.

Front matter, then the author's commentary, then `## Highlights` with everything that a source said,
then commentary again. A file that says something odd is read as far as possible, with findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from letterbook.finding import Finding, Place, Severity
from letterbook.item import Audience, Highlight, Item, Turn
from letterbook.library.items.field_values import read_date, read_list, read_yes
from letterbook.library.items.highlights_layout import HighlightLayout, Layout, read_layout
from letterbook.library.items.item_rendering import render_item_text
from letterbook.library.items.storable import computed_anchor, read_turn, storable
from letterbook.markup.front_matter import FrontMatter, read_front_matter
from letterbook.markup.yaml_text import YamlMapping, YamlSequence
from letterbook.record import record
from letterbook.suggestion import did_you_mean

TEXT_KEYS = ("title", "source", "url", "kind", "published", "added", "via", "teaser", "audience", "signoff")

SIGN_OFFS = ("yes", "asked", "no", "none")
"""Whether a company has cleared the news about it."""


@record
class ItemFile:
    """A file's text and everything it says; `front` and `layout` know where it says it."""

    item: Item
    findings: tuple[Finding, ...]
    text: str
    front: FrontMatter
    layout: Layout


def read_item(text: str, path: str) -> ItemFile:
    """The item in `text`, which was read from `path` (from the workspace, with `/`).

    Raises BadInput when the front matter cannot be read; anything else odd is a finding.
    """
    front = read_front_matter(text, path, TEXT_KEYS)
    layout = read_layout(text, front.body_start, front.body_line)
    item = _item(front.values, layout, path)
    findings = (*front.findings, *_value_findings(front.values), *_layout_findings(layout, item, path))
    return ItemFile(item, findings, text, front, layout)


def render_item(item: Item) -> str:
    """The text of a new file for `item`; see `storable` for what a file cannot hold."""
    return render_item_text(storable(item))


def _item(values: YamlMapping, layout: Layout, path: str) -> Item:
    name = PurePosixPath(path).stem
    preamble = (
        {kind: callout.text for kind, callout in layout.preamble.callouts.items()} if layout.preamble else {}
    )
    return Item(
        title=values.text("title") or name,
        name=name,
        path=path,
        source=values.text("source"),
        authors=values.texts("authors"),
        url=values.text("url"),
        kind=values.text("kind"),
        themes=_words(values, "themes"),
        tags=_words(values, "tags"),
        published=read_date(values.text("published")) or "",
        added=read_date(values.text("added")) or "",
        via=values.text("via"),
        teaser=values.text("teaser"),
        audience=_audience(values),
        speakers=values.texts("speakers"),
        signoff=values.text("signoff").strip().casefold(),
        ids=values.texts("ids"),
        summary=preamble.get("summary", ""),
        note=preamble.get("note", ""),
        unread=preamble.get("unread", ""),
        commentary=layout.commentary,
        highlights=tuple(map(read_highlight, layout.highlights)),
    )


def _words(values: YamlMapping, key: str) -> tuple[str, ...]:
    """The words of a list; a single text may hold several with commas between."""
    words = values.texts(key)
    return words if isinstance(values.get(key), YamlSequence) else read_list(", ".join(words))


def _audience(values: YamlMapping) -> Audience:
    """The audience that the file names: the narrowest when it is none that exists."""
    named = values.text("audience").strip().casefold()
    if not named:
        return Audience.usual_for(values.text("kind"))
    return Audience(named) if named in list(Audience) else Audience.FIRM


def read_highlight(laid_out: HighlightLayout) -> Highlight:
    """The highlight that the file says there."""
    texts = {kind: callout.text for kind, callout in laid_out.callouts.items()}
    fields = {key: field.value for key, field in laid_out.fields.items()}
    highlight = Highlight(
        anchor=laid_out.anchor,
        title=laid_out.title,
        text=texts.get("quote", ""),
        transcript=tuple(_turns(texts.get("transcript", ""))),
        takeaways=tuple(_takeaways(texts.get("takeaways", ""))),
        note=texts.get("note", ""),
        place=fields.get("place", ""),
        url=fields.get("link", ""),
        tags=read_list(fields.get("tags", "")),
        themes=read_list(fields.get("themes", "")),
        favourite=read_yes(fields.get("favourite", "")),
        checked=read_yes(fields.get("checked", "")),
        colour=fields.get("colour", ""),
        highlighted=fields.get("highlighted", ""),
        ids=read_list(fields.get("source-id", "")),
        line=laid_out.heading.number,
    )
    return highlight if highlight.anchor else replace(highlight, anchor=computed_anchor(highlight))


def _turns(text: str) -> Iterator[Turn]:
    """One turn a paragraph or label; a line without either continues the turn before it."""
    paragraph: list[str] = []
    for line in [*text.split("\n"), ""]:
        content = line.strip(" \t")
        if paragraph and (not content or read_turn(content).speaker):
            yield read_turn(" ".join(paragraph))
            paragraph = []
        if content:
            paragraph.append(content)


def _takeaways(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        content = line.strip(" \t")
        takeaway = content[1:].strip(" \t") if content[:2] in {"- ", "* ", "-", "*"} else content
        if takeaway:
            yield takeaway


def _value_findings(values: YamlMapping) -> Iterator[Finding]:
    for key in ("published", "added"):
        said = values.text(key)
        if said and read_date(said) is None:
            message = f'"{said}" is no date, so the item counts as having none ({key}).'
            hint = "Write it as 2024-01-25, 2024-01 or 2024."
            yield Finding("item-date", Severity.WARNING, message, hint, values.place_of(key))
    audience = values.text("audience").strip().casefold()
    if audience and audience not in list(Audience):
        message = f'There is no audience "{audience}"; the item counts as being for the firm only.'
        hint = did_you_mean(audience, list(Audience)) or f"Write {', '.join(Audience)}."
        yield Finding("item-audience", Severity.WARNING, message, hint, values.place_of("audience"))
    signoff = values.text("signoff").strip().casefold()
    if signoff and signoff not in SIGN_OFFS:
        message = f'"{signoff}" is no state of a sign-off; it counts as not given.'
        hint = did_you_mean(signoff, SIGN_OFFS) or f"Write {', '.join(SIGN_OFFS)}."
        yield Finding("item-signoff", Severity.WARNING, message, hint, values.place_of("signoff"))


def _layout_findings(layout: Layout, item: Item, path: str) -> Iterator[Finding]:
    parts = [layout.preamble, *layout.highlights] if layout.preamble else []
    for laid_out in parts:
        if laid_out.strangers:
            message = "This text between highlights is yours: it is kept but never printed."
            hint = "Commentary belongs above `## Highlights`; a remark may stand between %% and %%."
            place = Place(path, laid_out.strangers[0].number)
            yield Finding("highlight-text-between", Severity.NOTE, message, hint, place)
        for line in laid_out.doubled:
            message, hint = (
                f'The highlight says this twice; only the first counts: "{line.text.strip()}".',
                "",
            )
            yield Finding("highlight-said-twice", Severity.WARNING, message, hint, Place(path, line.number))
    yield from _doubled_anchors(item, path)
    if layout.second_region:
        message, hint = "There is a second `## Highlights`; only the first one counts.", "Join the two."
        yield Finding("highlights-twice", Severity.WARNING, message, hint, Place(path, layout.second_region))


def _doubled_anchors(item: Item, path: str) -> Iterator[Finding]:
    lines: dict[str, int] = {}
    for highlight in item.highlights:
        first = lines.setdefault(highlight.anchor, highlight.line)
        if first != highlight.line:
            where = f"in line {first} and in line {highlight.line}"
            message = f'Two highlights have the id "{highlight.anchor}": {where}.'
            hint = "Give one of them another `^id`, or none."
            place = Place(path, highlight.line)
            yield Finding("highlight-doubled-id", Severity.ERROR, message, hint, place)
