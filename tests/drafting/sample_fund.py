"""The data of the sample's fund, some of whose files a test may change."""

from __future__ import annotations

from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[2] / "templates" / "workspaces" / "sample"
FUND = {f"fund/{path.name}": path.read_bytes() for path in (SAMPLE / "fund").iterdir() if path.is_file()}


def changed(name, *replacements):
    """A file of the sample's fund with texts in it replaced, each of which must be there."""
    text = FUND[f"fund/{name}"].decode()
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    return {f"fund/{name}": text}
