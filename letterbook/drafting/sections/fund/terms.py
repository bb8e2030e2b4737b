"""The terms of fund letters and what they mean, printed by the glossary where the letter uses them.

The built-in ones lie in `templates/glossary`, a definition list for each language; a workspace explains its
own in `fund/glossary.md`. A term may be followed by other words for it, between commas.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from letterbook.draft import Block, DefinitionList
from letterbook.files import inside, read_text_inside
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.markup.text import plain_text
from letterbook.markup.tree import iter_blocks
from letterbook.record import record

GLOSSARY_FILE = "fund/glossary.md"
_ABBREVIATION = re.compile(r"[^a-z]+")


@record
class Term:
    """A term, the other words by which one knows that a text uses it, and what it means."""

    name: str
    meaning: tuple[Block, ...]
    words: tuple[str, ...] = ()

    def is_used(self, text: str) -> bool:
        """Whether a text has the term; an abbreviation counts in capitals only."""
        return any(_pattern(word).search(text) for word in (self.name, *self.words))


def used_terms(text: str, own: tuple[Term, ...], language: str) -> tuple[Term, ...]:
    """The terms that a text in a language uses, by their names; `own` ones come before built-in ones."""
    known = {term.name.casefold(): term for term in (*built_in_terms(language.partition("-")[0]), *own)}
    used = [term for term in known.values() if term.is_used(text)]
    return tuple(sorted(used, key=lambda term: term.name.casefold()))


def read_glossary(root: Path, language: str = "") -> tuple[Term, ...]:
    """The terms that the workspace explains in `fund/glossary.md`; none when there is no such file.

    Raises BadInput when the file cannot be read.
    """
    is_there = inside(root, GLOSSARY_FILE).is_file()
    return _terms(read_text_inside(root, GLOSSARY_FILE), GLOSSARY_FILE, language) if is_there else ()


@lru_cache(maxsize=8)
def built_in_terms(language: str) -> tuple[Term, ...]:
    """The built-in terms in a language such as `en`; none in a language that has none."""
    source = files("letterbook.templates") / "glossary" / f"{language}.md"
    is_there = language.isalpha() and source.is_file()
    return _terms(source.read_text("utf-8"), f"glossary/{language}.md", language) if is_there else ()


def _terms(text: str, file: str, language: str) -> tuple[Term, ...]:
    blocks = parse_blocks(text, dialect=Dialect.ITEM, file=file, smart=language)
    lists = (block for block in iter_blocks(blocks) if isinstance(block, DefinitionList))
    found = []
    for entry in (entry for each in lists for entry in each.definitions):
        name, *words = (word.strip() for word in plain_text(entry.term).split(","))
        meaning = tuple(block for blocks in entry.meanings for block in blocks)
        found.append(Term(name, meaning, tuple(filter(None, words))))
    return tuple(found)


@lru_cache(maxsize=512)
def _pattern(word: str) -> re.Pattern[str]:
    plural = "s?" if word[-1:].isalpha() else ""
    flags = re.NOFLAG if _ABBREVIATION.fullmatch(word) else re.IGNORECASE
    return re.compile(rf"(?<!\w){re.escape(word)}{plural}(?!\w)", flags)
