from __future__ import annotations

import inspect
import os
from pathlib import Path

import pytest

from letterbook.errors import BadInput, WrongUse
from letterbook.library.catalogue import READING_CODE, Catalogue, read_catalogue
from letterbook.library.index import INDEX_FILE
from letterbook.library.items.item_file import read_item
from letterbook.library.workspace import Workspace, open_workspace
from letterbook.markup.front_matter import read_front_matter

LONG_AGO = 1_700_000_000


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "letterbook.yaml").touch()
    return open_workspace(tmp_path)


def put(workspace: Workspace, name: str, details: str = "", body: str = "", *, time: int = LONG_AGO) -> Path:
    path = workspace.items_folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{details}---\n{body}", encoding="utf-8")
    os.utime(path, (time, time))
    return path


def found(catalogue: Catalogue) -> list[tuple[str, str]]:
    return [(finding.id, finding.place.file if finding.place else "") for finding in catalogue.findings]


def test_a_workspace_without_items_has_none(workspace: Workspace) -> None:
    assert read_catalogue(workspace) == Catalogue()


def test_items_of_all_folders_are_sorted_by_name(workspace: Workspace) -> None:
    put(workspace, "b.md", "title: Bees\n")
    put(workspace, "Deep/Deeper/A.md", "title: Ants\n")
    put(workspace, ".obsidian/hidden.md")
    put(workspace, "readme.txt")
    items = read_catalogue(workspace).items
    assert [(item.name, item.path) for item in items] == [
        ("A", "items/Deep/Deeper/A.md"),
        ("b", "items/b.md"),
    ]


