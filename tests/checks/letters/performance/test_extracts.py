from __future__ import annotations

from tests.checks.letters.performance.conftest import changed, paragraph, table, use

MISSING = "nothing tells the gross and net return of the whole fund."
MARLOW = "Marlow Robotics gross MOIC"
FUND = "Fund I gross MOIC", "Fund I net TVPI"


def test_what_lacks_is_named_and_told_once(found):
    exits = "Marlow was sold at a gross IRR of 60%.\n\nTern was sold at a gross IRR of 40%.\n"
    net = "\nThe fund's net IRR is 23.4%."
    only = (
        '"IRR of 60%" is the return of single investments: nothing tells the gross return of the whole fund.'
    )
    assert found("P-EXTRACT", exits + net) == [(1, only)]
    assert found("P-EXTRACT", exits + net + " Its gross IRR is 29.8%.") == []
    assert (
        found("P-EXTRACT", exits + "\n| Fund I | Gross | Net |\n|---|---|---|\n| IRR | 29.8% | 23.4% |") == []
    )


def test_where_no_net_return_is_told_another_rule_says_so(found):
    text = "Marlow was sold at a gross IRR of 60%."
    assert len(found("P-GROSSONLY", text)) == 1
    assert found("P-EXTRACT", text) == []


def test_a_multiple_that_is_not_called_gross_is_told_each_time(found):
    fund = "\n\nThe fund's multiple is 2.4x gross and 2.1x net."
    text = "The exit of Marlow returned 4.0x.\n\nThe sale of Tern brought 3.1x our cost."
    assert found("P-EXTRACT", text + fund) == [
        (1, '"exit of Marlow returned 4.0x" is the return of single investments: it is not called gross.'),
        (3, '"sale of Tern brought 3.1x" is the return of single investments: it is not called gross.'),
    ]
    labelled = text.replace("4.0x", "4.0x gross").replace("3.1x our", "3.1x, gross of fees, our")
    assert found("P-EXTRACT", labelled + fund) == []


def test_a_table_of_companies_needs_the_funds_returns_too(found):
    companies = "| Company | Gross MOIC |\n|---|---|\n| Marlow | 4.1x |\n"
    net = "\nThe fund's net multiple is 2.1x.\n"
    assert [line for line, _ in found("P-EXTRACT", companies + net)] == [1]
    whole = "| Fund I, gross | 2.4x |\n| Fund I, net (TVPI) | 2.1x |\n"
    assert found("P-EXTRACT", companies + whole) == []


def test_printed_figures_of_companies_need_those_of_the_fund(told, fund):
    of = fund()
    exit_ = paragraph(3, "Marlow stands at a gross multiple of ", of.use(MARLOW), ".")
    net = paragraph(5, "The fund's net TVPI is ", of.use(FUND[1]), ".")
    gross = paragraph(7, "Its gross multiple is ", of.use(FUND[0]), ".")
    assert [line for line, _ in told("P-EXTRACT", of, exit_, net)] == [3]
    assert told("P-EXTRACT", of, exit_, net, gross) == []
    assert told("P-EXTRACT", of, net) == []
    contribution = paragraph(3, "It added ", of.use("Marlow Robotics gross contribution"), ".")
    assert told("P-EXTRACT", of, contribution) == []


def test_returns_of_the_fund_to_an_earlier_day_do_not_cover_it(told, fund):
    of = fund()
    earlier = [changed(of.figures[name], as_of=of.figures[name].as_of.replace(year=2025)) for name in FUND]
    exit_ = paragraph(3, "Marlow stands at a gross multiple of ", of.use(MARLOW), ".")
    whole = table(5, ("Fund I", "June 2025"), ("Gross MOIC", use(earlier[0])), ("Net TVPI", use(earlier[1])))
    assert [(line, message.endswith(MISSING)) for line, message in told("P-EXTRACT", of, exit_, whole)] == [
        (3, True)
    ]


def test_figures_without_a_fund_described_are_told_by_the_words_around_them(told, fund):
    of = fund()
    exit_ = paragraph(3, "The exit of Marlow returned 4.0x gross.")
    whole = paragraph(5, "The fund's multiple is ", of.use(FUND[0]), " gross and ", of.use(FUND[1]), " net.")
    assert told("P-EXTRACT", None, exit_, whole) == []
