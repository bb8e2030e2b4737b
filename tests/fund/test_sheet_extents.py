"""A cell far from the table in an .ods or .xlsb: it is told, before the reader fills the memory."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from letterbook.fund.computed import computed_figures
from letterbook.fund.fund_data import read_fund_data
from letterbook.fund.sheet_extents import extent
from tests.fund.workspaces import workspace_of

_OPEN = "urn:oasis:names:tc:opendocument:xmlns"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
HEADER = ["as of", "fund", "nav"]
LAST = (1_048_576, 16_384)


def package(parts):
    """A zip of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def open_document(rows, gap):
    """An .ods of texts, and one more text below and right of a gap of so many empty rows and columns."""
    table = "".join(_row(*map(_cell, row)) for row in rows)
    if gap:
        table += _row("<table:table-cell/>", times=gap[0])
        table += _row(f'<table:table-cell table:number-columns-repeated="{gap[1]}"/>', _cell("far"))
    table += _row("<table:table-cell/>", times=LAST[0])  # as is usual
    content = f'<table:table table:name="nav">{table}</table:table>'
    spreadsheet = f"<office:body><office:spreadsheet>{content}</office:spreadsheet></office:body>"
    names = " ".join(f'xmlns:{each}="{_OPEN}:{each}:1.0"' for each in ("office", "table", "text"))
    entry = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIMETYPE}"/>'
    manifest = f'<manifest:manifest xmlns:manifest="{_OPEN}:manifest:1.0">{entry}</manifest:manifest>'
    return package(
        {
            "mimetype": _MIMETYPE,
            "META-INF/manifest.xml": manifest,
            "content.xml": f"<office:document-content {names}>{spreadsheet}</office:document-content>",
        }
    )


def _row(*cells, times=1):
    repeated = f' table:number-rows-repeated="{times}"' if times > 1 else ""
    return f"<table:table-row{repeated}>{''.join(cells)}</table:table-row>"


def _cell(text):
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def record(kind, content=b""):
    """A record of an .xlsb."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return head + bytes([len(content)]) + content


def wide(text):
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def binary(rows, gap):
    """An .xlsb of the same cells as `open_document`."""
    cells = [(row, column, text) for row, texts in enumerate(rows) for column, text in enumerate(texts)]
    if gap:
        cells.append((len(rows) + gap[0], gap[1], "far"))
    last = max(row for row, _, _ in cells), max(column for _, column, _ in cells)
    sheet = record(129) + record(148, struct.pack("<IIII", 0, last[0], 0, last[1])) + record(145)
    for row, column, text in cells:
        sheet += record(0, struct.pack("<IIHBBBI", row, 0, 300, 0, 0, 0, 0))
        sheet += record(6, struct.pack("<II", column, 0) + wide(text))
    listed = record(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("nav"))
    relationship = '<Relationship Id="rId1" Type="{}/{}" Target="{}"/>'
    related = {
        "_rels/.rels": ("officeDocument", "xl/workbook.bin"),
        "xl/_rels/workbook.bin.rels": ("worksheet", "worksheets/sheet1.bin"),
    }
    return package(
        {
            "[Content_Types].xml": f'<Types xmlns="{_TYPES}"/>',
            **{
                name: f'<Relationships xmlns="{_PACKAGE}">{relationship.format(_OFFICE, *of)}</Relationships>'
                for name, of in related.items()
            },
            "xl/workbook.bin": record(131)
            + record(153, bytes(12))
            + record(143)
            + listed
            + record(144)
            + record(132),
            "xl/worksheets/sheet1.bin": sheet + record(146) + record(130),
        }
    )


KINDS = pytest.mark.parametrize(("make", "ending"), [(open_document, ".ods"), (binary, ".xlsb")])


@KINDS
def test_a_cell_far_off_is_told_with_its_address(tmp_path, make, ending):
    workspace = workspace_of(tmp_path, nav=None)
    path = workspace / "fund" / f"nav{ending}"
    path.write_bytes(make([HEADER, ["2024-06-30", "f1", "5"]], (LAST[0] - 3, LAST[1] - 1)))
    found = computed_figures(workspace).findings
    (message,) = (each.message for each in found if each.place.file == f"fund/nav{ending}")
    assert message == f"nav{ending} has a sheet with something in it up to cell XFD1048576."


@KINDS
def test_a_table_with_nothing_far_off_is_read(tmp_path, make, ending):
    workspace = workspace_of(tmp_path, nav=None)
    (workspace / "fund" / f"nav{ending}").write_bytes(make([HEADER, ["2024-06-30", "f1", "5"]], None))
    data = read_fund_data(workspace)
    assert [row.nav for row in data.navs.rows] == [5]
    assert data.findings == ()


@KINDS
def test_what_stands_last_is_found(make, ending):
    assert extent(make([["a", "b"], ["c"]], None), ending, "nav") == (2, 2)
    assert extent(make([["a", "b"], ["c"]], (40, 7)), ending, "nav") == (43, 8)


@KINDS
@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9])
def test_of_a_damaged_file_nothing_is_said(make, ending, cut):
    data = make([HEADER], None)
    assert extent(data[: int(len(data) * cut)], ending, "nav") == (0, 0)
    assert extent(package({"content.xml": "<x", "xl/workbook.bin": b"\x9c\x01\xff"}), ending, "nav") == (0, 0)
