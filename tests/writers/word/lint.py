"""A lint for Word files: the faults that make Word repair a file and that no validator catches.

The Open XML SDK and ooxml-integrity find wrong structure; what they miss is checked here. It may
be asked about files of any program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from letterbook.finding import Finding, Place, Severity
from tests.writers.word.lint_marks import anchors_lead_nowhere, bookmarks, fields
from tests.writers.word.lint_package import (
    broken_parts,
    content_types,
    core_properties,
    custom_properties,
    link_targets,
    relationships,
    repeated_members,
    unknown_prefixes,
)
from tests.writers.word.lint_references import lists, notes, style_cycles, styles
from tests.writers.word.lint_structure import (
    cells,
    child_order,
    drawings,
    edge_spaces,
    merged_cells,
    sections,
)
from tests.writers.word.word_package import WordPackage, open_word_package

Check = Callable[[WordPackage], Iterator[tuple[str, str]]]

CHECKS: dict[str, Check] = {
    "zip-member-repeated": repeated_members,
    "part-broken": broken_parts,
    "prefix-unknown": unknown_prefixes,
    "content-type": content_types,
    "relationship": relationships,
    "link-target": link_targets,
    "core-property": core_properties,
    "custom-property": custom_properties,
    "bookmark": bookmarks,
    "field": fields,
    "anchor": anchors_lead_nowhere,
    "style": styles,
    "style-cycle": style_cycles,
    "list": lists,
    "footnote": notes,
    "cell-without-end": cells,
    "cell-merged-with-nothing": merged_cells,
    "drawing": drawings,
    "space-lost": edge_spaces,
    "section": sections,
    "child-order": child_order,
}


def lint(data: bytes) -> tuple[Finding, ...]:
    """The faults of a Word file; the place of each names its part.

    Raises zipfile.BadZipFile for what is no zip.
    """
    package = open_word_package(data)
    return tuple(
        Finding(f"word-{name}", Severity.ERROR, message, place=Place(part))
        for name, check in CHECKS.items()
        for part, message in check(package)
    )
