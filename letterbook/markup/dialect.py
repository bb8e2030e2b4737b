"""The dialect: which parser reads what. CommonMark, tables, notes, attributes and our own rules."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from letterbook.markup.expressions import add_expressions
from letterbook.markup.parser_rules.captions import add_captions
from letterbook.markup.parser_rules.comments import add_comments
from letterbook.markup.parser_rules.divisions import add_divisions
from letterbook.markup.parser_rules.heading_identifiers import add_heading_identifiers
from letterbook.markup.parser_rules.link_labels import add_link_labels
from letterbook.markup.parser_rules.plain_paragraphs import add_plain_paragraphs
from letterbook.markup.parser_rules.spans import add_spans
from letterbook.markup.parser_rules.typography import QUOTES, add_typography
from letterbook.markup.parser_rules.wikilinks import add_wikilinks
from letterbook.markup.targets import is_allowed_target

DEEPEST_NESTING = 100


class Dialect(StrEnum):
    """What a source may hold besides Markdown.

    An edition has references, embeds and expressions; an item references and embeds, its braces are
    literal; a draft neither; a partial is a draft with place-holders.
    """

    EDITION = "edition"
    ITEM = "item"
    PARTIAL = "partial"
    DRAFT = "draft"


class _Parser(MarkdownIt):
    """markdown-it that leaves link targets as they were typed."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the parser's name
        """The target itself: writers encode it as their format wants."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the parser's name
        """The words of a bare address, as they stand."""
        return link

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the parser's name
        """Whether a link may point there; otherwise it stays text."""
        return is_allowed_target(url)


@cache
def parser_for(dialect: Dialect, smart: str = "") -> MarkdownIt:
    """The parser for a dialect; `smart` is the language of the author's quotation marks, or empty.

    A parser keeps nothing between two texts, so one serves them all.
    """
    quotes = QUOTES.get(smart[:2], QUOTES["en"])
    parser = _Parser("commonmark", {"html": False, "maxNesting": DEEPEST_NESTING, "quotes": quotes})
    parser.enable(["table", "strikethrough"])
    parser.disable(["html_block", "html_inline"])
    parser.disable("normalize")  # a Source has done it
    parser.use(footnote_plugin, move_to_end=False)
    parser.use(deflist_plugin)
    add_link_labels(parser)
    add_comments(parser)
    add_divisions(parser)
    add_spans(parser)
    add_heading_identifiers(parser)
    add_captions(parser)
    if dialect in {Dialect.EDITION, Dialect.ITEM}:
        add_wikilinks(parser)
    if dialect is Dialect.EDITION:
        add_expressions(parser)
    if smart:
        add_typography(parser)
    add_plain_paragraphs(parser)
    return parser


def is_too_deep(token: Token) -> bool:
    """Whether the parser gave up inside this token because of too much nesting."""
    return token.nesting == 1 and token.level + 1 >= DEEPEST_NESTING
