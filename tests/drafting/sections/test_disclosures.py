from __future__ import annotations

import pytest

from letterbook.drafting.sections.disclosures import read_disclosures
from letterbook.drafting.sections.fund.terms import read_glossary
from letterbook.errors import BadInput
from letterbook.finding import Place
from letterbook.markup.text import plain_text


def disclosure(root, name, text):
    folder = root / "fund" / "disclosures"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_disclosures_come_in_the_order_of_their_names_with_titles_and_places(tmp_path):
    disclosure(tmp_path, "b.md", 'Says "no".')
    disclosure(tmp_path, "a.md", "---\ntitle: A title: with a colon\n---\nText.")
    first, second = read_disclosures(tmp_path, language="en")
    assert (first.name, first.title, plain_text(first.blocks)) == ("a", "A title: with a colon", "Text.")
    assert first.blocks[0].place == Place("fund/disclosures/a.md", 4, 1)
    assert (second.title, plain_text(second.blocks)) == ("", "Says “no”.")


def test_a_workspace_without_a_fund_has_none(tmp_path):
    assert read_disclosures(tmp_path) == ()


def test_a_link_out_of_the_workspace_is_refused(tmp_path):
    root = tmp_path / "workspace"
    disclosure(root, "a.md", "Text.")
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    (root / "fund" / "disclosures" / "b.md").symlink_to(tmp_path / "secret.md")
    with pytest.raises(BadInput, match="outside"):
        read_disclosures(root)


@pytest.mark.parametrize(
    ("read", "name"),
    [(read_disclosures, "fund/disclosures/past.md"), (read_glossary, "fund/glossary.md")],
    ids=["disclosure", "glossary"],
)
def test_a_file_that_cannot_be_read_is_told_by_its_place_in_the_workspace(tmp_path, read, name):
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\0\0 no text")
    with pytest.raises(BadInput) as caught:
        read(tmp_path)
    assert caught.value.place == Place(name)
