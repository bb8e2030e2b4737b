"""The document's properties: title, authors, language, dates (ECMA-376 part 2, 11)."""

from __future__ import annotations

from letterbook.draft import Metadata
from letterbook.writers.word.languages import document_language
from letterbook.writers.word.text import element_text

_NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_APPLICATION_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def core_properties_xml(metadata: Metadata) -> str:
    """`docProps/core.xml`. Both dates are the draft's own, so that the same draft gives the same bytes."""
    author = "; ".join(metadata.authors)
    moment = f"{metadata.date.isoformat()}T00:00:00Z" if metadata.date else ""
    elements = (
        ("dc:title", metadata.title),
        ("dc:subject", metadata.subtitle),
        ("dc:creator", author),
        ("dc:language", document_language(metadata.language)),
        ("cp:lastModifiedBy", author),
        ('dcterms:created xsi:type="dcterms:W3CDTF"', moment),
        ('dcterms:modified xsi:type="dcterms:W3CDTF"', moment),
    )
    inner = "".join(
        f"<{name}>{element_text(value)}</{name.partition(' ')[0]}>" for name, value in elements if value
    )
    return f"<cp:coreProperties {_NAMESPACES}>{inner}</cp:coreProperties>"


def application_properties_xml() -> str:
    """`docProps/app.xml`: which program wrote the file."""
    return f'<Properties xmlns="{_APPLICATION_NAMESPACE}"><Application>letterbook</Application></Properties>'
