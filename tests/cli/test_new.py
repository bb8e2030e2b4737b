"""letterbook new."""

from __future__ import annotations

import hashlib


def test_the_next_number_and_the_queued_items_are_in_the_file(letterbook, sample_workspace):
    letterbook("-C", sample_workspace, "import")
    run = letterbook("-C", sample_workspace, "new", "tidewatch", "--json")
    (output,) = run.json["outputs"]
    data = (sample_workspace / output["path"]).read_bytes()
    assert output == {
        "path": "editions/Tidewatch 8.md",
        "format": "md",
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    assert run.json["items"]
    assert all(f"### [[{name}]]" in data.decode() for name in run.json["items"])


def test_a_query_chooses_the_items(letterbook, sample_workspace):
    run = letterbook("-C", sample_workspace, "new", "tidewatch", "kind:article", "is:used", "--json")
    selected = letterbook("-C", sample_workspace, "items", "kind:article", "--json").json["items"]
    assert run.json["items"]
    assert set(run.json["items"]) <= {item["id"] for item in selected}


def test_it_says_what_to_do_next(letterbook, sample_workspace):
    run = letterbook("-C", sample_workspace, "new", "tidewatch")
    assert run.stdout == f"{sample_workspace / 'editions' / 'Tidewatch 8.md'}\n"
    assert 'Began "Tidewatch 8"' in run.stderr
    assert 'letterbook draft "Tidewatch 8"' in run.stderr


def test_a_new_edition_drafts_at_once(letterbook, sample_workspace):
    letterbook("-C", sample_workspace, "new", "tidewatch")
    assert letterbook("-C", sample_workspace, "draft", "Tidewatch 8").code == 0


def test_the_new_edition_is_the_open_one(letterbook, sample_workspace):
    letterbook("-C", sample_workspace, "new", "tidewatch")
    assert letterbook("-C", sample_workspace, "--json").json["open_editions"][0] == "Tidewatch 8"


def test_it_says_why_no_item_is_placed(letterbook, sample_workspace, empty_workspace):
    run = letterbook("-C", sample_workspace, "new", "tidewatch", "theme:robotics")
    assert "with 0 items: no unused item for its readers matches (is:used" in run.stderr
    run = letterbook("-C", empty_workspace, "new", "newsletter")
    assert 'with 0 items: no unused item has the tag "pick"' in run.stderr


def test_a_letter_without_items_is_to_be_written_where_its_remarks_stand(letterbook, empty_workspace):
    run = letterbook("-C", empty_workspace, "new", "letters")
    assert 'Began "Letters to investors ' in run.stderr
    assert "0 items" not in run.stderr
    assert "write where the remarks between %% say what belongs there" in run.stderr
