"""Faults of the package around the text: each check yields the part's name and a sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit

from lxml import etree

from tests.writers.word.word_package import MC, R, WordPackage, relationships_of, said, target_of

_TYPES = "[Content_Types].xml"
_CORE = "docProps/core.xml"
_CUSTOM = "docProps/custom.xml"
_XSI_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_CUSTOM_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?")
# Relationships of these kinds have an element that names them; others count by being there.
_NAMED = frozenset({"hyperlink", "image", "header", "footer", "chart", "oleObject", "package", "aFChunk"})
_LIVE = frozenset({"http", "https", "mailto"})
_URI = re.compile(r"(?:[A-Za-z0-9\-._~:/?\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*(?:#[^#]*)?")
_URI_CHARACTERS = re.compile(r"(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+")
_FIRST_PROPERTY = 2


def repeated_members(package: WordPackage) -> Iterator[tuple[str, str]]:
    """A name that the zip lists twice, or in two ways of writing capitals."""
    for name in package.repeated:
        yield name, "The zip holds this part twice."
    folded = Counter(name.casefold() for name in package.names)
    for name in sorted(package.names):
        if folded[name.casefold()] > 1:
            yield name, "The zip holds two parts whose names differ in capitals only."


def broken_parts(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Parts that are no well-formed XML, and a package without its main document."""
    yield from ((part, f"The part is no XML: {reason}") for part, reason in package.broken.items())
    if package.main_part not in package.names:
        yield package.main_part, "The main document is not there."


def unknown_prefixes(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Prefixes that may be ignored but are declared nowhere, for which Word refuses the file."""
    for part, root in package.xml.items():
        for element in root.iter(etree.Element):
            prefixes = said(element, f"{MC}Ignorable").split()
            for prefix in prefixes:
                if prefix not in element.nsmap:
                    yield part, f'The prefix "{prefix}" is not declared.'


def content_types(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Parts without a content type, types of parts that are not there, and types said twice."""
    root = package.xml.get(_TYPES)
    if root is None:
        yield _TYPES, "The list of content types is not there."
        return
    endings = [said(entry, "Extension").casefold() for entry in root.iter("{*}Default")]
    parts = [said(entry, "PartName").lstrip("/").casefold() for entry in root.iter("{*}Override")]
    for name, count in Counter((*endings, *parts)).items():
        if count > 1:
            yield _TYPES, f'The content type of "{name}" is said twice.'
    present = {name.casefold() for name in package.names}
    for name in sorted(set(parts) - present):
        yield _TYPES, f'There is no part "{name}" of which the content type is said.'
    for name in sorted(package.names - {_TYPES}):
        ending = name.casefold().rpartition(".")[2]
        if not name.endswith("/") and name.casefold() not in parts and ending not in endings:
            yield name, "The part has no content type."


def relationships(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Relationships that are used and missing, there and unused, doubled, or without their part."""
    owners = ["", *(name for name in package.xml if not name.endswith(".rels") and name != _TYPES)]
    for part in owners:
        listed = package.relationships(part)
        identifiers = [said(relationship, "Id") for relationship in listed]
        used = set(_used(package.xml[part])) if part else set()
        for missing in sorted(used - set(identifiers)):
            yield part, f"The relationship {missing} is not there."
        if len(set(identifiers)) < len(identifiers):
            yield part, "Two relationships have the same id."
        for relationship in listed:
            yield from _faults(package, part, relationship, used)
    known = {relationships_of(name) for name in ("", *package.names)}
    for name in sorted(package.names - known):
        if name.endswith(".rels"):
            yield name, "The part whose relationships these are is not there."


def _used(root: etree._Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        for name, identifier in element.attrib.items():
            if name.startswith(R) and identifier:
                yield identifier


def _faults(
    package: WordPackage, part: str, relationship: etree._Element, used: set[str]
) -> Iterator[tuple[str, str]]:
    identifier, target = said(relationship, "Id"), said(relationship, "Target")
    kind = said(relationship, "Type").rpartition("/")[2]
    if kind in _NAMED and identifier not in used:
        yield part, f"The relationship {identifier} is not used."
    is_inside = said(relationship, "TargetMode") != "External" and not target.startswith("#")
    if is_inside and target_of(part, relationship) not in package.names:
        yield part, f"The part {target} is not there."


def link_targets(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Addresses that are no valid URI (RFC 3986), or of a kind that may not be a link."""
    for part, root in package.xml.items():
        for relationship in root.iter("{*}Relationship"):
            target = said(relationship, "Target")
            if said(relationship, "TargetMode") == "External" and not _is_link(target):
                yield part, f'"{target}" is no valid link.'


def _is_link(target: str) -> bool:
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    is_valid = _URI.fullmatch(target) is not None and _URI_CHARACTERS.fullmatch(target) is not None
    return is_valid and parts.scheme in _LIVE and (bool(parts.netloc) or parts.scheme == "mailto")


def core_properties(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Document properties that stand twice, and dates that are none."""
    if len(list(package.related("", "core-properties"))) > 1:
        yield "", "The package has two sets of document properties."
    name = next(package.related("", "core-properties"), _CORE)
    root = package.xml.get(name)
    for tag, count in Counter(element.tag for element in (() if root is None else root)).items():
        if count > 1:
            yield name, f"The property {etree.QName(tag).localname} stands twice."
    for element in () if root is None else root:
        if etree.QName(element).localname in {"created", "modified"}:
            if not _is_date(element.text or ""):
                yield name, f'"{element.text}" is no date.'
            if said(element, _XSI_TYPE) != "dcterms:W3CDTF":
                yield name, "A date of the document does not say how it is written."


def _is_date(text: str) -> bool:
    if _DATE.fullmatch(text) is None:
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def custom_properties(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Custom properties whose ids or names stand twice or are too small, or that belong to no set."""
    name = next(package.related("", "custom-properties"), _CUSTOM)
    root = package.xml.get(name)
    listed = [] if root is None else list(root.iter("{*}property"))
    numbers = [said(entry, "pid") for entry in listed]
    if len(set(numbers)) < len(numbers):
        yield name, "Two custom properties have the same id."
    for number in numbers:
        if not number.isdigit() or int(number) < _FIRST_PROPERTY:
            yield name, f'"{number}" is no id of a custom property: they begin with 2.'
    names = Counter(said(entry, "name").casefold() for entry in listed)
    yield from ((name, f'Two custom properties are called "{said}".') for said, n in names.items() if n > 1)
    if any(said(entry, "fmtid").upper() != _CUSTOM_SET for entry in listed):
        yield name, "A custom property is of no known set."
    if any(len(entry) != 1 for entry in listed):
        yield name, "A custom property has no value, or several."
