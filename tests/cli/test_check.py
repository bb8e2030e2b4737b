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
