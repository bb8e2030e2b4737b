"""The comments of a Word file: a part added, or more comments in the one that is there.

Source: ECMA-376 part 1, 17.13.4.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from letterbook.files import sha256
from letterbook.writers.word.letterhead.package_changes import PackageChanges
from letterbook.writers.word.namespaces import WORD
from letterbook.writers.word.opened.archive import Archive
from letterbook.writers.word.opened.word_file import WordFile
from letterbook.writers.word.opened.xml_part import Edit, XmlPart
from letterbook.writers.word.package import WORD_TYPE
from letterbook.writers.word.relationships import Relationships
from letterbook.writers.word.text import attribute, element_text

AUTHOR = "letterbook"
_INITIALS = "lb"
_TYPE = f"{WORD_TYPE}comments+xml"
_MARK = "<!--letterbook {}-->"
_MARK_BEGINS = b"<!--letterbook "


def word_prefix(part: XmlPart) -> str:
    """The prefix, with its colon, that Word's names have in a part; `w:` where they have none."""
    found = (prefix for prefix, uri in part.root.declared.items() if uri == WORD and prefix)
    return f"{next(found, 'w')}:"


def declared(part: XmlPart) -> str:
    """The declaration of that prefix, for elements of a part that has none; with a blank before it."""
    return (
        "" if WORD in {uri for prefix, uri in part.root.declared.items() if prefix} else f' xmlns:w="{WORD}"'
    )


def first_free_id(file: WordFile) -> int:
    """The first id that no comment of the file has."""
    part = file.part("comments")
    ids = (each.get("id") for each in part.root.children) if part else ()
    return max((int(each) + 1 for each in ids if each.isdecimal()), default=0)


def put_comments(changes: PackageChanges, texts: Sequence[str], first: int) -> str:
    """Put comments with these texts into the package, their ids from `first` on; the name of their part."""
    part = changes.word.part("comments")
    if part is not None:
        prefix, names = word_prefix(part), declared(part)
        changes.change(part, part.at_end(part.root, _comments(texts, first, prefix, names)))
        return part.name
    main = changes.word.main
    xml = f'<w:comments xmlns:w="{WORD}">{_comments(texts, first, "w:", "")}</w:comments>'
    name = changes.add_xml(posixpath.join(changes.folder, "comments"), xml, _TYPE)
    relationships = Relationships(prefix=changes.free_prefix(main))
    relationships.add("comments", posixpath.relpath(name, changes.folder))
    changes.relate(main, relationships)
    return name


def _comments(texts: Sequence[str], first: int, prefix: str, names: str) -> str:
    return "".join(
        f'<{prefix}comment{names} {prefix}id="{identifier}" {prefix}author="{attribute(AUTHOR)}" '
        f'{prefix}initials="{_INITIALS}"><{prefix}p><{prefix}r><{prefix}t xml:space="preserve">'
        f"{element_text(text)}</{prefix}t></{prefix}r></{prefix}p></{prefix}comment>"
        for identifier, text in enumerate(texts, start=first)
    )


def seal(archive: Archive, comments: str) -> Edit:
    """The edit that ends the comments part with a mark of all that is in the package.

    Whatever a word processor saves has no such mark, so that a copy that a person has edited is known.
    """
    member = archive.find(comments)
    data = member.read() if member else b""
    mark = _MARK.format(_digest(archive, comments, data)).encode()
    return Edit(len(data), len(data), mark)


def is_sealed(archive: Archive) -> bool:
    """Whether a package is as letterbook wrote it, with all its comments."""
    for member in archive.members:
        data = member.read() if member.name.casefold().endswith(".xml") else b""
        before, found, mark = data.rpartition(_MARK_BEGINS)
        if found and mark.endswith(b"-->"):
            return mark[: -len(b"-->")].decode("ascii", "replace") == _digest(archive, member.name, before)
    return False


def _digest(archive: Archive, comments: str, data: bytes) -> str:
    others = "\n".join(
        f"{member.name} {member.checksum} {member.size}"
        for member in archive.members
        if member.name != comments
    )
    return sha256(f"{others}\n".encode() + data)
