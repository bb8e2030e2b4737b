"""What a draft changes in the package of its letterhead; every other member is copied as it lies there.

Source: ECMA-376 part 2, 7.2 (content types) and 9.3 (relationships).
"""

from __future__ import annotations

import posixpath

from letterbook.writers.word.letterhead.fitting import fit
from letterbook.writers.word.letterhead.taken import free_prefix
from letterbook.writers.word.opened.archive import Member, new_member, replaced
from letterbook.writers.word.opened.word_file import (
    CONTENT_TYPES,
    CONTENT_TYPES_PART,
    DOCUMENT_TYPE,
    PACKAGE_RELATIONSHIPS,
    Relationship,
    WordFile,
    relationships_part,
)
from letterbook.writers.word.opened.xml_part import Edit, Element, XmlPart
from letterbook.writers.word.package import DECLARATION, ENDINGS, PACKED_ENDINGS
from letterbook.writers.word.relationships import Relationships
from letterbook.writers.word.text import attribute


class PackageChanges:
    """Gathers the parts that change or are new, then writes the package."""

    def __init__(self, word: WordFile) -> None:
        self.word = word
        self.folder = posixpath.dirname(word.main)
        self._changed: dict[str, bytes] = {}
        self._added: list[Member] = []
        self._types: dict[str, str] = {}

    def change(self, part: XmlPart, *edits: Edit) -> None:
        """Give a part, which the package has, new bytes."""
        self._changed[part.name] = part.with_edits(edits)

    def add_xml(self, stem: str, xml: str, content_type: str) -> str:
        """Add a part whose name begins with `stem`, and return its whole name."""
        name = self._free_name(stem)
        self._added.append(new_member(name, (DECLARATION + xml).encode("utf-8")))
        self._types[name] = content_type
        return name

    def _free_name(self, stem: str) -> str:
        """A name that no part has, nor one that is listed although it is not there."""
        name, number = f"{stem}.xml", 1
        while self.word.archive.find(name) or name.casefold() in self.word.types.overrides:
            name, number = f"{stem}{number}.xml", number + 1
        return name

    def add_picture(self, name: str, data: bytes) -> None:
        """Add a picture to those of the main document, under a name that is free."""
        full = posixpath.join(self.folder, "media", name)
        self._added.append(new_member(full, data, stored=name.endswith(PACKED_ENDINGS)))
        self._types[full] = ENDINGS[name.rpartition(".")[2]]

    def relate(self, owner: str, relationships: Relationships) -> None:
        """Add to what a part refers to; `owner` is its name, empty for the package."""
        if not relationships:
            return
        name = relationships_part(owner)
        if self.word.archive.find(name) is None:
            self._added.append(new_member(name, (DECLARATION + relationships.xml()).encode("utf-8")))
            return
        part = self.word.xml(name)
        fitted = fit(part, relationships.rows_xml(), {"": PACKAGE_RELATIONSHIPS})
        self.change(part, *fitted.edits, part.at_end(part.root, fitted.xml))

    def free_prefix(self, owner: str) -> str:
        """A beginning that no id of what a part refers to has; `owner` is its name, empty for the package."""
        return free_prefix(each.identifier for each in self.word.relationships_of(owner))

    def package_part(self, kind: str) -> XmlPart | None:
        """The package's own part of this kind, such as its `core-properties`, or None."""
        found = (each for each in self.word.relationships_of("") if each.short_kind == kind)
        relationship: Relationship | None = next(found, None)
        member = self.word.archive.find(relationship.target) if relationship else None
        return self.word.xml(member.name) if member else None

    def packed(self) -> bytes:
        """The bytes of the package, with the types of its new parts, as a document and no template."""
        listed = self.word.xml(CONTENT_TYPES_PART)
        edits = self._type_edits(listed)
        if edits:
            self.change(listed, *edits)
        return replaced(self.word.archive, self._changed, self._added)

    def _type_edits(self, listed: XmlPart) -> list[Edit]:
        rows, edits = [], []
        main = self.word.main
        if self.word.types.of(main) != DOCUMENT_TYPE:
            edits += [Edit(said.start, said.end, b"") for said in self._overrides(listed, main)]
            rows.append(_override(main, DOCUMENT_TYPE))
        defaults = dict(self.word.types.defaults)
        for name, content_type in self._types.items():
            ending = name.rpartition(".")[2]
            if ending not in defaults and ending != "xml":
                rows.append(f'<Default Extension="{ending}" ContentType="{content_type}"/>')
                defaults[ending] = content_type
            elif defaults.get(ending) != content_type:
                rows.append(_override(name, content_type))
        if not rows:
            return []
        fitted = fit(listed, "".join(rows), {"": CONTENT_TYPES})
        return [*edits, *fitted.edits, listed.at_end(listed.root, fitted.xml)]

    def _overrides(self, listed: XmlPart, name: str) -> list[Element]:
        return [
            child
            for child in listed.root.children
            if child.get("PartName", "").removeprefix("/").casefold() == name.casefold()
        ]


def _override(name: str, content_type: str) -> str:
    return f'<Override PartName="/{attribute(name)}" ContentType="{content_type}"/>'
