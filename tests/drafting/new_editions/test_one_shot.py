from __future__ import annotations

import pytest

from letterbook.drafting.assemble import assemble
from letterbook.drafting.new_editions.one_shot import one_shot_edition
from letterbook.errors import WrongUse
from letterbook.library.queries.query import parse_query
from letterbook.writers.markdown import write_markdown

FILES = {
    "items/Memo.md": "---\ntitle: Memo\nthemes: [craft]\n---\nMy words.\n",
    "items/Secret.md": "---\ntitle: Secret\nthemes: [craft]\naudience: firm\n---\nTheirs.\n",
}


@pytest.fixture
def one_shot(workspace_of, today):
    def draft(template, *words):
        project = workspace_of(FILES)
        query = parse_query(words, project.catalogue.themes, today)
        return assemble(one_shot_edition(project, template, query, today=today), project, today=today)

    return draft


def test_a_query_becomes_a_draft_without_a_file(one_shot):
    assembly = one_shot("newsletter", "theme:craft")
    text = write_markdown(assembly.draft)
    assert text.startswith("# Tidewatch\n")
    assert "### Memo\n\nMy words." in text
    assert "Secret" not in text


def test_nothing_is_said_about_a_file_that_is_not_there(one_shot):
    assert one_shot("newsletter", "theme:craft").findings == ()


def test_a_template_without_a_publication_gives_its_own_name(one_shot):
    assert write_markdown(one_shot("reading-list", "theme:craft").draft).startswith("# Reading list\n")


def test_a_query_that_selects_nothing_is_wrong_use(one_shot):
    with pytest.raises(WrongUse, match="No item"):
        one_shot("newsletter", "kind:video")


def test_an_unknown_template_is_suggested(one_shot):
    with pytest.raises(WrongUse) as caught:
        one_shot("newsleter", "theme:craft")
    assert caught.value.hint == 'Did you mean "newsletter"?'
