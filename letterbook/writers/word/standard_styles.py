"""The named styles that every draft may use, and what each of them is for.

Names are those Word shows and a letterhead is likely to have; how they look is said by the look.
"""

from __future__ import annotations

from letterbook.record import named_record


@named_record
class StandardStyle:
    """One named style: what it does, not how it looks.

    `stored` is the name inside the file where Word stores another than it shows (`heading 1`),
    `outline` the heading level.
    """

    name: str
    stored: str = ""
    character: bool = False
    based_on: str = "Normal"
    followed_by: str = ""
    outline: int = 0
    quick: bool = True

    @property
    def identifier(self) -> str:
        """The style's id in the file."""
        return style_identifier(self.name)


def style_identifier(name: str) -> str:
    """The id that Word would give a style of this name."""
    return "".join(character for character in name if character.isalnum())


def _heading(level: int) -> StandardStyle:
    return StandardStyle(
        name=f"Heading {level}", stored=f"heading {level}", followed_by="Body Text", outline=level
    )


CONTENTS_STYLES = tuple(f"TOC {level}" for level in range(1, 7))
"""The styles of the entries in a table of contents, by level."""

STANDARD_STYLES = (
    StandardStyle(name="Normal", based_on=""),
    StandardStyle(name="Body Text"),
    StandardStyle(name="Title", followed_by="Subtitle"),
    StandardStyle(name="Subtitle", followed_by="Body Text"),
    *(_heading(level) for level in range(1, 7)),
    StandardStyle(name="Quote", based_on="Body Text"),
    StandardStyle(name="Quote Attribution", based_on="Quote", followed_by="Body Text"),
    StandardStyle(name="List Bullet", based_on="Body Text"),
    StandardStyle(name="List Number", based_on="Body Text"),
    StandardStyle(name="List Continue", based_on="Body Text"),
    StandardStyle(name="Definition Term", based_on="Body Text", followed_by="Definition"),
    StandardStyle(name="Definition", based_on="Body Text"),
    StandardStyle(name="Figure", followed_by="Caption"),
    StandardStyle(name="Caption", stored="caption", followed_by="Body Text"),
    StandardStyle(name="Table Text"),
    StandardStyle(name="Table Heading", based_on="Table Text"),
    StandardStyle(name="Source Code"),
    StandardStyle(name="Horizontal Rule", followed_by="Body Text"),
    *(
        StandardStyle(name=name, stored=name.lower(), followed_by="Body Text", quick=False)
        for name in CONTENTS_STYLES
    ),
    StandardStyle(name="Header", stored="header", quick=False),
    StandardStyle(name="Footer", stored="footer", quick=False),
    StandardStyle(name="Footnote Text", stored="footnote text", quick=False),
    StandardStyle(
        name="Footnote Reference", stored="footnote reference", character=True, based_on="", quick=False
    ),
    StandardStyle(name="Hyperlink", character=True, based_on="", quick=False),
    StandardStyle(name="Verbatim Char", character=True, based_on="", quick=False),
)

TABLE_STYLE = "Draft Table"
