"""Outlines: the text of a new edition, with its items placed and their margin notes as remarks."""

from __future__ import annotations

import re

from jinja2 import DictLoader, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from letterbook.drafting.partials.renderer import render_text
from letterbook.drafting.partials.sandbox import Sandbox, words
from letterbook.drafting.partials.views import (
    EditionView,
    HighlightView,
    ItemView,
    PublicationView,
    ThemeView,
    item_view,
)
from letterbook.drafting.templates.template import EditionTemplate
from letterbook.finding import Place
from letterbook.item import Highlight, Item
from letterbook.record import named_record

_MARKDOWN = re.compile(r"([\\`*_\[\]{}<>#~^|$%])")
_NO_PART_OF_A_REFERENCE = re.compile(r"[\[\]|#^]")


@named_record
class QueuedItem:
    """An item that a new edition places, with its highlights, and the reader's own notes about them."""

    item: ItemView
    notes: tuple[str, ...] = ()


@named_record
class SaidPassage:
    """What an edition said about an item: `words` as its file has them, and the edition by name and day."""

    item: ItemView
    edition: EditionView
    words: Markup = Markup()


@named_record
class SaidGroup:
    """A theme, or None, with what was said about its items."""

    theme: ThemeView | None
    passages: tuple[SaidPassage, ...]


def queued_item(item: Item, highlights: tuple[Highlight, ...] | None = None) -> QueuedItem:
    """`item` with `highlights`, or with all of its own, and all that the reader noted about it."""
    notes = (item.note, *(highlight.note for highlight in item.highlights))
    return QueuedItem(item=item_view(item, highlights), notes=tuple(note for note in notes if note.strip()))


def render_outline(
    template: EditionTemplate,
    edition: EditionView,
    publication: PublicationView,
    items: tuple[QueuedItem, ...],
    said: tuple[SaidGroup, ...] = (),
) -> str:
    """The body of a new edition, as Markdown; `said` is what another publication said on each theme.

    What the outline prints is text of the edition: values are escaped so that they mean themselves.
    Raises BadInput for an outline that is broken.
    """
    context = {
        "edition": edition,
        "publication": publication,
        "items": items,
        "said": said,
        "reference": reference,
        "embed": embed,
        "remark": remark,
        "call": call,
    }
    sandbox = Sandbox(DictLoader({}), _print_escaped, _Escaped)
    text = render_text(sandbox, template.outline, context, Place(edition.path or edition.name))
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def reference(item: ItemView) -> Markup:
    """`[[Name]]`, or `[[Title]]` for a name that cannot stand between the brackets."""
    return Markup(f"[[{_name(item)}]]")  # noqa: S704 - Markdown, and never HTML


def embed(item: ItemView, highlight: HighlightView) -> Markup:
    """`![[Name#^id]]`, which quotes the highlight."""
    return Markup(f"![[{_name(item)}#^{highlight.anchor}]]")  # noqa: S704


def remark(text: str) -> Markup:
    """`%% text %%`, on a line of its own; marks that would end the remark are taken apart."""
    lines = (line.strip() for line in text.replace("%%", "% %").splitlines())
    return Markup("%% " + " ".join(line for line in lines if line) + " %%")  # noqa: S704


def call(section: str) -> Markup:
    """`{{ section }}`: a section, with its parameters, for the edition to print."""
    return Markup(f"{{{{ {section} }}}}")  # noqa: S704


def _name(item: ItemView) -> str:
    names = (name for name in (item.name, item.title) if not _NO_PART_OF_A_REFERENCE.search(name))
    return next(names, item.name)


class _Escaped(str):
    """Text that means itself in an edition."""

    __slots__ = ()

    def __html__(self) -> str:
        return _MARKDOWN.sub(r"\\\1", self)


@pass_context
def _print_escaped(_: Context, value: object) -> Markup:
    return value if isinstance(value, Markup) else Markup(_Escaped(words(value)).__html__())  # noqa: S704
