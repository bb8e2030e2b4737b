"""Themes given to items and highlights, and taken away again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.errors import WrongUse
from letterbook.library.catalogue import read_catalogue
from letterbook.library.new_workspace import make_workspace
from letterbook.library.tagging import ThemesWanted, change_themes, tag
from letterbook.library.themes.known_themes import KnownThemes, Theme
from letterbook.library.workspace import open_workspace

KNOWN = KnownThemes((Theme("storage", "Energy storage", ("batteries",)), Theme("energy")), ("ai",))


@pytest.mark.parametrize(
    ("themes", "add", "remove", "changed"),
    [
        ((), ("energy",), (), ("energy",)),
        ((), ("Batteries",), (), ("storage",)),
        (("batteries",), ("storage",), (), ("batteries",)),
        (("batteries", "ai"), (), ("energy storage",), ("ai",)),
        (("ai",), ("new words",), (), ("ai", "new words")),
        (("ai",), ("AI",), (), ("ai",)),
        (("ai",), ("x", "X"), (), ("ai", "x")),
        (("ai",), (), ("unknown",), ("ai",)),
        (("ai",), ("ai",), ("ai",), ("ai",)),
    ],
)
def test_themes_are_added_by_their_id_and_removed_by_any_name(themes, add, remove, changed):
    assert change_themes(themes, ThemesWanted(add, remove), KNOWN) == changed


words = st.lists(st.sampled_from(["ai", "AI", "storage", "batteries", "energy", "new", "two words"]))


@given(words, words, words)
def test_doing_it_twice_is_doing_it_once(themes, add, remove):
    wanted = ThemesWanted(tuple(add), tuple(remove))
    once = change_themes(tuple(themes), wanted, KNOWN)
    assert change_themes(once, wanted, KNOWN) == once


@pytest.fixture
def workspace(tmp_path):
    make_workspace(tmp_path)
    (tmp_path / "items" / "A.md").write_bytes(b"---\r\ntitle: A\r\n---\r\n\xe4 Windows file\r\n")
    return open_workspace(tmp_path)


def test_line_ends_and_encoding_of_the_file_stay(workspace):
    (tagged,) = tag(workspace, read_catalogue(workspace), ["A"], ThemesWanted(("ai",)))
    assert tagged.changed
    data = (workspace.root / "items" / "A.md").read_bytes()
    assert b"ai" in data
    assert data.endswith(b"---\r\n\xe4 Windows file\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_nothing_is_written_when_nothing_changes(workspace):
    before = (workspace.root / "items" / "A.md").stat().st_mtime_ns
    (tagged,) = tag(workspace, read_catalogue(workspace), ["A"], ThemesWanted((), ("ai",)))
    assert not tagged.changed
    assert (workspace.root / "items" / "A.md").stat().st_mtime_ns == before


def test_an_unknown_highlight_is_refused(workspace):
    with pytest.raises(WrongUse, match='"A" has no highlight'):
        tag(workspace, read_catalogue(workspace), ["[[A#^h1]]"], ThemesWanted(("ai",)))


def test_a_theme_with_a_comma_stays_one_theme_of_a_highlight(workspace):
    text = "---\ntitle: B\n---\n\n## Highlights\n\n### —\n\n> [!quote]\n> Words.\n\n^h1\n"
    (workspace.root / "items" / "B.md").write_text(text, encoding="utf-8")
    tag(workspace, read_catalogue(workspace), ["B#^h1"], ThemesWanted(("people, places",)))
    (highlight,) = read_catalogue(workspace).item("B").highlights
    assert highlight.themes == ("people, places",)
