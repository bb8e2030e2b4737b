"""The document's properties: title, authors, language, dates (ECMA-376 part 2, 11)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from letterbook.draft import Metadata
from letterbook.writers.word.bookmarks import ANCHORS, Span
from letterbook.writers.word.languages import document_language
from letterbook.writers.word.text import element_text

CORE_PREFIXES = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
CUSTOM_PREFIXES = {
    "": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
}
BUILD_PROPERTY = "letterbook-build"
AS_OF_PROPERTY = "letterbook-as-of"
PERIOD_START_PROPERTY = "letterbook-period-start"
SOURCES_PROPERTY = "letterbook-sources"
_CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
FIRST_CUSTOM = 2
_APPLICATION_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def build_identifier(build: str) -> str:
    """What the property `dc:identifier` says of a build."""
    return f"letterbook:{build}"


def core_properties_xml(metadata: Metadata, build: str) -> str:
    """`docProps/core.xml`."""
    rows = core_property_rows(metadata, build)
    return f"<cp:coreProperties {_namespaces(CORE_PREFIXES)}>{rows}</cp:coreProperties>"


def core_property_rows(metadata: Metadata, build: str) -> str:
    """The properties themselves; both dates are the draft's, so that the same one gives the same bytes."""
    author = "; ".join(metadata.authors)
    moment = f"{metadata.date.isoformat()}T00:00:00Z" if metadata.date else ""
    elements = (
        ("dc:title", metadata.title),
        ("dc:subject", metadata.subtitle),
        ("dc:creator", author),
        ("dc:identifier", build_identifier(build)),
        ("dc:language", document_language(metadata.language)),
        ("cp:lastModifiedBy", author),
        ('dcterms:created xsi:type="dcterms:W3CDTF"', moment),
        ('dcterms:modified xsi:type="dcterms:W3CDTF"', moment),
    )
    return "".join(
        f"<{name}>{element_text(value)}</{name.partition(' ')[0]}>" for name, value in elements if value
    )


def custom_properties_xml(
    metadata: Metadata, build: str, spans: Sequence[Span], *, has_sources: bool = False
) -> str:
    """`docProps/custom.xml`: which build this is, and what decides about each span for recipients.

    A file that `has_sources` in it says so.
    """
    rows = custom_property_rows(metadata, build, spans, has_sources=has_sources)
    return f"<Properties {_namespaces(CUSTOM_PREFIXES)}>{rows}</Properties>"


def custom_property_rows(
    metadata: Metadata,
    build: str,
    spans: Sequence[Span],
    first: int = FIRST_CUSTOM,
    *,
    has_sources: bool = False,
) -> str:
    """The properties themselves, numbered from `first` (ECMA-376 part 1, 22.3).

    A file with something for single recipients says of which day and period their accounts are.
    """
    days = ((AS_OF_PROPERTY, metadata.as_of), (PERIOD_START_PROPERTY, metadata.period_start))
    named = [
        (BUILD_PROPERTY, build),
        *([(SOURCES_PROPERTY, "yes")] if has_sources else []),
        *((name, day.isoformat()) for name, day in days if day and spans),
    ]
    for span in spans:
        named.append((span.name, span.meaning))
        if span.anchors:
            named.append((f"{span.name}{ANCHORS}", " ".join(span.anchors)))
    return "".join(
        f'<property fmtid="{_CUSTOM_FORMAT}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{element_text(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(named, start=first)
    )


def _namespaces(prefixes: Mapping[str, str]) -> str:
    return " ".join(
        f'xmlns:{prefix}="{uri}"' if prefix else f'xmlns="{uri}"' for prefix, uri in prefixes.items()
    )


def application_properties_xml() -> str:
    """`docProps/app.xml`: which program wrote the file."""
    return f'<Properties xmlns="{_APPLICATION_NAMESPACE}"><Application>letterbook</Application></Properties>'
