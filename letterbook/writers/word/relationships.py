"""The relationships of one part: what its r:id attributes refer to."""

from __future__ import annotations

from letterbook.writers.word.text import attribute

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


class Relationships:
    """Gathers the relationships of a part; the same target gets the same id.

    `first` are the relationships that the part has anyway, as (type, target) in order of their ids;
    `prefix` begins ids that none of the part's other relationships has.
    """

    def __init__(self, first: tuple[tuple[str, str], ...] = (), prefix: str = "rId") -> None:
        self._ids: dict[tuple[str, str], str] = {}
        self._external: set[str] = set()
        self.prefix = prefix
        for kind, target in first:
            self.add(kind, target)

    def __bool__(self) -> bool:
        return bool(self._ids)

    def add(self, kind: str, target: str) -> str:
        """The id of the relationship of this kind (`image`) to a part of the package."""
        return self._ids.setdefault((kind, target), f"{self.prefix}{len(self._ids) + 1}")

    def link(self, url: str) -> str:
        """The id of the relationship to a URL outside the package."""
        identifier = self.add("hyperlink", url)
        self._external.add(identifier)
        return identifier

    def xml(self) -> str:
        """The relationships part (ECMA-376 part 2, 9.3)."""
        return f'<Relationships xmlns="{_PACKAGE}">{self.rows_xml()}</Relationships>'

    def rows_xml(self) -> str:
        """The relationships themselves, for a part that has others too."""
        return "".join(
            f'<Relationship Id="{identifier}" Type="{_type(kind)}" '
            f'Target="{attribute(target)}"{self._mode(identifier)}/>'
            for (kind, target), identifier in self._ids.items()
        )

    def _mode(self, identifier: str) -> str:
        return ' TargetMode="External"' if identifier in self._external else ""


def _type(kind: str) -> str:
    return kind if kind.startswith("http") else _OFFICE + kind
