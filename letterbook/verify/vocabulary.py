"""The words by which letters name what figures measure, and words that change what a number means.

Terms are those of the CFA Institute's GIPS Standards (2020) and of the Invest Europe Investor Reporting
Guidelines, with the words that managers use for them.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


METRICS = _words(
    "tvpi dpi rvpi pic moic irr twr nav return yield distribution paidin committed unfunded drawdown "
    "call proceeds cost fairvalue value valuation gain loss profit revenue sales arr mrr ebitda "
    "margin growth change burn runway cash debt fee expense carry customer employee company "
    "investment exit churn nrr ownership stake weight allocation volatility sharpe exposure dividend "
    "price multiple income interest pme alpha beta facility deal reserve round subscriber user order "
    "member store site bookings backlog capacity contribution acv cac ltv gmv payback aum pipeline grant "
    "gav leverage rate ratio drawn"
)
"""What figures measure, in the forms that `PHRASES` and `terms` give to words."""

AMOUNTS = _words(
    "nav paidin committed unfunded distribution proceeds cost fairvalue revenue sales arr mrr acv ebitda "
    "cash debt burn aum facility pipeline bookings backlog income"
)
"""What is measured in money, although a sheet says no unit."""

MULTIPLES = _words("tvpi dpi rvpi pic moic multiple leverage")
"""What is a multiple, although a sheet says no unit."""

PHRASES: dict[tuple[str, ...], tuple[str, ...]] = {
    tuple(words.split()): tuple(meant.split())
    for words, meant in {
        "net asset value": "nav",
        "gross asset value": "gav",
        "loan to value": "ltv",
        "year to date": "ytd",
        "quarter to date": "qtd",
        "month to date": "mtd",
        "per annum": "annualised",
        "a year": "annualised",
        "annualized": "annualised",
        "compounded": "return annualised",
        "cumulatively": "cumulative",
        "average contract value": "acv",
        "assets under management": "aum",
        "in the bank": "cash",
        "at bank": "cash",
        "largest": "largest top",
        "biggest": "biggest top",
        "team of": "employee",
        "team size": "employee",
        "team members": "employee",
        "ppl": "employee",
        "put to work": "investment invested",
        "putting to work": "investment invested",
        "invested": "investment invested",
        "final close": "committed close",
        "total value to paid in capital": "tvpi",
        "total value to paid in": "tvpi",
        "total value paid in": "tvpi",
        "distributions to paid in capital": "dpi",
        "distributions to paid in": "dpi",
        "distributed to paid in": "dpi",
        "residual value to paid in": "rvpi",
        "internal rate of return": "irr",
        "internal rates of return": "irr",
        "time weighted return": "twr",
        "multiple of invested capital": "moic",
        "multiple on invested capital": "moic",
        "multiple of cost": "moic",
        "multiple on cost": "moic",
        "money multiple": "moic",
        "annual recurring revenue": "arr",
        "annualised recurring revenue": "arr",
        "monthly recurring revenue": "mrr",
        "net revenue retention": "nrr",
        "public market equivalent": "pme",
        "fair value": "fairvalue",
        "carrying value": "fairvalue",
        "paid in capital": "paidin",
        "capital paid in": "paidin",
        "paid in": "paidin",
        "called capital": "paidin call",
        "capital called": "paidin call",
        "drawn capital": "paidin",
        "drawn down": "paidin",
        "contributed capital": "paidin",
        "capital contributions": "paidin",
        "contributions": "paidin contribution",
        "contributed": "paidin contribution",
        "detracted": "contribution detracted",
        "cost ratio": "costratio ratio",
        "cost us": "contribution cost",
        "committed capital": "committed",
        "capital commitments": "committed",
        "commitments": "committed",
        "commitment": "committed",
        "fund size": "committed",
        "unfunded commitments": "unfunded",
        "unfunded commitment": "unfunded",
        "undrawn commitments": "unfunded",
        "undrawn commitment": "unfunded",
        "undrawn capital": "unfunded",
        "uncalled capital": "unfunded",
        "undrawn": "unfunded",
        "uncalled": "unfunded",
        "distributed": "distribution",
        "paid out": "distribution",
        "returned": "distribution return",
        "returning": "distribution return",
        "carried interest": "carry",
        "portfolio companies": "company",
        "portfolio company": "company",
        "headcount": "employee",
        "staff": "employee",
        "people": "employee",
        "months of cash": "runway",
        "valued": "fairvalue value valuation",
        "held at": "fairvalue value",
        "carried at": "fairvalue value",
        "marked at": "fairvalue value",
        "written down": "fairvalue value writedown",
        "written up": "fairvalue value",
        "marked down": "fairvalue value writedown",
        "marked up": "fairvalue value",
        "worth": "fairvalue value",
        "called": "call paidin",
        "drew": "call paidin drawdown",
        "drawn": "call paidin drawn",
        "we carry": "fairvalue value",
        "we hold": "fairvalue value",
        "we value": "fairvalue value",
        "grew": "growth",
        "grown": "growth",
        "growing": "growth",
        "turnover": "revenue",
        "since inception": "inception",
        "excluding": "without",
        "ex": "without",
        "credit facility": "facility",
        "credit line": "facility",
        "subscription line": "facility",
        "subscription facility": "facility",
        "first fund": "fund 1",
        "second fund": "fund 2",
        "third fund": "fund 3",
        "fourth fund": "fund 4",
        **{
            f"{whose} {moved}": f"{whose} return"
            for whose in ("fund", "partnership", "portfolio", "strategy", "index")
            for moved in ("is up", "was up", "is down", "was down", "rose", "fell", "gained", "lost")
        },
        "fonds": "fund",
        "netto": "net",
        "brutto": "gross",
        "nettoinventarwert": "nav",
        "inventarwert": "nav",
        "kapitalzusagen": "committed",
        "zeichnungskapital": "committed",
        "abgerufenes kapital": "paidin call",
        "abgerufen": "paidin call",
        "eingezahltes kapital": "paidin",
        "eingezahlt": "paidin",
        "ausschüttungen": "distribution",
        "ausgeschüttet": "distribution",
        "zeitwert": "fairvalue",
        "marktwert": "fairvalue value",
        "anschaffungskosten": "cost",
        "umsatz": "revenue",
        "umsatzwachstum": "growth umsatzwachstum",
        "rendite": "return",
        "beteiligungen": "company",
        "mitarbeiter": "employee",
        "mitarbeitende": "employee",
        "liquide mittel": "cash",
    }.items()
}
"""Other words for a term. A word that may mean several terms has them all."""

STOP_WORDS = _words(
    "the of at in on an a for and to our its their per by as is are was were with from number total "
    "this that it we be been has have had or us amount "
    "der die das den dem des von vom im in bei zum zur bis auf anzahl"
)
TIME_WORDS = _words(
    "inception annualised annualized ytd year years half halfyear quarter quarterly month months "
    "annual h1 h2 q1 q2 q3 q4 six twelve three date period lifetime todate qtd mtd cumulative"
)
"""Words of a figure's name that say its time; a letter often says it elsewhere, or not at all."""

