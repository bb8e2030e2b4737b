"""`themes.yaml`: the themes with their titles, other names, seed words and parents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import Field

from letterbook.errors import BadInput
from letterbook.files import read_text
from letterbook.finding import Finding, Place, Severity
from letterbook.library.themes.known_themes import KnownThemes, Theme, theme_key
from letterbook.markup.validation import Model, TextList, validate
from letterbook.markup.yaml_text import YamlEntry, YamlMapping, read_yaml
from letterbook.record import record
from letterbook.suggestion import did_you_mean

THEMES_FILE = "themes.yaml"


class ThemeSettings(Model):
    """One theme, below its id."""

    title: str = Field(default="", description="Its name in print; the id itself when absent.")
    aliases: TextList = Field(default=(), description="Other words for it, also imported tags that mean it.")
    seeds: TextList = Field(default=(), description="Words that hint at it in a text.")
    parent: str = Field(default="", description="The id of the wider theme that it belongs to.")


@record
class DescribedThemes:
    """The themes of the file in its order, and what is doubtful about them."""

    themes: tuple[Theme, ...] = ()
    findings: tuple[Finding, ...] = ()


def read_themes(root: Path) -> DescribedThemes:
    """The themes that `root` describes; none without the file.

    Raises BadInput, with every problem and its place, when it cannot be read or is not right.
    """
    path = root / THEMES_FILE
    themes = themes_in(read_text(path)) if path.exists() else ()
    return DescribedThemes(
        themes, (*_doubled_names(themes), *_unknown_parents(themes), *_parents_in_circles(themes))
    )


def themes_in(text: str) -> tuple[Theme, ...]:
    """The themes that the `text` of a `themes.yaml` describes. Raises BadInput as `read_themes` does."""
    themes: list[Theme] = []
    problems: list[Finding] = []
    for entry in read_yaml(text, THEMES_FILE).entries:
        try:
            themes.append(_theme(entry))
        except BadInput as error:
            problems.extend(error.findings)
    if problems:
        raise BadInput.from_findings(tuple(problems))
    return tuple(themes)


def _theme(entry: YamlEntry) -> Theme:
    value, place = entry.value, entry.key.place
    if isinstance(value, YamlMapping):
        settings = validate(ThemeSettings, value, THEMES_FILE)
    elif value.plain() is None:
        settings = ThemeSettings()
    else:
        message, hint = (
            f'"{entry.key.text}" must hold keys with values.',
            "Write `title: …` below it, indented.",
        )
        raise BadInput.from_findings((Finding("invalid-value", Severity.ERROR, message, hint, value.place),))
    return Theme(entry.key.text, settings.title, settings.aliases, settings.seeds, settings.parent, place)


def _doubled_names(themes: Sequence[Theme]) -> Iterator[Finding]:
    named: dict[str, Theme] = {}
    for theme in themes:
        for word in theme.words:
            other = named.setdefault(theme_key(word), theme)
            if other is not theme:
                yield _doubtful(
                    "theme-doubled",
                    f'"{word}" names two themes, "{other.id}" and "{theme.id}".',
                    f'Remove it from one of them, or run "letterbook themes merge {theme.id} {other.id}".',
                    theme.place,
                )


def _unknown_parents(themes: Sequence[Theme]) -> Iterator[Finding]:
    known = KnownThemes(tuple(themes))
    for theme in themes:
        if theme.parent and known.find(theme.parent) is None:
            ids = [other.id for other in themes if other is not theme]
            yield _doubtful(
                "theme-parent-unknown",
                f'The parent "{theme.parent}" of the theme "{theme.id}" is not described.',
                did_you_mean(theme.parent, ids) or f'Add "{theme.parent}:" to {THEMES_FILE}.',
                theme.place,
            )


def _parents_in_circles(themes: Sequence[Theme]) -> Iterator[Finding]:
    parents = {theme_key(theme.id): theme_key(theme.parent) for theme in themes if theme.parent}
    for theme in themes:
        start = theme_key(theme.id)
        above = parents.get(start, "")
        passed: set[str] = set()
        while above in parents and above != start and above not in passed:
            passed.add(above)
            above = parents[above]
        if above == start:
            yield _doubtful(
                "theme-parent-circular",
                f'The theme "{theme.id}" is its own parent, directly or by others.',
                "Remove one parent of the circle.",
                theme.place,
            )


def _doubtful(name: str, message: str, hint: str, place: Place | None) -> Finding:
    return Finding(name, Severity.WARNING, message, hint, place)
