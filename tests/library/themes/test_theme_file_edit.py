from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.errors import BadInput
from letterbook.library.themes.known_themes import Theme
from letterbook.library.themes.theme_file import themes_in
from letterbook.library.themes.theme_file_edit import ThemeEdit, edit_themes

THEMES = """\
# My themes.
energy:  # the wide one

# about air
wind:
  title: Wind power   # as printed
  aliases:
    - gales   # strong
    - breeze
  parent: energy

sun: {title: Solar, parent: energy}
"""


def theme(name: str) -> Theme:
    return next(theme for theme in themes_in(THEMES) if theme.id == name)


def edited(name: str, after: Theme | None) -> str:
    return edit_themes(THEMES, [ThemeEdit(theme(name), after)])


def test_without_edits_nothing_changes() -> None:
    assert edit_themes(THEMES, []) == THEMES


def test_a_name_is_changed_in_its_place() -> None:
    assert edited("wind", replace(theme("wind"), id="Air: moving")) == THEMES.replace(
        "wind:", '"Air: moving":'
    )


def test_a_list_of_lines_becomes_one_line() -> None:
    after = edited("wind", replace(theme("wind"), aliases=("gales", "breeze", "a, b")))
    assert '  aliases: [gales, breeze, "a, b"]\n  parent: energy\n' in after


def test_a_key_is_added_before_the_first() -> None:
    after = edited("wind", replace(theme("wind"), seeds=("turbine",)))
    assert after == THEMES.replace("  title: Wind", "  seeds: [turbine]\n  title: Wind")


def test_a_key_is_added_within_braces() -> None:
    after = edited("sun", replace(theme("sun"), aliases=("pv",)))
    assert after == THEMES.replace("{title: Solar", "{aliases: [pv], title: Solar")


def test_a_key_is_added_to_a_theme_without_any() -> None:
    after = edited("energy", replace(theme("energy"), aliases=("power",)))
    assert after == THEMES.replace("energy:  #", "energy:\n  aliases: [power]  #")


def test_a_key_is_removed_with_its_line() -> None:
    assert edited("wind", replace(theme("wind"), parent="")) == THEMES.replace(
        "  parent: energy\n\nsun", "\nsun"
    )
    assert edited("sun", replace(theme("sun"), parent="")) == THEMES.replace("parent: energy}", 'parent: ""}')


@pytest.mark.parametrize("name", ["energy", "wind", "sun"])
def test_a_theme_is_removed_and_the_comments_of_others_stay(name: str) -> None:
    after = edited(name, None)
    assert [theme.id for theme in themes_in(after)] == [
        other for other in ("energy", "wind", "sun") if other != name
    ]
    assert after.startswith("# My themes.\n")
    assert "# about air\n" in after


def test_a_theme_is_added_at_the_end() -> None:
    added = ThemeEdit(None, Theme("rain", aliases=("drizzle",)))
    assert edit_themes(THEMES, [added]) == THEMES + "rain:\n  aliases: [drizzle]\n"
    assert edit_themes("", [added]) == "rain:\n  aliases: [drizzle]\n"
    assert edit_themes("# none yet", [added]) == "# none yet\nrain:\n  aliases: [drizzle]\n"


def test_line_ends_stay_as_they_are() -> None:
    text = "wind:\r\n  title: Wind\r\n"
    (wind,) = themes_in(text)
    after = edit_themes(text, [ThemeEdit(wind, replace(wind, aliases=("gale",)))])
    assert after == "wind:\r\n  aliases: [gale]\r\n  title: Wind\r\n"


def test_what_cannot_be_changed_alone_is_refused() -> None:
    text = "{wind: {title: Wind}, sun: {title: Sun}}\n"
    wind, _ = themes_in(text)
    with pytest.raises(BadInput, match="by hand"):
        edit_themes(text, [ThemeEdit(wind, None)])


NAMES = st.text("abc de:#-,'\"[]{}é", min_size=1, max_size=8).map(lambda name: f"x{name}".strip())
WORDS = st.lists(NAMES, max_size=3, unique=True).map(tuple)
DESCRIBED = st.lists(
    st.builds(
        Theme, id=NAMES, title=st.just("") | NAMES, aliases=WORDS, seeds=WORDS, parent=st.just("") | NAMES
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda theme: theme.id,
).map(tuple)


@given(DESCRIBED, st.data())
@settings(max_examples=30, deadline=None)
def test_any_theme_can_be_added_changed_and_removed(themes: tuple[Theme, ...], data: st.DataObject) -> None:
    text = edit_themes("# mine\n", [ThemeEdit(None, theme) for theme in themes])
    assert _plain(text) == themes
    old = data.draw(st.sampled_from(themes))
    new = replace(data.draw(DESCRIBED)[0], id=old.id)
    changed = edit_themes(text, [ThemeEdit(old, new)])
    assert _plain(changed) == tuple(new if theme == old else theme for theme in themes)
    assert _plain(edit_themes(changed, [ThemeEdit(new, None)])) == tuple(t for t in themes if t != old)


def _plain(text: str) -> tuple[Theme, ...]:
    return tuple(replace(theme, place=None) for theme in themes_in(text))
