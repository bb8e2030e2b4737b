"""Builds are remembered: the last three of each draft, and all that were published."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from letterbook.drafting.figures.printed_figure import PrintedFigure
from letterbook.drafting.figures.printer import FigureUse
from letterbook.drafting.output.assembled_origin import origin_of
from letterbook.drafting.output.build_record import read_build_record, render_build_record
from letterbook.drafting.output.builds import damaged_builds, read_build, record_build
from letterbook.drafting.output.draft_origin import DraftOrigin
from letterbook.drafting.output.outputs import write_outputs
from letterbook.drafting.project import open_project
from letterbook.drafting.search_path import built_in_text
from letterbook.errors import BadInput, LetterbookError
from letterbook.figure import Basis, Figure, Period, Status, Unit, UnitKind
from letterbook.files import sha256
from letterbook.finding import Place
from letterbook.library.workspace import open_workspace
from letterbook.writers.writer import Anchor, FigureMark, Written

EDITION = "editions/Tidewatch 7.md"
PLAIN_LOOK = built_in_text("letterbook/looks/plain.yaml")
ANCHORS = (
    Anchor("_lb_b0001", "Title", "Tidewatch #7: a “loaf”", Place(EDITION)),
    Anchor("_lb_b0002", "Body Text", "Hi all,\nGrüße 東京.", Place(EDITION, 7, 3)),
    Anchor("_lb_b0003", "Body Text", "From the item.", Place("items/Memo.md", 12)),
    Anchor("_lb_b0004", "Body Text", "Of nowhere."),
)
ORIGIN = DraftOrigin(
    edition=EDITION,
    date="2026-06-25",
    audience="public",
    placed=("Memo",),
    files=("letterbook/looks/plain.yaml", "items/Gone.md"),
)


def built(build="a1", anchors=ANCHORS):
    return Written(f"docx {build}".encode(), build=build, anchors=anchors)


@pytest.fixture
def workspace(workspace_of):
    return workspace_of({EDITION: "Hi all,", "items/Memo.md": "From the item."}).workspace


@pytest.fixture
def folder(workspace):
    return workspace.records_folder / "builds" / "Tidewatch 7"


@pytest.fixture
def record(workspace):
    """Records the builds with these ids, one after the other, and gives the path of the last."""

    def builds(*identifiers, name="Tidewatch 7", origin=ORIGIN):
        paths = [record_build(workspace, name, built(identifier), origin) for identifier in identifiers]
        return paths[-1]

    return builds


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def publish(path):
    """Mark a record as published, as publishing does."""
    path.write_bytes(render_build_record(replace(read_build_record(path, ""), published=True)))


def test_a_build_is_remembered_with_its_paragraphs_and_sources(workspace, record):
    record("a1")
    remembered = read_build(workspace, "a1")
    assert remembered.anchors == ANCHORS
    assert (remembered.draft, remembered.edition) == ("Tidewatch 7", EDITION)
    assert (remembered.date, remembered.audience) == ("2026-06-25", "public")
    assert remembered.sha256 == sha256(b"docx a1")
    assert not remembered.published
    assert remembered.sources == {
        EDITION: sha256(b"Hi all,"),
        "items/Memo.md": sha256(b"From the item."),
        "letterbook/looks/plain.yaml": sha256(PLAIN_LOOK.encode()),
    }


def test_a_record_can_be_read_by_people(record):
    lines = record("a1").read_text().splitlines()
    assert lines[1:5] == [
        ' "build": "a1",',
        ' "draft": "Tidewatch 7",',
        f' "edition": "{EDITION}",',
        ' "date": "2026-06-25",',
    ]
    assert (
        f'  {{"name": "_lb_b0002", "style": "Body Text", "file": "{EDITION}", "line": 7, "column": 3, '
        '"text": "Hi all,\\nGrüße 東京."},'
    ) in lines
    assert lines[-3:] == [' "figures": [],', ' "notes": []', "}"]


def test_cells_and_footnotes_are_remembered_and_an_older_record_knows_nothing_of_them(
    record, workspace, tmp_path
):
    cell, note = Anchor("_lb_b0001", "Table Text", "9", None, 2, 3), Anchor("", "Footnote Text", "As of now.")
    made = replace(read_build(workspace, record("a1").stem.partition("-")[2]), anchors=(cell,), notes=(note,))
    path = tmp_path / "record.json"
    path.write_bytes(render_build_record(made))
    assert read_build_record(path, "record.json") == made
    older = {key: value for key, value in json.loads(path.read_text()).items() if key != "notes"}
    path.write_text(json.dumps(older))
    assert read_build_record(path, "record.json").notes is None


def test_a_figure_computed_from_a_whole_file_is_remembered(record, workspace, tmp_path):
    whole = Figure("Committed", Decimal(60), Unit(UnitKind.MONEY, "USD"), place=Place("fund/fund.yaml"))
    printed = PrintedFigure("_lb_f0001", "_lb_b0001", "Committed", "$60", Place(EDITION, 7, 1), whole)
    made = replace(read_build(workspace, record("a1").stem.partition("-")[2]), figures=(printed,))
    path = tmp_path / "record.json"
    path.write_bytes(render_build_record(made))
    assert read_build_record(path, "record.json") == made


def test_what_figures_printed_is_remembered_with_where_it_came_from(workspace):
    tvpi = Figure(
        name="Fund I TVPI",
        value=Decimal("2.09"),
        unit=Unit(UnitKind.MULTIPLE),
        as_of=date(2026, 6, 30),
        basis=Basis.NET,
        period=Period("since inception"),
        status=Status.UNAUDITED,
        source="Performance.xlsx, D4",
        show_as="2.1x",
        place=Place("fund/figures.csv", 3, 2),
        formula="(distributed + NAV) / paid-in",
        inputs=(Place("fund/nav.csv", 2, 4),),
    )
    before = replace(tvpi, value=Decimal("1.98"), as_of=date(2025, 12, 31), status=Status.AUDITED)
    called = Place(EDITION, 9, 4)
    uses = (
        FigureUse("Fund I net TVPI", "2.1x", tvpi, called),
        FigureUse("Fund I TVPI, change", "rose", tvpi, replace(called, column=30), before),
        FigureUse("Fund I TVPI", "2.1x", tvpi, replace(called, column=60)),
    )
    marks = (
        FigureMark("_lb_f0001", "Fund I net TVPI", "2.1x", "_lb_b0002", called),
        FigureMark("_lb_f0002", "Fund I TVPI, change", "rose", "", replace(called, column=30)),
        FigureMark("_lb_f0003", "Fund I net TVPI", "typed", "_lb_b0003"),
    )
    origin = replace(ORIGIN, figures=uses)
    path = record_build(workspace, "Tidewatch 7", replace(built(), figures=marks), origin)
    assert read_build(workspace, "a1").figures == (
        PrintedFigure("_lb_f0001", "_lb_b0002", "Fund I net TVPI", "2.1x", called, tvpi),
        PrintedFigure(
            "_lb_f0002", "", "Fund I TVPI, change", "rose", replace(called, column=30), tvpi, before
        ),
    )
    assert '"called": "Fund I net TVPI", "shown": "2.1x"' in path.read_text()


@pytest.mark.parametrize("value", ["NaN", "much", "1e9999999999"])
def test_a_record_whose_figures_make_no_sense_is_damaged(workspace, record, value):
    path = record("a1")
    figure = '{"mark": "m", "anchor": "", "called": "A", "shown": "1", "file": "f", "line": 1, "figure": '
    broken = f'"figures": [{figure}{{"name": "A", "value": "{value}", "unit": "number"}}}}]'
    path.write_text(path.read_text().replace('"figures": []', broken))
    with pytest.raises(BadInput, match="damaged"):
        read_build(workspace, "a1")


def test_a_record_from_before_there_were_figures_can_be_read(workspace, record):
    path = record("a1")
    path.write_text(path.read_text().replace(',\n "figures": []', ""))
    assert read_build(workspace, "a1").figures == ()


def test_a_record_without_sources_and_paragraphs_is_still_json(workspace, record):
    path = record_build(workspace, "Empty", built(anchors=()), DraftOrigin())
    assert json.loads(path.read_text())["anchors"] == []
    assert read_build(workspace, "a1").sources == {}


def test_a_file_that_carries_no_build_is_not_remembered(workspace):
    assert record_build(workspace, "Tidewatch 7", Written(b"# Markdown"), ORIGIN) is None
    assert not workspace.records_folder.exists()


def test_the_last_three_builds_are_kept_in_the_order_of_building(record, folder):
    record("e5", "d4", "c3", "b2", "a1")
    assert names(folder) == ["0003-c3.json", "0004-b2.json", "0005-a1.json"]


def test_the_same_build_again_changes_no_byte(record, folder):
    path = record("a1", "b2")
    before = path.stat()
    assert record("b2") == path
    assert path.stat() == before
    assert names(folder) == ["0001-a1.json", "0002-b2.json"]


def test_an_earlier_build_made_again_becomes_the_last(record, folder):
    record("a1", "b2", "a1")
    assert names(folder) == ["0002-b2.json", "0003-a1.json"]
    record("c3", "d4")
    assert names(folder) == ["0003-a1.json", "0004-c3.json", "0005-d4.json"]


def test_a_published_build_is_kept_however_many_follow(workspace, record, folder):
    publish(record("a1"))
    record("b2", "c3", "d4", "e5", "f6")
    assert names(folder) == ["0001-a1.json", "0004-d4.json", "0005-e5.json", "0006-f6.json"]
    record("a1")
    assert read_build(workspace, "a1").published
    assert names(folder) == ["0005-e5.json", "0006-f6.json", "0007-a1.json"]


def test_each_draft_has_its_own_three(record, workspace):
    record("a1", "b2", "c3")
    record("d4", "e5", name="Tidewatch 7 (firm)")
    assert read_build(workspace, "a1").draft == "Tidewatch 7"
    assert read_build(workspace, "d4").draft == "Tidewatch 7 (firm)"


@pytest.mark.parametrize("name", ["../../escape", "a/b", "..", ".hidden", "C:\\x", "what?", "end.", "tab\t"])
def test_a_name_that_is_no_file_name_stays_in_the_folder(record, workspace, name):
    path = record("a1", name=name)
    assert path.parent.parent == workspace.records_folder / "builds"
    assert read_build(workspace, "a1").draft == name


@pytest.mark.parametrize("build", ["none", "", "../0001-a1", "*", "a1.json", "A1"])
def test_an_unknown_build_has_no_record(record, workspace, build):
    record("a1")
    assert read_build(workspace, build) is None


def test_a_workspace_without_records_has_none(workspace):
    assert read_build(workspace, "a1") is None
    assert damaged_builds(workspace) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "{}",
        "[" * 100_000,
        '{"build": 1}',
        '"sources": []',
        "\0",
    ],
)
def test_a_damaged_record_is_located_and_told_by_the_doctor(record, workspace, text):
    path = record("a1")
    path.write_text(text)
    with pytest.raises(BadInput, match="damaged") as caught:
        read_build(workspace, "a1")
    assert caught.value.place.file == "records/builds/Tidewatch 7/0001-a1.json"
    (finding,) = damaged_builds(workspace)
    assert (finding.id, finding.place) == ("build-record-damaged", caught.value.place)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("anchors", [{}]),
        ("anchors", {"a": 1}),
        ("sources", {"a": 1}),
        ("date", None),
        ("anchors", [{"name": 1}]),
        ("anchors", [{"name": "a", "style": "b", "text": "c", "cell": [1]}]),
        ("notes", {"a": 1}),
    ],
)
def test_a_record_of_the_wrong_form_is_damaged(record, workspace, key, value):
    path = record("a1")
    path.write_text(json.dumps({**json.loads(path.read_text()), key: value}))
    with pytest.raises(BadInput):
        read_build(workspace, "a1")


def test_a_damaged_record_stops_no_draft_and_is_not_thrown_away(record, folder):
    record("a1").write_text("{")
    record("b2", "c3", "d4", "e5")
    assert names(folder) == ["0001-a1.json", "0003-c3.json", "0004-d4.json", "0005-e5.json"]


def test_a_damaged_record_of_the_same_build_is_made_anew(record, workspace):
    record("a1").write_text("{")
    record("a1")
    assert read_build(workspace, "a1").anchors == ANCHORS


def test_other_files_in_the_folder_are_left_alone(record, workspace, folder):
    folder.mkdir(parents=True)
    (folder.parent / "README.txt").write_text("mine")
    (folder / "0001-a1 (conflicted copy).json").write_text("{")
    record("a1", "b2", "c3", "d4")
    assert "0001-a1 (conflicted copy).json" in names(folder)
    assert damaged_builds(workspace) == ()


def test_what_changed_in_the_sources_only_is_remembered_too(record, workspace):
    record("a1")
    (workspace.root / EDITION).write_text("%% a remark %%\n\nHi all,")
    record("a1")
    assert read_build(workspace, "a1").sources[EDITION] == sha256(b"%% a remark %%\n\nHi all,")


def test_a_word_file_is_remembered_before_it_is_written(workspace, folder):
    blocked = workspace.root / "blocked"
    blocked.write_text("a file where a folder should be")
    with pytest.raises(LetterbookError):
        write_outputs(
            workspace, "Tidewatch 7", {"docx": built()}, origin=ORIGIN, destination=blocked / "out.docx"
        )
    assert names(folder) == ["0001-a1.json"]


def test_drafts_are_remembered_wherever_they_are_written(workspace, folder, tmp_path):
    rendered = {"docx": built(), "md": Written(b"# Markdown")}
    write_outputs(workspace, "Tidewatch 7", rendered, origin=ORIGIN)
    outside = tmp_path.parent / f"{tmp_path.name}-outside.docx"
    write_outputs(workspace, "Tidewatch 7", {"docx": built("b2")}, origin=ORIGIN, destination=outside)
    assert names(folder) == ["0001-a1.json", "0002-b2.json"]


def test_the_origin_of_a_draft_names_what_it_was_made_with(drafted, tmp_path):
    assembly = drafted(
        "### [[Memo]]\n\n{{ sign-off }}\n",
        {"items/Memo.md": "---\ntitle: Memo\n---\nAbout it.\n", "looks/own.yaml": PLAIN_LOOK},
        look="own",
    )
    project = open_project(open_workspace(tmp_path))
    origin = origin_of(assembly, project)
    assert (origin.edition, origin.date, origin.audience) == (EDITION, "2026-06-25", "public")
    assert origin.placed == ("Memo",)
    assert set(origin.files) == {
        "items/Memo.md",
        "looks/own.yaml",
        "letterbook/templates/newsletter/template.yaml",
        "letterbook/templates/newsletter/layout.md.j2",
    }
    assert all(built_in_text(file) or (tmp_path / file).is_file() for file in origin.files)


@pytest.mark.parametrize(
    "file", ["letterbook/looks/none.yaml", "looks/plain.yaml", "letterbook/looks/", "", "a"]
)
def test_there_is_no_other_built_in_file(file):
    assert built_in_text(file) is None
