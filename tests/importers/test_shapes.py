"""Every shape of export in tests/data/importers, beside the items it should give."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest

from letterbook.importers import read_path
from letterbook.importers.export import ImportedFile

DATA = Path(__file__).resolve().parent.parent / "data" / "importers"
SHAPES = sorted(DATA.glob("*.md"))


def said(value: object) -> object:
    """A dataclass as JSON, without what is empty."""
    if isinstance(value, dict):
        return {key: said(entry) for key, entry in value.items() if entry not in ("", (), [], False, 0)}
    if isinstance(value, (list, tuple)):
        return [said(entry) for entry in value]
    return value


def as_json(imported: ImportedFile) -> str:
    report = {
        "items": [said(asdict(item)) for item in imported.items],
        "unknown": [{"line": line.line, "text": line.text} for line in imported.unknown],
    }
    return json.dumps(report, indent=1, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.stem)
def test_shape_gives_its_items(path: Path, golden: Callable[[str, str], None]) -> None:
    (imported,) = read_path(path)
    golden(f"importers/{path.stem}.json", as_json(imported))


@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.stem)
def test_windows_line_ends_and_a_byte_order_mark_change_nothing(path: Path, tmp_path: Path) -> None:
    (plain,) = read_path(path)
    copy = tmp_path / path.name
    copy.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    (imported,) = read_path(copy)
    assert imported.items == plain.items
