from __future__ import annotations

from pathlib import Path

import pytest

from letterbook.errors import BadInput
from letterbook.finding import Place
from letterbook.library.themes.known_themes import Theme
from letterbook.library.themes.theme_file import read_themes


def themes_in(folder: Path, text: str) -> Path:
    (folder / "themes.yaml").write_text(text, encoding="utf-8")
    return folder


def test_without_the_file_no_theme_is_described(tmp_path: Path) -> None:
    assert read_themes(tmp_path).themes == ()


def test_a_theme_has_title_aliases_seeds_and_parent(tmp_path: Path) -> None:
    text = (
        "energy:\nwind:\n  title: Wind power\n  aliases: gales\n  seeds: [turbine, blade]\n  parent: energy\n"
    )
    described = read_themes(themes_in(tmp_path, text))
    assert described.findings == ()
    assert described.themes == (
        Theme("energy", place=Place("themes.yaml", 1, 1)),
        Theme("wind", "Wind power", ("gales",), ("turbine", "blade"), "energy", Place("themes.yaml", 2, 1)),
    )


def test_a_name_of_two_themes_and_an_unknown_parent_are_findings(tmp_path: Path) -> None:
    text = "energy: {title: Energy}\nwind: {aliases: [energy], parent: enregy}\n"
    findings = read_themes(themes_in(tmp_path, text)).findings
    assert [finding.id for finding in findings] == ["theme-doubled", "theme-parent-unknown"]
    assert "themes merge wind energy" in findings[0].hint
    assert findings[1].hint == 'Did you mean "energy"?'


def test_parents_in_a_circle_are_told_at_each_theme_of_it(tmp_path: Path) -> None:
    text = "a: {parent: b}\nb: {parent: a}\nc: {parent: a}\nd: {parent: d}\n"
    found = read_themes(themes_in(tmp_path, text)).findings
    assert [(finding.id, finding.place) for finding in found] == [
        ("theme-parent-circular", Place("themes.yaml", line, 1)) for line in (1, 2, 4)
    ]


def test_an_unknown_key_is_told_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        read_themes(themes_in(tmp_path, "wind:\n  alias: gales\n"))
    assert str(caught.value.place) == "themes.yaml:2:3"
    assert caught.value.hint == 'Did you mean "aliases"?'


def test_a_title_without_its_key_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="must hold keys") as caught:
        read_themes(themes_in(tmp_path, "energy:\nwind: Wind power\n"))
    assert str(caught.value.place) == "themes.yaml:2:7"
