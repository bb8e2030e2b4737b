"""letterbook check."""

from __future__ import annotations


def test_findings_are_what_was_asked_for_and_the_summary_is_a_message(letterbook, sample_workspace):
    run = letterbook("-C", sample_workspace, "check", "Tidewatch 7")
    assert run.code == 0
    assert run.stdout.startswith("editions/Tidewatch 7.md:")
    assert run.stderr.startswith("Tidewatch 7: 1 warning.\n")


def test_the_object_has_the_documented_keys(letterbook, sample_workspace):
    (finding,) = letterbook("-C", sample_workspace, "check", "Tidewatch 7", "--json").json["findings"]
    assert list(finding) == ["id", "severity", "message", "hint", "file", "line", "column"]
    assert finding["id"] == "tracking-link"
    assert (finding["file"], finding["severity"]) == ("editions/Tidewatch 7.md", "warning")
    assert finding["line"] > 0


def test_an_error_fails(letterbook, sample_workspace):
    edition = sample_workspace / "editions" / "Tidewatch 7.md"
    edition.write_text(edition.read_text(encoding="utf-8") + "\n[[Nothing]]\n", encoding="utf-8")
    assert letterbook("-C", sample_workspace, "check", "Tidewatch 7").code == 1
    assert letterbook("-C", sample_workspace, "check", "Tidewatch 7", "--json").code == 1


def test_nothing_is_changed(letterbook, sample_workspace):
    before = {path: path.read_bytes() for path in sample_workspace.rglob("*") if path.is_file()}
    letterbook("-C", sample_workspace, "check")
    after = {path: path.read_bytes() for path in sample_workspace.rglob("*") if path.is_file()}
    assert {path for path in after if path not in before} <= set(
        (sample_workspace / ".letterbook").rglob("*")
    )
    assert all(after[path] == data for path, data in before.items())


OWN_LOOK = """\
fonts: {body: {name: Arial}, code: {name: Courier New}}
styles:
  Caption: {colour: AAAAAA}
header: {first: {right: "{logo}"}}
logo: {file: wave.png, alt: A wave}
"""


def test_the_editions_own_look_is_looked_at(letterbook, sample_workspace):
    (sample_workspace / "looks").mkdir(exist_ok=True)
    (sample_workspace / "looks" / "modern.yaml").write_text(OWN_LOOK, encoding="utf-8")
    found = letterbook("-C", sample_workspace, "check", "Tidewatch 7", "--json").json["findings"]
    about_look = {finding["id"]: finding for finding in found if finding["file"] == "looks/modern.yaml"}
    assert (about_look["look-contrast"]["line"], about_look["picture-missing"]["line"]) == (3, 5)
    assert "2.3 to 1" in about_look["look-contrast"]["message"]


CLAIM = "\nSince inception the fund has an IRR of 23.4%.\n"


def add_to_letter(sample_workspace, text, top=""):
    edition = sample_workspace / "editions" / "Letter 2026 H1.md"
    said = edition.read_text(encoding="utf-8").replace("number: 2026 H1\n", f"number: 2026 H1\n{top}")
    edition.write_text(said.replace("\n## Asks\n", f"{text}\n## Asks\n"), encoding="utf-8")
    return edition.read_text(encoding="utf-8").split("\n")


def of_rule(letterbook, sample_workspace, *options):
    run = letterbook("-C", sample_workspace, "check", "Letter 2026 H1", *options, "--json")
    return run.code, [
        each for each in run.json["findings"] if each["id"] in {"P-GROSSLABEL", "allow-needless"}
    ]


def test_a_letter_is_read_by_the_rules_of_its_template_or_of_another_profile(letterbook, sample_workspace):
    lines = add_to_letter(sample_workspace, CLAIM)
    code, (finding,) = of_rule(letterbook, sample_workspace)
    assert (code, finding["severity"]) == (0, "warning")
    assert lines[finding["line"] - 1] == CLAIM.strip()
    code, (finding,) = of_rule(letterbook, sample_workspace, "--profile", "marketing")
    assert (code, finding["severity"]) == (1, "error")
    assert of_rule(letterbook, sample_workspace, "--profile", "public-newsletter") == (0, [])


def test_an_edition_may_name_its_profile(letterbook, sample_workspace):
    add_to_letter(sample_workspace, CLAIM, "profile: marketing\n")
    assert of_rule(letterbook, sample_workspace)[0] == 1


def test_what_is_allowed_at_the_top_is_a_note_with_its_reason(letterbook, sample_workspace):
    add_to_letter(
        sample_workspace, CLAIM, "allow:\n  P-GROSSLABEL: The table above says it.\n  N-UNTIED: Checked.\n"
    )
    code, (finding,) = of_rule(letterbook, sample_workspace, "--profile", "marketing")
    assert (code, finding["severity"]) == (0, "note")
    assert finding["allowed"] == "The table above says it."
    run = letterbook("-C", sample_workspace, "check", "Letter 2026 H1")
    assert "    Allowed: The table above says it.\n" in run.stdout


def test_what_is_allowed_for_a_passage_is_allowed_there_only(letterbook, sample_workspace):
    fence = '\n::: {.allow check="P-GROSSLABEL" because="Said above."}' + CLAIM + ":::\n"
    add_to_letter(sample_workspace, f"{fence}{CLAIM}")
    _, findings = of_rule(letterbook, sample_workspace)
    assert sorted(each["severity"] for each in findings) == ["note", "warning"]
    drafted = letterbook("-C", sample_workspace, "draft", "Letter 2026 H1", "--to", "md")
    text = (sample_workspace / "drafts" / "Letter 2026 H1.md").read_text(encoding="utf-8")
    assert drafted.code == 0
    assert ".allow" not in text
    assert text.count(CLAIM.strip()) == 2


def test_an_allowance_that_nothing_needs_is_mentioned(letterbook, sample_workspace):
    add_to_letter(sample_workspace, "", "allow: {P-GROSSLABEL: Said above.}\n")
    _, (finding,) = of_rule(letterbook, sample_workspace)
    assert (finding["id"], finding["severity"], finding["line"]) == ("allow-needless", "note", 4)


def test_a_rule_is_explained_without_a_workspace(letterbook, tmp_path):
    run = letterbook("-C", tmp_path, "check", "--explain", "t-direction")
    assert run.code == 0
    assert run.stdout.startswith("T-DIRECTION: ")
    said = letterbook("-C", tmp_path, "check", "--explain", "T-DIRECTION", "--json").json["explanation"]
    assert said["severities"]["lp-letter"] == "error"
    wrong = letterbook("-C", tmp_path, "check", "--explain", "T-DIRECTIONS")
    assert (wrong.code, 'Did you mean "T-DIRECTION"?' in wrong.stderr) == (2, True)
