"""letterbook sections, templates, looks and eject."""

from __future__ import annotations

import pytest

KINDS = ["section", "template", "look"]
BUILT_IN = {"section": "contents", "template": "newsletter", "look": "classic"}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_built_in_is_listed_without_a_workspace(letterbook, tmp_path, kind):
    run = letterbook("-C", tmp_path, f"{kind}s", "--json")
    entries = {entry["name"]: entry for entry in run.json[f"{kind}s"]}
    assert entries[BUILT_IN[kind]]["about"]
    assert not entries[BUILT_IN[kind]]["own"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_is_used_and_said_to_be_yours(letterbook, empty_workspace, kind):
    run = letterbook("-C", empty_workspace, "eject", kind, BUILT_IN[kind])
    assert run.code == 0
    assert all((empty_workspace / path).is_file() for path in run.stdout.splitlines())
    listed = letterbook("-C", empty_workspace, f"{kind}s")
    (line,) = (line for line in listed.stdout.splitlines() if line.startswith(BUILT_IN[kind]))
    assert line.endswith("(yours)")


@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_is_never_overwritten(letterbook, empty_workspace, kind):
    (path, *_) = letterbook("-C", empty_workspace, "eject", kind, BUILT_IN[kind]).stdout.splitlines()
    (empty_workspace / path).write_text("mine", encoding="utf-8")
    assert letterbook("-C", empty_workspace, "eject", kind, BUILT_IN[kind]).code == 2
    assert (empty_workspace / path).read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("kind", ["section", "template"])
def test_its_file_can_be_shown(letterbook, tmp_path, kind):
    run = letterbook("-C", tmp_path, f"{kind}s", "show", BUILT_IN[kind])
    assert run.code == 0
    assert BUILT_IN[kind] in run.stdout
    assert "about:" in run.stdout


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("command", ["show", "eject"])
def test_an_unknown_name_is_answered_with_a_near_one(letterbook, empty_workspace, kind, command):
    wrong = BUILT_IN[kind][:-1] + "x"
    words = [f"{kind}s", "show", wrong] if command == "show" else ["eject", kind, wrong]
    run = letterbook("-C", empty_workspace, *words)
    assert run.code == 2
    assert f'There is no {kind} "{wrong}".' in run.stderr
    assert f'Did you mean "{BUILT_IN[kind]}"?' in run.stderr


def test_only_these_kinds_can_be_copied(letterbook, empty_workspace):
    run = letterbook("-C", empty_workspace, "eject", "sektion", "contents")
    assert run.code == 2
    assert 'Did you mean "section"?' in run.stderr


def test_the_parameters_of_a_section_are_explained(letterbook, tmp_path):
    run = letterbook("-C", tmp_path, "sections", "show", "items", "--json")
    parameters = {parameter["name"]: parameter for parameter in run.json["parameters"]}
    assert parameters["theme"]["type"] == "theme"
    assert all(parameter["about"] for parameter in parameters.values())


def test_a_misspelt_command_below_is_answered_with_a_near_one(letterbook, tmp_path):
    run = letterbook("-C", tmp_path, "sections", "shw", "items")
    assert run.code == 2
    assert 'Did you mean "show"?' in run.stderr


def test_what_a_section_cannot_do_without_is_shown_in_its_call(letterbook, empty_workspace):
    folder = empty_workspace / "sections"
    folder.mkdir()
    header = "about: X.\nparameters:\n  since: {about: From when., required: yes}\n  to: {about: Until.}\n"
    (folder / "lately.md.j2").write_text(f"---\n{header}---\n{{{{ since }}}}\n", encoding="utf-8")
    run = letterbook("-C", empty_workspace, "sections", "show", "lately")
    assert "In an edition, alone in a paragraph: {{ lately since=… }}" in run.stdout
