"""Comments put into a package that may have some: a part added, or more of them in the one that is there."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from letterbook.writers.word.comments import COMMENTS_TYPE, comment_rows, comments_xml
from letterbook.writers.word.letterhead.package_changes import PackageChanges
from letterbook.writers.word.namespaces import WORD
from letterbook.writers.word.opened.word_file import WordFile
from letterbook.writers.word.opened.xml_part import XmlPart
from letterbook.writers.word.relationships import Relationships


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
    relationships = Relationships(prefix=changes.free_prefix(changes.word.main))
    name = add_comments(changes, texts, first, relationships)
    changes.relate(changes.word.main, relationships)
    return name


def add_comments(
    changes: PackageChanges, texts: Sequence[str], first: int, relationships: Relationships
) -> str:
    """Put comments into the package and return the name of their part.

    Where it is new, it is added to the `relationships` of the main text.
    """
    part = changes.word.part("comments")
    if part is not None:
        rows = comment_rows(texts, first, word_prefix(part), declared(part))
        changes.change(part, part.at_end(part.root, rows))
        return part.name
    stem = posixpath.join(changes.folder, "comments")
    name = changes.add_xml(stem, comments_xml(texts, first), COMMENTS_TYPE)
    relationships.add("comments", posixpath.relpath(name, changes.folder))
    return name