SPANS = (_words("ytd qtd mtd inception lifetime"), _words("annualised cumulative"))
"""Those by which figures of the same name differ; of each group one is meant."""

CONSTANT = _words("committed")
"""What is the same on every day."""

FOREIGN = _words(
    "index benchmark median peer market quartile industry sector average universe s&p msci nasdaq ftse "
    "russell comparable rival competitor target targeted targeting hurdle budget forecast goal typical "
    "typically listed vergleichsindex branche durchschnitt"
)
"""Words that say that a number is not the fund's own, or not of the past."""

SUPPOSED = _words(
    "expect expected need must should would could if aim aiming plan planned may might minimum maximum"
)
"""Words that say that a number may be supposed."""

PLANNED = _words("plan planned budget forecast target targeted expected")
"""Words of a row or a column that is of no time that has been."""

FALLING = _words(
    "loss lost lose fell fall falling fallen down declined decline declining decreased decrease "
    "dropped drop negative minus shrank shrunk reduced reduction writedown detracted cost below "
    "outflow"
)
"""Words that take the place of a minus."""

EARLIER = _words("from previously formerly")
"""Words right before a number that is of an earlier date."""

EARLIER_AROUND = _words("ago earlier previously previous prior last before formerly opening beginning")
"""Words beside such a number."""

COMPARED = _words("against versus vs compared than with to von gegenüber")
"""Words right before a number that may be of an earlier date, or of somebody else."""

CHANGES = _words("growth change gain loss rise increase decrease decline")
"""What a number measures that something grew or fell by."""

ABOUT = _words("about around roughly approximately circa c ca some ~ ≈ rund etwa knapp")
"""Words right before a number that is only near."""

AT_LEAST = _words("over above exceeding exceeds exceed exceeded beyond surpassed")
AT_MOST = _words("under below nearly almost")

TOTALS = _words("total sum all average other others subtotal")
"""Words of a row that is of nobody in particular."""

STYLES = _words("growth income value dividend yield debt return")
"""Words for what is measured that are also names of kinds of funds."""

IMPLIED = _words("allocation weight")
"""What names say of a part, and letters do not: 12% is in cash."""

LEADING = _words("fund index benchmark")
"""Words of a name that stand for all of it where a sheet knows only one: the fund, the index."""

CONJUNCTIONS = _words(
    "and or while but whereas although though versus vs against compared und oder während gegenüber"
)