def test_items_of_a_vault_elsewhere_are_told_by_their_whole_path(tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    root.mkdir()
    (root / "letterbook.yaml").write_text("items: ../vault\n")
    path = put(open_workspace(root), "One.md", "title: One\n")
    (item,) = read_catalogue(open_workspace(root)).items
    assert item.path == path.resolve().as_posix()


def test_the_index_and_the_files_say_the_same(workspace: Workspace) -> None:
    put(workspace, "One.md", "title: One: two\nthemes: [wind]\n", "My words.\n")
    put(workspace, "Broken.md", "title: a\ntitle: b\n")
    cold = read_catalogue(workspace)
    assert (workspace.index_folder / INDEX_FILE).is_file()
    assert read_catalogue(workspace) == cold
    (workspace.index_folder / INDEX_FILE).write_bytes(b"damaged")
    assert read_catalogue(workspace) == cold


def test_a_changed_a_new_and_a_deleted_file_are_noticed(workspace: Workspace) -> None:
    put(workspace, "One.md", "title: One\n")
    two = put(workspace, "Two.md", "title: Two\n")
    read_catalogue(workspace)
    put(workspace, "One.md", "title: Uno\n", time=LONG_AGO + 1)
    put(workspace, "Three.md", "title: Three\n")
    two.unlink()
    assert [item.title for item in read_catalogue(workspace).items] == ["Uno", "Three"]


def test_a_file_changed_within_a_tick_of_the_clock_is_noticed(workspace: Workspace) -> None:
    path = put(workspace, "One.md", "title: One\n")
    path.write_text("---\ntitle: Eno\n---\n")
    status = path.stat()
    assert read_catalogue(workspace).items[0].title == "Eno"
    path.write_text("---\ntitle: Neo\n---\n")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert read_catalogue(workspace).items[0].title == "Neo"


def test_a_broken_item_is_a_finding_and_stops_nothing(workspace: Workspace) -> None:
    put(workspace, "Fine.md", "title: Fine\n")
    put(workspace, "Broken.md", "title: a\ntitle: b\n")
    (workspace.items_folder / "Binary.md").write_bytes(b"\0\1\2")
    catalogue = read_catalogue(workspace)
    assert [item.name for item in catalogue.items] == ["Fine"]
    assert found(catalogue) == [
        ("item-unreadable", "items/Binary.md"),
        ("item-unreadable", "items/Broken.md"),
    ]
    with pytest.raises(BadInput):
        catalogue.item("broken")


def test_what_synchronising_left_behind_is_not_read(workspace: Workspace) -> None:
    put(workspace, "One.md", "title: One\nids: [readwise:1]\n")
    put(workspace, "One 2.md", "title: One\nids: [readwise:1]\n")
    put(workspace, "One (Nora's conflicted copy 2024-01-25).md", "title: One\n")
    put(workspace, "One.sync-conflict-20240125-101010-ABCDEFG.md", "title: One\n")
    catalogue = read_catalogue(workspace)
    assert [item.name for item in catalogue.items] == ["One"]
    assert [name for name, _ in found(catalogue)] == ["conflict-copy"] * 3


def test_a_number_in_a_name_makes_no_copy(workspace: Workspace) -> None:
    put(workspace, "Blade Runner.md", "title: Blade Runner\n")
    put(workspace, "Blade Runner 2.md", "title: Blade Runner 2\n")
    put(workspace, "Catch 22.md", "title: Catch 22\n")
    catalogue = read_catalogue(workspace)
    assert len(catalogue.items) == 3
    assert catalogue.findings == ()


def test_links_are_not_followed(workspace: Workspace, tmp_path: Path) -> None:
    put(workspace, "One.md", "title: One\n")
    (tmp_path / "secret.md").write_text("---\ntitle: Secret\n---\n")
    (workspace.items_folder / "Secret.md").symlink_to(tmp_path / "secret.md")
    (workspace.items_folder / "round").symlink_to(workspace.items_folder)
    catalogue = read_catalogue(workspace)
    assert [item.title for item in catalogue.items] == ["One"]
    assert [name for name, _ in found(catalogue)] == ["item-link", "item-link"]


def test_items_are_found_by_path_name_and_title(workspace: Workspace) -> None:
    put(workspace, "One.md", "title: Café society\n")
    catalogue = read_catalogue(workspace)
    (item,) = catalogue.items
    for reference in ("one", "One.md", "items/One.md", "Cafe\u0301 Society", " ONE "):
        assert catalogue.item(reference) == item


def test_a_name_comes_before_a_title(workspace: Workspace) -> None:
    put(workspace, "Wind.md", "title: Gales\n")
    put(workspace, "Other.md", "title: Wind\n")
    assert read_catalogue(workspace).item("wind").name == "Wind"


def test_a_name_of_two_items_is_a_finding_with_both_files(workspace: Workspace) -> None:
    put(workspace, "a/One.md", "title: First\n")
    put(workspace, "b/one.md", "title: Second\n")
    catalogue = read_catalogue(workspace)
    assert found(catalogue) == [("name-doubled", "items/b/one.md")]
    assert catalogue.item("b/One").title == "Second"
    with pytest.raises(WrongUse, match=r"items/a/One\.md, items/b/one\.md"):
        catalogue.item("One")


def test_an_unknown_item_is_told_with_the_nearest_name(workspace: Workspace) -> None:
    put(workspace, "Offshore wind.md", "title: A long story\n")
    catalogue = read_catalogue(workspace)
    with pytest.raises(WrongUse, match='Did you mean "Offshore wind"'):
        catalogue.item("Offshor wind")
    with pytest.raises(WrongUse, match='Did you mean "A long story"'):
        catalogue.item("A long storey")


def test_described_and_used_themes_are_known(workspace: Workspace) -> None:
    (workspace.root / "themes.yaml").write_text("wind: {aliases: [gales]}\n")
    put(workspace, "One.md", "title: One\nthemes: [Fusion]\n")
    themes = read_catalogue(workspace).themes
    assert [theme.id for word in ("gales", "fusion") if (theme := themes.find(word))] == ["wind", "Fusion"]


def test_a_broken_item_is_read_again_each_time(workspace: Workspace) -> None:
    put(workspace, "One.md", "title: a\ntitle: b\n")
    assert read_catalogue(workspace).items == ()
    put(workspace, "One.md", "title: a\nxitle: b\n")
    assert read_catalogue(workspace).broken == {}


def test_in_a_workspace_full_of_items_editions_are_none(workspace: Workspace) -> None:
    (workspace.root / "letterbook.yaml").write_text("items: .\n")
    whole = open_workspace(workspace.root)
    put(whole, "One.md", "title: One\n")
    put(whole, "editions/Two.md", "title: Two\n")
    put(whole, "drafts/Two.md", "title: Two\n")
    assert [item.path for item in read_catalogue(whole).items] == ["One.md"]


def test_the_code_whose_change_makes_the_index_anew_is_the_code_that_reads_items() -> None:
    modules = {Path(inspect.getfile(function)).parent for function in (read_item, read_front_matter)}
    assert modules == set(READING_CODE)
