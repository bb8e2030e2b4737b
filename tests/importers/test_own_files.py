from __future__ import annotations

from pathlib import Path

import pytest

from letterbook.importers import read_file
from letterbook.importers.export import ExportFile

ITEM = "---\ntitle: Wells\nkind: article\nthemes: []\nadded: 2024-01-01\n---\n\n## Highlights\n"
EDITION = "---\npublication: letters\ntitle: Winter\ndate: 2024-01-01\n---\nDear all,\n"


@pytest.mark.parametrize("text", [ITEM, EDITION])
def test_items_and_editions_are_passed_over_with_a_reason(text: str) -> None:
    imported = read_file(ExportFile(Path("file.md"), text))
    assert imported.items == ()
    assert "own file" in imported.skipped


def test_a_note_with_themes_is_a_note() -> None:
    imported = read_file(
        ExportFile(Path("file.md"), "---\ntitle: Wells\nthemes: [water, risk]\n---\nText.\n")
    )
    assert imported.items[0].themes == ("water", "risk")
