"""A person's Word file, opened with suspicion: its parts, their types and what they refer to.

Whatever could run, call out or hide in it is refused, so that a draft never carries it on.
Source: ECMA-376 part 2, 7 (content types) and 9 (relationships).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from urllib.parse import unquote

from letterbook.record import record
from letterbook.writers.word.opened.archive import Archive, open_archive
from letterbook.writers.word.opened.refusal import AS_WORD_DOCUMENT, damaged, refused
from letterbook.writers.word.opened.xml_part import XmlPart, read_xml, refuse_doctype

CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES_PART = "[Content_Types].xml"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
DOCUMENT_TYPE, TEMPLATE_TYPE = f"{_MAIN}document.main+xml", f"{_MAIN}template.main+xml"
_MAIN_TYPES = frozenset({DOCUMENT_TYPE, TEMPLATE_TYPE})
_MACRO_TYPES = frozenset(
    f"application/vnd.ms-word.{kind}.main+xml"
    for kind in ("document.macroEnabled", "template.macroEnabledTemplate")
)
_STRICT = "http://purl.oclc.org/ooxml/"
_XML_ENDINGS = (".xml", ".rels", ".vml")

# Parts that a draft adds to: when one is referred to and not there, what is added would be nowhere.
_WRITTEN_KINDS = frozenset({"styles", "numbering", "footnotes"})

# Kinds of relationships, by the last step of their type, and why a file with one is refused.
_MACRO_KINDS = frozenset({"vbaProject", "wordVbaData", "attachedToolbars"})
_CONTROL_KINDS = frozenset({"control", "activeXControlBinary"})
_OBJECT_KINDS = frozenset({"oleObject", "package"})
_CHUNK_KINDS = frozenset({"aFChunk"})
_SIGNATURE_KINDS = frozenset({"origin", "signature"})

_MACROS = ("has macros.", "Save it in Word as a document or template without macros (.docx or .dotx).")
_CONTROLS = ("has ActiveX controls, which can run programs.", "Remove them in Word.")
_OBJECTS = (
    "has an embedded object (OLE), which can run programs.",
    "Replace it in Word by a picture of it: copy it, then paste it as a picture.",
)
_CHUNKS = (
    "holds another file within its text, which may hold anything.",
    "Open it in Word and save it again, which makes text of it.",
)
_SIGNED = ("is digitally signed, and a draft in it would break the signature.", "Save a copy without it.")


@record
class ContentTypes:
    """What kind each part is: by its ending in small letters, and by its name in small letters."""

    defaults: Mapping[str, str]
    overrides: Mapping[str, str]

    def of(self, name: str) -> str:
        """The content type of the part `name`, empty when none is said."""
        ending = name.rpartition(".")[2].casefold()
        return self.overrides.get(name.casefold()) or self.defaults.get(ending, "")


@record
class Relationship:
    """What one `r:id` of a part refers to: a part by its name, or something outside the file."""

    identifier: str
    kind: str
    target: str
    is_external: bool

    @property
    def short_kind(self) -> str:
        """The last step of the kind's address, such as `image`."""
        return self.kind.rpartition("/")[2]


@record
class WordFile:
    """An opened Word file, whose main document is the part `main`.

    `relationships` are those of each part by its name in small letters, `""` the package's own.
    """

    file: str
    archive: Archive
    types: ContentTypes
    main: str
    relationships: Mapping[str, tuple[Relationship, ...]]
    _trees: dict[str, XmlPart] = field(default_factory=dict, compare=False)

    def relationships_of(self, name: str) -> tuple[Relationship, ...]:
        """What the part `name` refers to."""
        return self.relationships.get(name.casefold(), ())

    def related(self, kind: str) -> Iterator[str]:
        """The names of the parts that the main document refers to as `kind` (`styles`)."""
        for relationship in self.relationships_of(self.main):
            if relationship.short_kind == kind and not relationship.is_external:
                member = self.archive.find(relationship.target)
                if member:
                    yield member.name

    def part(self, kind: str) -> XmlPart | None:
        """The tree of the main document's part of this kind, or None when it has none."""
        name = next(self.related(kind), None)
        return self.xml(name) if name else None

    def xml(self, name: str) -> XmlPart:
        """The tree of a part; raises BadInput when it is not there or not well-formed."""
        if name not in self._trees:
            member = self.archive.find(name)
            if member is None:
                raise damaged(self.file, f'it has no part "{name}"')
            self._trees[name] = read_xml(self.file, member)
        return self._trees[name]


def open_word_file(file: str, data: bytes) -> WordFile:
    """The Word file in `data`, which was read from `file`.

    Raises BadInput, with one sentence that says why, for what is no Word file, is damaged or
    protected, or holds macros, controls, embedded objects, or references to files elsewhere.
    """
    archive, types, relationships = _package(file, data)
    _refuse_macros(file, archive, types)
    _refuse_kinds(file, (each for group in relationships.values() for each in group))
    main = _main(file, archive, types, relationships, _MAIN_TYPES)
    for each in relationships.get(main.casefold(), ()):
        if each.short_kind in _WRITTEN_KINDS and not each.is_external and not archive.find(each.target):
            raise damaged(file, f'its part "{each.target}" is not there')
    return WordFile(file, archive, types, main, relationships)


def read_word_file(file: str, data: bytes) -> WordFile:
    """The Word file in `data` with whatever it holds, only to be read or to be given back to its owner.

    Raises BadInput for what is no Word file, or is damaged or protected.
    """
    archive, types, relationships = _package(file, data)
    main = _main(file, archive, types, relationships, _MAIN_TYPES | _MACRO_TYPES)
    return WordFile(file, archive, types, main, relationships)


