"""The sections that draw charts, from the sample's fund: what they show, where they lie, what they tell."""

from __future__ import annotations

from importlib.machinery import PathFinder

import pytest

from letterbook.charts.drawing import can_draw
from letterbook.draft import Picture, Table
from letterbook.drafting.output.dress import dress
from letterbook.finding import Severity
from letterbook.item import Audience
from letterbook.markup.text import plain_text
from letterbook.markup.tree import iter_blocks
from letterbook.writers.markdown import write_markdown
from tests.drafting.sample_fund import FUND, changed

needs_charts = pytest.mark.skipif(not can_draw(), reason="needs the extra `charts`")
CALLS = {
    "nav-bridge-chart": "nav-bridge-chart label=bridge",
    "value-chart": "value-chart",
    "index-chart": "index-chart",
    "allocation-chart": "allocation-chart",
    "allocation-chart-by-company": 'allocation-chart by=company limit=3 caption="The largest companies"',
    "contributions-chart": "contributions-chart limit=2",
}
HISTORY = """\
as of,fund,nav,status
2023-12-31,hr1,21000000,audited
2024-12-31,hr1,45000000,audited
2025-12-31,hr1,71300000,audited
2026-06-30,hr1,78500000,unaudited
"""


@pytest.fixture
def without_matplotlib(monkeypatch):
    find = PathFinder.find_spec

    def hidden(name, *others):
        return None if name == "matplotlib" else find(name, *others)

    monkeypatch.setattr(PathFinder, "find_spec", hidden)
    monkeypatch.delitem(__import__("sys").modules, "matplotlib", raising=False)


def pictures(assembly):
    return [block for block in iter_blocks(assembly.draft.blocks) if isinstance(block, Picture)]


def told(assembly, identifier):
    return [finding.message for finding in assembly.findings if finding.id == identifier]


@needs_charts
@pytest.mark.parametrize(("name", "call"), CALLS.items(), ids=CALLS)
def test_a_chart_stands_in_the_draft_with_its_caption_and_its_words(letter, golden, name, call):
    assembly = letter(f"{{{{ {call} }}}}")
    golden(f"sections/{name}.md", write_markdown(assembly.draft).partition("20 July 2026\n\n")[2])
    (picture,) = pictures(assembly)
    assert picture.image.source == assembly.charts[0].source
    assert picture.place.line == 7


@pytest.mark.usefixtures("without_matplotlib")
@pytest.mark.parametrize(("name", "call"), CALLS.items(), ids=CALLS)
def test_without_the_extra_the_data_stand_there_as_a_table(letter, golden, name, call):
    assembly = letter(f"{{{{ {call} }}}}")
    golden(f"sections/{name}-as-table.md", write_markdown(assembly.draft).partition("20 July 2026\n\n")[2])
    assert not pictures(assembly)
    (message,) = told(assembly, "chart-not-drawn")
    assert "because matplotlib, which draws them, is not installed" in message
    (table,) = (block for block in iter_blocks(assembly.draft.blocks) if isinstance(block, Table))
    cells = [cell for row in table.body for cell in row.cells[1:] if cell.children]
    called = {use.called: use.text for use in assembly.figures}
    assert [called[dict(cell.children[0].attributes)["figure"]] for cell in cells] == [
        plain_text(cell.children) for cell in cells
    ]


@pytest.mark.usefixtures("without_matplotlib")
def test_without_the_extra_a_draft_says_so_once_and_references_lead_to_the_tables(letter):
    assembly = letter("As [](#bridge) shows.\n\n{{ nav-bridge-chart label=bridge }}\n\n{{ value-chart }}")
    (finding,) = (each for each in assembly.findings if each.id == "chart-not-drawn")
    assert (finding.severity, finding.place.line) == (Severity.NOTE, 0)
    assert "As [Table 1](#bridge) shows." in write_markdown(assembly.draft)


@needs_charts
def test_two_charts_of_a_kind_lie_in_two_files(letter):
    assembly = letter("{{ nav-bridge-chart }}\n\n{{ nav-bridge-chart }}\n\n{{ value-chart }}")
    assert [picture.image.source for picture in pictures(assembly)] == [
        "drafts/Tidewatch 7-nav-bridge.svg",
        "drafts/Tidewatch 7-nav-bridge-2.svg",
        "drafts/Tidewatch 7-value.svg",
    ]


@needs_charts
def test_a_draft_for_other_readers_has_charts_of_its_own(letter):
    (picture,) = pictures(letter("{{ value-chart }}", audience=Audience.FIRM))
    assert picture.image.source == "drafts/Tidewatch 7 (firm)-value.svg"


@needs_charts
def test_a_line_refers_to_a_chart_by_its_label(letter):
    assembly = letter("As [](#bridge) shows.\n\n{{ nav-bridge-chart label=bridge }}")
    assert "As [Figure 1](#bridge) shows." in write_markdown(assembly.draft)


@needs_charts
def test_value_over_time_goes_back_to_the_first_valuation_or_a_day(letter):
    files = {"fund/nav.csv": HISTORY.replace("hr1", fund_id())}
    points = letter("{{ value-chart }}", files).charts[0].chart.points
    assert [(str(point.date), str(point.nav.value)) for point in points][:2] == [
        ("2023-12-31", "21000000"),
        ("2024-12-31", "45000000"),
    ]
    since = letter("{{ value-chart since=2025-01-01 }}", files).charts[0].chart.points
    assert [str(point.date) for point in since] == ["2025-12-31", "2026-06-30"]
    last = letter("{{ value-chart limit=1 }}", files).charts[0].chart.points
    assert [str(point.date) for point in last] == ["2026-06-30"]


