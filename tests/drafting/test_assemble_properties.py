"""Whatever an author types, assembling gives a draft that reads back, and leaks nothing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letterbook.drafting.assemble import assemble
from letterbook.drafting.editions.edition import edition_from_text
from letterbook.drafting.project import open_project
from letterbook.finding import Severity
from letterbook.library.workspace import open_workspace
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.writers.markdown import write_markdown

FILES = {
    "items/Memo.md": """\
---
title: 'Memo # {{ x }}'
themes: [craft]
---
Words[^1] on [[Other]].

[^1]: A note.
""",
    "items/Other.md": """\
---
title: Other?
source: Somewhere
---

## Highlights

### —

> [!quote]
> Six words.

^h1
""",
    "items/Secret.md": """\
---
title: UNSPEAKABLE
audience: firm
themes: [craft]
---
UNSPEAKABLE words.
""",
    "editions/Letter 2026 H1.md": "---\npublication: letters\nnumber: 2026 H1\n---\n## Part\n\nText.\n",
}
PARTS = [
    *("### [[Memo]]", "## [[Other]]", "#### [[Nothing]]", "# [[Letter 2026 H1]]", "## Part", "---"),
    *(
        "![[Memo]]",
        "![[Other#^h1]]",
        "![[Other#^h1|Six … words]]",
        "![[Other#^h2]]",
        "![[none.png|A *picture*]]",
    ),
    *("[[Memo|words]]", "[[#Part]]", "[[Letter 2026 H1#Part]]", "> A quotation of four words.", "- a list"),
    *(
        "{{ contents }}",
        '{{ items theme="craft" }}',
        "{{ reading-list }}",
        "{{ by-theme }}",
        "{{ sign-off }}",
        "{{ items kind=video }}",
    ),
    *("{{ nothing }}", "{{ edition.title }}", "{{ items theme=", "%%", "%% x %%", "```", "| a |\n|---|"),
    *("Plain [^1] text.", "[^1]: A note.", ":::", "::: {.only audience=firm}", "::: {.only audience=public}"),
    *("### [[Secret]]", "![[Secret]]", "See [[Secret]].", '{{ quote "Secret" }}'),
]
TEXTS = st.text("ab *_[]{}#>|`%^!\n-", max_size=12)
WRAPPED = st.builds(
    "{}{}".format, st.sampled_from(["- ", "> ", "[^2]: ", "Note.[^2] ", "1. "]), st.sampled_from(PARTS)
)
BODIES = st.lists(st.sampled_from(PARTS) | WRAPPED | TEXTS, max_size=12).map("\n\n".join)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("workspace")
    settings_text = "publications:\n  tidewatch: {}\n  letters: {audience: investors, numbering: half-year}\n"
    for name, text in {**FILES, "letterbook.yaml": settings_text}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return open_project(open_workspace(folder))


def assembled(project, body):
    text = f"---\npublication: tidewatch\nnumber: 1\ntitle: T\n---\n{body}\n"
    edition = edition_from_text(project.workspace, text, "editions/T.md", name="T")
    return assemble(edition, project, today=date(2026, 7, 1))


@given(body=BODIES)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_body_gives_a_draft_that_reads_back_as_its_tree(project, body):
    blocks = assembled(project, body).draft.blocks
    written = write_markdown(assembled(project, body).draft)
    assert parse_blocks(written, dialect=Dialect.DRAFT, document=True) == blocks


@given(body=BODIES)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_body_prints_what_its_readers_may_not_read(project, body):
    assembly = assembled(project, body)
    assert "UNSPEAKABLE" not in write_markdown(assembly.draft)


@given(body=BODIES)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_findings_are_in_order_and_every_error_has_a_place(project, body):
    findings = assembled(project, body).findings
    severities = [list(Severity).index(finding.severity) for finding in findings]
    assert severities == sorted(severities)
    assert [f for f in findings if f.severity is Severity.ERROR and not (f.place and f.place.line)] == []
