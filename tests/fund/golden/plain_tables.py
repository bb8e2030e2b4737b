"""The tables of a fund for the second calculator, read as plainly as can be."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

SIGN = {"call": -1, "equalisation": -1, "distribution": 1, "investment": -1, "proceeds": 1, "income": 1,
        "facility_draw": -1, "facility_repay": 1}  # fmt: skip


def table(folder, name):
    path = Path(folder) / "fund" / f"{name}.csv"
    if not path.exists():
        return []
    text = path.read_text(encoding="utf-8").splitlines()
    lines = list(csv.reader(text, delimiter=";" if ";" in text[0] else ","))
    front = ""
    if lines[0][0].strip().lower().replace("_", " ") == "as of" and len([c for c in lines[0] if c]) == 2:
        front = lines[0][1]
        lines = lines[1:]
    names = [cell.strip().lower().replace("_", " ").replace("-", " ") for cell in lines[0]]
    rows = [dict(zip(names, line, strict=False)) for line in lines[1:] if any(line)]
    for row in rows:
        row.update({name: row[name].strip().lower() for name in ("kind", "level") if name in row})
    for row in rows:
        if front and not row.get("as of"):
            row["as of"] = front
    return rows


def day_of(text):
    for form in ("%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%d %B %Y"):
        try:
            return dt.datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise ValueError(text)


def outside(row):
    return row.get("inside fund", "").strip().lower() in {"no", "false"}
