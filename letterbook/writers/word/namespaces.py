"""The XML namespaces of a Word file (ECMA-376 part 1, annex A; transitional)."""

from __future__ import annotations

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING_IN_WORD = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"

STORY_PREFIXES = {"w": WORD, "r": RELATIONSHIPS, "wp": DRAWING_IN_WORD, "a": DRAWING, "pic": PICTURE}
"""The prefixes that paragraphs and tables are written with."""

STORY_NAMESPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in STORY_PREFIXES.items())
