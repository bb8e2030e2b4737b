"""A part that letters of a template cannot be without."""

from __future__ import annotations

from letterbook.record import record


@record
class RequiredPart:
    """What a part is called, and what shows that it is there: a section, or words of a heading."""

    name: str
    sections: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
