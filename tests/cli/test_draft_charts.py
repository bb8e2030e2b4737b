"""Charts of a draft as files, in Word, and in what is remembered of it."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from letterbook.charts.drawing import can_draw

pytestmark = pytest.mark.skipif(not can_draw(), reason="needs the extra `charts`")
EDITION = """\
---
publication: letters
number: 2026 H2
as-of: 2026-06-30
date: 2026-07-20
title: Charts
---
{{ nav-bridge-chart period="H1 2026" label=bridge }}

{{ value-chart }}
"""
FILES = ["Charts-nav-bridge.png", "Charts-nav-bridge.svg", "Charts-value.png", "Charts-value.svg"]


@pytest.fixture
def workspace(sample_workspace, monkeypatch):
    monkeypatch.chdir(sample_workspace)
    (sample_workspace / "editions/Charts.md").write_text(EDITION, encoding="utf-8")
    return sample_workspace


def charts_in(folder):
    return sorted(path.name for path in folder.glob("Charts-*"))


def test_charts_lie_beside_the_markdown_file_that_shows_them(letterbook, workspace):
    result = letterbook("draft", "Charts", "--json")
    drafts = workspace / "drafts"
    assert charts_in(drafts) == FILES
    assert "](Charts-value.svg)" in (drafts / "Charts.md").read_text(encoding="utf-8")
    assert sorted(each["format"] for each in result.json["outputs"]) == [
        "docx",
        "md",
        "png",
        "png",
        "svg",
        "svg",
    ]


def test_word_has_each_chart_as_svg_and_png_with_its_words(letterbook, workspace):
    letterbook("draft", "Charts", "--to", "docx")
    assert charts_in(workspace / "drafts") == []
    with zipfile.ZipFile(workspace / "drafts/Charts.docx") as file:
        media = sorted(name.rpartition(".")[2] for name in file.namelist() if name.startswith("word/media/"))
        body = file.read("word/document.xml").decode()
    assert media == ["png", "png", "svg", "svg"]
    assert (
        "Fund I: from opening to closing net asset value, H1 2026. Opening net asset value was $71.3m" in body
    )


def test_drafting_again_gives_the_same_bytes(letterbook, workspace):
    letterbook("draft", "Charts")
    before = {path.name: path.read_bytes() for path in (workspace / "drafts").iterdir()}
    letterbook("draft", "Charts")
    assert {path.name: path.read_bytes() for path in (workspace / "drafts").iterdir()} == before


def test_a_chart_that_somebody_changed_stays_and_the_new_one_lies_beside_it(letterbook, workspace):
    letterbook("draft", "Charts")
    drawing = workspace / "drafts/Charts-value.png"
    drawing.write_bytes(b"retouched")
    result = letterbook("draft", "Charts")
    assert result.code == 5
    assert drawing.read_bytes() == b"retouched"
    assert (workspace / "drafts/Charts-value.new.png").is_file()


def test_a_file_elsewhere_refers_to_the_charts_among_the_drafts(letterbook, workspace):
    (workspace / "out").mkdir()
    letterbook("draft", "Charts", "-o", str(workspace / "out/letter.md"))
    assert "](../drafts/Charts-value.svg)" in (workspace / "out/letter.md").read_text(encoding="utf-8")
    assert charts_in(workspace / "drafts") == FILES


def test_printing_a_draft_writes_no_chart(letterbook, workspace):
    letterbook("draft", "Charts", "-o", "-", "--to", "md")
    assert not (workspace / "drafts").exists() or charts_in(workspace / "drafts") == []


def test_a_number_of_a_chart_is_explained_down_to_its_rows(letterbook, workspace):
    letterbook("draft", "Charts")
    found = letterbook("explain", "Charts", "$0.9m", "--json").json["numbers"]
    assert [number["words"] for number in found] == ["Realised gains and losses $0.9m"]
    assert found[0]["call"] == {
        "called": "nav-bridge chart: Realised gains and losses",
        "file": "editions/Charts.md",
        "line": 8,
        "column": 1,
    }
    assert {source["path"] for source in found[0]["sources"]} >= {"fund/holdings.csv", "fund/nav.csv"}
    assert "fund/nav.csv" in letterbook("explain", "Charts", "$0.9m").stdout


def test_the_figures_of_charts_are_remembered_with_the_build(letterbook, workspace):
    letterbook("draft", "Charts")
    (path,) = (workspace / "records/builds/Charts").iterdir()
    record = json.loads(path.read_bytes())
    called = {each["called"]: each["shown"] for each in record["drawn"]}
    assert called["nav-bridge chart: Opening net asset value"] == "$71.3m"
    assert called["value chart: 30 June 2026, Paid in"] == "$42.0m"
    assert {"fund/nav.csv", "fund/cashflows.csv", "fund/holdings.csv"} <= set(record["sources"])


def test_an_edited_word_file_still_explains_its_charts(letterbook, workspace):
    letterbook("draft", "Charts")
    path = workspace / "drafts/Charts.docx"
    stream = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"As of 30 June", b"As at 30 June"))
    path.write_bytes(stream.getvalue())
    result = letterbook("explain", str(path), "$78.5m", "--json").json
    assert result["edited"] is True
    assert "Closing net asset value $78.5m" in [each["words"] for each in result["numbers"]]


def test_figures_tell_in_which_charts_they_stand(letterbook, workspace):
    letterbook("draft", "Charts")
    assert "nav-bridge chart: Closing net asset value" in letterbook("explain", "Fund I net NAV").stdout
