"""How the letterhead's own lists are marked: the bullet or the number that a style gives its paragraphs.

Source: ECMA-376 part 1, 17.9.6 (a level of a list) and 17.9.18 (the list of a style).
"""

from __future__ import annotations

from letterbook.writers.word.namespaces import WORD
from letterbook.writers.word.opened.xml_part import Element, XmlPart
from letterbook.writers.word.stylesheet import ListSign

_FORMATS = {"List Bullet": "bullet", "List Number": "decimal"}


def list_sign(numbering: XmlPart | None, number: str, style: str) -> ListSign | None:
    """The sign of the first level of the list `number`, for the style List Bullet or List Number.

    None where there is no such list, or its sign is of another kind, such as a picture.
    """
    level = _first_level(numbering.root, number) if numbering else None
    if numbering is None or level is None or level.value("numFmt") != _FORMATS.get(style):
        return None
    text, look = level.value("lvlText"), level.child("rPr")
    is_number = "%1" in text
    if not text or level.child("lvlPicBulletId") or is_number != (style == "List Number"):
        return None
    return ListSign(text, numbering.raw(look).decode("utf-8") if look else "")


def _first_level(root: Element, number: str) -> Element | None:
    for one in _named(root, "num", "numId", number):
        for override in _named(one, "lvlOverride", "ilvl", "0"):
            if level := override.child("lvl"):
                return level
        for kind in _named(root, "abstractNum", "abstractNumId", one.value("abstractNumId")):
            return next(iter(_named(kind, "lvl", "ilvl", "0")), None)
    return None


def _named(element: Element, name: str, attribute: str, value: str) -> list[Element]:
    return [
        child
        for child in element.children
        if child.name == f"{WORD} {name}" and child.get(attribute) == value
    ]
