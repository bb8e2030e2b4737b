"""The words that charts say themselves, by language."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import date

from letterbook.figure import Status
from letterbook.record import named_record


@named_record
class ChartWords:
    """Words and sentences; what stands in braces is filled in.

    A sentence about one entry has `{name}` and `{value}`, one about a change `{first}` and `{last}` with
    their dates.
    """

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    day: str
    paid_in: str
    distributed: str
    nav: str
    total: str
    as_of: str
    period: str
    statuses: Mapping[Status, str]
    rates: str
    source: str
    date: str
    name: str
    amount: str
    bridge: str
    largest_rise: str
    largest_fall: str
    no_steps: str
    value: str
    value_once: str
    growth: str
    growth_once: str
    no_growth: str
    largest_part: str
    smallest_part: str
    only_part: str
    largest_contribution: str
    smallest_contribution: str
    together: str


_ENGLISH = ChartWords(
    months=tuple(calendar.month_name[1:]),
    short_months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    day="{day} {month} {year}",
    paid_in="Paid in",
    distributed="Distributed",
    nav="NAV",
    total="Total",
    as_of="as of {date}",
    period="{since} to {date}",
    statuses={Status.ESTIMATE: "estimate", Status.UNAUDITED: "unaudited", Status.AUDITED: "audited"},
    rates="percent",
    source="Source: {source}",
    date="Date",
    name="Name",
    amount="Value",
    bridge="{opening} was {first}, {closing} is {last}.",
    largest_rise="The largest rise is {name}, {value}.",
    largest_fall="The largest fall is {name}, {value}.",
    no_steps="No step between them is other than zero.",
    value="From {since} to {until}, paid in went from {paid_first} to {paid_last}, distributed from "
    "{distributed_first} to {distributed_last} and NAV from {nav_first} to {nav_last}.",
    value_once="On {until}, {paid_last} was paid in, {distributed_last} distributed, and NAV was {nav_last}.",
    growth="{name} went from {first} on {since} to {last} on {until}.",
    growth_once="{name} was {last} on {until}.",
    no_growth="{name} has no value.",
    largest_part="The largest of {count} parts is {name}, {value}.",
    smallest_part="The smallest is {name}, {value}.",
    only_part="The only part is {name}, {value}.",
    largest_contribution="The largest contribution is {name}, {value}.",
    smallest_contribution="The smallest is {name}, {value}.",
    together="{name} is {value}.",
)
_GERMAN = ChartWords(
    months=(
        *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September"),
        *("Oktober", "November", "Dezember"),
    ),
    short_months=("Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"),
    day="{day}. {month} {year}",
    paid_in="Eingezahlt",
    distributed="Ausgeschüttet",
    nav="Nettoinventarwert",
    total="Summe",
    as_of="am {date}",
    period="{since} bis {date}",
    statuses={Status.ESTIMATE: "geschätzt", Status.UNAUDITED: "ungeprüft", Status.AUDITED: "geprüft"},
    rates="Prozent",
    source="Quelle: {source}",
    date="Datum",
    name="Name",
    amount="Wert",
    bridge="{opening}: {first}; {closing}: {last}.",
    largest_rise="Der größte Anstieg ist {name}, {value}.",
    largest_fall="Der größte Rückgang ist {name}, {value}.",
    no_steps="Kein Schritt dazwischen ist von null verschieden.",
    value="Vom {since} bis zum {until} ging der eingezahlte Betrag von {paid_first} auf {paid_last}, der "
    "ausgeschüttete von {distributed_first} auf {distributed_last} und der Nettoinventarwert von {nav_first} "
    "auf {nav_last}.",
    value_once="Am {until} waren {paid_last} eingezahlt und {distributed_last} ausgeschüttet; der "
    "Nettoinventarwert war {nav_last}.",
    growth="{name} ging von {first} am {since} auf {last} am {until}.",
    growth_once="{name} war {last} am {until}.",
    no_growth="{name} hat keinen Wert.",
    largest_part="Der größte von {count} Teilen ist {name}, {value}.",
    smallest_part="Der kleinste ist {name}, {value}.",
    only_part="Der einzige Teil ist {name}, {value}.",
    largest_contribution="Der größte Beitrag ist {name}, {value}.",
    smallest_contribution="Der kleinste ist {name}, {value}.",
    together="{name} ist {value}.",
)
_FRENCH = ChartWords(
    months=(
        *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre"),
        *("octobre", "novembre", "décembre"),
    ),
    short_months=(
        *("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
    ),
    day="{day} {month} {year}",
    paid_in="Appelé",
    distributed="Distribué",
    nav="Actif net",
    total="Total",
    as_of="au {date}",
    period="{since} – {date}",
    statuses={Status.ESTIMATE: "estimation", Status.UNAUDITED: "non audité", Status.AUDITED: "audité"},
    rates="pour cent",
    source="Source : {source}",
    date="Date",
    name="Nom",
    amount="Valeur",
    bridge="{opening} : {first} ; {closing} : {last}.",
    largest_rise="La plus forte hausse est {name}, {value}.",
    largest_fall="La plus forte baisse est {name}, {value}.",
    no_steps="Aucune étape entre les deux ne diffère de zéro.",
    value="Du {since} au {until}, le montant appelé passe de {paid_first} à {paid_last}, le montant "
    "distribué de {distributed_first} à {distributed_last} et l’actif net de {nav_first} à {nav_last}.",
    value_once="Au {until}, {paid_last} sont appelés et {distributed_last} distribués ; l’actif net est de "
    "{nav_last}.",
    growth="{name} passe de {first} au {since} à {last} au {until}.",
    growth_once="{name} est à {last} au {until}.",
    no_growth="{name} n’a pas de valeur.",
    largest_part="La plus grande des {count} parts est {name}, {value}.",
    smallest_part="La plus petite est {name}, {value}.",
    only_part="La seule part est {name}, {value}.",
    largest_contribution="La plus forte contribution est {name}, {value}.",
    smallest_contribution="La plus faible est {name}, {value}.",
    together="{name} : {value}.",
)
_BY_LANGUAGE = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH}


def chart_words(language: str) -> ChartWords:
    """The words in `language` (`de`, `de-CH`), in English where it is not known."""
    primary = language.replace("_", "-").partition("-")[0].casefold()
    return _BY_LANGUAGE.get(primary, _ENGLISH)


def day_words(day: date, words: ChartWords) -> str:
    """A day as a letter writes it: `30 June 2026`."""
    return words.day.format(day=day.day, month=words.months[day.month - 1], year=day.year)


def month_words(day: date, words: ChartWords) -> str:
    """The month of a day in short: `Jun 2026`."""
    return f"{words.short_months[day.month - 1]} {day.year}"
