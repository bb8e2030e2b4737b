"""The words in which sources are told, by language."""

from __future__ import annotations

from collections.abc import Mapping

from letterbook.figure import Basis, Status
from letterbook.record import named_record


@named_record
class SourceWords:
    """Words and sentences; what stands in braces is filled in.

    `opening` stands for the heading of what comes before the first one; `here` and `there` are words of a
    quotation and of its source.
    """

    sources: str
    for_the_firm: str
    opening: str
    files: str
    file: str
    as_of: str
    bases: Mapping[Basis, str]
    statuses: Mapping[Status, str]
    source: str
    formula: str
    rows: str
    change: str
    compared: str
    printed_by: str
    chart: str
    footnote: str
    quotation: str
    quoted_at: str
    altered: str
    machine_written: str
    heard: str
    untraced: str
    typed: str
    typed_beside_source: str
    typed_figure: str
    typed_wrongly: str
    untied: str


_ENGLISH = SourceWords(
    sources="Sources",
    for_the_firm="For the firm's own eyes: what the figures and quotations of this draft are, and where they "
    "come from. Readers get the draft without it.",
    opening="Before the first heading",
    files="Files read",
    file="File",
    as_of="as of {date}",
    bases={Basis.GROSS: "gross", Basis.NET: "net"},
    statuses={Status.ESTIMATE: "estimate", Status.UNAUDITED: "unaudited", Status.AUDITED: "audited"},
    source="Source: {source}",
    formula="formula {name}",
    rows="{file}, rows {rows}",
    change="Change: {figure}",
    compared="Compared with {figure}",
    printed_by="Printed by {call}, {place}",
    chart="Chart: {title}",
    footnote="Footnote",
    quotation="Quotation from {item}",
    quoted_at="At {place}",
    altered="Not word for word: here “{here}”, in the source “{there}”",
    machine_written="The words are a machine's summary, and nobody's own",
    heard="The words are a machine's transcript that nobody has checked",
    untraced="Quotation that no item of the library has; its source is not known",
    typed="Typed, with its source",
    typed_beside_source="Typed; a link, a footnote or an item beside it is its source",
    typed_figure="Typed, and no figure printed it; it is {figure}",
    typed_wrongly="Typed, and not what the figures say: {figure}",
    untied="Typed, without a source, and no figure has it",
)
_GERMAN = SourceWords(
    sources="Quellen",
    for_the_firm="Nur für das eigene Haus: was die Zahlen und Zitate dieses Entwurfs sind und woher sie "
    "kommen. Leser bekommen den Entwurf ohne dies.",
    opening="Vor der ersten Überschrift",
    files="Gelesene Dateien",
    file="Datei",
    as_of="zum {date}",
    bases={Basis.GROSS: "brutto", Basis.NET: "netto"},
    statuses={Status.ESTIMATE: "geschätzt", Status.UNAUDITED: "ungeprüft", Status.AUDITED: "geprüft"},
    source="Quelle: {source}",
    formula="Formel {name}",
    rows="{file}, Zeilen {rows}",
    change="Veränderung: {figure}",
    compared="Verglichen mit {figure}",
    printed_by="Gedruckt von {call}, {place}",
    chart="Diagramm: {title}",
    footnote="Fußnote",
    quotation="Zitat aus {item}",
    quoted_at="Stelle: {place}",
    altered="Nicht wörtlich: hier „{here}“, in der Quelle „{there}“",
    machine_written="Der Wortlaut ist die Zusammenfassung einer Maschine und niemandes eigener",
    heard="Der Wortlaut ist die Mitschrift einer Maschine, die niemand geprüft hat",
    untraced="Zitat, das in keinem Stück der Sammlung steht; seine Quelle ist nicht bekannt",
    typed="Von Hand eingegeben, mit Quelle",
    typed_beside_source="Von Hand eingegeben; ein Link, eine Fußnote oder ein Stück daneben ist die Quelle",
    typed_figure="Von Hand eingegeben, von keiner Kennzahl gedruckt; es ist {figure}",
    typed_wrongly="Von Hand eingegeben und nicht, was die Kennzahlen sagen: {figure}",
    untied="Von Hand eingegeben, ohne Quelle, und keine Kennzahl hat es",
)
_FRENCH = SourceWords(
    sources="Sources",
    for_the_firm="Réservé à la maison : ce que sont les chiffres et les citations de ce projet, et d’où ils "
    "viennent. Les lecteurs reçoivent le projet sans cela.",
    opening="Avant le premier titre",
    files="Fichiers lus",
    file="Fichier",
    as_of="au {date}",
    bases={Basis.GROSS: "brut", Basis.NET: "net"},
    statuses={Status.ESTIMATE: "estimé", Status.UNAUDITED: "non audité", Status.AUDITED: "audité"},
    source="Source : {source}",
    formula="formule {name}",
    rows="{file}, lignes {rows}",
    change="Variation : {figure}",
    compared="Comparé à {figure}",
    printed_by="Imprimé par {call}, {place}",
    chart="Graphique : {title}",
    footnote="Note de bas de page",
    quotation="Citation de {item}",
    quoted_at="À {place}",
    altered="Pas mot pour mot : ici « {here} », dans la source « {there} »",
    machine_written="Ces mots sont le résumé d’une machine et de personne",
    heard="Ces mots sont la transcription d’une machine que personne n’a vérifiée",
    untraced="Citation qui n’est dans aucun élément de la bibliothèque ; sa source n’est pas connue",
    typed="Saisi à la main, avec sa source",
    typed_beside_source="Saisi à la main ; un lien, une note ou un élément à côté en est la source",
    typed_figure="Saisi à la main, imprimé par aucun chiffre du tableau ; c’est {figure}",
    typed_wrongly="Saisi à la main, et non ce que disent les chiffres : {figure}",
    untied="Saisi à la main, sans source, et aucun chiffre du tableau ne l’a",
)
_SPANISH = SourceWords(
    sources="Fuentes",
    for_the_firm="Solo para la casa: qué son las cifras y las citas de este borrador y de dónde vienen. Los "
    "lectores reciben el borrador sin esto.",
    opening="Antes del primer título",
    files="Archivos leídos",
    file="Archivo",
    as_of="a {date}",
    bases={Basis.GROSS: "bruto", Basis.NET: "neto"},
    statuses={Status.ESTIMATE: "estimado", Status.UNAUDITED: "no auditado", Status.AUDITED: "auditado"},
    source="Fuente: {source}",
    formula="fórmula {name}",
    rows="{file}, filas {rows}",
    change="Variación: {figure}",
    compared="Comparado con {figure}",
    printed_by="Impreso por {call}, {place}",
    chart="Gráfico: {title}",
    footnote="Nota al pie",
    quotation="Cita de {item}",
    quoted_at="En {place}",
    altered="No es literal: aquí «{here}», en la fuente «{there}»",
    machine_written="Las palabras son el resumen de una máquina y de nadie más",
    heard="Las palabras son la transcripción de una máquina que nadie ha comprobado",
    untraced="Cita que no está en ningún elemento de la biblioteca; no se conoce su fuente",
    typed="Escrito a mano, con su fuente",
    typed_beside_source="Escrito a mano; un enlace, una nota o un elemento al lado es su fuente",
    typed_figure="Escrito a mano, no impreso por ninguna cifra; es {figure}",
    typed_wrongly="Escrito a mano, y no lo que dicen las cifras: {figure}",
    untied="Escrito a mano, sin fuente, y ninguna cifra lo tiene",
)
_DUTCH = SourceWords(
    sources="Bronnen",
    for_the_firm="Alleen voor het eigen huis: wat de cijfers en citaten van dit concept zijn en waar ze "
    "vandaan komen. Lezers krijgen het concept zonder dit.",
    opening="Vóór de eerste kop",
    files="Gelezen bestanden",
    file="Bestand",
    as_of="per {date}",
    bases={Basis.GROSS: "bruto", Basis.NET: "netto"},
    statuses={
        Status.ESTIMATE: "geschat",
        Status.UNAUDITED: "niet gecontroleerd",
        Status.AUDITED: "gecontroleerd",
    },
    source="Bron: {source}",
    formula="formule {name}",
    rows="{file}, rijen {rows}",
    change="Verandering: {figure}",
    compared="Vergeleken met {figure}",
    printed_by="Afgedrukt door {call}, {place}",
    chart="Grafiek: {title}",
    footnote="Voetnoot",
    quotation="Citaat uit {item}",
    quoted_at="Op {place}",
    altered="Niet woordelijk: hier “{here}”, in de bron “{there}”",
    machine_written="De woorden zijn de samenvatting van een machine en van niemand anders",
    heard="De woorden zijn de transcriptie van een machine die niemand heeft nagekeken",
    untraced="Citaat dat in geen item van de bibliotheek staat; de bron is niet bekend",
    typed="Met de hand getypt, met bron",
    typed_beside_source="Met de hand getypt; een link, voetnoot of item ernaast is de bron",
    typed_figure="Met de hand getypt, door geen cijfer afgedrukt; het is {figure}",
    typed_wrongly="Met de hand getypt, en niet wat de cijfers zeggen: {figure}",
    untied="Met de hand getypt, zonder bron, en geen cijfer heeft het",
)
_WORDS: Mapping[str, SourceWords] = {
    "en": _ENGLISH,
    "de": _GERMAN,
    "fr": _FRENCH,
    "es": _SPANISH,
    "nl": _DUTCH,
}


def source_words(language: str) -> SourceWords:
    """The words in `language` (`de`, `de-CH`), in English where it is not known."""
    return _WORDS.get(language.replace("_", "-").partition("-")[0].casefold(), _ENGLISH)


def languages() -> tuple[str, ...]:
    """The languages that there are words for."""
    return tuple(_WORDS)
