"""The funds that a letter is about, by the names that its figures begin with."""

from __future__ import annotations

from letterbook.drafting.sections.fund.material import FundMaterial
from letterbook.errors import WrongUse
from letterbook.files import name_key
from letterbook.fund.figure_names import name_words, words_of
from letterbook.record import record
from letterbook.suggestion import did_you_mean

_OF_A_FUND = (
    ("committed", "capital"),
    ("paid", "in", "capital"),
    ("dpi",),
    ("nav",),
    ("rvpi",),
    ("tvpi",),
)
"""Metrics that only funds have; what stands before them in a figure's name is the name of a fund."""


@record
class KnownFund:
    """A fund: what letters call it, its id in the data (empty where it has none), and its currency."""

    called: str
    id: str = ""
    currency: str = ""
    vintage: int | None = None


def known_funds(fund: FundMaterial) -> tuple[KnownFund, ...]:
    """The funds that are described or have data, then those that only the sheet of figures names."""
    found: dict[str, KnownFund] = {}
    for identifier in fund.data.fund_ids:
        details = fund.data.fund(identifier)
        known = (
            KnownFund(details.called, identifier, details.currency, details.vintage)
            if details
            else KnownFund(identifier, identifier)
        )
        found.setdefault(name_key(known.called), known)
    for figure in fund.figures.figures:
        # A computed one is of a fund that is known already, or of an investor.
        subject = "" if figure.formula else subject_of(figure.name)
        if subject:
            found.setdefault(name_key(subject), KnownFund(subject))
    return tuple(found.values())


def chosen_funds(fund: FundMaterial, name: str) -> tuple[KnownFund, ...]:
    """The fund of a name or id; all where none is said. Raises WrongUse for one that nothing knows."""
    known = known_funds(fund)
    if not name:
        return known
    chosen = [each for each in known if name_key(name) in {name_key(each.called), name_key(each.id)}]
    if not chosen:
        names = [each.called for each in known]
        hint = did_you_mean(name, names) or f"There are: {', '.join(names) or 'none'}."
        raise WrongUse(f'There is no fund "{name}".', hint=hint)
    return tuple(chosen)


def subject_of(name: str) -> str:
    """The name of the fund that a figure such as `Fund I net TVPI` is about; empty where it is about none."""
    words = name_words(name)
    metric = next((each for each in _OF_A_FUND if words[-len(each) :] == each), None)
    if metric is None or len(words) == len(metric):
        return ""
    written = name.split()
    for length in range(len(written) - 1, 0, -1):
        if name_words(" ".join(written[:length])) == words[: -len(metric)]:
            kept = written[:length]
            while kept and words_of(kept[-1]) in {("gross",), ("net",)}:
                kept.pop()
            return " ".join(kept)
    return ""
