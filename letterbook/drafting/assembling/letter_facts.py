"""What rules of letters ask of the data: read for the first of them that asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from letterbook.checks.letters.fund_facts import FundFacts
from letterbook.checks.letters.profile import Profile
from letterbook.drafting.project import Project
from letterbook.finding import Finding, Severity
from letterbook.fund import FOLDER

_OF_FUNDS = frozenset({Profile.LP_LETTER, Profile.MARKETING})


def facts_reader(project: Project) -> Callable[[], FundFacts]:
    """What reads the holdings, key figures and investors of a workspace; nothing where it has no data."""

    def read() -> FundFacts:
        """Read them."""
        if not (project.workspace.root / FOLDER).is_dir():
            return FundFacts()
        data = project.fund_data
        managers = tuple(dict.fromkeys(fund.manager for fund in data.funds if fund.manager))
        return FundFacts(data.holdings.rows, data.kpis.rows, managers, data.terms)

    return read


def about_investors(project: Project, profile: Profile | None) -> Iterable[Finding]:
    """What does not fit together between investors and side letters; nothing for other editions."""
    if profile not in _OF_FUNDS or not (project.workspace.root / FOLDER).is_dir():
        return ()
    return (each for each in project.fund_data.terms.findings if each.severity is not Severity.NOTE)
