"""letterbook items."""

from __future__ import annotations


def names(run):
    return [item["id"] for item in run.json["items"]]


def test_without_words_all_items_are_listed(letterbook, sample_workspace):
    run = letterbook("-C", sample_workspace, "items")
    files = sorted(path.stem for path in (sample_workspace / "items").rglob("*.md"))
    assert sorted(line.split(" · ")[0] for line in run.stdout.splitlines()) == files
    assert f"{len(files)} items of {len(files)}." in run.stderr


def test_words_narrow_the_list(letterbook, sample_workspace):
    every = names(letterbook("-C", sample_workspace, "items", "--json"))
    podcasts = names(letterbook("-C", sample_workspace, "items", "kind:podcast", "--json"))
    others = names(letterbook("-C", sample_workspace, "items", "-kind:podcast", "--json"))
    assert podcasts
    assert others
    assert sorted(podcasts + others) == sorted(every)


def test_a_word_with_a_minus_is_no_option(letterbook, sample_workspace):
    used = names(letterbook("-C", sample_workspace, "items", "is:used", "--json"))
    unused = names(letterbook("-C", sample_workspace, "items", "-used", "--json"))
    assert used
    assert not set(used) & set(unused)


def test_an_item_says_where_it_was_used(letterbook, sample_workspace):
    (item,) = (
        item
        for item in letterbook("-C", sample_workspace, "items", "--json").json["items"]
        if item["id"] == "A robot in every bakery"
    )
    assert item["used_in"] == ["Tidewatch 7"]


def test_the_object_has_the_documented_keys(letterbook, sample_workspace):
    item = letterbook("-C", sample_workspace, "items", "--json").json["items"][0]
    assert list(item) == [
        "id",
        "path",
        "title",
        "source",
        "authors",
        "url",
        "kind",
        "themes",
        "tags",
        "ids",
        "published",
        "added",
        "via",
        "teaser",
        "audience",
        "commentary",
        "used_in",
        "highlights",
    ]
    assert list(item["highlights"][0]) == [
        "id",
        "kind",
        "title",
        "text",
        "takeaways",
        "transcript",
        "note",
        "place",
        "url",
        "tags",
        "themes",
        "favourite",
        "colour",
        "highlighted",
        "checked",
        "ids",
    ]


def test_an_unknown_theme_is_answered_with_a_near_one(letterbook, sample_workspace):
    run = letterbook("-C", sample_workspace, "items", "theme:storge")
    assert run.code == 2
    assert 'There is no theme "storge".' in run.stderr
    assert "Did you mean" in run.stderr


def test_nothing_found_says_what_to_try(letterbook, sample_workspace):
    run = letterbook("-C", sample_workspace, "items", "xyzzy")
    assert run.code == 0
    assert run.stdout == ""
    assert "Next: letterbook items, with fewer words" in run.stderr


def test_an_empty_workspace_says_how_to_begin(letterbook, empty_workspace):
    assert "Next: letterbook import FILE" in letterbook("-C", empty_workspace, "items").stderr


def test_a_broken_item_stops_nothing(letterbook, sample_workspace):
    (sample_workspace / "items" / "Broken.md").write_text(
        "---\ntitle: One\ntitle: Two\n---\n", encoding="utf-8"
    )
    run = letterbook("-C", sample_workspace, "items")
    assert run.code == 0
    assert "1 file cannot be read as an item: letterbook doctor says why." in run.stderr


def test_a_title_cannot_steer_the_terminal(letterbook, empty_workspace):
    (empty_workspace / "items" / "Bad.md").write_text(
        '---\ntitle: Bad\nsource: "\\e[2J\\u202Eevil"\n---\n', encoding="utf-8"
    )
    run = letterbook("-C", empty_workspace, "items")
    assert "\x1b" not in run.stdout
    assert "\u202e" not in run.stdout


def test_outside_a_workspace_it_says_how_to_make_one(letterbook, tmp_path):
    run = letterbook("-C", tmp_path, "items")
    assert run.code == 3
    assert "letterbook init" in run.stderr
