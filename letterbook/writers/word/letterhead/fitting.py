"""XML of ours put into a part of a letterhead, whatever prefixes that part has for its namespaces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from letterbook.record import record
from letterbook.writers.word.opened.xml_part import (
    Edit,
    Element,
    XmlPart,
    declarations,
    parse_xml,
)


@record
class Fitted:
    """XML that means the same where it is to stand, and what that needs in the part's first tag."""

    xml: str
    edits: tuple[Edit, ...] = ()


def fit(part: XmlPart, xml: str, namespaces: Mapping[str, str], within: Sequence[Element] = ()) -> Fitted:
    """`xml`, whose prefixes mean `namespaces`, for a place in the elements `within`, the root first.

    A prefix that the part does not know is declared in its first tag; one that means something else
    there is declared on each element of ours instead.
    """
    scope: dict[str, str] = {}
    for element in within or (part.root,):
        scope |= element.declared
    used = {prefix: uri for prefix, uri in namespaces.items() if not prefix or f"{prefix}:" in xml}
    new = {prefix: uri for prefix, uri in used.items() if prefix and prefix not in scope}
    other = {prefix: uri for prefix, uri in used.items() if prefix not in new and scope.get(prefix) != uri}
    edits = (part.declare(new),) if new else ()
    return Fitted(_declared_on_each(xml, other, namespaces) if other else xml, edits)


def _declared_on_each(xml: str, needed: Mapping[str, str], namespaces: Mapping[str, str]) -> str:
    data = f"<all{declarations(namespaces)}>{xml}</all>".encode()
    whole = parse_xml("", "", data)
    ends = (child.start + 1 + len(whole.tag(child).encode()) for child in whole.root.children)
    added = declarations(needed).encode()
    written = whole.with_edits(Edit(end, end, added) for end in ends).decode("utf-8")
    return written.partition(">")[2].removesuffix("</all>")
