"""A fund with three companies and three investors, as a letter is read against it."""

from __future__ import annotations

from letterbook.checks.letters.fund_facts import FundFacts
from letterbook.fund.fund_data import read_fund_data
from letterbook.fund.investor_terms.investor_terms import read_investor_terms

HOLDINGS = """\
as of,fund,holding,company,cost total,proceeds,fair value,instrument,status
2025-12-31,f1,kelp,Kelpworks,4500000,0,17200000,preferred shares,on track
2025-12-31,f1,marlow,Marlow Robotics,4400000,0,15100000,preferred shares,on track
2025-12-31,f1,tern,Tern Avionics,3200000,0,4200000,listed shares,on track
2026-06-30,f1,kelp,Kelpworks,4500000,0,21400000,preferred shares,on track
2026-06-30,f1,marlow,Marlow Robotics,4400000,0,16900000,preferred shares,on track
2026-06-30,f1,tern,Tern Avionics,3200000,1400000,3600000,listed shares,on track
"""
RECIPIENTS = """\
lp,name,short,commitment,public_records,excused,obligations
LP-0001,Aino Lehtonen,,2437500,no,Marlow Robotics,
LP-0002,Quayside Family Office,Quayside,2400000,no,,
LP-0003,Northmoor Teachers,,7200000,yes,,
"""
FUND = "id: f1\nname: Harbour Row Ventures Fund I LP\nmanager: Harbour Row Ventures\ncurrency: USD\n"


def fund_in(folder, side_letters="", kpis="", **changed):
    """The facts of the fund in a folder, and its recipients; a table is replaced by keyword."""
    tables = {"holdings": HOLDINGS, "recipients": RECIPIENTS, **changed}
    (folder / "fund").mkdir(exist_ok=True)
    (folder / "fund" / "fund.yaml").write_text(FUND, encoding="utf-8")
    for name, text in {**tables, "kpis": kpis}.items():
        if text:
            (folder / "fund" / f"{name}.csv").write_text(text, encoding="utf-8")
    if side_letters:
        (folder / "fund" / "side_letters.yaml").write_text(side_letters, encoding="utf-8")
    data = read_fund_data(folder)
    terms = read_investor_terms(folder, data.holdings.rows)
    managers = tuple(fund.manager for fund in data.funds)
    return FundFacts(data.holdings.rows, data.kpis.rows, managers, terms)
