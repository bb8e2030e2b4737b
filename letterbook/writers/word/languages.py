"""Languages as Word wants them: with a country, in the attribute for their kind of writing."""

from __future__ import annotations

import re

from letterbook.writers.word.text import attribute

# Word's proofing tools know a language by its region; these are the usual ones.
_USUAL_REGIONS = {
    "cs": "cs-CZ",
    "da": "da-DK",
    "de": "de-DE",
    "en": "en-US",
    "es": "es-ES",
    "fi": "fi-FI",
    "fr": "fr-FR",
    "it": "it-IT",
    "ja": "ja-JP",
    "ko": "ko-KR",
    "nb": "nb-NO",
    "nl": "nl-NL",
    "pl": "pl-PL",
    "pt": "pt-PT",
    "sv": "sv-SE",
    "zh": "zh-CN",
    "ar": "ar-SA",
    "he": "he-IL",
}
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}")  # BCP 47, without its rarities
_EAST_ASIAN = frozenset({"ja", "ko", "zh"})
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})

_PAGE_OF_PAGES = {
    "da": "Side {page} af {pages}",
    "de": "Seite {page} von {pages}",
    "en": "Page {page} of {pages}",
    "es": "Página {page} de {pages}",
    "fr": "Page {page} sur {pages}",
    "it": "Pagina {page} di {pages}",
    "nl": "Pagina {page} van {pages}",
    "pt": "Página {page} de {pages}",
    "sv": "Sida {page} av {pages}",
}


def full_language(language: str) -> str:
    """`language` with a region: `en` becomes `en-US`, `de-CH` stays; empty for what is no language tag."""
    if _TAG.fullmatch(language) is None:
        return ""
    return _USUAL_REGIONS.get(language.lower(), language)


def document_language(language: str) -> str:
    """The language of a whole document, which Word wants to be told: English where it is not known."""
    return full_language(language) or _USUAL_REGIONS["en"]


def language_attributes(language: str) -> str:
    """The attributes of a `w:lang` for text in this language."""
    base = language.partition("-")[0].lower()
    key = "eastAsia" if base in _EAST_ASIAN else "bidi" if base in _RIGHT_TO_LEFT else "val"
    return f'w:{key}="{attribute(language)}"'


def page_of_pages(language: str) -> str:
    """Words such as `Page {page} of {pages}` in this language, or a form that needs none."""
    return _PAGE_OF_PAGES.get(language.partition("-")[0].lower(), "{page} / {pages}")
