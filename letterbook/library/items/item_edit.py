"""Changes to one item's file: the value that is asked for, and not a byte else.

Each function takes the file's text and its path and returns the new text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from letterbook.errors import BadInput, WrongUse
from letterbook.finding import Place
from letterbook.library.items.highlight_edits import HighlightEdits
from letterbook.library.items.highlight_lookup import highlight_index
from letterbook.library.items.highlights_layout import CALLOUTS, FIELDS
from letterbook.library.items.item_file import TEXT_KEYS, ItemFile, read_item
from letterbook.library.items.storable import any_text, one_line
from letterbook.markup.front_matter_edit import mend_front_matter, replace_values
from letterbook.suggestion import did_you_mean

PARTS = ("title", *CALLOUTS, *FIELDS)


def set_fields(text: str, path: str, changes: Mapping[str, str | Sequence[str] | None]) -> str:
    """The text with other values in its front matter; None removes a key.

    Raises BadInput when the front matter cannot be read or not be changed in place.
    """
    return replace_values(text, path, changes, TEXT_KEYS)


def set_highlight_fields(text: str, path: str, anchor: str, changes: Mapping[str, str]) -> str:
    """The text with other parts of one highlight: `themes`, `tags`, `favourite`, `title`, `note` …

    Lists are written with commas (`field_values.write_list`); an empty text removes a field.
    Raises WrongUse when there is no such highlight or part, BadInput when the file cannot be read
    or the change cannot be made in place.
    """
    file = read_item(text, path)
    index = highlight_index(file.item, anchor)
    for part in changes:
        if part not in PARTS:
            hint = did_you_mean(part, PARTS) or f"Known are {', '.join(PARTS)}."
            raise WrongUse(f'A highlight has no "{part}".', hint=hint)
    edits = HighlightEdits(text, file.layout)
    edits.change(
        index,
        {part: any_text(text) if part in CALLOUTS else one_line(text) for part, text in changes.items()},
    )
    changed = edits.apply()
    _verify(file, changed, path)
    return changed


def quote_values(text: str, path: str) -> str:
    """The text with quotes around front matter values that YAML cannot read as they stand."""
    return mend_front_matter(text, path, TEXT_KEYS)


def _verify(before: ItemFile, changed: str, path: str) -> None:
    """A change below `## Highlights` that would move anything else is not made."""
    after = read_item(changed, path).item
    same = replace(after, highlights=()) == replace(before.item, highlights=())
    if not same or len(after.highlights) != len(before.item.highlights):
        raise BadInput(
            "The highlight cannot be changed without touching more than itself.",
            hint="Change it by hand.",
            place=Place(path),
        )
