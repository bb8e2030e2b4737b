"""The styles of a look among themselves: what each is based on, and which names cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from letterbook.look import Look, Style
from letterbook.suggestion import did_you_mean
from letterbook.writers.word.standard_styles import STANDARD_STYLES, TABLE_STYLE, style_identifier

OWN_BASE = "Body Text"
_STANDARD = {style.name: style for style in STANDARD_STYLES}
# What every Word file has, and the style of our tables.
_TAKEN = ("Normal Table", "Default Paragraph Font", "No List", TABLE_STYLE)
# Classes of divisions that mean something else, so that no text could be set in a style of that name.
_DIVISIONS = frozenset({"columns", "landscape", "pagebreak", "table", "toc", "when"})
_FORBIDDEN = ",;{}\\"  # Word takes what follows a comma for another name, and refuses the others


def base_of(style: Style) -> str:
    """The name of the style that this one is based on; empty for the first of them."""
    known = _STANDARD.get(style.name)
    return style.based_on or (known.based_on if known else OWN_BASE)


def is_character_style(name: str) -> bool:
    """Whether a style dresses words within a paragraph, not whole paragraphs."""
    return name in _STANDARD and _STANDARD[name].character


def chain(look: Look, name: str) -> Iterator[Style]:
    """The style called `name` and those that it is based on, the nearest first."""
    styles = {style.name: style for style in look.styles}
    seen: set[str] = set()
    while name and name not in seen:
        seen.add(name)
        style = styles.get(name) or Style(name=name)
        yield style
        name = base_of(style)


def wrong_names(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The styles that cannot be called as they are, each with the reason.

    Word tells styles apart by their letters and digits only.
    """
    taken = {_key(name): name for name in (*_STANDARD, *_TAKEN)}
    for name in names:
        other = taken.setdefault(_key(name), name)
        if not _key(name) or any(character in _FORBIDDEN for character in name):
            yield name, f'A style cannot be called "{name}": Word wants letters, and none of {_FORBIDDEN}'
        elif _key(name) in _DIVISIONS:
            yield (
                name,
                f'A style cannot be called "{name}", because a division of that name is something else.',
            )
        elif other != name or name in _TAKEN:
            yield name, f'A style cannot be called "{name}" beside "{other}": Word takes them for one.'


def _key(name: str) -> str:
    return style_identifier(name).casefold()


def wrong_base(name: str, styles: Mapping[str, Style]) -> tuple[str, str]:
    """Why the style called `name` cannot be based on what it says, and a hint; empty if it can."""
    base = base_of(styles[name])
    known = tuple({**_STANDARD, **styles})
    if base and base not in known:
        return f'There is no style "{base}" to base this on.', did_you_mean(base, known)
    if base and is_character_style(base) != is_character_style(name):
        return f'"{name}" cannot be based on "{base}": one dresses paragraphs, the other words.', ""
    seen: set[str] = set()
    while base and base not in seen:
        if base == name:
            return f'The style "{name}" is based on itself, by way of others or at once.', ""
        seen.add(base)
        base = base_of(styles.get(base) or Style(name=base))
    return "", ""
