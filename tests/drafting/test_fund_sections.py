"""The sections about a fund, drafted from the sample's fund and compared with golden files of `--refresh`."""

from __future__ import annotations

from decimal import Decimal

import pytest

from letterbook.draft import Alignment, Paragraph, Table
from letterbook.drafting.partials.views import EditionView, PublicationView
from letterbook.drafting.search_path import SearchPath
from letterbook.drafting.templates.outline import render_outline
from letterbook.drafting.templates.template import load_template
from letterbook.item import Audience
from letterbook.markup.figure_marks import figure_of
from letterbook.markup.tree import inlines_of, iter_blocks
from letterbook.writers.markdown import write_markdown
from tests.drafting.sample_fund import FUND, changed

KPIS = """\
date,metric,value,unit,plan,definition
2026-03-31,ARR,2600000,USD,,Contracts in force for twelve months
2026-06-30,ARR,3100000,USD,3000000,Contracts in force for twelve months
2026-03-31,Churn,2.4%,%,,
2026-06-30,Churn,1.9%,%,2.0%,
2026-06-30,Runway,14,months,12,
"""
CALLS = {
    "fund-summary": "fund-summary",
    "fund-summary-alone": "fund-summary compare=no",
    "nav-bridge": "nav-bridge",
    "performance-vs-benchmark": "performance-vs-benchmark",
    "schedule-of-investments": "schedule-of-investments",
    "schedule-of-investments-chosen": 'schedule-of-investments columns="fair value, cost, moic" sold=no',
    "top-holdings": "top-holdings limit=3",
    "contributors-and-detractors": "contributors-and-detractors limit=2",
    "new-investments": "new-investments",
    "exits": "exits",
    "fees-and-expenses": "fees-and-expenses",
    "capital-account": "capital-account",
    "kpis": "kpis",
}


def tables(assembly):
    return [block for block in iter_blocks(assembly.draft.blocks) if isinstance(block, Table)]


def cells(table):
    """The words of each row's cells."""
    return [[_words(cell.children) for cell in row.cells] for row in (*table.header, *table.body)]


def _words(inlines):
    return "".join(getattr(each, "text", "") for each in inlines_of(Paragraph(tuple(inlines))))


def number(shown):
    negative = "(" in shown
    value = Decimal(shown.strip("()%x$m").replace(",", "").replace("(", "").replace(")", ""))
    return -value if negative else value


@pytest.mark.parametrize(("name", "call"), CALLS.items(), ids=CALLS)
def test_a_section_prints_the_sample_fund(letter, golden, name, call):
    assembly = letter(f"{{{{ {call} }}}}", {"fund/kpis.csv": KPIS})
    body = write_markdown(assembly.draft).partition("20 July 2026\n\n")[2]
    golden(f"sections/{name}.md", body)


@pytest.mark.parametrize("name", [name for name in CALLS if name != "capital-account"])
def test_every_number_of_a_table_is_a_figure_whose_row_is_known(letter, name):
    assembly = letter(f"{{{{ {CALLS[name]} }}}}", {"fund/kpis.csv": KPIS})
    called = {use.called: use for use in assembly.figures}
    found = 0
    for table in tables(assembly):
        decimal = [at for at, each in enumerate(table.alignments) if each is Alignment.DECIMAL]
        assert decimal
        for row in table.body:
            for at in decimal:
                spans = [
                    figure_of(each)
                    for each in inlines_of(Paragraph(row.cells[at].children))
                    if figure_of(each)
                ]
                assert len(spans) == bool(row.cells[at].children)
                for call in spans:
                    found += 1
                    use = called[call]
                    assert use.figure.place is not None
                    assert use.place.line == 7
    assert found >= 1


def test_the_steps_of_a_bridge_lead_from_one_value_to_the_other(letter):
    (table,) = tables(letter("{{ nav-bridge }}"))
    opening, *steps, closing = [number(row[1]) for row in cells(table)[1:]]
    assert abs(opening + sum(steps) - closing) <= Decimal("0.05") * (len(steps) + 2)


def test_a_bridge_that_does_not_close_says_by_how_much(letter):
    files = changed("nav.csv", ("78500000", "78900000"))
    files |= changed("figures.csv", ("78500000", "78900000"), ("$78.5m", "$78.9m"))
    assembly = letter("{{ nav-bridge }}", files)
    (told,) = [finding for finding in assembly.findings if finding.id == "bridge-open"]
    assert "400,000" in told.message
    assert "Not explained" in write_markdown(assembly.draft)


