"""How an item and its parts are written; `highlights_layout` says how they are read."""

from __future__ import annotations

from letterbook.item import Audience, Highlight, Item, Turn
from letterbook.library.items.field_values import write_list
from letterbook.library.items.highlights_layout import NO_TITLE
from letterbook.markup.yaml_writing import list_yaml, scalar_yaml

REGION_HEADING = "## Highlights"
_HEADERS = {
    "quote": "> [!quote]",
    "transcript": "> [!transcript]",
    "takeaways": "> [!takeaways]- Written by a machine, never quoted",
    "note": "> [!note]",
    "summary": "> [!summary]",
    "unread": "> [!unread]- Not understood by the import, never printed",
}


def render_item_text(item: Item) -> str:
    """The whole file of a storable item."""
    parts = [_front_matter(item), *(f"{passage.text}\n" for passage in item.commentary)]
    region = [*render_preamble(item), *map(render_highlight, item.highlights)]
    if region:
        parts += ["\n" + "\n".join([f"{REGION_HEADING}\n", *region])]
    return "".join(parts)


def _front_matter(item: Item) -> str:
    audience = "" if item.audience is Audience.usual_for(item.kind) else item.audience.value
    pairs = (
        ("title", scalar_yaml(item.title)),
        ("source", _scalar(item.source)),
        ("authors", _list(item.authors)),
        ("url", _scalar(item.url)),
        ("kind", _scalar(item.kind)),
        ("themes", list_yaml(item.themes)),
        ("tags", _list(item.tags)),
        ("published", _scalar(item.published)),
        ("added", _scalar(item.added)),
        ("via", _scalar(item.via)),
        ("teaser", _scalar(item.teaser)),
        ("audience", audience),
        ("speakers", _list(item.speakers)),
        ("signoff", _scalar(item.signoff)),
        ("ids", _list(item.ids)),
    )
    lines = (f"{key}: {value}\n" for key, value in pairs if value)
    return "".join(["---\n", *lines, "---\n"])


def _scalar(text: str) -> str:
    return scalar_yaml(text) if text else ""


def _list(texts: tuple[str, ...]) -> str:
    return list_yaml(texts) if texts else ""


def render_preamble(item: Item) -> list[str]:
    """The callouts before the first highlight."""
    texts = (("summary", item.summary), ("note", item.note), ("unread", item.unread))
    return [render_callout(kind, text) for kind, text in texts if text]


def render_highlight(highlight: Highlight) -> str:
    """A storable highlight from its heading to its last field, a line feed at the end."""
    callouts = highlight_callouts(highlight)
    words = [render_callout(kind, callouts[kind]) for kind in ("quote", "transcript") if callouts[kind]]
    notes = [render_callout(kind, callouts[kind]) for kind in ("takeaways", "note") if callouts[kind]]
    fields = "".join(render_field(key, value) for key, value in highlight_fields(highlight).items() if value)
    parts = [render_heading(highlight.title), *words, f"^{highlight.anchor}\n", *notes, fields]
    return "\n".join(part for part in parts if part)


def render_heading(title: str) -> str:
    """A highlight's heading."""
    return f"### {title or NO_TITLE}\n"


def render_callout(kind: str, text: str) -> str:
    """A callout with its header line."""
    return f"{_HEADERS[kind]}\n{render_quoted(text)}"


def render_quoted(text: str) -> str:
    """The lines of `text`, each in a `>` line of its own, so that nothing in them can end it."""
    return "".join(f"> {line}\n" if line else ">\n" for line in text.split("\n"))


def render_field(key: str, value: str) -> str:
    """A field's line."""
    return f"- {key}: {value}\n"


def highlight_callouts(highlight: Highlight) -> dict[str, str]:
    """The texts of a highlight's callouts by kind; empty for those it has not."""
    return {
        "quote": highlight.text,
        "transcript": "\n\n".join(map(_turn, highlight.transcript)),
        "takeaways": "\n".join(f"- {takeaway}" for takeaway in highlight.takeaways),
        "note": highlight.note,
    }


def highlight_fields(highlight: Highlight) -> dict[str, str]:
    """The values of a highlight's fields by key; empty for those it has not."""
    return {
        "place": highlight.place,
        "link": highlight.url,
        "tags": write_list(highlight.tags),
        "themes": write_list(highlight.themes),
        "favourite": _yes(said=highlight.favourite),
        "checked": _yes(said=highlight.checked),
        "colour": highlight.colour,
        "highlighted": highlight.highlighted,
        "source-id": write_list(highlight.ids),
    }


def _turn(turn: Turn) -> str:
    return f"**{turn.speaker}:** {turn.text}".rstrip(" ") if turn.speaker else turn.text


def _yes(*, said: bool) -> str:
    return "yes" if said else ""
