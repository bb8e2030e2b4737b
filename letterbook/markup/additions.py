"""What the dialect adds to Markdown: nodes that live between the parser and the assembled draft."""

from __future__ import annotations

from dataclasses import field

from letterbook.draft import Block, Inline
from letterbook.finding import Place
from letterbook.markup.attributes import NO_ATTRIBUTES, Attributes
from letterbook.record import record


@record
class WikiLink(Inline):
    """A reference `[[target#heading|words]]`, or an embed `![[target#^anchor|words]]` of it.

    `anchor` is the highlight's id without its caret, `words` the text as it was typed, `attributes` what
    the braces behind an embedded picture say.
    """

    target: str
    heading: str = ""
    anchor: str = ""
    words: str = ""
    embed: bool = False
    attributes: Attributes = NO_ATTRIBUTES
    place: Place | None = field(default=None, compare=False)


@record
class InlineExpression(Inline):
    """`{{ … }}` within a line; `source` is what stands between the braces."""

    source: str
    place: Place | None = field(default=None, compare=False)


@record
class Placeholder(Inline):
    """The mark of a value that a partial printed; the value is spliced in later."""

    key: str


@record
class EmbedBlock(Block):
    """An embed alone in its paragraph: an item, a highlight, a passage or a picture."""

    link: WikiLink


@record
class ItemHeading(Block):
    """A heading that holds nothing but a reference to an item."""

    level: int
    link: WikiLink


@record
class Expression(Block):
    """`{{ … }}` alone in a paragraph: usually a section."""

    source: str


@record
class PlaceholderBlock(Block):
    """A place-holder alone in its paragraph: blocks may take its place."""

    key: str