def test_what_exchange_rates_did_is_a_step_where_the_sheet_states_it(letter):
    files = changed("nav.csv", ("78500000", "78100000"))
    sheet = changed("figures.csv", ("78500000", "78100000"), ("$78.5m", "$78.1m"))["fund/figures.csv"]
    row = "Fund I FX,-300000,USD,2026-06-30,,H1 2026,unaudited,Bank letter,,Harbour Row\n"
    assembly = letter("{{ nav-bridge }}", files | {"fund/figures.csv": sheet + row})
    (table,) = tables(assembly)
    steps = {row[0]: number(row[1]) for row in cells(table)[1:]}
    assert steps["Exchange rates"] == Decimal("-0.3")
    assert steps["Not explained"] == Decimal("-0.1")
    (told,) = [finding for finding in assembly.findings if finding.id == "bridge-open"]
    assert "-100,000" in told.message
    last = len((sheet + row).splitlines())
    difference = next(use.figure for use in assembly.figures if "difference" in use.called)
    assert ("fund/figures.csv", last) in {(place.file, place.line) for place in difference.inputs}


def test_a_stated_step_for_exchange_rates_can_close_a_bridge(letter):
    files = changed("nav.csv", ("78500000", "78100000"))
    sheet = changed("figures.csv", ("78500000", "78100000"), ("$78.5m", "$78.1m"))["fund/figures.csv"]
    row = "Fund I FX,-400000,USD,2026-06-30,,H1 2026,unaudited,Bank letter,,Harbour Row\n"
    assembly = letter("{{ nav-bridge }}\n\n{{ nav-bridge-chart }}", files | {"fund/figures.csv": sheet + row})
    assert "bridge-open" not in {finding.id for finding in assembly.findings}
    drawn = "\n".join(write_markdown(assembly.draft).splitlines())
    assert "Exchange rates" in drawn
    assert "Not explained" not in drawn


def test_a_gross_figure_is_left_out_where_no_net_one_stands_beside_it(letter):
    rows = ("Fund I IRR,29.8%,%,2026-06-30,gross", "Fund I NAV,78500000,USD,2026-06-30,net")
    sheet = "\n".join(("name,value,unit,as of,basis", *rows, ""))
    only = dict.fromkeys(FUND, "") | {"fund/figures.csv": sheet}
    assembly = letter("{{ fund-summary }}", {**only, **_no_data()})
    assert "29.8" not in write_markdown(assembly.draft)
    assert [finding.id for finding in assembly.findings].count("gross-without-net") == 1


def _no_data():
    """The files of data without rows."""
    return {
        "fund/cashflows.csv": "date,fund,level,kind,amount\n",
        "fund/nav.csv": "as of,fund,nav\n",
        "fund/holdings.csv": "as of,fund,holding,company,cost total,fair value\n",
        "fund/benchmarks.csv": "date,index,level\n",
        "fund/recipients.csv": "name\nAino\n",
        "fund/fund.yaml": FUND["fund/fund.yaml"],
    }


def test_multiples_of_companies_are_left_out_where_the_fund_has_no_net_one(letter):
    sheet = {"fund/figures.csv": "name,value,unit\nNothing,1,number\n"}
    rows = FUND["fund/cashflows.csv"].decode().splitlines()
    kept = [rows[0], *(row for row in rows if ",investment," in row)]
    flows = {"fund/cashflows.csv": "\n".join(kept)}
    assembly = letter("{{ schedule-of-investments }}", sheet | flows)
    (table,) = tables(assembly)
    assert "MOIC" not in cells(table)[0]
    assert "gross-without-net" in {finding.id for finding in assembly.findings}


def test_a_total_that_the_sheet_of_figures_contradicts_is_told(letter):
    row = "Fund I invested capital,43000000,USD,2026-06-30,,,unaudited,Books,,\n"
    sheet = {"fund/figures.csv": FUND["fund/figures.csv"].decode().rstrip("\n") + "\n" + row}
    found = letter("{{ schedule-of-investments }}", sheet).findings
    (told,) = [finding for finding in found if finding.id == "table-total"]
    assert "41,500,000" in told.message
    assert told.place.file == "fund/figures.csv"


def test_a_column_of_the_users_own_prints_what_the_company_has_cleared(letter):
    text = FUND["fund/holdings.csv"].decode().splitlines()
    header, *rows = text
    kelpworks = next(row for row in rows if row.startswith("2026-06-30") and "Kelpworks" in row)
    marlow = next(row for row in rows if row.startswith("2026-06-30") and "Marlow" in row)
    written = "\n".join([f"{header},Plants", f"{kelpworks},two", f"{marlow},three"])
    assembly = letter(
        '{{ schedule-of-investments columns="company, plants, fair value" }}', {"fund/holdings.csv": written}
    )
    printed = write_markdown(assembly.draft)
    assert "two" not in printed
    assert "three" not in printed
    assert [finding.id for finding in assembly.findings].count("not-cleared") == 2


