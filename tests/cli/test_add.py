"""letterbook add."""

from __future__ import annotations


def test_a_page_becomes_an_item(letterbook, empty_workspace):
    run = letterbook(
        "-C", empty_workspace, "add", "https://example.org/a-page", "--title", "A page", "--source", "Ex"
    )
    assert run.code == 0
    assert run.stdout == f"{empty_workspace / 'items' / 'A page.md'}\n"
    text = (empty_workspace / "items" / "A page.md").read_text(encoding="utf-8")
    assert "url: https://example.org/a-page" in text
    assert "source: Ex" in text


def test_a_page_that_is_there_already_is_not_added_again(letterbook, empty_workspace):
    letterbook("-C", empty_workspace, "add", "https://example.org/a-page")
    run = letterbook("-C", empty_workspace, "add", "http://www.example.org/a-page/?utm_source=mail")
    assert run.code == 0
    assert 'You have it already: "A page".' in run.stderr
    assert len(list((empty_workspace / "items").iterdir())) == 1


def test_a_text_becomes_an_item(letterbook, empty_workspace):
    text = "# A thought\n\nWhat I think of https://example.org/b\n"
    run = letterbook("-C", empty_workspace, "add", "-", "--json", stdin=text)
    assert run.json == {"items": [{"id": "A thought", "path": "items/A thought.md", "status": "new"}]}


def test_a_text_may_be_piped_in_without_a_sign(letterbook, empty_workspace):
    assert (
        letterbook("-C", empty_workspace, "add", "--json", stdin="A thought").json["items"][0]["status"]
        == "new"
    )


def test_an_empty_text_is_refused(letterbook, empty_workspace):
    run = letterbook("-C", empty_workspace, "add", "-")
    assert run.code == 2
    assert "There is no text" in run.stderr


def test_what_is_no_address_is_refused(letterbook, empty_workspace):
    run = letterbook("-C", empty_workspace, "add", "example")
    assert run.code == 2
    assert '"example" is no web address.' in run.stderr


def test_a_title_for_a_text_is_refused(letterbook, empty_workspace):
    run = letterbook("-C", empty_workspace, "add", "-", "--title", "T", stdin="A thought")
    assert run.code == 2
    assert "Of a text the first line becomes the title." in run.stderr