def fund_id():
    return FUND["fund/nav.csv"].decode().splitlines()[1].split(",")[1]


@needs_charts
def test_growth_begins_at_100_and_a_point_knows_all_rows_before_it(letter):
    fund, index = letter("{{ index-chart }}").charts[0].chart.lines
    assert fund.points[0].figure.value == index.points[0].figure.value == 100
    assert {place.file for place in fund.points[-1].figure.inputs} == {"fund/nav.csv", "fund/cashflows.csv"}
    assert {place.file for place in index.points[-1].figure.inputs} == {"fund/benchmarks.csv"}


@needs_charts
def test_an_index_without_a_level_for_a_day_is_told_and_left_out(letter):
    files = {"fund/benchmarks.csv": "date,index,level\n2026-06-30,World,100\n"}
    assembly = letter("{{ index-chart }}", files)
    assert [line.label for line in assembly.charts[0].chart.lines] == ["Fund I, net"]
    assert told(assembly, "index-not-covered") == [
        "There is no level of World for 2022-12-31, so it is left out of the chart."
    ]


@needs_charts
def test_parts_beyond_the_limit_are_put_together_and_add_up(letter):
    whole = letter("{{ allocation-chart by=company }}").charts[0].chart.parts
    cut = letter("{{ allocation-chart by=company limit=2 }}").charts[0].chart
    assert (len(cut.parts), cut.others.label) == (2, "All others")
    assert sum(part.figure.value for part in whole) == sum(part.figure.value for part in cut.all_parts)
    assert len(cut.others.figure.inputs) >= len(whole) - 2


@needs_charts
def test_contributions_never_stand_without_the_net_return(letter):
    files = {"fund/nav.csv": "as of,fund,nav\n2026-06-30,hr1,78500000\n".replace("hr1", fund_id())}
    stated = "name,value,unit,as of,basis,period\nKelpworks contribution,4.2%,%,2026-06-30,gross,H1 2026\n"
    assembly = letter("{{ contributions-chart }}", {**files, "fund/figures.csv": stated})
    assert assembly.charts == ()
    assert len(told(assembly, "gross-without-net")) == 1


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ("nav-bridge-chart fund=Fond", 'There is no fund "Fond".'),
        ("nav-bridge-chart period=soon", "soon"),
        ('value-chart label="a b"', '"a b" cannot be the label of a chart.'),
        ("allocation-chart limit=0", "A chart cannot show 0 entries."),
        ("contributions-chart limit=-1", "A chart cannot show -1 entries."),
        ("allocation-chart by=colour", '"by" must be one of'),
        ("value-chart since=yesterday", '"since" must be a date'),
    ],
)
def test_a_wrong_word_is_told_at_its_place_and_the_rest_is_drafted(letter, call, message):
    assembly = letter(f"{{{{ {call} }}}}\n\nThe rest.")
    (finding,) = (each for each in assembly.findings if each.id == "section-failed")
    assert message in finding.message
    assert (finding.place.line, assembly.charts) == (7, ())
    assert "The rest." in write_markdown(assembly.draft)


def test_a_chart_is_about_one_fund(letter):
    stated = FUND["fund/figures.csv"].decode() + "Fund II NAV,1000,USD,2026-06-30,net,,,,,\n"
    assembly = letter("{{ value-chart }}", {"fund/figures.csv": stated})
    assert told(assembly, "section-failed") == ["A chart is about one fund, and there are Fund I, Fund II."]


@pytest.mark.parametrize("name", CALLS)
def test_without_data_nothing_is_printed(drafted, name):
    details = {"publication": "letters", "number": "2026 H1", "date": "2026-07-20"}
    assembly = drafted(f"{{{{ {CALLS[name]} }}}}", {"fund/figures.csv": b"name,value\n"}, **details)
    assert assembly.charts == ()
    assert not pictures(assembly)


@needs_charts
def test_everybody_is_shown_no_chart_of_the_fund(letter):
    calls = "\n\n".join(f"{{{{ {call} }}}}" for call in CALLS.values())
    assembly = letter(calls, audience=Audience.PUBLIC)
    assert (assembly.charts, pictures(assembly)) == ((), [])


@needs_charts
def test_rows_in_two_currencies_are_never_drawn_together(letter):
    text = FUND["fund/holdings.csv"].decode()
    lines = text.splitlines()
    head = lines[0].split(",")
    if "currency" not in head:
        lines = [
            f"{line},{'currency' if not at else 'EUR' if at == 1 else 'USD'}" for at, line in enumerate(lines)
        ]
    assembly = letter("{{ allocation-chart }}", {"fund/holdings.csv": "\n".join(lines) + "\n"})
    assert all(len({each.figure.unit for each in placed.chart.parts}) == 1 for placed in assembly.charts)


@needs_charts
def test_a_chart_is_drawn_in_the_look_of_the_draft(letter, workspace_of):
    classic, plain = (letter("{{ value-chart }}", look=look) for look in ("classic", "plain"))
    project = workspace_of({})
    folder = project.workspace.drafts_folder
    one, other = (dress(each, project, folder) for each in (classic, plain))
    source = classic.charts[0].source
    assert one.charts[source] != other.charts[source]
    assert one.resources.read_image(source) == one.charts[source]
    assert one.charts[source.replace(".svg", ".png")].startswith(b"\x89PNG")


@needs_charts
def test_letters_that_no_font_has_are_told(letter, workspace_of):
    files = changed("holdings.csv", ("Kelpworks", "Kelp\U000e0041works"))
    assembly = letter("{{ allocation-chart by=company }}", files)
    dressed = dress(assembly, workspace_of({}), workspace_of({}).workspace.drafts_folder)
    assert [finding.id for finding in dressed.findings] == ["chart-letters"]
