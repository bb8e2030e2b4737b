"""The fonts of a letter that are not installed here, so that its PDF shows others.

Asked is fontconfig, which LibreOffice itself asks on Linux; elsewhere nothing is known, and nothing said.
"""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

from letterbook.finding import Finding, Place, Severity

_HINT = "Install it, or choose in the look one that is: the Word files are not affected."
_STYLES = ("pStyle", "rStyle", "tblStyle")
_THEMES = {"minor": "minorFont", "major": "majorFont"}
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def absent_fonts(document: bytes, place: Place) -> tuple[Finding, ...]:
    """A note for each font that text of the Word file `document` has and this machine has not."""
    program = shutil.which("fc-match")
    if program is None:
        return ()
    return tuple(
        Finding(
            "font-missing",
            Severity.NOTE,
            f'The font "{name}" is not installed here; PDFs show {shown} in its place.',
            _HINT,
            place,
        )
        for name in sorted(used_fonts(document))
        if (shown := _shown_instead(program, name))
    )


def _shown_instead(program: str, name: str) -> str:
    """The font that stands in for one that is not installed; empty where it is."""
    answer = subprocess.run(  # noqa: S603 - a program found on the path, no shell
        (program, "--format=%{family}", name), capture_output=True, check=False, timeout=30
    )
    families = answer.stdout.decode("utf-8", "replace").split(",")
    is_there = not families[0] or name.casefold() in {family.strip().casefold() for family in families}
    return "" if is_there else families[0].strip()


def used_fonts(document: bytes) -> frozenset[str]:
    """The fonts of the text in the body of a Word file: from its styles, its theme and its runs."""
    import docx  # noqa: PLC0415 - slow to load, and only PDFs need it

    opened = docx.Document(io.BytesIO(document))
    fonts = _Fonts(opened)
    return frozenset(fonts.names())


class _Fonts:
    """Looks up the fonts in one file."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401 - an opened file
        from docx.oxml.ns import qn  # noqa: PLC0415

        self._qn: Any = qn
        self._styles: Any = document.styles.element
        self._body: Any = document.element.body
        self._themes = dict(_theme_fonts(document))

    def names(self) -> Iterator[str]:
        """The names of all fonts, some of them several times."""
        for fonts in self._styles.iterfind(f".//{self._qn('w:docDefaults')}//{self._qn('w:rFonts')}"):
            yield from self._named(fonts)
        for fonts in self._body.iter(self._qn("w:rFonts")):
            yield from self._named(fonts)
        by_id = {style.get(self._qn("w:styleId")): style for style in self._styles.iter(self._qn("w:style"))}
        waiting = {
            mark.get(self._qn("w:val")) for kind in _STYLES for mark in self._body.iter(self._qn(f"w:{kind}"))
        }
        seen: set[str] = set()
        while waiting:
            name = waiting.pop()
            style = by_id.get(name)
            if style is None or name in seen:
                continue
            seen.add(name)
            for fonts in style.iter(self._qn("w:rFonts")):
                yield from self._named(fonts)
            waiting |= {base.get(self._qn("w:val")) for base in style.iterfind(self._qn("w:basedOn"))}

    def _named(self, fonts: Any) -> Iterator[str]:  # noqa: ANN401 - an element of the file
        theme = fonts.get(self._qn("w:asciiTheme"), "")
        name = self._themes.get(theme[:5], "") if theme else fonts.get(self._qn("w:ascii"), "")
        if name:
            yield name


def _theme_fonts(document: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - an opened file
    """The fonts that a theme calls `minor` and `major`."""
    from docx.oxml import parse_xml  # noqa: PLC0415

    for relationship in document.part.rels.values():
        if relationship.reltype.endswith("/theme") and not relationship.is_external:
            theme = parse_xml(relationship.target_part.blob)
            for key, tag in _THEMES.items():
                latin = theme.find(f".//{_DRAWING}{tag}/{_DRAWING}latin")
                if latin is not None:
                    yield key, latin.get("typeface", "")
