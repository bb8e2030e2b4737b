"""The language that a Word file says it is in (ECMA-376 part 2, 11.1; part 1, 17.7.5.1 and 17.3.2.20)."""

from __future__ import annotations

from letterbook.writers.word.opened.word_file import WordFile

_LANGUAGE = "http://purl.org/dc/elements/1.1/ language"


def letter_language(file: WordFile) -> str:
    """The language of a file's properties, else that of its styles; empty where it says none."""
    for each in file.relationships.get("", ()):
        if each.short_kind == "core-properties" and file.archive.find(each.target):
            root = file.xml(each.target).root
            said = next((child.text.strip() for child in root.children if child.name == _LANGUAGE), "")
            if said:
                return said
    styles = file.part("styles")
    language = styles.root.child("docDefaults", "rPrDefault", "rPr", "lang") if styles else None
    return language.get("val") if language else ""
