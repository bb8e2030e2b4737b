from __future__ import annotations

from pathlib import Path

import pytest

from letterbook.errors import BadInput, NoWorkspace
from letterbook.item import Audience
from letterbook.library.settings import Format, NumberedBy, Settings
from letterbook.library.workspace import Workspace, find_workspace, open_workspace
from letterbook.markup.validation import json_schema

SETTINGS = """\
author: Nora Example
language: en-GB
items: ../vault/Reading
attachments: /srv/pictures
sources: exports
publications:
  tide:
    title: The Tide
    look: modern
    formats: [md]
  letters:
    template: investor-letter
    letterhead: letterhead.docx
    audience: investors
    numbering: half-year
"""


def workspace_in(folder: Path, settings: str = "") -> Workspace:
    (folder / "letterbook.yaml").write_text(settings, encoding="utf-8")
    return open_workspace(folder)


def test_an_empty_file_is_a_workspace_with_defaults(tmp_path: Path) -> None:
    workspace = workspace_in(tmp_path)
    assert workspace.settings == Settings()
    assert workspace.items_folder == workspace.root / "items"
    assert workspace.attachments_folder == workspace.root / "attachments"


def test_every_key_is_read(tmp_path: Path) -> None:
    settings = workspace_in(tmp_path, SETTINGS).settings
    assert (settings.author, settings.language, settings.sources) == ("Nora Example", "en-GB", ("exports",))
    tide, letters = settings.publications["tide"], settings.publications["letters"]
    assert (tide.title, tide.template, tide.look, tide.formats) == (
        "The Tide",
        "newsletter",
        "modern",
        (Format.MD,),
    )
    assert (letters.title, letters.audience) == ("letters", Audience.INVESTORS)
    assert letters.numbering is NumberedBy.HALF_YEAR


def test_folders_may_lie_elsewhere(tmp_path: Path) -> None:
    workspace = workspace_in(tmp_path, SETTINGS)
    assert workspace.items_folder == workspace.root.parent / "vault" / "Reading"
    assert workspace.attachments_folder == Path("/srv/pictures")
    assert workspace.source_paths == (workspace.root / "exports",)


def test_a_folder_may_be_named_from_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert workspace_in(tmp_path, "items: ~/vault").items_folder == tmp_path.resolve() / "home" / "vault"


def test_a_workspace_is_found_upwards(tmp_path: Path) -> None:
    root = workspace_in(tmp_path).root
    below = tmp_path / "editions" / "2024"
    below.mkdir(parents=True)
    assert find_workspace(below).root == root


def test_no_workspace_is_an_error_that_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(NoWorkspace, match="letterbook init"):
        open_workspace(tmp_path)
    with pytest.raises(NoWorkspace, match="letterbook init"):
        find_workspace(tmp_path)


def test_a_folder_that_is_not_there_is_in_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "letterbook.yaml").write_text("author: Ann\n", encoding="utf-8")
    with pytest.raises(NoWorkspace, match="There is no folder"):
        find_workspace(tmp_path / "mistyped")


def test_paths_are_told_from_the_workspace(tmp_path: Path) -> None:
    workspace = workspace_in(tmp_path)
    assert workspace.relative(workspace.items_folder / "Sub" / "One.md") == "items/Sub/One.md"
    assert workspace.relative(workspace.root.parent / "vault" / "One.md").startswith("/")


def test_all_mistakes_are_told_at_once_with_their_places(tmp_path: Path) -> None:
    wrong = "auther: Nora\npublications:\n  tide:\n    audience: pubic\n    look: a\n    formats: [pdf]\n"
    with pytest.raises(BadInput) as caught:
        workspace_in(tmp_path, wrong)
    told = {(str(finding.place), finding.hint) for finding in caught.value.findings}
    assert ("letterbook.yaml:1:1", 'Did you mean "author"?') in told
    assert ("letterbook.yaml:4:15", 'Did you mean "public"?') in told
    assert any(place == "letterbook.yaml:6:15" for place, _ in told)


def test_a_publication_has_a_look_or_a_letterhead(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="both a look and a letterhead"):
        workspace_in(tmp_path, "publications:\n  tide:\n    look: a\n    letterhead: b.docx\n")


def test_editors_are_told_every_key() -> None:
    schema = json_schema(Settings)
    properties = schema["properties"]
    assert isinstance(properties, dict)
    assert all("description" in value for value in properties.values())


def test_a_publication_may_be_nothing_but_its_name(tmp_path: Path) -> None:
    settings = workspace_in(tmp_path, "publications:\n  tide:\n  letters: {audience: firm}\n").settings
    assert [publication.title for publication in settings.publications.values()] == ["tide", "letters"]


def test_no_publications_are_none(tmp_path: Path) -> None:
    assert workspace_in(tmp_path, "publications:\n").settings.publications == {}
