"""letterbook check: what is wrong or unfinished in an edition."""

from __future__ import annotations

from pathlib import Path

import click

from letterbook.checks import CHECKS
from letterbook.checks.letters.explanation import Explanation, explain
from letterbook.checks.letters.profile import Profile
from letterbook.checks.letters.rules import run_word_rules
from letterbook.cli.clock import today
from letterbook.cli.command import Command, json_option
from letterbook.cli.findings import exit_code, strict_option
from letterbook.cli.json_output import finding_objects, print_json
from letterbook.cli.reporting import print_data, print_findings, say, suggest, summary
from letterbook.cli.standing import standing_object, standing_words
from letterbook.drafting.approval.approval_record import State
from letterbook.drafting.approval.present_state import Standing, standing_of
from letterbook.drafting.assemble import assemble
from letterbook.drafting.edition_choice import choose_edition
from letterbook.drafting.editions.earlier_editions import has_letter_before
from letterbook.drafting.editions.edition import read_edition
from letterbook.drafting.output.dress import dress, look_of
from letterbook.drafting.output.letterhead_file import review_letterhead
from letterbook.drafting.project import Project, open_project
from letterbook.drafting.templates.look_review import review_look
from letterbook.files import unreadable
from letterbook.finding import Finding, in_order
from letterbook.library.workspace import find_workspace
from letterbook.writers.word.opened.word_file import read_word_file


@click.command(cls=Command)
@click.argument("edition", nargs=-1)
@click.option(
    "--profile",
    type=click.Choice([each.value for each in Profile]),
    help="Read it by the rules of this profile instead of its template's.",
)
@click.option("--explain", "explained", metavar="ID", help="Explain a check or a rule, and change nothing.")
@strict_option
@json_option
@click.pass_obj
def check(
    folder: Path,
    edition: tuple[str, ...],
    *,
    profile: str | None,
    explained: str | None,
    strict: bool,
    as_json: bool,
) -> int:
    """Look through EDITION as a careful reader would: altered quotations, items used before, links that
    only you can open, passages that are not for this audience, what is still to be written; in a letter
    also returns that are neither gross nor net, words that contradict their numbers, missing disclosures.

    EDITION is a name, a number or a file; without it the unpublished one that you changed last. Of a Word
    file it says whether tracked changes, comments, hidden text or names are left in it. An error has to be
    put right, a warning should be looked at, a note is only said. Nothing is changed. What you
    mean to keep you can allow, with your reason: docs/reference/checks.md says how.

    \b
    Examples:
      letterbook check
      letterbook check "Tidewatch 7" --strict
      letterbook check "Letter 2026 H1" --profile marketing
      letterbook check "drafts/Letter 2026 H1.docx"
      letterbook check --explain P-GROSSLABEL
    """
    chosen = Profile(profile) if profile else None
    if explained is not None:
        return _explain(explained, as_json=as_json)
    named = " ".join(edition)
    if Path(named).suffix.casefold() == ".docx":
        return _check_word_file(Path(named), chosen or Profile.LP_LETTER, strict=strict, as_json=as_json)
    project = open_project(find_workspace(folder))
    name, findings, standing = _findings(project, named, chosen)
    if as_json:
        print_json({"findings": finding_objects(findings), "state": standing_object(standing)})
        return exit_code(findings, strict=strict)
    print_findings(findings)
    say(f"{name}: {summary(findings)}.")
    if standing.state is not State.DRAFT:
        say(f"{name} is {standing_words(standing)}.")
    if standing.state is State.APPROVED and not standing.changes:
        suggest(f'letterbook copies "drafts/{name}.docx" fund/recipients.csv')
        return exit_code(findings, strict=strict)
    compare = has_letter_before(project.editions.summaries, name)
    suggest(f'letterbook draft "{name}"', *([f'letterbook diff "{name}"'] if compare else []))
    return exit_code(findings, strict=strict)


def _findings(
    project: Project, named: str, profile: Profile | None
) -> tuple[str, tuple[Finding, ...], Standing]:
    """The name of the edition, all that is to be said of it, and how it stands."""
    path = choose_edition(project, named)
    edition = read_edition(project.workspace, path)
    assembly = assemble(edition, project, today=today(), profile=profile)
    dressed = dress(assembly, project, project.workspace.drafts_folder)
    look = review_look(project.search_path, look_of(assembly))
    letterhead = review_letterhead(dressed.resources.letterhead)
    standing = standing_of(project, edition.name)
    found = (*assembly.findings, *dressed.findings, *look, *letterhead, *standing.changes)
    return edition.name, in_order(found), standing


def _check_word_file(path: Path, profile: Profile, *, strict: bool, as_json: bool) -> int:
    """Say what a Word file still holds that is not for its readers."""
    try:
        file = read_word_file(path.name, path.read_bytes())
    except OSError as error:
        raise unreadable(path, error) from error
    findings = in_order(run_word_rules(file, profile))
    if as_json:
        print_json({"findings": finding_objects(findings)})
    else:
        print_findings(findings)
        say(f"{path.name}: {summary(findings)}.")
    return exit_code(findings, strict=strict)


def _explain(name: str, *, as_json: bool) -> int:
    """Print what a check or a rule is about."""
    explanation = explain(name, CHECKS)
    if as_json:
        print_json({"explanation": _object(explanation)})
    else:
        print_data("\n".join(explanation.lines))
    return 0


def _object(explanation: Explanation) -> dict[str, object]:
    return {
        "id": explanation.id,
        "about": explanation.about,
        "why": explanation.why,
        "source": explanation.source,
        "advice": explanation.advice,
        "severities": explanation.severities,
        "fires": explanation.fires,
        "silent": explanation.silent,
    }