def test_everybody_sees_nothing_of_a_fund(letter):
    body = "## The fund\n\n{{ fund-summary }}\n\n{{ nav-bridge }}\n\n{{ top-holdings }}\n\n## After\n\nWords."
    assembly = letter(body, audience=Audience.PUBLIC)
    assert tables(assembly) == []
    assert "The fund" not in write_markdown(assembly.draft)
    assert assembly.may_be_written


def test_a_row_that_cannot_be_read_keeps_its_table_from_being_printed(letter):
    files = changed("holdings.csv", ("21400000", "twenty"))
    assembly = letter("{{ schedule-of-investments }}\n\n{{ fees-and-expenses }}", files)
    (table,) = tables(assembly)
    assert cells(table)[1][0] == "Management fees"
    ids = {finding.id for finding in assembly.findings}
    assert {"holdings-fair-value", "holdings-unsure"} <= ids


def test_an_unknown_fund_or_period_is_one_clear_sentence(letter):
    for body, words in (
        ('{{ fund-summary "Fund II" }}', 'no fund "Fund II"'),
        ('{{ exits period="the spring" }}', "no period"),
        ('{{ kpis metrics="ARX" }}', 'no key figure "ARX"'),
    ):
        found = letter(body, {"fund/kpis.csv": KPIS}).findings
        assert [words in finding.message for finding in found if finding.id == "section-failed"] == [True]


def test_faults_in_key_figures_are_told_by_row_and_column(letter):
    rows = ("2026-06-30,ARR,lots,USD", "soon,Churn,2%,%", "2026-06-30,NRR,104%,USD", "2026-06-30,MRR,1,USD")
    broken = "\n".join(("date,metric,value,unit", *rows, ""))
    assembly = letter("{{ kpis }}", {"fund/kpis.csv": broken})
    places = {
        (finding.place.line, finding.place.column)
        for finding in assembly.findings
        if finding.place and finding.place.file == "fund/kpis.csv"
    }
    assert places == {(2, 3), (3, 1), (4, 3)}
    assert "MRR" in write_markdown(assembly.draft)


def test_the_glossary_has_the_terms_of_the_letter_and_no_others(letter):
    body = "We paid in nothing.\n\n{{ fund-summary compare=no }}\n\n## Terms\n\n{{ glossary }}"
    printed = write_markdown(letter(body).draft).partition("## Terms")[2]
    assert "\nTVPI\n" in printed
    assert "\nKS-PME\n" not in printed
    assert "\nARR\n" not in printed


def test_a_term_of_the_workspace_comes_before_a_built_in_one(letter):
    own = "TVPI, total value multiple\n: What we make of a dollar.\n"
    printed = write_markdown(letter("Our TVPI.\n\n{{ glossary }}", {"fund/glossary.md": own}).draft)
    assert "What we make of a dollar." in printed
    assert "Total value to paid-in" not in printed


def test_a_german_letter_has_german_terms(letter):
    printed = write_markdown(letter("Der TVPI.\n\n{{ glossary }}", language="de").draft)
    assert "eingezahlten Kapital" in printed


def test_captions_say_day_status_and_source(letter):
    (table,) = tables(letter("{{ nav-bridge }}"))
    caption = _words(table.caption)
    assert "as of 30 June 2026 (unaudited) and 31 December 2025 (audited)" in caption
    assert "Source: Annual accounts 2025" in caption


def test_a_disclosure_is_printed_where_the_letter_needs_it(letter):
    index = (
        "---\ntitle: Indices\nwhen-needed: yes\ncovers: [benchmark]\n---\nNobody can invest in an index.\n"
    )
    files = {"fund/disclosures/indices.md": index, "fund/disclosures/past.md": "Past is past.\n"}
    without = write_markdown(letter("We are well.\n\n{{ disclosures }}", files).draft)
    assert "Past is past." in without
    assert "Nobody can invest" not in without
    named = letter("We are well.\n\n{{ disclosures indices }}", files)
    assert "Nobody can invest" in write_markdown(named.draft)
    measured = letter("{{ performance-vs-benchmark }}\n\n{{ disclosures }}", files)
    assert "Nobody can invest" in write_markdown(measured.draft)


def test_an_index_is_described_once_below_the_first_section_that_shows_it(letter):
    both = write_markdown(letter("{{ index-chart }}\n\n{{ performance-vs-benchmark }}").draft)
    assert both.count("**Northern Seas Index (") == 1
    assert both.index("**Northern Seas Index (") < both.index("| Period |")
    none = "{{ index-chart descriptions=no }}\n\n{{ performance-vs-benchmark descriptions=no }}"
    assert "**Northern Seas Index (" not in write_markdown(letter(none).draft)


def test_the_glossary_asks_for_no_disclosure(letter):
    offer = "---\nwhen-needed: yes\ncovers: [benchmark]\n---\nNobody can invest in an index.\n"
    body = "Our TVPI, KS-PME and Direct Alpha.\n\n{{ glossary }}\n\n{{ disclosures }}"
    assert "Nobody can invest" not in write_markdown(letter(body, {"fund/disclosures/x.md": offer}).draft)


