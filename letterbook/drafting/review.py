"""What is said of an edition once it is put together: by checks, by rules, and what its author allows."""

from __future__ import annotations

from collections.abc import Sequence

from letterbook.checks import KNOWN, checks_of, run_checks
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.allowances import Allowance, broken_allowances, with_allowances
from letterbook.checks.letters.profile import Profile
from letterbook.checks.letters.rules import applied
from letterbook.drafting.templates.template import EditionTemplate
from letterbook.finding import Finding


def review(
    checked: CheckedEdition,
    template: EditionTemplate,
    profile: Profile | None,
    allowances: Sequence[Allowance],
) -> tuple[Finding, ...]:
    """The findings of the checks of `template` and of the rules of `profile`.

    Those that `allowances` speak of are notes; what is wrong with the allowances themselves is told too.
    """
    language = checked.draft.metadata.language
    checks = checks_of(template.checks, profile, language)
    ran = {check.id for check in checks} | {rule.id for rule in applied(profile, language)}
    found = run_checks(checked, template.checks, profile)
    return (*with_allowances(found, allowances, ran), *broken_allowances(allowances, KNOWN))
