"""Small spreadsheets, made by hand (ECMA-376 part 1, 18)."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import dataclass

from letterbook.writers.word.text import attribute, element_text

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_FIRST_DAY = dt.date(1899, 12, 30)


@dataclass(frozen=True)
class Formula:
    """A formula with the value that was worked out for it, None where nobody did."""

    text: str
    value: str | None = None
    kind: str = "n"


@dataclass(frozen=True)
class Percentage:
    """A fraction that is shown as a percentage."""

    value: float


def spreadsheet(*sheets, names=(), hidden=()):
    """The bytes of an .xlsx; a sheet is a list of rows of values, None for an empty cell."""
    numbers = range(1, len(sheets) + 1)
    called = dict(enumerate(names, start=1))
    names = "".join(
        f'<sheet name="{attribute(called.get(n, f"Sheet {n}"))}" sheetId="{n}" r:id="rId{n}"'
        + (' state="hidden"/>' if called.get(n) in hidden else "/>")
        for n in numbers
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": _relationships({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relationships(
            {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in numbers}
            | {"rIdS": ("styles", "styles.xml")}
        ),
        "xl/styles.xml": f"<styleSheet {_MAIN}><cellXfs>"
        '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>',
        **{f"xl/worksheets/sheet{n}.xml": _sheet(rows) for n, rows in enumerate(sheets, start=1)},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return buffer.getvalue()


def _relationships(targets):
    rows = "".join(
        f'<Relationship Id="{identifier}" Type="{_OFFICE}/{kind}" Target="{attribute(target)}"/>'
        for identifier, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _sheet(rows):
    lines = "".join(_row(number, row) for number, row in enumerate(rows, start=1))
    return f"<worksheet {_MAIN}><sheetData>{lines}</sheetData></worksheet>"


def _row(number, values):
    cells = (_cell(f"{chr(65 + column)}{number}", value) for column, value in enumerate(values))
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(place, value):
    match value:
        case None:
            return ""
        case Formula():
            result = "" if value.value is None else f"<v>{element_text(value.value)}</v>"
            return f'<c r="{place}" t="{value.kind}"><f>{element_text(value.text)}</f>{result}</c>'
        case Percentage():
            return f'<c r="{place}" s="2"><v>{value.value!r}</v></c>'
        case bool():
            return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
        case int() | float():
            return f'<c r="{place}"><v>{value!r}</v></c>'
        case dt.date():
            return f'<c r="{place}" s="1"><v>{(value - _FIRST_DAY).days}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{element_text(value)}</t></is></c>'