def _package(file: str, data: bytes) -> tuple[Archive, ContentTypes, Mapping[str, tuple[Relationship, ...]]]:
    archive = open_archive(file, data)
    listed = archive.find(CONTENT_TYPES_PART)
    if listed is None:
        odf = archive.find("mimetype")
        kind = "an OpenDocument file" if odf and b"opendocument" in odf.read() else "a zip"
        raise refused(file, f"is {kind}, not a Word file.", AS_WORD_DOCUMENT)
    for member in archive.members:
        if member.name.casefold().endswith(_XML_ENDINGS):
            refuse_doctype(file, member)
    return archive, _read_types(read_xml(file, listed)), dict(_read_relationships(file, archive))


def _read_types(part: XmlPart) -> ContentTypes:
    defaults, overrides = {}, {}
    for element in part.root.children:
        if element.name == f"{CONTENT_TYPES} Default":
            defaults[element.get("Extension", "").casefold()] = element.get("ContentType", "")
        elif element.name == f"{CONTENT_TYPES} Override":
            name = unquote(element.get("PartName", "")).removeprefix("/")
            overrides[name.casefold()] = element.get("ContentType", "")
    return ContentTypes(defaults, overrides)


def _read_relationships(file: str, archive: Archive) -> Iterator[tuple[str, tuple[Relationship, ...]]]:
    for member in archive.members:
        folder, _, name = member.name.rpartition("/")
        if folder.rpartition("/")[2].casefold() != "_rels" or not name.casefold().endswith(".rels"):
            continue
        owner = folder.rpartition("/")[0]
        source = posixpath.join(owner, name[: -len(".rels")]) if name.casefold() != ".rels" else ""
        root = read_xml(file, member).root
        yield (
            source.casefold(),
            tuple(
                Relationship(
                    element.get("Id", ""),
                    element.get("Type", ""),
                    _target(owner, element.get("Target", ""), mode := element.get("TargetMode", "")),
                    mode == "External",
                )
                for element in root.children
                if element.name == f"{PACKAGE_RELATIONSHIPS} Relationship"
            ),
        )


def _target(folder: str, written: str, mode: str) -> str:
    """The name of the part that a target means: from the folder of the part that refers to it."""
    if mode == "External":
        return written
    path = unquote(written.partition("#")[0])
    whole = path if path.startswith("/") else f"/{folder}/{path}"
    return posixpath.normpath(whole).lstrip("/")


def relationships_part(name: str) -> str:
    """The name of the part that holds the relationships of the part `name`."""
    folder, _, own = name.rpartition("/")
    return posixpath.join(folder, "_rels", f"{own}.rels")


def _refuse_macros(file: str, archive: Archive, types: ContentTypes) -> None:
    for member in archive.members:
        name, kind = member.name.casefold(), types.of(member.name).casefold()
        if "macroenabled" in kind or "vbaproject" in kind or "vbaproject" in name:
            raise refused(file, *_MACROS)
        if "activex" in kind or "/activex/" in f"/{name}":
            raise refused(file, *_CONTROLS)
        if "oleobject" in kind or "/embeddings/" in f"/{name}":
            raise refused(file, *_OBJECTS)


def _refuse_kinds(file: str, relationships: Iterable[Relationship]) -> None:
    for each in relationships:
        kind = each.short_kind
        if each.is_external and kind != "hyperlink":
            raise _reaching_out(file, each)
        for kinds, reason in (
            (_MACRO_KINDS, _MACROS),
            (_CONTROL_KINDS, _CONTROLS),
            (_OBJECT_KINDS, _OBJECTS),
            (_CHUNK_KINDS, _CHUNKS),
        ):
            if kind in kinds:
                raise refused(file, *reason)
        if "digital-signature" in each.kind and kind in _SIGNATURE_KINDS:
            raise refused(file, *_SIGNED)


def _reaching_out(file: str, relationship: Relationship) -> Exception:
    target = relationship.target
    if relationship.short_kind == "attachedTemplate":
        hint = "In Word, under Developer, Document Template, remove the template's name, then save it."
        return refused(file, f"is attached to a template elsewhere ({target}).", hint)
    if relationship.short_kind == "image":
        hint = "In Word, under File, Info, Edit Links to Files, choose Break Link, then save it."
        return refused(file, f"shows a picture that lies elsewhere ({target}).", hint)
    return refused(file, f"refers to a file elsewhere ({target}).", "Remove the reference in Word.")


def _main(
    file: str,
    archive: Archive,
    types: ContentTypes,
    relationships: Mapping[str, tuple[Relationship, ...]],
    allowed: frozenset[str],
) -> str:
    """The name of the main document, which the package's own relationships tell."""
    kinds = {each.short_kind: each for each in reversed(relationships.get("", ()))}
    start = kinds.get("officeDocument")
    if start is None:
        raise refused(file, "is no Word file: it has no main document.", AS_WORD_DOCUMENT)
    if start.kind.startswith(_STRICT):
        raise refused(
            file, 'is saved as "Strict Open XML Document", which is not supported.', AS_WORD_DOCUMENT
        )
    member = archive.find(start.target)
    if member is None:
        raise damaged(file, f'its main document "{start.target}" is not there')
    if types.of(member.name) not in allowed:
        raise refused(file, "is an Office file, but no Word document.", AS_WORD_DOCUMENT)
    return member.name
