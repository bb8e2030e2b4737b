"""Themes by any of their names."""

from __future__ import annotations

from letterbook.drafting.partials.views import ThemeView, theme_view
from letterbook.errors import WrongUse
from letterbook.library.themes.known_themes import KnownThemes


def find_theme(name: str, themes: KnownThemes) -> ThemeView:
    """The theme that `name` names; raises WrongUse, with a suggestion, when nothing has such a theme."""
    theme = themes.find(name)
    if theme is None:
        near = " or ".join(f'"{known}"' for known in themes.suggest(name))
        hint = f"Did you mean {near}?" if near else "`letterbook themes` lists those there are."
        raise WrongUse(f'There is no theme "{name}".', hint=hint)
    return theme_view(theme)