def test_a_figure_in_a_line_asks_for_a_disclosure(letter):
    past = "---\nwhen-needed: yes\n---\nPast is past.\n"
    files = {"fund/disclosures/past-performance.md": past}
    body = "At 30 June 2026 our net TVPI was {{ Fund I net TVPI }}.\n\n{{ disclosures }}"
    assert "Past is past." in write_markdown(letter(body, files).draft)


def test_news_that_a_company_has_not_signed_off_is_left_out_and_told(letter):
    item = "---\ntitle: {title}\nsource: Kelpworks\nkind: company\naudience: investors\n{more}---\nSo."
    files = {
        "items/Asked.md": item.format(title="We asked", more="signoff: asked\n"),
        "items/Cleared.md": item.format(title="They agreed", more="signoff: yes\n"),
    }
    assembly = letter("{{ portfolio-updates }}", files)
    printed = write_markdown(assembly.draft)
    assert "So." in printed
    assert printed.count("So.") == 1
    (told,) = [finding for finding in assembly.findings if finding.id == "not-signed-off"]
    assert told.place.file == "items/Asked.md"


@pytest.mark.parametrize("name", ["vc-half-year", "vc-quarter", "startup-update"])
def test_a_template_begins_a_letter_that_its_data_fill(letter, golden, name):
    """The outline of each template as it stands, with the sample's fund below it."""
    number = {"vc-half-year": "2026 H1"}.get(name, "2026 Q2")
    view = EditionView(name="Letter", number=number)
    publication = PublicationView(name="letters", title="Harbour Row Ventures", author="Nora Lindqvist")
    outline = render_outline(load_template(name, SearchPath()), view, publication, ())
    details = {"template": name, "as-of": "2026-06-30", "number": "2026 H1", "title": ""}
    assembly = letter(outline, {"fund/kpis.csv": KPIS}, **details)
    golden(f"drafting/templates/{name}-drafted.md", write_markdown(assembly.draft))
    assert "section-failed" not in {finding.id for finding in assembly.findings}


def test_a_landscape_part_without_a_table_leaves_nothing_behind(letter):
    body = "Words.\n\n::: landscape\n## Schedule\n\n{{ schedule-of-investments }}\n:::\n\nMore."
    printed = write_markdown(letter(body, _no_data()).draft)
    assert "landscape" not in printed
    assert "Schedule" not in printed


def test_a_caption_of_many_days_says_the_last_and_the_first(letter):
    printed = write_markdown(letter("{{ value-chart }}", {}).draft)
    assert "As of 30 June 2026 (unaudited) and earlier dates from 31 December 2022 (audited), net" in printed


def test_a_period_that_begins_on_a_day_is_written_out(letter):
    assert "| since 31 December 2022 |" in write_markdown(letter("{{ performance-vs-benchmark }}").draft)


def test_the_rate_of_an_investment_held_for_less_than_a_year_stands_in_no_column_of_annual_rates(letter):
    bought = changed(
        "cashflows.csv",
        ("2024-08-19,harbour-1,,investment,investment", "2026-02-16,harbour-1,,investment,investment"),
    )
    assembly = letter('{{ schedule-of-investments columns="company, moic, irr" }}', bought)
    rows = {row[0]: row[1:] for row in cells(tables(assembly)[0])}
    assert rows["Bramble Ledger"] == ["0.8x", ""]
    assert rows["Kelpworks"] == ["3.8x", "40.0%"]


def test_a_row_of_the_sheet_that_cannot_be_used_is_told_where_only_a_section_prints(letter):
    sheet = {"fund/figures.csv": "name,value,unit,as of\nFund I NAV,1,USD,2026-06-30\nTeams,9,teams,\n"}
    found = letter("{{ fund-summary }}", dict.fromkeys(FUND, "") | sheet).findings
    assert [(each.place.file, each.place.line) for each in found if each.id == "figure-unit"] == [
        ("fund/figures.csv", 3)
    ]


def test_key_figures_may_be_dated_by_month_and_have_their_unit_in_the_value(letter):
    rows = (
        "date,metric,value,unit,plan",
        'Apr 2026,MRR,"£82,400",,',
        'June 2026,MRR,"£91,300",,"£90,000"',
        "Apr 2026,Churn,2.1%,,",
        "2026-06,Churn,1.8%,,2%",
        "Q2 2026,Teams,4,,five",
    )
    assembly = letter("{{ kpis }}", {"fund/kpis.csv": "\n".join((*rows, ""))})
    text = write_markdown(assembly.draft)
    assert "£91,300" in text
    assert "£90,000" in text
    assert "(0.3) pp" in text
    assert [each.message for each in assembly.findings if each.id == "kpis-plan"] == ['"five" is no number.']
