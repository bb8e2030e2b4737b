"""Stated figures against the computed ones that are the same."""

from __future__ import annotations

import pytest

from letterbook.errors import BadInput
from letterbook.figure import Basis
from letterbook.finding import Severity
from letterbook.fund.figure_names import name_words
from letterbook.fund.workspace_figures import workspace_figures
from tests.fund.workspaces import workspace_of

HEAD = "name,value,unit,as of,basis,period,show as\n"


@pytest.fixture
def merge(tmp_path):
    def merge_it(*rows):
        workspace = workspace_of(tmp_path)
        sheet = workspace / "fund" / "figures.csv"
        sheet.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
        return workspace_figures(workspace)

    return merge_it


def twins(figures):
    return [finding for finding in figures.findings if finding.id == "figure-twin"]


@pytest.mark.parametrize(
    "row",
    [
        "Fund I TVPI,1.375,x,2024-06-30,net,since inception,",
        "Fund I TVPI,1.4,x,2024-06-30,net,,",
        "Fund I net TVPI,1.36,x,2024-06-30,,,0.0x",
        "TVPI Fund I net,1.375,x,2024-06-30,,,",
        "Fund I NAV,80000,USD,2024-06-30,net,,",
        "Fund I NAV,80049,USD,2024-06-30,net,,$0.1m",
        "Fund I distributions,30000,USD,2024-06-30,net,since inception,",
    ],
)
def test_a_stated_figure_that_the_data_come_to_is_printed_as_stated(merge, row):
    figures = merge(row)
    assert twins(figures) == []
    stated, *computed = figures.figures
    assert stated.formula == ""
    again = {
        name_words(each.name) for each in computed if each.as_of == stated.as_of and each.basis is Basis.NET
    }
    assert set(map(frozenset, again)).isdisjoint({frozenset(name_words(stated.name))})


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Fund I TVPI,1.47,x,2024-06-30,net,,", ("1.47x", "1.38x")),
        ("Fund I TVPI,1.36,x,2024-06-30,net,,", ("1.36x", "1.38x")),
        ("Fund I net NAV,81000,USD,2024-06-30,,,", ("$81,000", "$80,000")),
        ("Fund I NAV,80000,EUR,2024-06-30,net,,", ("EUR", "USD")),
        ("Fund I DPI,0.3,x,2023-12-31,net,,", ("0.3x", "0.0x")),
        ("Fund I return,5%,,2024-06-30,net,H1 2024,", ("5%", "33%")),
        ("Acme gross MOIC,2.0,x,2024-06-30,,,", ("2.0x", "1.9x")),
    ],
)
def test_one_that_differs_by_more_than_its_rounding_is_an_error_at_its_row(merge, row, words):
    (finding,) = twins(merge(row))
    assert (finding.severity, finding.place.file, finding.place.line) == (
        Severity.ERROR,
        "fund/figures.csv",
        2,
    )
    assert all(word in finding.message for word in words), finding.message
    assert "Computed from fund/" in finding.hint


@pytest.mark.parametrize(
    "row",
    [
        "Fund II TVPI,9,x,2024-06-30,net,,",
        "Fund I TVPI,9,x,2022-12-31,net,,",
        "Fund I TVPI,9,x,2024-06-30,gross,,",
        "Fund I return,90%,,2024-06-30,net,2023,",
        "Fund I return,90%,,2024-06-30,net,,",
        "Fund I MOIC,9,x,2024-06-30,,,",
        "Fund I staff,12,number,2024-06-30,,,",
    ],
)
def test_a_figure_of_another_name_day_basis_or_period_has_no_twin(merge, row):
    assert twins(merge(row)) == []


def test_computed_figures_that_nobody_states_follow_the_stated_ones(merge):
    figures = merge("Fund I NAV,80000,USD,2024-06-30,net,,")
    names = [(each.name, each.as_of.isoformat()) for each in figures.figures]
    assert names[0] == ("Fund I NAV", "2024-06-30")
    assert ("Fund I net NAV", "2024-06-30") not in names
    assert ("Fund I net NAV", "2023-12-31") in names


def test_a_workspace_with_data_needs_no_sheet(tmp_path):
    figures = workspace_figures(workspace_of(tmp_path))
    assert figures.file == "fund"
    assert {each.as_of.isoformat() for each in figures.figures} == {"2023-12-31", "2024-06-30"}


def test_a_workspace_with_neither_says_so(tmp_path):
    with pytest.raises(BadInput, match=r"figures\.csv"):
        workspace_figures(tmp_path)


def test_data_that_cannot_be_used_are_told_beside_the_stated_figures(tmp_path):
    workspace = workspace_of(tmp_path, cashflows="", nav=None, holdings=None)
    (workspace / "fund" / "figures.csv").write_text(f"{HEAD}Fund I NAV,5,USD,2024-06-30,net,,\n")
    figures = workspace_figures(workspace)
    assert [each.name for each in figures.figures] == ["Fund I NAV"]
    assert [each.id for each in figures.findings] == ["cashflows-file"]
