"""The headers and footers that a Word file has and does not print.

Source: ECMA-376 part 1, 17.10.5 and 17.10.2 (references), 17.10.6 (title page), 17.10.1 (even pages).
"""

from __future__ import annotations

from letterbook.writers.word.namespaces import RELATIONSHIPS, WORD
from letterbook.writers.word.opened.word_file import WordFile
from letterbook.writers.word.opened.xml_part import Element

_SECTION = f"{WORD} sectPr"


def unprinted_stories(file: WordFile, kind: str) -> frozenset[str]:
    """The names of the parts of a kind, `header` or `footer`, of which no page is printed.

    Those are headers of first pages where no section sets its first page apart, and headers of even pages
    where the file does not set these apart.
    """
    sections = tuple(file.xml(file.main).root.all(_SECTION))
    settings = file.part("settings")
    printed = {"default"}
    if any(_is_on(section.child("titlePg")) for section in sections):
        printed.add("first")
    if settings and _is_on(settings.root.child("evenAndOddHeaders")):
        printed.add("even")
    parts = {each.identifier: each.target for each in file.relationships_of(file.main)}
    uses: dict[str, set[str]] = {}
    for section in sections:
        for each in section.children:
            if each.name == f"{WORD} {kind}Reference":
                target = parts.get(each.get("id", RELATIONSHIPS), "")
                uses.setdefault(target, set()).add(each.get("type") or "default")
    return frozenset(part for part, pages in uses.items() if not pages & printed)


def _is_on(mark: Element | None) -> bool:
    return mark is not None and mark.get("val") not in {"0", "false", "off"}
