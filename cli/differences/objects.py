"""What `letterbook diff --json` prints, with the keys that docs/reference/json.md lists."""

from __future__ import annotations

from letterbook.cli.figures import figure_object
from letterbook.cli.json_output import JsonObject
from letterbook.drafting.comparison.carried_over import CarriedOver, CarriedSentence
from letterbook.drafting.comparison.comparison import Comparison
from letterbook.drafting.comparison.figure_changes import FigureChange
from letterbook.drafting.comparison.passage_changes import PartChange
from letterbook.drafting.comparison.printed_letter import Part, PrintedLetter, PrintedTable
from letterbook.drafting.comparison.table_changes import TableChange
from letterbook.drafting.figures.printed_figure import PrintedFigure
from letterbook.finding import Place


def comparison_object(compared: Comparison) -> JsonObject:
    """The object for two letters that were compared."""
    return {
        "before": _letter(compared.before),
        "after": _letter(compared.after),
        "figures": [_figure(change) for change in compared.figures],
        "passages": [_passage(change) for change in compared.parts],
        "carried_over": _carried(compared.carried_over),
        "remarks": list(compared.remarks),
    }


def _letter(letter: PrintedLetter) -> JsonObject:
    return {
        "name": letter.name,
        "date": letter.date,
        "as_of": letter.as_of.isoformat() if letter.as_of else "",
        "edition": letter.edition,
        "told": letter.told,
    }


def _figure(change: FigureChange) -> JsonObject:
    return {
        "outcome": change.outcome.value,
        "name": change.name,
        "basis": change.figure.basis.value if change.figure.basis else "",
        "before": _printed(change.before),
        "after": _printed(change.after),
        "difference": change.difference,
        "share": change.share,
    }


def _printed(printed: PrintedFigure | None) -> JsonObject | None:
    if printed is None:
        return None
    return {"shown": printed.shown, **_place(printed.place), "figure": figure_object(printed.figure)}


def _passage(change: PartChange) -> JsonObject:
    part = change.part
    return {
        "outcome": change.outcome.value,
        "moved": change.moved,
        "kind": "table" if isinstance(part, PrintedTable) else part.kind.value,
        "heading": change.heading,
        "heading_before": change.before.heading if change.before else "",
        "before": _text(change.before),
        "after": _text(change.after),
        "changes": [{"old": each.old, "new": each.new} for each in change.words],
        "table": _table(change.table),
        **_place(change.after.place if change.after else None),
    }


def _text(part: Part | None) -> str:
    """What a part says: a table row by row, with a bar between its cells."""
    if part is None:
        return ""
    if isinstance(part, PrintedTable):
        return "\n".join(" | ".join(cell.text for cell in row) for row in (*part.header, *part.rows))
    return part.text


def _table(table: TableChange | None) -> JsonObject | None:
    if table is None:
        return None
    rows = [
        {
            "outcome": row.outcome.value,
            "before": row.before,
            "after": row.after,
            "cells": [{"column": c.column, "before": c.before, "after": c.after} for c in row.cells],
        }
        for row in table.rows
    ]
    columns = {"new_columns": list(table.new_columns), "gone_columns": list(table.gone_columns)}
    return {"rows": rows, **columns}


def _carried(carried: CarriedOver) -> JsonObject:
    return {
        "sentences": list(map(_sentence, carried.sentences)),
        "dates": [
            {
                "text": day.text,
                "first": day.first.isoformat(),
                "last": day.last.isoformat(),
                "past": day.is_past,
                "sentence": day.words,
                **_place(day.place),
            }
            for day in carried.days
        ],
        "numbers": [
            {"text": number.text, "sentence": number.words, **_place(number.place)}
            for number in carried.numbers
        ],
        "but_for_numbers": list(map(_sentence, carried.but_for_numbers)),
    }


def _sentence(sentence: CarriedSentence) -> JsonObject:
    return {
        "text": sentence.text,
        "heading": sentence.heading,
        "times": list(sentence.times),
        **_place(sentence.place),
    }


def _place(place: Place | None) -> JsonObject:
    if place is None:
        return {"file": "", "line": 0, "column": 0}
    return {"file": place.file, "line": place.line, "column": place.column}
