"""letterbook's own files, which somebody may point an import at: they are no exports."""

from __future__ import annotations

from letterbook.importers.export import ExportFile, ImportedFile
from letterbook.importers.note_front_matter import read_values

_KEYS_OF_AN_ITEM = {"title", "themes", "added"}
_KEYS_OF_AN_EDITION = {"publication", "title", "date"}
_SIGNS = ("\nthemes:", "\npublication:")


class OwnFiles:
    """Items and editions of a workspace: passed over, for importing them would double them."""

    name = "letterbook's own file"
    about = "Items and editions of a workspace are recognised and passed over; copy them instead."

    def recognises(self, file: ExportFile) -> bool:
        """Whether the front matter is that of an item or an edition."""
        if not (file.text.startswith("---") and any(key in file.text for key in _SIGNS)):
            return False
        keys = {pair.key for pair in read_values(file.text, str(file.path)).pairs}
        return keys >= _KEYS_OF_AN_ITEM or keys >= _KEYS_OF_AN_EDITION

    def read(self, file: ExportFile) -> ImportedFile:
        """No items, and what to do instead."""
        return ImportedFile(
            str(file.path), skipped="letterbook's own file, no export: copy it into the workspace"
        )
