"""The command `figures`."""

from __future__ import annotations

import pytest

SHEET = "name,value,unit,as of,basis\nFund I TVPI,2.43,x,2026-06-30,net\nFund I NAV,$78.5m,,2026-06-30,\n"


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "q2.csv"
    path.write_text(SHEET)
    return path


def test_the_figures_of_the_sample_are_listed_and_right(letterbook, sample_workspace):
    listed = letterbook("-C", sample_workspace, "figures")
    assert listed.code == 0
    assert "Fund I committed capital    $60.0m  2026-06-30" in listed.stdout
    checked = letterbook("-C", sample_workspace, "figures", "check", "--strict")
    assert (checked.code, checked.stdout) == (0, "")


def test_words_narrow_the_list(letterbook, sheet):
    run = letterbook("figures", "tvpi", "net", "--figures", sheet)
    assert run.stdout == "Fund I TVPI  2.43x  2026-06-30  net\n"
    assert "1 figure of 2" in run.stderr


def test_programs_get_every_part_of_a_figure(letterbook, sheet):
    (figure,) = letterbook("figures", "--figures", sheet, "--json", "NAV").json["figures"]
    assert figure["value"] == "78500000"
    assert (figure["unit"], figure["currency"], figure["shown"]) == ("money", "USD", "$78.5m")
    assert (figure["file"], figure["line"], figure["column"]) == (str(sheet), 3, 2)


def test_a_name_that_is_nearly_right_is_answered(letterbook, sheet):
    run = letterbook("figures", "Fund I TVIP", "--figures", sheet)
    assert run.code == 2
    assert 'Did you mean "Fund I TVPI"?' in run.stderr


def test_check_tells_everything_at_once_and_fails(letterbook, tmp_path):
    path = tmp_path / "bad.csv"
    path.write_text("name,value,unit\nTVPI,n/m,x\nNAV,5,money\nDPI,0.6,x\n")
    run = letterbook("figures", "check", "--figures", path)
    assert run.code == 1
    assert f"{path}:2:2: error:" in run.stdout
    assert f"{path}:3:3: error:" in run.stdout
    assert "1 figure, 2 errors." in run.stderr
    found = letterbook("figures", "check", "--figures", path, "--json").json
    assert (found["figures"], len(found["findings"])) == (1, 2)


def test_places_in_a_workspace_are_told_from_its_folder(letterbook, empty_workspace):
    (empty_workspace / "fund").mkdir(exist_ok=True)
    (empty_workspace / "fund" / "figures.csv").write_text("name,value\nTVPI,\n")
    assert letterbook("-C", empty_workspace, "figures", "check").stdout.startswith(
        "fund/figures.csv:2:2: error:"
    )


def test_without_a_sheet_or_a_workspace_it_says_what_to_do(letterbook, empty_workspace, tmp_path):
    assert letterbook("-C", empty_workspace, "figures").code == 4
    assert letterbook("-C", tmp_path, "figures").code == 3
    assert letterbook("figures", "check", "--figures", tmp_path / "none.csv").code == 4
