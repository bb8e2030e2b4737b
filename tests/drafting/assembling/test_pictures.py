"""Pictures are found inside the workspace, by path or by name, and nowhere else."""

from __future__ import annotations

import pytest

from letterbook.drafting.assembling.pictures import Pictures
from letterbook.finding import Finding, Place

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
HERE = Place("editions/Tidewatch 7.md", 7, 1)


@pytest.fixture
def pictures(workspace_of):
    def make(files):
        return Pictures(workspace_of(files).workspace)

    return make


@pytest.mark.parametrize(
    "target",
    ["arms.png", "ARMS.png", "2026/arms.png", "attachments/2026/arms.png", "../attachments/2026/arms.png"],
)
def test_a_picture_is_found_by_name_or_by_path(pictures, target):
    assert pictures({"attachments/2026/arms.png": PNG}).find(target, HERE) == "attachments/2026/arms.png"


def test_an_escaped_path_is_read_as_markdown_writes_it(pictures):
    assert pictures({"attachments/my arms.png": PNG}).find("my%20arms.png", HERE) == "attachments/my arms.png"


@pytest.mark.parametrize(
    "target",
    ["../../etc/passwd.png", "/etc/passwd.png", "..\\..\\secret.png", "a\0b.png", "%2e%2e/%2e%2e/x.png"],
)
def test_a_picture_outside_is_refused(pictures, target):
    found = pictures({}).find(target, HERE)
    assert isinstance(found, Finding)
    assert (found.id, found.place) == ("picture-outside", HERE)


def test_a_link_that_leads_outside_is_refused(pictures, tmp_path):
    found = pictures({"attachments/arms.png": PNG})
    outside = tmp_path.parent / f"{tmp_path.name}-outside.png"
    outside.write_bytes(PNG)
    (tmp_path / "attachments" / "link.png").symlink_to(outside)
    assert found.find("link.png", HERE).id in {"picture-outside", "picture-missing"}
    assert found.read("attachments/link.png") is None


def test_a_missing_picture_is_suggested(pictures):
    found = pictures({"attachments/arms-seen.png": PNG}).find("arms-sen.png", HERE)
    assert (found.id, found.hint) == ("picture-missing", 'Did you mean "arms-seen.png"?')


def test_a_name_that_means_two_pictures_is_no_guess(pictures):
    found = pictures({"attachments/a/arms.png": PNG, "attachments/b/arms.png": PNG}).find("arms.png", HERE)
    assert "attachments/a/arms.png and attachments/b/arms.png" in found.message


def test_a_file_in_the_workspace_is_read_whatever_it_is(pictures):
    files = {"attachments/arms.png": PNG, "attachments/notes.png": b"my diary"}
    assert pictures(files).read("attachments/arms.png") == PNG
    assert pictures(files).read("attachments/notes.png") == b"my diary"


@pytest.mark.parametrize("source", ["https://example.org/arms.png", "../x.png", "a\0.png", "attachments", ""])
def test_nothing_else_is_read(pictures, source):
    assert pictures({"attachments/arms.png": PNG}).read(source) is None


def test_a_file_too_large_for_a_picture_is_not_read(pictures, tmp_path):
    found = pictures({"attachments/arms.png": PNG})
    with (tmp_path / "attachments" / "huge.png").open("wb") as file:
        file.truncate(100_000_001)
    for target in ("huge.png", "../attachments/huge.png"):
        finding = found.find(target, HERE)
        assert (finding.id, finding.place) == ("picture-too-large", HERE)
    assert found.read("attachments/huge.png") is None


def test_attachments_may_lie_outside_the_workspace(pictures, tmp_path):
    vault = tmp_path / "vault" / "pictures"
    vault.mkdir(parents=True)
    (vault / "arms.png").write_bytes(PNG)
    settings = f"attachments: {vault}\n"
    found = pictures({"letterbook.yaml": settings})
    assert found.read(found.find("arms.png", HERE)) == PNG


@pytest.mark.parametrize(
    ("written", "prints"),
    [
        ("![[arms.png|Arms I have *seen*]]", "![Arms I have *seen*](attachments/arms.png)"),
        ("![Arms](arms.png)", "![Arms](attachments/arms.png)"),
        ("Look: ![[arms.png|arms]].", "Look: ![arms](attachments/arms.png)."),
    ],
)
def test_a_picture_prints_with_its_caption(printed, written, prints):
    assert printed(written, {"attachments/arms.png": PNG}) == prints


def test_a_missing_picture_is_an_error_and_prints_nothing(drafted, printed):
    finding = drafted("![[arms.png|Arms]]").findings[0]
    assert (finding.id, str(finding.place)) == ("picture-missing", "editions/Tidewatch 7.md:7:1")
    assert printed("Text.\n\n![[arms.png|Arms]]") == "Text."


def test_a_picture_outside_within_a_line_is_found_in_that_line(drafted):
    finding = drafted("Text.\n\nLook: ![Arms](../../arms.png) there.").findings[0]
    assert (finding.id, str(finding.place)) == ("picture-outside", "editions/Tidewatch 7.md:9:1")


def test_a_picture_on_the_web_is_never_fetched_but_mentioned(found):
    assert found("![Arms](https://example.org/arms.png)") == [("picture-remote", 7)]
