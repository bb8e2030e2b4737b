"""The command `figures`."""

from __future__ import annotations

import pytest

from tests.fund.workspaces import workspace_of

SHEET = "name,value,unit,as of,basis\nFund I TVPI,2.43,x,2026-06-30,net\nFund I NAV,$78.5m,,2026-06-30,\n"


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "q2.csv"
    path.write_text(SHEET)
    return path


def test_the_figures_of_the_sample_are_listed_and_right(letterbook, sample_workspace):
    listed = letterbook("-C", sample_workspace, "figures")
    assert listed.code == 0
    assert " ".join(listed.stdout.splitlines()[0].split()).startswith(
        "Fund I committed capital $60.0m 2026-06-30"
    )
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


def lines(run):
    return run.stdout.splitlines()


def test_what_the_data_allow_is_listed_after_what_is_stated(letterbook, sample_workspace):
    listed = letterbook("-C", sample_workspace, "figures")
    stated = [line for line in lines(listed) if "computed:" not in line]
    assert lines(listed)[: len(stated)] == stated
    assert any("Fund I net IRR without facility" in line and "22.8%" in line for line in lines(listed))
    assert any("Tern Avionics gross MOIC" in line and "4.0x" in line for line in lines(listed))
    assert not any("Northmoor" in line for line in lines(listed))
    assert "letterbook figures --all" in listed.stderr


def test_figures_of_other_days_and_of_investors_are_listed_when_asked_for(letterbook, sample_workspace):
    every = letterbook("-C", sample_workspace, "figures", "--all")
    assert any("Northmoor" in line and "2025-12-31" in line for line in lines(every))
    investor = letterbook("-C", sample_workspace, "figures", "Northmoor", "IRR")
    assert len(lines(investor)) == 2
    all_of_them = letterbook("-C", sample_workspace, "figures", "--json").json["figures"]
    assert len(all_of_them) == len(lines(every))


def test_a_day_that_nobody_reported_has_the_figures_that_need_no_value(letterbook, sample_workspace):
    run = letterbook("-C", sample_workspace, "figures", "--as-of", "31 March 2026", "Fund I")
    assert any("Fund I paid-in capital" in line and "$42.0m" in line for line in lines(run))
    assert not any("TVPI" in line for line in lines(run))
    assert all("2026-03-31" in line for line in lines(run))


def test_a_day_that_is_none_is_wrong_use(letterbook, sample_workspace):
    run = letterbook("-C", sample_workspace, "figures", "--as-of", "soon")
    assert run.code == 2
    assert "no date" in run.stderr


def test_check_tells_what_is_wrong_in_the_data_and_where_the_sheet_differs_from_it(
    letterbook, sample_workspace
):
    fund = sample_workspace / "fund"
    sheet, nav = fund / "figures.csv", fund / "nav.csv"
    sheet.write_text(sheet.read_text("utf-8").replace("Fund I DPI,0.22,", "Fund I DPI,0.32,", 1), "utf-8")
    sheet.write_text(sheet.read_text("utf-8").replace(",0.22x,", ",0.32x,", 1), "utf-8")
    nav.write_text(nav.read_text("utf-8").replace("unaudited", "unudited", 1), "utf-8")
    run = letterbook("-C", sample_workspace, "figures", "check")
    assert run.code == 1
    assert "fund/nav.csv:11:6: error:" in run.stdout
    nav.write_text(nav.read_text("utf-8").replace("unudited", "unaudited", 1), "utf-8")
    run = letterbook("-C", sample_workspace, "figures", "check")
    assert 'error: "Fund I DPI" is stated as 0.32x, but the data come to 0.22x.' in run.stdout


def test_check_holds_figures_of_single_investors_against_the_data(letterbook, empty_workspace):
    workspace_of(
        empty_workspace,
        cashflows="date,fund,lp,level,kind,amount\n2022-01-01,f1,a,investor,call,30000\n",
        nav="as of,fund,lp,nav\n2024-06-30,f1,a,52000\n",
        recipients="lp,name,commitment\na,Aino Lehtonen,50000\n",
    )
    (empty_workspace / "fund" / "figures.csv").write_text(
        "name,value,unit,as of,lp\n"
        "paid-in capital,31000,USD,2024-06-30,a\n"
        "NAV,52000,USD,2024-06-30,a\n"
        "unfunded commitment,20000,USD,2024-06-30,aa\n"
    )
    run = letterbook("-C", empty_workspace, "figures", "check", "--json")
    told = [(each["id"], each["line"], each["message"]) for each in run.json["findings"]]
    assert told == [
        ("figures-lp", 4, 'No investor has the lp "aa".'),
        ("figure-twin", 2, '"a paid-in capital" is stated as $31,000, but the data come to $30,000.'),
    ]
    assert run.code == 1


def test_programs_get_formula_and_day_of_a_computed_figure(letterbook, sample_workspace):
    (figure,) = letterbook("-C", sample_workspace, "figures", "--json", "without", "facility", "2026").json[
        "figures"
    ]
    assert (figure["formula"], figure["as_of"], figure["shown"]) == (
        "irr-net-without-facility",
        "2026-06-30",
        "22.8%",
    )
    assert figure["file"] == "fund/cashflows.csv"
