"""What `letterbook check --explain` says of a check or a rule."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import field

from letterbook.checks.check import Check
from letterbook.checks.letters.profile import Profile
from letterbook.checks.letters.rule import Rule
from letterbook.checks.letters.rules import RULES
from letterbook.errors import WrongUse
from letterbook.record import record
from letterbook.suggestion import did_you_mean

_WIDTH = 100
_ALWAYS = "every edition"


@record
class Explanation:
    """A check or a rule for a person to read; `severities` are its severities by profile.

    A check of all editions has one severity and no examples.
    """

    id: str
    about: str
    why: str = ""
    source: str = ""
    advice: str = ""
    severities: Mapping[str, str] = field(default_factory=dict)
    fires: str = ""
    silent: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """What is printed."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[str]:
        yield f"{self.id}: {self.about}"
        for words in (self.why, f"Source: {self.source}." if self.source else "", self.advice):
            if words:
                yield from ("", *textwrap.wrap(words, _WIDTH))
        yield ""
        yield from (f"{severity:8} {profile}" for profile, severity in self.severities.items())
        for heading, example in (("Found:", self.fires), ("Not found:", self.silent)):
            if example:
                yield from ("", heading)
                yield from (f"  {line}".rstrip() for each in example.split("\n") for line in _wrapped(each))


def _wrapped(line: str) -> list[str]:
    return textwrap.wrap(line, _WIDTH) or [""]


def explain(name: str, checks: Mapping[str, Check]) -> Explanation:
    """What there is to say of the rule or check `name`, in whatever case it is written.

    Raises WrongUse, with a suggestion, when there is none.
    """
    known = {each.casefold(): each for each in (*checks, *RULES)}
    found = known.get(name.strip().casefold())
    if found is None:
        hint = did_you_mean(name, tuple(known.values())) or "docs/reference/checks.md lists them."
        raise WrongUse(f'There is no check "{name}".', hint=hint)
    return _of_rule(RULES[found]) if found in RULES else _of_check(checks[found])


def _of_rule(rule: Rule) -> Explanation:
    severities = {profile: rule.severities.within(profile) for profile in Profile}
    return Explanation(
        id=rule.id,
        about=rule.about,
        why=rule.why,
        source=rule.source,
        advice=rule.advice,
        severities={
            profile.value: severity.value if severity else "off" for profile, severity in severities.items()
        },
        fires=rule.fires,
        silent=rule.silent,
    )


def _of_check(check: Check) -> Explanation:
    return Explanation(id=check.id, about=check.about, severities={_ALWAYS: check.severity.value})
