"""Obsidian's references `[[target#heading|words]]` and embeds `![[…]]`."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from letterbook.finding import Place
from letterbook.markup.additions import WikiLink
from letterbook.markup.attributes import NO_ATTRIBUTES, Attributes

TOKEN = "wikilink"  # noqa: S105 - a token of the parser, no secret


def add_wikilinks(parser: MarkdownIt) -> None:
    """Teach `parser` references and embeds; they come before links and images."""
    parser.inline.ruler.before("link", TOKEN, _wikilink)


def read_wikilink(
    source: str, place: Place | None = None, attributes: Attributes = NO_ATTRIBUTES
) -> WikiLink:
    """The reference that `source` (`[[…]]` or `![[…]]`) means, with the attributes behind it."""
    embed = source.startswith("!")
    inner = source.removeprefix("!")[2:-2].replace("\\|", "|")
    reference, _, words = inner.partition("|")
    target, _, fragment = reference.partition("#")
    is_anchor = fragment.startswith("^")
    return WikiLink(
        target=target.strip(),
        heading="" if is_anchor else fragment.strip(),
        anchor=fragment[1:].strip() if is_anchor else "",
        words=words.strip(),
        embed=embed,
        attributes=attributes,
        place=place,
    )


def _wikilink(state: StateInline, silent: bool) -> bool:
    opening = state.pos + (state.src[state.pos] == "!")
    if not state.src.startswith("[[", opening):
        return False
    end = state.src.find("]]", opening + 2, state.posMax)
    inner = state.src[opening + 2 : end]
    if end < 0 or not inner.strip() or "[" in inner or "]" in inner or "\n" in inner:
        return False
    end += 2
    if not silent:
        token = state.push(TOKEN, "", 0)
        token.content = state.src[state.pos : end]
        token.meta = {"offset": state.pos}
    state.pos = end
    return True
