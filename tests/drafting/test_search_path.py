from __future__ import annotations

import pytest

from letterbook.drafting.eject import eject
from letterbook.drafting.search_path import Kind, SearchPath
from letterbook.errors import BadInput, WrongUse
from letterbook.finding import Place

BUILT_IN = SearchPath()


@pytest.mark.parametrize(
    ("kind", "name"),
    [(Kind.SECTION, "contents"), (Kind.TEMPLATE, "newsletter"), (Kind.LOOK, "classic")],
)
def test_what_is_built_in_is_found_without_a_workspace(kind, name):
    assert name in BUILT_IN.names(kind)
    assert not BUILT_IN.is_own(kind, name)


def test_the_user_s_own_is_found_first(tmp_path):
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "contents.md.j2").write_text("mine", encoding="utf-8")
    path = SearchPath(tmp_path)
    assert path.read(Kind.SECTION, "contents").text == "mine"
    assert path.read(Kind.SECTION, "contents").file == "sections/contents.md.j2"
    assert path.is_own(Kind.SECTION, "contents")
    assert path.names(Kind.SECTION) == BUILT_IN.names(Kind.SECTION)


def test_a_built_in_file_is_called_by_its_place_in_the_package():
    assert BUILT_IN.read(Kind.SECTION, "items").file == "letterbook/sections/items.md.j2"


@pytest.mark.parametrize("name", ["../letterbook", "/etc/passwd", "..", "", "contents.md.j2", "__init__"])
def test_a_path_is_no_name(tmp_path, name):
    (tmp_path / "sections").mkdir()
    with pytest.raises(WrongUse):
        SearchPath(tmp_path).read(Kind.SECTION, name)


def test_a_link_out_of_the_workspace_is_refused(tmp_path):
    secret = tmp_path / "secret.md.j2"
    secret.write_text("secret", encoding="utf-8")
    root = tmp_path / "workspace"
    (root / "sections").mkdir(parents=True)
    (root / "sections" / "mine.md.j2").symlink_to(secret)
    with pytest.raises(BadInput, match="outside"):
        SearchPath(root).read(Kind.SECTION, "mine")


def test_an_unknown_name_brings_a_suggestion_and_the_place(tmp_path):
    with pytest.raises(WrongUse) as caught:
        SearchPath(tmp_path).require(Kind.TEMPLATE, "newsleter", Place("letterbook.yaml", 3))
    assert caught.value.hint == 'Did you mean "newsletter"?'
    assert caught.value.place == Place("letterbook.yaml", 3)


@pytest.mark.parametrize("kind", list(Kind))
def test_everything_built_in_can_be_ejected_and_is_then_used(tmp_path, kind):
    for name in BUILT_IN.names(kind):
        written = eject(tmp_path, kind, name)
        assert written
        assert all(path.is_file() for path in written)
        assert SearchPath(tmp_path).is_own(kind, name)
        part = "template.yaml" if kind is Kind.TEMPLATE else ""
        assert SearchPath(tmp_path).read(kind, name, part).text == BUILT_IN.read(kind, name, part).text


def test_eject_never_overwrites(tmp_path):
    (path,) = eject(tmp_path, Kind.SECTION, "items")
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(WrongUse) as caught:
        eject(tmp_path, Kind.SECTION, "items")
    assert caught.value.place == Place("sections/items.md.j2")
    assert path.read_text(encoding="utf-8") == "mine"


def test_eject_of_an_unknown_name_brings_a_suggestion(tmp_path):
    with pytest.raises(WrongUse) as caught:
        eject(tmp_path, Kind.SECTION, "item")
    assert caught.value.hint == 'Did you mean "items"?'
    assert not (tmp_path / "sections").exists()
