"""Workspaces with data of a fund, for tests: small tables that a test can change cell by cell."""

from __future__ import annotations

FUND = """\
id: f1
name: Example Ventures Fund I LP
short: Fund I
currency: USD
committed: 100000
"""
CASHFLOWS = """\
date,fund,lp,level,kind,amount,currency,purpose,unfunded_effect,inside_fund,holding,ref
2022-01-01,f1,,investor,call,60000,,investment,,,,c1
2023-01-01,f1,,investor,call,20000,,fee,,,,c2
2024-01-01,f1,,investor,distribution,30000,,,5000,,,d1
2022-01-10,f1,,investment,investment,40000,,,,,acme,
2022-06-01,f1,,investment,investment,20000,,,,,bolt,
2023-12-20,f1,,investment,proceeds,32000,,,,,bolt,
"""
NAV = """\
as of,fund,lp,nav,accrued carry,nav gross,status
2023-12-31,f1,,90000,8000,98000,audited
2024-06-30,f1,,80000,10000,90000,unaudited
"""
HOLDINGS = """\
as of,fund,holding,company,cost total,cost current,proceeds,fair value,ownership,status
2023-12-31,f1,acme,Acme,40000,40000,0,70000,0.2,on track
2023-12-31,f1,bolt,Bolt,20000,5000,32000,10000,10%,on track
2024-06-30,f1,acme,Acme,40000,40000,0,76000,0.2,on track
2024-06-30,f1,bolt,Bolt,20000,5000,32000,9000,10%,watch
"""
BENCHMARKS = """\
date,index,level,return type,currency
2022-01-01,World,100,total,USD
2023-01-01,World,110,total,USD
2024-01-01,World,120,total,USD
2024-06-30,World,125,total,USD
"""
TABLES = {
    "fund.yaml": FUND,
    "cashflows.csv": CASHFLOWS,
    "nav.csv": NAV,
    "holdings.csv": HOLDINGS,
    "benchmarks.csv": BENCHMARKS,
}


def workspace_of(folder, **changed):
    """A workspace in `folder` with these data; a table is replaced by keyword (`nav="…"`), or left out."""
    fund = folder / "fund"
    fund.mkdir(exist_ok=True)
    for name, usual in TABLES.items():
        text = changed.get(name.partition(".")[0], usual)
        if text is not None:
            (fund / name).write_text(text, encoding="utf-8")
    for name in ("recipients", "kpis"):
        if name in changed:
            (fund / f"{name}.csv").write_text(changed[name], encoding="utf-8")
    return folder
