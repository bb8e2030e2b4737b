"""The properties of a letterhead's package: a draft brings its own, what else is said there stays.

Source: ECMA-376 part 2, 8 (core properties) and part 1, 22.3 (custom ones).
"""

from __future__ import annotations

from collections.abc import Sequence

from letterbook.draft import Metadata
from letterbook.writers.word.bookmarks import Span
from letterbook.writers.word.letterhead.fitting import fit
from letterbook.writers.word.letterhead.package_changes import PackageChanges
from letterbook.writers.word.opened.xml_part import Edit, Element
from letterbook.writers.word.properties import (
    CORE_PREFIXES,
    CUSTOM_PREFIXES,
    FIRST_CUSTOM,
    core_properties_xml,
    core_property_rows,
    custom_properties_xml,
    custom_property_rows,
)
from letterbook.writers.word.relationships import Relationships

_CORE, _CUSTOM = "core-properties", "custom-properties"
_CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_OWN_CORE = frozenset(
    {
        *(
            f"{CORE_PREFIXES['dc']} {name}"
            for name in ("title", "subject", "creator", "identifier", "language")
        ),
        *(f"{CORE_PREFIXES['dcterms']} {name}" for name in ("created", "modified")),
        f"{CORE_PREFIXES['cp']} lastModifiedBy",
    }
)
# The build of an earlier draft in the letterhead, and what that said of recipients.
_OWN_CUSTOM = ("letterbook-", "_lb_")


def put_properties(
    changes: PackageChanges,
    metadata: Metadata,
    build: str,
    spans: Sequence[Span],
    *,
    has_sources: bool = False,
) -> None:
    """Say in the package what draft this is, and whether it `has_sources` in it.

    Properties that no draft has are kept.
    """
    missing = Relationships(prefix=changes.free_prefix(""))
    core, custom = changes.package_part(_CORE), changes.package_part(_CUSTOM)
    if core:
        gone = [child for child in core.root.children if child.name in _OWN_CORE]
        fitted = fit(core, core_property_rows(metadata, build), CORE_PREFIXES)
        changes.change(core, *_without(gone), *fitted.edits, core.at_end(core.root, fitted.xml))
    else:
        xml = core_properties_xml(metadata, build)
        missing.add(_CORE_KIND, changes.add_xml("docProps/core", xml, _CORE_TYPE))
    if custom:
        gone = [child for child in custom.root.children if child.get("name", "").startswith(_OWN_CUSTOM)]
        kept = [child for child in custom.root.children if child not in gone]
        rows = custom_property_rows(metadata, build, spans, _next_number(kept), has_sources=has_sources)
        fitted = fit(custom, rows, CUSTOM_PREFIXES)
        changes.change(custom, *_without(gone), *fitted.edits, custom.at_end(custom.root, fitted.xml))
    else:
        xml = custom_properties_xml(metadata, build, spans, has_sources=has_sources)
        missing.add(_CUSTOM, changes.add_xml("docProps/custom", xml, _CUSTOM_TYPE))
    changes.relate("", missing)


def _without(elements: Sequence[Element]) -> list[Edit]:
    return [Edit(element.start, element.end, b"") for element in elements]


def _next_number(properties: Sequence[Element]) -> int:
    numbers = (each.get("pid", "") for each in properties)
    return max((int(number) + 1 for number in numbers if number.isdecimal()), default=FIRST_CUSTOM)
