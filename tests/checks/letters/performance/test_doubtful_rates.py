from __future__ import annotations

from tests.checks.letters.performance.conftest import FUND, changed, paragraph, table, use

QUILLFISH = "Quillfish Foods gross IRR"
# Bramble Ledger was bought on 19 August 2024 and 17 February 2026; here it is the second day alone.
SHORT = [
    (
        "2024-08-19,harbour-1,,investment,investment,5100000",
        "2026-02-16,harbour-1,,investment,investment,5100000",
    )
]
BRAMBLE = "Bramble Ledger gross IRR"
SAYS = f'{BRAMBLE} is printed as "(16.4)%". The period has only 134 days: the return is not annualised.'


def short(fund):
    return fund(cashflows=SHORT)


def test_a_rate_of_less_than_a_year_is_told_once(told, fund):
    of = short(fund)
    rate = of.use(BRAMBLE)
    blocks = (
        paragraph(3, "Bramble Ledger's gross IRR is ", rate, "."),
        table(5, ("Company", "IRR"), ("Bramble Ledger", of.use(BRAMBLE, 5))),
    )
    assert told("P-ROOTS", of, *blocks) == [(3, SAYS)]
    assert told("P-ROOTS", fund(), *blocks) == []


def test_words_beside_it_are_enough(told, fund):
    of = short(fund)
    rows = ("Company", "IRR"), ("Bramble Ledger", of.use(BRAMBLE))
    assert told("P-ROOTS", of, table(3, *rows, caption="IRR; not annualised for less than a year")) == []
    assert told("P-ROOTS", of, paragraph(3, "Not annualised, the IRR is ", of.use(BRAMBLE), ".")) == []
    below = "The IRR of an investment held for less than a year is not annualised."
    assert told("P-ROOTS", of, table(3, *rows), markdown=below) == []
    assert len(told("P-ROOTS", of, table(3, *rows), markdown="## More\n\n" + below)) == 1


def test_a_stated_rate_that_the_flows_do_not_have_is_told(told, fund):
    """With 100 paid, 230 received and 132 paid, 10% and 20% both make the present value zero."""
    flows = (
        "2020-06-30,harbour-1,,investment,investment,100,quillfish,,book\n"
        "2021-06-30,harbour-1,,investment,proceeds,230,quillfish,,book\n"
        "2022-06-30,harbour-1,,investment,investment,132,quillfish,,book\n"
    )
    header = "date,fund,lp,level,kind,amount,holding,ref,source\n"
    own = next(line for line in (flows_of_the_fund()) if ",quillfish," in line)
    nothing = ("3900000,3900000,0,0,1400000,3000000", "232,232,230,0,0,3000000")
    of = fund(cashflows=[(header, header + flows), (own, "")], holdings=[nothing])
    assert QUILLFISH not in of.figures
    stated = changed(of.figures[BRAMBLE], name=QUILLFISH, formula="")
    found = told("P-ROOTS", of, paragraph(3, "Quillfish has a gross IRR of ", use(stated, text="20.0%"), "."))
    assert [line for line, _ in found] == [3]
    assert "2 rates make the present value zero (10.00%, 20.00%)" in found[0][1]
    both = paragraph(3, "Two rates solve it; the IRR is ", use(stated, text="20.0%"), ".")
    assert told("P-ROOTS", of, both) == []


def flows_of_the_fund():
    return (FUND / "cashflows.csv").read_text(encoding="utf-8").splitlines(keepends=True)


def test_rates_without_a_doubt_and_letters_without_rates_say_nothing(told, fund):
    of = fund()
    names = ("Fund I net IRR", "Fund I gross IRR", "Kelpworks gross IRR", QUILLFISH)
    assert told("P-ROOTS", of, paragraph(3, *(of.use(name) for name in names))) == []
    assert told("P-ROOTS", short(fund), paragraph(3, "NAV ", of.use("Fund I net NAV"))) == []
    assert told("P-ROOTS", None, paragraph(3, of.use("Fund I net IRR"))) == []


def test_a_total_loss_is_a_rate(told, fund):
    of = fund(holdings=[("3900000,3900000,0,0,1400000,3000000", "3900000,0,0,0,0,3000000")])
    assert told("P-ROOTS", of, paragraph(3, "Quillfish: ", of.use(QUILLFISH))) == []
