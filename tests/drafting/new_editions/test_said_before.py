"""What editions have said about an item."""

from __future__ import annotations

import pytest

from letterbook.drafting.new_editions.said_before import said_before
from letterbook.drafting.project import open_project
from letterbook.library.new_workspace import make_workspace
from letterbook.library.workspace import open_workspace

EDITION = """---
publication: newsletter
number: 1
---
## Read

### [[First]]

What I *said* about it.

> A quotation.

### [[Second]]

### [[Third]]

About the third.

---

Not about the third.
"""


@pytest.fixture
def project(tmp_path):
    make_workspace(tmp_path)
    for name in ("First", "Second", "Third", "Fourth"):
        (tmp_path / "items" / f"{name}.md").write_text(f"---\ntitle: {name}\n---\n", encoding="utf-8")
    (tmp_path / "editions" / "Newsletter 1.md").write_text(EDITION, encoding="utf-8")
    return open_project(open_workspace(tmp_path))


def texts(project, name):
    return [said.text for said in said_before(project.catalogue.item(name), project)]


def test_the_words_below_the_heading_are_found_up_to_the_next_item(project):
    assert texts(project, "First") == ["What I said about it.\nA quotation."]


def test_a_rule_ends_the_words(project):
    assert texts(project, "Third") == ["About the third."]


def test_an_item_that_was_only_placed_is_said_to_be(project):
    assert texts(project, "Second") == [""]


def test_an_item_that_no_edition_placed_has_nothing(project):
    assert texts(project, "Fourth") == []


def test_the_place_is_that_of_the_heading(project):
    (said,) = said_before(project.catalogue.item("Third"), project)
    assert (said.place.file, said.place.line) == ("editions/Newsletter 1.md", 15)
