"""A lint for Word files: the faults that make Word repair a file and that no validator catches.

The Open XML SDK and ooxml-integrity find wrong structure; what they miss is checked here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from letterbook.finding import Finding, Place, Severity
from tests.writers.word.lint_references import (
    anchors_lead_nowhere,
    link_targets,
    lists,
    notes,
    relationships,
    style_cycles,
    styles,
)
from tests.writers.word.lint_structure import (
    bookmarks,
    cells,
    core_properties,
    drawings,
    edge_spaces,
    fields,
    merged_cells,
    repeated_members,
)
from tests.writers.word.word_package import WordPackage, open_word_package

Check = Callable[[WordPackage], Iterator[tuple[str, str]]]

CHECKS: dict[str, Check] = {
    "zip-member-repeated": repeated_members,
    "bookmark": bookmarks,
    "field-open": fields,
    "cell-without-end": cells,
    "cell-merged-with-nothing": merged_cells,
    "drawing-id": drawings,
    "space-lost": edge_spaces,
    "core-property": core_properties,
    "anchor": anchors_lead_nowhere,
    "link-target": link_targets,
    "relationship": relationships,
    "style": styles,
    "style-cycle": style_cycles,
    "list": lists,
    "footnote": notes,
}


def lint(data: bytes) -> tuple[Finding, ...]:
    """The faults of a Word file; the place of each names its part."""
    package = open_word_package(data)
    return tuple(
        Finding(f"word-{name}", Severity.ERROR, message, place=Place(part))
        for name, check in CHECKS.items()
        for part, message in check(package)
    )
