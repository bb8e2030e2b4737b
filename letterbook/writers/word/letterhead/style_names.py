"""Names of Word's own styles in other languages, as programs other than Word write them.

Word itself stores the English name in every language ("heading 1") and only makes the id from the
local one; some converters store the local name.
"""

from __future__ import annotations

from collections.abc import Iterator

_NUMBERED = {
    "Heading": (
        "Überschrift",
        "Titre",
        "Título",
        "Titolo",
        "Kop",
        "Rubrik",
        "Overskrift",
        "Nagłówek",
        "Nadpis",
    ),
}
_LOCAL = {
    "Normal": ("Standard", "Default Style", "Standaard", "Standardowy", "Normale"),
    "Body Text": ("Textkörper", "Corps de texte", "Texto independiente", "Corpo testo", "Plattetekst"),
    "Title": ("Titel", "Titre", "Título", "Titolo", "Rubrik", "Tytuł"),
    "Subtitle": ("Untertitel", "Sous-titre", "Subtítulo", "Sottotitolo", "Ondertitel", "Underrubrik"),
    "Quote": ("Zitat", "Citation", "Cita", "Citazione", "Citaat", "Citat", "Quotations"),
    "Caption": ("Beschriftung", "Légende", "Leyenda", "Didascalia", "Bijschrift", "Beskrivning"),
    "List Bullet": ("Aufzählungszeichen", "Liste à puces", "Lista con viñetas", "Punto elenco"),
    "List Number": ("Listennummer", "Liste à numéros", "Lista con números", "Numero elenco"),
    "List Continue": ("Listenfortsetzung", "Liste continue", "Continuar lista", "Elenco continua"),
    "Footnote Text": ("Fußnotentext", "Note de bas de page", "Texto nota pie", "Testo nota a piè di pagina"),
    "Footnote Reference": ("Fußnotenzeichen", "Appel note de bas de p.", "Ref. de nota al pie"),
    "Header": ("Kopfzeile", "En-tête", "Encabezado", "Intestazione", "Koptekst", "Sidhuvud"),
    "Footer": ("Fußzeile", "Pied de page", "Pie de página", "Piè di pagina", "Voettekst", "Sidfot"),
    "Hyperlink": ("Internetlink", "Internet Link", "Lien hypertexte", "Hipervínculo"),
}


def local_names(name: str) -> Iterator[str]:
    """The names that the style `name` (`Heading 2`) may have in other languages."""
    yield from _LOCAL.get(name, ())
    word, _, number = name.rpartition(" ")
    for local in _NUMBERED.get(word, ()):
        yield f"{local} {number}"
